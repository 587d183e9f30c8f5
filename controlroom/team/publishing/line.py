"""The line of deliveries that wait for their time: changed at one place a time, never sorted anew.

A delivery stands in it exactly while it is `SCHEDULED` and nobody has to let it go.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from datetime import datetime, timedelta

from controlroom.model.outgoing.delivery import LATE_AFTER_S, DeliveryState
from controlroom.team.publishing_state import Draft, Name, Place, Publishing, Track

LATE_AFTER = timedelta(seconds=LATE_AFTER_S)
_LAST = 1 << 62


def is_waiting(track: Track) -> bool:
    """Returns whether a delivery stands in the line."""
    return track.state is DeliveryState.SCHEDULED and not track.stuck


def put(publishing: Publishing, name: Name, track: Track) -> None:
    """Puts a delivery where it belongs."""
    if is_waiting(track):
        insort(_line(publishing, name), _place(name, track))


def take(publishing: Publishing, name: Name, track: Track) -> None:
    """Takes a delivery out; one that does not stand there is left as it is."""
    if not is_waiting(track):
        return
    line, place = _line(publishing, name), _place(name, track)
    found = bisect_left(line, place)
    if found < len(line) and line[found] == place:
        del line[found]


def take_draft(publishing: Publishing, draft_id: str, draft: Draft) -> None:
    """Takes every delivery of a draft out."""
    for name, track in draft.tracks.items():
        take(publishing, (draft_id, name), track)


def between(line: list[Place], after: datetime, at: datetime) -> Iterator[Name]:
    """Yields what may leave from a moment on, until another, both included; soonest first."""
    first = bisect_left(line, (after,))
    last = bisect_right(line, (at, _LAST), first)
    for index in range(first, last):
        yield line[index][3]


def next_after(line: list[Place], at: datetime) -> datetime | None:
    """Returns when the first leaves that may leave only after a moment."""
    found = bisect_right(line, (at, _LAST))
    return line[found][0] if found < len(line) else None


def _line(publishing: Publishing, name: Name) -> list[Place]:
    return publishing.back if name[1].startswith("w") else publishing.line


def _place(name: Name, track: Track) -> Place:
    return (track.try_at, track.seq, track.place, name)
