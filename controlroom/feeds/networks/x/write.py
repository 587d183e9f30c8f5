"""Writing to X, which knows no key: what is sent once is never sent again by itself."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import msgspec

from controlroom.feeds import clock
from controlroom.feeds.base import Budget, Page, Seat
from controlroom.feeds.errors import NonsenseReceived, NotFound
from controlroom.feeds.networks.x.client import Client
from controlroom.feeds.networks.x.envelope import open_envelope, taken_apart
from controlroom.feeds.networks.x.feed import XFeed
from controlroom.feeds.networks.x.messages import message_of
from controlroom.feeds.networks.x.parse import SITE, post_of
from controlroom.feeds.networks.x.problems import HEADERS
from controlroom.feeds.networks.x.reading import Parse, read, versions
from controlroom.feeds.networks.x.tokens import HOST, token_server
from controlroom.feeds.networks.x.write_files import upload
from controlroom.feeds.networks.x.write_verdicts import is_double, is_missing, reason_of, said_in
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.outlet import Outlet, Reply, Request
from controlroom.feeds.outgoing.seen import SKEW, look_at, look_back
from controlroom.feeds.outgoing.writer import Does, NetworkWriter, Ready, patience
from controlroom.feeds.renewal import Renewal
from controlroom.feeds.wire import Answer, Limits
from controlroom.feeds.writing import LookedBack, NotSent, Outgoing, PerhapsSent, Seen, SentAs
from controlroom.model.outgoing.content import Act, Audience
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.post import Post, PostKind

Json = dict[str, Any]
_POSTS = "/2/tweets"
_CALL = re.compile(r"(?:@\w+\s+)+")
_PAGE = 25
_AUDIENCES = {
    Audience.FOLLOWING: "following",
    Audience.MENTIONED: "mentionedUsers",
}
_COUNTED = (
    ("/messages", "send message"), ("/retweets", "repost"), ("/likes", "like"), ("/hidden", "hide"),
    (_POSTS, "publish"),
)  # fmt: skip


def make_writer(seat: Seat, limits: Limits | None = None) -> "XWriter":
    """Returns a writer for the profile in `seat`."""
    return XWriter(seat, limits)


class XWriter(NetworkWriter):
    """One profile's pen on X."""

    network = "x"

    def __init__(self, seat: Seat, limits: Limits | None = None) -> None:
        super().__init__(seat)
        self._client = Client(seat)
        self._feed = XFeed(seat)
        self._renewal = Renewal(seat, token_server(seat.server, seat.now))
        self._me = quote(self.profile.remote_id, safe="")
        self._outlet = Outlet(
            seat.server(HOST),
            lambda: seat.sign_in.credential().access,
            seat.now,
            patience(self.network, limits),
        )

    @property
    def outlet(self) -> Outlet:
        return self._outlet

    @property
    def host(self) -> str:
        return self._client.host

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        if outgoing.act is Act.EDIT:
            return look_at(self._feed.look([self.about(outgoing)]).posts, outgoing)
        is_message = outgoing.act is Act.MESSAGE
        since = outgoing.since - SKEW - timedelta(seconds=1)

        def ours(post: Post) -> bool:
            repost = post.kind is PostKind.REPOST
            return post.author.remote_id == self.profile.remote_id and (
                repost == (outgoing.act is Act.REPOST)
            )

        def page(cursor: str) -> Page:
            return self._messages(cursor) if is_message else self._posts(cursor, since)

        looked = look_back(page, outgoing, ours=ours)
        return replace(looked, seen=tuple(_as_written(one, outgoing.text) for one in looked.seen))

    def is_gone(self, remote_id: str) -> bool:
        """X gives messages and posts ids of one kind, so both are asked."""
        if remote_id not in self._feed.look([remote_id]).gone:
            return False
        try:
            told = outcome.fields(self._client.message(remote_id).body)
        except NotFound:
            return True
        if "data" not in told and "errors" not in told:
            raise NonsenseReceived(host=self.host, reason="neither a message nor why there is none")
        return "data" not in told

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
        name = next((name for end, name in _COUNTED if end in request.path), "")
        name = "delete" if request.method == "DELETE" else name
        told = clock.budget_of(reply.headers, HEADERS, self.now()) if name else None
        return (replace(told, name=name),) if told else ()

    def judged(self, reply: Reply) -> NotSent | PerhapsSent:
        told = outcome.fields(reply.body)
        said = said_in(told)
        if reply.status not in outcome.SURELY_NOT or is_double(said):
            return PerhapsSent(
                host=reply.host, said=outcome.plain(said) or f"answer {reply.status}"
            )
        return outcome.refused(reply, said, self.now(), HEADERS, reason_of(reply.status, said))

    def _does(self) -> Mapping[Act, Does]:
        return {
            Act.POST: self._publish,
            Act.REPLY: self._publish,
            Act.EDIT: self._edit,
            Act.MESSAGE: self._message,
            Act.REPOST: self._repost,
            Act.LIKE: self._like,
            Act.HIDE: self._hide,
            Act.SHOW: self._hide,
            Act.DELETE: self._delete,
        }

    def _publish(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self.fresh()
        body: Json = {"text": outgoing.text} | self._attached(outgoing)
        if outgoing.act is Act.REPLY or outgoing.about is not None:
            body["reply"] = {"in_reply_to_tweet_id": self.about(outgoing)}
        if outgoing.audience is not Audience.EVERYBODY and "reply" not in body:
            body["reply_settings"] = _AUDIENCES[outgoing.audience]
        return self._made(body, ready)

    def _edit(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        """X knows each version by an id of its own, and takes the last one only."""
        self.fresh()
        first = self.about(outgoing)
        body: Json = {"text": outgoing.text} | self._attached(outgoing)
        body["edit_options"] = {"previous_post_id": self._last_version(first)}
        made = self._made(body, ready)
        return SentAs(first, f"{SITE}/i/web/status/{made.remote_id}", version=made.remote_id)

    def _message(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self.fresh()
        about = outgoing.about
        if about is None or not (about.remote_id or about.person):
            raise self.unable("message: nobody is named whom it is for")
        where = about.remote_id or f"with/{quote(about.person, safe='')}"
        path = f"/2/dm_conversations/{quote(where, safe='/')}/messages"
        body: Json = {"text": outgoing.text} if outgoing.text else {}
        if outgoing.files:
            ids = upload(self, outgoing.files, outgoing.language, "dm")
            body["attachments"] = [{"media_id": one} for one in ids]
        data, reply = self._data(path, body, ready)
        number = outcome.text(data.get("dm_event_id"))
        if not number:
            raise self.nonsense(reply)
        return SentAs(number)

    def _repost(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        body = {"tweet_id": self.about(outgoing)}
        data, reply = self._data(f"/2/users/{self._me}/retweets", body, ready)
        if data.get("retweeted") is not True:
            raise self.nonsense(reply)
        return SentAs(outcome.text(data.get("rest_id")))

    def _like(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        body = {"tweet_id": self.about(outgoing)}
        data, reply = self._data(f"/2/users/{self._me}/likes", body, ready)
        if data.get("liked") is not True:
            raise self.nonsense(reply)
        return SentAs("")

    def _hide(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        hidden = outgoing.act is Act.HIDE
        path = f"{_POSTS}/{quote(self.about(outgoing), safe='')}/hidden"
        json = msgspec.json.encode({"hidden": hidden})
        data, reply = self._answer(Request("PUT", path, json=json), ready)
        if data.get("hidden") is not hidden:
            raise self.nonsense(reply)
        return SentAs("")

    def _delete(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        number = self.about(outgoing)
        place = "/2/dm_events" if _is_message(outgoing) else _POSTS
        try:
            request = Request("DELETE", f"{place}/{quote(number, safe='')}")
            data, reply = self._answer(request, ready)
        except NotSent as error:
            if error.reason is not Unsent.GONE:
                raise
            return SentAs(number, said="it was gone already")
        if data.get("deleted") is not True:
            raise self.nonsense(reply)
        return SentAs(number)

    def _attached(self, outgoing: Outgoing) -> Json:
        attached: Json = {}
        if outgoing.files:
            attached["media"] = {"media_ids": upload(self, outgoing.files, outgoing.language)}
        if outgoing.poll is not None:
            poll = outgoing.poll
            if poll.multiple:
                raise self.unable("poll: only one answer can be chosen on this network")
            attached["poll"] = {
                "options": list(poll.options), "duration_minutes": poll.minutes,
            }  # fmt: skip
        return attached

    def _made(self, body: Json, ready: Ready) -> SentAs:
        data, reply = self._data(_POSTS, body, ready)
        number = outcome.text(data.get("id"))
        if not number:
            raise self.nonsense(reply)
        return SentAs(number, f"{SITE}/i/web/status/{number}")

    def _data(self, path: str, body: Json, ready: Ready) -> tuple[Json, Reply]:
        return self._answer(Request("POST", path, json=msgspec.json.encode(body)), ready)

    def _answer(self, request: Request, ready: Ready) -> tuple[Json, Reply]:
        """Returns what X says it did. It also says no with 200: then there is no data.

        Raises `NotSent`, `PerhapsSent`.
        """
        reply = self.taken(request, ready)
        told = outcome.fields(reply.body)
        data, errors = told.get("data"), told.get("errors")
        if isinstance(data, dict):
            return data, reply
        if isinstance(errors, list) and errors:
            reason = Unsent.GONE if is_missing(errors) else Unsent.REFUSED
            raise outcome.refused(reply, said_in(told), self.now(), reason=reason)
        raise self.nonsense(reply)

    def _last_version(self, first: str) -> str:
        answer = self._client.by_id([first])
        _, later = versions(taken_apart(answer.body, self.host))
        return later[-1] if later else first

    def _posts(self, cursor: str, since: datetime) -> Page:
        asked: Json = {"max_results": _PAGE, "start_time": f"{since.astimezone(UTC):%FT%TZ}"}
        more = {"pagination_token": cursor} if cursor else {}
        return self._page(self._client.posts_by("", **asked, **more), post_of)

    def _messages(self, cursor: str) -> Page:
        more = {"pagination_token": cursor} if cursor else {}
        return self._page(self._client.messages(max_results=_PAGE, **more), message_of)

    def _page(self, answer: Answer, parse: Parse) -> Page:
        envelope = open_envelope(answer.body, self.host)
        _, posts, aside = read(envelope, parse)
        older = envelope.meta.next_token or ""
        return Page(tuple(posts), older, set_aside=tuple(aside), budgets=answer.budgets)


def _is_message(outgoing: Outgoing) -> bool:
    """A dialogue's id names its two people: "12-34"."""
    return outgoing.about is not None and "-" in outgoing.about.root


def _as_written(one: Seen, wanted: str) -> Seen:
    """X begins an answer with whom it answers, whether that was written or not."""
    if not one.answers:
        return one
    call = _CALL.match(wanted)
    return replace(one, text=(call[0] if call else "") + _CALL.sub("", one.text))
