"""How each source stands, as the station on duty tells it to the workstations."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from controlroom.model.decoding import decoder
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source
from controlroom.store.archive.names import Names
from controlroom.store.cache.sources import SourceList
from controlroom.store.cache.states import StateList
from controlroom.store.database import Database


class ToldGap(msgspec.Struct, frozen=True):
    """A gap that stands; `found_at` tells it from the others of its source."""

    begins: datetime
    cause: GapCause
    found_at: datetime
    ends: datetime | None = None
    lost: bool = False


class ToldState(msgspec.Struct, frozen=True):
    """How a source stands, `source` by its name; `pace` in seconds, 0.0 while it is unknown."""

    source: str
    complete_from: datetime | None = None
    complete_to: datetime | None = None
    trouble: GapCause | None = None
    gaps: tuple[ToldGap, ...] = ()
    pace: float = 0.0
    pushed: bool = False
    asleep: bool = False


decode = decoder(ToldState).decode
"""Returns how a source stands. Raises `msgspec.MsgspecError`."""


class Pace(NamedTuple):
    """How often a source is read, as the reader last said."""

    seconds: float = 0.0
    pushed: bool = False
    asleep: bool = False


class Paces:
    """How often each source is read. Safe in several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: dict[tuple[str, ...], Pace] = {}

    def hear(self, line: Mapping[str, Any]) -> None:
        """Takes what the reader says of a source."""
        key = tuple(str(line.get(part, "")) for part in ("network", "kind", "profile", "term"))
        pushed, asleep = bool(line.get("pushed")), bool(line.get("asleep"))
        pace = Pace(float(line.get("pace", 0.0)), pushed, asleep)
        with self._lock:
            self._of[key] = pace

    def of(self, source: Source) -> Pace:
        """Returns how often a source is read; nothing is known of one that was not read yet."""
        key = (source.network, str(source.kind), str(source.profile), source.term)
        with self._lock:
            return self._of.get(key, Pace())


def told_states(database: Database, paces: Paces) -> dict[str, str]:
    """Returns how every source stands that belongs to a stream and was tried, by its name."""
    lists, states = SourceList(database), StateList(database)
    names = Names({profile.id: profile for profile in lists.profiles()})
    wanted = {source for stream in lists.streams() for source in stream.sources}
    # In this order: a gap may be told early, but never be missing from a state that has it.
    standing = states.states()
    gaps = _by_source(states.gaps(standing=True))
    told = (
        _told(name, state, gaps.get(state.id, ()), paces.of(state.source))
        for state in standing
        if state.source in wanted and (name := names.of_source(state.source))
    )
    return {one.source: msgspec.json.encode(one).decode() for one in told}


def _told(name: str, state: SourceState, gaps: Sequence[Gap], pace: Pace) -> ToldState:
    made = tuple(ToldGap(one.begins, one.cause, one.found_at, one.ends, one.lost) for one in gaps)
    times = state.complete_from, state.complete_to
    return ToldState(
        name, *times, state.trouble, made, pace.seconds, pushed=pace.pushed, asleep=pace.asleep
    )


def _by_source(gaps: Iterable[Gap]) -> dict[int, list[Gap]]:
    found: dict[int, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(gap.source, []).append(gap)
    return found
