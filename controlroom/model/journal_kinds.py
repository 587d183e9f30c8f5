"""What can happen, one frozen class each, and the way to an entry and back.

A kind that this version does not know, or knows in another version, is `Unknown`: kept and passed
on, without effect. A body that does not fit its kind is `Malformed`. Both are answers, not errors:
an entry is there whether we understand it or not.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import msgspec

from controlroom.model import journal_incident as journal_incident
from controlroom.model import journal_outgoing as journal_outgoing
from controlroom.model.decoding import decoder, from_plain
from controlroom.model.journal import Entry, Proposal, moment, propose, stamp
from controlroom.model.journal_decision import KINDS as KINDS
from controlroom.model.journal_decision import Decision as Decision
from controlroom.model.journal_decision import kind


@dataclass(frozen=True, slots=True)
class Unknown:
    """An entry of a newer or an older version of this program."""

    kind: str
    version: int


@dataclass(frozen=True, slots=True)
class Malformed:
    """An entry whose body or subject does not fit its kind."""

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Erased:
    """An entry whose body is gone; that it was there, and what it was about, is known."""

    kind: str


_MOMENTS = frozenset({"until", "at", "sent_at", "again_at", "since"})
_BODY = decoder(dict[str, Any])


@kind("journal.founded", "journal", keyed=False, reserved=True)
@dataclass(frozen=True, slots=True)
class JournalFounded(Decision):
    """The first entry: who may do everything that follows.

    Attributes:
        officer: force number of the first officer.
        roles: rights by role, as the force begins with them.
        granted: the roles the first officer has over the whole force.
    """

    officer: str
    name: str
    roles: dict[str, tuple[str, ...]]
    granted: tuple[str, ...]


@kind("role.defined", "role")
@dataclass(frozen=True, slots=True)
class RoleDefined(Decision):
    """What a role may do, from now on, for everybody who has it."""

    role: str
    rights: tuple[str, ...]


@kind("officer.added", "officer")
@dataclass(frozen=True, slots=True)
class OfficerAdded(Decision):
    """A person with a force number came, or came back; without any role."""

    officer: str
    name: str


@kind("officer.changed", "officer")
@dataclass(frozen=True, slots=True)
class OfficerChanged(Decision):
    """A person has another name."""

    officer: str
    name: str


@kind("officer.left", "officer")
@dataclass(frozen=True, slots=True)
class OfficerLeft(Decision):
    """A person left: every role and every cover ends with this entry."""

    officer: str


@kind("role.granted", "officer")
@dataclass(frozen=True, slots=True)
class RoleGranted(Decision):
    """An officer has a role from now on, within a scope: "force", a group or a profile."""

    officer: str
    role: str
    scope: str


@kind("role.revoked", "officer")
@dataclass(frozen=True, slots=True)
class RoleRevoked(Decision):
    """An officer has a role within a scope no longer."""

    officer: str
    role: str
    scope: str


@kind("cover.given", "officer")
@dataclass(frozen=True, slots=True)
class CoverGiven(Decision):
    """Somebody else may do what this officer may, until a moment. Cover is not passed on."""

    officer: str
    to: str
    until: datetime


@kind("cover.ended", "officer")
@dataclass(frozen=True, slots=True)
class CoverEnded(Decision):
    """A cover ended before its time."""

    officer: str
    to: str


@kind("group.placed", "group")
@dataclass(frozen=True, slots=True)
class GroupPlaced(Decision):
    """A group stands in another one; "" for the force itself."""

    group: str
    parent: str = ""


@kind("profile.placed", "profile")
@dataclass(frozen=True, slots=True)
class ProfilePlaced(Decision):
    """A profile stands in a group.

    Attributes:
        group: "" for the force itself.
        most_officers: how many may have a role on this very profile, 0 for any number.
    """

    profile: str
    group: str = ""
    most_officers: int = 0


@kind("profile.locked", "profile")
@dataclass(frozen=True, slots=True)
class ProfileLocked(Decision):
    """Nothing is written through a profile: somebody suspects that it is misused."""

    profile: str
    reason: str = ""


@kind("profile.lock_explained", "profile")
@dataclass(frozen=True, slots=True)
class ProfileLockExplained(Decision):
    """Why a profile was locked: that is told afterwards, because locking takes one press."""

    profile: str
    reason: str


@kind("profile.unlocked", "profile")
@dataclass(frozen=True, slots=True)
class ProfileUnlocked(Decision):
    """A profile may be used again."""

    profile: str
    reason: str = ""


@kind("conversation.assigned", "conversation")
@dataclass(frozen=True, slots=True)
class ConversationAssigned(Decision):
    """Somebody deals with a conversation; "" for nobody any more."""

    conversation: str
    officer: str


@kind("conversation.noted", "note", erasable=True)
@dataclass(frozen=True, slots=True)
class ConversationNoted(Decision):
    """Somebody left a note for colleagues; it is never published.

    Attributes:
        note: as `note_key` makes it: the conversation, and an id of the note's own.
        text: at most `LONGEST_NOTE` characters.
    """

    note: str
    text: str


@kind("note.changed", "note", erasable=True)
@dataclass(frozen=True, slots=True)
class NoteChanged(Decision):
    """Somebody wrote a note anew; what it said before stays in the record."""

    note: str
    text: str


@kind("answer.taken_over", "answer")
@dataclass(frozen=True, slots=True)
class AnswerTakenOver(Decision):
    """Somebody went on with an answer that another officer was writing; not what it said.

    Appended by the database in the step in which it is taken.

    Attributes:
        officer: who was writing it.
        how: a `Taking`.
    """

    conversation: str
    officer: str
    how: str


@kind("board.shared", "board")
@dataclass(frozen=True, slots=True)
class BoardShared(Decision):
    """A board stands on every desk of the team as it is written here, from now on.

    Attributes:
        board: as `is_board_key` has it, chosen by the desk that shared it first.
        content: the board as a file of boards holds it, at most `LONGEST_BOARD` bytes as JSON.
    """

    board: str
    name: str
    content: str


@kind("board.unshared", "board")
@dataclass(frozen=True, slots=True)
class BoardUnshared(Decision):
    """A board is the team's no longer; every desk keeps it as its own."""

    board: str
    name: str


@kind("checkpoint.signed", "checkpoint", keyed=False, reserved=True)
@dataclass(frozen=True, slots=True)
class CheckpointSigned(Decision):
    """A signed root over the first `size` entries; the values as a checkpoint is exported."""

    size: int
    root: str
    at: str
    key: str
    signature: str


@kind("body.erased", "entry", reserved=True)
@dataclass(frozen=True, slots=True)
class BodyErased(Decision):
    """The body of an entry was erased under a retention rule, which is named."""

    entry: str
    rule: str


@kind("record.exported", "export")
@dataclass(frozen=True, slots=True)
class RecordExported(Decision):
    """Somebody took entries of the record out into a file.

    Attributes:
        sha256: of the file, in hexadecimal.
        form: "csv", "json" or "package".
        entries: how many are in it.
        chosen: by what they were chosen; "" for the whole record.
    """

    sha256: str
    form: str
    entries: int
    chosen: str = ""


@kind("station.took_over", "station", keyed=False, reserved=True)
@dataclass(frozen=True, slots=True)
class StationTookOver(Decision):
    """A station is on duty from now on, and any other is not; the actor is its login.

    Attributes:
        computer: the name of the computer it runs on, as that calls itself.
    """

    computer: str


@kind("station.equipped", "station", keyed=False, reserved=True)
@dataclass(frozen=True, slots=True)
class StationEquipped(Decision):
    """What the station on duty has for its checks, told when it lacks something, or does no longer.

    Attributes:
        computer: the name of the computer it runs on, as that calls itself.
        case_key: it has the key by which it finds what stands on the case lists.
        sites: the force's own sites were entered there.
    """

    computer: str
    case_key: bool
    sites: bool


@kind("journal.moved", "journal", keyed=False, reserved=True)
@dataclass(frozen=True, slots=True)
class JournalMoved(Decision):
    """The last entry of a workstation's own file: the journal goes on in a team's database."""

    to: str


Read = Decision | Unknown | Malformed | Erased


def proposal_of(decision: Decision) -> Proposal:
    """Returns a decision as it is appended. Raises `Unencodable`."""
    cls = type(decision)
    values = {field.name: getattr(decision, field.name) for field in fields(decision)}  # type: ignore[arg-type]
    key = f"/{values.pop(cls.named_by)}" if cls.named_by else ""
    body = {name: _plain(value) for name, value in values.items()}
    return propose(cls.kind, cls.about + key, body, version=cls.version)


def _plain(value: object) -> object:
    return stamp(value) if isinstance(value, datetime) else msgspec.to_builtins(value)


def subject_of(decision: Decision) -> str:
    """Returns the subject a decision has in the journal."""
    if not decision.named_by:
        return decision.about
    return f"{decision.about}/{getattr(decision, decision.named_by)}"


def read(entry: Entry) -> Read:
    """Returns what an entry says."""
    if entry.body is None:
        return Erased(entry.kind)
    cls = KINDS.get(entry.kind)
    if cls is None:
        return Unknown(entry.kind, 0)
    try:
        body = _BODY.decode(entry.body)
        if body.get("v") != cls.version:
            return Unknown(entry.kind, _number(body.get("v")))
        return _decision(cls, entry.subject, body)
    except (msgspec.DecodeError, OverflowError, RecursionError, ValueError) as error:
        return Malformed(entry.kind, type(error).__name__)


def _decision(cls: type[Decision], subject: str, body: dict[str, Any]) -> Decision:
    about, _, key = subject.partition("/")
    if about != cls.about or bool(key) != bool(cls.named_by):
        raise ValueError(subject)
    if key:
        body[cls.named_by] = key
    for name in _MOMENTS & body.keys():
        if isinstance(body[name], str):
            moment(body[name])
    return from_plain(body, cls)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
