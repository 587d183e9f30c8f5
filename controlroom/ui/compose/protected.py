"""What the checks ask beside a draft: the case lists, the force’s own sites and numbers."""

from typing import TYPE_CHECKING, Any

from controlroom.model import clock
from controlroom.outbound.checks.surroundings import Surroundings, hosts_in, numbers_in
from controlroom.team.incidents import open_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from controlroom.outbound.case_lists import LateLists
    from controlroom.outbound.checks.surroundings import OwnProfile
    from controlroom.ui.compose.around import ComposeWindow


class Protected:
    """Asked in the window's thread; what it returns reads its key where it is first used."""

    def __init__(self, window: "ComposeWindow") -> None:
        self._window = window
        self._seen: Any = None
        self._lists: LateLists | None = None

    def lists(self) -> "LateLists | None":
        """Returns the case lists as they stand, None where the record has none."""
        state, house = self._window.record.state, self._window.house
        items = state.publishing.case_list if state is not None else {}
        if not items or house is None:
            return None
        day = clock.now().date()
        told = tuple((item, kept.seq) for item, kept in items.items())
        seen = (house, self._window.line.guards, day, told)
        if seen != self._seen:
            from controlroom.outbound.case_lists import LateLists, listed

            known = [listed(item, kept) for item, kept in items.items()]
            self._seen, self._lists = seen, LateLists(house.case_keys, known, day)
        return self._lists

    def surroundings(
        self, profiles: "Mapping[str, OwnProfile]", targets: "Iterable[str]" = ()
    ) -> "Surroundings":
        """Returns what there is to know beside a draft.

        Args:
            targets: the profiles it goes to, by their keys.
        """
        now, state = self._window.settings, self._window.record.state
        return Surroundings(
            profiles=profiles,
            domains=hosts_in(now.own_sites),
            phones=numbers_in(now.own_phones),
            incident=open_on(state, targets) if state is not None else "",
            lists=self.lists(),
        )
