"""Reading direct messages: a list of dialogues, and the latest of each that has news.

Every dialogue tells the revision of its latest event, and revisions count through all dialogues of
an account. What was known is the highest one seen; a dialogue below it has nothing new.
"""

from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from controlroom.feeds.base import Budget, Page, SetAside
from controlroom.feeds.networks.bluesky import shape
from controlroom.feeds.networks.bluesky.client import CHAT, Calls
from controlroom.feeds.networks.bluesky.messages import dialogue_of, message_of, people_of
from controlroom.feeds.networks.bluesky.reads import listing_of, set_aside
from controlroom.model.decoding import decoder
from controlroom.model.post import Author, Post

AT_ONCE = 10
"""Dialogues of one page: each costs a call."""
_MESSAGES = 100


class _Deeper(msgspec.Struct, array_like=True):
    """A dialogue with more messages than were read, and the oldest moment that was."""

    dialogue: str
    cursor: str
    oldest: datetime


class _Place(msgspec.Struct):
    """Where the next page goes on.

    Attributes:
        cursor: in the list of dialogues, "" when that is done.
        oldest: when the last dialogue listed so far had its latest message.
        met: what was known has been met in the list.
    """

    deeper: list[_Deeper] = []
    cursor: str = ""
    oldest: datetime | None = None
    met: bool = False

    @property
    def over(self) -> bool:
        return not (self.deeper or self.cursor)

    @property
    def back_to(self) -> datetime | None:
        """Everything younger has been read: of dialogues begun, and of all those not listed yet."""
        begun = [one.oldest for one in self.deeper]
        listed = [self.oldest] if self.oldest and self.cursor else []
        return max([*begun, *listed], default=None)


@dataclass(slots=True)
class _Take:
    """What one page has come to so far."""

    known: str
    mark: str = ""
    posts: list[Post] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    deeper: list[_Deeper] = field(default_factory=list)
    budgets: tuple[Budget, ...] = ()


_place = decoder(_Place).decode
_people = decoder(list[shape.Author]).decode


def page(calls: Calls, older: str, known: str) -> Page:
    """Returns one page of messages. Raises `ReadError`."""
    take = _Take(known)
    place = _read_on(calls, _where(older), take)
    return Page(
        posts=tuple(sorted(take.posts, key=lambda post: post.created_at, reverse=True)),
        older="" if place.over else msgspec.json.encode(place).decode(),
        mark="" if older else take.mark or known,
        reached_known=place.over and place.met,
        set_aside=tuple(take.aside),
        budgets=take.budgets,
        gone=tuple(take.gone),
        back_to=place.back_to,
    )


def _read_on(calls: Calls, place: _Place, take: _Take) -> _Place:
    """Reads dialogues that were begun to their end first; returns where to go on."""
    if not place.deeper:
        return _list(calls, place.cursor, take)
    for one in place.deeper:
        _read(calls, one.dialogue, {}, one.cursor, take)
    return msgspec.structs.replace(place, deeper=take.deeper)


def _where(older: str) -> _Place:
    try:
        return _place(older) if older else _Place()
    except (ValueError, RecursionError):
        return _Place()


def _list(calls: Calls, cursor: str, take: _Take) -> _Place:
    """Reads a stretch of the list, as far as what was known, and of the dialogues in it."""
    query = {"limit": str(AT_ONCE)} | ({"cursor": cursor} if cursor else {})
    answer = calls.get("chat.bsky.convo.listConvos", query, CHAT)
    listing = listing_of(answer.body, "convos", calls.host)
    take.budgets = answer.budgets or take.budgets
    latest: datetime | None = None
    for dialogue in _dialogues(listing.items, take):
        take.mark = max(take.mark, dialogue.rev)
        if take.known and dialogue.rev and dialogue.rev <= take.known:
            return _Place(take.deeper, met=True)
        before = len(take.posts)
        _read(calls, dialogue.id, people_of(dialogue.members), "", take)
        latest = max((post.created_at for post in take.posts[before:]), default=latest)
    onward = listing.cursor if listing.items and listing.cursor != cursor else ""
    return _Place(take.deeper, onward, latest)


def _dialogues(items: list[bytes], take: _Take) -> list[shape.Dialogue]:
    found = []
    for raw in items:
        try:
            found.append(dialogue_of(raw))
        except (ValueError, RecursionError) as error:
            take.aside.append(set_aside(error, raw))
    return found


def _read(calls: Calls, dialogue: str, people: dict[str, Author], cursor: str, take: _Take) -> None:
    """Reads a stretch of one dialogue, and notes if there is more of it that is new."""
    query = {"convoId": dialogue, "limit": str(_MESSAGES)} | ({"cursor": cursor} if cursor else {})
    answer = calls.get("chat.bsky.convo.getMessages", query, CHAT)
    listing = listing_of(answer.body, "messages", calls.host)
    take.budgets = answer.budgets or take.budgets
    everybody = people | _related(listing.parts.get("relatedProfiles", b"[]"))
    before = len(take.posts)
    revisions = [_take_in(raw, dialogue, everybody, take) for raw in listing.items]
    met = any(revision and revision <= take.known for revision in revisions)
    moments = [post.created_at for post in take.posts[before:]]
    if listing.cursor not in ("", cursor) and not met and moments:
        take.deeper.append(_Deeper(dialogue, listing.cursor, min(moments)))


def _related(raw: bytes) -> dict[str, Author]:
    try:
        return people_of(_people(raw))
    except (ValueError, RecursionError):
        return {}


def _take_in(raw: bytes, dialogue: str, people: dict[str, Author], take: _Take) -> str:
    """Adds a message to what the page has come to; returns its revision."""
    try:
        revision, post, gone = message_of(raw, dialogue, people)
    except (ValueError, RecursionError, OverflowError) as error:
        take.aside.append(set_aside(error, raw))
        return ""
    if post is not None:
        take.posts.append(post)
    if gone:
        take.gone.append(gone)
    return revision
