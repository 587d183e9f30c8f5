"""The note above the cards of a column while something is wrong with its stream."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.column.standing import Standing
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme


class NoteBox(Styled, QWidget):
    """What is wrong with the stream, above the cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing("", "")
        self.hide()
        self.follow()

    def show_standing(self, standing: Standing) -> None:
        """Shows the note of a standing; takes no room where there is none."""
        self._standing = standing
        note = standing.note
        self.setVisible(note is not None)
        if note is not None:
            self.setAccessibleName(f"{note.heading} {note.text}")
            self.fit(self.width())
        self.update()

    def fit(self, width: int) -> None:
        """Takes the height the words need at a width."""
        self.setFixedHeight(self._text_height(width) + theme().metrics.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        note = self._standing.note
        if note is None:
            return
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.red_tint if note.alert else colours.bg3)
        edge = colours.red_fill if note.alert else colours.line3
        painter.fillRect(0, 0, 3, self.height(), edge)
        colour = colours.red if note.alert else colours.text2
        draw_icon(painter, note.icon, px(13), px(9), px(16), colour)
        line = theme().fonts.line(Type.SMALL)
        first = QRect(px(38), px(8), self.width() - px(48), line)
        words(painter, first, note.heading, colours.text1, Type.SMALL, 600)
        painter.setFont(theme().fonts.font(Type.SMALL))
        painter.setPen(colours.text2 if not note.alert else colours.text1)
        rest = first.translated(0, line).adjusted(0, 0, 0, self.height())
        painter.drawText(rest, int(Qt.TextFlag.TextWordWrap), note.text)

    def _text_height(self, width: int) -> int:
        note, line = self._standing.note, theme().fonts.line(Type.SMALL)
        if note is None:
            return 0
        room = QRect(0, 0, max(1, width - theme().metrics.px(48)), 10_000)
        measure = theme().fonts.measure(Type.SMALL)
        text = measure.boundingRect(room, int(Qt.TextFlag.TextWordWrap), note.text)
        return line + text.height()
