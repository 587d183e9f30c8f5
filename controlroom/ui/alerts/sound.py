"""What is heard: one tone for an alert, two every minute for what is grave."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from controlroom.listening.alerts import MANNERS
from controlroom.model.alert import Level
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.toasts import Toasts

BETWEEN_MS = 400


def _always() -> bool:
    return True


class Ringer(QObject):
    """Rings for what may be heard; what stands until it is taken is heard again until then.

    Args:
        ring: sounds one tone of a level.
        may: whether anything is to be heard on this desk at all.
    """

    def __init__(
        self,
        toasts: Toasts,
        parent: QObject,
        ring: Callable[[Level], None],
        may: Callable[[], bool] = _always,
    ) -> None:
        super().__init__(parent)
        self._toasts, self._ring, self._may = toasts, ring, may
        self._left, self._level = 0, Level.ALERT
        self._again = QTimer(self)
        self._between = QTimer(self, interval=BETWEEN_MS, singleShot=True)
        self._between.timeout.connect(self._tone)
        self._again.timeout.connect(self._repeat)
        toasts.changed.connect(self._mind)

    def hear(self, told: Sequence[Told]) -> None:
        """Rings once for all that came together, in the manner of the gravest."""
        levels = [one.alert.level for one in told if one.sound]
        if levels:
            self._begin(max(levels))
            self._mind()

    def _begin(self, level: Level) -> None:
        if not MANNERS[level].tones or not self._may():
            return
        self._left, self._level = max(self._left, MANNERS[level].tones), level
        if not self._between.isActive():
            self._tone()

    def _tone(self) -> None:
        self._ring(self._level)
        self._left -= 1
        if self._left:
            self._between.start()

    def _standing(self) -> list[Told]:
        return [
            toast.told
            for toast in self._toasts.standing
            if toast.heard and MANNERS[toast.told.alert.level].again_s
        ]

    def _repeat(self) -> None:
        for told in self._standing()[:1]:
            self._begin(told.alert.level)

    def _mind(self) -> None:
        """Goes on every minute while something stands that wants it, and stops when it is taken."""
        standing = self._standing()
        if not standing:
            self._again.stop()
            if not self._toasts.standing:
                self._between.stop()
                self._left = 0
        elif not self._again.isActive():
            self._again.start(MANNERS[standing[0].alert.level].again_s * 1000)
