"""Writing to Mastodon. A key makes one post of several attempts, for an hour."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

import msgspec

from controlroom.feeds import clock
from controlroom.feeds.base import Budget, Page, Seat
from controlroom.feeds.errors import NotFound, ReadError
from controlroom.feeds.items import items_of
from controlroom.feeds.networks.mastodon import timelines
from controlroom.feeds.networks.mastodon.client import (
    BUDGET_HEADERS,
    Client,
    status_path,
)
from controlroom.feeds.networks.mastodon.dialogues import messages_since
from controlroom.feeds.networks.mastodon.instance import instance_of, knows_keys
from controlroom.feeds.networks.mastodon.parse import dialogue_of
from controlroom.feeds.networks.mastodon.second_look import look
from controlroom.feeds.networks.mastodon.write_body import body_of, text_of
from controlroom.feeds.networks.mastodon.write_files import upload
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.outlet import Outlet, Reply, Request
from controlroom.feeds.outgoing.seen import SKEW, look_at, look_back
from controlroom.feeds.outgoing.writer import Does, NetworkWriter, Ready, patience
from controlroom.feeds.reading import read_all
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import LookedBack, NotSent, Outgoing, PerhapsSent, SentAs
from controlroom.model.decoding import from_json
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.post import Post, PostKind

_STATUSES = "/api/v1/statuses"
_USUAL = 300
"""Calls a profile has in five minutes; those of smaller allowances are fewer."""
_CONVERSATIONS = "/api/v1/conversations"


class _Made(msgspec.Struct):
    """What a server tells of what it made."""

    id: str
    created_at: str
    url: str | None = None
    uri: str | None = None


def make_writer(seat: Seat, limits: Limits | None = None) -> "MastodonWriter":
    """Returns a writer for the profile in `seat`. Raises `AddressRefused` for an unsafe host."""
    return MastodonWriter(seat, limits)


class MastodonWriter(NetworkWriter):
    """One profile's pen on its server."""

    network = "mastodon"

    def __init__(self, seat: Seat, limits: Limits | None = None) -> None:
        super().__init__(seat)
        self._client = Client(seat, self.profile.host)
        self._keys: bool | None = None
        self._outlet = Outlet(
            self._client.base,
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

    def new_key(self) -> str:
        return secrets.token_hex(16) if self._knows_keys() else ""

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        if outgoing.act is Act.EDIT:
            return look_at(look(self._client, [self.about(outgoing)]).posts, outgoing)

        def ours(post: Post) -> bool:
            return post.author.remote_id == self.profile.remote_id and _fits(post, outgoing)

        def messages(_: str) -> Page:
            named = self._client.own(outgoing.about.remote_id) if outgoing.about else ""
            return messages_since(self._client, outgoing.since - SKEW, named)

        read = messages if outgoing.act is Act.MESSAGE else self._posts
        return _unaddressed(look_back(read, outgoing, ours=ours), outgoing)

    def is_gone(self, remote_id: str) -> bool:
        try:
            self._client.get(status_path(self._client.own(remote_id)))
        except NotFound:
            return True
        return False

    def close(self) -> None:
        super().close()
        self._client.close()

    def _knows_keys(self) -> bool:
        """Whether the server is Mastodon itself: others speak as it does, and not all know keys.

        Where it does not say, none is relied on: then nothing is sent a second time by itself.
        """
        if self._keys is None:
            try:
                self._keys = knows_keys(instance_of(self._client).version)
            except ReadError:
                return False
        return self._keys

    def _does(self) -> Mapping[Act, Does]:
        return {
            Act.POST: self._publish,
            Act.REPLY: self._publish,
            Act.MESSAGE: self._publish,
            Act.EDIT: self._edit,
            Act.REPOST: self._repost,
            Act.LIKE: self._like,
            Act.DELETE: self._delete,
        }

    def _posts(self, cursor: str) -> Page:
        account = quote(self._client.own(self.profile.remote_id), safe="")
        return timelines.statuses(self._client, f"/api/v1/accounts/{account}/statuses", cursor, "")

    def _publish(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self.fresh()
        answers = self._answered(outgoing)
        files = upload(self, outgoing.files)
        json = msgspec.json.encode(body_of(outgoing, files, answers))
        headers = {"Idempotency-Key": outgoing.key} if outgoing.key else {}
        return self._made(Request("POST", _STATUSES, headers=headers, json=json), ready)

    def _edit(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self.fresh()
        files = upload(self, outgoing.files)
        json = msgspec.json.encode(body_of(outgoing, files))
        return self._made(Request("PUT", self._path(outgoing), json=json), ready)

    def _repost(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        return self._made(Request("POST", self._path(outgoing, "/reblog")), ready)

    def _like(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        # A like has no name of its own: whoever takes it back must not delete the post.
        self.taken(Request("POST", self._path(outgoing, "/favourite")), ready)
        return SentAs("")

    def _delete(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        try:
            self.taken(Request("DELETE", self._path(outgoing)), ready)
        except NotSent as error:
            if error.reason is not Unsent.GONE:
                raise
            return SentAs(self.about(outgoing), said="it was gone already")
        return SentAs(self.about(outgoing))

    def _path(self, outgoing: Outgoing, more: str = "") -> str:
        return status_path(self._client.own(self.about(outgoing)), more)

    def _answered(self, outgoing: Outgoing) -> str:
        """Returns the server's id of the status that is answered, "" for none."""
        if outgoing.act is Act.REPLY:
            return self._client.own(self.about(outgoing))
        named = self._client.own(outgoing.about.remote_id) if outgoing.about else ""
        return self._latest_of(named) if outgoing.act is Act.MESSAGE else named

    def _latest_of(self, dialogue: str) -> str:
        """Returns the latest message of a dialogue, which is answered to stay in it."""
        if not dialogue:
            return ""
        answer = self._client.get(_CONVERSATIONS, {"limit": "40"})
        items = items_of(answer.body, self.host)
        listed, _ = read_all(items, lambda raw: dialogue_of(raw, self.host))
        return next((latest for one, latest, _ in listed if one == dialogue), "")

    def _made(self, request: Request, ready: Ready) -> SentAs:
        """Returns what a server says it made."""
        reply = self.taken(request, ready)
        try:
            made = from_json(reply.body, _Made, strict=False)
            at = datetime.fromisoformat(made.created_at)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            raise self.nonsense(reply) from None
        return SentAs(f"{self.host}/{made.id}", made.url or made.uri or "", at)

    def fresh(self) -> str:
        return self._client.renewal.access()

    def renew(self, used: object) -> bool:
        return self._client.renewal.refused(str(used))

    def left_of(self, request: Request, reply: Reply) -> tuple[Budget, ...]:
        told = clock.budget_of(reply.headers, BUDGET_HEADERS, self.now())
        if told is None:
            return ()
        # Of several allowances a server tells the one that is nearest to its end.
        of_deletes = request.method == "DELETE" and told.limit < _USUAL
        return (replace(told, name="deletes") if of_deletes else told,)

    def judged(self, reply: Reply) -> NotSent | PerhapsSent:
        said = outcome.text(outcome.fields(reply.body).get("error"))
        if reply.status in outcome.SURELY_NOT:
            return outcome.refused(reply, said, self.now(), BUDGET_HEADERS)
        # Also what a server answers to a key it has seen: the first attempt may have come through.
        return PerhapsSent(host=reply.host, said=outcome.plain(said) or f"answer {reply.status}")


def _unaddressed(back: LookedBack, outgoing: Outgoing) -> LookedBack:
    """Takes away what `text_of` has put before the words."""
    words = text_of(outgoing)
    user = words[: len(words) - len(outgoing.text)].strip().partition("@")[2].partition("@")[0]
    if not user:
        return back
    address = re.compile(rf"@{re.escape(user)}(@[\w.:-]+)?\s+")
    seen = tuple(replace(one, text=address.sub("", one.text, count=1)) for one in back.seen)
    return replace(back, seen=seen)


def _fits(post: Post, outgoing: Outgoing) -> bool:
    """Whether a post may be what was sent, by its kind."""
    kinds: Mapping[Act, Sequence[PostKind]] = {
        Act.REPOST: (PostKind.REPOST,),
        Act.MESSAGE: (PostKind.MESSAGE,),
    }
    return post.kind in kinds.get(outgoing.act, (PostKind.STATUS,))
