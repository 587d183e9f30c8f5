"""A column: asks the cache, shows the answer, and lets nothing move that is read."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.model import board as model
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.ui.board.column.announce import Announcer
from controlroom.ui.board.column.answers import (
    News,
    Opened,
    Page,
    Unread,
    count_of,
    news_of,
    opened_at,
    page_newer,
    page_older,
)
from controlroom.ui.board.column.cards import CardList
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.column.edge import REACH, Edge
from controlroom.ui.board.column.facts import Facts
from controlroom.ui.board.column.head import Head
from controlroom.ui.board.column.note import NoteBox
from controlroom.ui.board.column.pixmaps import Pixmaps
from controlroom.ui.board.column.standing import Standing, paused, standing_of
from controlroom.ui.board.column.waiting import Waiting
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
PLACE_SAVED_MS = 1000


class Waited(NamedTuple):
    """How many posts wait behind the pill."""

    number: int = 0
    unread: int = 0
    more_unread: bool = False


class ColumnView(Styled, QWidget):
    """One column of a board.

    Signals:
        chosen: keyboard or mouse came into the column.
        counted: the number of unread posts is another.
        altered: the column as it is to be saved is another; carries it.
        menu_wanted: the button for more was pressed.
        opened: the first posts are shown.
    """

    chosen = Signal()
    counted = Signal()
    altered = Signal(object)
    menu_wanted = Signal()
    opened = Signal()

    def __init__(
        self, column: model.Column, desk: BoardDesk, pixmaps: Pixmaps, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model, self._desk = column, desk
        self.question = desk.facts.question(column)
        self.boundary, self.line = 0, desk.lines.get(column.id, 0)
        self.waiting = Waited()
        self.loaded, self.asleep, self.is_open = False, False, False
        self.standing = Standing("sync", "")
        self._paused_since: datetime | None = None
        self.head, self.note = Head(self), NoteBox(self)
        self.list = CardList(pixmaps, self)
        self.edge = Edge(self)
        self._announcer = Announcer(self.list)
        self._later = QTimer(self)
        self._build()
        self.follow()
        self.learn(desk.facts)

    @property
    def title(self) -> str:
        """The column's title as it is shown."""
        return self._desk.facts.title(self.model)

    def learn(self, facts: Facts) -> None:
        """Takes what is known of profiles and streams now."""
        self.question = facts.question(self.model)
        self.list.shelf.node = self.question.node
        if facts.ours != self.list.shelf.ours:
            self.list.shelf.ours = facts.ours
            self.list.restyle()
        self.head.say(facts.glyph(self.model), self.title)
        self._show_standing()

    def wake(self) -> None:
        """The column has come into view: reads what it shows, or what it missed."""
        if self.loaded:
            if self.asleep:
                self.asleep = False
                self.refresh(Changes())
            return
        self.loaded = True
        question, model_now, cache = self.question, self.model, self._desk.cache
        self._desk.reading.ask(
            self, lambda: opened_at(cache, question, model_now, self._desk.store), self._open
        )

    def refresh(self, changes: Changes) -> None:
        """The cache has changed: fetches what of it belongs here."""
        if not self.loaded:
            return
        held = self.list.posts()
        known = (held[0], held[-1]) if held else None
        wanted = {*changes.updated, *changes.removed}
        ids = [post.id for post in held if post.id in wanted]
        late = known is not None and any(known[1].id < one < known[0].id for one in changes.new)
        question, boundary, line, cache = self.question, self.boundary, self.line, self._desk.cache
        self._desk.reading.ask(
            self, lambda: news_of(cache, question, boundary, line, ids, known if late else None),
            self._take_news,
        )  # fmt: skip

    def count(self) -> None:
        """The cache has changed while the column is out of view: only counts."""
        self.asleep = self.loaded
        if not self.loaded and self.model.id not in self._desk.lines:
            return
        question, line, cache = self.question, self.line, self._desk.cache
        self._desk.reading.ask(self, lambda: count_of(cache, question, line), self._take_count)

    def show_new(self) -> None:
        """Shows what waits behind the pill, from the newest on."""
        question, cache = self.question, self._desk.cache
        stream, store = self.model.stream, self._desk.store
        self._desk.reading.ask(
            self, lambda: page_older(cache, question, 0, store, stream), self._show_newest
        )

    def set_paused(self, on: bool) -> None:
        """Stops new posts from entering, or lets them in again."""
        self._paused_since = datetime.now(UTC) if on else None
        self.alter(paused=on)
        if not on:
            self.refresh(Changes())
        self._show_standing()

    def alter(self, **values: object) -> None:
        """Changes the column as it is saved: title, filter, place."""
        changed = replace(self.model, **values)  # type: ignore[arg-type]
        if changed != self.model:
            self.model = changed
            self.altered.emit(changed)
            self.head.say(self._desk.facts.glyph(changed), self.title)

    def start_over(self) -> None:
        """Reads the column anew: it shows something else now."""
        self.loaded = False
        self.learn(self._desk.facts)
        self.list.restyle()
        self.wake()

    def read_up_to_here(self) -> None:
        """Puts the read line above the focused post, or above the first one in view."""
        posts = self.list.posts()
        if not posts:
            return
        index = self.list.window_of_posts.find(self.list.focused)
        if index is None:
            index = next((one for one, top in self.list.visible() if top >= 0), 0)
        self._put_line(posts[index].id)

    def resize_by(self, pixels: int) -> None:
        """Makes the column wider or narrower, within its bounds, and saves it."""
        self.widen(pixels)
        self.altered.emit(self.model)

    def widen(self, pixels: int) -> None:
        """Makes the column wider or narrower by real pixels, without saving."""
        measures = theme().metrics
        low, high = measures.width.column_min, measures.width.column_max
        wide = min(high, max(low, measures.px(self.model.width) + pixels))
        self.model = replace(self.model, width=measures.at_full_size(wide))
        self.updateGeometry()

    def tick(self) -> None:
        """Brings ages and the stream line up to date."""
        self.list.tick()
        self._show_standing()

    def unread(self) -> int:
        """Returns how many posts are unread, 1,000 at most."""
        single = sum(1 for one in self.list.read if one > self.line)
        return max(0, self.waiting.unread - single)

    def restyle(self) -> None:
        self.note.fit(self.width())
        self._place_edge()

    def retranslate(self) -> None:
        self.head.say(self._desk.facts.glyph(self.model), self.title)
        self._show_standing()
        self.say_name()

    def say_name(self) -> None:
        """Gives the list its name for screen readers: title, unread, state."""
        from controlroom.ui.board.column.words import list_name

        name = list_name(self.title, self.unread(), self.standing)
        if name != self.list.accessibleName():
            self.list.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().palette.bg1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.note.fit(self.width())
        self._place_edge()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 1, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.note)
        rows.addWidget(self.list, 1)
        self._later.setSingleShot(True)
        self._later.setInterval(PLACE_SAVED_MS)
        self._later.timeout.connect(self.save_place)
        self.list.places.line = self.line
        self.list.hint = Waiting()
        self.list.wants_older.connect(self._fetch_older)
        self.list.wants_newer.connect(self._fetch_newer)
        self.list.focus_moved.connect(self._mark_read)
        self.list.moved.connect(self._later.start)
        self.list.entered.connect(self.chosen)
        self.head.line.pill.clicked.connect(self.show_new)
        self.head.title.pause.clicked.connect(self._turn_pause)
        self.head.title.more.clicked.connect(self.menu_wanted)
        self.edge.dragged.connect(self.widen)
        self.edge.dropped.connect(self._tell_altered)

    def save_place(self) -> None:
        """Remembers what is read, to come back to it."""
        if not self.list.posts():
            return
        self._later.stop()
        places = self.list.places
        at_top = places.is_at_top() and not self.list.window_of_posts.more_above
        self.alter(anchor=0 if at_top else places.anchor, offset=0 if at_top else places.y)

    def _open(self, opened: Opened) -> None:
        self.boundary = opened.newest
        if self.line == 0 and opened.newest and self.model.id not in self._desk.lines:
            self._put_line(opened.newest)
        self.list.read |= opened.page.read
        posts, more = opened.page.posts, opened.page.more
        above = bool(posts) and opened.newest > posts[0].id
        self.list.show_posts(posts, above=above, below=more)
        if self.model.anchor:
            self.list.show_place(self.model.anchor, self.model.offset)
        self._show_standing()
        self.count_unread()
        self.is_open = True
        self.opened.emit()

    def count_unread(self) -> None:
        """Counts what is unread."""
        question, line, cache = self.question, self.line, self._desk.cache
        self._desk.reading.ask(self, lambda: count_of(cache, question, line), self._take_count)

    def _fetch_older(self, last: CachedPost) -> None:
        question, cache = self.question, self._desk.cache
        store, stream = self._desk.store, self.model.stream
        self._desk.reading.ask(
            self, lambda: page_older(cache, question, last.id, store, stream), self._take_older
        )

    def _fetch_newer(self, first: CachedPost) -> None:
        question, cache, boundary = self.question, self._desk.cache, self.boundary
        store, stream = self._desk.store, self.model.stream
        self._desk.reading.ask(
            self, lambda: page_newer(cache, question, first, boundary, store, stream),
            self._take_newer,
        )  # fmt: skip

    def _take_older(self, page: Page) -> None:
        self.list.read |= page.read
        self.list.add_older(page.posts, more=page.more)

    def _take_newer(self, page: Page) -> None:
        self.list.read |= page.read
        self.list.add_newer(page.posts, more=page.more)

    def _show_newest(self, page: Page) -> None:
        had_focus = self.list.hasFocus()
        self.list.read |= page.read
        self.boundary = page.posts[0].id if page.posts else self.boundary
        self.list.show_posts(page.posts, above=False, below=page.more)
        self.waiting = self.waiting._replace(number=0)
        self._show_standing()
        if had_focus and page.posts:
            self.list.focus_post(page.posts[0].id)
        self._later.start()

    def _take_news(self, news: News) -> None:
        if news.stretch is not None:
            self.list.mend(news.stretch)
        self.list.put(news.stored, news.asked)
        self._take_count(news.unread)
        fresh = [post for post in news.waiting if post.id > self.boundary]
        enters = not self.model.paused and self.list.is_undisturbed()
        enters = enters and not self.list.window_of_posts.more_above
        if fresh and enters:
            self._let_in(fresh)
        elif len(fresh) != self.waiting.number:
            self.waiting = self.waiting._replace(number=len(fresh))
            self._announcer.say(len(fresh), self.title)
        self._show_standing()

    def _let_in(self, fresh: list[CachedPost]) -> None:
        self.boundary = fresh[0].id
        self.waiting = self.waiting._replace(number=0)
        if len(fresh) > self._desk.most_waiting or not self.list.posts():
            self.list.show_posts(fresh, above=False, below=True)
            return
        self.list.add_newer(fresh, more=False)
        self.list.go_to_top()

    def _take_count(self, count: Unread) -> None:
        if count.line != self.line:
            return
        self.waiting = self.waiting._replace(unread=count.number, more_unread=count.more)
        self._say_unread()

    def _say_unread(self) -> None:
        self.head.say_unread(self.unread(), more=self.waiting.more_unread)
        self.say_name()
        self.counted.emit()

    def _mark_read(self, post_id: int) -> None:
        if post_id <= self.line or post_id in self.list.read:
            return
        self.list.read.add(post_id)
        stream, store = self.model.stream, self._desk.store
        self._desk.reading.keep(lambda: store.mark_read(stream, [post_id]))
        self._say_unread()

    def _put_line(self, post_id: int) -> None:
        self.line = post_id
        self._desk.lines[self.model.id] = post_id
        self.list.set_line(post_id)
        number, store = self.model.id, self._desk.store
        self._desk.reading.keep(lambda: store.set_read_up_to(number, post_id))
        self.count_unread()

    def _turn_pause(self) -> None:
        self.set_paused(not self.model.paused)

    def _tell_altered(self) -> None:
        self.altered.emit(self.model)

    def _show_standing(self) -> None:
        now = datetime.now(UTC)
        facts, column = self._desk.facts, self.model
        whole = column.stream == 0
        standing = Standing("sync", "", loading=True)
        if facts.known:
            standing = standing_of(facts.stream(column), facts.states, now, whole=whole)
        shown = paused(self._paused_since, now) if column.paused else standing
        self.standing = shown
        self.head.say_standing(shown, self.waiting.number, paused=column.paused)
        self._show_note(standing)
        self.list.hint = self._hint(standing)
        self.say_name()

    def _show_note(self, standing: Standing) -> None:
        """The cards stay where they are on the screen when a note comes or goes."""
        before = self.note.height() if self.note.isVisibleTo(self) else 0
        self.note.show_standing(standing)
        after = self.note.height() if self.note.isVisibleTo(self) else 0
        if before != after and not self.list.places.is_at_top():
            self.list.shift(before - after)

    def _hint(self, standing: Standing) -> Waiting:
        if standing.loading or not self.loaded:
            return Waiting()
        if self._desk.facts.stream(self.model) is None and self.model.stream:
            return Waiting("crit", translate("Column", "Nothing to show"), "")
        heading = translate("Column", "Nothing here yet")
        if self.model.filter:
            sentence = translate(
                "Column", "No saved post fits. New ones that fit will appear here."
            )
        else:
            sentence = translate("Column", "New posts of this stream will appear here.")
        return Waiting(self._desk.facts.glyph(self.model), heading, sentence)

    def _place_edge(self) -> None:
        self.edge.setGeometry(self.width() - REACH, 0, REACH, self.height())
        self.edge.raise_()
