"""What a sender needs of others: the record, the networks, the files, a clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import BinaryIO, Protocol

from controlroom.feeds.base import Budget
from controlroom.feeds.writing import WayOut, Writer
from controlroom.model.errors import WorldError
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_outgoing import DeliveryClaimed
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey
from controlroom.outbound.sending.jobs import Job


class ClaimRefused(WorldError):
    sentence = "The record does not let this delivery leave ({reason})."
    remedy = "It is looked at again in a moment."


class Record(Protocol):
    """The record as a sender sees it. Safe in several threads; every method may raise `WorldError`.

    Everything but `wait` answers as of the last `catch_up`, `claim` or `stopped`.
    """

    @property
    def seq(self) -> int:
        """Where it stands."""

    def now(self) -> datetime:
        """Returns the time by the record's clock."""

    def stamped(self) -> datetime:
        """Returns when the last entry was made."""

    def catch_up(self) -> None:
        """Takes in everything there is."""

    def wait(self, after: int, timeout_s: float) -> int:
        """Waits until there is an entry behind `after`, at most so long; returns the last entry."""

    def due(
        self, at: datetime, free: Callable[[str], bool], may: Callable[[Delivery], bool]
    ) -> Sequence[Delivery]:
        """Returns what is to leave next at a moment on each profile, soonest first.

        Args:
            free: says of a profile whether anything can be begun there.
            may: says of what is due whether it may leave; what may not is passed over.
        """

    def next_due(self, at: datetime) -> datetime | None:
        """Returns when something falls due next, None if nothing does."""

    def unresolved(self) -> Sequence[Delivery]:
        """Returns what is being sent and what is unknown."""

    def to_see_gone(self) -> Sequence[Delivery]:
        """Returns withdrawals that were sent and whose effect nobody has seen."""

    def job(self, key: DeliveryKey) -> Job | None:
        """Returns a delivery with what it needs; None if there is none."""

    def is_bound(self, profile: str, remote_id: str) -> bool:
        """Returns whether a post on a profile is known to be a delivery's."""

    def claim(self, claim: DeliveryClaimed) -> int:
        """Claims a delivery; returns the entry, 0 if somebody was first.

        Raises `ClaimRefused`: it stands in the record without effect.
        """

    def stopped(self, key: DeliveryKey, claim: int) -> str:
        """Catches up; returns why a claim no longer holds, "" while it does."""

    def tell(self, decision: Decision) -> None:
        """Records what became of a delivery, for certain: now, or as soon as it can be.

        It never raises `WorldError` and never asks a network anything.
        """


class Networks(Protocol):
    """The networks as a sender sees them. Safe in several threads."""

    def ways(self, network: str) -> Mapping[Act, WayOut]:
        """Returns what can be done on a network, nothing where it cannot be said."""

    def writer(self, profile: str) -> Writer:
        """Returns what writes for a profile, used by one thread at a time.

        Raises `ControlRoomError`.
        """

    def sign_in(self, profile: str) -> object:
        """Returns what changes when a profile signs in anew."""

    def pay(self, profile: str, way: WayOut, now: datetime) -> datetime:
        """Pays for an act that is about to be done; `answered` has to follow.

        Returns `now` if it may be done, otherwise from when on; nothing was paid then.
        """

    def answered(self, profile: str, way: WayOut, budgets: Iterable[Budget], now: datetime) -> None:
        """Takes in that an act is over, and what the network says is left."""

    def close(self) -> None:
        """Hangs up everywhere; nothing is sent any more."""


class Files(Protocol):
    """What leaves with a text: `store.shelf` is one."""

    def has(self, sha256: str) -> bool:
        """Returns whether a file is here whole."""

    def open(self, sha256: str) -> BinaryIO:
        """Opens a file for reading. Raises `WorldError`."""


Checks = Callable[[Job], str]
"""Returns the rule that blocks a job, "" if none does."""
Running = Callable[[], float]
"""Seconds of a clock that nobody sets and that goes on while the computer sleeps."""
