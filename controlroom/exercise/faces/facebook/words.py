"""Words as Facebook shows them: a page that is mentioned stands there with its name."""

import re
from typing import Any

from controlroom.exercise.faces.facebook.holders import NETWORK
from controlroom.exercise.faces.facebook.ids import Stretch, named
from controlroom.exercise.faces.facebook.things import View

_HANDLE = re.compile(r"@([\w.\-]+\w|\w)")
_MARKED = re.compile(r"@\[(\d+)(?::[^\]]*)?\]")
_LINK = re.compile(r"https?://[^\s<>\"]+")

Json = dict[str, Any]


def shown(view: View, text: str) -> tuple[str, list[Json]]:
    """Returns a text and the tags in it, placed by UTF-16 units."""
    if "@" not in text:
        return text, []
    parts: list[str] = []
    tags: list[Json] = []
    at = 0
    for found in _HANDLE.finditer(text):
        account = view.book.world.by_handle(NETWORK, found[1])
        if account is None:
            continue
        parts.append(text[at : found.start()])
        tags.append({
            "id": view.book.owner_id(account), "name": account.name, "type": "page",
            "offset": _units("".join(parts)), "length": _units(account.name),
        })  # fmt: skip
        parts.append(account.name)
        at = found.end()
    return "".join([*parts, text[at:]]), tags


def taken(view: View, text: str) -> str:
    """Returns a text as the world keeps it: mentions are written "@[id]" when publishing."""
    return _MARKED.sub(lambda found: _handle(view, found), text)


def link_in(text: str) -> str:
    """Returns the first address in a text, "" if there is none."""
    found = _LINK.search(text) if "://" in text else None
    return found[0].rstrip(".,:;!?)") if found else ""


def _handle(view: View, found: re.Match[str]) -> str:
    name = named(found[1])
    account = view.book.world.accounts.get(name.number) if name else None
    if name is None or name.stretch is not Stretch.PAGE or account is None:
        return found[0]
    return f"@{account.handle}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
