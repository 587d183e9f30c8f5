"""Writing to repositories: posts, reposts, likes, who may answer, whatever clients keep."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply, Site
from controlroom.exercise.faces.bluesky.cids import record_cid
from controlroom.exercise.faces.bluesky.drafts import check_place, checked, draft_of, status_of
from controlroom.exercise.faces.bluesky.ids import did_of, tid_at
from controlroom.exercise.faces.bluesky.kept import GATE, LIKE, POST, REPOST, Json, Uri
from controlroom.exercise.faces.bluesky.problems import broken, invalid, not_allowed
from controlroom.exercise.world import PostKind, Said

_CREATES, _CHANGES, _DELETES = 3, 2, 1
"""Points."""
_WRITES = "com.atproto.repo.applyWrites#"
Step = Callable[[], Json]


@dataclass(slots=True)
class Writing:
    """Carries writes out. What is wrong is refused before anything is done."""

    site: Site

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        repo = "com.atproto.repo."
        return [
            Call("POST", f"{repo}createRecord", self.create),
            Call("POST", f"{repo}putRecord", self.put),
            Call("POST", f"{repo}deleteRecord", self.delete),
            Call("POST", f"{repo}applyWrites", self.apply),
        ]

    async def create(self, question: Question) -> Reply:
        """Creates a record. Raises `Refusal`; a key that is taken is an error of the server's."""
        question.pay(_CREATES)
        body = self._body(question)
        step = self._creating(question.caller, body.get("collection"), body.get("rkey"), body)
        return step() | self._commit(question)

    async def put(self, question: Question) -> Reply:
        """Creates or changes a record; one that is as it was is left alone. Raises `Refusal`."""
        question.pay(_CHANGES)
        body = self._body(question)
        if not isinstance(body.get("rkey"), str):
            raise invalid('Error: Input must have the property "rkey"')
        uri = Uri(question.caller, str(body.get("collection", "")), body["rkey"])
        check_place(uri.collection, uri.key)
        before = self._record(uri)
        if "swapRecord" in body and body["swapRecord"] != (before and record_cid(before)):
            was = record_cid(before) if before else "null"
            raise invalid(f"Record was at {was}", "InvalidSwap")
        if before is None:
            return self._creating(uri.account, uri.collection, uri.key, body)() | self._commit(
                question
            )  # fmt: skip
        step = self._changing(uri, body.get("record"))
        if record_cid(before) == record_cid({"$type": uri.collection} | body["record"]):
            return _made(uri, before)
        return step() | self._commit(question)

    async def delete(self, question: Question) -> Reply:
        """Deletes a record; one that is not there is no error. Raises `Refusal`."""
        question.pay(_DELETES)
        body = self._body(question)
        uri = Uri(question.caller, str(body.get("collection", "")), str(body.get("rkey", "")))
        check_place(uri.collection, uri.key)
        if self._record(uri) is None:
            return {}
        self._deleting(uri)()
        return self._commit(question)

    async def apply(self, question: Question) -> Reply:
        """Does several writes or none. Raises `Refusal`."""
        body = self._body(question)
        writes, most = body.get("writes"), self.site.limits.writes_at_once
        if not isinstance(writes, list) or not all(isinstance(one, dict) for one in writes):
            raise invalid('Error: Input must have the property "writes"')
        if len(writes) > most:
            raise invalid(f"Too many writes. Max: {most}")
        steps = [self._step(question.caller, one) for one in writes]
        question.pay(sum(cost for cost, _ in steps))
        return {"results": [step() for _, step in steps]} | self._commit(question)

    def _step(self, caller: int, write: Json) -> tuple[int, Step]:
        kind = str(write.get("$type", "")).removeprefix(_WRITES)
        collection, key = str(write.get("collection", "")), write.get("rkey")
        uri = Uri(caller, collection, str(key))
        told = {"record": write.get("value")}
        match kind:
            case "create":
                return _CREATES, _named(kind, self._creating(caller, collection, key, told))
            case "update" if self._record(uri) is not None:
                return _CHANGES, _named(kind, self._changing(uri, told["record"]))
            case "delete" if self._record(uri) is not None:
                return _DELETES, _named(kind, self._deleting(uri))
            case "update" | "delete":
                raise broken()
        raise invalid("Error: Input/writes must be a create, an update or a delete")

    def _body(self, question: Question) -> Json:
        body = question.body()
        account = self.site.kept.account(str(body.get("repo", "")))
        if account is None:
            raise invalid(f"Could not find repo: {body.get('repo', '')}")
        if account.number != question.caller:
            raise not_allowed()
        return body

    def _creating(self, caller: int, collection: Any, key: Any, body: Json) -> Step:
        if key is not None and not isinstance(key, str):
            raise invalid("Error: Input/rkey must be a string")
        check_place(str(collection), key)
        record = checked(body.get("record"), str(collection), self.site.limits, self.site.world)
        if key is not None and self._record(Uri(caller, str(collection), key)) is not None:
            # Its tree of records refuses the key; nobody made a sentence of that.
            raise broken()
        return lambda: self._created(caller, str(collection), key, record)

    def _created(self, caller: int, collection: str, key: str | None, record: Json) -> Json:
        match collection:
            case "app.bsky.feed.post":
                uri = self._post(caller, key, record)
            case "app.bsky.feed.repost":
                uri = self._repost(caller, key, record)
            case _:
                uri = Uri(caller, collection, key or self.site.kept.fresh_key())
                self._keep(uri, record)
        return _made(uri, record)

    def _changing(self, uri: Uri, told: Any) -> Step:
        record = checked(told, uri.collection, self.site.limits, self.site.world)

        def change() -> Json:
            if uri.collection == POST:
                number = self.site.kept.live(uri)
                self.site.kept.written[number] = record
                self.site.world.edit(number, draft_of(record, self.site.kept).said)
            else:
                self._deleting(uri)()
                self._created(uri.account, uri.collection, uri.key, record)
            return _made(uri, record)

        return change

    def _deleting(self, uri: Uri) -> Step:
        def delete() -> Json:
            kept, world = self.site.kept, self.site.world
            number = kept.live(uri)
            record = kept.drop(uri)
            if number:
                world.delete(number)
            self._undo(uri, record)
            return {}

        return delete

    def _post(self, caller: int, key: str | None, record: Json) -> Uri:
        kept, draft = self.site.kept, draft_of(record, self.site.kept)
        number = self.site.world.publish(
            caller, draft.said, reply_to=draft.reply_to, quote=draft.quote, about=draft.about
        )
        kept.written[number] = record
        if key is not None:
            kept.choose(Uri(caller, POST, key), number)
        return kept.uri(number)

    def _repost(self, caller: int, key: str | None, record: Json) -> Uri:
        """Passes a post on; what was passed on before is not passed on twice."""
        kept = self.site.kept
        self._drop_earlier(caller, REPOST, record)
        subject = kept.live(kept.read_uri(record["subject"]["uri"]))
        uri = Uri(caller, REPOST, key or kept.fresh_key())
        if subject:
            number = self.site.world.publish(
                caller, Said("", ""), kind=PostKind.REPOST, quote=subject
            )
            kept.written[number] = record
            kept.choose(uri, number)
        kept.add(uri, record)
        return uri

    def _keep(self, uri: Uri, record: Json) -> None:
        kept = self.site.kept
        if uri.collection == LIKE:
            self._drop_earlier(uri.account, LIKE, record)
            self._like(record, 1)
        kept.add(uri, record)
        if uri.collection == GATE:
            self._hide(uri, record, hidden=True)

    def _undo(self, uri: Uri, record: Json) -> None:
        if uri.collection == LIKE:
            self._like(record, -1)
        elif uri.collection == GATE:
            self._hide(uri, record, hidden=False)

    def _drop_earlier(self, caller: int, collection: str, record: Json) -> None:
        earlier = self.site.kept.about(caller, collection, record["subject"]["uri"])
        if earlier:
            self._deleting(earlier)()

    def _like(self, record: Json, by: int) -> None:
        number = self.site.kept.live(self.site.kept.read_uri(record["subject"]["uri"]))
        if number:
            self.site.world.like(number, by)

    def _hide(self, uri: Uri, record: Json, *, hidden: bool) -> None:
        """Hides answers below a post of the one who says so."""
        kept, world = self.site.kept, self.site.world
        root = kept.number(Uri(uri.account, POST, uri.key))
        told: Iterable[Any] = record.get("hiddenReplies") or ()
        for number in (kept.live(kept.read_uri(str(one))) for one in told):
            if number and world.columns.row(number).root == root:
                world.hide(number, hidden=hidden)

    def _record(self, uri: Uri) -> Json | None:
        """Returns what lies there, None for nothing."""
        kept, number = self.site.kept, self.site.kept.live(uri)
        if number:
            return self.site.records.of(self.site.world.post(number))
        return kept.records.get(uri)

    def _commit(self, question: Question) -> Json:
        rev = tid_at(self.site.kept.next_us())
        commit = {"did": did_of(question.caller), "rev": rev}
        return {"commit": {"cid": record_cid(commit), "rev": rev}}


def _made(uri: Uri, record: Json) -> Json:
    status = status_of(uri.collection)
    return {"uri": str(uri), "cid": record_cid(record), "validationStatus": status}


def _named(kind: str, step: Step) -> Step:
    return lambda: {"$type": f"{_WRITES}{kind}Result"} | step()
