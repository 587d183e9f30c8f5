"""Writing to Bluesky. Every record bears a name of ours, so that nothing is ever written twice.

Posts are created and never put: what somebody else deleted or changed meanwhile must not come back.
Only the record that says who may answer is put, and only over the one that was read before.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from controlroom.feeds import clock
from controlroom.feeds.base import Budget, Seat
from controlroom.feeds.errors import NetworkDown
from controlroom.feeds.networks.bluesky import dialogues, refusals
from controlroom.feeds.networks.bluesky.addresses import POST, is_post, parts_of_uri, web_address
from controlroom.feeds.networks.bluesky.client import BUDGET_HEADERS, CHAT, Calls
from controlroom.feeds.networks.bluesky.facets import facets_of
from controlroom.feeds.networks.bluesky.gates import Gates
from controlroom.feeds.networks.bluesky.lookup import Lookup
from controlroom.feeds.networks.bluesky.repository import Found, Repository
from controlroom.feeds.networks.bluesky.tids import new_tid
from controlroom.feeds.networks.bluesky.write_files import UPLOAD, store
from controlroom.feeds.networks.bluesky.write_record import (
    GATE,
    LIKE,
    REPOST,
    gate_record,
    post_record,
    subject_record,
    why_no_card,
)
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.outlet import Outlet, Reply, Request
from controlroom.feeds.outgoing.seen import look_back
from controlroom.feeds.outgoing.ways import writing_of
from controlroom.feeds.outgoing.writer import Does, NetworkWriter, Ready, patience
from controlroom.feeds.rules import rules_of
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import LookedBack, NotSent, Outgoing, PerhapsSent, Seen, SentAs
from controlroom.model.credential import Credential
from controlroom.model.outgoing.content import Act, Audience
from controlroom.model.post import Post

Json = dict[str, Any]
_CREATE, _DELETE = "com.atproto.repo.createRecord", "com.atproto.repo.deleteRecord"
_APPLY, _PUT = "com.atproto.repo.applyWrites", "com.atproto.repo.putRecord"
_SEND = "chat.bsky.convo.sendMessage"
_COLLECTIONS: Mapping[Act, str] = {Act.REPOST: REPOST, Act.LIKE: LIKE}


def make_writer(seat: Seat, limits: Limits | None = None) -> "BlueskyWriter":
    """Returns a writer for the profile in `seat`."""
    return BlueskyWriter(seat, limits)


class BlueskyWriter(NetworkWriter):
    """One profile's pen in its repository."""

    network = "bluesky"

    def __init__(self, seat: Seat, limits: Limits | None = None) -> None:
        super().__init__(seat)
        self._calls = Calls(seat)
        self._lookup = Lookup(self._calls)
        self._repository = Repository(self._calls, self._lookup, self._did)
        self._gates = Gates(self._repository)
        self._outlet = Outlet(
            "",
            lambda: seat.sign_in.credential().access,
            seat.now,
            patience(self.network, limits),
        )

    @property
    def outlet(self) -> Outlet:
        return self._outlet

    @property
    def host(self) -> str:
        return self._calls.host

    @property
    def _did(self) -> str:
        return self.seat.sign_in.credential().account or self.profile.remote_id

    def new_key(self) -> str:
        return new_tid(self.now())

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        if outgoing.act is Act.MESSAGE:
            return self._look_at_messages(outgoing)
        collection = _COLLECTIONS.get(outgoing.act, POST)
        found = self._repository.own(collection, outgoing.key) if outgoing.key else None
        seen = (self._seen(found),) if found else ()
        return LookedBack(seen, len(seen), outgoing.since, certain=bool(outgoing.key))

    def is_gone(self, remote_id: str) -> bool:
        _, collection, key = parts_of_uri(remote_id)
        if not key:
            # A message stays with whom it went to, whatever its writer does.
            return False
        if self._repository.own(collection, key) is not None:
            return False
        return not is_post(remote_id) or not self._lookup.posts([remote_id])[0].posts

    def close(self) -> None:
        super().close()
        self._calls.close()

    def left_of(self, request: Request, reply: Reply) -> tuple[Budget, ...]:
        """Of several allowances the server tells one, and only its size says which."""
        told = clock.budget_of(reply.headers, BUDGET_HEADERS, self.now())
        known = rules_of(self.network).allowances if told else ()
        named = [one for one in known if told and one.limit == told.limit]
        return tuple(replace(told, name=one.name, per=one.per) for one in named if told)

    def judged(self, reply: Reply) -> NotSent | PerhapsSent:
        told = refusals.told_in(reply.body)
        said = (told.message or told.error) if told else ""
        meant = refusals.told_error(told, reply.host) if told and reply.status != 429 else None
        # A name that is taken is answered with 500: then an earlier attempt came through.
        if reply.status not in outcome.SURELY_NOT or isinstance(meant, NetworkDown):
            return PerhapsSent(
                host=reply.host, said=outcome.plain(said) or f"answer {reply.status}"
            )
        reason = outcome.unread(meant, reply.host, self.now()).reason if meant else None
        return outcome.refused(reply, said, self.now(), BUDGET_HEADERS, reason)

    def _does(self) -> Mapping[Act, Does]:
        return {
            Act.POST: self._publish,
            Act.REPLY: self._publish,
            Act.MESSAGE: self._message,
            Act.REPOST: self._mark,
            Act.LIKE: self._mark,
            Act.HIDE: self._gate,
            Act.SHOW: self._gate,
            Act.REPLY_RULE: self._gate,
            Act.DELETE: self._delete,
        }

    def _publish(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self.fresh()
        if outgoing.poll is not None:
            raise self.unable("poll: not on this network")
        if said := why_no_card(outgoing, writing_of(self.network).card_bytes):
            raise self.unable(said)
        if outgoing.act is Act.REPLY:
            self.about(outgoing)
        reply = self._repository.reply_to(outgoing.about.remote_id) if outgoing.about else None
        facets = facets_of(outgoing.text, self._repository.did_of)
        files = store(self, self._calls.address(UPLOAD), outgoing.files)
        record = post_record(outgoing, facets, files, reply, self.now())
        if outgoing.audience is Audience.EVERYBODY or reply is not None:
            return self._create(POST, outgoing, record, ready)
        return self._create_gated(outgoing, record, ready)

    def _mark(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self.fresh()
        kind = _COLLECTIONS[outgoing.act]
        subject = self._repository.reference(self.about(outgoing))
        record = subject_record(kind, subject.uri, subject.cid, self.now())
        return self._create(kind, outgoing, record, ready)

    def _create(self, collection: str, outgoing: Outgoing, record: Json, ready: Ready) -> SentAs:
        body: Json = {"repo": self._did, "collection": collection, "record": record}
        key = {"rkey": outgoing.key} if outgoing.key else {}
        return self._made(self._taken(_CREATE, body | key, ready), record)

    def _create_gated(self, outgoing: Outgoing, record: Json, ready: Ready) -> SentAs:
        """Creates a post and who may answer it at once: both come to be, or neither."""
        key = outgoing.key or self.new_key()
        gate = gate_record(f"at://{self._did}/{POST}/{key}", outgoing.audience, self.now())
        writes = [_creates(POST, key, record), _creates(GATE, key, gate)]
        reply = self._taken(_APPLY, {"repo": self._did, "writes": writes}, ready)
        results = outcome.fields(reply.body).get("results")
        first = results[0] if isinstance(results, list) and results else None
        return self._made_of(reply, first, record)

    def _gate(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self.fresh()
        gate = self._gates.changed(outgoing, self.about(outgoing), self.now())
        self._taken(_PUT, gate, ready)
        return SentAs("")

    def _delete(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        uri = self.about(outgoing)
        who, collection, key = parts_of_uri(uri)
        if who != self._did or not key:
            raise self.unable("delete: it is not in this profile’s repository")
        self._taken(_DELETE, {"repo": who, "collection": collection, "rkey": key}, ready)
        return SentAs(uri)

    def _message(self, outgoing: Outgoing, ready: Ready) -> SentAs:
        self.fresh()
        about = outgoing.about
        if about is None:
            raise self.unable("message: nobody is named whom it is for")
        dialogue = about.remote_id or self._repository.dialogue_with(about.person, about.author)
        message: Json = {"text": outgoing.text}
        if facets := facets_of(outgoing.text, self._repository.did_of):
            message["facets"] = facets
        body = {"convoId": dialogue, "message": message}
        reply = self._taken(_SEND, body, ready, CHAT)
        number = outcome.text(outcome.fields(reply.body).get("id"))
        if not number:
            raise self.nonsense(reply)
        return SentAs(f"{dialogue}/{number}", at=_moment(outcome.fields(reply.body).get("sentAt")))

    def _look_at_messages(self, outgoing: Outgoing) -> LookedBack:
        def ours(post: Post) -> bool:
            return post.author.remote_id == self._did

        return look_back(
            lambda cursor: dialogues.page(self._calls, cursor, ""), outgoing, ours=ours
        )

    def fresh(self) -> Credential:
        return self._calls.fresh()

    def renew(self, used: object) -> bool:
        return isinstance(used, Credential) and self._calls.refused(used)

    def _taken(
        self, name: str, body: Json, ready: Ready, headers: Mapping[str, str] | None = None
    ) -> Reply:
        json = msgspec.json.encode(body)
        request = Request("POST", self._calls.address(name), headers=headers or {}, json=json)
        return self.taken(request, ready)

    def _made(self, reply: Reply, record: Json) -> SentAs:
        return self._made_of(reply, outcome.fields(reply.body), record)

    def _made_of(self, reply: Reply, told: Any, record: Json) -> SentAs:
        uri = outcome.text(told.get("uri")) if isinstance(told, dict) else ""
        if not uri:
            raise self.nonsense(reply)
        cid = outcome.text(told.get("cid"))
        return SentAs(uri, web_address(uri), _moment(record["createdAt"]), version=cid)

    def _seen(self, found: Found) -> Seen:
        at = _moment(found.value.get("createdAt"))
        sent = SentAs(found.uri, web_address(found.uri), at, version=found.cid)
        return Seen(sent, outcome.text(found.value.get("text")), found.files, found.answers)


def _creates(collection: str, key: str, value: Json) -> Json:
    kind = "com.atproto.repo.applyWrites#create"
    return {"$type": kind, "collection": collection, "rkey": key, "value": value}


def _moment(told: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(outcome.text(told))
    except ValueError:
        return None
