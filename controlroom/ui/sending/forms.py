"""The panels that ask before a draft is taken back, or is said to have been sent elsewhere."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from controlroom.model import clock
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Delivery, DeliveryState
from controlroom.model.post import PostKind
from controlroom.team.publishing import views
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.compose.ability import can_do
from controlroom.ui.language import counted
from controlroom.ui.officers.form import Form
from controlroom.ui.sending.words import how_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.sending.acts import SendingActs

translate = QCoreApplication.translate
LONGEST_REASON, LONGEST_ADDRESS, LONGEST_INSTEAD = 500, 500, 2_000


class MarkSent(Form):
    """A person says that a delivery was sent elsewhere, or found."""

    def __init__(self, acts: "SendingActs", one: Delivery) -> None:
        super().__init__(
            translate("Sending", "Sent elsewhere?"), translate("Sending", "Mark as sent")
        )
        self._acts, self._one = acts, one
        self.say(
            translate(
                "Sending",
                "It is not sent from here any more. The record says that you said so.",
            )
        )
        self.address = self.ask(
            translate("Sending", "Its address, if you have it"), longest=LONGEST_ADDRESS
        )
        self.end()

    def why_not(self) -> str:
        text = self.address.text().strip()
        if text and not text.startswith("https://"):
            return translate("Sending", "An address begins with https://.")
        return self._acts.why_not_mark(self._one)

    def take(self) -> None:
        self._acts.mark_sent(self._one, self.address.text().strip())


class Withdraw(Form):
    """Everything of a draft is taken back, with what that means in view."""

    wide = 560

    def __init__(self, acts: "SendingActs", draft: str) -> None:
        super().__init__(
            translate("Sending", "Withdraw everywhere?"), translate("Sending", "Withdraw")
        )
        self._acts, self._draft = acts, draft
        self.yes.warns = True
        self.say(self._what())
        for told in self._by_hand():
            self.say(told)
        self.say(
            translate(
                "Sending",
                "Nothing more of it leaves. Each post that is out is deleted, and looked for until"
                " it is seen gone; what others have copied stays with them. A hold does not stop"
                " this.",
            )
        )
        self.reason = self.ask(translate("Sending", "Why"), longest=LONGEST_REASON)
        self.say(
            translate(
                "Sending",
                "Words that take its place on networks that let a post be edited (nothing: it is"
                " deleted there too)",
            )
        )
        self.instead = QPlainTextEdit()
        self.instead.setTabChangesFocus(True)
        self.instead.setAccessibleName(translate("Sending", "Words in its place"))
        self.instead.textChanged.connect(self.mind)
        self.body.addWidget(self.instead)
        self.end()

    def why_not(self) -> str:
        if not self.reason.text().strip():
            return translate("Sending", "A reason is needed.")
        if len(self._words()) > LONGEST_INSTEAD:
            return translate("Sending", "These words are too long.")
        return self._acts.why_not_withdraw(self._draft, self._words())

    def take(self) -> None:
        self._acts.withdraw(self._draft, self.reason.text().strip(), self._words())

    def restyle(self) -> None:
        super().restyle()
        self.instead.setFont(theme().fonts.font(Type.BODY))
        self.instead.setFixedHeight(theme().metrics.px(72))

    def _words(self) -> str:
        return self.instead.toPlainText().strip()

    def _out(self) -> list[Delivery]:
        state = self._acts.state
        if state is None:
            return []
        all_ = views.deliveries(state, self._draft, clock.now())
        return [one for one in all_ if one.state is DeliveryState.SENT and not one.key.withdraws]

    def _by_hand(self) -> list[str]:
        """Returns, network by network, what a person has to take back, and how."""
        kept = Counter(one.key.network for one in self._out() if not _deletable(one))
        told = []
        for network, number in sorted(kept.items()):
            head = counted(
                number,
                translate("Sending", "{n} needs a person"),
                translate("Sending", "{n} need a person"),
            )
            parts = how_told(network, Act.DELETE)
            told.append(" ".join((f"{look_of(network).name}: {head}.", *parts)))
        return told

    def _what(self) -> str:
        if self._acts.state is None:
            return ""
        out = self._out()
        networks = sorted({look_of(one.key.network).name for one in out})
        if not out:
            return translate("Sending", "Nothing of it has left yet.")
        told = counted(
            len(out),
            translate("Sending", "{n} post is out"),
            translate("Sending", "{n} posts are out"),
        )
        return f"{told}: {', '.join(networks)}."


def _deletable(one: Delivery) -> bool:
    """Whether a programme can take back what a delivery has sent."""
    if one.act is Act.MESSAGE:
        kind = PostKind.MESSAGE
    else:
        above = one.act is Act.REPLY or one.key.piece > 0
        kind = PostKind.COMMENT if above else PostKind.STATUS
    return can_do(one.key.network, Act.DELETE, kind)
