"""What the checks before a delivery know beside it: the case lists, the force's own sites."""

import logging
import threading
from collections.abc import Callable, Mapping
from typing import Any

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.guard import Guard
from controlroom.model.journal_subject import profile_key
from controlroom.outbound.case_lists.late import Kept, listed, lists_with
from controlroom.outbound.checks.surroundings import (
    CaseLists,
    OwnProfile,
    Surroundings,
    hosts_in,
    numbers_in,
)
from controlroom.outbound.counting.limits import limits_of
from controlroom.settings import Settings
from controlroom.store.cache.servers import ServerList
from controlroom.store.cache.sources import SourceList

log = logging.getLogger(__name__)

Guarding = Callable[[], Guard]
"""Returns what this computer knows. Safe in several threads."""
Own = Callable[[], Mapping[str, OwnProfile]]
"""Returns the profiles whose servers have told what they take, by key. Safe in several threads."""
_ASKED_AGAIN_S = 60.0
_SAMPLE = Settings().own_sites
_LOOKED_UP_S = 5.0


def nobody() -> Mapping[str, OwnProfile]:
    """Returns no profile: the networks themselves judge what is too much."""
    return {}


class Beside:
    """Gives the surroundings as they stand, the same object until something has changed.

    Used by one thread at a time.

    Args:
        items: the case lists of the record.
        own: the profiles of which it is known what they take.
    """

    def __init__(
        self, items: Callable[[], Mapping[str, Kept]], guard: Guarding, own: Own = nobody
    ) -> None:
        self._items, self._guard, self._own = items, guard, own
        self._seen: Any = None
        self._known = Surroundings()

    def __call__(self) -> Surroundings:
        guard, items, today = self._guard(), self._items(), clock.now().date()
        own = self._own()
        if (guard, items, today, own) != self._seen:
            self._seen = guard, items, today, own
            told = [listed(item, kept) for item, kept in items.items()]
            lists = lists_with(_key(guard), told, today) if told else None
            self._known = Surroundings(
                profiles=own,
                domains=hosts_in(guard.sites),
                phones=numbers_in(guard.phones),
                lists=lists,
            )
            _say_unread(lists)
        return self._known


class ToldBy:
    """Reads what the servers of profiles take, every few seconds at most.

    Args:
        read: may wait for the disk, and raise `WorldError`: what was known before stands then.
    """

    def __init__(self, read: Own) -> None:
        self._read, self._lock = read, threading.Lock()
        self._found: Mapping[str, OwnProfile] = {}
        self._asked = -_LOOKED_UP_S

    def __call__(self) -> Mapping[str, OwnProfile]:
        with self._lock:
            if clock.real_s() - self._asked >= _LOOKED_UP_S:
                self._asked = clock.real_s()
                self._look()
            return self._found

    def _look(self) -> None:
        try:
            found = self._read()
        except WorldError as error:
            log.warning("%s", error)
            return
        if found != self._found:
            self._found = found


def told_by(cache: SourceList) -> Mapping[str, OwnProfile]:
    """Returns the profiles of a cache whose servers have told. Raises what reading raises.

    Of the others it is not known here what they pay for, nor what they may therefore say.
    """
    told = ServerList(cache.database).told()
    return {
        profile_key(one): OwnProfile(
            profile_key(one),
            one.network,
            one.handle,
            one.name,
            limits=limits_of(one.network, server),
        )
        for one in cache.profiles()
        if (server := told.get((one.network, one.host))) is not None
    }


class LateGuard:
    """Reads what a station knows when it is first needed; if it lacks something, again each minute.

    So what is entered there counts without a new start.

    Args:
        read: may wait for the keychain, and raise `WorldError`: nothing is known then.
    """

    def __init__(self, read: Guarding) -> None:
        self._read, self._lock = read, threading.Lock()
        self._found = Guard()
        self._asked = -_ASKED_AGAIN_S

    def __call__(self) -> Guard:
        with self._lock:
            lacks = not (self._found.case_key and has_sites(self._found))
            if lacks and clock.real_s() - self._asked >= _ASKED_AGAIN_S:
                self._asked = clock.real_s()
                self._look()
            return self._found

    def _look(self) -> None:
        try:
            self._found = self._read()
        except WorldError as error:
            log.warning("%s", error)


def has_sites(guard: Guard) -> bool:
    """Returns whether the force's own sites were entered; those of the program are a sample."""
    return guard.sites not in ("", _SAMPLE)


def _key(guard: Guard) -> bytes | None:
    return bytes.fromhex(guard.case_key) if guard.case_key else None


def _say_unread(lists: CaseLists | None) -> None:
    unread = lists.unread() if lists is not None else 0
    if unread:
        log.warning("no key of the case lists is here: %d items are not looked for", unread)
