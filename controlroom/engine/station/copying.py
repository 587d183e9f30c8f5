"""From the spool into the team's database, in batches, for as long as a duty lasts."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import msgspec

from controlroom.engine.station.listing import listing_of
from controlroom.engine.station.spooling import SpoolingWriter
from controlroom.engine.station.standing import Paces
from controlroom.engine.station.teller import Teller
from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.store.archive.errors import NotOnDuty, PostUnfit
from controlroom.store.archive.parcel import Parcel, joined
from controlroom.store.archive.writing import ArchiveWriter, Keep

log = logging.getLogger(__name__)

BATCH = 1_000
"""Posts at once, about."""
REST_S = 1.0
_LOOK_S = 1.0
_LISTED_EACH_S, _CHORES_EACH_S = 5.0, 600.0
T = TypeVar("T")


class Copier:
    """Works in the thread that calls `work`.

    Args:
        over: set when it is to end: it sends what waits first, if the database takes it at once.
        keep: gives the rule of retention as of a day.
        paces: how often each source is read.
    """

    def __init__(
        self,
        cache: SpoolingWriter,
        archive: ArchiveWriter,
        over: threading.Event,
        keep: Callable[[date], Keep],
        paces: Paces | None = None,
    ) -> None:
        self._cache, self._archive, self._over, self._keep = cache, archive, over, keep
        self._listed = ""
        self._teller = Teller(cache, archive, paces or Paces())
        self._list_at = self._chores_at = 0.0
        self.copied = 0

    def work(self) -> None:
        """Copies until it is over. Raises `NotOnDuty`."""
        while not self._over.is_set():
            try:
                self._tell_what_is_read()
                self._do_chores()
                self._teller.look()
                if not self._copied_some():
                    self._teller.tell()
                    self._cache.came.wait(_LOOK_S)
                    self._cache.came.clear()
            except NotOnDuty:
                raise
            except WorldError as error:
                log.warning("not copied yet: %s", error)
                self._over.wait(REST_S)
        self._finish()

    def _finish(self) -> None:
        try:
            self._teller.look(now=True)
            while self._copied_some():
                pass
            self._teller.tell()
        except NotOnDuty:
            raise
        except WorldError as error:
            log.warning("%d posts stay in the spool: %s", self._cache.spool.waiting(), error)

    def _copied_some(self) -> bool:
        last, parcels = self._cache.spool.next(BATCH)
        if not last:
            return False
        self._send(joined(parcels))
        self._cache.spool.sent(last)
        return True

    def _send(self, parcel: Parcel) -> None:
        """Sends a parcel; what the database does not take is found by halving and set aside."""
        try:
            self._archive.take_in(parcel)
            self.copied += len(parcel.seen)
        except PostUnfit as error:
            halves = _halves(parcel)
            if not halves:
                log.warning("set aside: %s: %s", _named(parcel), error)
            for half in halves:
                self._send(half)

    def _tell_what_is_read(self) -> None:
        """Now and then: profiles may be added by hand."""
        if time.monotonic() < self._list_at:
            return
        listed = msgspec.json.encode(listing_of(self._cache)).decode()
        if listed != self._listed:
            self._archive.set_listing(listed)
            self._listed = listed
        self._list_at = time.monotonic() + _LISTED_EACH_S

    def _do_chores(self) -> None:
        """Now and then: the places of the days to come, and what is too old."""
        if time.monotonic() < self._chores_at:
            return
        self._archive.make_days()
        while self._archive.remove_old(self._keep(_today())) and not self._over.is_set():
            continue
        self._chores_at = time.monotonic() + _CHORES_EACH_S


def _halves(parcel: Parcel) -> list[Parcel]:
    """Returns a parcel in two parts; nothing for a single post."""
    if len(parcel.seen) + len(parcel.missed) < 2:
        return []
    if parcel.seen and parcel.missed:
        return [Parcel(parcel.seen, []), Parcel([], parcel.missed)]
    seen, missed = len(parcel.seen) // 2, len(parcel.missed) // 2
    return [
        Parcel(parcel.seen[:seen], parcel.missed[:missed]),
        Parcel(parcel.seen[seen:], parcel.missed[missed:]),
    ]


def _named(parcel: Parcel) -> str:
    names = [f"{one.network} {one.remote_id[:80]!r}" for one in parcel.seen]
    return ", ".join(names + [f"{one.network} {one.remote_id[:80]!r}" for one in parcel.missed])


def _today() -> date:
    return clock.now().date()
