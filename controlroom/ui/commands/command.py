"""A command: what it is called, how it is reached, what it does and why it may not."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.ui.commands.desk import Desk

translate = QCoreApplication.translate


class Group(StrEnum):
    """Where a command stands in menus, palette and sheet."""

    GO_TO = QT_TRANSLATE_NOOP("Groups", "Go to")
    DESK = QT_TRANSLATE_NOOP("Groups", "Anywhere")
    PUBLISHING = QT_TRANSLATE_NOOP("Groups", "Publishing")
    BOARD = QT_TRANSLATE_NOOP("Groups", "Board")
    REVIEW = QT_TRANSLATE_NOOP("Groups", "Review")
    VIEW = QT_TRANSLATE_NOOP("Groups", "View")

    def words(self) -> str:
        """Returns the group's name in the language in force."""
        return translate("Groups", self.value)


Reason = Callable[["Desk"], str]
"""Why a command cannot run now, "" if it can; in English, marked for translation."""


def always(_desk: "Desk") -> str:
    """The reason of a command that can always run."""
    return ""


def because(reason: str) -> Reason:
    """Returns a reason that always holds, for what is not built yet."""
    return lambda _desk: reason


def nothing(_desk: "Desk") -> None:
    """The action of a command that cannot run yet."""


class Command(NamedTuple):
    """One command.

    Attributes:
        id: stable name, e.g. "go-board".
        text: English words, marked for translation in the context `context`.
        keys: each a portable key sequence, "Ctrl+K" or "G, B"; the first is the one shown.
        detail: a second, quieter line for the palette, or "".
        reason: why it cannot run now, "" if it can.
        short: words for a button where `text` is too long, or "".
    """

    id: str
    text: str
    group: Group
    icon: str
    keys: tuple[str, ...] = ()
    detail: str = ""
    action: Callable[["Desk"], None] = nothing
    reason: Reason = always
    short: str = ""
    context: str = "Commands"

    @property
    def is_built(self) -> bool:
        """Whether this version can ever run the command."""
        return self.action is not nothing

    def words(self) -> str:
        """Returns the command's words in the language in force."""
        return translate(self.context, self.text)

    def short_words(self) -> str:
        """Returns the words for a button in the language in force."""
        return translate(self.context, self.short or self.text)

    def detail_words(self) -> str:
        """Returns the second line in the language in force, "" if there is none."""
        return translate(self.context, self.detail) if self.detail else ""

    def why_not(self, desk: "Desk") -> str:
        """Returns why the command cannot run now, in the language in force, or ""."""
        reason = self.reason(desk)
        return translate("Reasons", reason) if reason else ""
