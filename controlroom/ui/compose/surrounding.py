"""What the checks know beside the draft, gathered from the record and what the composer has."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from controlroom.model import clock
from controlroom.outbound.checks.surroundings import OwnProfile, Surroundings
from controlroom.store.cache.naming import is_known
from controlroom.ui.compose.near import Near
from controlroom.ui.compose.ours import Ours, own_limits
from controlroom.ui.compose.protected import Protected

if TYPE_CHECKING:
    from controlroom.model.outgoing.content import Content
    from controlroom.model.profile import Profile
    from controlroom.outbound.counting.limits import Limits
    from controlroom.store.database import Database
    from controlroom.ui.compose.around import ComposeWindow


class Surrounding:
    """Asked in the window's thread; what it returns is looked at on another.

    Args:
        draft: returns the id of the draft that is asked about, "" for none.
    """

    def __init__(self, window: "ComposeWindow", ours: Ours, draft: Callable[[], str] = str) -> None:
        self._window, self._ours, self._draft = window, ours, draft
        if window.near is None:
            window.near = Near(window.record)
        self._near = window.near
        self._protected = Protected(window)
        self._seen: tuple[object, ...] = ()
        self._limits: Mapping[str, Limits] = {}
        self._profiles: Mapping[str, OwnProfile] = {}

    def of(self, content: "Content") -> Surroundings:
        """Returns what there is to know about a draft."""
        self._look()
        about = self._protected.surroundings(self._profiles, content.targets)
        state, now = self._window.record.state, clock.now()
        near = self._near.of(state, content, self._draft(), now)
        return replace(about, nearby=near, handles=self._accounts())

    def limits(self) -> "Mapping[str, Limits]":
        """Returns the limits of profiles whose server has others than their network."""
        self._look()
        return self._limits

    def _accounts(self) -> "frozenset[str] | _Accounts":
        house = self._window.house
        known = house is not None and house.cache is not None
        return _Accounts(house.cache.database) if known else frozenset()

    def _look(self) -> None:
        """Puts the profiles together, if they are others than before."""
        ours = self._ours
        seen = ours.profiles, ours.groups, ours.servers
        if any(one is not two for one, two in zip_longest(seen, self._seen)):
            self._limits = own_limits(ours)
            groups = {one.id: one.name for one in ours.groups}
            self._profiles = {
                key: self._own(key, one, groups) for key, one in ours.profiles.items()
            }
            self._seen = seen

    def _own(self, key: str, one: "Profile", groups: Mapping[int, str]) -> OwnProfile:
        place, limits = groups.get(one.group, ""), self._limits.get(key)
        return OwnProfile(key, one.network, one.handle, one.name, place, limits=limits)


class _Accounts:
    """Whom the cache knows, looked up where and when it is asked: there may be millions."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def __contains__(self, handle: object) -> bool:
        return is_known(self._database, str(handle))
