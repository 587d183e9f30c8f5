"""Who is here: everybody at another desk, and what they have in hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from controlroom.model.journal_subject import profile_of_conversation
from controlroom.model.presence import Doing, Present
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.keep_room import keep_room
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, RowList
from controlroom.ui.language import language
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme
from controlroom.ui.together.names import officer_name

if TYPE_CHECKING:
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate


class WhoIsHere(Panel):
    """One row a desk; it follows what they do while it is open."""

    top_share = 0.1

    def __init__(self, together: "Together", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._together = together
        self.heading, self.none = Prose(Type.HEADING, 600, "text1"), Prose()
        self.list = RowList()
        self.leave = Button(Kind.MAIN)
        self.leave.clicked.connect(self.finished)
        for part in (self.heading, self.none):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        keep_room(self.list)
        self.body.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignRight)
        together.company.changed.connect(self._fill)
        self.follow()

    def first_focus(self) -> QWidget:
        return self.list if self.list.isVisibleTo(self) else self.leave

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(680), room.width()), min(px(340), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(10))
        self.list.restyle()
        self._fill()

    def retranslate(self) -> None:
        self.heading.set_text(translate("Together", "Who is here"))
        self.setAccessibleName(self.heading.text())
        self.list.setAccessibleName(self.heading.text())
        text = translate("Together", "Close")
        self.leave.set_face(text)
        self.leave.setAccessibleName(text)
        self._fill()

    def rows(self) -> list[str]:
        """Returns what stands in each row."""
        return [self._words(one) for one in self._together.company.others]

    def _fill(self) -> None:
        company = self._together.company
        self.list.show_rows([self._row(one) for one in company.others])
        self.list.setVisible(bool(company.others))
        self.none.setVisible(not company.others)
        self.none.set_text(
            translate("Together", "Nobody else is here.")
            if company.is_team
            else translate("Together", "This desk works alone: nobody else can be here.")
        )

    def _row(self, one: Present) -> QStandardItem:
        colours = theme().palette
        types = one.doing is Doing.TYPING
        size, colour = theme().metrics.px(16), colours.amber if types else colours.text2
        words = self._words(one)
        item = QStandardItem(menu_icon("compose" if types else "person", size, colour), words)
        item.setData(words, SPOKEN)
        return item

    def _words(self, one: Present) -> str:
        name = officer_name(self._together.book.state, one.officer)
        return f"{name}  ·  {one.desk}  ·  {self._doing(one)}"

    def _doing(self, one: Present) -> str:
        time = language().clock(one.since.astimezone())
        if not one.about:
            return translate("Together", "here since {time}").format(time=time)
        text = (
            translate("Together", "types in a conversation of {profile} since {time}")
            if one.doing is Doing.TYPING
            else translate("Together", "reads a conversation of {profile} since {time}")
        )
        return text.format(profile=self._profile(one.about), time=time)

    def _profile(self, about: str) -> str:
        """Returns the handle of the profile a conversation came through, as far as known here."""
        key = profile_of_conversation(about)
        return self._together.handles.get(key) or key
