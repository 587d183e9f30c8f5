"""The parts of a column and how they stand one below the other."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.model import board as model
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.column.edge import REACH, Edge
from controlroom.ui.board.column.facts import Facts
from controlroom.ui.board.column.feed import Feed
from controlroom.ui.board.column.head import Head
from controlroom.ui.board.column.invite import Invite
from controlroom.ui.board.column.marks import Marks, Waited
from controlroom.ui.board.column.note import NoteBox
from controlroom.ui.board.column.status import Status
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.waiting import Waiting
from controlroom.ui.board.state import Standing
from controlroom.ui.board.surge.box import GroupBox
from controlroom.ui.board.surge.watch import Surge
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme


class ColumnFrame(Styled, QWidget):
    """A column as a widget.

    Signals:
        chosen: keyboard or mouse came into the column.
        counted: the number of unread posts is another.
        altered: the column as it is to be saved is another; carries it.
        menu_wanted: the button for more was pressed.
        opened: the first posts are shown.
        wanted: something is to be done about the stream; carries what (`standing.Note.actions`).
        fill_wanted: a gap is to be filled; carries its id.
        post_wanted: the conversation of a post is wanted; carries the stored post.
        narrowed: somebody is changing the filter; carries the one before.
    """

    chosen = Signal()
    counted = Signal()
    altered = Signal(object)
    menu_wanted = Signal()
    opened = Signal()
    wanted = Signal(str)
    fill_wanted = Signal(int)
    post_wanted = Signal(object)
    narrowed = Signal(str)

    status: Status

    def __init__(
        self, column: model.Column, desk: BoardDesk, pixmaps: Pixmaps, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model, self.desk = column, desk
        self.is_open = False
        # Otherwise everything behind it, up to the window, is painted with every scrolled pixel.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.head, self.note, self.groups = Head(self), NoteBox(self), GroupBox(self)
        self.list = CardList(pixmaps, self)
        self.edge = Edge(self.list.verticalScrollBar(), self)
        self.feed = Feed(column, desk, self)
        self.marks = Marks(self.feed, self.list, desk)
        self.surge = Surge(self.feed, self.groups, rule=desk.surge_rule)
        self.invite = Invite(self.list)
        self._line_up()

    @property
    def facts(self) -> Facts:
        """What is known of the house."""
        return self.desk.facts

    @property
    def title(self) -> str:
        """The column's title as it is shown."""
        return self.facts.title(self.model)

    @property
    def standing(self) -> Standing:
        """How the stream stands, as it is shown."""
        return self.status.standing

    @property
    def waiting(self) -> Waited:
        """How much waits behind the pill and above the read line."""
        return self.marks.waiting

    @property
    def loaded(self) -> bool:
        """Whether the first posts have been asked for."""
        return self.feed.loaded

    def unread(self) -> int:
        """Returns how many posts are unread, 1,000 at most."""
        return self.marks.unread()

    def hint(self, hint: Waiting) -> None:
        """Shows what to say while there are no posts."""
        self.list.hint = hint
        if not self.list.posts():
            self.list.viewport().update()
        self.invite.fit()

    def activate(self) -> None:
        """Lays everything out at once."""
        for layout in (self.head.layout(), self.layout()):
            if layout is not None:
                layout.activate()

    def widen(self, pixels: int) -> None:
        """Makes the column wider or narrower by real pixels, without saving."""
        measures = theme().metrics
        low, high = measures.width.column_min, measures.width.column_max
        wide = min(high, max(low, measures.px(self.model.width) + pixels))
        self.model = self.feed.column = replace(self.model, width=measures.at_full_size(wide))
        self.updateGeometry()

    def say_model(self) -> None:
        """Shows title, glyph and filter as they are now."""
        glyph, pinned = self.facts.glyph(self.model), self.model.pinned
        self.head.say(glyph, self.title, pinned=pinned)
        self.setAccessibleName(self.title)
        # A column that is a search is its filter; only a narrowed stream shows one.
        self.head.say_filter(self.model.filter if self.model.stream else "")

    def restyle(self) -> None:
        self.note.fit(self.width())
        self._place_edge()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().palette.bg1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.note.fit(self.width())
        self.invite.fit()
        self._place_edge()

    def _line_up(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 1, 0)
        rows.setSpacing(0)
        for part in (self.head, self.note, self.groups):
            rows.addWidget(part)
        rows.addWidget(self.list, 1)

    def _place_edge(self) -> None:
        self.edge.setGeometry(self.width() - REACH, 0, REACH, self.height())
        self.edge.lie_over(self.head.height())
        self.edge.raise_()
