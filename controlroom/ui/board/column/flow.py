"""How posts come into a column: what enters, what waits, and that nothing read moves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.model import clock
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.ui.board.column.announce import Announcer
from controlroom.ui.board.column.answers import News, Opened, Page
from controlroom.ui.board.list.entrance import Entrance
from controlroom.ui.board.list.preparing import Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from controlroom.ui.board.column.hour import Hour
    from controlroom.ui.board.column.parts import Parts
    from controlroom.ui.board.column.status import Status
    from controlroom.ui.board.list.preparing import Preparing

STEP_MS = 1000


class Flow(QObject):
    """Takes the answers of the cache into the list of one column.

    Signals:
        entered: what was about to enter has entered, or waits behind the pill.
    """

    entered = Signal()

    def __init__(self, view: "Parts", status: "Status") -> None:
        super().__init__(view.list)
        self._view, self._status = view, status
        self._announcer = Announcer(view.list)
        self._waiting: list[CachedPost] = []
        feed, cards = view.feed, view.list
        feed.opened.connect(self._open)
        feed.older.connect(self._add_older)
        feed.newer.connect(self._add_newer)
        feed.newest.connect(self._show_newest)
        feed.news.connect(self._take_news)
        feed.hour.connect(self._take_hour)
        cards.wants_older.connect(feed.ask_older)
        cards.wants_newer.connect(feed.ask_newer)
        cards.caret.handed_on.connect(self._say_handed_on)
        cards.opened.connect(self._want_post)
        cards.row_pressed.connect(self.fill_gap)
        view.groups.pressed.connect(self._want_stored)
        view.surge.changed.connect(self._sieve_changed)
        view.surge.stepped.connect(self._step)
        self._entrance = Entrance(view.list, self._turns, view.list)
        view.desk.reading.count_in(self._entrance)
        self._turn = Turn(status.show, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(STEP_MS)
        self._rest.timeout.connect(self._step_late)
        self._is_late = False

    def pause(self, on: bool) -> None:
        """Stops new posts from entering, or lets them in again."""
        view = self._view
        self._status.paused_since = clock.now() if on else None
        view.alter(paused=on)
        if not on:
            view.sleep()
            view.refresh(Changes())
        self._status.show()

    def give_way(self, pixels: int) -> None:
        """Keeps the cards where they are on the screen though the list begins lower."""
        view = self._view
        if not pixels:
            return
        if not view.list.places.is_at_top():
            view.list.shift(-pixels)
        # At once: a frame in which only one of the two has moved could be seen.
        if view.list.isVisible():
            view.activate()

    def fill_gap(self, number: int) -> None:
        """Asks the engine to fill a gap."""
        view = self._view
        self._status.ask_gap(number)
        view.fill_wanted.emit(number)
        self._status.show()

    def _turns(self) -> "Preparing | None":
        return self._view.list.soon.preparing

    def is_entering(self) -> bool:
        """Returns whether posts have come whose cards are still being drawn."""
        return self._entrance.is_on()

    def _open(self, opened: Opened) -> None:
        view, page = self._view, opened.page
        self._entrance.stop()
        self._waiting = []
        view.feed.boundary = opened.newest
        view.list.read |= page.read
        above = bool(page.posts) and opened.newest > page.posts[0].id
        view.is_open = True
        view.list.show_posts(page.posts, above=above, below=page.more)
        if view.model.anchor:
            view.list.show_place(view.model.anchor, view.model.offset)
        if view.marks.line == 0 and opened.newest and view.marks.is_new:
            view.marks.put_line(opened.newest)
        else:
            view.marks.count()
        self._status.show()
        view.opened.emit()

    def _add_older(self, page: Page) -> None:
        self._view.list.read |= page.read
        self._view.list.add_older(page.posts, more=page.more)

    def _add_newer(self, page: Page) -> None:
        self._view.list.read |= page.read
        self._view.list.add_newer(page.posts, more=page.more)

    def _show_newest(self, page: Page) -> None:
        self._view.list.read |= page.read
        self._stand_ready(page.posts, lambda: self._show_page(page))

    def _stand_ready(self, posts: Sequence[CachedPost], show: "Callable[[], None]") -> None:
        """Shows posts once their cards are drawn, unless something else is asked by then."""
        question = self._view.feed.question

        def enter() -> None:
            if self._view.feed.question is question:
                show()
            self.entered.emit()

        self._entrance.take(posts, enter)

    def _show_page(self, page: Page) -> None:
        view = self._view
        had_focus = view.list.hasFocus()
        view.feed.boundary = page.posts[0].id if page.posts else view.feed.boundary
        view.list.show_posts(page.posts, above=False, below=page.more)
        self._waiting = [one for one in self._waiting if self._is_newer(one)]
        view.marks.wait(len(self._waiting))
        self._status.show()
        if had_focus and page.posts:
            view.list.caret.put(page.posts[0].id)
        view.list.on_moved()

    def _is_newer(self, post: CachedPost) -> bool:
        """Returns whether a post came after those that were let in, and still belongs here."""
        feed = self._view.feed
        return post.id > feed.boundary and feed.question.shows(post)

    def _take_news(self, news: News) -> None:
        view = self._view
        if news.late:
            self._slip_in(news.late, news.joined)
        view.list.put(news.stored, news.asked)
        if news.unread is not None:
            view.marks.take_count(news.unread)
        if news.waiting is not None:
            self._take_waiting(self._above(news))
        view.surge.arrive(news.arrived, news.digest)
        self._step()

    def _slip_in(self, late: Sequence[CachedPost], joined: int) -> None:
        """Shows posts that came late, each in its place among those held now."""
        cards = self._view.list
        held, more = cards.posts(), cards.window_of_posts.more_below
        if not held:
            return
        lowest = held[-1].id if more else 0
        found = {one.id: one for one in late if lowest < one.id < held[0].id}
        found |= {one.id: one for one in held if one.id >= joined}
        if found.keys() != {one.id for one in held}:
            more = more or joined > 0
            cards.mend([found[one] for one in sorted(found, reverse=True)], more=more)

    def _above(self, news: News) -> list[CachedPost]:
        """Returns what waits now, newest first, as many as are counted."""
        before = self._waiting if news.only_new else []
        found = {one.id: one for one in (*before, *(news.waiting or ()))}
        boundary = self._view.feed.boundary
        ids = sorted((one for one in found if one > boundary), reverse=True)
        return [found[one] for one in ids[: self._view.desk.most_waiting + 1]]

    def _take_waiting(self, fresh: list[CachedPost]) -> None:
        if fresh and self._may_enter():
            self._enter(fresh)
        else:
            self._hold_back(fresh)

    def _may_enter(self) -> bool:
        view = self._view
        undisturbed = not view.model.paused and view.list.is_undisturbed()
        return undisturbed and not view.list.window_of_posts.more_above

    def _hold_back(self, fresh: list[CachedPost]) -> None:
        view = self._view
        self._waiting = fresh
        if len(fresh) != view.waiting.number:
            view.marks.wait(len(fresh))
            self._announcer.say(len(fresh), view.title)

    def _enter(self, fresh: list[CachedPost]) -> None:
        """What has waited for long may have been edited or taken back, and is read again."""
        if self._waiting or self.is_entering():
            self._view.feed.ask_newest()
        else:
            self._stand_ready(fresh, lambda: self._enter_now(fresh))

    def _enter_now(self, fresh: list[CachedPost]) -> None:
        """Somebody may have begun to read meanwhile."""
        if self._may_enter():
            self._let_in(fresh)
        else:
            self._hold_back(fresh)

    def _let_in(self, fresh: list[CachedPost]) -> None:
        view = self._view
        view.feed.boundary = fresh[0].id
        view.marks.wait(0)
        if len(fresh) > view.desk.most_waiting or not view.list.posts():
            view.list.show_posts(fresh, above=False, below=True)
        else:
            view.list.add_newer(fresh, more=False)
            view.list.go_to_top()
        if view.list.hasFocus():
            view.list.caret.settle_without_reading()

    def _take_hour(self, hour: "Hour") -> None:
        self._status.hour = hour
        self._status.show()

    def _sieve_changed(self) -> None:
        """What is being read stays; the rule holds for everything that comes after it."""
        view = self._view
        if view.list.is_undisturbed() and view.feed.loaded:
            view.feed.ask_newest()
        self.show_status()

    def _step(self) -> None:
        """In a surge figures step once a second; what waits is told at once."""
        view = self._view
        view.head.say_waiting(view.marks.waiting.number)
        self._is_late = view.surge.is_on() and self._rest.isActive()
        if self._is_late:
            return
        self._rest.start()
        self.show_status()

    def show_status(self) -> None:
        """Says how the stream stands; in a surge each column in turn, in a frame of its own."""
        if self._view.surge.is_on():
            self._turn.want(self._turns())
        else:
            self._status.show()

    def _step_late(self) -> None:
        if self._is_late:
            self._step()

    def _say_handed_on(self, _post: int) -> None:
        self._announcer.say_gone()

    def _want_post(self, post_id: int) -> None:
        index = self._view.list.window_of_posts.find(post_id)
        if index is not None:
            self._view.post_wanted.emit(self._view.list.posts()[index])

    def _want_stored(self, post_id: int) -> None:
        view, cache = self._view, self._view.desk.cache
        view.desk.reading.ask(self, lambda: cache.posts([post_id]), self._tell_stored)

    def _tell_stored(self, posts: list[CachedPost]) -> None:
        if posts:
            self._view.post_wanted.emit(posts[0])
