"""What a draft says, to whom, with what and when: the text whose hash an approval names.

In the journal it is canonical JSON. Everything an approver answers for is in it, the hashes of what
the networks will get among it, so that no edit of any kind leaves the hash as it was.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass
from controlroom.model.journal import canonical, moment, stamp

LONGEST_CONTENT = 60_000
"""Bytes of a draft's content as it stands in the body of an entry, which holds little more."""


class Act(StrEnum):
    """What is done on a network."""

    POST = "post"
    REPLY = "reply"
    """Also a comment, where the network calls it so."""
    MESSAGE = "message"
    REPOST = "repost"
    LIKE = "like"
    EDIT = "edit"
    HIDE = "hide"
    SHOW = "show"
    """What was hidden is shown again."""
    DELETE = "delete"
    REPLY_RULE = "reply_rule"
    """Who may reply to a post of ours is changed."""


class Target(StrEnum):
    """What something is done to."""

    POST = "post"
    COMMENT = "comment"
    MESSAGE = "message"


class Audience(StrEnum):
    """Who may reply."""

    EVERYBODY = "everybody"
    FOLLOWING = "following"
    """Whom the profile follows."""
    MENTIONED = "mentioned"
    NOBODY = "nobody"


class FileKind(StrEnum):
    """What is attached."""

    PHOTO = "photo"
    CLIP = "clip"


class ContentTooLong(WorldError):
    sentence = "This draft is too long to be recorded: {size} of at most {most} bytes."
    remedy = "Shorten its texts, or split it into two drafts."


class ContentUnreadable(WorldError):
    sentence = "A draft in the record cannot be read."
    remedy = "It was written by another version of this program; update this one."


@dataclass(frozen=True, slots=True)
class Rendition:
    """A file as a network gets it.

    Attributes:
        sha256: of its bytes, in hexadecimal; by this the shelf gives them.
        mime: as it is told the network ("image/jpeg").
        size: bytes.
        width, height: pixels.
        duration_ms: 0 for a photo.
    """

    sha256: str
    mime: str
    size: int
    width: int = 0
    height: int = 0
    duration_ms: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or clip with all that was done to it.

    Attributes:
        original: SHA-256 of the file as it came, sealed on the shelf, never sent.
        renditions: what leaves, by network; "" for every network without one of its own.
        alt: the description that people who cannot see it get.
        captions: SHA-256 of a WebVTT file, "" for none.
        sensitive: covered until asked for, where the network knows that.
        done: what was done to it, in the words of the media room ("crop", "blur 2"), for whoever
            approves.
    """

    original: str
    kind: FileKind
    renditions: Mapping[str, Rendition]
    alt: str = ""
    captions: str = ""
    sensitive: bool = False
    done: tuple[str, ...] = ()

    def rendition(self, network: str) -> Rendition | None:
        """Returns what a network gets, None where nothing is made for it."""
        return self.renditions.get(network) or self.renditions.get("")


@dataclass(frozen=True, slots=True)
class Poll:
    """A question with answers to choose from, where the network has that."""

    options: tuple[str, ...]
    minutes: int
    multiple: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What stands below a post for a page of the web, where the network leaves that to us.

    Its words are the author's: nothing is fetched. A photo on the same post is its picture.
    """

    url: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One post of a thread; a draft that is no thread has one.

    Attributes:
        title: where the network has titles, else "".
        files: numbers of the content's attachments, in order.
    """

    text: str
    title: str = ""
    files: tuple[int, ...] = ()
    poll: Poll | None = None
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class About:
    """The post of somebody, or of ours, that something is done to.

    Attributes:
        remote_id: the network's id; of a message the dialogue's.
        root: of the conversation it stands in, "" if it is the root itself.
        author: handle of who wrote it, or who gets the message.
        person: the network's id of that person, where the network asks for it.
        version: what the network needs besides to be certain what is meant (a hash), else "".
        comment: the network's id of what a message answers in private, "" in a dialogue.
        heard: when the person said what a message answers, None where that is not known.
    """

    remote_id: str
    root: str = ""
    author: str = ""
    person: str = ""
    version: str = ""
    comment: str = ""
    heard: datetime | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is decided about a draft.

    Attributes:
        pieces: the shared text; empty for acts without one.
        variants: by network key ("x") or profile key, where a text differs from the shared one.
        targets: profile keys, each once, in the order in which they are sent.
        at: when the first leaves, aware; None for as soon as it is approved.
        spread_min: minutes over which the targets are spread evenly.
        zone: the IANA zone in which `at` was meant, for showing and moving it.
        about: what it is done to; None for a new post.
        language: BCP 47, "" where it does not matter.
        kind: of the route's kinds ("news", "appeal", "suspect image" …).
        incident: the incident's id, "" for none.
        appeal: the appeal's id, "" for none.
        audience: who may reply.
        withdraw_days: after so many days somebody is asked whether to withdraw it, 0 for never.
        title: by which colleagues find the draft.
    """

    act: Act
    targets: tuple[str, ...]
    pieces: tuple[Piece, ...] = ()
    variants: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    files: tuple[Attachment, ...] = ()
    at: datetime | None = None
    spread_min: int = 0
    zone: str = ""
    about: About | None = None
    language: str = ""
    kind: str = ""
    incident: str = ""
    appeal: str = ""
    audience: Audience = Audience.EVERYBODY
    withdraw_days: int = 0
    title: str = ""

    def pieces_for(self, profile: str) -> tuple[Piece, ...]:
        """Returns what a profile says: its own variant, its network's, or the shared text."""
        network = profile.partition("/")[0]
        return self.variants.get(profile) or self.variants.get(network) or self.pieces


def written(content: Content) -> str:
    """Returns a content as it stands in the journal. Raises `ContentTooLong`."""
    text = canonical(_plain(content))
    size = len(canonical({"content": text}).encode())
    if size > LONGEST_CONTENT:
        raise ContentTooLong(size=size, most=LONGEST_CONTENT)
    return text


def read_content(text: str) -> Content:
    """Returns the content `written` wrote. Raises `ContentUnreadable`."""
    # Half of the modules of the desk need the nouns, and none of them this before a draft is read.
    import msgspec

    from controlroom.model.decoding import from_json

    try:
        content = from_json(text, Content)
        if content.at is not None:
            moment(stamp(content.at))
        heard = content.about.heard if content.about is not None else None
        if any(one is not None and one.tzinfo is None for one in (content.at, heard)):
            raise ContentUnreadable
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as error:
        raise ContentUnreadable from error
    return content


def hash_of(text: str) -> str:
    """Returns the SHA-256 of a written content, in hexadecimal: what an approval names."""
    return sha256(text.encode()).hexdigest()


def _plain(content: Content) -> dict[str, Any]:
    import msgspec

    plain: dict[str, Any] = msgspec.to_builtins(content)
    plain["at"] = stamp(content.at) if content.at is not None else None
    if content.about is not None and content.about.heard is not None:
        plain["about"]["heard"] = stamp(content.about.heard)
    return plain
