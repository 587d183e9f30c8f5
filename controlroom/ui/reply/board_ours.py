"""The force's own profiles as the board knows them, for what is written beside it."""

from typing import TYPE_CHECKING

from controlroom.model.journal_subject import profile_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from controlroom.model.profile import Group, Profile
    from controlroom.model.server import Servers
    from controlroom.ui.board.column.desk import BoardDesk


class BoardOurs:
    """An `Ours` of the facts that were read last."""

    def __init__(self, desk: "BoardDesk") -> None:
        self._desk = desk
        self._listed: Sequence[Profile] | None = None
        self._by_key: Mapping[str, Profile] = {}

    @property
    def profiles(self) -> "Mapping[str, Profile]":
        listed = self._desk.facts.profiles
        if listed is not self._listed:
            self._by_key = {profile_key(one): one for one in listed}
            self._listed = listed
        return self._by_key

    @property
    def groups(self) -> "Sequence[Group]":
        return self._desk.facts.groups

    @property
    def servers(self) -> "Servers":
        return self._desk.facts.servers
