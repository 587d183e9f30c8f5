"""The profiles as the section shows them, kept up to date from the cache and from the engine."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.model import clock
from controlroom.ui.profiles.facts import Recorded, budgets_in, gathered, recorded
from controlroom.ui.profiles.standing import BudgetLeft, Facts, Standing, standings
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.ui.profiles.around import House, ProfilesWindow

LOOK_MS = 15_000
"""How often the cache is looked at again while the section is open."""
SETTLE_MS = 400
"""What the engine says within this is shown at once."""


class Register(QObject):
    """Gathers aside, judges here.

    Signals:
        changed: the standings are others now.
    """

    changed = Signal()

    def __init__(self, window: "ProfilesWindow", parent: QObject) -> None:
        super().__init__(parent)
        self.standings: list[Standing] = []
        self.loaded = False
        self._window = window
        self._house: House | None = None
        self.work = Workshop(self)
        self._facts = Facts()
        self._recorded: Recorded = (frozenset(), {})
        self._budgets: dict[int, tuple[BudgetLeft, ...]] = {}
        self._looking = False
        self._rounds = QTimer(self, interval=LOOK_MS)
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._rounds.timeout.connect(self.look)
        self._soon.timeout.connect(self.look)
        window.line.state.connect(self._hear)
        window.line.added.connect(lambda _: self._soon.start())
        window.line.networks.connect(lambda _: self._soon.start())
        window.line.running.connect(self._ask_again)
        window.office.changed.connect(self._heed_record)

    def open(self, house: "House") -> None:
        """Begins to follow an open house."""
        self._house = house
        self._rounds.start()
        self._window.line.ask_networks()
        self.look()

    def close(self) -> None:
        """Leaves the house; nothing is read from it any more."""
        self._house = None
        self._rounds.stop()
        self._soon.stop()

    def end(self) -> None:
        """Ends for good."""
        self.close()
        self.work.close()

    def soon(self) -> None:
        """Looks again shortly."""
        self._soon.start()

    def look(self) -> None:
        """Gathers anew; what is shown changes when that is done."""
        house = self._house
        if house is None or self._looking:
            return
        self._looking = True
        self.work.do(lambda: gathered(house), self._take, self._failed)

    def _ask_again(self, running: bool) -> None:
        """An order given before the engine ran is lost."""
        if running and self._house is not None:
            self._window.line.ask_networks()

    def _take(self, facts: Facts) -> None:
        self._looking = False
        if self._house is None:
            return
        self._facts = replace(facts, budgets=self._budgets)
        self.loaded = True
        self._judge()

    def _heed_record(self) -> None:
        """Most of what is decided changes nothing here."""
        state = self._window.office.state
        if self.loaded and recorded(state, self._facts.profiles) != self._recorded:
            self._judge()

    def _judge(self) -> None:
        """Judges what was gathered last, by the record as it stands now."""
        if not self.loaded or self._house is None:
            return
        self._recorded = recorded(self._window.office.state, self._facts.profiles)
        locked, places = self._recorded
        facts = replace(self._facts, locked=locked, places=places)
        self.standings = standings(facts, self._window.line.offers, clock.now())
        self.changed.emit()

    def _failed(self, error: object) -> None:
        self._looking = False
        self._window.trouble.emit(error)

    def _hear(self, told: dict[str, Any]) -> None:
        profile = told.get("profile", 0)
        if profile:
            told_budgets = budgets_in(told)
            if told_budgets:
                self._budgets[profile] = told_budgets
            if self._house is not None and not self._soon.isActive():
                self._soon.start()
