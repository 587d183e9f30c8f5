"""The toasts that stand: three at most, the gravest first, at the top right under the banners."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, Signal

from controlroom.model.alert import Level
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.place import SHARES, avoided, first_free
from controlroom.ui.alerts.toast import WIDTH, Toast
from controlroom.ui.alerts.words import spoken
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOST = 3
GAP = 8
MOVING = (
    QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonRelease,
)  # fmt: skip
"""After these the keyboard may be where a toast stands."""


class Toasts(QObject):
    """Shows what is raised over one window. What finds no room is in the list of the bell.

    Signals:
        opened: what a toast stands for is to be shown; carries the `Told`.
        taken: somebody took a toast; carries the `Told`.
        changed: others stand than before.
    """

    opened = Signal(object)
    taken = Signal(object)
    changed = Signal()

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._place_now = 0
        self.standing: list[Toast] = []

    def show_raised(self, told: Sequence[Told]) -> None:
        """Shows what is to be shown; what stands already grows in place."""
        for one in told:
            standing = self._find(one.alert.id)
            if standing is not None:
                standing.tell(one)
            elif one.toast:
                self._stand(one)
        self._fit()

    def take_down(self, numbers: Collection[int] = ()) -> None:
        """Takes down what stands for these alerts, all of them if none is named."""
        for toast in [*self.standing]:
            if not numbers or toast.told.alert.id in numbers:
                self._remove(toast)

    def renew(self, told: Told) -> None:
        """Takes what is known of an alert now; nothing is shown that did not stand."""
        standing = self._find(told.alert.id)
        if standing is not None:
            standing.tell(told._replace(alert=standing.told.alert, text=standing.told.text))

    def gravest(self) -> Level | None:
        """Returns the gravest level that stands."""
        return max((toast.told.alert.level for toast in self.standing), default=None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVING:
            self._fit()
        return False

    def _find(self, number: int) -> Toast | None:
        return next((one for one in self.standing if one.told.alert.id == number), None)

    def _stand(self, told: Told) -> None:
        if len(self.standing) == MOST:
            least = min(self.standing, key=lambda one: one.told.alert.level)
            if least.told.alert.level > told.alert.level:
                return
            self._remove(least)
        toast = Toast(told, self._window)
        toast.pressed.connect(partial(self._open, toast))
        toast.taken.connect(partial(self._take, toast))
        toast.over.connect(partial(self._remove, toast))
        first = not self.standing
        if first:
            self._window.installEventFilter(self)
        self.standing.append(toast)
        self.standing.sort(key=lambda one: -one.told.alert.level)
        self._fit(pointer=first)
        toast.show()
        toast.raise_()
        _say(toast, told)
        self.changed.emit()

    def _open(self, toast: Toast) -> None:
        self._remove(toast)
        self.opened.emit(toast.told)

    def _take(self, toast: Toast) -> None:
        self._remove(toast)
        self.taken.emit(toast.told)

    def _remove(self, toast: Toast) -> None:
        if toast in self.standing:
            self.standing.remove(toast)
            toast.hide()
            toast.deleteLater()
            if not self.standing:
                self._window.removeEventFilter(self)
            self._fit()
            self.changed.emit()

    def _fit(self, *, pointer: bool = False) -> None:
        """Stands where nothing is covered; stays where it is as long as that is so.

        Args:
            pointer: the pointer is to be avoided too.
        """
        if not self.standing:
            return
        heights = [toast.height_wanted() for toast in self.standing]
        gap = theme().metrics.px(GAP)
        # Room is kept for others that may come: they would not have to move for them.
        high = max(sum(heights) + gap * len(heights), self._window.pages.height() // 2)
        places = [self._place(share, high) for share in SHARES]
        if not pointer:
            places.insert(0, places[self._place_now])
        taken = first_free(places, avoided(self._window, pointer=pointer))
        self._place_now = taken if pointer else taken - 1 if taken else self._place_now
        top = places[taken].top()
        for toast, height in zip(self.standing, heights, strict=True):
            toast.setGeometry(places[taken].left(), top, places[taken].width(), height)
            top += height + gap

    def _place(self, share: float, height: int) -> QRect:
        page: QWidget = self._window.pages
        gap, width = theme().metrics.px(GAP), theme().metrics.px(WIDTH)
        place = QRect(page.mapTo(self._window, page.rect().topLeft()), page.size())
        left = place.left() + gap + round(share * (place.width() - width - 2 * gap))
        return QRect(left, place.top() + gap, width, height)


def _say(toast: Toast, told: Told) -> None:
    """Has a screen reader say it: what is critical at once, the rest when it has finished."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(toast, spoken(told))
    if told.alert.level is Level.CRITICAL:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
