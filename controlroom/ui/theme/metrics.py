"""Heights, widths and radii, scaled with the text."""

from functools import cache
from typing import NamedTuple

from controlroom.ui.theme.tokens import snake, tokens

WIDE = 1500
"""Pixels at 100 % from which the rail has words and the bars show everything."""
ROOMY = 1180
"""Pixels at 100 % below which the top bar gives up its second words too."""


class Heights(NamedTuple):
    """Heights in pixels."""

    top_bar: int
    banner: int
    board_tabs: int
    status_bar: int
    page_head: int
    panel_head: int
    column_title: int
    stream_line: int
    filter_line: int
    rail_item: int
    table_row: int
    queue_row: int
    list_row: int
    field: int
    field_small: int
    button: int
    button_small: int
    badge: int
    chip: int
    pill: int


class Widths(NamedTuple):
    """Widths in pixels."""

    rail: int
    rail_compact: int
    column: int
    column_min: int
    column_max: int
    scroll_gutter: int
    drawer: int


class Radii(NamedTuple):
    """Corner radii in pixels; they do not grow with the text."""

    badge: int
    thumb: int
    button_small: int
    button: int
    field: int
    panel: int
    dialog: int


class Metrics(NamedTuple):
    """All measures at one text size (percent, 90 to 150)."""

    percent: int
    height: Heights
    width: Widths
    radius: Radii

    def px(self, pixels: float) -> int:
        """Returns a measure given at 100 % as it is at this text size."""
        return round(pixels * self.percent / 100)

    def at_full_size(self, pixels: float) -> int:
        """Returns a real measure as it would be at 100 %."""
        return round(pixels * 100 / self.percent)


@cache
def metrics_at(percent: int) -> Metrics:
    """Returns the measures at a text size."""
    return Metrics(
        percent,
        Heights(**_scaled("height", percent)),
        Widths(**_scaled("width", percent)),
        Radii(**_scaled("radius", 100)),
    )


def _scaled(table: str, percent: int) -> dict[str, int]:
    measures = tokens()[table].items()
    return {snake(name): round(pixels * percent / 100) for name, pixels in measures}
