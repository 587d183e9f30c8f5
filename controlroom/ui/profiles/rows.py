"""The profiles as rows of a table: sorted, filtered, one cell a fact."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from controlroom.model import clock
from controlroom.model.query.fold import fold
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.language import language
from controlroom.ui.plain import escaped
from controlroom.ui.profiles.standing import Standing
from controlroom.ui.profiles.words import (
    NEVER,
    access_told,
    ago,
    called,
    condition_told,
    moment_told,
    reason_told,
)

translate = QCoreApplication.translate
STANDING = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOBODY = QModelIndex()


class Column(IntEnum):
    """The columns, left to right."""

    CONDITION = 0
    PROFILE = 1
    GROUP = 2
    OWNER = 3
    ACCESS = 4
    LAST_POST = 5
    LAST_READ = 6
    GAPS = 7
    LEFT = 8


@dataclass(slots=True)
class Wanted:
    """What the table is to show.

    Attributes:
        words: each must be in a profile's names; folded.
        by_trouble: worst first; else by name.
    """

    words: tuple[str, ...] = ()
    network: str = ""
    group: str = ""
    by_trouble: bool = True

    def shown(self, standings: Sequence[Standing]) -> list[Standing]:
        """Returns the wanted ones in order."""
        found = [one for one in standings if self._fits(one)]
        return sorted(found, key=self._rank)

    def _fits(self, one: Standing) -> bool:
        if self.network and one.profile.network != self.network:
            return False
        if self.group and one.group != self.group:
            return False
        text = _findable(one)
        return all(word in text for word in self.words)

    def _rank(self, one: Standing) -> tuple[int, int, str]:
        name = fold(called(one.profile))
        return (one.condition, one.reason, name) if self.by_trouble else (0, 0, name)


def _findable(one: Standing) -> str:
    profile = one.profile
    parts = (profile.handle, profile.name, profile.host, profile.owner, one.group, profile.network)
    return fold(" ".join(parts))


@dataclass
class _State:
    rows: list[Standing] = field(default_factory=list)


class Rows(QAbstractTableModel):
    """A row for each profile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = _State()

    def show_rows(self, rows: Sequence[Standing]) -> None:
        """Shows these profiles; a list of the same profiles only changes what is in the cells."""
        before = [one.profile.id for one in self._state.rows]
        if before == [one.profile.id for one in rows]:
            self._state.rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._state.rows = list(rows)
        self.endResetModel()

    def standing(self, row: int) -> Standing | None:
        """Returns the profile in a row."""
        rows = self._state.rows
        return rows[row] if 0 <= row < len(rows) else None

    def row_of(self, profile: int) -> int:
        """Returns the row of a profile, -1 if it is not shown."""
        ids = [one.profile.id for one in self._state.rows]
        return ids.index(profile) if profile in ids else -1

    def rowCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self._state.rows)

    def columnCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.standing(index.row())
        if one is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(one, column, clock.now())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heading(column)}: {cell(one, column, clock.now())}"
            case Qt.ItemDataRole.ToolTipRole:
                return escaped(_tip(one, column)) or None
        return one if role == STANDING else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return heading(Column(section))


def heading(column: Column) -> str:
    """Returns a column's heading."""
    return {
        Column.CONDITION: translate("Profiles", "Condition"),
        Column.PROFILE: translate("Profiles", "Profile"),
        Column.GROUP: translate("Profiles", "Group"),
        Column.OWNER: translate("Profiles", "Owner"),
        Column.ACCESS: translate("Profiles", "Access ends"),
        Column.LAST_POST: translate("Profiles", "Last post"),
        Column.LAST_READ: translate("Profiles", "Last read"),
        Column.GAPS: translate("Profiles", "Gaps, 24 h"),
        Column.LEFT: translate("Profiles", "Reads left"),
    }[column]


def cell(one: Standing, column: Column, now: datetime) -> str:
    """Returns what stands in a cell."""
    match column:
        case Column.CONDITION:
            return condition_told(one.condition)
        case Column.PROFILE:
            return called(one.profile)
        case Column.GROUP:
            return one.group or NEVER
        case Column.OWNER:
            return one.profile.owner or NEVER
        case Column.ACCESS:
            return access_told(one, now)
        case Column.LAST_POST:
            return moment_told(one.last_post)
        case Column.LAST_READ:
            return ago(one.last_read, now)
        case Column.GAPS:
            return language().figure(len(one.gaps))
        case Column.LEFT:
            return NEVER if one.left is None else language().percent(round(100 * one.left))


def _tip(one: Standing, column: Column) -> str:
    now = clock.now()
    if column is Column.PROFILE:
        return f"{called(one.profile)} · {look_of(one.profile.network).name} · {one.profile.name}"
    if column is Column.CONDITION:
        return reason_told(one, now) or condition_told(one.condition)
    if column is Column.LAST_READ:
        return moment_told(one.last_read)
    return ""
