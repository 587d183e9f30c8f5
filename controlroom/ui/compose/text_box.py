"""Where the text of a post is written: plain text, with what the checks found underlined."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from controlroom.model.frozen import dataclass
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent

translate = QCoreApplication.translate
LONGEST = 30_000
"""Characters that are ever taken from a paste: a content may not be longer."""
MOST_LINES = 18
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Underline:
    """Words of a text, in Python's characters, and how they are marked.

    Attributes:
        blocks: solid red; else dashed amber.
        over: too much for the network: red ground without a line.
    """

    start: int
    end: int
    blocks: bool = False
    over: bool = False


class TextBox(Styled, QPlainTextEdit):
    """Grows with its lines; keys with Ctrl that mean something to the composer are left to it.

    Signals:
        written: a person changed the text; carries it.
        entered: it has got the keyboard.
        files: something other than text was pasted or dropped; carries the `QMimeData`.
        moved: the cursor stands elsewhere.
    """

    written = Signal(str)
    entered = Signal()
    files = Signal(object)
    moved = Signal()

    def __init__(self, least: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._filling = least, False
        self._marks: Sequence[Underline] = ()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self.moved)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.follow()

    def text(self) -> str:
        """Returns what stands here."""
        return self.toPlainText()

    def fill(self, text: str) -> None:
        """Shows a text nobody typed here; the same one leaves cursor and undo as they are."""
        if text == self.toPlainText():
            return
        self._filling = True
        at = self.textCursor().position()
        self.setPlainText(text)
        self._filling = False
        self.place_cursor(min(at, len(self.toPlainText())))
        self.mark(self._marks)

    def mark(self, marks: Sequence[Underline]) -> None:
        """Underlines words."""
        self._marks = marks
        self.setExtraSelections([self._selection(one) for one in marks if one.end > one.start])

    def go_to(self, start: int, end: int) -> None:
        """Selects words and takes the keyboard."""
        self.setTextCursor(self._cursor(start, end))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.centerCursor()

    def place_cursor(self, at: int) -> None:
        """Puts the cursor somewhere, in Qt's characters."""
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts a text in place of some words, as typed; Ctrl Z takes it back."""
        self._cursor(start, end).insertText(text)

    def caret(self) -> int:
        """Returns where the cursor stands, in Python's characters."""
        return len(_units(self.toPlainText())[: 2 * self.textCursor().position()].decode(
            "utf-16-le", "ignore"))  # fmt: skip

    def restyle(self) -> None:
        colours, px = theme().palette, theme().metrics.px
        self.setFont(theme().fonts.font(Type.LEAD))
        radius = theme().metrics.radius.field
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.field.name()}; color: {colours.text1.name()};"
            f" border: 1px solid {colours.line3.name()}; border-radius: {radius}px;"
            f" padding: {px(5)}px {px(8)}px;"
            f" selection-background-color: {colours.accent_fill.name()};"
            f" selection-color: {colours.on_accent.name()}; }}"
            f"QPlainTextEdit:disabled {{ color: {colours.text_disabled.name()};"
            f" border-color: {colours.line2.name()}; }}"
        )
        self.mark(self._marks)
        self._grow(QSizeF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
        digit = alone and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
        if event.key() == Qt.Key.Key_Escape or digit or (control and event.key() in ENTER):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: "QFocusEvent") -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._grow(QSizeF())

    def canInsertFromMimeData(self, source: "QMimeData") -> bool:
        return source.hasText() or source.hasUrls() or source.hasImage()

    def insertFromMimeData(self, source: "QMimeData") -> None:
        """Takes text as text; a picture or file becomes an attachment."""
        if source.hasImage() or any(url.isLocalFile() for url in source.urls()):
            self.files.emit(source)
        else:
            self.textCursor().insertText(source.text()[:LONGEST])

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Python counts code points, Qt UTF-16 units."""
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(len(_units(text[:start])) // 2)
        cursor.setPosition(len(_units(text[:end])) // 2, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, one: Underline) -> QTextEdit.ExtraSelection:
        colours, how = theme().palette, QTextCharFormat()
        if one.over:
            how.setBackground(colours.red_tint)
        else:
            lines = QTextCharFormat.UnderlineStyle
            how.setUnderlineStyle(lines.SingleUnderline if one.blocks else lines.DashUnderline)
            how.setUnderlineColor(colours.red if one.blocks else colours.amber)
            how.setBackground(colours.red_tint if one.blocks else colours.amber_tint)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self._cursor(one.start, one.end), how
        return selection

    def _tell(self) -> None:
        if not self._filling:
            self.written.emit(self.toPlainText())

    def _grow(self, _size: QSizeF) -> None:
        lines = max(self._least, min(MOST_LINES, round(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + theme().metrics.px(22)
        if height != self.height():
            self.setFixedHeight(height)


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
