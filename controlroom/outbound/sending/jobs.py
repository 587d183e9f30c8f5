"""A delivery with everything that is needed to send it or to look for it."""

from collections.abc import Container
from datetime import datetime

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import About, Act, Content, Piece
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
    def piece(self) -> Piece:
        """Returns what is said; nothing for acts without a text."""
        if self.key.withdraws:
            return Piece(self.instead)
        pieces = self.content.pieces_for(self.key.profile)
        return pieces[self.key.piece] if self.key.piece < len(pieces) else Piece("")
