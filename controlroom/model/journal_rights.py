"""What an officer may do on a profile, and why: questions and answers as others see them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Right(StrEnum):
    """What a role may allow, on one profile, a group or the whole force."""

    READ = "read"
    READ_MESSAGES = "read_messages"
    DRAFT = "draft"
    REPLY = "reply"
    PUBLISH = "publish"
    APPROVE = "approve"
    HOLD = "hold"
    RELEASE = "release"
    MODERATE = "moderate"
    MANAGE = "manage"
    EXPORT = "export"
    CASES = "cases"
    """The names and orders that must not be published: to read and keep them."""


STOPPED_BY_LOCK = frozenset(
    {Right.DRAFT, Right.REPLY, Right.PUBLISH, Right.APPROVE, Right.MODERATE}
)
"""What nobody may do through a profile that is locked."""


class Denial(StrEnum):
    """Why somebody may not."""

    UNKNOWN = "unknown"
    LEFT = "left"
    LOCKED = "locked"
    NO_ROLE = "no_role"


@dataclass(frozen=True, slots=True)
class Granted:
    """A role that allows it.

    Attributes:
        scope: "force", "group/…" or "profile/…", at or above what was asked for.
        seq: the entry that granted the role.
    """

    role: str
    scope: str
    seq: int


@dataclass(frozen=True, slots=True)
class Covered:
    """Another officer's role, lent until a moment; `seq` is the entry that gave the cover."""

    officer: str
    until: datetime
    seq: int
    granted: Granted


@dataclass(frozen=True, slots=True)
class Denied:
    """Why not; `seq` is the entry that stops it, 0 where there is none."""

    denial: Denial
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether an officer may do something, and everything that speaks for or against it."""

    officer: str
    right: Right
    scope: str
    allowed: bool
    because: tuple[Granted | Covered | Denied, ...]


class Refusal(StrEnum):
    """Why an entry of the record is without effect."""

    NOT_FOUNDED = "not_founded"
    FOUNDED_BEFORE = "founded_before"
    NOT_AN_OFFICER = "not_an_officer"
    NO_RIGHT = "no_right"
    OWN_RIGHTS = "own_rights"
    UNKNOWN_OFFICER = "unknown_officer"
    UNKNOWN_ROLE = "unknown_role"
    UNKNOWN_SCOPE = "unknown_scope"
    UNKNOWN_RIGHT = "unknown_right"
    THERE_ALREADY = "there_already"
    NOT_THERE = "not_there"
    LAST_MANAGER = "last_manager"
    TOO_MANY = "too_many"
    IN_THE_PAST = "in_the_past"
    CIRCLE = "circle"
    MALFORMED = "malformed"
    OWN_WORK = "own_work"
    SAME_PERSON = "same_person"
    AUTHOR_LEFT = "author_left"
    OTHER_VERSION = "other_version"
    OTHER_STEP = "other_step"
    NOT_OPENED = "not_opened"
    NOT_WAITING = "not_waiting"
    NOT_APPROVED = "not_approved"
    CLAIMED = "claimed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    HELD = "held"
    LOCKED = "locked"
    LIMITED = "limited"
    LATE = "late"
    TOO_EARLY = "too_early"
    NO_SENDER = "no_sender"
    OTHER_SENDER = "other_sender"
    OTHER_KEY = "other_key"
    BOUND = "bound"
    NOT_READ_BACK = "not_read_back"
    NO_INCIDENT = "no_incident"
