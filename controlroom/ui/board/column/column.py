"""A column: shows what the cache has of its stream, and lets nothing move that is read."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from controlroom.model import board as model
from controlroom.model.changes import Changes
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.column.facts import Facts
from controlroom.ui.board.column.flow import Flow
from controlroom.ui.board.column.frame import ColumnFrame
from controlroom.ui.board.column.status import Status
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.state import Note
from controlroom.ui.board.surge.watch import SHOW_ALL

PLACE_SAVED_MS = 1000


class ColumnView(ColumnFrame):
    """One column of a board, and what can be done with it."""

    def __init__(
        self, column: model.Column, desk: BoardDesk, pixmaps: Pixmaps, parent: QWidget | None = None
    ) -> None:
        super().__init__(column, desk, pixmaps, parent)
        self.status = Status(self)
        self.flow = Flow(self, self.status)
        self._later, self._saves_soon = QTimer(self), False
        self._missed = Changes()
        self._wire()
        self._take(desk.facts)
        self.follow()

    def learn(self, facts: Facts) -> None:
        """Takes what is known of profiles and streams now, and shows it."""
        self._take(facts)
        self.say_model()
        self.flow.show_status()

    def _take(self, facts: Facts) -> None:
        self.feed.column = self.model
        self.feed.ask_anew(facts.question(self.model))
        self.list.shelf.node = self.feed.question.node
        if facts.ours != self.list.shelf.ours:
            self.list.shelf.ours = facts.ours
            self.list.restyle()
        self.head.filter.offer(facts.words())

    def wake(self) -> None:
        """The column has come into view: reads what it shows, or what it missed."""
        if not self.feed.loaded:
            self.feed.open()
            self.feed.ask_hour()
        elif self.feed.asleep:
            self.refresh(Changes())

    def refresh(self, changes: Changes) -> None:
        """The cache has changed: fetches what of it belongs here, one answer after the other."""
        self._missed = _joined(self._missed, changes)
        if self.feed.loaded and not self.feed.is_asking and not self.flow.is_entering():
            changes, self._missed = self._missed, Changes()
            grouping = self.surge.grouping()
            self.feed.ask_news(self.list.window_of_posts, self.marks.line, changes, grouping)

    def sleep(self) -> None:
        """The column has gone out of view, or something has changed while it was."""
        self.feed.asleep = self.feed.loaded

    def count(self) -> None:
        """The cache has changed while the column is out of view: only counts."""
        self.sleep()
        self.marks.count()

    def show_new(self) -> None:
        """Shows what waits behind the pill, from the newest on."""
        self.feed.ask_newest()

    def set_paused(self, on: bool) -> None:
        """Stops new posts from entering, or lets them in again."""
        self.flow.pause(on)

    def alter(self, **values: object) -> None:
        """Changes the column as it is saved: title, filter, place."""
        changed = replace(self.model, **values)  # type: ignore[arg-type]
        if changed != self.model:
            self.model = self.feed.column = changed
            self.altered.emit(changed)
            self.say_model()

    def narrow(self, query: str, *, by_person: bool = False) -> None:
        """Narrows the column to a filter, "" for none, from the newest post on.

        Args:
            by_person: it can be undone.
        """
        if query != self.model.filter:
            before = self.model.filter
            if by_person:
                self.narrowed.emit(before)
            self.alter(filter=query, anchor=0, offset=0)
            self.start_over()
        self.head.say_filter(query)
        self.list.setFocus()

    def edit_filter(self) -> None:
        """Opens the field in which the filter is written."""
        self.chosen.emit()
        self.head.title.say_filter(True)
        self.head.filter.edit()

    def start_over(self) -> None:
        """Reads the column anew: it shows something else now."""
        self.feed.loaded, self.is_open = False, False
        self.learn(self.facts)
        self.list.restyle()
        self.wake()

    def resize_by(self, pixels: int) -> None:
        """Makes the column wider or narrower, within its bounds, and saves it."""
        self.widen(pixels)
        self.altered.emit(self.model)

    def tick(self) -> None:
        """Brings ages, the last hour and the stream line up to date."""
        self.list.tick()
        if self.feed.loaded:
            self.feed.ask_hour()
        self.surge.arrive([])
        self.status.show()
        self.status.count_hidden()

    def tell(self, note: Note | None) -> None:
        """Shows a note; the cards stay where they are on the screen when it comes or goes."""
        before = self.note.taken() + self.groups.height()
        self.note.say(note)
        if self.list.is_undisturbed() or not self.groups.rows:
            self.surge.show_groups()
        self.flow.give_way(self.note.taken() + self.groups.height() - before)

    def save_place(self) -> None:
        """Remembers what is read, to come back to it."""
        self._later.stop()
        self._saves_soon = False
        if not self.list.posts():
            return
        places = self.list.places
        at_top = places.is_at_top() and not self.list.window_of_posts.more_above
        self.alter(anchor=0 if at_top else places.anchor, offset=0 if at_top else places.y)

    def retranslate(self) -> None:
        self.say_model()
        self.status.show()

    def _wire(self) -> None:
        self._later.setSingleShot(True)
        self._later.setInterval(PLACE_SAVED_MS)
        self._later.timeout.connect(self.save_place)
        self.list.on_moved = self._save_later
        self.list.entered.connect(self.chosen)
        self.marks.counted.connect(self._say_unread)
        self.feed.answered.connect(self._catch_up)
        self.flow.entered.connect(self._catch_up)
        head = self.head
        head.line.pill.clicked.connect(self.show_new)
        head.title.pause.clicked.connect(lambda: self.set_paused(not self.model.paused))
        head.title.more.clicked.connect(self.menu_wanted)
        head.title.filter_wanted.connect(self.edit_filter)
        head.filter.taken.connect(self._narrow)
        head.filter.left.connect(self._leave_filter)
        head.filter.resized.connect(self.flow.give_way)
        self.note.pressed.connect(self._act)
        self.invite.cleared.connect(partial(self._narrow, ""))
        self.invite.edited.connect(self.edit_filter)
        self.edge.dragged.connect(self.widen)
        self.edge.dropped.connect(lambda: self.altered.emit(self.model))

    def _catch_up(self) -> None:
        """Asks for what has come while the last answer was waited for."""
        if self._missed:
            self.refresh(Changes())

    def _save_later(self) -> None:
        if not self._saves_soon:
            self._saves_soon = True
            self._later.start()

    def _act(self, name: str) -> None:
        if name == SHOW_ALL:
            self.surge.show_everything()
        else:
            self.wanted.emit(name)

    def _narrow(self, query: str) -> None:
        self.narrow(query, by_person=True)

    def _leave_filter(self) -> None:
        self.head.say_filter(self.model.filter)
        self.head.title.say_filter(bool(self.model.filter))
        self.list.setFocus()

    def _say_unread(self) -> None:
        self.head.say_unread(self.unread(), more=self.waiting.more_unread)
        self.status.say_name()
        self.counted.emit()


def _joined(first: Changes, then: Changes) -> Changes:
    return Changes(
        new=first.new + then.new,
        updated=first.updated + then.updated,
        removed=first.removed + then.removed,
    )
