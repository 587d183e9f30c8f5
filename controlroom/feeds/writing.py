"""The protocol every network is written to through.

What a network can do is data; nothing here retries. One call of `send` is one attempt, with at most
one request that publishes, and what comes of it is one of three: it was sent, it surely was not
(`NotSent`), or nobody knows (`PerhapsSent`).
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import BinaryIO, Protocol

from controlroom.feeds.base import Budget
from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import (
    About,
    Act,
    Audience,
    Card,
    Poll,
    Rendition,
    Target,
)
from controlroom.model.outgoing.delivery import Unsent


class Keyed(StrEnum):
    """How a network knows an attempt again."""

    NONE = "none"
    HEADER = "header"
    """By an idempotency key, for a while."""
    RECORD = "record"
    """By the name of the record, chosen before sending: for good."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """How one act is done on a network.

    Attributes:
        settle: after this nothing that was on its way appears any more; read back then.
        keyed: how an attempt is known again.
        key_life: for how long the network knows a key, where it does not for good.
        draws: what it costs, by the name of the allowance in the network's rules.
        within: for how long after publishing it is possible, None for ever.
        finds: whether reading back can find it; a like cannot be told from the like before it.
        harmless: doing it twice is doing it once (delete, hide, like).
        of: what it can be done to, empty for everything.
    """

    settle: timedelta
    keyed: Keyed = Keyed.NONE
    key_life: timedelta | None = None
    draws: Mapping[str, int] = field(default_factory=dict)
    within: timedelta | None = None
    finds: bool = True
    harmless: bool = False
    of: tuple[Target, ...] = ()

    def fits(self, target: Target) -> bool:
        """Returns whether it can be done to something of a kind."""
        return not self.of or target in self.of


@dataclass(frozen=True, slots=True)
class Carried:
    """A file on its way to a network.

    Attributes:
        open: gives its bytes anew; raises `WorldError` if they are not there.
        captions: a WebVTT file, None without.
    """

    rendition: Rendition
    alt: str
    open: Callable[[], BinaryIO]
    captions: bytes | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One piece for one profile, as it is to appear.

    Attributes:
        about: what it is done to; for the later pieces of a thread the piece before.
        key: by which the network knows the attempt, "" where it has none.
        since: when it was first claimed; nothing of it is older.
    """

    act: Act
    text: str
    key: str
    since: datetime
    title: str = ""
    files: tuple[Carried, ...] = ()
    poll: Poll | None = None
    card: Card | None = None
    about: About | None = None
    language: str = ""
    audience: Audience = Audience.EVERYBODY


@dataclass(frozen=True, slots=True)
class SentAs:
    """What the network made of it.

    Attributes:
        remote_id: the network's id, as of a post that is read; "" for what has none of its own (a
            like, a hiding), lest whoever takes it back deletes the post.
        version: what the network needs to be certain of it later (a hash), else "".
    """

    remote_id: str
    url: str = ""
    at: datetime | None = None
    said: str = ""
    version: str = ""
    budgets: tuple[Budget, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A post of the profile as reading back finds it; `text` with links written out."""

    sent: SentAs
    text: str
    files: int = 0
    answers: str = ""


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What reading back has seen.

    Attributes:
        seen: newest first. Where the network knows the key, only what bears it.
        certain: the network answers by key: an empty `seen` means that it was not sent.
        since: the oldest post that was looked at reaches back to here.
    """

    seen: tuple[Seen, ...]
    looked: int
    since: datetime
    certain: bool = False
    budgets: tuple[Budget, ...] = ()


class NotSent(WorldError):
    """The network surely did not take it.

    Attributes:
        said: its words, plain and short; never a token, header or query.
        again_at: from when it is no use to wait any longer, None where waiting is no use.
    """

    sentence = "{host} did not take this ({said})."
    remedy = "Nothing was published. Mend it and send it again, or send it by hand."

    def __init__(
        self, *, host: str, reason: Unsent, said: str, again_at: datetime | None = None
    ) -> None:
        super().__init__(host=host, said=said)
        self.reason, self.said, self.again_at = reason, said, again_at


class PerhapsSent(WorldError):
    """Bytes left, and no answer says what became of them."""

    sentence = "Nobody knows whether {host} took this ({said})."
    remedy = "It is not sent again. The profile’s own posts are read to see whether it is there."

    def __init__(self, *, host: str, said: str) -> None:
        super().__init__(host=host, said=said)
        self.said = said


class Writer(Protocol):
    """One network, written to on behalf of one profile. Used by one thread at a time."""

    @property
    def ways(self) -> Mapping[Act, WayOut]:
        """What it can do."""

    def new_key(self) -> str:
        """Returns a key no attempt has had, "" where the network knows none."""

    def send(self, outgoing: Outgoing, ready: Callable[[], None]) -> SentAs:
        """Does it, once.

        Args:
            ready: called right before the one request that publishes, after every upload; what it
                raises passes through, and nothing has been published then.

        Raises:
            NotSent, PerhapsSent: nothing else comes from outside.
        """

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        """Reads the profile's own posts back to before `outgoing.since`. Raises `ReadError`."""

    def is_gone(self, remote_id: str) -> bool:
        """Returns whether nobody finds a post of ours any more. Raises `ReadError`."""

    def close(self) -> None:
        """Lets go of connections; an attempt under way ends with `PerhapsSent` or `NotSent`."""
