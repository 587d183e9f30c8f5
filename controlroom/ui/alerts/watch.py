"""Watches what comes in for the rules, once a second at most, whatever comes."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.listening.alerts import LOOKED_AT, PAUSE_MS, Quiet, Verdict
from controlroom.model import clock
from controlroom.model.alert import AlertRule, KeptAlert
from controlroom.model.changes import Changes
from controlroom.store.desk.alerts import AlertBook
from controlroom.ui.alerts.look import Found, Told, looked, with_posts
from controlroom.ui.alerts.notices import Notice
from controlroom.ui.board.surge.pace import Pace
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.model.cached import CachedPost
    from controlroom.store.cache.reader import CacheReader
    from controlroom.ui.board.around import House

    Find = Callable[[CacheReader], CachedPost | None]

T = TypeVar("T")


class AlertWatch(QObject):
    """The rules of one house at a time, and what they raised.

    Signals:
        raised: alerts were raised or grew; carries a list of `Told`.
        counted: another number of alerts is unread; carries it.
        learned: there are other rules.
        failed: cache or desk could not be read or written; carries the error.

    Attributes:
        missed: posts that came too fast to be looked at, since the house was opened.
    """

    raised = Signal(object)
    counted = Signal(int)
    learned = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self.rules: list[AlertRule] = []
        self.missed = 0
        self._work: Workshop | None = None
        self._cache: CacheReader | None = None
        self._book: AlertBook | None = None
        self._quiet, self._pace = Quiet(), Pace()
        self._waiting: deque[int] = deque(maxlen=LOOKED_AT)
        self._number, self._looking = 0, False
        self._rest = QTimer(self, interval=pause_ms, singleShot=True)
        self._rest.timeout.connect(self._look)

    def open(self, house: "House") -> None:
        """Takes a house; without a cache there is nothing to watch yet."""
        self.close()
        if house.cache is None:
            return
        self._work, self._cache = Workshop(self), house.cache
        self._book = AlertBook(house.desk.database)
        self._quiet, self._pace, self.missed = Quiet(), Pace(), 0
        self._keep(lambda book: book.rules(), self._take_rules)
        self._keep(lambda book: book.unread(), self.counted.emit)

    def close(self) -> None:
        """Lets go of the house; what is being written is waited for."""
        self._rest.stop()
        if self._work is not None:
            self._work.close()
            self._work.deleteLater()
        self._work = self._cache = self._book = None
        self.rules, self._number, self._looking = [], 0, False
        self._waiting.clear()
        self.counted.emit(0)

    def is_open(self) -> bool:
        """Returns whether there is a house."""
        return self._book is not None

    def heed(self, changes: Changes) -> None:
        """Takes what the engine has written; costs the same however much that is."""
        if not self.rules or not changes.new:
            return
        self._number += len(changes.new)
        self._waiting.extend(changes.new[-LOOKED_AT:])
        if not self._looking and not self._rest.isActive():
            self._rest.start()

    def read_all(self, then: Callable[[Sequence[Told]], object]) -> None:
        """Reads the kept alerts with their posts, the newest first."""
        cache = self._cache
        if cache is not None:
            self._keep(lambda book: with_posts(cache, book.alerts()), then)

    def keep_notice(
        self, notice: Notice, find: "Find", then: Callable[["CachedPost | None"], object]
    ) -> None:
        """Keeps an alert that no rule raised, with the post it is about, if there is one."""
        cache = self._cache
        if cache is None:
            return

        def keep(book: AlertBook) -> "tuple[CachedPost | None, int]":
            post = find(cache)
            about = replace(notice.to_keep(), post=post.id if post is not None else 0)
            notice.kept = book.keep([about])[0].id
            return post, book.unread()

        def kept(answer: "tuple[CachedPost | None, int]") -> None:
            self.counted.emit(answer[1])
            then(answer[0])

        self._keep(keep, kept)

    def mark_read(self, *numbers: int) -> None:
        """Marks alerts as read, all of them if none is named."""
        self._quiet.was_read(numbers)

        def mark(book: AlertBook) -> int:
            book.mark_read(*numbers)
            return book.unread()

        self._keep(mark, self.counted.emit)

    def save(self, rule: AlertRule) -> None:
        """Saves a rule, which holds from now on."""
        self._change(rule, lambda book: book.save_rule(rule))

    def remove(self, rule: AlertRule) -> None:
        """Removes a rule."""
        self._change(rule, lambda book: book.remove_rule(rule.id))

    def _change(self, rule: AlertRule, change: Callable[[AlertBook], object]) -> None:
        self._quiet.forget(rule.id)

        def changed(book: AlertBook) -> list[AlertRule]:
            change(book)
            return book.rules()

        self._keep(changed, self._take_rules)

    def _keep(self, ask: Callable[[AlertBook], T], then: Callable[[T], object]) -> None:
        book, work = self._book, self._work
        if book is not None and work is not None:
            work.do(lambda: ask(book), then, self._fail)

    def _take_rules(self, rules: Sequence[AlertRule]) -> None:
        self.rules = [*rules]
        self.learned.emit()

    def _look(self) -> None:
        cache, work = self._cache, self._work
        if cache is None or work is None:
            return
        ids, number, rules = tuple(self._waiting), self._number, tuple(self.rules)
        self._waiting.clear()
        self._number, self._looking = 0, True
        self.missed += number - len(ids)
        self._pace.take(int(time.monotonic()), number)
        now = clock.now()
        work.do(lambda: looked(cache, rules, ids, now), self._judge, self._fail)

    def _judge(self, found: Sequence[Found]) -> None:
        held = {rule.id for rule in self.rules}
        now, surging = clock.now(), self._pace.surging
        fitting = [one for one in found if one.hit.rule.id in held]
        verdicts = [self._quiet.judge(one.hit, now, surging=surging) for one in fitting]
        if not verdicts:
            self._rest_again()
            return
        posts = [one.post for one in fitting]
        alerts = [verdict.alert for verdict in verdicts]

        def keep(book: AlertBook) -> tuple[list[KeptAlert], int]:
            return book.keep(alerts), book.unread()

        self._keep(keep, lambda kept: self._tell(*kept, verdicts, posts))

    def _tell(
        self,
        kept: Sequence[KeptAlert],
        unread: int,
        verdicts: Sequence[Verdict],
        posts: "Sequence[CachedPost | None]",
    ) -> None:
        told = []
        for alert, verdict, post in zip(kept, verdicts, posts, strict=True):
            self._quiet.kept(alert)
            told.append(Told(alert, post, verdict.toast, verdict.sound))
        self._rest_again()
        self.counted.emit(unread)
        self.raised.emit(told)

    def _rest_again(self) -> None:
        self._looking = False
        if self._number:
            self._rest.start()

    def _fail(self, error: object) -> None:
        self._rest_again()
        self.failed.emit(error)
