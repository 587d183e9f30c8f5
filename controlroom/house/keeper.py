"""The keeper of a data folder: takes it, opens it, looks after it, gives it back.

What opening can do without (backups, repairs, removal) is imported where it is first done: the
first board waits for the rest.
"""

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from controlroom.house.opened import House
from controlroom.keychain import (
    Created,
    DataKey,
    Keychain,
    RecoveryKey,
    confirm_recovery_key,
    open_house_key,
    recorded_backend,
    recover,
    replace_recovery_key,
    system_keychain,
    unlock_with_recovery_key,
)
from controlroom.keychain.book import SignInBook
from controlroom.keychain.errors import SecretError
from controlroom.keychain.keysfile import needed_keys
from controlroom.model.errors import OurError, WorldError
from controlroom.model.stopping import Stopped
from controlroom.store.backup.swap import finish_interrupted_restore
from controlroom.store.durable import disk_told
from controlroom.store.kinds import OURS, TEAM_FILE
from controlroom.store.lock import Hold
from controlroom.store.places import refuse_unfit_place

if TYPE_CHECKING:
    from controlroom.keychain.case_lists import CaseKeyKeeper
    from controlroom.keychain.sign_ins import SignInKeeper
    from controlroom.model.house import CacheFigures, HouseState, Rescued, Trouble
    from controlroom.store.cache.retention import RetentionPlan

LOCK_NAME = "desk.lock"
Door = Callable[[Path], Keychain]
"""Gives the keychain for a data folder; may raise any `SecretError` of the keychain."""


class Opening(NamedTuple):
    """What opening gave.

    Attributes:
        recovery: the recovery key of a folder that is new: to be shown now, and once.
        recovery_noted: whether somebody has typed it back from paper.
    """

    house: House
    recovery: RecoveryKey | None
    recovery_noted: bool


def computer_keychain(folder: Path) -> Keychain:
    """Returns the keychain of this computer, the one that had the key before if it works."""
    return system_keychain(recorded_backend(folder))


class Keeper:
    """One desk's hold on its data folder. All calls but `stop` come from one thread at a time.

    Args:
        others: files that go along with every backup (settings).
    """

    def __init__(
        self, folder: Path, others: tuple[Path, ...] = (), door: Door = computer_keychain
    ) -> None:
        self.folder = folder
        self.house: House | None = None
        self._others, self._door = others, door
        self._lock: Hold | None = None
        self._key: DataKey | None = None
        self._unshown: RecoveryKey | None = None
        self._noted = False
        self._over = threading.Event()
        self._seen: tuple[tuple[int, ...], CacheFigures] | None = None

    def open(self, typed: str = "") -> Opening:
        """Takes the folder and opens it; with `typed` by the recovery key.

        Raises `WorldError`; nothing was made or overwritten that held data, and the folder is free.
        """
        self.close()
        try:
            self._take_folder()
            self._key = self._recovered(typed) if typed else self._usual_key()
            book = SignInBook(self._sign_in_keeper)
            self.house = House.open(self.folder, self._key, book, self._team())
            self.house.case_keys = self._case_keys
        except BaseException:
            self.close()
            raise
        shown, self._unshown = self._unshown, None
        return Opening(self.house, shown, self._noted)

    def close(self) -> None:
        """Closes what is open and gives the folder back."""
        house, self.house = self.house, None
        lock, self._lock = self._lock, None
        try:
            if house is not None:
                house.close()
        finally:
            if lock is not None:
                lock.release()

    def stop(self) -> None:
        """Ends long work soon, with `Stopped`; may be called from any thread."""
        self._over.set()

    def trouble(self, error: WorldError) -> "Trouble":
        """Returns the error with what may help against it."""
        from controlroom.house.troubles import remedies
        from controlroom.model.house import Trouble

        return Trouble(error, remedies(error, self.folder, has_key=self._key is not None))

    def get_ready(self) -> None:
        """Loads what the first write would have to wait for. Raises `StoreError`."""
        if self.house is not None:
            self.house.desk.database.get_ready_to_write()

    def check(self) -> None:
        """Looks for damage in the files. Raises `Damaged`."""
        from controlroom.house import damage

        damage.refuse_damaged(self.folder, self._known_key().reveal(), self._go_on)

    def confirm(self, typed: str) -> None:
        """Records that the recovery key is on paper. Raises `SecretError`."""
        confirm_recovery_key(self.folder, typed)
        self._noted = True

    def new_recovery_key(self) -> RecoveryKey:
        """Returns a new recovery key in place of the old one. Raises `SecretError`."""
        recovery = replace_recovery_key(self.folder, self._door(self.folder))
        self._noted = False
        return recovery

    def figures(self) -> "CacheFigures | None":
        """Returns the cache's figures, None while there is no cache. Raises `StoreError`."""
        if self.house is None or self.house.cache is None:
            return None
        from controlroom.model.house import CacheFigures
        from controlroom.store.backup.make import looks
        from controlroom.store.cache.schema import CACHE
        from controlroom.store.cache.sources import SourceList

        seen = looks(self.folder, CACHE)
        if self._seen is None or self._seen[0] != seen:
            totals = self.house.cache.totals()
            profiles = SourceList(self.house.cache.database).profiles()
            self._seen = (seen, CacheFigures(totals.posts, totals.size, len(profiles)))
        return self._seen[1]

    def state(self) -> "HouseState":
        """Returns how the folder stands. Raises `StoreError`."""
        from controlroom.house import backups
        from controlroom.model.house import HouseState

        with disk_told(self.folder):
            files = [file for file in self.folder.rglob("*") if file.is_file()]
            size = sum(file.stat().st_size for file in files)
        return HouseState(self.folder, size, backups.last(self.folder), self._noted)

    def back_up_due(self, every_minutes: int) -> datetime | None:
        """Makes the backups that are due; returns when, None if none was. Raises `WorldError`."""
        return self._back_up(every_minutes, at_once=False)

    def back_up_now(self, every_minutes: int) -> datetime | None:
        """Makes every backup, due or not; returns when. Raises `WorldError`."""
        return self._back_up(every_minutes, at_once=True)

    def planned(self, days: Mapping[str, int]) -> "RetentionPlan":
        """Returns what retention would remove. Raises `StoreError`."""
        from controlroom.house import retention

        return retention.planned(self.folder, self._known_key().reveal(), days)

    def remove(self, plan: "RetentionPlan", told: Callable[[int], bool]) -> int:
        """Removes what was planned, step by step, for as long as `told` wants; returns how much."""
        from controlroom.house import retention

        def go_on(done: int) -> bool:
            return told(done) and not self._over.is_set()

        return retention.remove(self.folder, self._known_key().reveal(), plan, go_on)

    def salvage(self, told: Callable[[str, int], None]) -> "list[Rescued]":
        """Makes each damaged database anew of what can be read; `told` gets name and percent.

        Raises `WorldError`; the damaged files are then where they were.
        """
        from controlroom.house import rescue

        self.close()
        return rescue.salvage_damaged(self.folder, self._known_key().reveal(), self._minding(told))

    def restore(self, file: str, told: Callable[[str, int], None]) -> "Rescued":
        """Puts back the newest sound backup that holds a file. Raises `WorldError`."""
        from controlroom.house import rescue

        self.close()
        return rescue.restore_newest(
            self.folder, self._known_key().reveal(), file, self._minding(told)
        )

    def _take_folder(self) -> None:
        refuse_unfit_place(self.folder)
        with disk_told(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = Hold(self.folder / LOCK_NAME)
        finish_interrupted_restore(self.folder)

    def _sign_in_keeper(self) -> "SignInKeeper":
        from controlroom.keychain.sign_ins import SignInKeeper

        return SignInKeeper(self._door(self.folder), needed_keys(self.folder).key_id)

    def _case_keys(self) -> "CaseKeyKeeper":
        from controlroom.keychain.case_lists import CaseKeyKeeper

        return CaseKeyKeeper(self._door(self.folder), needed_keys(self.folder).key_id)

    def _team(self) -> str:
        """Returns the address of the team's database, "" for a folder that has joined none."""
        if not (self.folder / TEAM_FILE).exists():
            return ""
        from controlroom.keychain.team import TeamSecrets
        from controlroom.team.joined import signed_in_address

        secrets = TeamSecrets(self._door(self.folder), needed_keys(self.folder).key_id)
        return signed_in_address(self.folder, secrets)

    def _usual_key(self) -> DataKey:
        files = [self.folder / kind.name for kind in OURS]
        got = open_house_key(self.folder, self._door(self.folder), files)
        if isinstance(got, Created):
            self._unshown, self._noted = got.recovery, False
        else:
            self._noted = got.recovery_noted
        return got.key

    def _recovered(self, typed: str) -> DataKey:
        """Gives the key to the keychain again if it takes it; else it serves for this run.

        Where keys.json is lost, the one of a backup is put back first.
        """
        from controlroom.house.keys_back import put_back_keys

        put_back_keys(self.folder, typed)
        key = unlock_with_recovery_key(self.folder, typed)
        try:
            recover(self.folder, typed, self._door(self.folder))
        except SecretError:
            confirm_recovery_key(self.folder, typed)
        self._noted = True
        return key

    def _back_up(self, every_minutes: int, *, at_once: bool) -> datetime | None:
        from controlroom.house import backups

        return backups.run(
            self.folder,
            self._known_key().reveal(),
            self._others,
            every_minutes,
            datetime.now(UTC),
            at_once=at_once,
            progress=self._go_on,
        )

    def _minding(self, told: Callable[[str, int], None]) -> Callable[[str, int], None]:
        def step(name: str, percent: int) -> None:
            self._go_on(0, 0)
            told(name, percent)

        return step

    def _go_on(self, _done: int, _total: int) -> None:
        if self._over.is_set():
            raise Stopped

    def _known_key(self) -> DataKey:
        if self._key is None:
            raise OurError("the folder has not been opened yet")
        return self._key
