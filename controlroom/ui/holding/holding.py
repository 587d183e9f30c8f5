"""The hold of one window: the switch, the banner, the decisions, and the alert on every desk."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_kinds import read
from controlroom.model.journal_outgoing import HoldPlaced, HoldReleased
from controlroom.model.journal_subject import FORCE
from controlroom.store.journal.errors import Conflict
from controlroom.team.publishing import views
from controlroom.team.state import State
from controlroom.ui.controls.banner import BannerKind
from controlroom.ui.holding.held import held_drafts, widest
from controlroom.ui.holding.words import banner
from controlroom.ui.language import announcement
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.officers.words import moment_told, named
from controlroom.ui.workshop import nothing

if TYPE_CHECKING:
    from controlroom.ui.officers.office import WindowOffice
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
NOT_READ = QT_TRANSLATE_NOOP("Reasons", "Not possible yet: the record has not been read.")
NO_RIGHT = QT_TRANSLATE_NOOP("Reasons", "None of your roles has the right to hold publishing.")
NO_RELEASE = QT_TRANSLATE_NOOP("Reasons", "A supervisor releases publishing.")
NOT_HELD = QT_TRANSLATE_NOOP("Reasons", "Publishing is not held.")
KEY = "hold"
_TOGETHER_MS = 300


class Holding(QObject):
    """Follows the record for a window. `place` takes one press and asks nothing."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window = window
        self.book: RecordBook = window.record
        self.office: WindowOffice = window.office
        self._why_not = ""
        # What is held is counted once for many entries; that it is held shows at once.
        self._count = QTimer(self, interval=_TOGETHER_MS, singleShot=True)
        self._count.timeout.connect(self._show)
        self.book.begun.connect(self._show)
        self.book.acts.connect(self._show)
        self.book.changed.connect(self._hear)
        self.book.waiting.connect(self._mind_waiting)
        self.office.known.changed.connect(self._count.start)
        announcement.changed.connect(self._show)
        window.house_closed.connect(self._clear)
        window.closed.connect(self._count.stop)

    @property
    def state(self) -> State | None:
        """What the record says, None until it has been read."""
        return self.book.state

    @property
    def is_held(self) -> bool:
        """Whether anything is held."""
        return self.state is not None and bool(views.holds(self.state))

    def why_not_press(self) -> str:
        """Returns why the switch does nothing now, marked for translation; "" if it works."""
        return self.why_not_release() if self.is_held else self.why_not_hold()

    def why_not_hold(self) -> str:
        """Returns why nothing can be held by who works here, marked for translation."""
        if self.state is None:
            return NOT_READ
        refusal = views.why_not_hold(self.state, self.book.officer, FORCE, clock.now())
        return NO_RIGHT if refusal is not None and not self.is_held else ""

    def why_not_release(self) -> str:
        """Returns why nothing can be released by who works here, marked for translation."""
        if self.state is None:
            return NOT_READ
        hold = widest(self.state)
        if hold is None:
            return NOT_HELD
        refusal = views.why_not_release(self.state, self.book.officer, hold.scope, clock.now())
        return NO_RELEASE if refusal is not None else ""

    def press(self) -> None:
        """Holds everything at once; while something is held, asks for its release."""
        if self.is_held:
            self.release()
        else:
            self.place(HoldPlaced(FORCE))

    def place(self, decision: HoldPlaced) -> None:
        """Holds, and asks why once it is in force."""
        from controlroom.ui.holding.forms import WhyHeld

        self.window.top.hold.show_held(True)
        self.decide(
            decision, lambda: self.window.open_layer(WhyHeld(self, decision.scope)), self._not_held
        )

    def hold_some(self, incident: str = "") -> None:
        """Asks for whom alone to hold, or which incident to let through.

        Args:
            incident: the one that is proposed.
        """
        from controlroom.ui.holding.forms import HoldSome

        self.window.open_layer(HoldSome(self, incident))

    def release(self) -> None:
        """Asks for the release, with what is held in view."""
        from controlroom.ui.holding.forms import Release

        hold = widest(self.state) if self.state is not None else None
        if hold is not None:
            self.window.open_layer(Release(self, hold))

    def limit_publishers(self, incident: str = "") -> None:
        """Asks who alone may publish, and with which incident that ends.

        Args:
            incident: the one that is proposed.
        """
        from controlroom.ui.holding.publishers import Publishers

        self.window.open_layer(Publishers(self, incident))

    def review(self) -> None:
        """Shows what is held."""
        self.window.go("planner")

    def decide(
        self,
        decision: Decision,
        then: Any = None,
        failed: Any = None,
    ) -> None:
        """Puts a decision into the record and says what kept it out."""
        self.book.decide(
            decision,
            lambda _entry: then() if then is not None else None,
            partial(self._tell_failure, failed or nothing),
        )

    def _hear(self, entries: Sequence[Entry]) -> None:
        if any(entry.kind.startswith("incident.") for entry in entries):
            self._show()
        for entry in entries:
            told = read(entry) if entry.kind.startswith("hold.") else None
            if isinstance(told, HoldPlaced | HoldReleased) and entry.seq not in self._refused():
                self._show()
                self._alert(entry, held=isinstance(told, HoldPlaced))
        self._mind_rights()
        if self.is_held and not self._count.isActive():
            self._count.start()

    def _mind_rights(self) -> None:
        """Who was granted a role a moment ago can press at once."""
        if self.why_not_press() != self._why_not:
            self._show()

    def _refused(self) -> Any:
        return self.state.refused if self.state is not None else ()

    def _show(self) -> None:
        state = self.state
        if state is None:
            return
        self._why_not = self.why_not_press()
        hold = widest(state)
        self.window.top.hold.show_held(hold is not None, self._held())
        if hold is None:
            self.window.banners.clear(BannerKind.HOLD)
        else:
            row = banner(state, hold, self._held(), self.office.profiles)
            self.window.banners.show_banner(row)
        self.window.commands.changed.emit()

    def _held(self) -> int:
        return len(held_drafts(self.state)) if self.state is not None else 0

    def _alert(self, entry: Entry, *, held: bool) -> None:
        """Tells everybody but who pressed; the switch tells them."""
        alerts, state = self.window.alerts, self.state
        if alerts is None or state is None or entry.actor == self.book.officer:
            return
        on, off = translate("Hold", "Publishing held"), translate("Hold", "Publishing released")
        heading = on if held else off
        text = translate("Hold", "By {who}, {when}.")
        alerts.raise_critical(
            heading,
            text.format(who=named(state, entry.actor), when=moment_told(entry.at)),
            self.review,
        )

    def _tell_failure(self, failed: Any, error: WorldError) -> None:
        from controlroom.ui.officers.reasons import failure_told

        failed(error)
        self.window.status.say_shortly(failure_told(self.office, error))

    def _not_held(self, error: WorldError) -> None:
        """Somebody who held at the same moment has done what was wanted."""
        if not (isinstance(error, Conflict) and self.is_held):
            self._show()

    def _mind_waiting(self) -> None:
        """A hold that waits for the team's database holds nothing, and that has to be seen."""
        waits = any(one.waiting.proposal.kind == HoldPlaced.kind for one in self.book.undecided)
        self.window.status.stand(KEY, _not_yet if waits else None, "go-record")

    def _clear(self) -> None:
        self._count.stop()
        self.window.top.hold.show_held(False)
        self.window.banners.clear(BannerKind.HOLD)
        self.window.status.stand(KEY, None)


def _not_yet() -> tuple[str, str]:
    return (
        translate("Hold", "NOT held yet: the database is away"),
        translate("Hold", "The hold is in force once the database answers. Tell your colleagues."),
    )
