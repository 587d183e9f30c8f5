"""The title row of a column."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.count import count_width, draw_count
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
MOST_UNREAD = 999


class TitleRow(Styled, QWidget):
    """Glyph, title, how many are unread, and the buttons.

    Signals:
        dragged: the head is being drawn sideways; carries the place on the screen.
        dropped: it was let go after being drawn.
        filter_wanted: the filter is to be changed.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    filter_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph, self.title, self.unread, self.more_unread = "list", "", 0, False
        self.pinned, self.is_filtered = False, False
        self.filter = FilterButton(self)
        self.pause, self.more = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self._pressed: QPoint | None = None
        self._is_dragged = False
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for button in (self.filter, self.pause, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._row.addWidget(button)
        self.filter.wanted.connect(self.filter_wanted)
        self.follow()

    def say_filter(self, on: bool) -> None:
        """Shows whether the column is narrowed."""
        self.filter.on = on
        self.filter.update()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.height.column_title)
        self._row.setContentsMargins(0, 0, theme().metrics.px(5), 0)
        self._row.setSpacing(0)

    def say_paused(self, paused: bool) -> None:
        """Shows the way on while the column is paused."""
        icon = "play" if paused else "pause"
        name = translate("Column", "Go on, P") if paused else translate("Column", "Pause, P")
        if (icon, name) == (self.pause.icon_name, self.pause.accessibleName()):
            return
        self.pause.set_face("", icon)
        self.pause.setAccessibleName(name)
        set_tip(self.pause, name.replace(", P", "  ·  P"))
        self.pause.update()

    def retranslate(self) -> None:
        self.filter.set_face("", "filter")
        wanted = translate("Column", "Filter, slash")
        self.filter.setAccessibleName(wanted)
        set_tip(self.filter, wanted.rpartition(",")[0] + "  ·  /")
        self.more.set_face("", "more")
        name = translate("Column", "More about this column")
        self.more.setAccessibleName(name)
        set_tip(self.more, name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        middle = self.height() // 2
        draw_icon(painter, self.glyph, px(12), middle - px(8), px(16), colours.text2)
        left, end = px(12 + 16 + 7), self.filter.x() - px(4)
        if self.pinned:
            draw_icon(painter, "pin", left, middle - px(7), px(14), colours.text3)
            left += px(14 + 5)
        count = self._count()
        badge = count_width(count) + px(7) if count else 0
        width = min(width_of(self.title, Type.BODY, 600), end - left - badge)
        area = QRect(left, 0, max(0, width), self.height())
        words(painter, area, self.title, colours.text1, Type.BODY, 600)
        if count:
            draw_count(painter, left + width + px(7), middle - px(8), count)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._is_dragged = event.globalPosition().toPoint(), False
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.globalPosition().toPoint()
        far = theme().metrics.px(8)
        if self._pressed is not None and abs(place.x() - self._pressed.x()) > far:
            self._is_dragged = True
        if self._is_dragged:
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragged, self._is_dragged, self._pressed = self._is_dragged, False, None
        if was_dragged:
            self.dropped.emit(event.globalPosition().toPoint())

    def stop_dragging(self) -> bool:
        """Gives up being drawn (Esc); returns whether it was."""
        was_dragged, self._is_dragged, self._pressed = self._is_dragged, False, None
        return was_dragged

    def _count(self) -> str:
        if not self.unread:
            return ""
        over = self.more_unread or self.unread > MOST_UNREAD
        return language().figure(min(self.unread, MOST_UNREAD)) + ("+" if over else "")


class FilterButton(Button):
    """Opens the filter, by a press or when the keyboard is sent to it.

    Signals:
        wanted: the filter is to be changed.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.on = False
        super().__init__(Kind.GHOST, parent)
        self.clicked.connect(self.wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.on:
            super().paintEvent(event)
            return
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        box(painter, self.rect(), theme().metrics.radius.button_small, colours.accent_tint)
        size, middle = px(14), self.rect().center()
        draw_icon(
            painter, "filter", middle.x() + 1 - size // 2, middle.y() + 1 - size // 2, size,
            colours.accent,
        )  # fmt: skip
