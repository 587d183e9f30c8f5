"""HTML of a post to plain text and spans.

Only what networks write in posts is understood: paragraphs, breaks, lists, quotations, links. All
other tags vanish and leave their text. What Mastodon marks as invisible is left out: it is the part
of a link's address that is not to be shown, and the span holds the whole address.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from controlroom.model.post import Span, SpanKind

LONGEST_HTML = 200_000
"""Characters that are looked at; more is not a post."""
_PARAGRAPHS = frozenset(
    ("p", "div", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table")
)
_LINES = frozenset(("li", "tr", "dt", "dd"))
_UNREAD = frozenset(("script", "style", "head", "title", "template", "iframe", "object"))
_VOID = frozenset(("br", "img", "hr", "wbr", "input", "meta", "link", "source", "area", "col"))
# No quoted value may hold `<`: so every look ahead ends at the next one, and the whole is linear in
# the length of the input. The standard library's parser takes minutes over 200 kB of "<a <a <a".
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""")
_HREF = re.compile(r"""(?:^|[\s"'/])href\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_CLASS = re.compile(r"""(?:^|[\s"'/])class\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")

Naming = Callable[[str, str, str], tuple[SpanKind, str] | None]
"""From a link's address, class and text: what it is and its target; None for nothing."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text without markup, and what its stretches mean."""

    text: str
    spans: tuple[Span, ...] = ()


def plain_text(html: str, name_link: Naming | None = None) -> PlainText:
    """Returns what a person would read. Never fails, whatever the input."""
    if "<" not in html and "&" not in html:
        return PlainText(_BLANKS.sub(" ", html[:LONGEST_HTML]).strip())
    reader = _Reader(name_link or link_only)
    reader.read(html[:LONGEST_HTML])
    return reader.result()


def link_only(address: str, _classes: str, _text: str) -> tuple[SpanKind, str] | None:
    """Names web addresses links and everything else nothing."""
    return (SpanKind.LINK, address) if address.startswith(("https://", "http://")) else None


@dataclass(slots=True)
class _Link:
    start: int
    address: str
    classes: str


@dataclass(slots=True)
class _Written:
    """The text so far; breaks wait until something follows them."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    breaks: int = 0
    blank: bool = False

    def break_lines(self, lines: int) -> None:
        self.blank = False
        self.breaks = max(self.breaks, lines)

    def begin(self) -> None:
        """Writes what waits, so that a link begins after it."""
        if self.breaks or self.blank:
            waiting = "\n" * self.breaks or " "
            self.breaks, self.blank = 0, False
            if self.length:
                self._put(waiting)

    def add(self, text: str, *, keep_blanks: bool) -> None:
        words = text if keep_blanks else _BLANKS.sub(" ", text)
        if words.startswith(" ") and not keep_blanks:
            words = words[1:]
            self.blank = self.blank or not (self.breaks or self._on_new_line())
        if not words:
            return
        self.begin()
        self.blank = words.endswith(" ") and not keep_blanks
        self._put(words[:-1] if self.blank else words)

    def _on_new_line(self) -> bool:
        return bool(self.parts) and self.parts[-1].endswith("\n")

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


class _Reader:
    def __init__(self, name_link: Naming) -> None:
        self._name_link = name_link
        self._written = _Written()
        self._spans: list[tuple[_Link, int]] = []
        self._link: _Link | None = None
        self._hidden: list[str] = []
        self._kept = 0

    def read(self, html: str) -> None:
        at = 0
        while at < len(html):
            begins = html.find("<", at)
            if begins < 0:
                begins = len(html)
            if begins > at:
                self._text(unescape(html[at:begins]))
            at = self._markup(html, begins) if begins < len(html) else begins

    def _markup(self, html: str, at: int) -> int:
        """Takes in what begins with `<` and returns where it ends."""
        found = _TAG.match(html, at)
        if found:
            closing, name, attributes = found.groups()
            if closing:
                self._end(name.lower())
            else:
                self._start(name.lower(), attributes)
            return found.end()
        for opens, closes in (("<!--", "-->"), ("<!", ">"), ("<?", ">")):
            if html.startswith(opens, at):
                ends = html.find(closes, at + len(opens))
                return ends + len(closes) if ends >= 0 else len(html)
        self._text("<")
        return at + 1

    def _start(self, tag: str, attributes: str) -> None:
        if tag == "br":
            self._written.breaks = min(self._written.breaks + 1, 2)
            self._written.blank = False
            return
        classes = _attribute(_CLASS, attributes)
        if self._hidden or tag in _UNREAD or "invisible" in classes.split():
            if tag not in _VOID:
                self._hidden.append(tag)
            return
        self._open(tag, attributes, classes)

    def _end(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        if tag == "a":
            self._end_link()
        elif tag == "pre":
            self._kept = max(self._kept - 1, 0)
        self._break_at(tag)

    def _text(self, text: str) -> None:
        if not self._hidden:
            self._written.add(text, keep_blanks=self._kept > 0)

    def result(self) -> PlainText:
        self._end_link()
        text = "".join(self._written.parts)
        spans = [span for link, end in self._spans if (span := self._span(text, link, end))]
        return PlainText(text, tuple(spans))

    def _open(self, tag: str, attributes: str, classes: str) -> None:
        if tag == "a":
            self._end_link()
            self._written.begin()
            self._link = _Link(self._written.length, _attribute(_HREF, attributes), classes)
            return
        if "ellipsis" in classes.split() and self._link is not None:
            self._link.classes += " ellipsis"
        self._break_at(tag)
        if tag == "li":
            self._written.add("•", keep_blanks=True)
            self._written.blank = True
        self._kept += tag == "pre"

    def _break_at(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._written.break_lines(2)
        elif tag in _LINES:
            self._written.break_lines(1)

    def _end_link(self) -> None:
        link, self._link = self._link, None
        if link is None:
            return
        if "ellipsis" in link.classes.split():
            self._written.add("…", keep_blanks=True)
        if self._written.length > link.start:
            self._spans.append((link, self._written.length))

    def _span(self, text: str, link: _Link, end: int) -> Span | None:
        words = text[link.start : end].strip()
        named = self._name_link(link.address, link.classes, words) if words else None
        if named is None:
            return None
        start = text.index(words, link.start)
        return Span(named[0], start, start + len(words), named[1])


def _attribute(wanted: re.Pattern[str], attributes: str) -> str:
    found = wanted.search(attributes) if attributes else None
    return unescape(found[1].strip("\"'")) if found else ""
