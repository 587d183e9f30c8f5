"""Which call does what."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from controlroom.exercise.faces.facebook import gram_doing as gram
from controlroom.exercise.faces.facebook import problems
from controlroom.exercise.faces.facebook.answering import attached, edge, shown
from controlroom.exercise.faces.facebook.book import Book
from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.engaging import change, comment, delete, like, unlike
from controlroom.exercise.faces.facebook.films import to_captions, to_videos
from controlroom.exercise.faces.facebook.finding import find
from controlroom.exercise.faces.facebook.holders import Holder
from controlroom.exercise.faces.facebook.ids import Stretch, named
from controlroom.exercise.faces.facebook.living import change_live, to_live_videos
from controlroom.exercise.faces.facebook.messaging import to_messages
from controlroom.exercise.faces.facebook.problems import Problem
from controlroom.exercise.faces.facebook.publishing import to_feed, to_photos
from controlroom.exercise.faces.facebook.selection import Selection, selection_of
from controlroom.exercise.faces.facebook.signing import access_token, debug_token
from controlroom.exercise.faces.facebook.things import Node, Thing, View
from controlroom.exercise.world import Denied

Json = dict[str, Any]
Does = Callable[[View, Thing, Call], Json]
_CHANGES: Mapping[Node, Does] = {Node.LIVE: change_live, Node.GRAM_COMMENT: gram.change}
MOST_IDS, MOST_CALLS = 50, 50
_DIALOGUES = ("conversations", "messages")
POSTS_TO: Mapping[Node, Mapping[str, Does]] = {
    **gram.POSTS_TO,
    Node.PAGE: {
        "feed": to_feed, "photos": to_photos, "videos": to_videos,
        "live_videos": to_live_videos, "messages": to_messages,
    },
    **{
        node: {"comments": comment, "likes": like}
        for node in (Node.POST, Node.COMMENT, Node.PHOTO)
    },
    Node.VIDEO: {"comments": comment, "likes": like, "captions": to_captions},
}  # fmt: skip


_OF_GRAM = (
    Stretch.GRAM_USER,
    Stretch.GRAM_POST,
    Stretch.GRAM_COMMENT,
    Stretch.GRAM_CONTAINER,
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back."""

    body: Any
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def reply(book: Book, call: Call) -> Reply:
    """Answers a call; errors are answers, too."""
    headers: dict[str, str] = {}
    try:
        book.send_due()
        return Reply(_reply(book, call, headers), 200, headers)
    except Problem as problem:
        return _refusal(book, problem, headers)
    except Denied:
        return _refusal(book, problems.absent(call.path[0] if call.path else ""), headers)


def _refusal(book: Book, problem: Problem, headers: Mapping[str, str]) -> Reply:
    trace = f"A{book.world.clock.now_ms():x}"
    if problem.kind == "OAuthException":
        # Words of who asked stand in it, and must not end the header.
        said = "".join(sign if " " <= sign <= "~" else "?" for sign in problem.message)
        challenge = f'OAuth "Facebook Platform" "invalid_request" "{said}"'
        headers = {**headers, "WWW-Authenticate": challenge}
    return Reply(problem.body(trace), problem.status, headers)


def _reply(book: Book, call: Call, headers: dict[str, str]) -> Any:
    nobody = View(book, None, call.origin, call.version)
    if call.path == ("oauth", "access_token"):
        return access_token(nobody, call)
    view = replace(nobody, holder=_holder(book, call))
    if call.path == ("debug_token",):
        return debug_token(view, call)
    if not call.path and call.method == "POST":
        return _batch(book, call)
    _spend(view, call, headers)
    return _done(view, call)


def _spend(view: View, call: Call, headers: dict[str, str]) -> None:
    """Counts a call and tells how the budgets stand. Raises `Problem`."""
    if view.holder is None:
        return
    name = named(call.path[0]) if call.path else None
    of_page = name is not None and name.stretch is Stretch.PAGE
    told = view.book.usage.spend(view.holder, _budget(call), _cost(call), of_page=of_page)
    headers |= told.headers
    if told.problem:
        raise told.problem


def _holder(book: Book, call: Call) -> Holder:
    if not call.token:
        if call.path[:1] == ("me",):
            raise problems.no_token()
        raise Problem(104, "An access token is required to request this resource.")
    holder = book.holders.holder(call.token)
    proof = call.text("appsecret_proof")
    if proof:
        book.holders.prove(holder, proof)
    return holder


def _budget(call: Call) -> str:
    name = named(call.path[0]) if call.path else None
    if name is not None and name.stretch in _OF_GRAM:
        return "instagram"
    talks = call.path[:1] and call.path[0].startswith(("t_", "m_", "aWdf"))
    return "messenger" if talks or (call.path[-1:] and call.path[-1] in _DIALOGUES) else "pages"


def _cost(call: Call) -> int:
    return max(1, len(_ids(call)))


def _ids(call: Call) -> list[str]:
    return [one for one in call.text("ids").split(",") if one]


def _done(view: View, call: Call) -> Any:
    if call.text("ids"):
        return _several(view, call)
    if not 1 <= len(call.path) <= 2:
        raise problems.unknown_path(f"/{'/'.join(call.path)}")
    thing = find(view, call.path[0], call.method)
    name = call.path[1] if len(call.path) == 2 else ""
    match call.method:
        case "GET":
            return _read(view, thing, name, call)
        case "POST":
            return _write(view, thing, name, call)
        case "DELETE" if name in ("", "likes"):
            drop = gram.delete if thing.node is Node.GRAM_COMMENT else delete
            return (unlike if name else drop)(view, thing, call)
    raise problems.absent(call.path[0], call.method)


def _read(view: View, thing: Thing, name: str, call: Call) -> Any:
    selection = _selection(call)
    if not name:
        return shown(view, thing, selection)
    if name == "content_publishing_limit" and thing.node is Node.GRAM_USER:
        return gram.publishing_limit(view, thing)
    if name == "attachments" and thing.node is Node.POST:
        return attached(view, thing, selection)
    return edge(view, thing, name, call.given, selection)


def _write(view: View, thing: Thing, name: str, call: Call) -> Json:
    if not name:
        return _CHANGES.get(thing.node, change)(view, thing, call)
    does = POSTS_TO.get(thing.node, {}).get(name)
    if does is None:
        raise problems.absent(thing.id, "post")
    told = does(view, thing, call)
    fields = _selection(call)
    return told | shown(view, find(view, told["id"]), fields) if fields and "id" in told else told


def _selection(call: Call) -> Selection | None:
    return selection_of(call.text("fields")) or None


def _several(view: View, call: Call) -> Json:
    """One that is not there spoils the answer for all."""
    ids = _ids(call)
    if len(ids) > MOST_IDS:
        raise problems.bad(f"Too many IDs. Maximum: {MOST_IDS}. Provided: {len(ids)}.")
    name = call.path[0] if call.path else ""
    return {one: _read(view, find(view, one), name, call) for one in ids}


def _batch(book: Book, call: Call) -> list[Json]:
    calls = call.parsed("batch")
    if not isinstance(calls, list) or not calls:
        raise problems.bad("Param batch must be a non-empty array")
    if len(calls) > MOST_CALLS:
        raise problems.bad(
            f"Too many requests in batch message. Maximum batch size is {MOST_CALLS}"
        )
    return [_one_of_batch(book, call, one) for one in calls]


def _one_of_batch(book: Book, call: Call, told: Any) -> Json:
    if not isinstance(told, dict):
        raise problems.bad("Param batch must be an array of objects")
    parts = urlsplit(str(told.get("relative_url", "")))
    path = tuple(part for part in parts.path.split("/") if part)
    path = path[1:] if path[:1] == (call.version,) else path
    given = dict(parse_qsl(parts.query)) | dict(parse_qsl(str(told.get("body", ""))))
    token = given.pop("access_token", call.token)
    method = str(told.get("method", "GET")).upper()
    if not path and method == "POST":
        raise problems.bad("Batches cannot be nested")
    one = reply(book, replace(call, method=method, path=path, given=given, token=token, files={}))
    headers = [{"name": name, "value": value} for name, value in one.headers.items()]
    return {"code": one.status, "headers": headers, "body": json.dumps(one.body)}
