"""The filter line of a column: chips for what narrows it, or a field to change that."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from controlroom.model.query.errors import QueryError
from controlroom.model.query.tree import Field
from controlroom.ui.board.column.chip import ChipButton
from controlroom.ui.board.column.filter_words import chips_of
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.column.filter_field import FilterField
    from controlroom.ui.board.query_error import QueryErrorLine

translate = QCoreApplication.translate


class FilterLine(Styled, QWidget):
    """Takes no room while the column is not narrowed and nobody is about to.

    Signals:
        taken: another filter is wanted; carries it.
        left: the field was left without a change.
        resized: the line takes more or less room; carries by how many pixels.
    """

    taken = Signal(str)
    left = Signal()
    resized = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query, self.editing = "", False
        self._known: Mapping[Field, Sequence[str]] = {}
        self._parts: tuple[FilterField, QueryErrorLine] | None = None
        self.chips: list[ChipButton] = []
        self.setFixedHeight(0)
        self.follow()

    @property
    def field(self) -> "FilterField":
        """What the filter is written in; made when it is first wanted, most columns never do."""
        return self._made()[0]

    @property
    def error(self) -> "QueryErrorLine":
        """Says below the field what is wrong with what was written."""
        return self._made()[1]

    def say(self, query: str) -> None:
        """Shows what the column is narrowed to."""
        if query == self.query:
            return
        self.query = query
        self._make_chips()
        self._fit()

    def offer(self, words: Mapping[Field, Sequence[str]]) -> None:
        """Takes what may be offered while one types."""
        self._known = words
        if self._parts is not None:
            self.field.known = words

    def edit(self) -> None:
        """Opens the field and puts the keyboard into it."""
        self.editing = True
        self.field.setText(self.query)
        self._fit()
        self.field.setFocus()
        self.field.selectAll()

    def stop_editing(self) -> None:
        """Closes the field and leaves the filter as it was."""
        if self.editing:
            self._close()
            self.left.emit()

    def restyle(self) -> None:
        if self._parts is not None:
            self.field.setFont(theme().fonts.font(Type.SMALL))
        self._make_chips()
        self._fit()

    def retranslate(self) -> None:
        if self._parts is not None:
            self.field.setAccessibleName(translate("Column", "Filter of this column"))
            self.field.setPlaceholderText(translate("Column", "fire OR smoke -hoax has:media"))
        self._make_chips()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(0, 0, self.width(), 1, colours.line1)
        line = theme().metrics.height.filter_line
        draw_icon(painter, "filter", px(12), (line - px(12)) // 2, px(12), colours.accent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _made(self) -> "tuple[FilterField, QueryErrorLine]":
        if self._parts is None:
            self._parts = self._make()
            self.restyle()
            self.retranslate()
        return self._parts

    def _make(self) -> "tuple[FilterField, QueryErrorLine]":
        from controlroom.ui.board.column.filter_field import FilterField
        from controlroom.ui.board.query_error import QueryErrorLine

        field = FilterField(self)
        error = QueryErrorLine(field, self)
        for part in (field, error):
            part.hide()
        field.known = self._known
        field.returnPressed.connect(self._try)
        field.left.connect(self.stop_editing)
        field.textEdited.connect(self._forget_error)
        return field, error

    def _try(self) -> None:
        from controlroom.model.query.parse import parse

        text = self.field.text().strip()
        try:
            parse(text)
        except QueryError as error:
            self.error.show()
            self.error.say(error)
            self._fit()
            return
        self._close()
        self.taken.emit(text)

    def _close(self) -> None:
        self.editing = False
        self.field.close_offers()
        self._forget_error()
        self._fit()

    def _forget_error(self, *_text: str) -> None:
        self.error.clear()
        if self.error.isVisibleTo(self):
            self.error.hide()
            self._fit()

    def _make_chips(self) -> None:
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for part in chips_of(self.query):
            chip = ChipButton(part.text, self)
            chip.clicked.connect(lambda _on=False, rest=part.without: self.taken.emit(rest))
            self.chips.append(chip)
        self._place()

    def _fit(self) -> None:
        height = theme().metrics.height.filter_line if self.query or self.editing else 0
        if self.editing and self.error.error is not None:
            height += self.error.sizeHint().height()
        before = self.height()
        self.setFixedHeight(height)
        self._place()
        if height != before:
            self.resized.emit(height - before)

    def _place(self) -> None:
        px, line = theme().metrics.px, theme().metrics.height.filter_line
        left, end = px(12 + 12 + 5), self.width() - px(8)
        if self._parts is not None:
            self.field.setVisible(self.editing)
            self.field.setGeometry(left, 2, end - left, line - 3)
            self.error.setGeometry(left, line, end - left, max(0, self.height() - line))
        for chip in self.chips:
            size = chip.sizeHint()
            width = min(size.width(), max(px(40), end - left))
            chip.setGeometry(left, (line - size.height()) // 2 + 1, width, size.height())
            chip.setVisible(not self.editing and left < end - px(30))
            left += width + px(5)
