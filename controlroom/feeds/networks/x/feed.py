"""Reading X: home, mentions, a profile's posts, searches, hashtags, lists, conversations, messages.

Searches and hashtags are pushed too, through the one filtered stream of the force's application;
polling then fills what a broken connection missed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from controlroom.feeds.base import Capabilities, Heard, Looked, Page, Per, Reading, Seat
from controlroom.feeds.networks.x.client import Client
from controlroom.feeds.networks.x.envelope import (
    gone_among,
    open_envelope,
    refusal_of,
    taken_apart,
)
from controlroom.feeds.networks.x.errors import QuestionRefused
from controlroom.feeds.networks.x.messages import message_of
from controlroom.feeds.networks.x.paging import Way, mark, reached
from controlroom.feeds.networks.x.parse import post_of
from controlroom.feeds.networks.x.push import Push
from controlroom.feeds.networks.x.reading import Parse, read, versions
from controlroom.feeds.networks.x.words import carried, words_of
from controlroom.feeds.wire import Answer
from controlroom.model.errors import OurError
from controlroom.model.stream import Source, SourceKind

PAGE = 100
_SEARCH = Way(token="next_token")
_WAYS: Mapping[SourceKind, Way] = {
    SourceKind.HOME: Way(),
    SourceKind.MENTIONS: Way(),
    SourceKind.POSTS: Way(),
    SourceKind.SEARCH: _SEARCH,
    SourceKind.HASHTAG: _SEARCH,
    SourceKind.CONVERSATION: _SEARCH,
    SourceKind.LIST: Way(by_id=False),
    SourceKind.MESSAGES: Way(by_id=False),
}
_TOO_OLD = frozenset(("until_id", "next_token", "pagination_token"))


def _reading(allowance: str, *, least_s: int = 60, pushed: bool = False) -> Reading:
    return Reading(
        PAGE,
        whole=False,
        pushed=pushed,
        least_pause=timedelta(seconds=least_s),
        draws=MappingProxyType({allowance: 1}),
    )


CAPABILITIES = Capabilities(
    network="x",
    name="X",
    reads=MappingProxyType(
        {
            SourceKind.MENTIONS: _reading("mentions", least_s=30),
            SourceKind.MESSAGES: _reading("messages"),
            SourceKind.HOME: _reading("home"),
            SourceKind.POSTS: _reading("posts"),
            SourceKind.SEARCH: _reading("search", least_s=30, pushed=True),
            SourceKind.HASHTAG: _reading("search", least_s=30, pushed=True),
            SourceKind.LIST: _reading("list"),
            SourceKind.CONVERSATION: _reading("search"),
        }
    ),
    edits=True,
    deletions=True,
    looks_again=100,
    look_draws=MappingProxyType({"lookup": 1}),
    pushes_per=Per.APP,
)


def make_feed(seat: Seat) -> "XFeed":
    """Returns a feed for the profile in `seat`."""
    return XFeed(seat)


class XFeed:
    """One profile's view of X."""

    capabilities = CAPABILITIES

    def __init__(self, seat: Seat) -> None:
        if seat.profile is None:
            raise OurError("X is read through a profile")
        self._client = Client(seat)
        self._push = Push(seat)

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        way = _WAYS.get(source.kind)
        if way is None:
            raise OurError(f"X has no {source.kind}")
        asked = way.asked(older, known)
        answer = self._within_reach(source, asked)
        if answer is None:
            return Page(())
        envelope = open_envelope(answer.body, self._client.host)
        ids, posts, set_aside = read(envelope, _parser(source))
        further = way.older(envelope.meta, older)
        return Page(
            posts=tuple(posts),
            older=further,
            mark="" if older else mark(ids, known),
            reached_known=reached(ids, known, asked, further),
            set_aside=tuple(set_aside),
            budgets=answer.budgets,
        )

    def look(self, remote_ids: Sequence[str]) -> Looked:
        """Looks posts up; messages are none. An edited post is asked for twice, since X knows each
        version by an id of its own.

        Raises `ReadError`.
        """
        if not remote_ids:
            return Looked()
        answer = self._client.by_id(remote_ids)
        envelope = taken_apart(answer.body, self._client.host)
        gone = gone_among(remote_ids, envelope.problems)
        if envelope.hollow and not gone:
            raise refusal_of(envelope.problems, self._client.host)
        posts, later = versions(envelope)
        budgets = answer.budgets
        if later:
            again = self._client.by_id(later)
            newest, _ = versions(taken_apart(again.body, self._client.host))
            posts, budgets = posts | newest, again.budgets or budgets
        return Looked(tuple(posts.values()), gone, budgets)

    def channels(self, sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
        """Returns the one channel there is, with what it can carry; the rest is only polled."""
        fitting = carried(sources)
        return (fitting,) if fitting else ()

    def listen(
        self, sources: Sequence[Source], hear: Callable[[Heard], None], ready: Callable[[], None]
    ) -> None:
        self._push.listen(sources, hear, ready)

    def close(self) -> None:
        self._client.close()
        self._push.close()

    def _within_reach(self, source: Source, asked: dict[str, object]) -> Answer | None:
        """Asks; None if what is asked for lies further back than X goes."""
        try:
            return self._ask(source, asked)
        except QuestionRefused as error:
            if error.parameters & _TOO_OLD & set(asked):
                return None
            if not error.parameters & {"since_id"} & set(asked):
                raise
        # The last known post is older than X searches: then all that it has is new.
        del asked["since_id"]
        return self._within_reach(source, asked)

    def _ask(self, source: Source, asked: Mapping[str, Any]) -> Answer:
        match source.kind:
            case SourceKind.HOME:
                return self._client.home(**asked)
            case SourceKind.MENTIONS:
                return self._client.mentions(**asked)
            case SourceKind.POSTS:
                return self._client.posts_by(source.term, **asked)
            case SourceKind.LIST:
                return self._client.in_list(source.term, **asked)
            case SourceKind.MESSAGES:
                return self._client.messages(**asked)
        return self._client.found(words_of(source), **asked)


def _parser(source: Source) -> Parse:
    return message_of if source.kind is SourceKind.MESSAGES else post_of
