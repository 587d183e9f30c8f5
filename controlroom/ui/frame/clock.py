"""The clock with seconds, the date where there is room, and a word when the clock is off."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.model import clock
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
MOST_LEAD_S = 2.0
"""How far the clock may be off before that is said."""
GLYPH = 13


class Clock(Styled, QWidget):
    """Ticks on the second while it is shown; it repaints itself and nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._breadth = Breadth.WIDE
        self._now = clock.now().astimezone()
        self._lead_s = 0.0
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

    def show_lead(self, seconds: float) -> None:
        """Says by how many seconds this clock is ahead of the team's, if that is too much."""
        shown = seconds if abs(seconds) > MOST_LEAD_S else 0.0
        if round(shown) != round(self._lead_s):
            self._lead_s = shown
            self.retranslate()
            self.updateGeometry()
            self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Clock", "Clock"))
        self.setAccessibleDescription(self._reason())
        set_tip(self, self._reason())

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        width = self._time_width()
        if self._lead_s:
            width += px(8 + GLYPH + 4) + width_of(self._warning(), Type.SMALL, 600) + 1
        elif self._breadth is Breadth.WIDE:
            width += px(8) + width_of(language().short_date(self._now), Type.SMALL) + 1
        return QSize(width, theme().metrics.height.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, spoken = QPainter(self), theme().palette, language()
        width = self._time_width()
        area = QRect(0, 0, width, self.height())
        words(painter, area, spoken.clock(self._now), colours.text1, Type.HEADING, 600)
        if self._lead_s:
            self._paint_warning(painter, width)
        elif self._breadth is Breadth.WIDE:
            rest = self.rect().adjusted(width + theme().metrics.px(8), 0, 0, 0)
            words(painter, rest, spoken.short_date(self._now), colours.text2, Type.SMALL)

    def showEvent(self, event: QShowEvent) -> None:
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def _paint_warning(self, painter: QPainter, left: int) -> None:
        px, amber = theme().metrics.px, theme().palette.amber
        left += px(8)
        draw_icon(painter, "warn", left, (self.height() - px(GLYPH)) // 2, px(GLYPH), amber)
        rest = self.rect().adjusted(left + px(GLYPH + 4), 0, 0, 0)
        words(painter, rest, self._warning(), amber, Type.SMALL, 600)

    def _warning(self) -> str:
        seconds = language().figure(abs(round(self._lead_s)))
        if self._lead_s > 0:
            return translate("Clock", "{n} s fast").format(n=seconds)
        return translate("Clock", "{n} s slow").format(n=seconds)

    def _reason(self) -> str:
        if not self._lead_s:
            return ""
        return translate(
            "Clock",
            "The clock of this computer is off. The record goes by the clock of the team’s"
            " database; have this one set.",
        )

    def _time_width(self) -> int:
        return width_of("00:00:00", Type.HEADING, 600)

    def _tick(self) -> None:
        now = clock.now().astimezone()
        self.show_moment(now)
        self._timer.start(1000 - now.microsecond // 1000)
