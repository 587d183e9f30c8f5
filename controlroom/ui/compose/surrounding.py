"""What the checks know beside the draft, gathered from the record and what the composer has."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from controlroom.model import clock
from controlroom.outbound.checks.surroundings import OwnProfile, Surroundings
from controlroom.store.cache.naming import is_known
from controlroom.ui.compose.near import Near
from controlroom.ui.compose.protected import Protected

if TYPE_CHECKING:
    from controlroom.model.outgoing.content import Content
    from controlroom.outbound.counting.limits import Limits
    from controlroom.store.database import Database
    from controlroom.ui.compose.around import ComposeWindow
    from controlroom.ui.compose.force import Force


class Surrounding:
    """Asked in the window's thread; what it returns is looked at on another.

    Args:
        draft: returns the id of the draft that is asked about, "" for none.
    """

    def __init__(
        self, window: "ComposeWindow", force: "Force", draft: Callable[[], str] = str
    ) -> None:
        self._window, self._force, self._draft = window, force, draft
        self._near = Near()
        self._protected = Protected(window)

    def of(self, content: "Content") -> Surroundings:
        """Returns what there is to know about a draft."""
        about = self._protected.surroundings(self._profiles(), content.targets)
        state, now = self._window.record.state, clock.now()
        near = self._near.of(state, content, self._draft(), now)
        return replace(about, nearby=near, handles=self._accounts())

    def limits(self) -> Mapping[str, "Limits"]:
        """Returns the limits of profiles whose server has others than their network."""
        return {}

    def _accounts(self) -> "frozenset[str] | _Accounts":
        house = self._window.house
        known = house is not None and house.cache is not None
        return _Accounts(house.cache.database) if known else frozenset()

    def _profiles(self) -> Mapping[str, OwnProfile]:
        groups = {one.id: one.name for one in self._force.groups}
        return {
            key: OwnProfile(key, one.network, one.handle, one.name, groups.get(one.group, ""))
            for key, one in self._force.profiles.items()
        }


class _Accounts:
    """Whom the cache knows, looked up where and when it is asked: there may be millions."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def __contains__(self, handle: object) -> bool:
        return is_known(self._database, str(handle))
