"""The thread of a conversation: messages one below the other, answers set in."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from controlroom.model import clock
from controlroom.ui.board.card.content import Ours
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.card.spoken import spoken
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.drawer.messages import Message
from controlroom.ui.board.drawer.note_block import paint_note
from controlroom.ui.board.drawer.paint import paint_message
from controlroom.ui.board.drawer.thread_body import ThreadBody
from controlroom.ui.board.drawer.tree import Place
from controlroom.ui.board.links.hover import Hover
from controlroom.ui.board.links.spans import Found, found_at

translate = QCoreApplication.translate


class ThreadView(ThreadBody):
    """Messages; one has the keyboard.

    Signals:
        moved: the keyboard is on another message; carries its stored post.
        media_pressed: one of its media is to be shown; carries its number, from 0.
        link_pressed: a link in a message was pressed; carries a `Link`.
        note_pressed: an internal note was pressed; carries its key.
        menu_wanted: a menu about the focused message is asked for; carries a place on the screen.
    """

    moved = Signal(object)
    media_pressed = Signal(int)
    link_pressed = Signal(object)
    note_pressed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hover = Hover(self.viewport())
        self.verticalScrollBar().valueChanged.connect(self._slide)
        self.follow()

    def show_places(self, places: Sequence[Place], chosen: int, ours: Ours) -> None:
        super().show_places(places, chosen, ours)
        one = self.message(self.focused)
        if one is not None:
            self._say(one)

    def step(self, step: int) -> None:
        """Moves the keyboard to the next (1) or previous (-1) message."""
        ids = [one.post.id for one in self.places]
        at = ids.index(self.focused) + step if self.focused in ids else 0
        if 0 <= at < len(ids):
            self.go_to(ids[at])

    def page(self, step: int) -> None:
        """Moves one screen down (1) or up (-1); the keyboard goes along."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(bar.value() + step * max(1, height - 40))
        top = bar.value()
        whole = [m for m in self.messages if m.top >= top and m.top + m.height <= top + height]
        if whole:
            self.go_to(whole[0 if step > 0 else -1].post_id)

    def go_to_end(self, *, last: bool) -> None:
        """Moves to the last message, or to the first."""
        if self.places:
            self.go_to(self.places[-1 if last else 0].post.id)

    def go_to_newest(self) -> None:
        """Moves to the message that was written last."""
        newest = max(self.places, key=lambda one: one.post.post.created_at, default=None)
        if newest is not None:
            self.go_to(newest.post.id)

    def mark(self, *, read: bool) -> None:
        """Takes the focused message for read or unread."""
        self.read = self.read | {self.focused} if read else self.read - {self.focused}

    def next_unread(self) -> bool:
        """Moves to the next message that is unread; returns whether there was one."""
        ids = [one.post.id for one in self.places]
        start = ids.index(self.focused) + 1 if self.focused in ids else 0
        for number in ids[start:]:
            if number not in self.read:
                self.go_to(number)
                return True
        return False

    def go_to(self, number: int) -> None:
        """Moves the keyboard to a message and brings it into view."""
        if self.message(number) is None:
            self._centre(number)
        one = self.message(number)
        if one is None:
            return
        self.focused = number
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if one.top < bar.value():
            bar.setValue(one.top)
        elif one.top + one.height > bar.value() + height:
            bar.setValue(min(one.top, one.top + one.height - height))
        self.viewport().update()
        self._say(one)
        self.moved.emit(one.place.post)

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
                chosen = one.post_id == self.chosen
                paint_message(
                    painter, one, look, top, focused=focused, chosen=chosen, find=self.picture_of
                )
                if one.post_id == self.hover.whose:
                    self.hover.paint(painter, QPoint(0, top) + one.words, look.palette.accent)
        for block in self.blocks:
            top = block.top - shift
            if top <= dirty.bottom() and top + block.height >= dirty.top():
                paint_note(painter, block, look, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        held = self._held()
        self._lay_out()
        self._keep(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Down: lambda: self.step(1),
            Qt.Key.Key_Up: lambda: self.step(-1),
            Qt.Key.Key_PageDown: lambda: self.page(1),
            Qt.Key.Key_PageUp: lambda: self.page(-1),
            Qt.Key.Key_Home: lambda: self.go_to_end(last=False),
            Qt.Key.Key_End: lambda: self.go_to_end(last=True),
            Qt.Key.Key_Return: self.open,
            Qt.Key.Key_Enter: self.open,
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        move()

    def open(self) -> None:
        """Takes the cover off the focused message, or shows what hangs on it."""
        one = self.message(self.focused)
        if one is None:
            return
        if one.covered:
            self.uncover(one.post_id)
        elif one.media:
            self.media_pressed.emit(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        one, place = self._under(event.position().toPoint())
        if one is None:
            self._press_note(event.position().toPoint())
            return
        self.go_to(one.post_id)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        media = next((n for n, box in enumerate(one.media) if box.rect.contains(place)), None)
        found = self._link(one, place)
        if one.covered and (media is not None or one.content.warning):
            self.uncover(one.post_id)
        elif media is not None:
            self.media_pressed.emit(media)
        elif found is not None:
            self.link_pressed.emit(found.link)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        one, place = self._under(event.position().toPoint())
        if one is None:
            self.hover.leave()
            return
        acts = any(box.rect.contains(place) for box in one.media)
        self.hover.over(one.post_id, self._link(one, place), acts=acts)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt sends one for the right button and for the menu key."""
        one, _place = self._under(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Mouse and one is not None:
            self.go_to(one.post_id)
            self.menu_wanted.emit(event.globalPos())
        elif event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.open_menu()

    def open_menu(self) -> None:
        """Asks for a menu below the first line of the focused message."""
        one = self.message(self.focused)
        if one is not None:
            top = one.top - self.verticalScrollBar().value() + one.words.y()
            area = self.viewport().rect()
            place = QPoint(one.words.x(), min(max(0, top), area.bottom()))
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def _under(self, at: QPoint) -> tuple[Message | None, QPoint]:
        """Returns the message at a place of the view, and the place from the message's top."""
        y = at.y() + self.verticalScrollBar().value()
        found = (one for one in self.messages if one.top <= y < one.top + one.height)
        one = next(found, None)
        return one, QPoint(at.x(), y - one.top if one is not None else 0)

    def _press_note(self, at: QPoint) -> None:
        y = at.y() + self.verticalScrollBar().value()
        block = next((one for one in self.blocks if one.top <= y < one.top + one.height), None)
        if block is not None:
            self.note_pressed.emit(block.note.key)

    def _link(self, message: Message, place: QPoint) -> Found | None:
        if message.text is None or (message.covered and message.content.warning):
            return None
        post = message.place.post.post
        return found_at(post, message.text.layout, place - message.words)

    def _slide(self, _value: int) -> None:
        self.hover.leave()
        self.slide()

    def _say(self, message: Message) -> None:
        """A screen reader hears the message that has the keyboard, and how deep it stands."""
        heard = spoken(message.content, CardState(read=True), clock.now())
        depth = translate("Drawer", "Level {n}.").format(n=message.place.depth + 1)
        self.setAccessibleDescription(f"{depth} {heard}")
