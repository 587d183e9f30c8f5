"""How much a bar can show at a window's width."""

from enum import IntEnum

from controlroom.ui.theme.metrics import ROOMY, WIDE, Metrics


class Breadth(IntEnum):
    """Three classes of width; a bar gives up words, never controls."""

    TIGHT = 0
    COMPACT = 1
    WIDE = 2


def breadth_of(width: int, metrics: Metrics) -> Breadth:
    """Returns the class of a window's width in pixels at the text size in force."""
    at_full = metrics.at_full_size(width)
    if at_full >= WIDE:
        return Breadth.WIDE
    return Breadth.COMPACT if at_full >= ROOMY else Breadth.TIGHT
