"""What changed in a text since it was looked at last, in one piece: kept, gone, new. Pure."""

from enum import Enum, auto
from typing import NamedTuple

from controlroom.ui.review.diff import changes


class How(Enum):
    """What became of a stretch of text."""

    KEPT = auto()
    GONE = auto()
    NEW = auto()


class Stretch(NamedTuple):
    """Some words; `start` is their place in the text as it is now."""

    text: str
    how: How
    start: int


def stretches(before: str | None, after: str) -> list[Stretch]:
    """Returns a text with what it lost and got; without an earlier one all of it is kept."""
    if before is None or before == after:
        return [Stretch(after, How.KEPT, 0)] if after else []
    gone, come = changes(before, after)
    found: list[Stretch] = []
    old = new = 0
    lost, added = list(gone), list(come)
    while old < len(before) or new < len(after):
        if lost and lost[0].start == old:
            cut = lost.pop(0)
            found.append(Stretch(before[cut.start : cut.end], How.GONE, new))
            old = cut.end
        elif added and added[0].start == new:
            put = added.pop(0)
            found.append(Stretch(after[put.start : put.end], How.NEW, new))
            new = put.end
        else:
            old_end = lost[0].start if lost else len(before)
            new_end = added[0].start if added else len(after)
            step = max(1, min(old_end - old, new_end - new))
            found.append(Stretch(after[new : new + step], How.KEPT, new))
            old, new = old + step, new + step
    return [one for one in found if one.text]


def place_now(found: list[Stretch], at: int) -> int:
    """Returns where a place of all stretches one after the other is in the text as it is now."""
    passed = 0
    for one in found:
        if at <= passed + len(one.text):
            return one.start + (at - passed if one.how is not How.GONE else 0)
        passed += len(one.text)
    return found[-1].start + (len(found[-1].text) if found[-1].how is not How.GONE else 0)
