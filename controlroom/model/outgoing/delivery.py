"""One draft to one profile: its name in the journal, and where it stands.

    waiting ─ approved ─▶ scheduled ─ claimed ─▶ sending ─▶ sent
       │                   │     │                 ├──────▶ failed    the network surely refused
       │                   held  late              └──────▶ unknown   nobody knows; read back
       └─ withdrawn ◀──────┴─────┘

A withdrawal of what was sent is a delivery of its own, with `Act.DELETE`, of a part "w0", "w1" ….
"""

from datetime import datetime
from enum import StrEnum

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import Act

LATE_AFTER_S = 600
"""Seconds after which nothing leaves any more without a person (architecture, section 5)."""


class DeliveryState(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"
    """For an approval."""
    SCHEDULED = "scheduled"
    HELD = "held"
    LATE = "late"
    """Its time has passed by ten minutes: it waits for a person."""
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"
    """It was withdrawn before anything left."""


ENDED = frozenset({DeliveryState.SENT, DeliveryState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class DeliveryKey:
    """Which delivery: of which draft, which part of it, on which profile.

    Attributes:
        draft: 32 hexadecimal digits.
        part: the number of the piece ("0", "1" …), with "w" before it for its withdrawal.
        profile: the profile's key.
    """

    draft: str
    part: str
    profile: str

    def __str__(self) -> str:
        return f"{self.draft}/{self.part}/{self.profile}"

    @property
    def withdraws(self) -> bool:
        """Whether it takes back what another delivery has sent."""
        return self.part.startswith("w")

    @property
    def piece(self) -> int:
        """Returns the number of its piece."""
        return int(self.part.removeprefix("w"))

    @property
    def network(self) -> str:
        """Returns the key of the network."""
        return self.profile.partition("/")[0]


def delivery_key(text: str) -> DeliveryKey:
    """Returns the key that `str` wrote. Raises `ValueError`."""
    draft, part, profile = text.split("/", 2)
    key = DeliveryKey(draft, part, profile)
    if not part.removeprefix("w").isdecimal() or not draft or not profile:
        raise ValueError(text)
    return key


class Unsent(StrEnum):
    """Why a network surely did not take a delivery."""

    REFUSED = "refused"
    """For what it says; `said` has the network's words."""
    DUPLICATE = "duplicate"
    SIGN_IN = "sign_in"
    """The profile's sign-in has expired."""
    PERMISSION = "permission"
    GONE = "gone"
    """What it is about is not there any more."""
    TOO_MANY = "too_many"
    """An allowance is used up; it goes on by itself where that is soon."""
    UNREACHED = "unreached"
    """No connection came about: not a byte has left."""
    UNABLE = "unable"
    """The network has no such act, or not for this profile."""
    BLOCKED = "blocked"
    """A check blocks it; `said` names the rule."""
    NO_FILE = "no_file"
    """A file of the draft is not on the shelf."""
    STOPPED = "stopped"
    """It was held, edited or withdrawn before its first byte."""
    SLEPT = "slept"
    """The sender had no time to begin before its claim ran out."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where one delivery stands, as the record has it and as of a moment.

    Attributes:
        act: what is done on the network.
        due: when it may leave; None while nothing says.
        since: when it came to stand so.
        attempts: how often it was claimed.
        reason: why it failed, else None.
        said: what the network said, plain and short, "" for nothing.
        remote_id, url: of what was sent.
        read_backs: how many times it was looked for since it is unknown, and not found.
        seen_gone: of a withdrawal: that nobody finds the post any more has been seen.
        by_hand: a person said that it was sent elsewhere.
        seq: the last entry about it.
    """

    key: DeliveryKey
    act: Act
    state: DeliveryState
    due: datetime | None = None
    since: datetime | None = None
    attempts: int = 0
    reason: Unsent | None = None
    said: str = ""
    remote_id: str = ""
    url: str = ""
    read_backs: int = 0
    seen_gone: bool = False
    by_hand: bool = False
    seq: int = 0
