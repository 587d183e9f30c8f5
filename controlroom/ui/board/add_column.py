"""Adds a column: one of the streams, or a search over everything that is kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.ui.board.ask_text import is_query
from controlroom.ui.board.query_error import QueryErrorLine
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import WHAT, RowList
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
Choice = tuple[int, str, str]
"""Id, name and icon of a stream."""


class AddColumn(Panel):
    """The streams in a list and a field for a search; Enter adds what is chosen."""

    top_share = 0.1

    def __init__(
        self,
        streams: Sequence[Choice],
        add_stream: Callable[[int], None],
        add_search: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._streams, self._add_stream, self._add_search = streams, add_stream, add_search
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.none = Prose()
        self.list = RowList()
        self.question = Prose(Type.BODY, 600, "text1")
        self.field = QLineEdit()
        self.error = QueryErrorLine(self.field)
        self.take, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.list if self._streams else self.field

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(560), room.width()), min(px(520), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))
        self.field.setFont(theme().fonts.font(Type.BODY))
        self.list.restyle()
        self.field.setFixedHeight(theme().metrics.height.field)
        self._fill()

    def retranslate(self) -> None:
        self.heading.set_text(translate("AddColumn", "Add a column"))
        self.setAccessibleName(self.heading.text())
        self.none.set_text(
            translate("AddColumn", "There are no streams yet. A connected profile brings them.")
        )
        self.question.set_text(translate("AddColumn", "Or a search over all saved posts"))
        self.field.setAccessibleName(self.question.text())
        self.field.setPlaceholderText(
            translate("AddColumn", "fire OR smoke -hoax network:mastodon has:media")
        )
        self.list.setAccessibleName(translate("AddColumn", "Streams"))
        for button, text in (
            (self.take, translate("AddColumn", "Add")),
            (self.leave, translate("AddColumn", "Cancel")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        self.list.opened.connect(self._take)
        self.field.returnPressed.connect(self._take)
        self.field.setMaxLength(2_000)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.finished)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        parts = (self.heading, self.none, self.list, self.question, self.field, self.error)
        for part in parts:
            self.body.addWidget(part, 1 if part is self.list else 0)
        self.body.addLayout(buttons)
        self.none.setVisible(not self._streams)
        self.list.setVisible(bool(self._streams))
        if not self._streams:
            self.body.addStretch(1)

    def _fill(self) -> None:
        size, colour = theme().metrics.px(16), theme().palette.text2
        rows = []
        for number, name, icon in self._streams:
            rows.append(QStandardItem(menu_icon(icon, size, colour), name))
            rows[-1].setData(number, WHAT)
        self.list.show_rows(rows)

    def _take(self, *_how: object) -> None:
        text = self.field.text().strip()
        if text:
            if is_query(text, self.error):
                self.finished.emit()
                self._add_search(text)
            return
        chosen = self.list.current(int)
        if chosen is not None:
            self.finished.emit()
            self._add_stream(chosen)
