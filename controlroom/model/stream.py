"""A stream: a saved question about posts."""

from enum import StrEnum

from controlroom.model.frozen import dataclass


class SourceKind(StrEnum):
    """What of a network a stream reads."""

    HOME = "home"
    MENTIONS = "mentions"
    POSTS = "posts"
    COMMENTS = "comments"
    MESSAGES = "messages"
    SEARCH = "search"
    HASHTAG = "hashtag"
    LIST = "list"
    CONVERSATION = "conversation"
    FEED = "feed"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing read from one network through one profile.

    Attributes:
        profile: id of the profile whose sign-in is used, 0 where none is needed.
        term: search words, hashtag without sign, list id or feed address; "" where not needed.
    """

    network: str
    kind: SourceKind
    profile: int = 0
    term: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """One kind of source through many profiles: all that are there now, and all that come.

    Attributes:
        group: id of a group, groups below it included; 0 for every profile.
        network: key of a network, "" for every one that has the kind.
        term: as in `Source`.
    """

    kind: SourceKind
    group: int = 0
    network: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True)
class Stream:
    """Sources plus a query over what they bring; a stream without sources asks the whole cache.

    Attributes:
        query: in the query language, "" for everything.
        urgent: read before the others.
        reaches: what keeps `sources` in step with the profiles; sources outside any reach stay.
        purpose: the policing purpose somebody stated, "" where none was asked for.
    """

    id: int
    name: str
    sources: tuple[Source, ...] = ()
    query: str = ""
    urgent: bool = False
    reaches: tuple[Reach, ...] = ()
    purpose: str = ""
