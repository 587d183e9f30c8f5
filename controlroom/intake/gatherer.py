"""Gathers what comes from all sides into batches, and has one thread write them.

Batches cost less the larger they are, and a writer of its own works while the networks are read.
"""

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from controlroom.intake.merging import merged
from controlroom.model.changes import Changes, Disappearance, Sighting

BATCH = 1_000
"""Sightings of a transaction, at about which it is closed."""
PATIENCE_S = 0.15
"""How long what a network pushes may wait for more."""
LINGER_S = 0.1
"""How long a page may: the next one of a run, or another source's, comes about as soon."""
MOST_WAITING = 20_000
"""Sightings not yet written, beyond which who brings more has to wait; pushes back up then."""

Write = Callable[[Sequence[Sighting], Sequence[Disappearance]], Changes]
Told = Callable[[Changes, tuple[int, ...]], None]


@dataclass(slots=True)
class _Part:
    """What one side has brought."""

    sightings: Sequence[Sighting]
    missed: Sequence[Disappearance]
    written: "Future[None]" = field(default_factory=Future)

    def __len__(self) -> int:
        return len(self.sightings) + len(self.missed)


class Gatherer:
    """Writes in a thread of its own. `put` is safe in every thread but that one.

    Args:
        write: takes a batch in; raises `WorldError`, which every side of the batch then gets.
        told: called after each batch with what changed and the streams it is about, from the
            gatherer's thread.
    """

    def __init__(self, write: Write, told: Told = lambda _, __: None) -> None:
        self._write = write
        self._told = told
        self._parts: deque[_Part] = deque()
        self._waiting, self._until, self._over = 0, math.inf, False
        lock = threading.Lock()
        self._came, self._room = threading.Condition(lock), threading.Condition(lock)
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

        Waits while far too much is waiting already. Cancelled after `close`.

        Args:
            patient: may wait up to `PATIENCE_S` for more.
        """
        part = _Part(sightings, missed)
        until = time.monotonic() + (PATIENCE_S if patient else LINGER_S)
        with self._room:
            self._room.wait_for(lambda: self._waiting < MOST_WAITING or self._over)
            if self._over:
                part.written.cancel()
            else:
                self._add(part, until)
        return part.written

    def close(self) -> None:
        """Writes what waits and ends."""
        with self._came:
            self._over = True
            self._came.notify()
            self._room.notify_all()
        self._thread.join()

    def _add(self, part: _Part, until: float) -> None:
        """The writer is woken where it matters: it costs more than most parts."""
        before = self._waiting
        self._parts.append(part)
        self._waiting += len(part)
        if until < self._until or before < BATCH <= self._waiting:
            self._until = min(self._until, until)
            self._came.notify()

    def _work(self) -> None:
        while parts := self._batch():
            self._take(parts)

    def _batch(self) -> list[_Part]:
        """Waits for a batch and returns it; nothing at the end."""
        with self._came:
            while not self._over and self._waiting < BATCH:
                left = self._until - time.monotonic()
                if left <= 0:
                    break
                self._came.wait(None if left == math.inf else left)
            parts = self._cut()
            self._room.notify_all()
        return parts

    def _cut(self) -> list[_Part]:
        parts, size = list[_Part](), 0
        while self._parts and size < BATCH:
            parts.append(self._parts.popleft())
            size += len(parts[-1])
        self._waiting -= size
        # What is left has waited long enough.
        self._until = time.monotonic() if self._parts else math.inf
        return parts

    def _take(self, parts: list[_Part]) -> None:
        sightings = merged([sighting for part in parts for sighting in part.sightings])
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
