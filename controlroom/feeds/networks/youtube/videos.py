"""Pages of videos: what a channel uploaded, and what a search found.

Both lists only name the videos; one more call brings them whole, with their figures.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from controlroom.feeds.base import Page, SetAside
from controlroom.feeds.networks.youtube import shape
from controlroom.feeds.networks.youtube.client import Client, Listing
from controlroom.feeds.networks.youtube.parse import video_of
from controlroom.feeds.reading import read_all, understood, written
from controlroom.model.decoding import decoder
from controlroom.model.post import Post

_listed = decoder(shape.Listed).decode
_found = decoder(shape.Found).decode


class Mark(msgspec.Struct, array_like=True):
    """Which videos stood on the newest page, and under which etag."""

    etag: str = ""
    ids: list[str] = []


def uploads(client: Client, playlist: str, older: str, known: str) -> Page:
    """Reads a page of what a channel uploaded."""
    mark = understood(known, Mark)
    listing = client.playlist(playlist, older, "" if older else mark.etag)
    if listing.unchanged:
        return Page((), mark=known, reached_known=True)
    return _page(client, listing, _id_listed, mark, newest=not older)


def found(client: Client, words: str, older: str, known: str) -> Page:
    """Reads a page of what a search finds."""
    listing = client.search(words, older)
    return _page(client, listing, _id_found, understood(known, Mark), newest=not older)


def whole(client: Client, ids: Sequence[str]) -> tuple[tuple[Post, ...], tuple[SetAside, ...]]:
    """Returns the videos that others can see, in the order asked for."""
    posts, bad = read_all(client.videos(ids).items, video_of) if ids else ([], ())
    places = {video: place for place, video in enumerate(ids)}
    seen = [post for post in posts if post is not None]
    return tuple(sorted(seen, key=lambda post: places.get(post.remote_id, len(ids)))), bad


def _page(
    client: Client, listing: Listing, id_of: Callable[[bytes], str], mark: Mark, *, newest: bool
) -> Page:
    told, bad = read_all(listing.items, id_of)
    ids = list(dict.fromkeys(told))
    posts, worse = whole(client, ids)
    now = Mark(listing.etag, ids or mark.ids)
    return Page(
        posts=posts,
        older=listing.next,
        mark=written(now) if newest else "",
        reached_known=_meet(ids, mark.ids),
        set_aside=bad + worse,
    )


def _meet(ids: Iterable[str], known: Iterable[str]) -> bool:
    return not set(ids).isdisjoint(known)


def _id_listed(raw: bytes) -> str:
    return _video(_listed(raw).content_details)


def _id_found(raw: bytes) -> str:
    return _video(_found(raw).id)


def _video(named: shape.Resource) -> str:
    if not named.video_id:
        raise ValueError("no id of a video")
    return named.video_id
