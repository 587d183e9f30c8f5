"""What of a conversation is laid out, and how that keeps its place while more comes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from controlroom.model.cached import CachedPost
from controlroom.ui.board.card.content import Ours
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.drawer.messages import Message, lay_out_messages
from controlroom.ui.board.drawer.note_shown import NoteShown, behind_posts
from controlroom.ui.board.drawer.tree import Place
from controlroom.ui.board.list.gutter import scroll_in_gutter
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.drawer.note_block import NoteBlock
    from controlroom.ui.board.pictures.gallery import Gallery

AROUND, NEAR, BELOW = 60, 10, 12
"""Messages laid out on either side of the one in the middle, and how near its end others are."""


class ThreadBody(Styled, QAbstractScrollArea):
    """A stretch of a conversation; it moves along it as it is read.

    Attributes:
        places: the whole conversation.
        messages, blocks: what is laid out of it, posts and internal notes.
        chosen, focused: ids of the post it was opened for, and of the one with the keyboard.
        read: ids of the posts that have been read.
        opened: ids of the posts whose cover was taken off.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: list[Place] = []
        self.messages: list[Message] = []
        self.blocks: list[NoteBlock] = []
        self._notes: list[NoteShown] = []
        self.read: frozenset[int] = frozenset()
        self.chosen, self.focused = 0, 0
        self.opened: set[int] = set()
        self.ours = Ours()
        self._middle = 0
        self._gallery: Gallery | None = None
        self._awaited: set[str] = set()
        scroll_in_gutter(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_places(self, places: Sequence[Place], chosen: int, ours: Ours) -> None:
        """Shows a conversation; what is in view stays where it is when more of it comes."""
        held = self._held() if self.chosen == chosen else None
        if self.chosen != chosen:
            self.focused = self._middle = chosen
            self.opened.clear()
        self.chosen, self.ours, self.places = chosen, ours, list(places)
        if not any(one.post.id == self.focused for one in self.places):
            self.focused = self._middle = chosen
        self._lay_out()
        self._keep(held)

    def show_notes(self, notes: Sequence[NoteShown]) -> None:
        """Shows internal notes between the posts, by time; what is in view stays where it is."""
        if list(notes) != self._notes:
            held = self._held()
            self._notes = list(notes)
            self._lay_out()
            self._keep(held)

    def bring_last_note(self) -> None:
        """Scrolls just as far as the note that was made last needs to be seen."""
        if self.blocks:
            last = max(self.blocks, key=lambda one: one.note.at)
            bar, height = self.verticalScrollBar(), self.viewport().height()
            if last.top < bar.value() or last.top + last.height > bar.value() + height:
                bar.setValue(min(last.top, last.top + last.height - height + BELOW))

    def show_pictures(self, gallery: "Gallery") -> None:
        """Shows pictures beside the words from now on."""
        self._gallery = gallery
        gallery.come.connect(self._draw_anew)

    def picture_of(self, address: str, size: QSize) -> QImage | None:
        """Returns a picture if it is there; else it is drawn once it has come."""
        found = self._gallery.picture(address, size) if self._gallery is not None else None
        if found is None:
            self._awaited.add(address)
        return found

    def post(self) -> CachedPost | None:
        """Returns the post that has the keyboard."""
        return next((one.post for one in self.places if one.post.id == self.focused), None)

    def message(self, number: int) -> Message | None:
        """Returns a message that is laid out, None if it is not."""
        return next((one for one in self.messages if one.post_id == number), None)

    def message_rect(self, number: int) -> QRect:
        """Returns where a message is in the view, an empty rectangle if it is not shown."""
        one = self.message(number)
        if one is None:
            return QRect()
        return QRect(one.left, one.top - self.verticalScrollBar().value(), one.width, one.height)

    def uncover(self, number: int) -> None:
        """Takes the cover off a post, or puts it back."""
        held = self._held()
        self.opened ^= {number}
        self._lay_out()
        self._keep(held)

    def restyle(self) -> None:
        held = self._held()
        self._lay_out()
        self._keep(held)

    def slide(self) -> None:
        """Lays out another stretch where the end of this one comes near."""
        seen = self._seen()
        if seen is None or len(self.messages) == len(self.places):
            return
        at, last = self.messages.index(seen), len(self.messages) - 1
        above = self.messages[0].post_id != self.places[0].post.id
        below = self.messages[-1].post_id != self.places[-1].post.id
        if (at < NEAR and above) or (last - at < 2 * NEAR and below):
            self._centre(seen.post_id)

    def _centre(self, number: int) -> None:
        held = self._held()
        self._middle = number
        self._lay_out()
        self._keep(held)

    def _seen(self) -> Message | None:
        """Returns the first message of which something is in view."""
        top = self.verticalScrollBar().value()
        return next((one for one in self.messages if one.top + one.height > top), None)

    def _held(self) -> tuple[int, int] | None:
        """Returns what is not to move, with its top: the focused message if it is in view."""
        focused, bar = self.message(self.focused), self.verticalScrollBar().value()
        height = self.viewport().height()
        in_view = focused and focused.top + focused.height > bar and focused.top < bar + height
        one = focused if in_view else self._seen()
        return None if one is None else (one.post_id, one.top - bar)

    def _keep(self, held: tuple[int, int] | None) -> None:
        """Puts what was held where it was, or the focused message into the middle of the view."""
        one = self.message(held[0]) if held is not None else None
        if one is None or held is None:
            one = self.message(self.focused)
            if one is None:
                return
            held = one.post_id, max(0, (self.viewport().height() - one.height) // 2)
        self.verticalScrollBar().setValue(one.top - held[1])

    def _lay_out(self) -> None:
        width = max(200, self.viewport().width())
        stretch = self._stretch()
        notes = self._notes_in(stretch)
        found = lay_out_messages(stretch, self.ours, width, look_now(), self.opened, notes)
        self.messages, self.blocks = found.messages, found.notes
        total = found.bottom + theme().metrics.px(12) if self.messages else 0
        bar, height = self.verticalScrollBar(), self.viewport().height()
        blocked = bar.blockSignals(True)
        bar.setRange(0, max(0, total - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(theme().metrics.px(40))
        bar.blockSignals(blocked)
        self.viewport().update()

    def _notes_in(self, stretch: list[Place]) -> dict[int, list[NoteShown]]:
        """Returns the notes of what is laid out; those before everything belong to its top."""
        found = behind_posts(self._notes, self.places) if self._notes else {}
        if stretch[:1] != self.places[:1]:
            found.pop(0, None)
        return found

    def _stretch(self) -> list[Place]:
        ids = [one.post.id for one in self.places]
        at = ids.index(self._middle) if self._middle in ids else 0
        return self.places[max(0, at - AROUND) : at + AROUND + 1]

    def _draw_anew(self, address: str) -> None:
        if address in self._awaited:
            self._awaited.discard(address)
            self.viewport().update()
