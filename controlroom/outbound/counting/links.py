"""Where the addresses in a text stand, as X finds them: every network that counts links follows it.

Without "https://" a name is an address if it ends in a top-level domain; in a host every part has
at most 63 characters, written as "xn--…" where it has others than ASCII.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from controlroom.model.frozen import dataclass
from controlroom.outbound.counting.domains import top_level_domains

_LONGEST_LABEL = 63
_ACCENTS = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_LETTERS = rf"a-z0-9\u0400-\u052f{_ACCENTS}"
_PATH = rf"[{_LETTERS}!*';:=+,.$%#\[\]\-\u2013_~@|&]"
_BARE = r"(?<![\w@\uff20$#\uff03./-])(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9-]{2,}"
# A host ends at white space, at punctuation other than . - _ and at marks of direction.
_HOST = (
    r"https?://(?P<user>[\w.~%:!$&'*+,;=-]+@)?"
    r"(?P<host>[^\s!-,/:-@\[-^`{-~\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\ufffe\uffff]+)"
)
_START = re.compile(rf"(?P<full>(?<![\w@\uff20$#\uff03]){_HOST})|(?P<bare>{_BARE})", re.I | re.A)
_REST = re.compile(
    rf"(?P<port>:\d+)?(?P<path>/(?:{_PATH}|/|\({_PATH}*\))*)?"
    r"(?P<query>\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*)?",
    re.I,
)
_PATH_END = re.compile(rf"[^{_LETTERS}=_#/+\-)]+\Z", re.I)
_QUERY_END = re.compile(r"[^a-z0-9\-_&=#/]+\Z", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a text.

    Attributes:
        start, end: its place in characters, `end` excluded.
        host: in lower case, as written.
        bare: it stands without "https://".
    """

    start: int
    end: int
    text: str
    host: str
    bare: bool


@lru_cache(maxsize=512)
def links_in(text: str) -> tuple[Link, ...]:
    """Returns the addresses of a text, in their order."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Link]:
    at = 0
    while match := _START.search(text, at):
        link = _link(text, match)
        if link is not None:
            yield link
        at = link.end if link is not None else match.end()


def _link(text: str, match: re.Match[str]) -> Link | None:
    bare = match["bare"] is not None
    start = match.start("bare" if bare else "host")
    host = _host(match["bare"] if bare else match["host"])
    follows = text[start + len(host) : start + len(host) + 1]
    if not host or (follows and follows in "@+-_") or (follows.isascii() and follows.isalnum()):
        return None
    end = _end(text, start + len(host))
    return Link(match.start(), end, text[match.start() : end], host.lower(), bare)


def _host(written: str) -> str:
    """Returns as much of a host as is one: down to its last top-level domain."""
    labels = written.rstrip(".-_").split(".")
    if not all(_fits(label) for label in labels[:-1]):
        return ""
    while len(labels) > 1 and not _is_top(labels[-1]):
        labels.pop()
    return ".".join(labels) if len(labels) > 1 and "_" not in labels[-2] else ""


def _is_top(label: str) -> bool:
    return label.lower() in top_level_domains()


def _fits(label: str) -> bool:
    if not label or label.startswith("-") or label.endswith("-"):
        return False
    try:
        plain = label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
    except UnicodeError:
        return False
    return len(plain) <= _LONGEST_LABEL


def _end(text: str, at: int) -> int:
    rest = _REST.match(text, at)
    if rest is None:
        return at
    if rest["query"]:
        return at + len(_QUERY_END.sub("", rest.group()).rstrip("?"))
    if rest["path"]:
        return at + len(_PATH_END.sub("", rest.group()))
    return rest.end()
