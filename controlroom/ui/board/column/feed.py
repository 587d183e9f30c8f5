"""Asks the cache for one column and tells the answers; those to an old question are dropped."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from controlroom.model.board import Column
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Changes
from controlroom.ui.board.column.answers import (
    Asked,
    Asker,
    count_of,
    news_of,
    opened_at,
    page_newer,
    page_older,
)
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.column.hour import hour_of
from controlroom.ui.board.column.question import Question
from controlroom.ui.board.surge.sieve import Sieve

T = TypeVar("T")


class Feed(QObject):
    """What a column asks, one signal for each kind of answer.

    Attributes:
        boundary: the newest post that was let into the column.
        loaded: the first posts have been asked for.
        asleep: changes have been passed over while the column was out of view.
    """

    opened = Signal(object)
    older = Signal(object)
    newer = Signal(object)
    newest = Signal(object)
    news = Signal(object)
    counted = Signal(object)
    hour = Signal(object)

    def __init__(self, column: Column, desk: BoardDesk, parent: QObject) -> None:
        super().__init__(parent)
        self.column, self._desk = column, desk
        self.question: Question = desk.facts.question(column)
        self.boundary = 0
        self.loaded, self.asleep = False, False
        self._edition = 0
        self._sieve: Sieve | None = None

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

    def sieve(self, sieve: Sieve | None) -> None:
        """Holds posts of a surge back from now on, or nothing any more."""
        self._sieve = sieve
        self.ask_anew(replace(self.question, sieve=sieve))

    def open(self) -> None:
        """Asks for what the column shows first."""
        self.loaded, self.asleep = True, False
        self._edition += 1
        self._ask(opened_at, self.opened.emit)

    def ask_older(self, last: CachedPost) -> None:
        """Asks for the page below a post."""
        self._ask(lambda asker: page_older(asker, last.id), self.older.emit)

    def ask_newer(self, first: CachedPost) -> None:
        """Asks for the page above a post."""
        boundary = self.boundary
        self._ask(lambda asker: page_newer(asker, first, boundary), self.newer.emit)

    def ask_newest(self) -> None:
        """Asks for the newest posts of all."""
        self._ask(lambda asker: page_older(asker, 0), self.newest.emit)

    def ask_news(
        self, posts: list[CachedPost], line: int, changes: Changes, *, everything: bool
    ) -> None:
        """Asks what of a change belongs here."""
        held = (posts[0].id, posts[-1].id) if posts else None
        touched = {*changes.updated, *changes.removed}
        ids = [post.id for post in posts if post.id in touched]
        everything = everything or self.asleep
        if not (ids or changes.new or everything):
            return
        self.asleep = False
        asked = Asked(self.boundary, line, held, ids, changes, everything)
        self._ask(lambda asker: news_of(asker, asked), self.news.emit)

    def ask_count(self, line: int) -> None:
        """Asks how much is unread."""
        self._ask(lambda asker: count_of(asker, line), self.counted.emit)

    def ask_hour(self) -> None:
        """Asks how the last hour was."""
        self._ask(hour_of, self.hour.emit)

    def ask_posts(
        self, ids: list[int], work: Callable[[list[CachedPost]], T], taken: Callable[[T], None]
    ) -> None:
        """Asks for posts by their ids; `work` on them is done off the window's thread."""
        self._ask(lambda asker: work(asker.cache.posts(ids)), taken)

    def _ask(self, question: Callable[[Asker], Any], answer: Callable[[Any], None]) -> None:
        desk, edition = self._desk, self._edition
        asker = Asker(desk.cache, desk.store, self.column, self.question)

        def tell(found: Any) -> None:
            if edition == self._edition:
                answer(found)

        desk.reading.ask(self, lambda: question(asker), tell)
