"""The table of profiles, as the design draws it."""

from datetime import datetime

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
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

from controlroom.model import clock
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.draw import LEFT, RIGHT, box, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.profiles.looks import look_of_condition
from controlroom.ui.profiles.rows import STANDING, Column, Rows, heading
from controlroom.ui.profiles.standing import Reason, Standing
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTHS = (46, 256, 186, 90, 216, 150, 120, 100, 110)
LEFT_OUT = (Column.OWNER, Column.LAST_POST, Column.GAPS, Column.GROUP)
RIGHTWARD = (Column.GAPS, Column.LEFT)
ROW = 30
WHOLE_BAR_DAYS = 90
"""A sign-in of this many days or more fills its bar."""


class Cells(QStyledItemDelegate):
    """Paints the cells."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        one = index.data(STANDING)
        if not isinstance(one, Standing):
            return
        colours, column = theme().palette, Column(index.column())
        rect: QRect = option.rect
        chosen = index.row() == _current_row(option)
        painter.fillRect(rect, colours.bg3 if chosen else colours.bg1)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line1)
        if chosen:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 2, colours.accent)
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, colours.accent)
        self._paint_fact(painter, rect, column, one, str(index.data()))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(40, theme().metrics.px(ROW))

    def _paint_fact(
        self, painter: QPainter, rect: QRect, column: Column, one: Standing, text: str
    ) -> None:
        px, colours = theme().metrics.px, theme().palette
        look, size = look_of_condition(one.condition), px(14)
        middle = rect.center().y() - size // 2
        inner = rect.adjusted(px(8), 0, -px(8), 0)
        match column:
            case Column.CONDITION:
                ink = getattr(colours, look.text)
                draw_icon(painter, look.icon, rect.left() + px(14), middle, size, ink)
            case Column.PROFILE:
                glyph = look_of(one.profile.network).glyph
                draw_icon(painter, glyph, rect.left(), middle, size, colours.text2)
                place = rect.adjusted(size + px(7), 0, -px(8), 0)
                words(painter, place, text, colours.text1, Type.SMALL, 600)
            case Column.ACCESS:
                self._paint_access(painter, rect, one, text)
            case _:
                align = RIGHT if column in RIGHTWARD else LEFT
                place = inner if align is RIGHT else rect.adjusted(0, 0, -px(8), 0)
                words(painter, place, text, colours.text1, Type.SMALL, 400, align)

    def _paint_access(self, painter: QPainter, rect: QRect, one: Standing, text: str) -> None:
        px, colours = theme().metrics.px, theme().palette
        ended = one.reason in (Reason.NOT_SIGNED_IN, Reason.SIGN_IN_ENDED)
        soon = one.reason is Reason.SIGN_IN_ENDS_SOON
        ink = colours.red if ended else colours.amber if soon else colours.text1
        left, size = rect.left(), px(14)
        if ended or soon:
            icon = "key" if ended else "warn"
            draw_icon(painter, icon, left, rect.center().y() - size // 2, size, ink)
            left += size + px(7)
        if one.ends_at is not None:
            bar = QRect(left, rect.center().y() - px(2), px(34), px(5))
            box(painter, bar, 2, colours.bg1, colours.line3)
            filled = 0 if ended else round(bar.width() * _share(one.ends_at))
            box(painter, QRect(bar.left(), bar.top(), filled, bar.height()), 2, ink)
            left += bar.width() + px(8)
        place = QRect(left, rect.top(), rect.right() - left - px(8), rect.height())
        words(painter, place, text, ink, Type.SMALL, 600 if ended or soon else 400)


def _share(ends_at: datetime) -> float:
    left = (ends_at - clock.now()).total_seconds()
    return min(1.0, max(0.0, left / (WHOLE_BAR_DAYS * 86_400)))


def _current_row(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.currentIndex().row() if isinstance(view, QTableView) else -1


class Heads(Styled, QHeaderView):
    """The headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setStretchLastSection(True)
        self.setHighlightSections(False)
        self.follow()

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        colours, px = theme().palette, theme().metrics.px
        painter.fillRect(rect, colours.bg1)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line2)
        rightward = Column(column) in RIGHTWARD
        place = rect.adjusted(px(8), 0, -px(8), 0) if rightward else rect
        text = "" if column == Column.CONDITION else heading(Column(column))
        align = RIGHT if rightward else LEFT
        words(painter, place, text, colours.text2, Type.CAPTION, 600, align)

    def sizeHint(self) -> QSize:
        return QSize(100, theme().metrics.px(28))


class Table(Styled, QTableView):
    """The rows, with the keyboard of a list.

    Signals:
        chosen: the row of a profile became the current one, by its id.
        opened: Enter or a double press on a profile.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setHorizontalHeader(Heads(self))
        self.setItemDelegate(Cells(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.follow()

    def show_rows(self, rows: list[Standing]) -> None:
        """Shows profiles; the current one stays current if it is among them."""
        now = self.rows.standing(self.currentIndex().row())
        self.rows.show_rows(rows)
        if now is not None:
            self.set_current(now.profile.id)

    def set_current(self, profile: int) -> None:
        """Makes a profile's row the current one without telling of it."""
        row = self.rows.row_of(profile)
        if row < 0 or row == self.currentIndex().row():
            return
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.rows.index(row, Column.PROFILE))
        self.selectionModel().blockSignals(False)
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        ground = theme().palette.bg1.name()
        self.setStyleSheet(f"QTableView {{ background: {ground}; border: none; }}")
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, px(width))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what matters least where there is no room for all."""
        super().resizeEvent(event)
        room = self.viewport().width()
        wanted = [theme().metrics.px(width) for width in WIDTHS]
        for column in LEFT_OUT:
            short = sum(wanted) > room
            self.setColumnHidden(column, short)
            wanted[column] = 0 if short else wanted[column]

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Profiles", "Table of profiles"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        one = self.rows.standing(index.row())
        if one is not None:
            self.opened.emit(one.profile.id)

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        one = self.rows.standing(now.row())
        self.viewport().update()
        if one is not None:
            self.chosen.emit(one.profile.id)
