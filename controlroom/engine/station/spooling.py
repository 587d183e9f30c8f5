"""The station's cache: what goes into it lies in the spool first."""

import threading
from collections.abc import Sequence

from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.store.archive.names import Names
from controlroom.store.archive.parcel import parcel
from controlroom.store.archive.spool import Spool
from controlroom.store.cache.writer import CacheWriter


class SpoolingWriter(CacheWriter):
    """A cache of which every batch is on its way to the team before it is in here.

    Attributes:
        spool: set once, before the first batch.
        came: set with every batch, for whoever empties the spool.
    """

    spool: Spool
    came: threading.Event

    def ingest(
        self, sightings: Sequence[Sighting], missed: Sequence[Disappearance] = ()
    ) -> Changes:
        made = parcel(sightings, missed, self.names())
        if made:
            self.spool.put(made)
            self.came.set()
        return super().ingest(sightings, missed)

    def names(self) -> Names:
        """Returns the names of the profiles as they are now."""
        return Names({profile.id: profile for profile in self.profiles()})
