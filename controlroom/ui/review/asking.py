"""Asks the cache aside; a newer search replaces an older one, whatever of it is still to come."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from controlroom.model.query.tree import Everything, Node
from controlroom.ui.board.column.reading import SWITCH_S
from controlroom.ui.review import found
from controlroom.ui.review.narrowing import Narrowing, narrowed
from controlroom.ui.review.talks import HitPage
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.ui.review.around import House

T = TypeVar("T")
PAGE = 40
"""Hits read and laid out at once."""
TALKS = 16
"""Conversations read at once."""


class Asking(QObject):
    """The searches over one house at a time.

    Pages of hits and counts are read on two threads, so that counting a million posts never keeps
    a page waiting.

    Attributes:
        grouped: hits come by conversation.

    Signals:
        learned: profiles and the extent of the cache, as `Known`.
        paged: hits below an id: the id, and the `HitPage`.
        counted: how the hits lie in time, as `OverTime`.
        spread: the facets of the search, as `Spread`.
        failed: the cache could not be read; carries the error.
    """

    learned = Signal(object)
    paged = Signal(object, object)
    counted = Signal(object)
    spread = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Reading threads give way to the window as quickly as those of the board.
        sys.setswitchinterval(SWITCH_S)
        self.house: House | None = None
        self.known = found.Known()
        self.node: Node = Everything()
        self.grouped = False
        self._number, self._paging, self._open = 0, 0, 0
        self._pages: Workshop | None = None
        self._counts: Workshop | None = None

    def open(self, house: "House") -> None:
        """Takes a house whose cache is there."""
        self.close()
        self.house = house
        self._pages, self._counts = Workshop(self), Workshop(self)

    def close(self) -> None:
        """Lets go of the house; what is being read is waited for, the rest forgotten."""
        self.house = None
        self._number += 1
        self._open = 0
        for work in (self._pages, self._counts):
            if work is not None:
                work.close()
                work.deleteLater()
        self._pages = self._counts = None

    def busy(self) -> bool:
        """Returns whether an answer is still to come."""
        return self._open > 0

    def search(self, node: Node, narrowing: Narrowing) -> None:
        """Begins a search: its first hits, then its counts."""
        self._number += 1
        self._paging += 1
        self.node = narrowed(node, narrowing)
        self.more(0)
        fresh, mine = [self.known], self._number

        def learn(cache: Any) -> found.Known:
            fresh[0] = found.known(cache)
            return fresh[0]

        def wanted() -> bool:
            return mine == self._number

        def count(cache: Any) -> found.Spread | None:
            return found.spread(cache, node, narrowing, fresh[0], wanted)

        def times(cache: Any) -> found.OverTime:
            return found.over_time(cache, node, narrowing)

        self._do(self._counts, times, self.counted.emit)
        self._do(self._counts, learn, self._learn)
        self._do(self._counts, count, self.spread.emit)

    def group(self, on: bool) -> None:
        """Begins the pages of this search anew, by conversation or not."""
        self.grouped = on
        self._paging += 1
        self.more(0)

    def more(self, before: int, turned: frozenset[int] = frozenset()) -> None:
        """Asks for the hits of this search below an id.

        Args:
            turned: as `talks.shown_of`.
        """
        ask: Callable[[Any], HitPage] = partial(
            found.page, node=self.node, before=before, limit=PAGE
        )
        if self.grouped:
            ask = partial(
                found.grouped_page, node=self.node, before=before, limit=TALKS, turned=turned
            )
        self._do(self._pages, ask, partial(self._tell_page, self._paging, before))

    def _tell_page(self, paging: int, before: int, page: HitPage) -> None:
        if paging == self._paging:
            self.paged.emit(before, page)

    def of_post(self, ask: Callable[[Any], T], then: Callable[[T], Any]) -> None:
        """Asks something of the cache that belongs to no search."""
        self._do(self._pages, ask, then, lasting=True)

    def keep(self, change: Callable[["House"], T], then: Callable[[T], Any]) -> None:
        """Reads or writes the person's own file, in the order of the calls."""
        house, work = self.house, self._pages
        if house is None or work is None:
            return
        self._open += 1
        work.do(partial(change, house), partial(self._end, then), self._fail)

    def _do(
        self,
        work: Workshop | None,
        ask: Callable[[Any], T],
        then: Callable[[T], Any],
        *,
        lasting: bool = False,
    ) -> None:
        cache = self.house.cache if self.house else None
        if work is None or cache is None:
            return
        number = self._number
        self._open += 1

        def current() -> bool:
            return lasting or number == self._number

        def asked() -> T | None:
            return ask(cache) if current() else None

        def heard(answer: T | None) -> None:
            self._open = max(0, self._open - 1)
            if current() and answer is not None:
                then(answer)

        work.do(asked, heard, self._fail)

    def _end(self, then: Callable[[T], Any], answer: T) -> None:
        self._open = max(0, self._open - 1)
        then(answer)

    def _fail(self, error: object) -> None:
        self._open = max(0, self._open - 1)
        self.failed.emit(error)

    def _learn(self, known: found.Known) -> None:
        self.known = known
        self.learned.emit(known)
