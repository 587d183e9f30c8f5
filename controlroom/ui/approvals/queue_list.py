"""The list of drafts that want a decision, in three parts."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from controlroom.team.state import State
from controlroom.ui.approvals.queue import Waiting, Where
from controlroom.ui.approvals.words import (
    goes_told,
    heading_told,
    left_told,
    stands_told,
    title_told,
)
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, CLEAR, RIGHT, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

ROW, HEAD, PAD, ICON = 74, 34, 14, 14
LINE_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOBODY = QModelIndex()
_ICONS = {Where.FOR_YOU: "approvals", Where.OTHERS: "wait", Where.DONE: "okc"}


class Heading(NamedTuple):
    """The head of a part."""

    where: Where
    number: int


class Line(NamedTuple):
    """A draft with its words."""

    row: Waiting
    title: str
    left: str
    goes: str
    stands: str


class Lines(QAbstractListModel):
    """Headings and drafts, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Heading | Line] = []

    def show_lines(self, lines: list[Heading | Line]) -> None:
        """Shows others; the same ones only change their words."""
        if [_key(one) for one in lines] == [_key(one) for one in self.lines]:
            self.lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._line(index)
        if role == LINE_ROLE:
            return line
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if line is None or role not in spoken:
            return None
        if isinstance(line, Heading):
            return f"{heading_told(line.where)}, {line.number}"
        return ". ".join((line.title, line.left, line.goes, line.stands))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not isinstance(self._line(index), Line):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _line(self, index: Index) -> Heading | Line | None:
        return self.lines[index.row()] if 0 <= index.row() < len(self.lines) else None


class QueueList(Styled, QListView):
    """One tab stop; arrows, J and K move.

    Signals:
        moved: another draft is current; carries its `Waiting`, or None.
    """

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)
        self.follow()

    @property
    def current(self) -> Waiting | None:
        """The draft that is looked at."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.row if isinstance(line, Line) else None

    def show_rows(self, state: State, rows: Sequence[Waiting]) -> None:
        """Shows drafts; the one that is looked at stays, wherever it stands now."""
        before = self.current
        lines: list[Heading | Line] = []
        for where, part in groupby(rows, key=lambda row: row.where):
            drafts = [_line(state, row) for row in part]
            lines += [Heading(where, len(drafts)), *drafts]
        self.lines.show_lines(lines)
        self.look_at(before.draft.id if before is not None else "")

    def look_at(self, draft: str) -> None:
        """Makes a draft current; the first one if it is not there."""
        places = [at for at, one in enumerate(self.lines.lines) if isinstance(one, Line)]
        found = [at for at in places if self.lines.lines[at].row.draft.id == draft]  # type: ignore[union-attr]
        if places:
            self.setCurrentIndex(self.lines.index((found or places)[0]))
        else:
            self.moved.emit(None)

    def step(self, way: int) -> None:
        """Goes to the next draft (1) or the one before (-1)."""
        places = [at for at, one in enumerate(self.lines.lines) if isinstance(one, Line)]
        here = self.currentIndex().row()
        beyond = [at for at in places if (at > here if way > 0 else at < here)]
        if beyond:
            self.setCurrentIndex(self.lines.index(beyond[0] if way > 0 else beyond[-1]))

    def restyle(self) -> None:
        self.setStyleSheet(sheet(theme()) + "QListView { background: transparent; }")
        self.doItemsLayout()

    def _tell(self, *_indexes: object) -> None:
        self.moved.emit(self.current)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = theme().metrics.px
        return QSize(px(200), px(HEAD if isinstance(index.data(LINE_ROLE), Heading) else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option.widget
        line, rect = index.data(LINE_ROLE), QRect(option.rect)
        if isinstance(line, Heading):
            _paint_heading(painter, rect, line)
        elif isinstance(line, Line):
            chosen = index.row() == view.currentIndex().row()
            _paint_line(painter, rect, line, chosen=chosen, focused=chosen and view.hasFocus())


def _paint_heading(painter: QPainter, rect: QRect, line: Heading) -> None:
    px, colours = theme().metrics.px, theme().palette
    place = rect.adjusted(px(PAD), 0, -px(PAD), 0)
    words(painter, place, heading_told(line.where).upper(), colours.text2, Type.CAPTION, 600)
    figure = language().figure(line.number)
    wide = max(px(18), width_of(figure, Type.CAPTION, 600) + px(10))
    badge = QRect(place.right() - wide, rect.center().y() - px(8), wide, px(16))
    box(painter, badge, px(8), colours.bg4)
    words(painter, badge, figure, colours.text1, Type.CAPTION, 600, CENTRE)


def _paint_line(painter: QPainter, rect: QRect, line: Line, *, chosen: bool, focused: bool) -> None:
    px, colours = theme().metrics.px, theme().palette
    if chosen:
        painter.fillRect(rect, colours.bg3)
        painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), colours.accent)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line1)
    if focused:
        box(painter, rect.adjusted(1, 1, -1, -1), 0, CLEAR, colours.accent)
    place = rect.adjusted(px(PAD), px(9), -px(PAD), 0)
    soon = line.row.is_soon or line.row.has_expired
    ink = colours.amber if soon else colours.text1
    wide = width_of(line.left, Type.SMALL, 600)
    head = QRect(place.left(), place.top(), place.width(), px(18))
    words(painter, head, line.left, ink, Type.SMALL, 600, RIGHT)
    if soon:
        draw_icon(painter, "warn", head.right() - wide - px(19), head.top() + px(2), px(14), ink)
    draw_icon(painter, _icon(line.row), head.left(), head.top() + px(2), px(ICON), colours.text2)
    left = head.left() + px(ICON + 7)
    title = QRect(left, head.top(), head.right() - wide - px(24) - left, px(18))
    words(painter, title, line.title, colours.text1, Type.BODY, 600)
    for number, text in enumerate((line.goes, line.stands)):
        tone = colours.text2 if not number else colours.text3
        below = QRect(place.left(), place.top() + px(21 + 17 * number), place.width(), px(16))
        words(painter, below, text, tone, Type.SMALL if not number else Type.CAPTION)


def _icon(row: Waiting) -> str:
    return "hand" if row.is_held and row.where is Where.OTHERS else _ICONS[row.where]


def _line(state: State, row: Waiting) -> Line:
    draft = row.draft
    return Line(row, title_told(draft), left_told(row), goes_told(draft), stands_told(state, row))


def _key(line: Heading | Line) -> object:
    return line.where if isinstance(line, Heading) else (line.row.draft.id, line.row.where)
