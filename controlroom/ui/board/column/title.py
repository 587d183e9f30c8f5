"""The title row of a column."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
        dropped: it was let go.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph, self.title, self.unread, self.more_unread = "list", "", 0, False
        self.pause, self.more = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self._pressed: QPoint | None = None
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for button in (self.pause, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._row.addWidget(button)
        self.follow()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.height.column_title)
        self._row.setContentsMargins(0, 0, theme().metrics.px(5), 0)
        self._row.setSpacing(0)

    def say_paused(self, paused: bool) -> None:
        """Shows the way on while the column is paused."""
        self.pause.set_face("", "play" if paused else "pause")
        name = translate("Column", "Go on, P") if paused else translate("Column", "Pause, P")
        self.pause.setAccessibleName(name)
        set_tip(self.pause, name.replace(", P", "  ·  P"))
        self.pause.update()

    def retranslate(self) -> None:
        self.more.set_face("", "more")
        name = translate("Column", "More about this column")
        self.more.setAccessibleName(name)
        set_tip(self.more, name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        middle = self.height() // 2
        draw_icon(painter, self.glyph, px(12), middle - px(8), px(16), colours.text2)
        left, end = px(12 + 16 + 7), self.pause.x() - px(4)
        count = self._count()
        badge = count_width(count) + px(7) if count else 0
        width = min(width_of(self.title, Type.BODY, 600), end - left - badge)
        area = QRect(left, 0, max(0, width), self.height())
        words(painter, area, self.title, colours.text1, Type.BODY, 600)
        if count:
            draw_count(painter, left + width + px(7), middle - px(8), count)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.globalPosition().toPoint()
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.globalPosition().toPoint()
        far = self._pressed is not None and abs(place.x() - self._pressed.x()) > theme().metrics.px(
            8
        )
        if far:
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.dropped.emit(event.globalPosition().toPoint())

    def _count(self) -> str:
        if not self.unread:
            return ""
        over = self.more_unread or self.unread > MOST_UNREAD
        return language().figure(min(self.unread, MOST_UNREAD)) + ("+" if over else "")
