"""A text to be looked at: what changed is marked, and words of it can be chosen for a remark."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from controlroom.ui.approvals.changed import How, Stretch, place_now, stretches
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

_PAD = 10


class ChangedText(Styled, QPlainTextEdit):
    """Plain text only; as high as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self._found: list[Stretch] = []
        self._now = ""
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.follow()

    def show_text(self, before: str | None, now: str) -> None:
        """Shows a text, with what it lost and got since an earlier one, if there is one."""
        self._found, self._now = stretches(before, now), now
        self.setPlainText("".join(one.text for one in self._found))
        self._mark()
        self._fit()

    def chosen(self) -> tuple[int, int]:
        """Returns the words that are chosen, in characters of the text as it is now; (0, 0) for
        none.
        """
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self._found:
            return 0, 0
        whole = self.toPlainText()
        start, end = (
            place_now(self._found, _characters(whole, at))
            for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return (start, end) if end > start else (0, 0)

    def words(self, start: int, end: int) -> str:
        """Returns some words of the text."""
        return self._now[start:end]

    def restyle(self) -> None:
        colours, radius = theme().palette, theme().metrics.radius.button
        self.setFont(theme().fonts.font(Type.LEAD))
        self.document().setDocumentMargin(theme().metrics.px(_PAD))
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.field.name()}; color: {colours.text1.name()};"
            f" border: 1px solid {colours.line3.name()}; border-radius: {radius}px; }}"
        )
        self._mark()
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self, *_size: object) -> None:
        lines = max(1, int(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + 2 * theme().metrics.px(_PAD) + 4
        if height != self.height():
            self.setFixedHeight(height)

    def _mark(self) -> None:
        at, found = 0, []
        for one in self._found:
            length = len(one.text.encode("utf-16-le", "surrogatepass")) // 2
            if one.how is not How.KEPT:
                found.append(self._selection(at, at + length, one.how))
            at += length
        self.setExtraSelections(found)

    def _selection(self, start: int, end: int, how: How) -> QTextEdit.ExtraSelection:
        one, palette = QTextEdit.ExtraSelection(), theme().palette
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.cursor = cursor
        one.format = _format(how, palette.text3, palette.accent_tint, palette.accent)
        return one


def _format(how: How, faint: QColor, ground: QColor, line: QColor) -> QTextCharFormat:
    found = QTextCharFormat()
    if how is How.GONE:
        found.setFontStrikeOut(True)
        found.setForeground(faint)
    else:
        found.setBackground(ground)
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        found.setUnderlineColor(line)
    return found


def _characters(text: str, units: int) -> int:
    """Returns how many characters so many UTF-16 units are, which Qt counts in."""
    raw = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(raw.decode("utf-16-le", "surrogatepass"))
