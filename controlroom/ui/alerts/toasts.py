"""The toasts that stand: three at most, the gravest first, at the top right under the banners."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from controlroom.model.alert import Level
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.toast import WIDTH, Toast
from controlroom.ui.alerts.words import spoken
from controlroom.ui.theme.theme import theme

MOST = 3
GAP = 8
FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


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
        self._at_left = False
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

    def gravest(self) -> Level | None:
        """Returns the gravest level that stands."""
        return max((toast.told.alert.level for toast in self.standing), default=None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
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
        if not self.standing:
            self._choose_side()
            self._window.installEventFilter(self)
        self.standing.append(toast)
        self.standing.sort(key=lambda one: -one.told.alert.level)
        self._fit()
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

    def _choose_side(self) -> None:
        """Goes to the left where something is typed, or the pointer is, at the right."""
        right = self._area(at_left=False)
        pointer = self._window.mapFromGlobal(QCursor.pos())
        self._at_left = right.contains(pointer) or right.intersects(self._typed_in())

    def _typed_in(self) -> QRect:
        field = QApplication.focusWidget()
        if not isinstance(field, FIELDS) or not self._window.isAncestorOf(field):
            return QRect()
        return QRect(field.mapTo(self._window, field.rect().topLeft()), field.size())

    def _area(self, *, at_left: bool) -> QRect:
        page: QWidget = self._window.pages
        gap, width = theme().metrics.px(GAP), theme().metrics.px(WIDTH)
        place = QRect(page.mapTo(self._window, page.rect().topLeft()), page.size())
        left = place.left() + gap if at_left else place.right() - gap - width
        return QRect(left, place.top() + gap, width, place.height() // 2)

    def _fit(self) -> None:
        area = self._area(at_left=self._at_left)
        top = area.top()
        for toast in self.standing:
            height = toast.height_wanted()
            toast.setGeometry(area.left(), top, area.width(), height)
            top += height + theme().metrics.px(GAP)


def _say(toast: Toast, told: Told) -> None:
    """Has a screen reader say it: what is critical at once, the rest when it has finished."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(toast, spoken(told))
    if told.alert.level is Level.CRITICAL:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
