"""The incidents of one window: which is acted upon, the banner, the alert, the panels."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.model import clock
from controlroom.model.journal import Entry
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_incident import IncidentOpened
from controlroom.model.journal_rights import Right
from controlroom.team.incidents import open_incidents, title_of, why_not_close_incident
from controlroom.team.rights import may
from controlroom.team.state import State
from controlroom.ui.controls.banner import Banner, BannerKind
from controlroom.ui.incident_names import concerns_told
from controlroom.ui.incidents.rows import in_force
from controlroom.ui.language import announcement, counted, language
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.officers.words import moment_told, named

if TYPE_CHECKING:
    from controlroom.ui.officers.office import WindowOffice
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
NOT_READ = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: the record has not been read.")
NO_RIGHT = QT_TRANSLATE_NOOP("Reasons", "A supervisor or a commander opens and closes incidents.")
NONE_OPEN = QT_TRANSLATE_NOOP("Reasons", "No incident is open.")


class Incidents(QObject):
    """Follows the record for a window; what is asked is asked about `current`."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window = window
        self.book: RecordBook = window.record
        self.office: WindowOffice = window.office
        self._chosen = ""
        self.book.begun.connect(self._show)
        self.book.acts.connect(self._show)
        self.book.changed.connect(self._hear)
        self.office.known.changed.connect(self._show)
        announcement.changed.connect(self._show)
        window.house_closed.connect(self._clear)

    @property
    def state(self) -> State | None:
        """What the record says, None until it has been read."""
        return self.book.state

    @property
    def current(self) -> str:
        """The id of the open incident that was chosen last, else of the newest; "" for none."""
        opened = open_incidents(self.state) if self.state is not None else {}
        return self._chosen if self._chosen in opened else next(iter(opened), "")

    def choose(self, incident: str) -> None:
        """Makes an incident the one that is acted upon."""
        self._chosen = incident
        self.window.commands.changed.emit()

    def show(self) -> None:
        """Shows the incidents."""
        self.window.go("incidents")

    def open(self) -> None:
        """Asks what is to be opened."""
        from controlroom.ui.incidents.forms import TellIncident

        self.window.open_layer(TellIncident(self))

    def change(self) -> None:
        """Asks what the current incident is called, and whom it concerns."""
        from controlroom.ui.incidents.forms import TellIncident

        self.window.open_layer(TellIncident(self, self.current))

    def close(self) -> None:
        """Asks whether the current incident is over, and says what ends with it."""
        from controlroom.ui.incidents.forms import CloseIncident

        self.window.open_layer(CloseIncident(self, self.current))

    def hold_others(self) -> None:
        """Asks for whom all but the current incident is held."""
        self.window.holding.hold_some(self.current)

    def limit_publishers(self) -> None:
        """Asks who alone may publish during the current incident."""
        self.window.holding.limit_publishers(self.current)

    def why_not_open(self) -> str:
        """Returns why nothing can be opened by who works here, marked for translation."""
        state = self.state
        if state is None:
            return NOT_READ
        officer, now = self.book.officer, clock.now()
        person = state.here(officer)
        scopes = {"force", *(person.roles if person is not None else ())}
        releases = any(may(state, officer, Right.RELEASE, one, now) for one in scopes)
        # By cover somebody may do it on other scopes than those of their own roles.
        covers = any(officer == to for to in state.covers)
        return "" if releases or covers else NO_RIGHT

    def why_not_change(self) -> str:
        """Returns why the current incident cannot be changed or closed, marked for translation."""
        state = self.state
        if state is None:
            return NOT_READ
        if not self.current:
            return NONE_OPEN
        refusal = why_not_close_incident(state, self.book.officer, self.current, clock.now())
        return NO_RIGHT if refusal is not None else ""

    def why_none(self) -> str:
        """Returns why there is no incident to act upon, marked for translation."""
        if self.state is None:
            return NOT_READ
        return "" if self.current else NONE_OPEN

    def decide(self, decision: Decision) -> None:
        """Puts a decision into the record and says what kept it out."""
        self.book.decide(decision, lambda _entry: None, self._tell_failure)

    def _tell_failure(self, error: Any) -> None:
        from controlroom.ui.officers.reasons import failure_told

        self.window.status.say_shortly(failure_told(self.office, error))

    def _hear(self, entries: Sequence[Entry]) -> None:
        state = self.state
        if state is None:
            return
        touched = ("incident.", "hold.", "publishers.")
        heard = [one for one in entries if one.kind.startswith(touched)]
        for entry in heard:
            mine = entry.actor == self.book.officer or entry.seq in state.refused
            if entry.kind == IncidentOpened.kind and not mine:
                self._alert(state, entry)
        if heard:
            self._show()

    def _alert(self, state: State, entry: Entry) -> None:
        alerts = self.window.alerts
        incident = entry.subject.partition("/")[2]
        if alerts is None or incident not in open_incidents(state):
            return
        text = translate("Incidents", "“{title}”, by {who}, {when}.")
        alerts.raise_critical(
            translate("Incidents", "Incident opened"),
            text.format(
                title=title_of(state, incident),
                who=named(state, entry.actor),
                when=moment_told(entry.at),
            ),
            partial(self._show_one, incident),
        )

    def _show_one(self, incident: str) -> None:
        self.choose(incident)
        self.show()

    def _show(self) -> None:
        state = self.state
        row = self._banner(state) if state is not None else None
        if row is None:
            self.window.banners.clear(BannerKind.INCIDENT)
        else:
            self.window.banners.show_banner(row)
        self.window.commands.changed.emit()

    def _banner(self, state: State) -> Banner | None:
        opened = open_incidents(state)
        if not opened:
            return None
        key, one = next(iter(opened.items()))
        since = translate("Incidents", "since {time}")
        here = one.at.astimezone()
        details = [
            concerns_told(one.scopes, self.office.profiles),
            since.format(time=language().time_in_prose(here)),
            in_force(state, key),
        ]
        if more := len(opened) - 1:
            few = translate("Incidents", "{n} more is open")
            many = translate("Incidents", "{n} more are open")
            details.append(counted(more, few, many))
        tag = translate("Incidents", "Incident")
        shown = tuple(detail for detail in details if detail)
        return Banner(BannerKind.INCIDENT, tag, one.title, shown, ("incident-mode",))

    def _clear(self) -> None:
        self.window.banners.clear(BannerKind.INCIDENT)
