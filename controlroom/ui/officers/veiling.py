"""Private messages are shown only to who has the right to them, in every page at once."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE, profile_scope
from controlroom.store.cache.veil import OPEN, Veil

if TYPE_CHECKING:
    from controlroom.ui.officers.office import WindowOffice

AGAIN_MS = 30_000
"""How often it is looked whether a cover has run out, for somebody who stands in."""


class Veiling(QObject):
    """Keeps the veil over the cache in step with the record."""

    def __init__(self, office: "WindowOffice") -> None:
        super().__init__(office)
        self._office, self._window = office, office.window
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.judge)
        office.changed.connect(self.judge)
        self._window.house_closed.connect(self._again.stop)
        self._window.closed.connect(self._again.stop)

    def judge(self) -> None:
        """Draws the veil anew; what is shown is read again where that changes anything."""
        house, office = self._window.house, self._office
        cache = getattr(house, "cache", None)
        if cache is None or (office.state is not None and not self._may_judge()):
            return
        veil = self._wanted()
        if veil != cache.veil:
            cache.veil = veil
            read_again(self._window)
        self._mind_covers()

    def _may_judge(self) -> bool:
        return self._office.known.is_read or self._office.book.may(Right.READ_MESSAGES, FORCE)

    def _wanted(self) -> Veil:
        office = self._office
        if office.state is None:
            return OPEN if office.book.is_own else Veil(frozenset())
        if office.book.may(Right.READ_MESSAGES, FORCE):
            return OPEN
        return Veil(
            frozenset(
                profile.id
                for key, profile in office.profiles.items()
                if office.book.may(Right.READ_MESSAGES, profile_scope(key))
            )
        )

    def _mind_covers(self) -> None:
        state, officer = self._office.state, self._office.book.officer
        if state is not None and state.covers.get(officer):
            self._again.start()


def read_again(window: Any) -> None:
    """Has every page that shows posts read them anew."""
    board = window.pages.page("board")
    if board is not None and board.desk is not None:
        board.beside.close_drawer()
        for view in board.session.views.all.values():
            if view.feed.loaded:
                view.start_over()
        board.session.count()
    review = window.pages.page("review")
    if review is not None and review.asking.house is not None:
        review.search()
