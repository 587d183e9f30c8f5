"""The clock with seconds, and the date where there is room."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.model import clock
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class Clock(Styled, QWidget):
    """Ticks on the second while it is shown; it repaints itself and nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._breadth = Breadth.WIDE
        self._now = clock.now().astimezone()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def fit(self, breadth: Breadth) -> None:
        """Leaves out the date where there is no room."""
        self._breadth = breadth
        self.updateGeometry()

    def show_moment(self, moment: datetime) -> None:
        """Shows a moment, until the next tick."""
        day_changed = moment.date() != self._now.date()
        self._now = moment
        if day_changed:
            self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Clock", "Clock"))

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = self._time_width()
        if self._breadth is Breadth.WIDE:
            width += px(8) + width_of(language().short_date(self._now), Type.SMALL) + 1
        return QSize(width, theme().metrics.height.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, spoken = QPainter(self), theme().palette, language()
        width = self._time_width()
        area = QRect(0, 0, width, self.height())
        words(painter, area, spoken.clock(self._now), colours.text1, Type.HEADING, 600)
        if self._breadth is Breadth.WIDE:
            rest = self.rect().adjusted(width + theme().metrics.px(8), 0, 0, 0)
            words(painter, rest, spoken.short_date(self._now), colours.text2, Type.SMALL)

    def showEvent(self, event: QShowEvent) -> None:
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def _time_width(self) -> int:
        return width_of("00:00:00", Type.HEADING, 600)

    def _tick(self) -> None:
        now = clock.now().astimezone()
        self.show_moment(now)
        self._timer.start(1000 - now.microsecond // 1000)
