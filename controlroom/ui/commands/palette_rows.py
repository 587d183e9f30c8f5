"""The rows of the palette: captions of groups, and what can be chosen below them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from controlroom.ui.commands.command import Group
from controlroom.ui.commands.keys import spoken
from controlroom.ui.commands.match import score
from controlroom.ui.commands.registry import Commands

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the palette.

    Attributes:
        text: a command's words, or a group's name where `run` is None.
        reason: why it cannot be chosen, "" if it can.
    """

    text: str
    icon: str = ""
    detail: str = ""
    keys: str = ""
    reason: str = ""
    run: Callable[[], None] | None = None

    @property
    def is_caption(self) -> bool:
        """Whether the row is a group's name."""
        return self.run is None


Source = Callable[[str], Iterable[Row]]
"""Answers what was typed with rows, captions included; later rooms add people, posts, tags."""


class Rows(QAbstractListModel):
    """The rows as a list for Qt and for screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Iterable[Row]) -> None:
        """Replaces the rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> Row:
        """Returns a row by its place."""
        return self._rows[place]

    def choosable(self) -> list[int]:
        """Returns the places of the rows that are not captions."""
        return [place for place, row in enumerate(self._rows) if not row.is_caption]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.text, row.detail, spoken(row.keys), row.reason)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].is_caption:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


def command_rows(commands: Commands, typed: str) -> list[Row]:
    """Returns the commands that fit what was typed, in groups, the group of the best fit first.

    A leading > leaves out the places to go to.
    """
    only_commands, query = typed.startswith(">"), typed.removeprefix(">").strip()
    found: list[tuple[int, list[Row]]] = []
    for group in Group:
        if only_commands and group is Group.GO_TO:
            continue
        best, rows = _group_rows(commands, group, query)
        if rows:
            found.append((best, [Row(group.words()), *rows]))
    if query:
        found.sort(key=lambda one: -one[0])
    return [row for _best, rows in found for row in rows]


def _group_rows(commands: Commands, group: Group, query: str) -> tuple[int, list[Row]]:
    fits = []
    for command in commands.of(group):
        if command.id == "palette":
            continue
        points = score(query, command.words()) if query else 0
        if points is not None:
            fits.append((points, command))
    fits.sort(key=lambda one: -one[0])
    rows = [_row(commands, command.id) for _points, command in fits]
    return (fits[0][0] if fits else 0), rows


def _row(commands: Commands, name: str) -> Row:
    command = commands.named(name)
    return Row(
        command.words(),
        command.icon,
        command.detail_words(),
        command.keys[0] if command.keys else "",
        commands.why_not(command),
        lambda: commands.run(name),
    )
