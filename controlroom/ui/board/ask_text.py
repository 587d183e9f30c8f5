"""Asks for one line of text: the name of a board, the title of a column, a search."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model.query.errors import QueryError
from controlroom.ui.board.query_error import QueryErrorLine
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
Taken = Callable[[str], None]


class AskText(Panel):
    """A heading, a field and two buttons; Enter takes the text, Esc closes.

    Args:
        query: the text is a search and must be one that can be read.
    """

    top_share = 0.2

    def __init__(
        self, heading: str, text: str, taken: Taken, *, query: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._taken, self._query = taken, query
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.field = QLineEdit(text)
        self.error = QueryErrorLine(self.field)
        self.take, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self.heading.set_text(heading)
        self.field.setAccessibleName(heading)
        self.setAccessibleName(heading)
        self._build()
        self.follow()
        self.field.selectAll()

    def first_focus(self) -> QWidget:
        return self.field

    def wanted_size(self, room: QSize) -> QSize:
        width = min(theme().metrics.px(520), room.width())
        return QSize(width, self.body.heightForWidth(width))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(10))
        self.field.setFont(theme().fonts.font(Type.BODY))
        self.field.setFixedHeight(theme().metrics.height.field)

    def retranslate(self) -> None:
        for button, text in (
            (self.take, translate("AskText", "Save")),
            (self.leave, translate("AskText", "Cancel")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)

    def _build(self) -> None:
        self.field.setMaxLength(2_000 if self._query else 80)
        self.field.returnPressed.connect(self._try)
        self.take.clicked.connect(self._try)
        self.leave.clicked.connect(self.finished)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        above = QVBoxLayout()
        above.setSpacing(0)
        above.addWidget(self.field)
        above.addWidget(self.error)
        self.body.addWidget(self.heading)
        self.body.addLayout(above)
        self.body.addLayout(buttons)
        for button in (self.take, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _try(self) -> None:
        text = self.field.text().strip()
        if not text or (self._query and not is_query(text, self.error)):
            return
        self.finished.emit()
        self._taken(text)


def is_query(text: str, line: QueryErrorLine) -> bool:
    """Returns whether a search can be read; if not, the line under its field says why."""
    from controlroom.model.query.parse import parse

    try:
        parse(text)
    except QueryError as error:
        line.say(error)
        return False
    line.clear()
    return True
