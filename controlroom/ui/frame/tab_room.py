"""Which tabs stand where there is no room for all of them."""

from collections.abc import Sequence


def fitting(widths: Sequence[int], room: int, current: int, more: int) -> range:
    """Returns the places of the tabs that stand, one after the other, the current one among them.

    Args:
        room: in pixels, for the tabs alone.
        current: place of the current tab.
        more: room that a button for the others takes, if there are any.
    """
    if sum(widths) <= room:
        return range(len(widths))
    room -= more
    first, last, used = current, current, widths[current]
    while first > 0 and used + widths[first - 1] <= room:
        first -= 1
        used += widths[first]
    while last + 1 < len(widths) and used + widths[last + 1] <= room:
        last += 1
        used += widths[last]
    return range(first, last + 1)
