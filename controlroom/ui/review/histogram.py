"""The hits over time, and the range that can be drawn over them."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.model.found import Histogram
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import RIGHT, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.review import stretch as stretches
from controlroom.ui.review.stretch import Stretch
from controlroom.ui.review.words import step_told, stretch_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEAD, AXIS, HEIGHT, SIDE, HANDLE = 28, 20, 126, 44, 6
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class HistogramView(Styled, QWidget):
    """Bars, two handles, and a shade between them.

    A press on a handle drags it, one between them drags both, one elsewhere begins another range.
    Arrows move the beginning, with Shift the end; Delete shows all again.

    Signals:
        ranged: another range is wanted; carries since and until, None for an open end.
    """

    ranged = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Histogram | None = None
        self.range: Stretch = stretches.whole(1)
        self._grip = ""
        self._from = 0
        self._before = self.range
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow()

    def show_found(
        self, found: Histogram | None, since: datetime | None, until: datetime | None
    ) -> None:
        """Shows hits over time, and which stretch of it is searched."""
        if self._grip:
            return
        self.found = found
        self.range = stretches.of_times(found, since, until) if found else stretches.whole(1)
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, theme().metrics.px(HEIGHT))

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(HEIGHT))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Review", "Posts over time"))
        set_tip(self, self._help())
        self._say()

    def x_of(self, step: int) -> int:
        """Returns where a step begins, in pixels."""
        plot = self._plot()
        return plot.x() + round(plot.width() * step / self.range.steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        self._paint_head(painter)
        if self.found is None:
            return
        plot = self._plot()
        left, right = self.x_of(self.range.first), self.x_of(self.range.last)
        if not self.range.is_whole():
            shade = QRect(left, plot.y(), right - left, plot.height())
            painter.fillRect(shade, colours.accent_tint)
        self._paint_scale(painter, plot)
        self._paint_bars(painter, plot)
        self._paint_axis(painter, plot)
        for x in (left, right):
            self._paint_handle(painter, x, plot)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.found is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        x = round(event.position().x())
        self._grip, self._from, self._before = self._grip_at(x), self._step_at(x), self.range
        if self._grip == "new":
            self._show_range(stretches.between(self._from, self._from, self.range.steps))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        if not self._grip:
            self._show_cursor(x)
            return
        step = self._step_at(x)
        edge = round((x - self._plot().x()) * self.range.steps / max(1, self._plot().width()))
        match self._grip:
            case "first":
                self._show_range(self._before.with_first(edge))
            case "last":
                self._show_range(self._before.with_last(edge))
            case "both":
                self._show_range(self._before.moved(step - self._from))
            case _:
                self._show_range(stretches.between(self._from, step, self.range.steps))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip:
            self._grip = ""
            if self.range != self._before:
                self._tell()

    def event(self, event: QEvent) -> bool:
        """Esc ends a drag and leaves the range as it was."""
        if (
            self._grip
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            self._grip = ""
            self._show_range(self._before)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shifted = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self.found is None or (key not in steps and key not in CLEARING):
            super().keyPressEvent(event)
            return
        now = self.range
        if key in CLEARING:
            moved = stretches.whole(now.steps)
        elif shifted:
            moved = now.with_last(now.last + steps[key])
        else:
            moved = now.with_first(now.first + steps[key])
        if moved != now:
            self._show_range(moved)
            self._tell()

    def _tell(self) -> None:
        if self.found is not None:
            self._say()
            self.ranged.emit(*stretches.to_times(self.found, self.range))

    def _show_range(self, now: Stretch) -> None:
        self.range = now
        self.update()

    def _grip_at(self, x: int) -> str:
        reach = theme().metrics.px(HANDLE) + 2
        left, right = self.x_of(self.range.first), self.x_of(self.range.last)
        if abs(x - right) <= reach and abs(x - right) <= abs(x - left):
            return "last"
        if abs(x - left) <= reach:
            return "first"
        return "both" if left < x < right and not self.range.is_whole() else "new"

    def _show_cursor(self, x: int) -> None:
        shapes = {
            "first": Qt.CursorShape.SizeHorCursor,
            "last": Qt.CursorShape.SizeHorCursor,
            "both": Qt.CursorShape.OpenHandCursor,
        }
        self.setCursor(shapes.get(self._grip_at(x), Qt.CursorShape.ArrowCursor))

    def _step_at(self, x: int) -> int:
        plot = self._plot()
        step = (x - plot.x()) * self.range.steps // max(1, plot.width())
        return max(0, min(step, self.range.steps - 1))

    def _plot(self) -> QRect:
        px = theme().metrics.px
        left = px(SIDE)
        bottom = self.height() - px(AXIS) - 1
        return QRect(left, px(HEAD), max(1, self.width() - left - px(14)), bottom - px(HEAD))

    def _paint_head(self, painter: QPainter) -> None:
        px, colours = theme().metrics.px, theme().palette
        title = translate("Review", "Posts over time")
        wide = width_of(title, Type.SMALL, 600)
        words(painter, QRect(px(14), 0, wide, px(HEAD)), title, colours.text1, Type.SMALL, 600)
        left = px(14) + wide + px(10)
        rest = QRect(left, 0, self.width() - left - px(14), px(HEAD))
        hint = translate("Review", "drag over the bars to choose the dates")
        step = step_told(self.found.step) if self.found else ""
        text = f"{step}, {hint}" if step else hint
        words(painter, rest, text, colours.text3, Type.SMALL)

    def _paint_scale(self, painter: QPainter, plot: QRect) -> None:
        px, colours = theme().metrics.px, theme().palette
        top = max(self.found.counts) if self.found else 0
        for share, number in ((0.0, top), (1.0, 0)):
            y = plot.y() + round(plot.height() * share)
            painter.fillRect(plot.x(), y, plot.width(), 1, colours.line1)
            text = language().short_figure(number) if number > 9_999 else language().figure(number)
            place = QRect(0, y - px(8), plot.x() - px(6), px(16))
            words(painter, place, text, colours.text3, Type.CAPTION, 400, RIGHT)

    def _paint_bars(self, painter: QPainter, plot: QRect) -> None:
        colours, counts = theme().palette, self.found.counts if self.found else ()
        most = max(1, *counts)
        for step, count in enumerate(counts):
            if not count:
                continue
            left, right = self.x_of(step), self.x_of(step + 1)
            high = max(2, round((plot.height() - 4) * count / most))
            inside = self.range.first <= step < self.range.last
            colour = colours.accent if inside else colours.line3
            gap = 1 if right - left > 3 else 0
            painter.fillRect(
                left, plot.bottom() + 1 - high, max(1, right - left - gap), high, colour
            )

    def _paint_axis(self, painter: QPainter, plot: QRect) -> None:
        px, colours = theme().metrics.px, theme().palette
        for text, left, wide in self.labels():
            place = QRect(left, plot.bottom() + px(3), wide, px(16))
            words(painter, place, text, colours.text3, Type.CAPTION)

    def labels(self) -> list[tuple[str, int, int]]:
        """Returns the words below the bars: text, left edge and width, in pixels; none is cut."""
        if self.found is None:
            return []
        px, plot, end = theme().metrics.px, self._plot(), 0
        number = max(1, min(8, plot.width() // px(112), self.range.steps))
        shown = []
        for step in range(0, self.range.steps, -(-self.range.steps // number)):
            text = self._label(step)
            wide = width_of(text, Type.CAPTION)
            left = min(self.x_of(step), self.width() - px(4) - wide)
            if left >= end:
                shown.append((text, left, wide))
                end = left + wide + px(8)
        return shown

    def _label(self, step: int) -> str:
        assert self.found is not None
        local = (self.found.start + step * self.found.step).astimezone()
        if self.found.step.total_seconds() * self.range.steps > 3 * 86_400:
            return language().date(local)
        return f"{language().short_date(local)} {language().time_in_table(local)}"

    def _paint_handle(self, painter: QPainter, x: int, plot: QRect) -> None:
        px, colours = theme().metrics.px, theme().palette
        painter.fillRect(x, plot.y(), 1, plot.height(), colours.accent)
        grip = QRect(x - px(3), plot.center().y() - px(9), px(7), px(18))
        box(painter, grip, 3, colours.bg2, colours.text1)

    def _say(self) -> None:
        """A screen reader hears the range and how to change it."""
        if self.found is None:
            self.setAccessibleDescription("")
            return
        ends = stretches.to_times(self.found, self.range)
        now = stretch_told(*ends) or translate("Review", "all dates")
        self.setAccessibleDescription(f"{now}. {self._help()}")

    def _help(self) -> str:
        return translate(
            "Review",
            "Left and Right move the beginning, with Shift the end; Delete shows all dates.",
        )
