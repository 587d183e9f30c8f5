"""The text of a post as X writes it: escaped, links shortened, and where everything stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from controlroom.exercise.faces.x.ids import short_name
from controlroom.exercise.faces.x.weight import SHORT, weight

Json = dict[str, Any]
Known = Callable[[str], tuple[str, str] | None]
"""From a handle to the handle as it is written and the id of whoever bears it."""
_FOUND = re.compile(
    r"(?P<urls>https?://[^\s<>\"]+)"
    r"|(?<![\w@/])@(?P<mentions>\w{1,15})(?!\w)"
    r"|(?<![\w&/])#(?P<hashtags>\w*[^\W\d_]\w*)"
)
_AFTER_ADDRESS = ".,!?;:)]'…"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SPECIAL = re.compile("[&<>]")
_LONGEST_DISPLAY = 27
_CUT_AT = 250
"""Characters of a long post that its text still tells; X cuts at a word some way below 280."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text and its entities, by kind; places are characters of this text."""

    text: str
    entities: dict[str, list[Json]]


@dataclass(slots=True)
class _Writer:
    known: Known
    parts: list[str] = field(default_factory=list)
    length: int = 0
    entities: dict[str, list[Json]] = field(default_factory=dict)

    def plain(self, text: str) -> None:
        if not text:
            return
        written = text.translate(_ESCAPES) if _SPECIAL.search(text) else text
        self.parts.append(written)
        self.length += len(written)

    def mark(self, kind: str, written: str, told: Json) -> None:
        end = self.length + len(written)
        self.entities.setdefault(kind, []).append({"start": self.length, "end": end} | told)
        self.parts.append(written)
        self.length = end

    def link(self, target: str, display: str = "", media_key: str = "") -> None:
        short = f"https://t.co/{short_name(target + media_key)}"
        told = {"url": short, "expanded_url": target, "display_url": display or _display(target)}
        self.mark("urls", short, told | ({"media_key": media_key} if media_key else {}))

    def take(self, found: re.Match[str]) -> None:
        match found.lastgroup:
            case "urls":
                address = found[0].rstrip(_AFTER_ADDRESS)
                self.link(address)
                self.plain(found[0][len(address) :])
            case "mentions" if who := self.known(found["mentions"]):
                self.mark("mentions", found[0], {"username": who[0], "id": who[1]})
            case "hashtags":
                self.mark("hashtags", found[0], {"tag": found["hashtags"]})
            case _:
                self.plain(found[0])


@dataclass(frozen=True, slots=True)
class Hung:
    """An address X puts behind a text: of its media, of what it quotes, of the rest of it."""

    target: str
    display: str = ""
    media_key: str = ""


def written(text: str, known: Known, behind: Sequence[Hung] = ()) -> Written:
    """Writes a text with addresses behind it."""
    writer = _Writer(known)
    _write(writer, text)
    for hung in behind:
        writer.plain(" " if writer.length else "")
        writer.link(hung.target, hung.display, hung.media_key)
    return Written("".join(writer.parts), writer.entities)


def is_long(text: str) -> bool:
    """Whether a text is longer than what `text` of a post tells."""
    # Nothing weighs more than 2.
    return len(text) * 2 > SHORT and weight(text) > SHORT


def beginning(text: str) -> str:
    """Returns the beginning of a long text, cut at a word."""
    cut = text[:_CUT_AT]
    while weight(cut) > _CUT_AT:
        cut = cut[:-10]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _write(writer: _Writer, text: str) -> None:
    read = 0
    for found in _FOUND.finditer(text):
        writer.plain(text[read : found.start()])
        writer.take(found)
        read = found.end()
    writer.plain(text[read:])


def _display(target: str) -> str:
    plain = target.partition("://")[2]
    return plain if len(plain) <= _LONGEST_DISPLAY else f"{plain[: _LONGEST_DISPLAY - 1]}…"
