"""The thread of a conversation: messages one below the other, answers set in."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.content import Ours
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.card.spoken import spoken
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.drawer.messages import Message, lay_out_messages
from controlroom.ui.board.drawer.paint import paint_message
from controlroom.ui.board.drawer.tree import Place
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.controls.focus_ring import OWN_RING
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
AROUND = 60
"""Messages laid out on either side of the one the drawer was opened for."""


class ThreadView(Styled, QAbstractScrollArea):
    """Messages; one has the keyboard.

    Signals:
        moved: the keyboard is on another message; carries its stored post.
    """

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: list[Place] = []
        self.messages: list[Message] = []
        self.read: frozenset[int] = frozenset()
        self.chosen, self.focused = 0, 0
        self.ours = Ours()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(Gutter())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.follow()

    def show_places(self, places: Sequence[Place], chosen: int, ours: Ours) -> None:
        """Shows a conversation; what is in view stays where it is when more of it comes."""
        before = self._top_of(self.focused) if self.chosen == chosen else None
        if self.chosen != chosen:
            self.focused = chosen
        self.chosen, self.ours = chosen, ours
        at = next((n for n, one in enumerate(places) if one.post.id == chosen), 0)
        self.places = list(places[max(0, at - AROUND) : at + AROUND + 1])
        self._lay_out()
        self._keep(before)
        for one in self.messages:
            if one.post_id == self.focused:
                self._say(one)

    def post(self) -> CachedPost | None:
        """Returns the post that has the keyboard."""
        found = (one.place.post for one in self.messages if one.post_id == self.focused)
        return next(found, None)

    def step(self, step: int) -> None:
        """Moves the keyboard to the next (1) or previous (-1) message."""
        ids = [one.post_id for one in self.messages]
        at = ids.index(self.focused) + step if self.focused in ids else 0
        if 0 <= at < len(ids):
            self._go_to(ids[at])

    def next_unread(self) -> bool:
        """Moves to the next message that is unread; returns whether there was one."""
        ids = [one.post_id for one in self.messages]
        start = ids.index(self.focused) + 1 if self.focused in ids else 0
        for number in ids[start:]:
            if number not in self.read:
                self._go_to(number)
                return True
        return False

    def restyle(self) -> None:
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self.viewport()), look_now()
        painter.fillRect(event.rect(), look.palette.bg1)
        shift, dirty = self.verticalScrollBar().value(), event.rect()
        for one in self.messages:
            top = one.top - shift
            if top > dirty.bottom():
                break
            if top + one.height >= dirty.top():
                focused = one.post_id == self.focused and self.hasFocus()
                paint_message(
                    painter, one, look, top, focused=focused, chosen=one.post_id == self.chosen
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self._top_of(self.focused)
        self._lay_out()
        self._keep(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1,
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.step(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        y = round(event.position().y()) + self.verticalScrollBar().value()
        for one in self.messages:
            if one.top <= y < one.top + one.height:
                self._go_to(one.post_id)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def _go_to(self, number: int) -> None:
        self.focused = number
        one = next(each for each in self.messages if each.post_id == number)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if one.top < bar.value():
            bar.setValue(one.top)
        elif one.top + one.height > bar.value() + height:
            bar.setValue(min(one.top, one.top + one.height - height))
        self.viewport().update()
        self._say(one)
        self.moved.emit(one.place.post)

    def _say(self, message: Message) -> None:
        """A screen reader hears the message that has the keyboard, and how deep it stands."""
        heard = spoken(message.content, CardState(read=True), datetime.now(UTC))
        depth = translate("Drawer", "Level {n}.").format(n=message.place.depth + 1)
        self.setAccessibleDescription(f"{depth} {heard}")

    def _lay_out(self) -> None:
        width = max(200, self.viewport().width())
        self.messages = lay_out_messages(self.places, self.ours, width, look_now())
        last = self.messages[-1] if self.messages else None
        total = last.top + last.height + theme().metrics.px(12) if last else 0
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, total - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(theme().metrics.px(40))
        self.viewport().update()

    def _top_of(self, number: int) -> int | None:
        for one in self.messages:
            if one.post_id == number:
                return one.top - self.verticalScrollBar().value()
        return None

    def _keep(self, before: int | None) -> None:
        """Puts the focused message where it was, or into the middle of the view."""
        one = next((each for each in self.messages if each.post_id == self.focused), None)
        if one is None:
            return
        middle = max(0, (self.viewport().height() - one.height) // 2)
        self.verticalScrollBar().setValue(one.top - (middle if before is None else before))

    def message_rect(self, number: int) -> QRect:
        """Returns where a message is in the view, an empty rectangle if it is not shown."""
        top = self._top_of(number)
        one = next((each for each in self.messages if each.post_id == number), None)
        if top is None or one is None:
            return QRect()
        return QRect(one.left, top, one.width, one.height)
