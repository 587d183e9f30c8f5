"""How each source stands as the station told it, kept in this cache under its own numbers."""

import logging
import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import msgspec

from controlroom.engine.station.standing import ToldGap, ToldState, decode
from controlroom.engine.telling import Line, gap_line
from controlroom.model import clock
from controlroom.model.reading import Gap, SourceState
from controlroom.model.stream import Source, Stream
from controlroom.store.archive.names import Names
from controlroom.store.cache.states import StateKeeper
from controlroom.store.cache.writer import CacheWriter

log = logging.getLogger(__name__)


class TeamStanding:
    """Writes states and gaps into a cache.

    Args:
        writing: held by whoever writes to the cache.
    """

    def __init__(self, cache: CacheWriter, writing: threading.Lock) -> None:
        self._cache, self._writing = cache, writing
        self._keeper = StateKeeper(cache.database)

    def take(self, bodies: Iterable[str]) -> list[Line]:
        """Takes over what was told; returns what a desk is told of each source it knows."""
        names = Names({profile.id: profile for profile in self._cache.profiles()})
        streams = self._cache.streams()
        lines = []
        for one in filter(None, map(_told, bodies)):
            source = names.source(one.source)
            if source is not None:
                state, gaps = self._kept(source, one)
                lines.append(_line(one, state, gaps, streams))
        return lines

    def _kept(self, source: Source, told: ToldState) -> tuple[SourceState, list[Gap]]:
        held = self._keeper.state(source)
        before = self._keeper.gaps(held.id, standing=True) if held.id else []
        state = replace(
            held,
            # What the station before it had read to is here, whatever the new one has read so far.
            complete_from=told.complete_from or held.complete_from,
            complete_to=told.complete_to or held.complete_to,
            trouble=told.trouble,
        )
        changed = _changed(before, told.gaps, clock.now())
        if held.id and not changed and state == held:
            return state, before
        with self._writing:
            number = self._keeper.save_state(state, *changed)
        return replace(state, id=number), self._keeper.gaps(number, standing=True)


def _told(body: str) -> ToldState | None:
    """Returns what was told; None for a source that is read no more, and in an unknown form."""
    try:
        return decode(body) if body else None
    except msgspec.MsgspecError:
        log.warning("how a source stands is told in a form of another version")
        return None


def _changed(before: Sequence[Gap], told: Sequence[ToldGap], now: datetime) -> list[Gap]:
    """Returns the gaps that are new, other than they were, or filled."""
    left = list(before)
    changed = []
    for one in told:
        held = next((gap for gap in left if gap.found_at == one.found_at), None)
        if held is not None:
            left.remove(held)
        gap = _gap(held or Gap(0, one.begins, one.cause, one.found_at), one)
        if gap != held:
            changed.append(gap)
    return changed + [replace(gap, filled_at=now) for gap in left]


def _gap(held: Gap, told: ToldGap) -> Gap:
    return replace(held, begins=told.begins, ends=told.ends, cause=told.cause, lost=told.lost)


def _line(told: ToldState, state: SourceState, gaps: Sequence[Gap], streams: list[Stream]) -> Line:
    """Returns what `telling.state_line` says of a read; budgets and bills are the station's own."""
    asking = [stream for stream in streams if state.source in stream.sources]
    return {
        "source": state.id,
        "network": state.source.network,
        "kind": state.source.kind,
        "profile": state.source.profile,
        "term": state.source.term,
        "streams": tuple(stream.id for stream in asking),
        "urgent": any(stream.urgent for stream in asking),
        "now": state.trouble or "live",
        "last_read": state.complete_to,
        "next_read": None,
        "pace": told.pace,
        "pushed": told.pushed,
        "asleep": told.asleep,
        "complete_from": state.complete_from,
        "complete_to": state.complete_to,
        "gaps": [gap_line(gap) for gap in gaps],
        "budgets": [],
        "cost": {},
        "set_aside": 0,
    }
