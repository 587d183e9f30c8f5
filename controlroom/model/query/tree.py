"""The tree a query is parsed to.

Search box, streams, column filters and alerts all speak this language:

    fire M97            both words, in text, author or description
    "engine off"        a phrase            incen*      a beginning
    fire OR smoke       either              -hoax       not
    (fire OR smoke) -hoax
    from:kop_dunmarsh   by this author      profile:WestmarchRoads   through this profile
    network:mastodon    lang:pl             has:media
    is:reply            since:2026-05-14    until:2026-05-14T18:30    since:2h

Trees made by the parser are canonical: `And` and `Or` hold at least two parts and never one of
their own kind, `Not` never holds a `Not`, `Since` and `Until` stand alone or in the outermost
`And`, once each.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from controlroom.model.frozen import dataclass


class Field(StrEnum):
    """What a filter looks at."""

    FROM = "from"
    PROFILE = "profile"
    NETWORK = "network"
    LANG = "lang"
    HAS = "has"
    IS = "is"
    STREAM = "stream"


CLOSED_VALUES: Mapping[Field, tuple[str, ...]] = MappingProxyType(
    {
        Field.HAS: (
            "media",
            "image",
            "video",
            "gif",
            "audio",
            "link",
            "alt",
            "poll",
            "quote",
        ),
        Field.IS: (
            "reply",
            "repost",
            "comment",
            "message",
            "edited",
            "gone",
            "kept",
            "sensitive",
        ),
    }
)
"""The fields which take one of a few words, and those words."""

TIME_FIELDS = ("since", "until")
FIELD_NAMES = (*(field.value for field in Field), *TIME_FIELDS)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, #hashtag or @handle; `prefix` for a beginning written with a star.

    `text` keeps its sign and inner punctuation (`#M97`, `o'brien`, a web address), not its star.
    """

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, side by side."""

    text: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A field with the value it must have.

    Values of `network`, `lang`, `has` and `is` are in lower case, those of `from` and `profile`
    without their @.
    """

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class Since:
    """Posts at or after this moment."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Until:
    """Posts before this moment."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Not:
    """What `part` does not match."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """What every part matches; at least two."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """What any part matches; at least two."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Everything:
    """The empty query."""


Node = Word | Phrase | Filter | Since | Until | Not | And | Or | Everything
