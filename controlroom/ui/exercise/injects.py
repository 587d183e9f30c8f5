"""The planned injects as a table."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.exercise.words import HELD, SENT, SKIPPED, after, state_told
from controlroom.ui.plain import escaped
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
Inject = dict[str, Any]
INJECT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOBODY = QModelIndex()
WIDTHS = (110, 90, 130, 180, 460)
ROW = 30


class Column(IntEnum):
    """The columns, left to right."""

    AT = 0
    STATE = 1
    KIND = 2
    BY = 3
    TEXT = 4


class InjectRows(QAbstractTableModel):
    """A row for each inject, by time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Inject] = []

    def show_rows(self, rows: Sequence[Inject]) -> None:
        """Shows injects; the same ones in the same order only change their cells."""
        same = [one.get("id") for one in rows] == [one.get("id") for one in self._rows]
        if same and list(rows) == self._rows:
            return
        if same:
            self._rows = list(rows)
            last = self.index(len(rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def inject(self, row: int) -> Inject | None:
        """Returns the inject in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.inject(index.row())
        if one is None:
            return None
        text = cell(one, Column(index.column()))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heading(Column(index.column()))}: {text}"
            case Qt.ItemDataRole.ToolTipRole:
                return escaped(str(one.get("text", "")))
        return one if role == INJECT else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return heading(Column(section))


def heading(column: Column) -> str:
    """Returns a column's heading."""
    return {
        Column.AT: translate("Exercise", "At"),
        Column.STATE: translate("Exercise", "State"),
        Column.KIND: translate("Exercise", "What"),
        Column.BY: translate("Exercise", "By"),
        Column.TEXT: translate("Exercise", "Words"),
    }[column]


def cell(one: Inject, column: Column) -> str:
    """Returns what stands in a cell."""
    match column:
        case Column.AT:
            return after(float(one.get("at_s", 0)))
        case Column.STATE:
            return state_told(str(one.get("state", "")))
        case Column.KIND:
            return str(one.get("kind", ""))
        case Column.BY:
            return str(one.get("by", ""))
    return " ".join(str(one.get("text", "")).split())[:300]


class InjectCells(QStyledItemDelegate):
    """Paints the cells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = index.data(INJECT)
        if not isinstance(one, dict):
            return
        colours, px = theme().palette, theme().metrics.px
        view, rect = option.widget, QRect(option.rect)
        chosen = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        painter.fillRect(rect, colours.bg3 if chosen else colours.bg1)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line1)
        state = one.get("state")
        ink = colours.text1
        if state in (SENT, SKIPPED):
            ink = colours.text3
        elif state == HELD:
            ink = colours.amber
        column, left = Column(index.column()), rect.left() + px(10)
        if column is Column.BY:
            size = px(14)
            glyph = look_of(str(one.get("network", ""))).glyph
            draw_icon(painter, glyph, left, rect.center().y() - size // 2, size, ink)
            left += size + px(7)
        place = QRect(left, rect.top(), rect.right() - left - px(6), rect.height())
        weight = 600 if column is Column.AT else 400
        words(painter, place, str(index.data()), ink, Type.SMALL, weight)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, theme().metrics.px(ROW))


class InjectTable(Styled, QTableView):
    """The injects, with the keyboard of a list.

    Signals:
        chosen: another inject is the current one.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = InjectRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(InjectCells(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.follow()

    def current(self) -> Inject | None:
        """Returns the current inject."""
        return self.rows.inject(self.currentIndex().row())

    def restyle(self) -> None:
        px, colours = theme().metrics.px, theme().palette
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.setStyleSheet(f"QTableView {{ background: {colours.bg1.name()}; border: none; }}")
        self.horizontalHeader().setFont(theme().fonts.font(Type.CAPTION, 600))
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section {{ background: {colours.bg1.name()};"
            f" color: {colours.text2.name()}; border: none; padding-left: {px(10)}px;"
            f" height: {px(26)}px; border-bottom: 1px solid {colours.line2.name()}; }}"
        )
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, px(width))
        self.viewport().update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Exercise", "Planned injects"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.viewport().update()

    def _choose(self, *_rows: QModelIndex) -> None:
        self.viewport().update()
        self.chosen.emit()
