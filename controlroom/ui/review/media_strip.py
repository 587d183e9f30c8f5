"""What hangs on a hit, small and side by side; a press or Enter shows it large."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.geometry import MediaBox
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.card.media import paint_media
from controlroom.ui.board.media.words import kind_words
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CLEAR
from controlroom.ui.controls.focus_ring import OWN_RING
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.review.face import Find

translate = QCoreApplication.translate
HIGH, WIDE, BETWEEN, MOST = 84, 132, 6, 3


class MediaStrip(Styled, QWidget):
    """Up to three boxes, the last one with how many more there are.

    Signals:
        pressed: one is to be shown; carries its number, from 0.

    Attributes:
        picture_of: gives the pictures that are there.
    """

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture_of: Find | None = None
        self._content: CardContent | None = None
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        self.follow()

    def show_content(self, content: CardContent) -> None:
        """Shows what hangs on a hit; nothing is shown where nothing does."""
        if self._content is None or self._content.id != content.id:
            self._current = 0
        self._content = content
        self.setVisible(bool(content.media))
        self._say()
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(HIGH))

    def retranslate(self) -> None:
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._content is None:
            return
        painter, look = QPainter(self), look_now()
        for place, one in enumerate(self._boxes(self._content)):
            covered = bool(self._content.warning) or one.media.sensitive
            paint_media(painter, one, look, covered=covered, find=self.picture_of)
            if place == self._current and self.hasFocus():
                ring = one.rect.adjusted(0, 0, 0, 0)
                for inset in (0, 1):
                    inner = ring.adjusted(inset, inset, -inset, -inset)
                    box(painter, inner, look.metrics.radius.thumb, CLEAR, look.palette.accent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._content is not None:
            last = min(MOST, len(self._content.media)) - 1
            self._current = max(0, min(last, self._current + steps[key]))
            self._say()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        boxes = self._boxes(self._content) if self._content is not None else []
        at = event.position().toPoint()
        for place, one in enumerate(boxes):
            if one.rect.contains(at):
                self._current = place
                self.pressed.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _boxes(self, content: CardContent) -> list[MediaBox]:
        px, shown = theme().metrics.px, content.media[:MOST]
        step = px(BETWEEN)
        room = (self.width() - step * (len(shown) - 1)) // max(1, len(shown))
        wide, more = min(room, px(WIDE)), len(content.media) - len(shown)
        return [
            MediaBox(
                QRect(place * (wide + step), 0, wide, self.height()),
                one,
                more if place == len(shown) - 1 else 0,
            )
            for place, one in enumerate(shown)
        ]

    def _say(self) -> None:
        """A screen reader hears which one the keyboard is on, and its description."""
        media = self._content.media if self._content is not None else ()
        self.setAccessibleName(translate("Review", "Pictures and clips"))
        if self._current < len(media):
            one = media[self._current]
            none = translate("Review", "no description")
            self.setAccessibleDescription(f"{kind_words(one.kind)}: {one.alt or none}")
