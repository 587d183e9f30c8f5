"""What the engine reads with, put together: feeds, budgets, batches, connections."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence

from controlroom.engine.seats import Feeds, utc_now
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.base import Heard
from controlroom.feeds.errors import ReadError
from controlroom.intake.channels import Channels, listening
from controlroom.intake.collector import Collector
from controlroom.intake.gatherer import Gatherer, Told
from controlroom.intake.hearing import Hearing
from controlroom.intake.membership import Membership
from controlroom.intake.plan import Plan
from controlroom.intake.purses import Purses
from controlroom.intake.reach import spread_over
from controlroom.intake.till import Till
from controlroom.intake.wanted import wanted_sources
from controlroom.intake.wanting import Wanted
from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.model.stream import Source, Stream
from controlroom.store.cache.spending import SpendingKeeper
from controlroom.store.cache.states import StateKeeper
from controlroom.store.cache.writer import CacheWriter

log = logging.getLogger(__name__)

Stands = Callable[[Sequence[Source], bool], None]
Fault = Callable[[ReadError], None]


class Machinery:
    """Everything between the networks and the cache.

    Args:
        told: called with what each batch changed, from the thread that writes.
        stands: called when a push has begun or ended, from the push's thread.
        fault: called with what went wrong with one, from there.

    Attributes:
        writing: held by whoever writes to the cache.
    """

    def __init__(
        self,
        writer: CacheWriter,
        sign_ins: SignIns,
        servers: Callable[[str], str],
        networks: Mapping[str, str],
        *,
        told: Told,
        stands: Stands,
        fault: Fault,
    ) -> None:
        self.writing = threading.Lock()
        self._writer = writer
        self._sign_ins = sign_ins
        self._stands, self._fault = stands, fault
        self.feeds = Feeds(sign_ins, servers, networks)
        spendings = SpendingKeeper(writer.database, utc_now())
        self.till = Till(spendings)
        self.purses = Purses(spendings, till=self.till)
        self.plan = Plan(self.purses)
        self.states = StateKeeper(writer.database)
        self.gatherer = Gatherer(self._write, told)
        self.collector = Collector(
            self.feeds.of, self.gatherer.put, self.states, utc_now, self.purses
        )
        self.hearing = Hearing(self.gatherer, self.till, utc_now)
        self.channels = Channels(
            lambda wanted: listening(self.feeds.new(wanted)),
            lambda wanted: listening(self.feeds.of(wanted)),
            self,
            utc_now,
        )

    def load(self) -> list[Wanted]:
        """Reads from the cache who and what is to be read; for a thread that may wait."""
        profiles, streams = self._writer.profiles(), self._spread_streams()
        self.feeds.know(profiles)
        self.collector.membership = self.hearing.membership = Membership(streams, profiles)
        return wanted_sources(profiles, streams, self.feeds.capabilities, self._app_of)

    def want(self, wanted: list[Wanted]) -> None:
        """Reads and listens for this from now on; called in the loop's thread."""
        self.plan.want(wanted, utc_now())
        self.hearing.wanted = {one.source: one for one in wanted}
        self.channels.want(wanted)

    def hang_up(self) -> None:
        """Ends every exchange with a network."""
        self.feeds.close()
        self.channels.close()

    def hear(self, heard: Heard) -> None:
        self.hearing.take(heard)

    def stands(self, sources: Sequence[Source], now: bool) -> None:
        self._stands(sources, now)

    def fault(self, error: ReadError) -> None:
        self._fault(error)

    def _spread_streams(self) -> list[Stream]:
        """Brings streams over many profiles in step with the profiles there are."""
        held, profiles = self._writer.streams(), self._writer.profiles()
        groups = self._writer.groups()
        spread = [spread_over(one, profiles, groups, self.feeds.capabilities) for one in held]
        for before, after in zip(held, spread, strict=True):
            if after != before:
                self._writer.save_stream(after)
        return spread

    def _app_of(self, profile: int) -> str:
        return self._sign_ins.of(profile).credential().app.id

    def _write(self, sightings: Sequence[Sighting], missed: Sequence[Disappearance]) -> Changes:
        with self.writing:
            changes = self._writer.ingest(sightings, missed)
        self.hearing.settle()
        return changes
