"""The palette's list: how a row looks and how one is chosen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from controlroom.ui.commands.keys import caps
from controlroom.ui.commands.palette_rows import Row, Rows
from controlroom.ui.controls.draw import key_colours, keycap, keycap_width, width_of, words
from controlroom.ui.controls.focus_ring import OWN_RING
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW, CAPTION = 36, 30


class RowPainter(QStyledItemDelegate):
    """Draws a row: icon, words, quieter words, keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, Rows)
        return QSize(0, theme().metrics.px(CAPTION if model.row(index.row()).is_caption else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = index.model(), option.rect
        assert isinstance(model, Rows)
        row = model.row(index.row())
        painter.save()
        if row.is_caption:
            _draw_caption(painter, rect, row)
        else:
            state = option.state
            _draw_row(painter, rect, row, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()


class PaletteList(QListView):
    """The rows; the first that can be chosen is chosen.

    Signals:
        ran: a row was run.
    """

    ran = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty(OWN_RING, True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.entered.connect(self._point)
        self.clicked.connect(self.run_current)

    def show_rows(self, rows: list[Row]) -> None:
        """Shows rows and chooses the first."""
        self.rows.show(rows)
        self.step(0)

    def current(self) -> Row | None:
        """Returns the chosen row."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def step(self, step: int) -> None:
        """Chooses the row `step` rows from the chosen one, the first for 0."""
        places = self.rows.choosable()
        if not places:
            return
        here = self.currentIndex().row()
        if step == 0 or here not in places:
            self._choose(places[0])
            self.scrollToTop()
        else:
            self._choose(places[(places.index(here) + step) % len(places)])

    def run_current(self) -> None:
        """Runs the chosen row, unless there is a reason against it."""
        row = self.current()
        if row is None or row.run is None or row.reason:
            return
        self.ran.emit()
        row.run()

    def content_height(self) -> int:
        """Returns the height all rows take together."""
        px = theme().metrics.px
        chosen = len(self.rows.choosable())
        return chosen * px(ROW) + (self.rows.rowCount() - chosen) * px(CAPTION)

    def _choose(self, place: int) -> None:
        index = self.rows.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _point(self, index: QModelIndex) -> None:
        if not self.rows.row(index.row()).is_caption:
            self.setCurrentIndex(index)


def _draw_caption(painter: QPainter, rect: QRect, row: Row) -> None:
    px = theme().metrics.px
    area = rect.adjusted(px(14), px(6), -px(14), 0)
    words(painter, area, row.text.upper(), theme().palette.text3, Type.CAPTION, 600)


def _draw_row(painter: QPainter, rect: QRect, row: Row, chosen: bool) -> None:
    colours, px = theme().palette, theme().metrics.px
    if chosen:
        painter.fillRect(rect, colours.bg4)
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colours.accent)
    quiet = colours.text2 if chosen else colours.text_disabled
    colour = quiet if row.reason else colours.text1
    size, middle = px(15), rect.center().y() + 1
    tint = colours.accent if chosen and not row.reason else quiet if row.reason else colours.text2
    draw_icon(painter, row.icon, rect.left() + px(14), middle - size // 2, size, tint)
    end = _draw_keys(painter, row, rect.right() - px(14), middle)
    _draw_words(painter, rect, row, colour, chosen, end)


def _draw_keys(painter: QPainter, row: Row, right: int, middle: int) -> int:
    for cap in reversed(caps(row.keys) if row.keys else []):
        right -= keycap_width(cap)
        keycap(painter, right, middle, cap, key_colours())
        right -= theme().metrics.px(4)
    return right


def _draw_words(
    painter: QPainter, rect: QRect, row: Row, colour: QColor, chosen: bool, end: int
) -> None:
    px, colours = theme().metrics.px, theme().palette
    weight = 600 if chosen and not row.reason else 400
    left = rect.left() + px(14 + 15 + 10)
    width = min(width_of(row.text, Type.BODY, weight), end - left - px(8))
    words(painter, QRect(left, rect.top(), width, rect.height()), row.text, colour, weight=weight)
    left += width + px(10)
    area = QRect(left, rect.top(), end - left - px(8), rect.height())
    second = row.reason or row.detail
    if second and area.width() > px(24):
        words(painter, area, second, colours.text2 if chosen else colours.text3, Type.SMALL)
