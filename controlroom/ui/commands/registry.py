"""The commands at work: found by id, run with a check, their keys listened for."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.model.errors import OurError
from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.keys import is_single
from controlroom.ui.controls.text_focus import takes_space, takes_text

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut

    from controlroom.ui.commands.desk import Desk


class Commands(QObject):
    """All commands of one window.

    Signals:
        refused: a command could not run; carries its words and why.
        changed: reasons may have changed, whoever shows commands looks again.
    """

    refused = Signal(str, str)
    changed = Signal()

    def __init__(self, desk: "Desk", window: QWidget, table: Iterable[Command]) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._by_id: dict[str, Command] = {}
        self._keys: set[str] = set()
        self._single: list[QShortcut] = []
        self._listening = False
        for command in table:
            self.add(command)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._mind_text)

    def add(self, command: Command) -> None:
        """Adds a command, with its keys once keys are listened for.

        Raises:
            OurError: a command with this id or one of these keys is there already.
        """
        if command.id in self._by_id:
            raise OurError(f"two commands are called {command.id}")
        taken = self._keys & set(command.keys)
        if taken:
            raise OurError(f"two commands want the keys {sorted(taken)}")
        self._by_id[command.id] = command
        self._keys.update(command.keys)
        if self._listening:
            self._listen_for(command)

    def listen(self) -> None:
        """Makes the keys work; kept out of the making so that the first painting comes sooner."""
        if self._listening:
            return
        self._listening = True
        for command in self.all():
            self._listen_for(command)
        self.mind_single_keys()

    def all(self) -> list[Command]:
        """Returns every command in the order of the table."""
        return list(self._by_id.values())

    def of(self, group: Group) -> list[Command]:
        """Returns the commands of a group."""
        return [command for command in self.all() if command.group is group]

    def named(self, name: str) -> Command:
        """Returns a command by id; raises KeyError if there is none."""
        return self._by_id[name]

    def why_not(self, command: Command) -> str:
        """Returns why a command cannot run now, in words, or ""."""
        return command.why_not(self._desk)

    def run(self, name: str) -> None:
        """Runs a command, or tells why it cannot run."""
        command = self._by_id[name]
        reason = self.why_not(command)
        if reason:
            self.refused.emit(command.words(), reason)
            return
        command.action(self._desk)

    def mind_single_keys(self) -> None:
        """Looks again whether keys without Ctrl or Alt act now."""
        self._mind_text(None, QApplication.focusWidget())

    def _listen_for(self, command: Command) -> None:
        for keys in command.keys:
            self._listen(command, keys)

    def _listen(self, command: Command, keys: str) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        run = partial(self.run, command.id)
        shortcut.activated.connect(run)
        # Two spellings of one key ("?", "Shift+?") are ambiguous to Qt, not to us.
        shortcut.activatedAmbiguously.connect(run)
        if is_single(keys):
            self._single.append(shortcut)

    def _mind_text(self, _old: QWidget | None, new: QWidget | None) -> None:
        act = self._desk.settings.single_keys and not takes_text(new)
        for shortcut in self._single:
            takes = _is_space(shortcut) and takes_space(new)
            shortcut.setEnabled(act and not takes)


def _is_space(shortcut: "QShortcut") -> bool:
    from PySide6.QtGui import QKeySequence

    return shortcut.key() in (QKeySequence("Space"), QKeySequence("Shift+Space"))
