"""The protocol every network is read through.

What a network can do is data (`Capabilities`); what it says comes as pages of posts, newest first.
A feed remembers nothing between reads: the cursor and the mark it hands out are all it gets back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from controlroom.model.post import Post
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind

TokenProvider = Callable[[], str]
"""Returns the token as it stands now, "" for none. Only feeds call it, at each request."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How one kind of source is read.

    Attributes:
        page_size: posts asked for at once.
        whole: older pages reach back to the very first post; otherwise only a stretch is given.
        pushed: the network sends by itself, and polling only fills what was missed.
        least_pause, longest_pause: between two polls.
    """

    page_size: int
    whole: bool = True
    pushed: bool = False
    least_pause: timedelta = timedelta(seconds=30)
    longest_pause: timedelta = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a network offers to a reader.

    Attributes:
        network: its key, as in `Post.network`.
        name: as people write it.
        reads: the kinds of source, and how each is read.
        many_hosts: a profile has a server of its own.
        signs_in: a token is needed.
        edits, deletions: whether the network shows them.
    """

    network: str
    name: str
    reads: Mapping[SourceKind, Reading]
    many_hosts: bool = False
    signs_in: bool = True
    edits: bool = False
    deletions: bool = False


@dataclass(frozen=True, slots=True)
class Budget:
    """How many reads are left until `resets_at`, as the network's own headers say."""

    limit: int
    remaining: int
    resets_at: datetime


@dataclass(frozen=True, slots=True)
class SetAside:
    """An item of a page that could not be read.

    Attributes:
        reason: plain English, for the log.
        raw: the item's beginning, for whoever mends the parser.
    """

    reason: str
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a network.

    Attributes:
        posts: newest first, as far as the network keeps order.
        older: the cursor of the next older page, "" if there is none.
        mark: what to pass as `known` in the next read; only a newest page gives one.
        reached_known: what was known before is on this page, so nothing is missing after it.
        budget: None if the network does not tell.
    """

    posts: tuple[Post, ...]
    older: str = ""
    mark: str = ""
    reached_known: bool = False
    set_aside: tuple[SetAside, ...] = ()
    budget: Budget | None = None


class Feed(Protocol):
    """One network, read on behalf of one profile. Used by one thread at a time."""

    @property
    def capabilities(self) -> Capabilities: ...

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        """Reads one page of `source`.

        Args:
            older: the cursor of an earlier page; "" for the newest.
            known: the mark of an earlier read; "" if there was none.

        Raises:
            ReadError: see `feeds.errors`; nothing else comes from outside.
        """

    def close(self) -> None:
        """Lets go of connections; a read under way ends with `HungUp`."""


@dataclass(frozen=True, slots=True)
class Seat:
    """What a feed is made with.

    Attributes:
        profile: on whose behalf it reads, None where nobody signs in.
        now: the clock; replaced where time is simulated.
    """

    profile: Profile | None
    token: TokenProvider
    now: Callable[[], datetime]
