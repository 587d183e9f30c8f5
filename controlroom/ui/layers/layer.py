"""A panel over the page, on a scrim that leaves the top bar and the banners free."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

SHADOW_REACH = 24
SHADOW_STEPS = 6


class Panel(Styled, QWidget):
    """What a layer shows: a box with an edge. Its makers fill `body` and say `wanted_size`.

    Signals:
        finished: the panel has done its work and wants to go.
    """

    finished = Signal()
    firm = False
    """Goes by its own buttons only: neither Esc nor a press beside it closes it."""
    top_share = 0.07
    """Where the panel begins, as a share of the height below the banners."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)

    def wanted_size(self, room: QSize) -> QSize:
        """Returns the size the panel would like in the room there is."""
        return self.sizeHint().boundedTo(room)

    def first_focus(self) -> QWidget:
        """Returns what gets the focus when the panel opens."""
        return self

    def fit_anew(self) -> None:
        """Takes the size and place that what it shows now needs."""
        scrim = self.parentWidget()
        if isinstance(scrim, Scrim):
            scrim.place(scrim.geometry())

    def restyle(self) -> None:
        self.setStyleSheet(sheet(theme()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, radius = theme().palette, theme().metrics.radius.dialog
        box(QPainter(self), self.rect(), radius, colours.bg2, colours.line3)

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = [one for one in self.findChildren(QWidget) if _is_stop(one)]
        if not stops:
            return True
        focused = self.focusWidget()
        here = stops.index(focused) if focused in stops else -1
        target = stops[(here + (1 if forward else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True


class Scrim(QWidget):
    """Dims what lies below its panel; a press beside the panel closes it."""

    pressed = Signal()

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self.panel = panel
        panel.setParent(self)

    def place(self, area: QRect) -> None:
        """Covers an area of the window and puts the panel into it."""
        self.setGeometry(area)
        margin = theme().metrics.px(16)
        room = area.size() - QSize(2 * margin, 2 * margin)
        size = self.panel.wanted_size(room).boundedTo(room)
        lowest = area.height() - size.height() - margin
        top = min(round(area.height() * self.panel.top_share), lowest)
        left = (area.width() - size.width()) // 2
        self.panel.setGeometry(QRect(QPoint(left, max(margin, top)), size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().palette.scrim)
        shade = QColor(theme().palette.shadow)
        shade.setAlphaF(shade.alphaF() / SHADOW_STEPS)
        around = self.panel.geometry().translated(0, 8)
        for step in range(SHADOW_STEPS):
            reach = SHADOW_REACH * (SHADOW_STEPS - step) // SHADOW_STEPS
            box(painter, around.adjusted(-reach, -reach, reach, reach), reach, shade)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.pressed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            return True
        return super().event(event)


def _is_stop(widget: QWidget) -> bool:
    reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(reachable) and widget.isVisible() and widget.isEnabled()
