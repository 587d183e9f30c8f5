"""The open databases of a data folder."""

import threading
from contextlib import suppress
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, Self

from controlroom.keychain import DataKey, MemoryKeychain
from controlroom.keychain.book import SignInBook
from controlroom.store.cache.reader import CacheReader
from controlroom.store.desk.store import DeskStore
from controlroom.store.errors import FileAbsent
from controlroom.store.lock import AlreadyRunning

if TYPE_CHECKING:
    from collections.abc import Callable

    from controlroom.keychain.case_lists import CaseKeyKeeper
    from controlroom.model.journal import Proposal
    from controlroom.store.journal.followed import Followed
    from controlroom.store.shelf.base import Shelf
    from controlroom.team.presence import Meeting
    from controlroom.team.state import State


class House:
    """What pages read from and write to, until `close`.

    Attributes:
        desk: this person's boards, read marks and drafts.
        cache: what the networks said; None while another process is still making it.
        sign_ins: of the profiles, in the keychain.
        case_keys: gives what keeps the keys of the case lists; for this run alone where nothing
            else was given.
        team: address of the team's database with everything that signs in to it, "" for a desk of
            one: in memory and in pipes only.
    """

    def __init__(
        self,
        folder: Path,
        key: DataKey,
        desk: DeskStore,
        cache: CacheReader | None,
        sign_ins: SignInBook,
        team: str = "",
    ) -> None:
        self.folder = folder
        self.key = key
        self.desk = desk
        self.cache = cache
        self.sign_ins = sign_ins
        self.team = team
        self.case_keys: Callable[[], CaseKeyKeeper] = once(_keys_of_this_run)
        self._shelf: Shelf | None = None
        self._fetching = threading.Lock()

    @classmethod
    def open(cls, folder: Path, key: DataKey, sign_ins: SignInBook, team: str = "") -> Self:
        """Opens both databases, made or migrated where need be. Raises what `Database` raises."""
        desk = DeskStore.open(folder, key.reveal())
        try:
            return cls(folder, key, desk, _cache(folder, key.reveal()), sign_ins, team)
        except BaseException:
            desk.close()
            raise

    def record(self, actor: str) -> "Followed":
        """Opens the record as it is followed here; made if this is a desk of one.

        Raises `WorldError`.
        """
        from controlroom.store.journal.file import JournalFile

        file = JournalFile.open(self.folder, self.key.reveal(), actor)
        if not self.team:
            return file
        from controlroom.store.journal.followed import CopiedJournal
        from controlroom.store.journal.postgres.team import TeamJournal

        return CopiedJournal(TeamJournal(self.team), file)

    def founding(self, officer: str) -> "Proposal | None":
        """Returns what a record that has no entry yet begins with; a team's is begun elsewhere."""
        from controlroom.house.recorded import first_entry

        return None if self.team else first_entry(officer)

    def acting(self, officer: str) -> str:
        """Returns who acts here: `officer`, or whom the account of this computer is for.

        In a team that is whom the login is for.
        """
        from controlroom.house.recorded import account_number, number_of_login

        return number_of_login(self.team) if self.team else officer or account_number()

    def acting_of(self, state: "State", officer: str) -> str:
        """Returns who acts here of those the record knows: who founded it, if it is unknown."""
        from controlroom.house.recorded import longest_here

        if self.team or state.here(officer):
            return officer
        return longest_here(state) or officer

    def presence(self, desk: str) -> "Meeting | None":
        """Returns where those of a team meet, None on a desk of one.

        Args:
            desk: what this workstation is called.
        """
        if not self.team:
            return None
        from controlroom.store.journal.postgres.presence import PresenceLink

        return PresenceLink(self.team, desk)

    def shelf(self) -> "Shelf":
        """Returns the photos and clips of drafts; opened with the first call, from any thread.

        Raises `WorldError`.
        """
        with self._fetching:
            if self._shelf is None:
                self._shelf = self._open_shelf()
            return self._shelf

    def _open_shelf(self) -> "Shelf":
        from controlroom.store.shelf.file import ShelfFile

        here = ShelfFile.open_in(self.folder, self.key.reveal())
        if not self.team:
            return here
        from controlroom.store.journal.postgres.shelf import TeamShelf

        return TeamShelf(self.team, here)

    def close(self) -> None:
        """Closes every database."""
        try:
            self.desk.close()
            if self._shelf is not None:
                self._shelf.close()
        finally:
            if self.cache is not None:
                self.cache.close()


def _cache(folder: Path, key: bytes) -> CacheReader | None:
    cache = _there(folder, key)
    if cache is not None and not cache.database.is_behind:
        return cache
    if cache is not None:
        cache.close()
    from controlroom.store.cache.writer import CacheWriter

    # Whoever holds the cache brings it up to date.
    with suppress(AlreadyRunning):
        CacheWriter.open(folder, key).close()
    return _there(folder, key)


def _there(folder: Path, key: bytes) -> CacheReader | None:
    try:
        return CacheReader.open(folder, key)
    except FileAbsent:
        return None


def _keys_of_this_run() -> "CaseKeyKeeper":
    from controlroom.keychain.case_lists import CaseKeyKeeper

    return CaseKeyKeeper(MemoryKeychain(), "")
