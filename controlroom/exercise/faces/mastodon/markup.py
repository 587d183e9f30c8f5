"""A text as Mastodon writes it: escaped HTML with paragraphs, and links for what it names."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

SITE = "https://fenmast.example"
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)"
    r"|(?<![\w@/])@(?P<mention>\w(?:[\w.\-]*\w)?)(?:@(?P<server>[\w.\-]+\w))?"
    r"|(?<![\w&/#])#(?P<tag>\w*[^\W\d_]\w*)"
)
_MARKS = re.compile(r"https?://|[@#]")
_AFTER_ADDRESS = ".,!?;:)]'…"
_BEFORE = re.compile(r"https?://(?:www\.)?")
_SHOWN = 30
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a text mentions: id, name without server, and the address of their page."""

    id: str
    username: str
    url: str


Known = Callable[[str], Named | None]
"""From a handle without its sign to whoever bears it here."""


@dataclass(slots=True)
class Written:
    """A text as HTML, and what stands in it."""

    html: str = ""
    mentions: list[Named] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def written(text: str, known: Known) -> Written:
    """Writes a text."""
    made = Written()
    inner = _inner(text, known, made) if _MARKS.search(text) else _escaped(text)
    made.html = f"<p>{_broken(inner)}</p>" if inner else ""
    return made


def mentioned(text: str) -> list[str]:
    """Returns the handles a text names, as it writes them."""
    return [found["mention"] for found in _FOUND.finditer(text) if found["mention"]]


def tag_url(tag: str) -> str:
    """Returns the address of a hashtag."""
    return f"{SITE}/tags/{quote(tag.casefold())}"


def _inner(text: str, known: Known, made: Written) -> str:
    parts, read = [], 0
    for found in _FOUND.finditer(text):
        parts.append(_escaped(text[read : found.start()]))
        parts.append(_marked(found, known, made))
        read = found.end()
    return "".join((*parts, _escaped(text[read:])))


def _marked(found: re.Match[str], known: Known, made: Written) -> str:
    if found["url"]:
        address = found["url"].rstrip(_AFTER_ADDRESS)
        return _link(address) + _escaped(found["url"][len(address) :])
    if found["tag"]:
        _add(made.tags, found["tag"])
        return (
            f'<a href="{_escaped(tag_url(found["tag"]))}" class="mention hashtag" rel="tag">'
            f"#<span>{found['tag']}</span></a>"
        )
    elsewhere = found["server"] not in (None, SITE.partition("://")[2])
    who = None if elsewhere else known(found["mention"])
    if who is None:
        return _escaped(found[0])
    _add(made.mentions, who)
    return (
        f'<span class="h-card" translate="no"><a href="{_escaped(who.url)}" class="u-url mention">'
        f"@<span>{_escaped(who.username)}</span></a></span>"
    )


def _link(address: str) -> str:
    before = _BEFORE.match(address)
    begins = before.end() if before else 0
    shown, rest = address[begins : begins + _SHOWN], address[begins + _SHOWN :]
    return (
        f'<a href="{_escaped(address)}" target="_blank" rel="nofollow noopener" translate="no">'
        f'<span class="invisible">{_escaped(address[:begins])}</span>'
        f'<span class="{"ellipsis" if rest else ""}">{_escaped(shown)}</span>'
        f'<span class="invisible">{_escaped(rest)}</span></a>'
    )


def _broken(inner: str) -> str:
    if "\n" not in inner:
        return inner
    return re.sub(r"\n{2,}", "</p><p>", inner.strip("\n")).replace("\n", "<br />")


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _add(held: "list[Named] | list[str]", one: "Named | str") -> None:
    if one not in held:
        held.append(one)  # type: ignore[arg-type]
