"""What is heard: the system's own tone, once for an alert, twice every minute for what is grave."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from controlroom.listening.alerts import MANNERS
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.toasts import Toasts

BETWEEN_MS = 400


class Ringer(QObject):
    """Rings for what may be heard; what stands until it is taken is heard again until then."""

    def __init__(
        self, toasts: Toasts, parent: QObject, ring: Callable[[], None] = QApplication.beep
    ) -> None:
        super().__init__(parent)
        self._toasts, self._ring = toasts, ring
        self._left = 0
        self._again = QTimer(self)
        self._between = QTimer(self, interval=BETWEEN_MS, singleShot=True)
        self._between.timeout.connect(self._tone)
        self._again.timeout.connect(self._repeat)
        toasts.changed.connect(self._mind)

    def hear(self, told: Sequence[Told]) -> None:
        """Rings once for all that came together, in the manner of the gravest."""
        levels = [one.alert.level for one in told if one.sound]
        if levels:
            self._begin(MANNERS[max(levels)].tones)
            self._mind()

    def _begin(self, tones: int) -> None:
        self._left = max(self._left, tones)
        if not self._between.isActive():
            self._tone()

    def _tone(self) -> None:
        self._ring()
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
            self._begin(MANNERS[told.alert.level].tones)

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
