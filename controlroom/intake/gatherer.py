"""Gathers what comes from all sides into batches, and has one thread write them.

Batches cost less the larger they are, and a writer of its own works while the networks are read.
"""

import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from controlroom.model.changes import Changes, Disappearance, Sighting

BATCH = 1_000
"""Sightings of a transaction, at about which it is closed."""
PATIENCE_S = 0.3
"""How long what a network pushes may wait for more."""
LINGER_S = 0.1
"""How long a page may: the next one of a run, or another source's, comes about as soon."""

Write = Callable[[Sequence[Sighting], Sequence[Disappearance]], Changes]
Told = Callable[[Changes, tuple[int, ...]], None]


@dataclass(slots=True)
class _Part:
    """What one side has brought."""

    sightings: Sequence[Sighting]
    missed: Sequence[Disappearance]
    patient: bool
    written: "Future[None]" = field(default_factory=Future)


class Gatherer:
    """Writes in a thread of its own. `put` is safe in every thread.

    Args:
        write: takes a batch in; raises `WorldError`, which every side of the batch then gets.
        told: called after each batch with what changed and the streams it is about, from the
            gatherer's thread.
    """

    def __init__(self, write: Write, told: Told = lambda _, __: None) -> None:
        self._write = write
        self._told = told
        self._parts: queue.Queue[_Part | None] = queue.Queue()
        self._thread = threading.Thread(target=self._work, name="write")
        self._thread.start()

    def put(
        self,
        sightings: Sequence[Sighting],
        missed: Sequence[Disappearance] = (),
        *,
        patient: bool = False,
    ) -> "Future[None]":
        """Hands over what came; the result is there when it is committed.

        Args:
            patient: may wait up to `PATIENCE_S` for more.
        """
        part = _Part(sightings, missed, patient)
        self._parts.put(part)
        return part.written

    def close(self) -> None:
        """Writes what waits and ends."""
        self._parts.put(None)
        self._thread.join()

    def _work(self) -> None:
        open_ = True
        while open_:
            first = self._parts.get()
            if first is None:
                break
            parts, open_ = self._with_what_waits(first)
            self._take(parts)
        self._refuse_late()

    def _with_what_waits(self, first: _Part) -> tuple[list[_Part], bool]:
        """Returns a batch, and False if it is the last."""
        parts, size = [first], len(first.sightings)
        until = time.monotonic() + (PATIENCE_S if first.patient else LINGER_S)
        while size < BATCH:
            try:
                part = self._parts.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                break
            if part is None:
                return parts, False
            parts.append(part)
            size += len(part.sightings)
            if not part.patient:
                until = min(until, time.monotonic() + LINGER_S)
        return parts, True

    def _take(self, parts: list[_Part]) -> None:
        sightings = [sighting for part in parts for sighting in part.sightings]
        missed = [one for part in parts for one in part.missed]
        try:
            changes = self._write(sightings, missed)
        except BaseException as error:  # noqa: BLE001 - it belongs to those who wait
            for part in parts:
                part.written.set_exception(error)
            return
        if changes:
            streams = {stream for sighting in sightings for stream in sighting.streams}
            self._told(changes, tuple(sorted(streams)))
        for part in parts:
            part.written.set_result(None)

    def _refuse_late(self) -> None:
        while not self._parts.empty():
            if part := self._parts.get():
                part.written.cancel()
