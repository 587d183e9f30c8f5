"""A table of rows: columns told as data, painted alike everywhere, with the keyboard of a list."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from controlroom.ui.controls.draw import CENTRE, RIGHT, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.write import LEFT
from controlroom.ui.plain import escaped
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

ROW_ROLE = Qt.ItemDataRole.UserRole
ROW, HEAD, PAD = 30, 28, 8
Index = QModelIndex | QPersistentModelIndex
_NOBODY = QModelIndex()


class Look(NamedTuple):
    """How a cell is written.

    Attributes:
        ink: the colour of its words, as a name of the palette.
        icon: drawn before the words, "" for none.
        shown: what is painted in place of the words, which are still said; None for the words.
    """

    ink: str = "text1"
    weight: int = 400
    icon: str = ""
    shown: str | None = None


Text = Callable[[Any], str]
Paint = Callable[[QPainter, QRect, Any, str], None]
"""Paints a row's text into a cell in a way of its own."""


def _plain(_row: object) -> Look:
    return Look()


class Column(NamedTuple):
    """One column.

    Attributes:
        heading: in the language in force.
        width: in pixels at 100 %.
        text: what stands in a row's cell, which is also what is said of it.
        look: how it is written.
        tip: more about a cell, "" for nothing.
        spare: left out where there is no room, the highest first; 0 is never left out.
        narrow: centred, heading and cell.
        headless: its heading is only said, not shown.
        paint: paints the cells in place of `look`, None for most columns.
    """

    heading: Callable[[], str]
    width: int
    text: Text
    look: Callable[[Any], Look] = _plain
    tip: Text = lambda _row: ""
    spare: int = 0
    narrow: bool = False
    rightward: bool = False
    paint: Paint | None = None
    headless: bool = False

    def align(self) -> Qt.AlignmentFlag:
        """Returns where the words stand in their cell."""
        return CENTRE if self.narrow else RIGHT if self.rightward else LEFT


class Rows(QAbstractTableModel):
    """The rows; `key` tells which row is the same as one before."""

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self._key = columns, key
        self._rows: Sequence[Any] = ()
        self._places: dict[Hashable, int] = {}

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows rows; the same ones in the same order only change what is in the cells."""
        keys = [self._key(row) for row in rows]
        if keys == list(self._places):
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {key: place for place, key in enumerate(keys)}
        self.endResetModel()

    def row(self, number: int) -> Any:
        """Returns a row by its place, None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, key: Hashable) -> int:
        """Returns the place of a row by its key, -1 if it is not shown."""
        return self._places.get(key, -1)

    def key_of(self, row: Any) -> Hashable:
        """Returns what tells a row from the others."""
        return self._key(row)

    def rowCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.heading()}: {column.text(row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return escaped(column.tip(row)) or None
        return row if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].heading()


class Cells(QStyledItemDelegate):
    """Paints the cells; the current row has a ground and the accent's lines."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table, row = option.widget, index.data(ROW_ROLE)
        if not isinstance(table, Table) or row is None:
            return
        colours, rect = theme().palette, QRect(option.rect)
        chosen = index.row() == table.currentIndex().row()
        painter.fillRect(rect, colours.bg3 if chosen else colours.bg1)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line1)
        if chosen:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 2, colours.accent)
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, colours.accent)
        self._write(painter, rect, table.rows.columns[index.column()], row)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, theme().metrics.px(ROW))

    def _write(self, painter: QPainter, rect: QRect, column: Column, row: Any) -> None:
        if column.paint is not None:
            column.paint(painter, rect, row, column.text(row))
            return
        px, look = theme().metrics.px, column.look(row)
        ink, size = getattr(theme().palette, look.ink), px(14)
        text = column.text(row) if look.shown is None else look.shown
        place = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        if column.narrow:
            place = rect.adjusted(1, 0, -1, 0)
        if look.icon:
            left = rect.center().x() - size // 2 if column.narrow else place.left()
            draw_icon(painter, look.icon, left, rect.center().y() - size // 2, size, ink)
            place = place.adjusted(size + px(7), 0, 0, 0)
        if text and not (look.icon and column.narrow):
            words(painter, place, text, ink, Type.SMALL, look.weight, column.align())


class Heads(Styled, QHeaderView):
    """The headings."""

    def __init__(self, parent: "Table") -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = parent
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setStretchLastSection(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.follow()

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        colours, px = theme().palette, theme().metrics.px
        painter.fillRect(rect, colours.bg1)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line2)
        told = self._table.rows.columns[column]
        pad = 1 if told.narrow else px(PAD)
        place = rect.adjusted(pad, 0, -pad, 0)
        text = "" if told.headless else told.heading()
        words(painter, place, text, colours.text2, Type.CAPTION, 600, told.align())

    def sizeHint(self) -> QSize:
        return QSize(100, theme().metrics.px(HEAD))


class Table(Styled, QTableView):
    """The rows, with the keyboard of a list; one tab stop.

    Signals:
        chosen: another row became the current one; carries it.
        opened: Enter or a double press on a row; carries it.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = Rows(columns, key, self)
        self.setModel(self.rows)
        self.setHorizontalHeader(Heads(self))
        self.setItemDelegate(Cells(self))
        self._be_a_list()
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.follow()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows rows; the current one stays current if it is among them."""
        now = self.current()
        self.rows.show_rows(rows)
        if now is not None:
            self.set_current(self.rows.key_of(now))
        self.viewport().update()

    def current(self) -> Any:
        """Returns the current row, None if there is none."""
        return self.rows.row(self.currentIndex().row())

    def set_current(self, key: Hashable) -> bool:
        """Makes a row the current one without telling of it; returns whether it is shown."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        if place != self.currentIndex().row():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self.rows.index(place, 0))
            self.selectionModel().blockSignals(False)
            self.scrollTo(self.currentIndex())
            self.viewport().update()
        return True

    def restyle(self) -> None:
        px = theme().metrics.px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        ground = theme().palette.bg1.name()
        own = f"QTableView {{ background: {ground}; border: none; outline: none; }}"
        self.setStyleSheet(sheet(theme()) + own)
        self._share_out()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def retranslate(self) -> None:
        self.rows.headerDataChanged.emit(
            Qt.Orientation.Horizontal, 0, max(0, len(self.rows.columns) - 1)
        )
        self.viewport().update()

    def _be_a_list(self) -> None:
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)

    def _share_out(self) -> None:
        """Leaves out what matters least where there is no room for all."""
        columns, px = self.rows.columns, theme().metrics.px
        room = self.viewport().width()
        shown = sum(px(column.width) for column in columns)
        hidden = set()
        for place in sorted(range(len(columns)), key=lambda one: -columns[one].spare):
            if shown > room and columns[place].spare:
                hidden.add(place)
                shown -= px(columns[place].width)
        # What still does not fit is shortened, so that nothing has to be scrolled sideways.
        share = min(1.0, room / shown) if shown else 1.0
        for place, column in enumerate(columns):
            self.setColumnHidden(place, place in hidden)
            self.setColumnWidth(place, int(px(column.width) * share))

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None:
            self.opened.emit(row)

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.row(now.row())
        self.viewport().update()
        if row is not None:
            self.chosen.emit(row)
