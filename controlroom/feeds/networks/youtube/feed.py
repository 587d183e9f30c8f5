"""Reading YouTube: a channel's videos and their comments, searches, live chats.

The network pushes nothing and tells nothing of its allowances before they are used up: what a page
costs is declared here, what there is stands in the rules. An unchanged list costs one unit as well,
but nothing that would follow it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from controlroom.feeds.base import Capabilities, Looked, Page, Reading, Seat
from controlroom.feeds.errors import NotFound
from controlroom.feeds.networks.youtube import comments, live, shape, videos
from controlroom.feeds.networks.youtube.client import API_HOST, Client
from controlroom.feeds.networks.youtube.parse import names_video
from controlroom.feeds.networks.youtube.refusals import SEARCHES, UNITS, PlaceLost
from controlroom.feeds.networks.youtube.second_look import AT_ONCE, look
from controlroom.feeds.reading import read_all
from controlroom.model.decoding import decoder
from controlroom.model.errors import OurError
from controlroom.model.post import Author, Post
from controlroom.model.stream import Source, SourceKind

_channel = decoder(shape.Channel).decode


CAPABILITIES = Capabilities(
    network="youtube",
    name="YouTube",
    reads=MappingProxyType(
        {
            SourceKind.POSTS: Reading(
                50,
                least_pause=timedelta(minutes=2),
                longest_pause=timedelta(hours=1),
                draws=MappingProxyType({UNITS: 2}),
            ),
            SourceKind.COMMENTS: Reading(
                100,
                least_pause=timedelta(minutes=1),
                longest_pause=timedelta(minutes=30),
                draws=MappingProxyType({UNITS: 1}),
            ),
            SourceKind.CONVERSATION: Reading(
                100,
                least_pause=timedelta(minutes=1),
                longest_pause=timedelta(minutes=30),
                draws=MappingProxyType({UNITS: 2}),
            ),
            SourceKind.SEARCH: Reading(
                50,
                whole=False,
                least_pause=timedelta(minutes=15),
                longest_pause=timedelta(hours=6),
                draws=MappingProxyType({SEARCHES: 1, UNITS: 1}),
            ),
            SourceKind.LIVE: Reading(
                2000,
                whole=False,
                least_pause=timedelta(seconds=10),
                longest_pause=timedelta(minutes=15),
                draws=MappingProxyType({UNITS: 6}),
            ),
        }
    ),
    edits=True,
    deletions=True,
    looks_again=AT_ONCE,
    look_draws=MappingProxyType({UNITS: 3}),
)


def make_feed(seat: Seat) -> "YouTubeFeed":
    """Returns a feed for the profile in `seat`."""
    return YouTubeFeed(seat)


class YouTubeFeed:
    """YouTube as one channel sees it."""

    capabilities = CAPABILITIES

    def __init__(self, seat: Seat) -> None:
        if seat.profile is None:
            raise OurError("YouTube is read through a profile")
        self._profile = seat.profile
        self._now = seat.now
        self._client = Client(seat)
        self._uploads: dict[str, str] = {}

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        try:
            page = self._page(source, older, known)
        except PlaceLost:
            if not older:
                raise
            # Places are forgotten after a while. From the newest page on nothing is missed.
            page = self._page(source, "", known)
        return replace(page, posts=self._signed(page.posts))

    def look(self, remote_ids: Sequence[str]) -> Looked:
        looked = look(self._client, remote_ids)
        return replace(looked, posts=self._signed(looked.posts))

    def close(self) -> None:
        self._client.close()

    def _page(self, source: Source, older: str, known: str) -> Page:
        match source.kind:
            case SourceKind.POSTS:
                return self._posts(source.term or self._profile.remote_id, older, known)
            case SourceKind.COMMENTS:
                return comments.comments(self._client, self._which(source.term), older, known)
            case SourceKind.CONVERSATION:
                return self._conversation(source.term, older, known)
            case SourceKind.SEARCH:
                return videos.found(self._client, source.term, older, known)
            case SourceKind.LIVE:
                return live.chat(self._client, source.term, known, self._now())
        raise OurError(f"YouTube has no {source.kind}")

    def _signed(self, posts: Iterable[Post]) -> tuple[Post, ...]:
        """Videos name their channel by its title, comments by its handle: ours is known by both."""
        return tuple(
            replace(post, author=self._as_own(post.author))
            if post.author.remote_id == self._profile.remote_id
            else post
            for post in posts
        )

    def _as_own(self, author: Author) -> Author:
        own = self._profile
        return replace(author, handle=own.handle or author.handle, name=own.name or author.name)

    def _which(self, term: str) -> dict[str, str]:
        if term and names_video(term):
            return {"videoId": term}
        return {"allThreadsRelatedToChannelId": term or self._profile.remote_id}

    def _posts(self, channel: str, older: str, known: str) -> Page:
        playlist = self._uploads_of(channel)
        try:
            return videos.uploads(self._client, playlist, older, known)
        except NotFound:
            # The channel is there, but the list of its uploads only with the first of them.
            return Page((), mark=known, reached_known=True)

    def _uploads_of(self, channel: str) -> str:
        """Returns the playlist a channel's uploads are in. Raises `NotFound`."""
        if channel not in self._uploads:
            found, _ = read_all(self._client.channels([channel]).items, _channel)
            lists = found[0].content_details if found else None
            if lists is None or lists.related_playlists is None:
                raise NotFound(host=API_HOST)
            self._uploads[channel] = lists.related_playlists.uploads
        return self._uploads[channel]

    def _conversation(self, about: str, older: str, known: str) -> Page:
        if not names_video(about):
            return comments.thread(self._client, about.partition(".")[0], older, known)
        page = comments.comments(self._client, {"videoId": about}, older, known)
        if older or (page.reached_known and not page.posts):
            return page
        posts, bad = videos.whole(self._client, [about])
        return replace(page, posts=page.posts + posts, set_aside=page.set_aside + bad)
