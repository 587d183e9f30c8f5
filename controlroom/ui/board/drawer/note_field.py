"""Where an internal note is written: at the foot of the pane beside a thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from controlroom.model.journal_subject import LONGEST_NOTE
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

translate = QCoreApplication.translate
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteField(Styled, QPlainTextEdit):
    """Some lines of plain text; Ctrl Enter keeps it, Esc gives the keyboard back.

    Signals:
        kept: what stands here is to be kept.
        left: the keyboard is to go back; what stands here stays.
        written: a person changed the text; carries it.
    """

    kept = Signal()
    left = Signal()
    written = Signal(str)

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._filling = rows, False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._tell)
        self.follow()

    def text(self) -> str:
        """Returns what stands here."""
        return self.toPlainText()

    def fill(self, text: str) -> None:
        """Puts a text here without anybody having written it."""
        self._filling = True
        self.setPlainText(text)
        self._filling = False
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def restyle(self) -> None:
        colours, px = theme().palette, theme().metrics.px
        self.setFont(theme().fonts.font(Type.BODY))
        radius = theme().metrics.radius.field
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.field.name()}; color: {colours.text1.name()};"
            f" border: 1px solid {colours.line3.name()}; border-radius: {radius}px;"
            f" padding: {px(3)}px {px(5)}px;"
            f" selection-background-color: {colours.accent_fill.name()};"
            f" selection-color: {colours.on_accent.name()}; }}"
            f"QPlainTextEdit:disabled {{ color: {colours.text_disabled.name()};"
            f" border-color: {colours.line2.name()}; }}"
        )
        line = theme().fonts.line(Type.BODY)
        self.setFixedHeight(self._rows * line + px(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: "QMimeData") -> None:
        """Takes text alone, whatever else was copied, and no book."""
        self.textCursor().insertText(source.text()[: 10 * LONGEST_NOTE])

    def spare(self) -> int:
        """Returns how many characters more a note may have; below 0 it is too long to be kept."""
        return LONGEST_NOTE - len(self.text())

    def can_keep(self) -> bool:
        """Returns whether what stands here can be a note."""
        return bool(self.text().strip()) and self.spare() >= 0

    def _tell(self) -> None:
        if not self._filling:
            self.written.emit(self.text())
