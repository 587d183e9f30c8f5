"""What a card is drawn with: measures, fonts and colours, as one value."""

from typing import NamedTuple

from controlroom.ui.theme.fonts import Fonts
from controlroom.ui.theme.metrics import Metrics
from controlroom.ui.theme.palette import Palette
from controlroom.ui.theme.theme import theme


class Look(NamedTuple):
    """Measures, fonts and colours."""

    metrics: Metrics
    fonts: Fonts
    palette: Palette


def look_now() -> Look:
    """Returns the look in force."""
    now = theme()
    return Look(now.metrics, now.fonts, now.palette)
