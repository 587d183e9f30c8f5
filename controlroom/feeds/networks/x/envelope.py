"""An answer of X taken apart: its items, what they refer to, and what it could not give.

Authors, media, polls and other posts come beside the items, once for a whole page. An item is kept
as evidence together with those it refers to, in X's own bytes and in the form of an answer to a
question for this one item.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import msgspec

from controlroom.feeds.errors import (
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
)
from controlroom.feeds.items import items_of, parts_of
from controlroom.feeds.networks.x import shape
from controlroom.model.decoding import decoder

T = TypeVar("T")

GONE = frozenset(("resource-not-found", "not-authorized-for-resource"))
"""Deleted, and suspended or protected: what X clearly says nobody like us may see any more."""

_user = decoder(shape.User).decode
_medium = decoder(shape.Media).decode
_poll = decoder(shape.Poll).decode
_whole = decoder(shape.Post).decode
_bare = decoder(shape.Bare).decode
_event = decoder(shape.Event).decode
_bare_event = decoder(shape.BareEvent).decode
_meta = decoder(shape.Meta).decode
_problem = decoder(shape.Problem).decode
_rule = decoder(shape.Rule).decode


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """Something included, decoded and in X's own bytes."""

    value: T
    raw: bytes


@dataclass(frozen=True, slots=True)
class Included:
    """What the items of a page refer to, by id."""

    users: Mapping[str, Kept[shape.User]] = field(default_factory=dict)
    media: Mapping[str, Kept[shape.Media]] = field(default_factory=dict)
    polls: Mapping[str, Kept[shape.Poll]] = field(default_factory=dict)
    posts: Mapping[str, Kept[shape.Post]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Envelope:
    """One answer.

    Attributes:
        items: undecoded.
        hollow: it holds nothing, not even that there is nothing.
        rules: which rules of the stream a pushed post matched.
    """

    items: tuple[bytes, ...]
    included: Included
    hollow: bool = False
    problems: tuple[shape.Problem, ...] = ()
    meta: shape.Meta = field(default_factory=shape.Meta)
    rules: tuple[shape.Rule, ...] = ()


def open_envelope(body: bytes, host: str) -> Envelope:
    """Takes an answer apart.

    Raises:
        NotFound, PermissionMissing: it holds nothing but that (X says so in a 200 too).
        NetworkDown: it says that the stream ends.
        NonsenseReceived: nobody can read it.
    """
    envelope = taken_apart(body, host)
    if envelope.hollow:
        raise refusal_of(envelope.problems, host)
    return envelope


def taken_apart(body: bytes, host: str) -> Envelope:
    """Takes an answer apart that may hold nothing but problems. Raises `NonsenseReceived`."""
    parts = parts_of(body, host)
    return Envelope(
        items=tuple(_list(parts.get("data"), host)),
        included=_included(parts.get("includes", b"{}"), host),
        hollow="data" not in parts and "meta" not in parts,
        problems=tuple(_readable(_list(parts.get("errors"), host), _problem)),
        meta=next(iter(_readable([parts.get("meta", b"{}")], _meta)), shape.Meta()),
        rules=tuple(_readable(_list(parts.get("matching_rules"), host), _rule)),
    )


def refusal_of(problems: Sequence[shape.Problem], host: str) -> ReadError:
    """Returns what it means that an answer holds only problems, or nothing at all."""
    kinds = {problem.kind() for problem in problems}
    if any(problem.connection_issue or problem.disconnect_type for problem in problems):
        return NetworkDown(host=host, reason="it ended the connection")
    if "resource-not-found" in kinds:
        return NotFound(host=host)
    if kinds & {"not-authorized-for-resource", "not-authorized-for-field", "disallowed-resource"}:
        return PermissionMissing(host=host)
    return NonsenseReceived(host=host, reason="an error instead of data" if kinds else "no data")


def gone_among(asked: Iterable[str], problems: Iterable[shape.Problem]) -> tuple[str, ...]:
    """Returns which of the posts asked for X says are gone; not those it merely leaves out."""
    told = {p.about() for p in problems if p.kind() in GONE and p.resource_type in _POSTS}
    return tuple(one for one in asked if one in told)


_POSTS = ("post", "tweet")


def post_in(raw: bytes) -> shape.Post:
    """Returns a post; where some of it is not as it should be, only the least of it.

    Raises `ValueError` (or `RecursionError`) for what is no post.
    """
    try:
        return _whole(raw)
    except msgspec.ValidationError:
        return shape.Post(**msgspec.structs.asdict(_bare(raw)))


def event_in(raw: bytes) -> shape.Event:
    """Returns a message or another event of a dialogue, as `post_in` does."""
    try:
        return _event(raw)
    except msgspec.ValidationError:
        return shape.Event(**msgspec.structs.asdict(_bare_event(raw)))


def evidence(item: bytes, included: Mapping[str, Iterable[Kept[Any]]]) -> bytes:
    """Returns an item with what it refers to, as X would answer a question for it alone."""
    lists = (
        b'"' + name.encode() + b'":[' + b",".join(one.raw for one in some) + b"]"
        for name, kept in included.items()
        if (some := tuple(kept))
    )
    return b'{"data":' + item + b',"includes":{' + b",".join(lists) + b"}}"


def _list(part: bytes | None, host: str) -> list[bytes]:
    """Returns the items of a list; what is no list is the one item."""
    if part is None or part == b"null":
        return []
    return items_of(part, host) if part.startswith(b"[") else [part]


def _included(part: bytes, host: str) -> Included:
    lists = parts_of(part, host) if part.startswith(b"{") else {}
    posts = [*_list(lists.get("tweets"), host), *_list(lists.get("posts"), host)]
    return Included(
        users=_by_id(_list(lists.get("users"), host), _user, lambda user: str(user.id)),
        media=_by_id(_list(lists.get("media"), host), _medium, lambda medium: medium.media_key),
        polls=_by_id(_list(lists.get("polls"), host), _poll, lambda poll: str(poll.id)),
        posts=_by_id(posts, post_in, lambda post: str(post.id)),
    )


def _by_id(
    raws: Iterable[bytes], decode: Callable[[bytes], T], name: Callable[[T], str]
) -> dict[str, Kept[T]]:
    found: dict[str, Kept[T]] = {}
    for raw in raws:
        for value in _readable([raw], decode):
            found[name(value)] = Kept(value, raw)
    return found


def _readable(raws: Iterable[bytes], decode: Callable[[bytes], T]) -> list[T]:
    """Decodes what can be decoded: something beside the items never costs an item."""
    values = []
    for raw in raws:
        try:
            values.append(decode(raw))
        except (ValueError, RecursionError):
            continue
    return values
