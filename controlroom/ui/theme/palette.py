"""The colours of a theme, by meaning."""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from controlroom.ui.theme.tokens import snake, tokens

SCRIMS = {"dark": QColor(4, 7, 11, 184), "light": QColor(20, 28, 40, 115)}
SHADOWS = {"dark": QColor(0, 0, 0, 140), "light": QColor(20, 30, 45, 56)}
HATCHES = {"dark": QColor(231, 236, 242, 18), "light": QColor(18, 26, 36, 15)}
AMBER_HATCHES = {"dark": QColor(243, 184, 67, 41), "light": QColor(170, 110, 0, 41)}


class Palette(NamedTuple):
    """One theme's colours. Red and amber mean an alert and nothing else; there is no green.

    Attributes:
        bg0 .. bg4: frame, page, panel, current row, counts.
        line1 .. line3: hairline, panel edge, edge of a control.
        field: ground of a text field.
        scrim: what lies over the page under a dialog.
    """

    dark: bool
    bg0: QColor
    bg1: QColor
    bg2: QColor
    bg3: QColor
    bg4: QColor
    line1: QColor
    line2: QColor
    line3: QColor
    text1: QColor
    text2: QColor
    text3: QColor
    text_disabled: QColor
    accent: QColor
    accent_fill: QColor
    on_accent: QColor
    accent_tint: QColor
    accent_line: QColor
    red: QColor
    red_fill: QColor
    red_tint: QColor
    red_line: QColor
    amber: QColor
    amber_fill: QColor
    on_amber: QColor
    amber_tint: QColor
    amber_line: QColor
    picture0: QColor
    picture1: QColor
    picture2: QColor
    picture3: QColor
    picture4: QColor
    avatar0: QColor
    avatar1: QColor
    avatar2: QColor
    avatar_text: QColor
    field: QColor
    scrim: QColor
    shadow: QColor
    hatch: QColor
    amber_hatch: QColor


@cache
def palette_named(name: str) -> Palette:
    """Returns the colours of "dark" or "light"."""
    colours = {snake(token): QColor(value) for token, value in tokens()["color"][name].items()}
    dark = name == "dark"
    return Palette(
        **colours,
        dark=dark,
        field=colours["bg0" if dark else "bg2"],
        scrim=SCRIMS[name],
        shadow=SHADOWS[name],
        hatch=HATCHES[name],
        amber_hatch=AMBER_HATCHES[name],
    )
