"""A delivery with everything that is needed to send it or to look for it."""

from collections.abc import Container
from datetime import datetime

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import About, Act, Content, Piece, Target
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey


@dataclass(frozen=True, slots=True)
class Claim:
    """The last claim on a delivery.

    Attributes:
        sender: whose it is.
        first: when the delivery was first claimed; nothing of it is older.
        key: by which the network knows every attempt at it, "" for nothing.
        keyed: the same key may be sent again without harm.
    """

    sender: str
    first: datetime
    key: str = ""
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """What a sender works on.

    Attributes:
        content: what was approved.
        hash: of it.
        about: what it is done to: as the content says, of a later piece of a thread the piece
            before it, of a withdrawal what was sent.
        instead: the text that replaces what was sent, of a withdrawal that edits.
        claim: the last one, None before the first.
    """

    delivery: Delivery
    content: Content
    hash: str
    about: About | None = None
    instead: str = ""
    claim: Claim | None = None

    @property
    def key(self) -> DeliveryKey:
        """Returns which delivery it is."""
        return self.delivery.key

    def act(self, ways: Container[Act]) -> Act:
        """Returns what is done: what is taken back is deleted where it cannot be replaced."""
        act = self.delivery.act
        return Act.DELETE if self.key.withdraws and act not in ways else act

    @property
    def target(self) -> Target:
        """Returns what it is done to, or what it takes back."""
        if self.content.act is Act.MESSAGE:
            return Target.MESSAGE
        about = self.about
        if self.key.withdraws:
            above = self.content.act is Act.REPLY or self.key.piece > 0
        else:
            above = about is not None and about.root not in ("", about.remote_id)
        return Target.COMMENT if above else Target.POST

    @property
    def piece(self) -> Piece:
        """Returns what is said; nothing for acts without a text."""
        if self.key.withdraws:
            return Piece(self.instead)
        pieces = self.content.pieces_for(self.key.profile)
        return pieces[self.key.piece] if self.key.piece < len(pieces) else Piece("")
