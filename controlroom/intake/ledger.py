"""How far each source was read, kept in memory beside the file: one process writes it."""

import threading
from dataclasses import replace
from typing import Protocol

from controlroom.model.reading import Gap, SourceState
from controlroom.model.stream import Source


class Keeper(Protocol):
    """Keeps states and gaps; `store.cache.states.StateKeeper` is one."""

    def state(self, source: Source) -> SourceState: ...

    def gaps(self, source: int | None = None, *, standing: bool = False) -> list[Gap]: ...

    def save_state(self, state: SourceState, *gaps: Gap) -> int: ...


class Ledger:
    """States and standing gaps, read once and saved at every change. Safe in several threads.

    Raises what the keeper raises.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._lock = threading.Lock()
        self._states: dict[Source, SourceState] = {}
        self._gaps: dict[int, tuple[Gap, ...]] = {}

    def state(self, source: Source) -> SourceState:
        """Returns how this source stands; a new state with id 0 if it was never tried."""
        with self._lock:
            known = self._states.get(source)
        return known or self._remember(self._keeper.state(source))

    def standing(self, state: SourceState) -> tuple[Gap, ...]:
        """Returns the gaps of a source that are not filled, oldest first."""
        if not state.id:
            return ()
        with self._lock:
            known = self._gaps.get(state.id)
        return known if known is not None else self._read_gaps(state.id)

    def save(self, state: SourceState, *gaps: Gap) -> SourceState:
        """Saves a state together with gaps of it, all or nothing; returns it with its id."""
        number = self._keeper.save_state(state, *gaps)
        if gaps:
            self._read_gaps(number)
        return self._remember(replace(state, id=number))

    def _remember(self, state: SourceState) -> SourceState:
        if state.id:
            with self._lock:
                self._states[state.source] = state
        return state

    def _read_gaps(self, number: int) -> tuple[Gap, ...]:
        found = tuple(self._keeper.gaps(number, standing=True))
        with self._lock:
            self._gaps[number] = found
        return found
