"""Writing on YouTube: videos, comments, and what the owner of a video lets stand below it.

A video is uploaded as a private one; what publishes it is one small call that makes it public. So
an upload that breaks off, or is held at the last moment, has shown nothing to anybody.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from controlroom.feeds.base import Budget, Page, Seat
from controlroom.feeds.errors import NetworkDown, NotFound
from controlroom.feeds.networks.youtube import comments, refusals
from controlroom.feeds.networks.youtube.client import (
    API_HOST,
    TOKEN_HOST,
    TOKEN_PATH,
    Client,
)
from controlroom.feeds.networks.youtube.feed import YouTubeFeed
from controlroom.feeds.networks.youtube.parse import NETWORK, WATCH, comment_of, names_video
from controlroom.feeds.networks.youtube.write_video import (
    VIDEOS,
    described,
    subtitled,
    video_up,
)
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.outlet import Outlet, Reply, Request
from controlroom.feeds.outgoing.seen import look_at, look_back
from controlroom.feeds.outgoing.writer import Does, NetworkWriter, Ready, patience
from controlroom.feeds.reading import read_all
from controlroom.feeds.renewal import Renewal, TokenServer
from controlroom.feeds.wire import Limits, Refusal
from controlroom.feeds.writing import LookedBack, NotSent, Outgoing, PerhapsSent, SentAs
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.post import Post
from controlroom.model.stream import Source, SourceKind

Json = dict[str, Any]
_THREADS, _COMMENTS = "/youtube/v3/commentThreads", "/youtube/v3/comments"
_HELD, _PUBLISHED = "heldForReview", "published"
_OWN = Source(NETWORK, SourceKind.POSTS)
_OFF = frozenset(("commentsDisabled", "commentsForbidden", "ineligibleAccount"))
_NO_SUBTITLES = "the video went without its subtitles: they have to be added in the studio"


def make_writer(seat: Seat, limits: Limits | None = None) -> "YouTubeWriter":
    """Returns a writer for the channel in `seat`."""
    return YouTubeWriter(seat, limits)


class YouTubeWriter(NetworkWriter):
    """A channel's pen."""

    network = NETWORK

    def __init__(self, seat: Seat, limits: Limits | None = None) -> None:
        super().__init__(seat)
        self._client = Client(seat)
        self._feed = YouTubeFeed(seat)
        self._renewal = Renewal(seat, TokenServer(seat.server(TOKEN_HOST), TOKEN_PATH, seat.now))
        self._base = seat.server(API_HOST)
        self._outlet = Outlet(
            self._base,
            lambda: seat.sign_in.credential().access,
            seat.now,
            patience(self.network, limits),
        )

    @property
    def outlet(self) -> Outlet:
        return self._outlet

    @property
    def host(self) -> str:
        return API_HOST

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        if outgoing.act is Act.EDIT:
            posts = self._feed.look([self.about(outgoing)]).posts
            return look_at(map(_bare, posts), outgoing)

        about = outgoing.about.remote_id if outgoing.about else ""
        below = bool(about) and not names_video(about)

        def page(cursor: str) -> Page:
            return self._answers(about, cursor) if below else self._page(about, cursor)

        return look_back(page, outgoing, ours=self._is_ours, whole=below)

    def is_gone(self, remote_id: str) -> bool:
        return remote_id in self._feed.look([remote_id]).gone

    def close(self) -> None:
        super().close()
        self._feed.close()
        self._client.close()
        self._renewal.close()

    def fresh(self) -> str:
        return self._renewal.access()

    def renew(self, used: object) -> bool:
        return self._renewal.refused(str(used))

    def left_of(self, request: Request, reply: Reply) -> tuple[Budget, ...]:
        """YouTube tells nothing before everything is used up."""
        return ()

    def judged(self, reply: Reply) -> NotSent | PerhapsSent:
        refusal = Refusal(reply.status, reply.headers, reply.body, reply.host, reply.asked)
        meant = refusals.meaning(refusal, self.now())
        said, reasons = _told(reply.body)
        if reply.status not in outcome.SURELY_NOT or isinstance(meant, NetworkDown):
            return PerhapsSent(
                host=reply.host, said=outcome.plain(said) or f"answer {reply.status}"
            )
        error = outcome.unread(meant, reply.host, self.now()) if meant else None
        if error is not None and error.reason is Unsent.TOO_MANY:
            words = outcome.plain(said) or error.said
            return NotSent(
                host=reply.host, reason=error.reason, said=words, again_at=error.again_at
            )
        off = Unsent.PERMISSION if reasons & _OFF else None
        reason = off or (error.reason if error is not None else None)
        return outcome.refused(reply, said, self.now(), reason=reason)

    def _does(self) -> Mapping[Act, Does]:
        return {
            Act.POST: self._publish,
            Act.REPLY: self._comment,
            Act.EDIT: self._edit,
            Act.LIKE: self._like,
            Act.HIDE: self._hide,
            Act.SHOW: self._hide,
            Act.DELETE: self._delete,
        }

    def _publish(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        """A thread has one video: what follows stands below it as comments."""
        if outgoing.about is not None:
            return self._comment(outgoing, ready)
        clips = [one.rendition.mime.startswith("video/") for one in outgoing.files]
        if clips != [True] or outgoing.poll is not None:
            raise self.unable("a post is one video on this network")
        self.fresh()
        number = video_up(self, self._base, outgoing)
        captions = outgoing.files[0].captions
        lacks = captions and not subtitled(self, number, captions, outgoing.language)
        status = {"privacyStatus": "public", "selfDeclaredMadeForKids": False}
        told = self._put(VIDEOS, "status", {"id": number, "status": status}, ready)
        if not told:
            raise PerhapsSent(host=self.host, said="an answer nobody can read")
        return SentAs(number, f"{WATCH}{number}", said=_NO_SUBTITLES if lacks else "")

    def _comment(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self._refuse_files(outgoing)
        about, text = self.about(outgoing), {"textOriginal": outgoing.text}
        if names_video(about):
            snippet: Json = {"videoId": about, "topLevelComment": {"snippet": text}}
            path = _THREADS
        else:
            path, snippet = _COMMENTS, {"parentId": about.partition(".")[0], **text}
        json = msgspec.json.encode({"snippet": snippet})
        request = Request("POST", path, query={"part": "snippet"}, json=json)
        reply = self.taken(request, ready)
        number = outcome.text(outcome.fields(reply.body).get("id"))
        if not number:
            raise self.nonsense(reply)
        return SentAs(number)

    def _edit(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self._refuse_files(outgoing)
        self.fresh()
        number = self.about(outgoing)
        if names_video(number):
            snippet = self._changed(number, outgoing)
            told = self._put(VIDEOS, "snippet", {"id": number, "snippet": snippet}, ready)
        else:
            text = {"textOriginal": outgoing.text}
            told = self._put(_COMMENTS, "snippet", {"id": number, "snippet": text}, ready)
        if not told:
            raise PerhapsSent(host=self.host, said="an answer nobody can read")
        return SentAs(number, f"{WATCH}{number}" if names_video(number) else "")

    def _changed(self, number: str, outgoing: Outgoing) -> Json:
        """YouTube wants title and category told again, or they are lost."""
        items = self._client.videos([number]).items
        if not items:
            raise NotFound(host=self.host)
        standing = outcome.fields(items[0]).get("snippet")
        before: Json = standing if isinstance(standing, dict) else {}
        now = described(outgoing)
        if not outgoing.title:
            now["title"] = before.get("title") or now["title"]
        kept = {name: before[name] for name in ("categoryId", "tags") if name in before}
        return now | kept

    def _like(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        number = self.about(outgoing)
        if not names_video(number):
            raise self.unable("comments cannot be liked by other programs on this network")
        query = {"id": number, "rating": "like"}
        self.taken(Request("POST", f"{VIDEOS}/rate", query=query), ready)
        return SentAs("")

    def _hide(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        status = _HELD if outgoing.act is Act.HIDE else _PUBLISHED
        query = {"id": self.about(outgoing), "moderationStatus": status}
        self.taken(Request("POST", f"{_COMMENTS}/setModerationStatus", query=query), ready)
        return SentAs("")

    def _delete(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        number = self.about(outgoing)
        path = VIDEOS if names_video(number) else _COMMENTS
        try:
            self.taken(Request("DELETE", path, query={"id": number}), ready)
        except NotSent as error:
            if error.reason is not Unsent.GONE:
                raise
            return SentAs(number, said="it was gone already")
        return SentAs(number)

    def _put(self, path: str, part: str, body: Json, ready: Ready) -> Json:
        json = msgspec.json.encode(body)
        reply = self.taken(Request("PUT", path, query={"part": part}, json=json), ready)
        return outcome.fields(reply.body)

    def _refuse_files(self, outgoing: Outgoing) -> None:
        if outgoing.files or outgoing.poll is not None:
            raise self.unable("comments are words alone on this network")

    def _page(self, video: str, cursor: str) -> Page:
        """Returns a page of comments on a video, or of videos of ours."""
        if video:
            return comments.comments(self._client, {"videoId": video}, cursor, "")
        page = self._feed.page(_OWN, older=cursor)
        return Page(tuple(map(_bare, page.posts)), page.older)

    def _answers(self, comment: str, cursor: str) -> Page:
        """Returns a page of the answers to a comment, which come in no order of time."""
        listing = self._client.answers(comment.partition(".")[0], cursor)
        posts, _ = read_all(listing.items, comment_of)
        return Page(tuple(posts), listing.next)

    def _is_ours(self, post: Post) -> bool:
        return post.author.remote_id == self.profile.remote_id


def _bare(post: Post) -> Post:
    """A video's text as it was sent: its description, without the title before it."""
    if not names_video(post.remote_id):
        return post
    snippet = outcome.fields(post.raw).get("snippet")
    told = snippet.get("description") if isinstance(snippet, dict) else ""
    return Post(
        post.network, post.remote_id, post.author, outcome.text(told), post.created_at,
        kind=post.kind, media=post.media, url=post.url,
    )  # fmt: skip


def _told(body: bytes) -> tuple[str, set[str]]:
    """Returns YouTube's words and its reasons."""
    error = outcome.fields(body).get("error")
    told: Json = error if isinstance(error, dict) else {}
    faults = told.get("errors")
    reasons = {
        outcome.text(one.get("reason"))
        for one in (faults if isinstance(faults, list) else ())
        if isinstance(one, dict)
    }
    return outcome.text(told.get("message")), reasons
