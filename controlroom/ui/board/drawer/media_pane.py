"""What hangs on the posts of a conversation, in the pane beside it, the newest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from controlroom.model.cached import CachedPost
from controlroom.model.post import Media
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.card.geometry import MediaBox
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.card.media import paint_media
from controlroom.ui.board.card.person import name_of
from controlroom.ui.board.drawer.note_shown import time_told
from controlroom.ui.board.list.gutter import scroll_in_gutter
from controlroom.ui.board.media.words import kind_words
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.pictures.shown import Find

translate = QCoreApplication.translate
PAD, BETWEEN, THUMB, CAPTION, RING = 12, 8, 96, 20, 2
FEWEST, NARROWEST = 2, 150
"""Thumbs in a row: at least so many, and more where each keeps this width."""


class Hung(NamedTuple):
    """One medium of a conversation: the post it hangs on, and its number there, from 0."""

    post: CachedPost
    number: int

    @property
    def media(self) -> Media:
        """The medium."""
        return self.post.post.media[self.number]

    @property
    def is_covered(self) -> bool:
        """Whether it is shown only when it is asked for."""
        return bool(self.post.post.warning) or any(one.sensitive for one in self.post.post.media)


class MediaPane(Styled, QAbstractScrollArea):
    """Thumbs in rows; one has the keyboard, Enter shows it.

    Attributes:
        picture_of: gives the pictures that are there.

    Signals:
        opened: one is to be shown; carries its `Hung`.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hung: list[Hung] = []
        self.at = 0
        self.picture_of: Find | None = None
        scroll_in_gutter(self)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self.follow()

    def show_posts(self, posts: Sequence[CachedPost]) -> None:
        """Shows what hangs on posts; the keyboard stays on what it was on."""
        here = self._key(self.at)
        newest = sorted(posts, key=lambda one: (one.post.created_at, one.id), reverse=True)
        self.hung = [Hung(one, at) for one in newest for at in range(len(one.post.media))]
        keys = [self._key(at) for at in range(len(self.hung))]
        self.at = keys.index(here) if here in keys else 0
        self._measure()
        self._say()

    def across(self) -> int:
        """Returns how many thumbs stand in a row."""
        px = theme().metrics.px
        return max(FEWEST, (self._room() + px(BETWEEN)) // px(NARROWEST + BETWEEN))

    def place_of(self, at: int) -> QRect:
        """Returns where a thumb stands in the view."""
        px, wide = theme().metrics.px, self._wide()
        row, column = divmod(at, self.across())
        left = px(PAD) + column * (wide + px(BETWEEN))
        top = px(PAD) + row * self._step() - self.verticalScrollBar().value()
        return QRect(left, top, wide, px(THUMB))

    def restyle(self) -> None:
        self._measure()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Drawer", "Media of the conversation"))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().palette.bg1)
        if not self.hung:
            px = theme().metrics.px
            area = QRect(px(PAD), px(PAD), self.viewport().width() - 2 * px(PAD), px(20))
            words(painter, area, self.empty_words(), theme().palette.text3, Type.SMALL)
        for at, one in enumerate(self.hung):
            place = self.place_of(at)
            if place.top() > event.rect().bottom():
                break
            if place.top() + self._step() >= event.rect().top():
                self._paint_thumb(painter, one, place, focused=at == self.at and self.hasFocus())

    def empty_words(self) -> str:
        """Returns what stands here where nothing hangs on any post."""
        return translate("Drawer", "No pictures, clips or sound in this conversation.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.hung) - 1
        moves = {
            Qt.Key.Key_Right: self.at + 1,
            Qt.Key.Key_Left: self.at - 1,
            Qt.Key.Key_Down: self.at + self.across(),
            Qt.Key.Key_Up: self.at - self.across(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves and self.hung:
            self.go_to(moves[key] if 0 <= moves[key] <= last else self.at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hung:
            self.opened.emit(self.hung[self.at])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self._under(event.position().toPoint())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self.go_to(at)
            self.opened.emit(self.hung[at])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def go_to(self, at: int) -> None:
        """Moves the keyboard to a thumb and brings it into view."""
        self.at = at
        bar, place, edge = self.verticalScrollBar(), self.place_of(at), theme().metrics.px(PAD)
        below = place.top() + self._step() - self.viewport().height()
        if place.top() < edge:
            bar.setValue(bar.value() + place.top() - edge)
        elif below > 0:
            bar.setValue(bar.value() + below)
        self._say()
        self.viewport().update()

    def _paint_thumb(self, painter: QPainter, one: Hung, place: QRect, *, focused: bool) -> None:
        look, px = look_now(), theme().metrics.px
        if focused:
            ring = place.adjusted(-px(RING), -px(RING), px(RING), px(RING))
            box(painter, ring, look.metrics.radius.thumb + px(RING), look.palette.accent)
        paint_media(
            painter, MediaBox(place, one.media), look, covered=one.is_covered, find=self.picture_of
        )
        below = QRect(place.x(), place.bottom() + px(3), place.width(), px(CAPTION))
        words(painter, below, _caption(one), look.palette.text3, Type.CAPTION)

    def _under(self, at: QPoint) -> int | None:
        return next((n for n in range(len(self.hung)) if self.place_of(n).contains(at)), None)

    def _key(self, at: int) -> tuple[int, int] | None:
        return (self.hung[at].post.id, self.hung[at].number) if at < len(self.hung) else None

    def _wide(self) -> int:
        px = theme().metrics.px
        return max(px(40), (self._room() + px(BETWEEN)) // self.across() - px(BETWEEN))

    def _room(self) -> int:
        return self.viewport().width() - 2 * theme().metrics.px(PAD)

    def _step(self) -> int:
        return theme().metrics.px(THUMB + CAPTION + BETWEEN)

    def _measure(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        rows = -(-len(self.hung) // self.across())
        bar.setRange(0, max(0, theme().metrics.px(PAD) + rows * self._step() - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(theme().metrics.px(40))
        self.viewport().update()

    def _say(self) -> None:
        """A screen reader hears the thumb that has the keyboard."""
        if not self.hung:
            self.setAccessibleDescription(self.empty_words())
            return
        one = self.hung[self.at]
        of = translate("Drawer", "{n} of {all}").format(n=self.at + 1, all=len(self.hung))
        parts = [of, kind_words(one.media.kind), _caption(one), clean_line(one.media.alt, 300)]
        self.setAccessibleDescription(", ".join(part for part in parts if part))


def _caption(one: Hung) -> str:
    post = one.post.post
    return f"{name_of(post.author)} · {time_told(post.created_at)}"
