"""One toast: what was raised, over the page, without ever taking the focus."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.listening.alerts import MANNERS
from controlroom.model.alert import Level
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.words import COLOURS, ICONS, name_told, post_told, spoken
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, HIGHEST, ICON, PAD = 360, 240, 18, 12


class Toast(Styled, QWidget):
    """A box with the name of the rule and what the newest post says.

    Attributes:
        heard: it was heard when it came.

    Signals:
        pressed: what it stands for is to be shown.
        taken: somebody took it.
        over: its time is over.
    """

    pressed = Signal()
    taken = Signal()
    over = Signal()

    def __init__(self, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self.told, self.heard = told, told.sound
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name, self.text = Prose(Type.BODY, 600, "text1"), Prose(Type.SMALL, 400, "text1")
        self.take = Button(Kind.GHOST)
        self.take.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.take.clicked.connect(self.taken)
        self._build()
        self.follow()
        self.tell(told)
        stays_s = MANNERS[told.alert.level].stays_s
        if stays_s:
            self._end = QTimer(self, interval=stays_s * 1000, singleShot=True)
            self._end.timeout.connect(self.over)
            self._end.start()

    def tell(self, told: Told) -> None:
        """Shows an alert that has grown."""
        self.told = told
        self.name.set_text(name_told(told.alert))
        self.text.set_text(post_told(told))
        self.setAccessibleName(spoken(told))

    def height_wanted(self) -> int:
        """Returns the height that the text needs, within bounds: some letters are very wide."""
        px = theme().metrics.px
        return min(self._rows.totalHeightForWidth(px(WIDTH)), px(HIGHEST))

    def restyle(self) -> None:
        px = theme().metrics.px
        self._rows.setContentsMargins(px(PAD + ICON + 8), px(PAD), px(PAD), px(PAD))
        self._rows.setSpacing(px(4))
        self.setFixedWidth(px(WIDTH))

    def retranslate(self) -> None:
        words = translate("Alerts", "Take it away")
        self.take.set_face("", "x")
        self.take.setAccessibleName(words)
        self.tell(self.told)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        ground, edge = _ground(self.told.alert.level)
        box(painter, self.rect(), theme().metrics.radius.dialog, ground, edge)
        level = self.told.alert.level
        draw_icon(
            painter, ICONS[level], px(PAD), px(PAD), px(ICON), getattr(colours, COLOURS[level])
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _build(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.name, 1)
        first.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(first)
        self._rows.addWidget(self.text)


def _ground(level: Level) -> tuple[QColor, QColor]:
    colours = theme().palette
    if level is Level.CRITICAL:
        return colours.red_tint, colours.red_line
    if level is Level.ALERT:
        return colours.amber_tint, colours.amber_line
    return colours.bg2, colours.line3
