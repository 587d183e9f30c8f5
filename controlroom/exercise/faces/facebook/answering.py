"""Answers put together: things with the fields asked for, lists with their pages."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from controlroom.exercise.faces.facebook.cursors import cursor_of, position_of
from controlroom.exercise.faces.facebook.lists import Options, comment_numbers, root_of
from controlroom.exercise.faces.facebook.nodes import EDGES, FIELDS, KNOWN, USUAL
from controlroom.exercise.faces.facebook.problems import bad, unknown_field, unknown_path
from controlroom.exercise.faces.facebook.rights import may_read
from controlroom.exercise.faces.facebook.selection import Asked, Selection, selection_of
from controlroom.exercise.faces.facebook.things import Node, Thing, View

Json = dict[str, Any]
USUAL_LIMIT, MOST = 25, 100
_ACCOUNTS = "access_token,category,name,id,tasks"
_ATTACHED = ("attachments", "attachment", "subattachments")
_ATTACHMENT = "StoryAttachment"
_OURS = ("access_token", "appsecret_proof", "method", "after", "before", "limit")


@dataclass(frozen=True, slots=True)
class _Window:
    """Which stretch of a list is asked for."""

    limit: int
    after: int
    before: int


def shown(view: View, thing: Thing, selection: Selection | None, usual: str = "") -> Json:
    """Returns a thing with the fields asked for. Raises `Problem` for one it does not have."""
    view.load.add()
    told: Json = {}
    for asked in selection or selection_of(usual or USUAL[thing.node]):
        value = _value(view, thing, asked)
        if value is not None:
            told[asked.name] = value
    told.setdefault("id", thing.id)
    return told


def _value(view: View, thing: Thing, asked: Asked) -> Any:
    fields, name = FIELDS[thing.node], asked.name
    if name in EDGES[thing.node]:
        told = edge(view, thing, name, asked.options, asked.inner)
        return told if told["data"] or "summary" in told else None
    if name not in fields:
        if name in KNOWN[thing.node]:
            return None
        raise unknown_field(name, thing.node)
    if name in _ATTACHED and thing.node is not Node.MESSAGE:
        _known(asked.inner)
    return _narrowed(view, fields[name](view, thing), asked)


def _known(selection: Selection | None) -> None:
    """Also what nothing has a value for is asked for wrongly. Raises `Problem`."""
    for one in selection or ():
        if one.name not in KNOWN[_ATTACHMENT]:
            raise unknown_field(one.name, _ATTACHMENT)
        if one.name in _ATTACHED:
            _known(one.inner)


def _narrowed(view: View, value: Any, asked: Asked) -> Any:
    if isinstance(value, Thing):
        return shown(view, value, asked.inner)
    if asked.inner is None or not isinstance(value, Mapping):
        return value
    if isinstance(value.get("data"), list):
        return {**value, "data": [_part(view, one, asked) for one in value["data"]]}
    return _part(view, value, asked)


def _part(view: View, value: Mapping[str, Any], asked: Asked) -> Json:
    """Returns what is asked of a value that is no thing of its own."""
    told: Json = {}
    for one in asked.inner or ():
        if one.name in value:
            told[one.name] = _narrowed(view, value[one.name], one)
    return told


def edge(
    view: View, thing: Thing, name: str, options: Options, selection: Selection | None
) -> Json:
    """Returns one page of a list. Raises `Problem`."""
    items = EDGES[thing.node].get(name)
    if items is None:
        raise _no_edge(thing, name)
    may_read(view, thing.node, name)
    window = _window(options)
    found, more = _stretch(items(view, thing, options, window.after), window)
    usual = _ACCOUNTS if name == "accounts" else ""
    told: Json = {"data": [shown(view, one, selection, usual) for _, one in found]}
    if found:
        told["paging"] = _paging(view, thing, name, options, found[0][0], found[-1][0], more)
    summary = _summary(view, thing, name, options)
    return {**told, "summary": summary} if summary else told


def attached(view: View, thing: Thing, selection: Selection | None) -> Json:
    """Returns what hangs on a post, asked for as a list."""
    _known(selection)
    value = FIELDS[thing.node]["attachments"](view, thing)
    value = _narrowed(view, value, Asked("attachments", inner=selection))
    return value or {"data": []}


def _no_edge(thing: Thing, name: str) -> Exception:
    if name in FIELDS[thing.node] or name in KNOWN[thing.node]:
        return unknown_path(f"/{name}")
    return unknown_field(name, thing.node)


def _stretch(items: Any, window: _Window) -> tuple[list[tuple[int, Thing]], bool]:
    if not window.limit:
        return [], False
    if not window.before:
        found = list(islice(items, window.limit + 1))
        return found[: window.limit], len(found) > window.limit
    newer: deque[tuple[int, Thing]] = deque(maxlen=window.limit)
    for position, one in items:
        if position == window.before:
            break
        newer.append((position, one))
    return list(newer), bool(newer)


def _window(options: Options) -> _Window:
    limit = options.get("limit", str(USUAL_LIMIT))
    if not (limit.isascii() and limit.isdigit()):
        raise bad("Param limit must be a positive integer")
    after, before = options.get("after", ""), options.get("before", "")
    return _Window(
        min(int(limit), MOST),
        position_of(after) if after else 0,
        position_of(before) if before else 0,
    )


def _paging(
    view: View, thing: Thing, name: str, options: Options, first: int, last: int, more: bool
) -> Json:
    cursors = {"before": cursor_of(first), "after": cursor_of(last)}
    told: Json = {"cursors": cursors}
    if more:
        told["next"] = _address(view, thing, name, options, {"after": cursors["after"]})
    if "after" in options or "before" in options:
        told["previous"] = _address(view, thing, name, options, {"before": cursors["before"]})
    return told


def _address(view: View, thing: Thing, name: str, options: Options, onward: Options) -> str:
    """As with the original, the token stands in the address."""
    kept = {key: value for key, value in options.items() if key not in _OURS}
    token = {"access_token": view.holder.token} if view.holder else {}
    query = {**token, "pretty": "0", **kept,
             "limit": options.get("limit", str(USUAL_LIMIT)), **onward}  # fmt: skip
    return f"{view.origin}/{view.version}/{thing.id}/{name}?{urlencode(query)}"


def _summary(view: View, thing: Thing, name: str, options: Options) -> Json | None:
    wanted = options.get("summary", "")
    if wanted in ("", "false", "0"):
        return None
    if name == "comments":
        numbers = comment_numbers(view, thing, options.get("filter", "toplevel"))
        total = sum(1 for number in numbers if view.book.is_alive(number))
        order = options.get("order", "chronological")
        return {"order": order, "total_count": total, "can_comment": view.page > 0}
    if name in ("reactions", "likes"):
        mine = (view.page, root_of(view, thing)) in view.book.liked
        likes = thing.post.likes if thing.post else 0
        return {"total_count": likes, "viewer_reaction": "LIKE" if mine else "NONE"}
    return {"total_count": len(view.book.pages())} if name == "accounts" else None
