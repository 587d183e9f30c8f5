"""What is looked for among everything sent: words, profile, network, officer, state and time."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.journal import offers
from controlroom.ui.journal.filter_button import FilterButton
from controlroom.ui.journal.filter_row import FilterRow
from controlroom.ui.journal.names import Names
from controlroom.ui.officers.chooser import Offered
from controlroom.ui.officers.words import network_of
from controlroom.ui.sent.sought import Became, Sought
from controlroom.ui.sent.words import became_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class SentFilters(FilterRow):
    """A field, and below it a button for each filter."""

    chosen: Sought

    def __init__(self, window: Any, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(window, Sought(), names, parent)
        self.profile, self.network, self.officer = (FilterButton(self) for _ in range(3))
        self.state = FilterButton(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self.field)
        self._rows.addLayout(self._buttons)
        self.put(self.profile, self.network, self.officer, self.state)
        self.profile.clicked.connect(self._ask_profile)
        self.network.clicked.connect(self._ask_network)
        self.officer.clicked.connect(self._ask_officer)
        self.state.clicked.connect(self._ask_state)
        self.follow()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.field.setFixedHeight(theme().metrics.height.field)
        self.field.setFont(theme().fonts.font(Type.SMALL))
        self._rows.setSpacing(px(8))
        self._buttons.setSpacing(px(6))

    def retranslate(self) -> None:
        self.field.setPlaceholderText(translate("Sent", "Words of the text, its files or answers"))
        self.field.setAccessibleName(translate("Sent", "Find in everything sent"))
        self.clear.set_face(translate("Record", "Clear all"))
        self.clear.setAccessibleName(translate("Record", "Clear all filters"))
        self.say()

    def say(self) -> None:
        sought, names = self.chosen, self.names
        profile = names.profile(sought.profile) if sought.profile else ""
        network = network_of(sought.network) if sought.network else ""
        officer = names.person(sought.officer) if sought.officer else ""
        state = became_told(Became(sought.became)) if sought.became else ""
        self.profile.say(translate("Sent", "Profile"), profile)
        self.network.say(translate("Sent", "Network"), network)
        self.officer.say(translate("Sent", "Officer"), officer)
        self.state.say(translate("Sent", "State"), state)
        self.time.say(translate("Sent", "Time"), self.time_told())
        self.clear.setEnabled(not sought.everything)

    def _ask_profile(self) -> None:
        keys = sorted(self._profiles(), key=self.names.profile)
        offered = [Offered(one, self.names.profile(one), network_of(one)) for one in keys]
        self.ask(translate("Sent", "Sent by which profile?"), offered, "profile")

    def _ask_network(self) -> None:
        found = {one.partition("/")[0] for one in self._profiles()}
        offered = [Offered(one, network_of(one)) for one in sorted(found, key=network_of)]
        self.ask(translate("Sent", "On which network?"), offered, "network")

    def _ask_officer(self) -> None:
        question = translate("Sent", "Who wrote, agreed, sent or withdrew?")
        self.ask(question, offers.people(self.names), "officer")

    def _ask_state(self) -> None:
        offered = [Offered(one.value, became_told(one)) for one in Became]
        self.ask(translate("Sent", "What became of it?"), offered, "became")

    def _profiles(self) -> list[str]:
        """Returns the keys of every profile the record knows."""
        state = self.names.state
        return list(state.profiles) if state is not None else []
