"""The protocol every network is read through.

What a network can do is data (`Capabilities`); what it says comes as pages of posts, newest first.
A feed remembers nothing between reads: the cursor and the mark it hands out are all it gets back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from controlroom.model.credential import Credential
from controlroom.model.post import Post
from controlroom.model.profile import Profile
from controlroom.model.server import Server
from controlroom.model.stream import Source, SourceKind


class Per(StrEnum):
    """Who shares an allowance."""

    PROFILE = "profile"
    APP = "app"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Reading:
    """How one kind of source is read.

    Attributes:
        page_size: posts asked for at once.
        whole: older pages reach back to the very first post; otherwise only a stretch is given.
        pushed: the network sends by itself, and polling only fills what was missed.
        least_pause, longest_pause: between two polls.
        draws: what one page costs, by the name of the allowance in the network's rules.
        by_profile: a profile of the network has to sign in for it.
        upward: pages can also be asked for from a known post towards the newest (`Climbs`).
    """

    page_size: int
    whole: bool = True
    pushed: bool = False
    least_pause: timedelta = timedelta(seconds=30)
    longest_pause: timedelta = timedelta(minutes=15)
    draws: Mapping[str, int] = field(default_factory=dict)
    by_profile: bool = True
    upward: bool = False


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a network offers to a reader.

    Attributes:
        network: its key, as in `Post.network`.
        name: as people write it.
        reads: the kinds of source, and how each is read.
        many_hosts: a profile has a server of its own.
        usual_host: the server of profiles that name no other, "" where none may be named.
        signs_in: a token is needed.
        edits, deletions: whether the network shows them.
        looks_again: how many posts can be looked up at once by id, 0 for none.
        look_draws: what such a look costs, as `Reading.draws`.
        server_draws: what it costs to ask a server what it takes (`TellsOfServer`); nothing where
            none is asked.
        pushes_per: whose sources are parted into channels together; what is pushed to a profile
            alone cannot share a connection with another one's.
    """

    network: str
    name: str
    reads: Mapping[SourceKind, Reading]
    many_hosts: bool = False
    usual_host: str = ""
    signs_in: bool = True
    edits: bool = False
    deletions: bool = False
    looks_again: int = 0
    look_draws: Mapping[str, int] = field(default_factory=dict)
    server_draws: Mapping[str, int] = field(default_factory=dict)
    pushes_per: Per = Per.PROFILE


@dataclass(frozen=True, slots=True)
class Budget:
    """How many reads are left until `resets_at`, as the network's own headers say.

    Attributes:
        name: of the allowance in the network's rules; "reads" where there is only one.
        per: who shares it.
    """

    limit: int
    remaining: int
    resets_at: datetime
    name: str = "reads"
    per: Per = Per.PROFILE


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
        budgets: what the network told of its allowances.
        gone: remote ids of posts that were deleted, where a page tells that too (live chats).
        back_to: everything younger has come with the pages so far, where several lists are read as
            one and their oldest post does not say so; None where it does.
    """

    posts: tuple[Post, ...]
    older: str = ""
    mark: str = ""
    reached_known: bool = False
    set_aside: tuple[SetAside, ...] = ()
    budgets: tuple[Budget, ...] = ()
    gone: tuple[str, ...] = ()
    back_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What a second look at posts found.

    Attributes:
        posts: as they stand now.
        gone: remote ids the network no longer knows; only what it clearly says.
    """

    posts: tuple[Post, ...] = ()
    gone: tuple[str, ...] = ()
    budgets: tuple[Budget, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """Something a network sent by itself.

    Attributes:
        sources: for which of the sources listened to.
        gone: remote ids of posts that were deleted.
    """

    sources: tuple[Source, ...]
    posts: tuple[Post, ...] = ()
    gone: tuple[str, ...] = ()


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


class Climbs(Feed, Protocol):
    """A feed of a network that reads some of its kinds of source `upward`."""

    def page_above(self, source: Source, known: str) -> Page:
        """Reads the posts right above a mark; without posts there are none.

        Args:
            known: as for `page`; the `mark` of what comes back stands for its newest post.

        Raises:
            ReadError: as `page`.
        """


class LooksAgain(Feed, Protocol):
    """A feed of a network whose capabilities say that it `looks_again`."""

    def look(self, remote_ids: Sequence[str]) -> Looked:
        """Looks posts up, at most `looks_again` of them. Raises `ReadError`."""


class TellsOfServer(Feed, Protocol):
    """A feed of a network whose capabilities have `server_draws`."""

    def server(self) -> Server:
        """Asks the profile's server what it takes. Raises `ReadError`."""


class Listens(Feed, Protocol):
    """A feed of a network that pushes some of its kinds of source."""

    def channels(self, sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
        """Parts sources into those that one connection can carry."""

    def listen(
        self, sources: Sequence[Source], hear: Callable[[Heard], None], ready: Callable[[], None]
    ) -> None:
        """Stays connected and passes on what comes, on the calling thread, until it breaks.

        A feed that listens does nothing else: reading beside it is another feed's work. What came
        before the connection stood, or while it was broken, is not passed on.

        Args:
            sources: one of `channels`.
            ready: called once the network has accepted.

        Raises:
            ReadError: why it broke; `HungUp` after `close`. It never returns by itself.
        """


class SignIn(Protocol):
    """The sign-in of one profile, as it stands now. Safe in several threads."""

    def credential(self) -> Credential:
        """Returns the latest credential; an empty one if there is none."""

    def renewed(self, credential: Credential) -> None:
        """Takes a new one over and sees to it that the keychain gets it."""


def _nobody(_: int) -> Profile | None:
    return None


@dataclass(frozen=True, slots=True)
class Seat:
    """What a feed is made with.

    Attributes:
        profile: on whose behalf it reads, None where nobody signs in.
        now: the clock; replaced where time is simulated.
        server: from a host to the address it is reached at ("api.x.example" to
            "https://api.x.example"); an exercise leads to simulated networks instead.
        others: looks other profiles of the network up by our id, for a connection that carries
            the sources of several; None where it is not known.
    """

    profile: Profile | None
    sign_in: SignIn
    now: Callable[[], datetime]
    server: Callable[[str], str]
    others: Callable[[int], Profile | None] = _nobody
