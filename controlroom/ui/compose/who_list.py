"""The tree of profiles as it is shown: rows with a box, painted alike, with a list's keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.compose.targets import Row, Tick
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import RIGHT, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.plain import escaped
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ROW, INDENT, LEFT, BOX, CHEVRON = 28, 16, 12, 16, 11
Index = QModelIndex | QPersistentModelIndex
_NOBODY = QModelIndex()


class WhoRows(QAbstractListModel):
    """The rows of the tree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Shows other rows."""
        if [one.key for one in rows] == [one.key for one in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.target is not None:
            return escaped(row.target.why_not) if row.target.why_not else None
        return None


def spoken(row: Row) -> str:
    """Returns a row as a screen reader says it."""
    ticks = {
        Tick.NONE: translate("Compose", "not chosen"),
        Tick.SOME: translate("Compose", "partly chosen"),
        Tick.ALL: translate("Compose", "chosen"),
    }
    parts = [row.name]
    if row.target is None:
        template = translate("Compose", "group, {chosen} of {total}")
        parts.append(template.format(chosen=row.chosen, total=row.total))
    else:
        parts.append(look_of(row.target.profile.network).name)
        parts.append(row.target.why_not)
    return ", ".join(part for part in (*parts, ticks[row.tick]) if part)


class WhoList(Styled, QListView):
    """Space presses the box, left and right close and open a group.

    Signals:
        pressed_box: the box of a row was pressed; carries its key.
        turned: a group is to be opened or closed; carries its key.
    """

    pressed_box = Signal(str)
    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = WhoRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Paint(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollBar(Gutter())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.follow()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows rows; the keyboard stays where it was, as far as that is still there."""
        key = self.current_key()
        self.rows.show(rows)
        keys = [one.key for one in rows]
        if rows:
            self.setCurrentIndex(self.rows.index(keys.index(key) if key in keys else 0))

    def current_key(self) -> str:
        """Returns the key of the row that has the keyboard, "" for none."""
        at = self.currentIndex().row()
        return self.rows.rows[at].key if 0 <= at < len(self.rows.rows) else ""

    def restyle(self) -> None:
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Compose", "Profiles to publish on"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row(self.currentIndex())
        key = event.key()
        if row is not None and key == Qt.Key.Key_Space:
            self.pressed_box.emit(row.key)
        elif row is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not row.target:
            if row.is_open != (key == Qt.Key.Key_Right):
                self.turned.emit(row.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._row(index)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x() - self.visualRect(index).left()
        at_box = _left(row) + theme().metrics.px(CHEVRON + 4)
        if row.target is None and not at_box <= x < at_box + theme().metrics.px(BOX + 8):
            self.turned.emit(row.key)
        else:
            self.pressed_box.emit(row.key)

    def _row(self, index: Index) -> Row | None:
        at = index.row()
        return self.rows.rows[at] if 0 <= at < len(self.rows.rows) else None


class _Paint(QStyledItemDelegate):
    """Paints a row: chevron, box, glyph, name, and a figure or a word of trouble at the end."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().metrics.px(120), theme().metrics.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, WhoList)
        row, rect = view.rows.rows[index.row()], option.rect
        if index == view.currentIndex() and view.hasFocus():
            box(painter, rect, 0, theme().palette.bg3)
        left = rect.left() + _left(row)
        middle = rect.center().y()
        if row.target is None:
            _chevron(painter, left, middle, row.is_open)
        left += theme().metrics.px(CHEVRON + 8)
        draw_tick(painter, left, middle, row.tick, enabled=row.target is None or row.target.can)
        _words(painter, row, QRect(rect), left + theme().metrics.px(BOX + 8))


def draw_tick(painter: QPainter, left: int, middle: int, tick: Tick, *, enabled: bool) -> None:
    """Draws a box of three states with its left edge and vertical middle at a place."""
    colours, px = theme().palette, theme().metrics.px
    rect = QRect(left, middle - px(BOX) // 2, px(BOX), px(BOX))
    if tick is Tick.NONE:
        edge = colours.line3 if enabled else colours.line2
        box(painter, rect, theme().metrics.radius.badge, colours.bg0, edge)
        return
    box(painter, rect, theme().metrics.radius.badge, colours.accent_fill)
    icon, inset = "check" if tick is Tick.ALL else "minus", px(2)
    draw_icon(
        painter, icon, rect.left() + inset, rect.top() + inset, px(BOX) - 2 * inset,
        colours.on_accent,
    )  # fmt: skip


def _left(row: Row) -> int:
    return theme().metrics.px(LEFT + INDENT * row.depth)


def _chevron(painter: QPainter, left: int, middle: int, is_open: bool) -> None:
    size = theme().metrics.px(CHEVRON)
    icon = "cdown" if is_open else "cright"
    draw_icon(painter, icon, left, middle - size // 2, size, theme().palette.text3)


def _words(painter: QPainter, row: Row, rect: QRect, left: int) -> None:
    colours, px = theme().palette, theme().metrics.px
    end = _end(painter, row, rect)
    ink = colours.text1
    if row.target is not None:
        can = row.target.can
        ink = colours.text1 if can else colours.text_disabled
        glyph = look_of(row.target.profile.network).glyph
        draw_icon(painter, glyph, left, rect.center().y() - px(6), px(12), colours.text2)
        left += px(18)
    area = QRect(left, rect.top(), end - px(6) - left, rect.height())
    weight = 600 if row.target is None and not row.depth else 400
    words(painter, area, row.name, ink, Type.SMALL, weight)


def _end(painter: QPainter, row: Row, rect: QRect) -> int:
    """Writes what stands at the end of a row; returns where it begins."""
    colours, px = theme().palette, theme().metrics.px
    text, ink = "", colours.text3
    if row.target is None:
        text = f"{language().figure(row.chosen)} / {language().figure(row.total)}"
    elif row.target.brief:
        text, ink = row.target.brief, colours.red
    right = rect.right() - px(10)
    width = width_of(text, Type.SMALL) if text else 0
    area = QRect(right - width, rect.top(), width, rect.height())
    words(painter, area, text, ink, Type.SMALL, 400, RIGHT)
    if row.target is not None and text:
        draw_icon(painter, "key", area.left() - px(16), rect.center().y() - px(6), px(12), ink)
        return area.left() - px(18)
    return area.left()
