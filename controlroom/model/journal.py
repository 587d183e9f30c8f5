"""The record of decisions: one entry, how it is encoded, and how entries are chained.

To the byte, so that anybody can check it with other tools:

* A **body** is JSON after RFC 8785, narrowed: an object; keys are ASCII and sorted; no white space;
  UTF-8; of the characters only `"`, `\\` and those below U+0020 are escaped (`\\b \\t \\n \\f \\r`,
  the others as `\\u00xx` in lower case); numbers are whole and within ±(2^53 - 1). `"v"` is the
  version of its kind, `"salt"` 32 random hexadecimal digits, so that nobody can guess an erased
  body from its hash. What is kept, exported and hashed is this text.
* `body_hash` is the SHA-256 of the body.
* `hash` is the SHA-256 of these eight lines in UTF-8, each ended by a line feed, the hashes in
  lower-case hexadecimal: `controlroom journal 1`, seq, at, actor, kind, subject, body_hash,
  prev_hash.
* `at` reads `2026-11-22T11:50:49.123456Z`: UTC, always with six digits of a second.
* `seq` counts from 1 without a gap; `prev_hash` is the `hash` of the entry before, and 32 zero
  bytes in the first.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from controlroom.model.errors import OurError

FORMAT = "controlroom journal 1"
NO_HASH = bytes(32)
MOST_BODY = 65_536
MOST_SUBJECT = 400
_BIGGEST = 2**53 - 1
_KIND = re.compile(r"[a-z][a-z_]*(\.[a-z][a-z_]*)+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Unencodable(OurError):
    """A body, kind or subject that the journal cannot hold."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a journal ends; `seq` 0 and `NO_HASH` while it is empty."""

    seq: int = 0
    hash: bytes = NO_HASH


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record.

    Attributes:
        seq: its place, from 1 without a gap.
        at: when, by the clock of the database.
        actor: force number of the officer, or "login:" and the name of another login.
        kind: what happened, in the past tense ("officer.added").
        subject: what it happened to ("officer/4711"); a conflict is two entries about one subject.
        body: the rest, as canonical JSON; None once it was erased under a retention rule.
    """

    seq: int
    at: datetime
    actor: str
    kind: str
    subject: str
    body: str | None
    body_hash: bytes
    prev_hash: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants to append. Handing in the same one twice appends it once."""

    kind: str
    subject: str
    body: str

    @property
    def body_hash(self) -> bytes:
        """The hash its entry will have."""
        return hash_of_body(self.body)


def propose(kind: str, subject: str, body: Mapping[str, object], *, version: int = 1) -> Proposal:
    """Returns a proposal with a new salt. Raises `Unencodable`."""
    text = canonical({**body, "v": version, "salt": secrets.token_hex(16)})
    if len(text.encode()) > MOST_BODY:
        raise Unencodable(f"{kind}: a body of more than {MOST_BODY} bytes")
    if not _KIND.fullmatch(kind) or len(kind) > MOST_SUBJECT:
        raise Unencodable(f"{kind!r} is no kind")
    if not is_name(subject):
        raise Unencodable(f"{subject!r} is no subject")
    return Proposal(kind, subject, text)


def is_name(text: str) -> bool:
    """Returns whether a text can be an actor or a subject: some characters, none of control."""
    return 0 < len(text) <= MOST_SUBJECT and not _CONTROL.search(text)


def canonical(body: Mapping[str, object]) -> str:
    """Returns a body as canonical JSON. Raises `Unencodable` for what JSON or we do not hold."""
    _refuse_unfit(body)
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Unencodable("half a character in a body") from error
    return text


def hash_of_body(body: str) -> bytes:
    """Returns the SHA-256 of a body."""
    return sha256(body.encode()).digest()


def hash_of_entry(
    seq: int, at: str, actor: str, kind: str, subject: str, body_hash: bytes, prev_hash: bytes
) -> bytes:
    """Returns the hash that chains an entry to the one before; `at` as `stamp` writes it."""
    lines = (
        f"{FORMAT}\n{seq}\n{at}\n{actor}\n{kind}\n{subject}\n{body_hash.hex()}\n{prev_hash.hex()}\n"
    )
    return sha256(lines.encode()).digest()


def stamp(at: datetime) -> str:
    """Returns a moment as it is hashed; `at` has to be aware."""
    if at.tzinfo is not UTC:
        at = at.astimezone(UTC)
    return at.isoformat(timespec="microseconds")[:26] + "Z"


def moment(text: str) -> datetime:
    """Returns the moment of a stamp. Raises `ValueError` if `stamp` would write it otherwise."""
    at = datetime.fromisoformat(text)
    if stamp(at) != text:
        raise ValueError(text)
    return at


def chained(proposal: Proposal, head: Head, at: datetime, actor: str) -> Entry:
    """Returns the entry that a proposal becomes behind `head`."""
    seq, body_hash = head.seq + 1, proposal.body_hash
    about = (actor, proposal.kind, proposal.subject)
    digest = hash_of_entry(seq, stamp(at), *about, body_hash, head.hash)
    return Entry(seq, at, *about, proposal.body, body_hash, head.hash, digest)


def is_chained(head: Head, entry: Entry) -> bool:
    """Returns whether an entry follows from the one `head` names, and its body from its hash."""
    about = (entry.actor, entry.kind, entry.subject)
    digest = hash_of_entry(head.seq + 1, stamp(entry.at), *about, entry.body_hash, head.hash)
    is_whole = entry.body is None or hash_of_body(entry.body) == entry.body_hash
    return entry.seq == head.seq + 1 and digest == entry.hash and is_whole


def _refuse_unfit(value: object) -> None:
    match value:
        case None | bool() | str():
            return
        case int():
            if abs(value) > _BIGGEST:
                raise Unencodable(f"{value} is beyond what JSON keeps")
        case list() | tuple():
            for one in value:
                _refuse_unfit(one)
        case Mapping():
            for key, one in value.items():
                if not isinstance(key, str) or not key.isascii():
                    raise Unencodable(f"{key!r} cannot be a key")
                _refuse_unfit(one)
        case _:
            raise Unencodable(f"{type(value).__name__} cannot stand in a body")
