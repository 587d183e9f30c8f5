"""How wide the columns of a row are."""

from collections.abc import Sequence

from controlroom.model.board import Column
from controlroom.ui.theme.theme import theme


def widths_of(columns: Sequence[Column], width: int, *, free: bool) -> list[int]:
    """Returns the width of each column, in pixels.

    Args:
        width: that of the row.
        free: each has its own; else as many as fit share the row.
    """
    if free:
        return [theme().metrics.px(column.width) for column in columns]
    measures = theme().metrics.width
    shown = max(1, min(max(1, width // measures.column), len(columns)))
    share = min(width // shown, measures.column_max)
    spare = width - share * shown if share * shown < width else 0
    extra = spare if spare < shown else 0
    return [share + (1 if place < extra else 0) for place in range(len(columns))]
