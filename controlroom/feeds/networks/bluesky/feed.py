"""Reading Bluesky: timeline, mentions, posts, search, lists, feeds, threads, direct messages.

PyPI's `atproto` is not used to read: importing it costs 1.0 s and 60 MB (measured), it parses what
came before anybody could bound it, and the network's bytes, kept as evidence, are gone by then. It
is the second client and the oracle of the tests.

A list of people is a source of the kind LIST, a feed somebody else computes one of the kind FEED;
both terms are the network's addresses ("at://…"). What the stream of all posts does not tell (who
somebody is, what hangs on a post) is looked up before a post is passed on, so that it is the same
whichever way it came.

What everybody may read is read without a sign-in too, where no profile is given.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from types import MappingProxyType

from controlroom.feeds.base import Capabilities, Heard, Looked, Page, Per, Reading, Seat
from controlroom.feeds.networks.bluesky import dialogues, firehose
from controlroom.feeds.networks.bluesky.client import HOST, Calls
from controlroom.feeds.networks.bluesky.jetstream import can_be_decided, wish_for
from controlroom.feeds.networks.bluesky.listener import Listener
from controlroom.feeds.networks.bluesky.lookup import AT_ONCE, Lookup
from controlroom.feeds.networks.bluesky.parse import CALLED_FOR, called_by
from controlroom.feeds.networks.bluesky.passing import Passing
from controlroom.feeds.networks.bluesky.reads import (
    listing_of,
    page_of,
    question_for,
    read,
    set_aside,
)
from controlroom.model.errors import OurError
from controlroom.model.stream import Source, SourceKind

PAGE = 50
_PROFILES_AT_ONCE = 16

_ONE = MappingProxyType({"reads": 1})
_TWO = MappingProxyType({"reads": 2})
_SOME = MappingProxyType({"reads": 3})
CAPABILITIES = Capabilities(
    network="bluesky",
    name="Bluesky",
    usual_host=HOST,
    reads=MappingProxyType(
        {
            SourceKind.MENTIONS: Reading(
                AT_ONCE, pushed=True, least_pause=timedelta(seconds=20), draws=_TWO
            ),
            SourceKind.MESSAGES: Reading(PAGE, draws=_SOME),
            SourceKind.HOME: Reading(PAGE, whole=False, draws=_ONE),
            SourceKind.POSTS: Reading(PAGE, pushed=True, draws=_ONE, by_profile=False),
            SourceKind.SEARCH: Reading(PAGE, whole=False, pushed=True, draws=_ONE),
            SourceKind.HASHTAG: Reading(PAGE, whole=False, pushed=True, draws=_ONE),
            SourceKind.LIST: Reading(PAGE, whole=False, draws=_ONE, by_profile=False),
            SourceKind.FEED: Reading(PAGE, whole=False, draws=_ONE, by_profile=False),
            SourceKind.CONVERSATION: Reading(PAGE, draws=_TWO, by_profile=False),
        }
    ),
    deletions=True,
    looks_again=AT_ONCE,
    look_draws=_ONE,
    pushes_per=Per.APP,
)
_FOR_EVERYBODY = frozenset(
    kind for kind, reading in CAPABILITIES.reads.items() if not reading.by_profile
)


def make_feed(seat: Seat) -> "BlueskyFeed":
    """Returns a feed for the profile in `seat`."""
    return BlueskyFeed(seat)


class BlueskyFeed:
    """One profile's view of the network, or everybody's."""

    capabilities = CAPABILITIES

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._own = seat.profile.remote_id if seat.profile else ""
        self._calls = Calls(seat)
        self._lookup = Lookup(self._calls, firehose.PEOPLE)
        self._listener: Listener | None = None
        self._closed = False

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        if self._seat.profile is None and source.kind not in _FOR_EVERYBODY:
            raise OurError(f"{source.kind} of Bluesky is read through a profile")
        match source.kind:
            case SourceKind.MESSAGES:
                return dialogues.page(self._calls, older, known)
            case SourceKind.CONVERSATION:
                return self._lookup.conversation(source.term, known)
            case SourceKind.MENTIONS:
                return self._mentions(older, known)
        return self._plain(source, older, known)

    def look(self, remote_ids: Sequence[str]) -> Looked:
        return self._lookup.again(remote_ids)

    def channels(self, sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
        """Parts them by profile, so many together that one bad sign-in does not silence all."""
        by_profile: dict[int, list[Source]] = {}
        for source in sources:
            if can_be_decided(source):
                by_profile.setdefault(source.profile, []).append(source)
        known = [part for profile, part in by_profile.items() if self._id_of(profile)]
        alone = [tuple(part) for profile, part in by_profile.items() if not self._id_of(profile)]
        starts = range(0, len(known), _PROFILES_AT_ONCE)
        together = [known[at : at + _PROFILES_AT_ONCE] for at in starts]
        return (*(tuple(chain.from_iterable(parts)) for parts in together), *alone)

    def listen(
        self, sources: Sequence[Source], hear: Callable[[Heard], None], ready: Callable[[], None]
    ) -> None:
        wish = wish_for(sources, self._id_of, self._lookup.id_of)
        self._listener = listener = Listener(wish, HOST)
        if self._closed:
            listener.leave()
        with firehose.joined(listener, self._seat.server, self._seat.now):
            listener.wait()
            ready()
            passing = Passing(listener, self._lookup, firehose.PEOPLE, hear)
            while True:
                passing.some()

    def close(self) -> None:
        self._closed = True
        self._calls.close()
        if self._listener is not None:
            self._listener.leave()

    def _id_of(self, profile: int) -> str:
        """Returns a profile's id on the network, "" where it is not known here."""
        if self._seat.profile is not None and profile == self._seat.profile.id:
            return self._own
        other = self._seat.others(profile)
        return other.remote_id if other else ""

    def _plain(self, source: Source, older: str, known: str) -> Page:
        question = question_for(source, self._own)
        query = {**question.query, "limit": str(PAGE), **({"cursor": older} if older else {})}
        answer = self._calls.get(question.name, query)
        listing = listing_of(answer.body, question.holds, self._calls.host)
        taken = read(listing.items, question.parse)
        page = page_of(taken, taken.ids, older, known, listing.cursor)
        return replace(page, budgets=answer.budgets)

    def _mentions(self, older: str, known: str) -> Page:
        """Notifications tell only which posts; the posts are asked for in a second call."""
        query = {"limit": str(AT_ONCE), "reasons": CALLED_FOR}
        answer = self._calls.get(
            "app.bsky.notification.listNotifications",
            query | ({"cursor": older} if older else {}),
        )
        listing = listing_of(answer.body, "notifications", self._calls.host)
        causes, aside = [], []
        for raw in listing.items:
            try:
                causes.append(called_by(raw))
            except (ValueError, RecursionError) as error:
                aside.append(set_aside(error, raw))
        taken, budgets = self._lookup.posts([uri for uri, called in causes if called])
        taken = replace(taken, set_aside=(*aside, *taken.set_aside))
        page = page_of(taken, [uri for uri, _ in causes], older, known, listing.cursor)
        return replace(page, budgets=budgets or answer.budgets)
