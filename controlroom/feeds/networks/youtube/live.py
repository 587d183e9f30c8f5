"""Pages of a live chat.

A chat goes the other way round: it gives a place from where only what is new will come. That place
is the mark. So is the moment before which the network does not want to be asked again.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from controlroom.feeds.base import Page
from controlroom.feeds.networks.youtube import shape
from controlroom.feeds.networks.youtube.chat import ChatRead, message_of
from controlroom.feeds.networks.youtube.client import Client, Listing
from controlroom.feeds.networks.youtube.refusals import ChatOver, PlaceLost
from controlroom.feeds.reading import read_all, understood, written
from controlroom.model.decoding import decoder

_AT_MOST = 2000
"""Messages that come at once; as many mean that earlier ones were left out."""
_LONGEST_PAUSE_MS = 3_600_000
_broadcast = decoder(shape.Broadcast).decode
_video = decoder(shape.Video).decode
_EPOCH = datetime.min.replace(tzinfo=UTC)


class Mark(msgspec.Struct, array_like=True):
    """A chat beside its video, where it goes on, the latest message, and when to ask again."""

    chat: str = ""
    video: str = ""
    place: str = ""
    latest: str = ""
    not_before: datetime = _EPOCH


def chat(client: Client, video: str, known: str, now: datetime) -> Page:
    """Reads what is new in the chat of a broadcast.

    Args:
        video: the broadcast; "" for the one the profile is sending now.
    """
    mark = understood(known, Mark)
    if now < mark.not_before:
        return Page((), mark=known, reached_known=True)
    mark = mark if mark.chat else _found(client, video)
    if not mark.chat:
        return _silence()
    try:
        return _page(_listing(client, mark), mark, now)
    except ChatOver:
        return _silence()


def _silence() -> Page:
    """Nothing is sent, so nothing is missing; the next read looks for a broadcast again."""
    return Page((), reached_known=True)


def _found(client: Client, video: str) -> Mark:
    if not video:
        marks, _ = read_all(client.broadcasts().items, _of_broadcast)
    else:
        marks, _ = read_all(client.videos([video]).items, _of_video)
    return next((mark for mark in marks if mark.chat), Mark())


def _of_broadcast(raw: bytes) -> Mark:
    broadcast = _broadcast(raw)
    return Mark(broadcast.snippet.live_chat_id or "", broadcast.id)


def _of_video(raw: bytes) -> Mark:
    video = _video(raw)
    details = video.live_streaming_details
    return Mark((details.active_live_chat_id if details else None) or "", video.id)


def _listing(client: Client, mark: Mark) -> tuple[Listing, bool]:
    """Returns what was said, and whether it goes on exactly where the mark stands."""
    if mark.place:
        try:
            return client.chat(mark.chat, mark.place), True
        except PlaceLost:
            pass
    return client.chat(mark.chat, ""), False


def _page(listed: tuple[Listing, bool], mark: Mark, now: datetime) -> Page:
    listing, goes_on = listed
    read, bad = read_all(listing.items, lambda raw: message_of(raw, mark.video))
    ended = listing.offline or any(one.ended for one in read)
    return Page(
        posts=tuple(one.post for one in reversed(read) if one.post),
        mark="" if ended else written(_next(listing, read, mark, now)),
        reached_known=goes_on or _whole(listing, read, mark),
        set_aside=bad,
        gone=tuple(one.gone for one in read if one.gone),
    )


def _whole(listing: Listing, read: Iterable[ChatRead], mark: Mark) -> bool:
    """Whether nothing is missing in what a chat gives to who comes without a place."""
    if mark.latest:
        return any(one.id == mark.latest for one in read)
    return len(listing.items) < _AT_MOST


def _next(listing: Listing, read: Sequence[ChatRead], mark: Mark, now: datetime) -> Mark:
    pause = timedelta(milliseconds=min(listing.pause_ms, _LONGEST_PAUSE_MS))
    latest = read[-1].id if read else mark.latest
    return Mark(mark.chat, mark.video, listing.next or mark.place, latest, now + pause)
