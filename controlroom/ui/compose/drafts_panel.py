"""The drafts that are kept on this workstation, to go on with or to throw away."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.compose import editing
from controlroom.ui.compose.kept import Kept
from controlroom.ui.compose.when_told import moment_told
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.keep_room import keep_room
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.language import counted
from controlroom.ui.layers.layer import Panel
from controlroom.ui.plain import bounded
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
LONGEST = 70


class DraftsPanel(Panel):
    """One row a draft; Enter opens it, Delete throws it away.

    Signals:
        opened, removed: what is wanted of a draft; carries it.
    """

    opened = Signal(object)
    removed = Signal(object)
    top_share = 0.1

    def __init__(self, drafts: Sequence[Kept], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafts = list(drafts)
        self.heading, self.none = Prose(Type.HEADING, 600, "text1"), Prose()
        self.list = RowList()
        self.take, self.away, self.leave = Button(Kind.MAIN), Button(), Button()
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.list if self.drafts else self.leave

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(720), room.width()), min(px(480), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(10))
        self.list.restyle()
        self._fill()

    def retranslate(self) -> None:
        self.heading.set_text(translate("Compose", "Drafts kept here"))
        self.none.set_text(translate("Compose", "No draft is kept on this workstation."))
        self.setAccessibleName(self.heading.text())
        self.list.setAccessibleName(self.heading.text())
        for button, text in (
            (self.take, translate("Compose", "Open")),
            (self.away, translate("Compose", "Throw away")),
            (self.leave, translate("Compose", "Close")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self._fill()

    def drop(self, one: Kept) -> None:
        """Shows one draft less: it was thrown away."""
        self.drafts.remove(one)
        self._fill()

    def _build(self) -> None:
        for part in (self.heading, self.none, self.list):
            self.body.addWidget(part, 1 if part is self.list else 0)
        keep_room(self.list)
        row = QHBoxLayout()
        row.addWidget(self.away)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        self.body.addLayout(row)
        for button in (self.take, self.away, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.take.clicked.connect(self._open)
        self.away.clicked.connect(self._remove)
        self.leave.clicked.connect(self.finished)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)

    def _fill(self) -> None:
        self.list.show_rows([self._row(place, one) for place, one in enumerate(self.drafts)])
        self.list.setVisible(bool(self.drafts))
        self.none.setVisible(not self.drafts)
        for button in (self.take, self.away):
            button.setEnabled(bool(self.drafts))

    def _row(self, place: int, one: Kept) -> QStandardItem:
        words = draft_told(one)
        icon = menu_icon("compose", theme().metrics.px(16), theme().palette.text2)
        item = QStandardItem(icon, words)
        item.setData(place, WHAT)
        item.setData(words, SPOKEN)
        return item

    def _open(self) -> None:
        place = self.list.current(int)
        if place is not None:
            self.finished.emit()
            self.opened.emit(self.drafts[place])

    def _remove(self) -> None:
        place = self.list.current(int)
        if place is not None:
            self.removed.emit(self.drafts[place])


def draft_told(one: Kept) -> str:
    """Returns a draft in one line: when it was kept, what it is called or says, for how many."""
    content = one.sheet.content
    text = content.title or " ".join(editing.pieces_of(content, "")[0].text.split())
    text = bounded(text or translate("Compose", "Without a text"), LONGEST)
    number = counted(
        len(content.targets),
        translate("Compose", "{n} profile"),
        translate("Compose", "{n} profiles"),
    )
    return f"{moment_told(one.at)}  ·  {text}  ·  {number}"
