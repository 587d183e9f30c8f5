"""Repositories as anybody may read them: records, and the files that hang on them."""

from collections.abc import Iterator

from aiohttp import web

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply
from controlroom.exercise.faces.bluesky.cids import record_cid
from controlroom.exercise.faces.bluesky.files import type_of
from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.kept import POST, PROFILE, REPOST, Json, Uri
from controlroom.exercise.faces.bluesky.people import document_of
from controlroom.exercise.faces.bluesky.problems import Refusal, invalid
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import Account, PostKind

_KINDS = {POST: PostKind.STATUS, REPOST: PostKind.REPOST}


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", "com.atproto.repo.getRecord", record, "nobody"),
        Call("GET", "com.atproto.repo.listRecords", records, "nobody"),
        Call("GET", "com.atproto.repo.describeRepo", described, "nobody"),
        Call("GET", "com.atproto.sync.getBlob", blob, "nobody"),
    ]


async def record(question: Question) -> Reply:
    """One record. Raises `Refusal`."""
    who, collection = _repo(question), question.text("collection", None)
    uri = Uri(who.number, collection, question.text("rkey", None))
    found, wanted = _record(question, uri), question.text("cid")
    if found is None or (wanted and wanted != record_cid(found)):
        raise invalid(f"Could not locate record: {uri}", "RecordNotFound")
    return _shown(uri, found)


async def records(question: Question) -> Reply:
    """The records of a collection, newest first. Raises `Refusal`."""
    who, collection = _repo(question), question.text("collection", None)
    limit, cursor = question.whole("limit", 50, 1, 100), question.text("cursor")
    found: list[tuple[Uri, Json]] = []
    passed = not cursor
    for uri, one in _all(question, who, collection):
        if not passed:
            passed = uri.key == cursor
        elif len(found) == limit:
            return {"records": [_shown(*one) for one in found], "cursor": found[-1][0].key}
        else:
            found.append((uri, one))
    return {"records": [_shown(*one) for one in found]}


async def described(question: Question) -> Reply:
    """Whose repository it is, and what it holds. Raises `Refusal`."""
    who = _repo(question)
    kept = {uri.collection for uri in question.site.kept.records if uri.account == who.number}
    return {
        "handle": who.handle,
        "did": did_of(who.number),
        "didDoc": document_of(who, question.home),
        "collections": sorted(kept | {POST, PROFILE}),
        "handleIsCorrect": True,
    }


async def blob(question: Question) -> Reply:
    """A file as it was uploaded. Raises `Refusal`."""
    content = question.world.media.get(question.text("cid", None))
    if content is None:
        raise Refusal(400, "BlobNotFound", "Blob not found")
    return web.Response(body=content, content_type=type_of(content))


def _repo(question: Question) -> Account:
    told = question.text("repo", None)
    return question.account(told, f"Could not find repo: {told}")


def _record(question: Question, uri: Uri) -> Json | None:
    site = question.site
    if uri.collection == PROFILE:
        return site.records.profile(uri.account) if uri.key == "self" else None
    number = site.kept.live(uri)
    return site.records.of(question.world.post(number)) if number else site.kept.records.get(uri)


def _all(question: Question, who: Account, collection: str) -> Iterator[tuple[Uri, Json]]:
    site, world = question.site, question.world
    if collection in _KINDS:
        for post in world.newest(NETWORK, "posts", who.number):
            if post.kind is _KINDS[collection]:
                yield site.kept.uri(post.number), site.records.of(post)
    elif collection == PROFILE:
        yield Uri(who.number, PROFILE, "self"), site.records.profile(who.number)
    else:
        yield from sorted(site.kept.of(who.number, collection), key=_key, reverse=True)


def _key(one: tuple[Uri, Json]) -> str:
    return one[0].key


def _shown(uri: Uri, found: Json) -> Json:
    return {"uri": str(uri), "cid": record_cid(found), "value": found}
