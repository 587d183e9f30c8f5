"""A second look at videos and comments: as they stand now, or no longer there."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from controlroom.feeds.base import Looked
from controlroom.feeds.errors import NotFound
from controlroom.feeds.networks.youtube.client import Client, Listing
from controlroom.feeds.networks.youtube.parse import (
    ThreadRead,
    comment_of,
    names_video,
    thread_of,
    video_of,
)
from controlroom.feeds.reading import read_all
from controlroom.model.decoding import decoder
from controlroom.model.post import Post

AT_ONCE = 50
_CHAT = "LCC."
"""How ids of messages in live chats begin; the network shows none of them again."""
_MOST_CALLS = 12
"""Calls to find out which of several comments is meant by "one of them is not there"."""

_Ask = Callable[[Sequence[str]], Listing]


class _Named(msgspec.Struct):
    id: str


_named = decoder(_Named).decode


def look(client: Client, remote_ids: Sequence[str]) -> Looked:
    """Looks up to 50 videos and comments up. Raises `ReadError`."""
    ids = [one for one in dict.fromkeys(remote_ids) if not one.startswith(_CHAT)]
    videos = [one for one in ids if names_video(one)]
    rest = [one for one in ids if not names_video(one)]
    comments = [one for one in rest if "." not in one]
    answers = [one for one in rest if "." in one]
    posts, gone = _videos(client, videos)
    more, missing = _comments(client, comments, answers)
    return Looked((*posts, *more), (*gone, *missing))


def _videos(client: Client, ids: Sequence[str]) -> tuple[list[Post], list[str]]:
    if not ids:
        return [], []
    items, gone = _told(client.videos, ids)
    posts, _ = read_all(items, video_of)
    return [post for post in posts if post is not None], gone


def _comments(
    client: Client, comments: Sequence[str], answers: Sequence[str]
) -> tuple[list[Post], list[str]]:
    """Comments are asked for as threads: only so the network says to which video they belong, and
    how many answers they have.
    """
    parents = [one.partition(".")[0] for one in answers]
    wanted = list(dict.fromkeys([*comments, *parents]))
    if not wanted:
        return [], []
    items, missing = _told(client.threads_by_id, wanted)
    threads, _ = read_all(items, thread_of)
    tops = [one.posts[-1] for one in threads if one.id in comments]
    posts, gone = _answers(client, answers, {one.id: one for one in threads})
    return [*tops, *posts], [*(one for one in missing if one in comments), *gone]


def _answers(
    client: Client, ids: Sequence[str], threads: Mapping[str, ThreadRead]
) -> tuple[list[Post], list[str]]:
    if not ids:
        return [], []
    items, gone = _told(client.comments, ids)

    def read(raw: bytes) -> Post:
        parent = threads.get(_named(raw).id.partition(".")[0])
        return comment_of(raw, parent.video if parent else "")

    return read_all(items, read)[0], gone


def _told(ask: _Ask, ids: Sequence[str]) -> tuple[list[bytes], list[str]]:
    """Returns what there is, and the ids the network does not know.

    Where it only says that one of several is not there, they are asked for in halves.
    """
    items: list[bytes] = []
    gone: list[str] = []
    batches, calls = [ids], 0
    while batches and calls < _MOST_CALLS:
        batch, calls = batches.pop(), calls + 1
        try:
            found = ask(batch).items
        except NotFound:
            gone += batch if len(batch) == 1 else ()
            batches += _halves(batch)
            continue
        items += found
        gone += _missing(batch, found)
    return items, gone


def _halves(batch: Sequence[str]) -> list[Sequence[str]]:
    middle = len(batch) // 2
    return [batch[:middle], batch[middle:]] if len(batch) > 1 else []


def _missing(ids: Iterable[str], items: Iterable[bytes]) -> list[str]:
    """An item nobody can name may be any of them; then none is called missing."""
    named, bad = read_all(items, _named)
    there = {one.id for one in named}
    return [] if bad else [one for one in ids if one not in there]
