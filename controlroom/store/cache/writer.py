"""Writing to the cache: the engine's side."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.store.cache import retention
from controlroom.store.cache.ingest import Ingest
from controlroom.store.cache.keeping import keep
from controlroom.store.cache.pace import Pace
from controlroom.store.cache.retention import Removed, RetentionPlan, RetentionRule
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.scrub import scrubbed
from controlroom.store.cache.sources import SourceKeeper
from controlroom.store.cache.tidying import Tidying
from controlroom.store.database import Database
from controlroom.store.lock import Hold
from controlroom.store.places import refuse_unfit_place

LOCK_NAME = "cache.lock"


class CacheWriter(SourceKeeper):
    """The one writer of `cache.db`, guarded by a lock beside it.

    Raises what `Database` raises; a batch that fails leaves nothing behind and may be tried again.
    """

    def __init__(self, database: Database, lock: Hold | None = None) -> None:
        self.database = database
        self._lock = lock
        self._removals = Pace(start=100, least=25, most=retention.STEP, aim_s=0.1)
        self._tidying = Tidying()
        self._ingest: Ingest | None = self._begin()

    @classmethod
    def open(cls, folder: Path, key: bytes) -> Self:
        """Opens, makes or migrates the cache in `folder`; `key` is 32 bytes.

        Raises what `Database.open`, `refuse_unfit_place` and `Hold` raise.
        """
        refuse_unfit_place(folder)
        lock = Hold(folder / LOCK_NAME)
        try:
            return cls(Database.open(folder, CACHE, key, write=True), lock)
        except BaseException:
            lock.release()
            raise

    def ingest(
        self, sightings: Sequence[Sighting], missed: Sequence[Disappearance] = ()
    ) -> Changes:
        """Takes in a batch in one transaction; about 500 sightings make a good batch.

        The same batch twice changes nothing, and the order of batches does not matter.
        """
        try:
            return self._take(sightings, missed)
        except (UnicodeEncodeError, OverflowError):
            return self._take([scrubbed(s) for s in sightings], [scrubbed(m) for m in missed])

    def keep(self, ids: Sequence[int], *, kept: bool = True) -> Changes:
        """Marks posts as kept, so that retention leaves them alone, or takes the mark off."""
        self._tidying.due = True
        with self.database.write() as connection:
            return Changes(updated=keep(connection, ids, kept=kept))

    def plan_removal(self, rules: Sequence[RetentionRule], now: datetime) -> RetentionPlan:
        """Returns what retention would remove at the aware moment `now`; removes nothing."""
        with self.database.read() as connection:
            return retention.plan(connection, rules, now)

    def remove_step(self, plan: RetentionPlan, most: int | None = None) -> Removed:
        """Removes a part of what was planned, in one transaction; false when nothing is left.

        Args:
            most: posts or payloads in this step, 1,000 at most; by itself as many as lately went
                in about a tenth of a second.
        """
        # Authors may go, and what is remembered of them must go with them.
        self._ingest = None
        self._tidying.due = True
        with self._removals.measured(), self.database.write() as connection:
            return retention.remove_step(connection, plan, most or self._removals.size)

    def tidy_step(self) -> bool:
        """Makes searches quicker by a little; to be called while nobody waits for the file.

        Holds the file for some hundredths of a second. Returns whether more is left to do.
        """
        return self._tidying.step(self.database)

    def close(self) -> None:
        """Closes the file and gives the lock back."""
        try:
            self.database.close()
        finally:
            if self._lock:
                self._lock.release()

    def _take(self, sightings: Sequence[Sighting], missed: Sequence[Disappearance]) -> Changes:
        ingest = self._ingest or self._begin()
        # What a failed batch has remembered must not outlive it.
        self._ingest = None
        self._tidying.due = True
        with _no_cycle_collection(), self.database.write() as connection:
            changes = ingest.take(connection, sightings, missed)
        self._ingest = ingest
        return changes

    def _begin(self) -> Ingest:
        with self.database.read() as connection:
            return Ingest(connection)


@contextmanager
def _no_cycle_collection() -> Iterator[None]:
    """A batch makes thousands of rows and no cycles: looking for them costs about 7 %."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
