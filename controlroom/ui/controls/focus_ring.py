"""The one focus ring of a window: 2 px of accent, 1 px outside whatever has the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from controlroom.ui.theme.theme import theme

REACH = 3
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
OWN_RING = "ownRing"
"""Property of a widget that shows its focus itself."""


class FocusRing(QWidget):
    """Lies over its window, lets the mouse through and follows the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._on: QWidget | None = None
        self._ancestors: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def place(self) -> None:
        """Puts the ring around what has the focus, or away."""
        target, window = self._on, self.window()
        if target is None or not target.isVisible():
            self.hide()
            return
        around = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        ring = around.adjusted(-REACH, -REACH, REACH, REACH) & window.rect()
        self.setGeometry(ring)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().palette.accent, 2))
        radius = theme().metrics.radius.button + 2
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self.place()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._ancestors:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._on, self._ancestors = None, []
        if new is not None and new.window() is self.window() and not new.property(OWN_RING):
            self._on = new
            self._watch(new)
        self.place()

    def _watch(self, target: QWidget) -> None:
        widget: QWidget | None = target
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._ancestors.append(widget)
            widget = widget.parentWidget()
