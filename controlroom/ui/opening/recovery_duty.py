"""Sees to it that the recovery key is on paper: the dialog, the command, the quiet notice."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from controlroom.model.errors import WorldError
from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.desk import Desk
from controlroom.ui.frame.notice import Notice
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.keeper import Keeper
from controlroom.ui.language import told
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.keychain import RecoveryKey
    from controlroom.ui.opening.recovery import RecoveryPanel

translate = QCoreApplication.translate
COMMAND = "recovery-key"


class RecoveryDuty(QObject):
    """Knows whether the key is noted, and asks until it is.

    Signals:
        changed: the key was confirmed or replaced.
    """

    changed = Signal()

    def __init__(self, window: DeskWindow, keeper: Keeper, work: Workshop) -> None:
        super().__init__(window)
        self._window, self._keeper, self._work = window, keeper, work
        self._noted: bool | None = None
        self._panel: RecoveryPanel | None = None
        window.commands.add(self._command())

    def take_up(self, recovery: "RecoveryKey | None", *, noted: bool) -> None:
        """Begins with what opening gave; a key that is new is shown at once."""
        self._mind(noted)
        if recovery is not None:
            self.ask(recovery)

    def lay_down(self) -> None:
        """Ends it: the databases are closed."""
        self._noted = None
        self._window.status.notice.stand("recovery", None)

    def ask(self, key: "RecoveryKey | None" = None) -> None:
        """Opens the dialog, to show a key or to have one typed from paper."""
        from controlroom.ui.opening.recovery import RecoveryPanel

        panel = RecoveryPanel(key)
        panel.typed.connect(self._check)
        panel.new_wanted.connect(self.offer_new_key)
        self._panel = panel
        self._window.open_layer(panel)

    def offer_new_key(self) -> None:
        """Asks whether a new recovery key is to be made, and shows it."""
        from controlroom.ui.layers.question import Question

        question = Question(
            translate("Recovery", "Make a new recovery key?"),
            translate(
                "Recovery",
                "The recovery key on older paper then opens this desk no more; it still opens the"
                " backups made before today’s change. The new one is shown once.",
            ),
            translate("Recovery", "Make a new key"),
        )
        question.agreed.connect(self._make_new_key)
        self._window.open_layer(question)

    def _check(self, typed: str) -> None:
        self._work.do(partial(self._keeper.confirm, typed), self._confirmed, self._refused)

    def _confirmed(self, _nothing: None) -> None:
        if panel := self._open_panel():
            panel.finished.emit()
        self._mind(noted=True)
        self._window.status.say_shortly(translate("Recovery", "The recovery key is confirmed."))
        self.changed.emit()

    def _refused(self, error: WorldError) -> None:
        if panel := self._open_panel():
            panel.refuse(error)

    def _make_new_key(self) -> None:
        self._work.do(self._keeper.new_recovery_key, self._show_new_key, self._tell)

    def _show_new_key(self, key: "RecoveryKey") -> None:
        self._mind(noted=False)
        if panel := self._open_panel():
            panel.show_key(key)
        else:
            self.ask(key)
        self.changed.emit()

    def _tell(self, error: WorldError) -> None:
        self._window.tell(translate("Recovery", "No new key was made"), told(error))

    def _mind(self, noted: bool) -> None:
        self._noted = noted
        notice = None if noted else Notice(_not_noted, COMMAND)
        self._window.status.notice.stand("recovery", notice)

    def _command(self) -> Command:
        return Command(
            COMMAND,
            QT_TRANSLATE_NOOP("Commands", "Confirm recovery key"),
            Group.DESK,
            "key",
            action=self._run,
            reason=self._why_not,
        )

    def _run(self, _desk: Desk) -> None:
        self.ask()

    def _why_not(self, _desk: Desk) -> str:
        if self._noted is None:
            return QT_TRANSLATE_NOOP("Reasons", "The databases are not open.")
        if self._noted:
            return QT_TRANSLATE_NOOP("Reasons", "It is confirmed; a new one is made in Settings.")
        return ""

    def _open_panel(self) -> "RecoveryPanel | None":
        panel = self._panel
        return panel if panel is not None and isValid(panel) and panel.isVisible() else None


def _not_noted() -> tuple[str, str]:
    return (
        translate("Recovery", "Recovery key not confirmed"),
        translate("Recovery", "Nobody has typed the recovery key back from paper yet."),
    )
