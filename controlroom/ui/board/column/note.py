"""The note above the cards of a column while something is wrong with its stream."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.state import Level, Note
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

GROUNDS = {
    Level.PLAIN: ("bg3", "line3", "text2"),
    Level.AMBER: ("amber_tint", "amber_fill", "amber"),
    Level.RED: ("red_tint", "red_fill", "red"),
}
"""Ground, edge and icon of a note, as names of the palette."""
LEFT, RIGHT, TOP = 38, 10, 8


class NoteBox(Styled, QWidget):
    """What is wrong with the stream, and buttons for what can be done.

    Signals:
        pressed: a button was pressed; carries the name of its action.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note: Note | None = None
        self.buttons: list[Button] = []
        self.hide()
        self.follow()

    def say(self, note: Note | None) -> None:
        """Shows a note; takes no room where there is none."""
        if note == self.note:
            return
        if (note.actions if note else ()) != (self.note.actions if self.note else ()):
            self._make_buttons(note.actions if note else ())
        self.note = note
        self.setVisible(note is not None)
        if note is not None:
            self.setAccessibleName(f"{note.heading} {note.text}")
            self.fit(self.width())
        self.update()

    def taken(self) -> int:
        """Returns the height it takes, in pixels."""
        return self.height() if self.note is not None else 0

    def fit(self, width: int) -> None:
        """Takes the height the words need at a width."""
        px, top = theme().metrics.px, self._text_bottom(width)
        if self.buttons:
            self._place_buttons(top + px(7))
            top += px(7) + self.buttons[0].sizeHint().height()
        if self.note is not None and self.note.small:
            top += px(4) + theme().fonts.line(Type.CAPTION)
        self.setFixedHeight(top + px(TOP))

    def restyle(self) -> None:
        self.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        note = self.note
        if note is None:
            return
        painter, px = QPainter(self), theme().metrics.px
        ground, edge, colour = (self._colour(name) for name in GROUNDS[note.level])
        painter.fillRect(self.rect(), ground)
        painter.fillRect(0, 0, 3, self.height(), edge)
        draw_icon(painter, note.icon, px(13), px(9), px(16), colour)
        area, wraps = self._area(self.width()), int(Qt.TextFlag.TextWordWrap)
        painter.setFont(theme().fonts.font(Type.SMALL))
        painter.setPen(theme().palette.text1)
        painter.drawText(area, wraps, note.text)
        painter.setFont(theme().fonts.font(Type.SMALL, 600))
        painter.drawText(QRect(area.x(), px(TOP), area.width(), area.height()), wraps, note.heading)
        if note.small:
            foot = self.height() - px(TOP) - theme().fonts.line(Type.CAPTION)
            rest = QRect(area.x(), foot, area.width(), theme().fonts.line(Type.CAPTION))
            words(painter, rest, note.small, theme().palette.text2, Type.CAPTION)

    def _make_buttons(self, actions: tuple[tuple[str, str], ...]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for name, text in actions:
            button = Button(Kind.SMALL, self)
            button.set_face(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _on=False, name=name: self.pressed.emit(name))
            button.show()
            self.buttons.append(button)

    def _place_buttons(self, top: int) -> None:
        left = theme().metrics.px(LEFT)
        for button in self.buttons:
            size = button.sizeHint()
            button.setGeometry(left, top, size.width(), size.height())
            left += size.width() + theme().metrics.px(6)

    def _area(self, width: int) -> QRect:
        px, wide = theme().metrics.px, max(1, width - theme().metrics.px(LEFT + RIGHT))
        return QRect(px(LEFT), px(TOP) + self._heading_height(wide), wide, 10_000)

    def _heading_height(self, wide: int) -> int:
        """Returns the height of the heading, which is broken rather than cut."""
        line, heading = theme().fonts.line(Type.SMALL), self.note.heading if self.note else ""
        measure, room = theme().fonts.measure(Type.SMALL, 600), QRect(0, 0, wide, 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        lines = round(measure.boundingRect(room, flags, heading).height() / measure.lineSpacing())
        return line if lines < 2 else line + (lines - 1) * measure.lineSpacing()

    def _text_bottom(self, width: int) -> int:
        if self.note is None:
            return 0
        area = self._area(width)
        flags = int(Qt.TextFlag.TextWordWrap)
        measure = theme().fonts.measure(Type.SMALL)
        return area.y() + measure.boundingRect(area, flags, self.note.text).height()

    @staticmethod
    def _colour(name: str) -> QColor:
        found: QColor = getattr(theme().palette, name)
        return found
