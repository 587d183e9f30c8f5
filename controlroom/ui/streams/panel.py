"""Makes a stream: kind, through whom, what for; terms, purpose and cost stand beside it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from controlroom.feeds.gate import Demand, Gate, gate_of
from controlroom.feeds.rules import rules_of
from controlroom.model.network import NetworkOffer
from controlroom.model.profile import Group, Profile
from controlroom.model.stream import SourceKind, Stream
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.called import called
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.switch import Switch
from controlroom.ui.language import language
from controlroom.ui.layers.layer import Panel
from controlroom.ui.profiles.pickers import Picker
from controlroom.ui.streams.cost import cost_of
from controlroom.ui.streams.draft import ASKED_FOR, WITH_TERM, Draft
from controlroom.ui.streams.outlook import Foresight, NoForesight, sources_of
from controlroom.ui.streams.words import cost_told, kind_told, term_asked
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ALL = "all"


class NewStream(Panel):
    """Fields for a new stream.

    Signals:
        made: the stream to be saved.
    """

    made = Signal(object)
    top_share = 0.06

    def __init__(
        self,
        offers: Sequence[NetworkOffer],
        profiles: Sequence[Profile],
        groups: Sequence[Group],
        foresight: Foresight | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offers, self._profiles, self._groups = list(offers), list(profiles), list(groups)
        self._foresight = foresight or NoForesight()
        self._draft = Draft()
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.kind, self.network = Picker(), Picker()
        self.group, self.profile = Picker(), Picker()
        self.term_question = Prose(Type.BODY, 600, "text1")
        self.name_question = Prose(Type.BODY, 600, "text1")
        self.purpose_question = Prose(Type.BODY, 600, "amber")
        self.term, self.name, self.purpose = QLineEdit(), QLineEdit(), QLineEdit()
        self.urgent = Switch()
        self.cost, self.terms = Prose(Type.BODY, 500, "text1"), Prose(Type.SMALL)
        self.error = Prose(Type.SMALL, 500, "red")
        self.leave, self.take = Button(Kind.PLAIN), Button(Kind.MAIN)
        self._build()
        self._wire()
        self.kind.choose(SourceKind.MENTIONS)
        self.follow()

    def first_focus(self) -> QWidget:
        return self.kind

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(620), room.width()), min(px(600), room.height()))

    def draft(self) -> Draft:
        """Returns what is asked for as it stands."""
        return Draft(
            kind=SourceKind(self.kind.value or SourceKind.MENTIONS),
            network=self.network.value,
            group=int(self.group.value or 0),
            profile=int(self.profile.value or 0),
            term=self.term.text(),
            name=self.name.text() or self.name.placeholderText(),
            urgent=self.urgent.isChecked(),
            purpose="" if self.purpose.isHidden() else self.purpose.text(),
        )

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(10))
        self._column.setSpacing(px(6))
        for field in (self.term, self.name, self.purpose):
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)

    def retranslate(self) -> None:
        self.heading.set_text(translate("Streams", "New stream"))
        self.setAccessibleName(self.heading.text())
        everyone = translate("Streams", "All profiles")
        self.kind.set_words(translate("Streams", "What is read"), "")
        self.kind.set_values([(kind, kind_told(kind)) for kind in self._kinds()])
        self.network.set_words(translate("Streams", "Network"), translate("Streams", "Every one"))
        self.group.set_words(translate("Streams", "Group"), everyone)
        self.profile.set_words(translate("Streams", "Profile"), everyone)
        self.name_question.set_text(translate("Streams", "Name"))
        self.name.setAccessibleName(self.name_question.text())
        urgent = translate("Streams", "Urgent: read before the others")
        self.urgent.setText(urgent)
        self.urgent.setAccessibleName(urgent)
        for button, text in (
            (self.leave, translate("Streams", "Cancel")),
            (self.take, translate("Streams", "Switch it on")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self._look_again()

    def _kinds(self) -> list[SourceKind]:
        read = {kind for offer in self._offers for kind in offer.kinds}
        return [kind for kind in SourceKind if kind in read]

    def _build(self) -> None:
        pickers = QHBoxLayout()
        for picker in (self.kind, self.network, self.group, self.profile):
            pickers.addWidget(picker)
        pickers.addStretch(1)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(pickers)
        for part in (
            self.term_question, self.term, self.name_question, self.name, self.urgent,
            self.purpose_question, self.purpose, self.cost, self.terms,
        ):  # fmt: skip
            self._column.addWidget(part)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        self.body.addWidget(self.heading)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.error)
        self.body.addLayout(buttons)
        self.error.hide()

    def _wire(self) -> None:
        for picker in (self.kind, self.network, self.group, self.profile):
            picker.picked.connect(self._look_again)
        for field, longest in ((self.term, 1_000), (self.name, 80), (self.purpose, 500)):
            field.setMaxLength(longest)
            field.returnPressed.connect(self._go_on)
        self.term.textChanged.connect(self._look_again)
        self.leave.clicked.connect(self.finished)
        self.take.clicked.connect(self._go_on)

    def _look_again(self, *_how: object) -> None:
        """Shows what the choices so far leave to choose, to read and to pay."""
        draft = self.draft()
        if draft != replace(self._draft, name=draft.name):
            self._offer_choices(draft)
            draft = self.draft()
        self._draft = draft
        asked = term_asked(draft.kind)
        for part in (self.term, self.term_question):
            part.setVisible(bool(asked))
        self.term_question.set_text(asked)
        self.term.setAccessibleName(asked)
        self.name.setPlaceholderText(self._usual_name(draft))
        self._show_gate(draft)
        self._show_cost(draft)

    def _offer_choices(self, draft: Draft) -> None:
        able = [offer for offer in self._offers if draft.kind in offer.kinds]
        self.network.set_values([(offer.key, offer.name) for offer in able])
        self.group.set_values([(str(group.id), group.name) for group in self._groups])
        keys = {offer.key for offer in able}
        fitting = [
            one for one in self._profiles
            if one.network in keys and self.network.value in ("", one.network)
            and (not draft.group or one.group == draft.group)
        ]  # fmt: skip
        names = [(str(one.id), f"{called(one)} · {look_of(one.network).name}") for one in fitting]
        self.profile.set_values(names)

    def _usual_name(self, draft: Draft) -> str:
        over = dict(self.profile.values).get(self.profile.value, "")
        over = over or dict(self.group.values).get(self.group.value, "")
        over = over or dict(self.network.values).get(self.network.value, "")
        term = draft.term.strip() if draft.kind in WITH_TERM else ""
        over = term or over or translate("Streams", "all profiles")
        return f"{kind_told(draft.kind)} · {over}"[:80]

    def _networks(self, draft: Draft) -> list[str]:
        if draft.profile:
            return [one.network for one in self._profiles if one.id == draft.profile]
        able = [offer.key for offer in self._offers if draft.kind in offer.kinds]
        have = {one.network for one in self._profiles}
        return [key for key in able if key in have and draft.network in ("", key)]

    def _gates(self, draft: Draft) -> list[Gate]:
        ours = [one.handle for one in self._profiles]
        return [gate_of(rules_of(one), draft.term, ours) for one in self._networks(draft)]

    def _show_gate(self, draft: Draft) -> None:
        gates = self._gates(draft) if draft.kind in ASKED_FOR else []
        demand = next((gate for gate in gates if gate.demand), None)
        for part in (self.purpose, self.purpose_question):
            part.setVisible(demand is not None)
        if demand is not None:
            self.purpose_question.set_text(_demanded(demand))
            self.purpose.setAccessibleName(self.purpose_question.text())
        code = language().code
        terms = {term.key: term for gate in gates for term in gate.terms}.values()
        lines = [f"{term.text.get(code) or term.text['en']} ({term.source})" for term in terms]
        self.terms.set_text("\n".join(lines))
        self.terms.setVisible(bool(lines))

    def _stream(self, draft: Draft) -> Stream:
        network = next((one.network for one in self._profiles if one.id == draft.profile), "")
        return draft.stream(network, self._offers)

    def _show_cost(self, draft: Draft) -> None:
        wanted = sources_of(self._stream(draft), self._profiles, self._groups, self._offers)
        lines = []
        for network, sources in wanted.items():
            rules = rules_of(network)
            new = [one for one in sources if one not in self._foresight.read]
            seen = self._foresight.of(new) if rules.prices else None
            cost = cost_of(rules, draft.kind, len(new), len(sources) - len(new), seen)
            if cost is not None:
                lines.append(cost_told(look_of(network).name, draft.kind, cost, rules.checked))
        self.cost.set_text("\n".join(lines))
        self.cost.setVisible(bool(lines))

    def _missing(self, draft: Draft) -> QLineEdit | None:
        if draft.kind in WITH_TERM and not draft.term.strip():
            return self.term
        return self.purpose if not self.purpose.isHidden() and not draft.purpose.strip() else None

    def _go_on(self) -> None:
        draft = self.draft()
        missing = self._missing(draft)
        if missing is not None:
            self.error.set_text(translate("Streams", "This is needed too."))
            self.error.show()
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        stream = self._stream(draft)
        self.finished.emit()
        self.made.emit(stream)


def _demanded(gate: Gate) -> str:
    words = ", ".join(gate.words)[:120]
    if gate.demand is Demand.PROTEST:
        template = translate(
            "Streams",
            "“{words}” reads like a protest. State the policing purpose; it is kept with the"
            " stream.",
        )
    else:
        template = translate(
            "Streams",
            "“{words}” follows a person. State the policing purpose; it is kept with the stream.",
        )
    return template.format(words=words)
