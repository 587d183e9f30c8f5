"""The board's clock: gathers what the engine tells, and lets ages and figures step."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from controlroom.model.changes import Changes
from controlroom.ui.board.card.age import STEP_S

TOGETHER_MS = 250
"""Changes are gathered for this long: at most four times a second anything is inserted."""


class Pulse(QObject):
    """Two timers.

    Signals:
        spread: changes have been gathered; carries them.
        ticked: ages and figures may step, every 15 seconds.
    """

    spread = Signal(object)
    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gathered = Changes()
        self.together, self._clock = QTimer(self), QTimer(self)
        self.together.setSingleShot(True)
        self.together.setTimerType(Qt.TimerType.PreciseTimer)
        self.together.setInterval(TOGETHER_MS)
        self.together.timeout.connect(self._spread)
        self._clock.setInterval(STEP_S * 1000)
        self._clock.timeout.connect(self.ticked)

    def start(self) -> None:
        """Begins to tick."""
        self._clock.start()

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
            self.together.start()

    def _spread(self) -> None:
        changes, self._gathered = self._gathered, Changes()
        self.spread.emit(changes)
