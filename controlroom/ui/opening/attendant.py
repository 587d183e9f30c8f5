"""Opens the data folder behind the window, and shows what is the matter when it cannot."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from controlroom.keychain.errors import (
    RecoveryKeyLength,
    RecoveryKeyMistyped,
    RecoveryKeyWrong,
)
from controlroom.model.errors import WorldError
from controlroom.store.errors import Damaged, NotOurs, WrongKey
from controlroom.ui.frame.notice import Notice
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.keeper import Keeper, Opening
from controlroom.ui.language import told
from controlroom.ui.opening.recovery_duty import RecoveryDuty
from controlroom.ui.opening.rounds import BACKUP_MS, FIGURES_MS, Rounds
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from controlroom.model.house import Rescued, Trouble
    from controlroom.ui.opening.stand_in import StandIn
    from controlroom.ui.settings.data import DataGroup

BEYOND_USE = (Damaged, NotOurs, WrongKey)
"""Errors after which nothing more is read until a person has decided."""
CALM_MS = 1500
"""How long what can wait leaves the processors to the first board: it reads for half a second."""
MISTYPED = (RecoveryKeyLength, RecoveryKeyMistyped, RecoveryKeyWrong)


class Attendant(QObject):
    """The window's side of the data folder, from the first painting to the closing.

    What is only for troubles is imported when there is one: the first board waits for the rest.

    Args:
        calm_ms: how long after opening the rounds begin and damage is looked for; 0 for at once.
    """

    def __init__(
        self,
        window: DeskWindow,
        keeper: Keeper,
        backup_ms: int = BACKUP_MS,
        figures_ms: int = FIGURES_MS,
        calm_ms: int = CALM_MS,
    ) -> None:
        super().__init__(window)
        self._window, self._keeper = window, keeper
        self.work = Workshop(self)
        self.rounds = Rounds(window, keeper, self.work, backup_ms, figures_ms)
        self.recovery = RecoveryDuty(window, keeper, self.work)
        self._calm = QTimer(self, singleShot=True, interval=calm_ms)
        self._calm.timeout.connect(self._look_after)
        self.page: StandIn | None = None
        self.group: DataGroup | None = None
        self.rounds.met.connect(partial(self.meet, key="figures"))
        window.trouble.connect(self.meet)
        window.section_shown.connect(self._furnish)
        window.closed.connect(keeper.stop)
        self._furnish(window.pages.section)

    def open(self, typed: str = "") -> None:
        """Opens the folder, with `typed` by the recovery key; the window goes on meanwhile."""
        if self.page is not None:
            self.page.rest(resting=True)
        failed = self._mistyped if typed else self._failed
        board = self._window.pages.page("board")
        self.work.do(partial(self._open, typed, board), self._opened, failed)

    def meet(self, error: WorldError, key: str = "house") -> None:
        """Takes an error met in the house: the page for it, or a notice if work can go on.

        Args:
            key: under which the notice stands until it is mended.
        """
        if isinstance(error, BEYOND_USE):
            self._give_up(error)
            return
        from controlroom.ui.opening.trouble_page import sentence

        self._window.status.notice.stand(key, Notice(lambda: (sentence(error), told(error))))

    def show_trouble(self, trouble: "Trouble") -> None:
        """Shows the page for an error in place of every section that needs the databases."""
        from controlroom.model.house import Remedy
        from controlroom.ui.opening.rescue import Rescue
        from controlroom.ui.opening.trouble_page import trouble_page

        rescue = Rescue(self._window, self._keeper, self.work, self._rescued, self._failed)
        runs: dict[Remedy, Callable[[], object]] = {
            Remedy.SALVAGE: partial(rescue.offer_salvage, self._work_on),
            Remedy.RESTORE: partial(rescue.offer_restore, _file_of(trouble), self._work_on),
            Remedy.RECOVERY_KEY: self._ask_for_key,
            Remedy.TRY_AGAIN: self.open,
        }
        self._stand_in(trouble_page(trouble, runs, self._window.leave))

    def end(self) -> None:
        """Ends all work, waits for what cannot be broken off, and closes the folder."""
        self._keeper.stop()
        self._calm.stop()
        self.rounds.stop()
        self.work.close()
        self._window.show_house(None)
        self._keeper.close()

    def _open(self, typed: str, board: Any) -> Opening:
        """Opens the folder; what the board shows first is read on the same thread."""
        opening = self._keeper.open(typed)
        if board is not None:
            board.read_ahead(opening.house)
        return opening

    def _opened(self, opening: Opening) -> None:
        self.page = None
        self._window.stand_in(None)
        self._window.status.notice.stand("house", None)
        self._window.show_house(opening.house)
        self.recovery.take_up(opening.recovery, noted=opening.recovery_noted)
        self._mind_group()
        if self._calm.interval():
            self._calm.start()
        else:
            self._look_after()

    def _look_after(self) -> None:
        self.rounds.start()
        self.work.do(self._keeper.get_ready, failed=self.meet)
        self.work.do(self._keeper.check, failed=self.meet)

    def _failed(self, error: WorldError) -> None:
        self.work.do(partial(self._keeper.trouble, error), self.show_trouble)

    def _mistyped(self, error: WorldError) -> None:
        if self.page is None or not isinstance(error, MISTYPED):
            self._failed(error)
            return
        self.page.rest(resting=False)
        self.page.field.refuse(error)

    def _rescued(self, rescued: "Sequence[Rescued]") -> None:
        from controlroom.ui.opening.trouble_page import rescued_page

        self._stand_in(rescued_page(rescued, self.open, self._window.leave))

    def _stand_in(self, page: "StandIn") -> None:
        self.page = page
        self._window.stand_in(page)
        if page.isVisible() and self._window.layers.top() is None:
            page.say()

    def _work_on(self) -> "StandIn":
        assert self.page is not None
        self.page.rest(resting=True)
        return self.page

    def _ask_for_key(self) -> None:
        if self.page is not None:
            self.page.ask_for_key(self.open)

    def _give_up(self, error: WorldError) -> None:
        """Closes the house and shows the page; whoever met the same damage too is not heard."""
        if self._window.house is None:
            return
        self._calm.stop()
        self.rounds.stop()
        self.recovery.lay_down()
        self._window.show_house(None)
        self._mind_group()
        self.work.do(self._keeper.close)
        self._failed(error)

    def _furnish(self, section: str) -> None:
        """Adds the group about data to the page of settings when that is first shown."""
        if section != "settings" or self.group is not None:
            return
        from controlroom.ui.settings.data import DataGroup
        from controlroom.ui.settings.page import SettingsPage

        page = self._window.pages.currentWidget()
        if not isinstance(page, SettingsPage):
            return
        window = self._window
        self.group = DataGroup(window, self._keeper, self.work, window.line)
        self.group.backup_wanted.connect(self.rounds.back_up_now)
        self.group.confirming_wanted.connect(self.recovery.ask)
        self.group.new_key_wanted.connect(self.recovery.offer_new_key)
        for changed in (self.rounds.backed_up, self.rounds.backup_ended, self.recovery.changed):
            changed.connect(self.group.refresh)
        page.add_group(self.group)
        self._mind_group()

    def _mind_group(self) -> None:
        if self.group is not None:
            self.group.set_open(self._window.house is not None)


def _file_of(trouble: "Trouble") -> str:
    return Path(str(trouble.error.values.get("path", ""))).name
