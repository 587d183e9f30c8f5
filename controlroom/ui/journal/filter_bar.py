"""What is shown of the record: free text, subject, person, kind and time, all at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.ui.journal import offers
from controlroom.ui.journal.chosen import Chosen
from controlroom.ui.journal.filter_button import FilterButton
from controlroom.ui.journal.filter_row import FilterRow
from controlroom.ui.journal.names import Names
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.journal.around import JournalWindow

translate = QCoreApplication.translate
FIELD, MOST_WIDE = 180, 460


class FilterBar(FilterRow):
    """The filters in a row."""

    chosen: Chosen

    def __init__(self, window: "JournalWindow", parent: QWidget | None = None) -> None:
        super().__init__(window, Chosen(), Names(None, {}), parent)
        self.subject, self.person = FilterButton(self), FilterButton(self)
        self.kind = FilterButton(self)
        self._buttons.addWidget(self.field, 2)
        self.put(self.subject, self.person, self.kind)
        self.setLayout(self._buttons)
        self.subject.clicked.connect(self._ask_subject)
        self.person.clicked.connect(self._ask_person)
        self.kind.clicked.connect(self._ask_kind)
        self.follow()

    def know(self, names: Names) -> None:
        """Takes what things are called now."""
        self.names = names
        self.say()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._buttons.setContentsMargins(px(14), px(8), px(14), px(8))
        self._buttons.setSpacing(px(8))
        self.field.setFixedHeight(theme().metrics.height.field)
        self.field.setMinimumWidth(px(FIELD))
        self.field.setMaximumWidth(px(MOST_WIDE))
        self.field.setFont(theme().fonts.font(Type.SMALL))

    def retranslate(self) -> None:
        find = translate("Record", "Find in the record   ( / )")
        self.field.setPlaceholderText(find)
        self.field.setAccessibleName(translate("Record", "Find in the record"))
        self.clear.set_face(translate("Record", "Clear all"))
        self.clear.setAccessibleName(translate("Record", "Clear all filters"))
        self.say()

    def say(self) -> None:
        one = self.chosen
        subject = offers.subject_chosen(one.subject, self.names)
        self.subject.say(translate("Record", "Subject"), subject)
        person = self.names.person(one.actor) if one.actor else ""
        self.person.say(translate("Record", "Person"), person)
        self.kind.say(translate("Record", "Kind"), offers.kind_chosen(one.kind))
        self.time.say(translate("Record", "Time"), self.time_told())
        self.clear.setVisible(not one.everything)

    def _ask_subject(self) -> None:
        question = translate("Record", "About whom or what?")
        self.ask(question, offers.subjects(self.names), "subject")

    def _ask_person(self) -> None:
        self.ask(translate("Record", "Who decided?"), offers.people(self.names), "actor")

    def _ask_kind(self) -> None:
        self.ask(translate("Record", "What kind of decision?"), offers.kinds(), "kind")
