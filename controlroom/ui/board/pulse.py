"""The board's clock: gathers what the engine tells, and lets ages and figures step."""

from datetime import timedelta
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from controlroom.model import clock
from controlroom.model.changes import Changes
from controlroom.ui.board.card.age import STEP_S

LEAST_MS = 1000
"""Ages step no more often than this, however fast the clock of an exercise runs."""
TOGETHER_MS = 250
"""Between two spreads: at most four times a second anything is inserted. What comes after a pause
is spread at once."""


class Pulse(QObject):
    """Two timers.

    Signals:
        spread: changes have been gathered; carries them.
        ticked: ages and figures may step, every 15 seconds of the house's clock.
    """

    spread = Signal(object)
    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gathered, self._spread_at = Changes(), -1.0
        self.together, self._clock = QTimer(self), QTimer(self)
        self.together.setSingleShot(True)
        self.together.setTimerType(Qt.TimerType.PreciseTimer)
        self.together.timeout.connect(self._spread)
        self._clock.setInterval(STEP_S * 1000)
        self._clock.timeout.connect(self._tick)

    def start(self) -> None:
        """Begins to tick."""
        self._clock.start(_step_ms())

    def repace(self) -> None:
        """Ticks now and from now on as often as the clock of an exercise asks for."""
        if self._clock.isActive():
            self._tick()

    def stop(self) -> None:
        """Stops, and forgets what was gathered."""
        self.together.stop()
        self._clock.stop()
        self._gathered = Changes()

    def gather(self, changes: Changes) -> None:
        """Takes changes, to be spread soon."""
        old = self._gathered
        self._gathered = Changes(
            new=old.new + changes.new,
            updated=old.updated + changes.updated,
            removed=old.removed + changes.removed,
        )
        if not self.together.isActive():
            since = (monotonic() - self._spread_at) * 1000
            self.together.start(max(0, round(TOGETHER_MS - since)))

    def _tick(self) -> None:
        self._clock.start(_step_ms())
        self.ticked.emit()

    def _spread(self) -> None:
        changes, self._gathered = self._gathered, Changes()
        self.spread.emit(changes)
        self._spread_at = monotonic()


def _step_ms() -> int:
    real = clock.real_seconds(timedelta(seconds=STEP_S))
    return STEP_S * 1000 if real is None else max(LEAST_MS, min(STEP_S * 1000, round(real * 1000)))
