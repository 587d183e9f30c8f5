"""Asks the cache for one column and tells the answers; those to an old question are dropped."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from controlroom.model.board import Column
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.model.errors import WorldError
from controlroom.model.found import Count
from controlroom.ui.board.column.answers import (
    Asked,
    Asker,
    News,
    Unread,
    count_of,
    glimpses_of,
    news_of,
    opened_at,
    page_newer,
    page_older,
)
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.column.hour import hour_of
from controlroom.ui.board.column.question import Question
from controlroom.ui.board.surge.digest import Digest
from controlroom.ui.board.surge.sieve import Sieve

if TYPE_CHECKING:
    from controlroom.model.glimpse import Glimpse
    from controlroom.ui.board.list.window import PostWindow

T = TypeVar("T")


class Feed(QObject):
    """What a column asks, one signal for each kind of answer; `answered` follows each `news`.

    Attributes:
        boundary: the newest post that was let into the column.
        loaded: the first posts have been asked for.
        asleep: changes have been passed over while the column was out of view.
        is_asking: what is new has been asked for and not been answered.
    """

    opened = Signal(object)
    older = Signal(object)
    newer = Signal(object)
    newest = Signal(object)
    news = Signal(object)
    counted = Signal(object)
    hour = Signal(object)
    answered = Signal()

    def __init__(self, column: Column, desk: BoardDesk, parent: QObject) -> None:
        super().__init__(parent)
        self.column, self._desk = column, desk
        self.question: Question = desk.facts.question(column)
        self.boundary = 0
        self.loaded, self.asleep, self.is_asking = False, False, False
        self._edition = 0
        self._sieve: Sieve | None = None
        self._counted: Unread | None = None

    @property
    def stream(self) -> int:
        """Id of the stream that is asked for, 0 for a search over everything."""
        return self.question.stream

    def ask_anew(self, question: Question) -> None:
        """Takes another question; answers to the old one are not told any more."""
        question = replace(question, sieve=self._sieve)
        if question != self.question:
            self.question = question
            self._edition += 1
            self._counted = None
            # What came meanwhile belongs to a question that nobody asked.
            self.asleep = self.loaded

    def sieve(self, sieve: Sieve | None) -> None:
        """Holds posts of a surge back from now on, or nothing any more."""
        self._sieve = sieve
        self.ask_anew(replace(self.question, sieve=sieve))

    def refine(self, sieve: Sieve) -> None:
        """Holds back by another measure what is asked for next; what was asked stays asked."""
        self._sieve = sieve
        self.question = replace(self.question, sieve=sieve)

    def open(self) -> None:
        """Asks for what the column shows first."""
        self.loaded, self.asleep = True, False
        self._edition += 1
        self._ask(opened_at, self.opened.emit)

    def ask_older(self, last: CachedPost, later: bool = False) -> None:
        """Asks for the page below a post; where it may come `later`, other posts come first."""
        self._ask(lambda asker: page_older(asker, last.id), self.older.emit, later=later)

    def ask_newer(self, first: CachedPost) -> None:
        """Asks for the page above a post."""
        boundary = self.boundary
        self._ask(lambda asker: page_newer(asker, first, boundary), self.newer.emit)

    def ask_newest(self) -> None:
        """Asks for the newest posts of all."""
        self._ask(lambda asker: page_older(asker, 0), self.newest.emit)

    def ask_news(
        self,
        window: "PostWindow",
        line: int,
        changes: Changes,
        group: Callable[[list["Glimpse"]], Digest] | None = None,
    ) -> None:
        """Asks what of a change belongs here; not to be asked again before the answer is there."""
        posts, missed = window.posts, self.asleep
        held = (posts[0].id, posts[-1].id) if posts else None
        touched = {*changes.updated, *changes.removed}
        ids = [post.id for post in posts if missed or post.id in touched]
        if not (ids or changes.new or missed):
            return
        ended, counted = not window.more_below, self._counted
        asked = Asked(self.boundary, line, held, ids, changes, ended, missed, group, counted)
        self.asleep, self.is_asking = False, True
        self._ask(lambda asker: _tried(asker, asked), self._tell_news, always=self._asked)

    def _asked(self) -> None:
        self.is_asking = False

    def _tell_news(self, found: News | WorldError) -> None:
        if isinstance(found, WorldError):
            self.asleep = self.loaded
            self._desk.reading.failed.emit(found)
        else:
            self._counted = found.unread or self._counted
            self.news.emit(found)

    def ask_count(self, line: int) -> None:
        """Asks how much is unread; posts come first."""
        self._ask(lambda asker: count_of(asker, line), self.counted.emit, later=True)

    def ask_number(self, question: Question, taken: Callable[[Count], None]) -> None:
        """Asks how many posts fit another question, 1,000 at most; posts come first."""
        self._ask(lambda asker: question.number(asker.cache), taken, later=True)

    def ask_hour(self) -> None:
        """Asks how the last hour was; posts come first."""
        self._ask(hour_of, self.hour.emit, later=True)

    def ask_posts(
        self, ids: list[int], work: Callable[[list["Glimpse"]], T], taken: Callable[[T], None]
    ) -> None:
        """Asks for a look at posts; `work` on what is seen is done off the window's thread."""
        self._ask(lambda asker: work(glimpses_of(asker, ids)), taken)

    def _ask(
        self,
        question: Callable[[Asker], Any],
        answer: Callable[[Any], None],
        *,
        later: bool = False,
        always: Callable[[], None] | None = None,
    ) -> None:
        desk, edition = self._desk, self._edition
        asker = Asker(desk.cache, desk.store, self.column, self.question)

        def tell(found: Any) -> None:
            if always is not None:
                always()
            if edition == self._edition:
                answer(found)
            if always is not None:
                self.answered.emit()

        ask = desk.reading.ask_later if later else desk.reading.ask
        ask(self, lambda: question(asker), tell, slow=not self.question.is_plain())


def _tried(asker: Asker, asked: Asked) -> News | WorldError:
    try:
        return news_of(asker, asked)
    except WorldError as error:
        return error
