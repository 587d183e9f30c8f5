"""Keeps the record followed while the house is open, and tells it of what is connected here."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.model.errors import WorldError
from controlroom.model.journal_rights import Right
from controlroom.model.profile import Group, Profile
from controlroom.store.cache.sources import SourceList
from controlroom.team.placing import placements
from controlroom.team.publishing.usual import missing_routes
from controlroom.team.roles import limits
from controlroom.ui.language import told
from controlroom.ui.record.station import lacking_told
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.model.journal_kinds import Decision
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate


def follow_record(window: Any) -> None:
    """Follows the record of a window's house, now and whenever one is opened."""
    _Following(window, window.record)


class _Following(QObject):
    """One window's part in the record that nobody presses a button for."""

    def __init__(self, window: Any, book: "RecordBook") -> None:
        super().__init__(window)
        self._window, self._book = window, book
        self._work = Workshop(self)
        self._routed: list[Decision] = []
        window.house_opened.connect(self._open)
        window.house_closed.connect(book.close)
        window.closed.connect(self._end)
        book.begun.connect(self._place)
        book.begun.connect(self._route)
        book.changed.connect(self._route)
        for signal in (book.begun, book.changed):
            signal.connect(self._tell_lacking)
        window.house_closed.connect(lambda: window.status.stand("station", None))
        book.begun.connect(self._show_person)
        book.acts.connect(self._show_person)
        book.changed.connect(self._show_person)
        book.leads.connect(window.top.clock.show_lead)
        book.stood.connect(self._tell_reach)
        window.line.team.connect(self._tell_posts)
        window.line.added.connect(self._place)
        if window.house is not None:
            self._open(window.house)

    def _open(self, house: Any) -> None:
        self._book.open(house, self._window.settings.officer)

    def _end(self) -> None:
        self._book.close()
        self._work.close()

    def _place(self, _added: object = None) -> None:
        """Puts groups and profiles that the record does not know where they stand here."""
        house = self._window.house
        if house is None or house.cache is None or not self._book.may(Right.MANAGE):
            return
        sources = SourceList(house.cache.database)
        self._work.do(lambda: (sources.groups(), sources.profiles()), self._placed, _forget)

    def _placed(self, known: tuple[list[Group], list[Profile]]) -> None:
        state = self._book.state
        if state is not None:
            self._book.decide_all(placements(state, *known, limits().most_officers))

    def _route(self, _entries: object = None) -> None:
        """Gives a force without routes those that come with the program, once each."""
        state = self._book.state
        if state is None or not self._book.may(Right.MANAGE):
            return
        wanted = missing_routes(state)
        if wanted != self._routed:
            self._routed = wanted
            self._book.decide_all(wanted)

    def _tell_reach(self, error: WorldError | None) -> None:
        """Says that decisions cannot be recorded now, and why."""
        if error is None:
            self._window.status.stand("record", None)
            return
        words = translate("Window", "The record cannot be reached")
        self._window.status.stand("record", lambda: (words, told(error)))

    def _tell_posts(self, news: Any) -> None:
        """Says that the team's posts do not come now, and why."""
        if news.online:
            self._window.status.stand("team", None)
            return
        words = translate("Window", "The team’s posts do not come")
        self._window.status.stand("team", lambda: (words, news.text))

    def _tell_lacking(self, _entries: object = None) -> None:
        """Says what the station on duty lacks for its checks, and what to do."""
        if not lacking_told(self._book.state):
            self._window.status.stand("station", None)
            return

        def words() -> tuple[str, str]:
            head = translate("Station", "The station does not check everything")
            return head, lacking_told(self._book.state)

        self._window.status.stand("station", words, "go-settings")

    def _show_person(self, _entries: object = None) -> None:
        state = self._book.state
        officer = state.officers.get(self._book.officer) if state is not None else None
        self._window.top.person.show_officer(
            self._book.officer, officer.name if officer is not None else ""
        )


def _forget(_error: WorldError) -> None:
    """Whoever shows profiles meets the same error, and tells it."""
