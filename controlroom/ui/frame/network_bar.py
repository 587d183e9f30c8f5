"""The networks in the status bar: last read, whether it is in time, what is left of the reads."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from controlroom.model import clock
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.network_facts import SLOW_S, NetworkFacts, NetworkStanding
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
PAD, GAP, ICON, BAR, RULE = 9, 6, 13, 26, 14
TICK_MS = 1000
TIGHT = 0.1


class NetworkSegment(QAbstractButton):
    """One network.

    Attributes:
        roomy: there is room for what is left of its budget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roomy = True
        self._one: NetworkStanding | None = None
        self._words = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_standing(self, one: NetworkStanding, now: datetime) -> None:
        """Shows how a network stands."""
        self._one = one
        left = _left(one) if self.roomy else ""
        before, self._words = self._words, (_age(one, now), left)
        if self._words != before:
            self.updateGeometry()
            self.update()
            said = _said(one, now)
            self.setAccessibleName(said)
            set_tip(self, said)

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        age, left = self._words
        width = px(PAD) * 2 + 2 * px(ICON) + 2 * px(GAP) + width_of(age, Type.CAPTION, 500)
        if left:
            width += 2 * px(GAP) + px(BAR) + width_of(left, Type.CAPTION, 500)
        return QSize(width, theme().metrics.height.status_bar - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        one = self._one
        if one is None:
            return
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        age, left = self._words
        x, middle, size = px(PAD), self.height() // 2, px(ICON)
        glyph = look_of(one.network).glyph
        draw_icon(painter, glyph, x, middle - size // 2, size, colours.text2)
        x += size + px(GAP)
        ink = _ink(one)
        icon = "check" if ink is colours.text2 else "warn"
        draw_icon(painter, icon, x, middle - size // 2, size, ink)
        x += size + px(GAP)
        x = self._write(painter, x, age, ink)
        if left:
            bar = QRect(x + px(GAP), middle - px(2), px(BAR), px(5))
            box(painter, bar, 2, colours.bg1, colours.line3)
            filled = round(bar.width() * (one.left or 0))
            tight = (one.left or 0) < TIGHT
            fill = colours.amber if tight else colours.text2
            box(painter, QRect(bar.left(), bar.top(), filled, bar.height()), 2, fill)
            self._write(painter, bar.right() + px(GAP), left, fill)
        rule = QRect(self.width() - 1, middle - px(RULE) // 2, 1, px(RULE))
        painter.fillRect(rule, colours.line1)

    def _write(self, painter: QPainter, x: int, text: str, ink: QColor) -> int:
        width = width_of(text, Type.CAPTION, 500)
        words(painter, QRect(x, 0, width, self.height()), text, ink, Type.CAPTION, 500)
        return x + width


class NetworkBar(Styled, QWidget):
    """A segment for each network that is read.

    Signals:
        pressed: one of them was pressed.
        counted: how many networks are shown now, and how many cannot be reached.
    """

    pressed = Signal()
    counted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = NetworkFacts()
        self._segments: list[NetworkSegment] = []
        self._roomy = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self.refresh)
        self.follow()

    def hear(self, told: dict[str, Any]) -> None:
        """Takes what the engine says of a source; shown at the next tick."""
        self._facts.hear(told)
        if not self._segments:
            self.refresh()

    def forget(self) -> None:
        """Shows nothing any more."""
        self._facts.forget()
        self.refresh()

    def set_roomy(self, roomy: bool) -> None:
        """Shows budgets, or leaves them to the tooltips."""
        self._roomy = roomy
        self.refresh()

    def refresh(self) -> None:
        """Shows the networks as they stand now."""
        now = clock.now()
        standings = self._facts.standings(now)
        while len(self._segments) > len(standings):
            self._segments.pop().deleteLater()
        while len(self._segments) < len(standings):
            segment = NetworkSegment(self)
            segment.clicked.connect(self.pressed)
            self._row.addWidget(segment)
            self._segments.append(segment)
        for segment, one in zip(self._segments, standings, strict=True):
            segment.roomy = self._roomy
            segment.show_standing(one, now)
        self.counted.emit(len(standings), sum(one.is_down for one in standings))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Status", "Networks"))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()


def _ink(one: NetworkStanding) -> QColor:
    colours = theme().palette
    if one.troubled and one.troubled == one.sources:
        return colours.red
    return colours.amber if one.troubled or one.late_s > SLOW_S else colours.text2


def _age(one: NetworkStanding, now: datetime) -> str:
    if one.troubled:
        return f"{one.sources - one.troubled}/{one.sources}"
    if one.last_read is None:
        return "–"
    return _lasting(max(0, int((now - one.last_read).total_seconds())))


def _paced(quickest_s: float, slowest_s: float) -> str:
    quickest, slowest = _lasting(round(quickest_s)), _lasting(round(slowest_s))
    if quickest == slowest:
        return translate("Status", "each source every {time}").format(time=quickest)
    template = translate("Status", "each source every {quickest} to {slowest}")
    return template.format(quickest=quickest, slowest=slowest)


def _lasting(seconds: int) -> str:
    if seconds < 60:
        return translate("Status", "{n} s").format(n=seconds)
    if seconds < 3600:
        return translate("Status", "{n} min").format(n=seconds // 60)
    return translate("Status", "{n} h").format(n=seconds // 3600)


def _left(one: NetworkStanding) -> str:
    return "" if one.left is None else language().percent(round(100 * one.left))


def _said(one: NetworkStanding, now: datetime) -> str:
    parts = [look_of(one.network).name]
    if one.troubled:
        template = translate("Status", "{n} of {all} sources cannot be read")
        parts.append(template.format(n=one.troubled, all=one.sources))
    parts.append(translate("Status", "last read {age} ago").format(age=_age(one, now)))
    if one.paces[1]:
        parts.append(_paced(*one.paces))
    if one.left is not None:
        parts.append(translate("Status", "{share} of the reads left").format(share=_left(one)))
    if one.left is not None and one.left < 1 and one.whole_at and one.whole_at > now:
        at = language().time_in_prose(one.whole_at.astimezone())
        parts.append(translate("Status", "whole at {time}").format(time=at))
    for currency, amount in one.today.items():
        template = translate("Status", "{amount} {currency} today")
        parts.append(template.format(amount=amount, currency=currency))
    return " · ".join(parts)
