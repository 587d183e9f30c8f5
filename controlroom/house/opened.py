"""The open databases of a data folder."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from controlroom.keychain import DataKey
from controlroom.keychain.book import SignInBook
from controlroom.store.cache.reader import CacheReader
from controlroom.store.desk.store import DeskStore
from controlroom.store.errors import FileAbsent
from controlroom.store.lock import AlreadyRunning

if TYPE_CHECKING:
    from controlroom.model.journal import Proposal
    from controlroom.store.journal.followed import Followed
    from controlroom.team.state import State


class House:
    """What pages read from and write to, until `close`.

    Attributes:
        desk: this person's boards, read marks and drafts.
        cache: what the networks said; None while another process is still making it.
        sign_ins: of the profiles, in the keychain.
    """

    def __init__(
        self,
        folder: Path,
        key: DataKey,
        desk: DeskStore,
        cache: CacheReader | None,
        sign_ins: SignInBook,
    ) -> None:
        self.folder = folder
        self.key = key
        self.desk = desk
        self.cache = cache
        self.sign_ins = sign_ins

    @classmethod
    def open(cls, folder: Path, key: DataKey, sign_ins: SignInBook) -> Self:
        """Opens both databases, made or migrated where need be. Raises what `Database` raises."""
        desk = DeskStore.open(folder, key.reveal())
        try:
            return cls(folder, key, desk, _cache(folder, key.reveal()), sign_ins)
        except BaseException:
            desk.close()
            raise

    def record(self, actor: str) -> "Followed":
        """Opens the record of this workstation, which is made if need be. Raises `WorldError`."""
        from controlroom.store.journal.file import JournalFile

        return JournalFile.open(self.folder, self.key.reveal(), actor)

    def founding(self, officer: str) -> "Proposal | None":
        """Returns what a record that has no entry yet begins with."""
        from controlroom.house.recorded import account_name, account_number
        from controlroom.model.journal_kinds import proposal_of
        from controlroom.team.roles import founding

        return proposal_of(founding(officer or account_number(), account_name(), alone=True))

    def acting(self, officer: str) -> str:
        """Returns who acts here: `officer`, or whom the account of this computer is for."""
        from controlroom.house.recorded import account_number

        return officer or account_number()

    def acting_of(self, state: "State", officer: str) -> str:
        """Returns who acts here of those the record knows: who founded it, if it is unknown."""
        from controlroom.house.recorded import longest_here

        return officer if state.here(officer) else longest_here(state) or officer

    def close(self) -> None:
        """Closes both databases."""
        try:
            self.desk.close()
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
