"""The notes of a conversation in the pane beside it, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.drawer.note_block import NoteBlock, lay_out_note, paint_note
from controlroom.ui.board.drawer.note_shown import NoteShown
from controlroom.ui.board.list.gutter import scroll_in_gutter
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
PAD, BETWEEN = 10, 8


class NotesPane(Styled, QAbstractScrollArea):
    """One note has the keyboard; Enter opens it.

    Signals:
        opened: a note is to be opened; carries it.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes: list[NoteShown] = []
        self.blocks: list[NoteBlock] = []
        self.row = 0
        self._instead = ""
        scroll_in_gutter(self)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self.follow()

    def show_notes(self, notes: Sequence[NoteShown], instead: str = "") -> None:
        """Shows notes, given oldest first; or, where there is none, why."""
        here = self.notes[self.row].key if self.notes else ""
        self.notes, self._instead = list(notes)[::-1], instead
        self.go_to(here)
        self._lay_out()
        self._say()

    def go_to(self, key: str) -> None:
        """Moves the keyboard to a note."""
        keys = [one.key for one in self.notes]
        self.row = keys.index(key) if key in keys else 0
        self._bring_into_view()

    def restyle(self) -> None:
        self._lay_out()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Notes", "Internal notes"))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self.viewport()), look_now()
        painter.fillRect(event.rect(), look.palette.bg1)
        if not self.blocks:
            px = theme().metrics.px
            area = QRect(px(12), px(PAD), self.viewport().width() - px(24), px(20))
            words(painter, area, self.empty_words(), look.palette.text3, Type.SMALL)
        shift = self.verticalScrollBar().value()
        for place, block in enumerate(self.blocks):
            focused = place == self.row and self.hasFocus()
            paint_note(painter, block, look, block.top - shift, focused=focused)

    def empty_words(self) -> str:
        """Returns what stands here where there is no note."""
        return self._instead or translate("Notes", "No internal notes yet. N writes one.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self.notes:
            self.row = max(0, min(len(self.notes) - 1, self.row + steps[key]))
            self._bring_into_view()
            self._say()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.notes:
            self.opened.emit(self.notes[self.row])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = self._under(round(event.position().y()))
        if place is not None:
            self.row = place
            self._say()
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._under(round(event.position().y()))
        if place is not None:
            self.opened.emit(self.notes[place])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def _under(self, y: int) -> int | None:
        at = y + self.verticalScrollBar().value()
        found = (n for n, one in enumerate(self.blocks) if one.top <= at < one.top + one.height)
        return next(found, None)

    def _lay_out(self) -> None:
        px, look = theme().metrics.px, look_now()
        top, self.blocks = px(PAD), []
        for note in self.notes:
            right = self.viewport().width() - px(4)
            self.blocks.append(lay_out_note(note, px(12), right, look, top))
            top += self.blocks[-1].height + px(BETWEEN)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, top - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(px(40))
        self.viewport().update()

    def _bring_into_view(self) -> None:
        if self.row < len(self.blocks):
            one, bar, height = self.blocks[self.row], self.verticalScrollBar(), self.height()
            if one.top < bar.value():
                bar.setValue(one.top)
            elif one.top + one.height > bar.value() + height:
                bar.setValue(min(one.top, one.top + one.height - height))
        self.viewport().update()

    def _say(self) -> None:
        """A screen reader hears the note that has the keyboard."""
        one = self.notes[self.row] if self.row < len(self.notes) else None
        said = f"{one.name}, {one.second}: {one.text}" if one else self.empty_words()
        self.setAccessibleDescription(said)
