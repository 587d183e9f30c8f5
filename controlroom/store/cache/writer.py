"""Writing to the cache: the engine's side."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.store.cache.ingest import Ingest
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database


class CacheWriter:
    """The one writer of `cache.db`.

    Raises what `Database` raises; a batch that fails leaves nothing behind and may be tried again.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._ingest = self._begin()

    @classmethod
    def open(cls, folder: Path, key: bytes) -> Self:
        """Opens, makes or migrates the cache in `folder`; `key` is 32 bytes."""
        return cls(Database.open(folder, CACHE, key, write=True))

    def ingest(
        self, sightings: Sequence[Sighting], missed: Sequence[Disappearance] = ()
    ) -> Changes:
        """Takes in a batch in one transaction; about 500 sightings make a good batch.

        The same batch twice changes nothing, and the order of batches does not matter.
        """
        try:
            with self.database.write() as connection:
                return self._ingest.take(connection, sightings, missed)
        except BaseException:
            self._ingest = self._begin()
            raise

    def close(self) -> None:
        """Closes the file."""
        self.database.close()

    def _begin(self) -> Ingest:
        with self.database.read() as connection:
            return Ingest(connection)
