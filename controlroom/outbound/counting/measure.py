"""A text counted by the rule of a network."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import Act, Piece
from controlroom.outbound.counting.graphemes import starts
from controlroom.outbound.counting.limits import Limits, TextLimits, Unit, limits_of
from controlroom.outbound.counting.links import Link, links_in
from controlroom.outbound.counting.weighted import weights

Steps = Iterable[tuple[int, int]]
"""Where something that counts begins, and what it counts."""

_HANDLE = r"@\w+(?:[\w.-]*\w)?"
_LEADING = re.compile(rf"(?:\s*{_HANDLE})+\s*")
_AWAY = re.compile(r"(?<![\w/])@\w+(?:[\w.-]*\w)?(@[\w.-]+\w)")
_HASHTAG = re.compile(r"(?<![\w&])[#\uff03](?!\d+\b)\w+")
_MENTION = re.compile(rf"(?<![\w/.]){_HANDLE}")


@dataclass(frozen=True, slots=True)
class Count:
    """How long a piece is.

    Attributes:
        used, limit: in `unit`s; a limit of 0 is none.
        over_from: the first character that is too much or refused; the text's length if all fits.
        links: its addresses, where the network counts them for themselves; else all of them.
        used_bytes, limit_bytes: of UTF-8, where the network has such a limit besides; else 0.
        hashtags, most_hashtags, mentions, most_mentions: a limit of 0 is none.
        refused: characters in it that the network does not take.
        title: of the title, None where the network has none.
    """

    used: int
    limit: int
    over_from: int
    unit: Unit
    links: tuple[Link, ...] = ()
    used_bytes: int = 0
    limit_bytes: int = 0
    hashtags: int = 0
    most_hashtags: int = 0
    mentions: int = 0
    most_mentions: int = 0
    refused: str = ""
    title: "Count | None" = None

    @property
    def left(self) -> int:
        """Returns how many units are left, below 0 how many are too much."""
        return self.limit - self.used

    @property
    def is_over(self) -> bool:
        """Whether the text alone is longer than it may be, whatever else the network refuses."""
        pairs = (self.used, self.limit), (self.used_bytes, self.limit_bytes)
        return any(most and used > most for used, most in pairs)

    @property
    def fits(self) -> bool:
        """Whether the network takes it: text, bytes, title, hashtags and mentions."""
        pairs = (
            (self.used, self.limit),
            (self.used_bytes, self.limit_bytes),
            (self.hashtags, self.most_hashtags),
            (self.mentions, self.most_mentions),
        )
        inside = all(not most or used <= most for used, most in pairs)
        return inside and not self.refused and (self.title is None or self.title.fits)


def count(
    network: str,
    limits: Limits | None,
    piece: Piece,
    act: Act = Act.POST,
    *,
    has_title: bool = True,
) -> Count:
    """Returns how long a piece is on a network.

    Args:
        limits: of the profile's own server or plan; None for those of the network.
        act: a reply or message may have limits of its own.
        has_title: False to leave the title out, as in the later pieces of a thread.
    """
    known = limits if limits is not None else limits_of(network)
    counted = _counted(piece.text, known.text(act), act is Act.REPLY)
    if known.title is None or act is not Act.POST or not has_title:
        return counted
    title = _counted(piece.title, known.title, reply=False)
    return replace(counted, title=title)


@lru_cache(maxsize=1024)
def _counted(text: str, limits: TextLimits, reply: bool) -> Count:
    steps = list(_steps(text, limits, reply))
    used = sum(weight for _, weight in steps)
    over = _first_over(steps, limits.most, len(text))
    sizes = list(_byte_steps(text)) if limits.most_bytes else []
    refused = re.search(f"[{re.escape(limits.refused)}]", text) if limits.refused else None
    return Count(
        used=used,
        limit=limits.most,
        over_from=min(
            over,
            _first_over(sizes, limits.most_bytes, len(text)),
            refused.start() if refused else len(text),
        ),
        unit=limits.unit,
        links=_links(text, limits) if limits.per_link else links_in(text),
        used_bytes=sum(size for _, size in sizes),
        limit_bytes=limits.most_bytes,
        hashtags=len(_HASHTAG.findall(text)),
        most_hashtags=limits.hashtags,
        mentions=len(_MENTION.findall(text)),
        most_mentions=limits.mentions,
        refused="".join(dict.fromkeys(one for one in text if one in limits.refused)),
    )


def _first_over(steps: Steps, most: int, end: int) -> int:
    used = 0
    for start, weight in steps:
        used += weight
        if most and used > most:
            return start
    return end


def _steps(text: str, limits: TextLimits, reply: bool) -> Iterator[tuple[int, int]]:
    """Yields what counts, links and free names taken out of the ordinary rule."""
    free = _free(text, limits, reply)
    links = {link.start: link for link in _links(text, limits)} if limits.per_link else {}
    if not free and not links:
        yield from _plain(text, limits.unit, ())
        return
    until = 0
    for start, weight in _plain(text, limits.unit, links.values()):
        if start in links:
            until = links[start].end
            yield start, limits.per_link
        elif start >= until and not any(begin <= start < end for begin, end in free):
            yield start, weight


def _free(text: str, limits: TextLimits, reply: bool) -> list[tuple[int, int]]:
    free = []
    if limits.leading_free and reply and (match := _LEADING.match(text)):
        free.append(match.span())
    if limits.hosts_free:
        free += [match.span(1) for match in _AWAY.finditer(text)]
    return free


def _links(text: str, limits: TextLimits) -> tuple[Link, ...]:
    return tuple(
        link
        for link in links_in(text)
        if (limits.bare_links or not link.bare)
        and not 0 < limits.longest_link < len(link.text.encode("utf-16-le", "surrogatepass")) // 2
    )


def _plain(text: str, unit: Unit, links: Iterable[Link]) -> Steps:
    """Returns the steps of a text without regard to links, but with one where each begins."""
    if text.isascii() and "\r" not in text:
        return [(start, 1) for start in range(len(text))]
    if unit is Unit.WEIGHTED:
        return weights(text, frozenset(link.start for link in links))
    if unit is Unit.GRAPHEMES:
        begins = {link.start for link in links}
        return [(start, 1) for start in sorted({*starts(text)[:-1], *begins})]
    if unit is Unit.BYTES:
        return _byte_steps(text)
    return [(start, 1 + (ord(one) > 0xFFFF)) for start, one in enumerate(text)]


def _byte_steps(text: str) -> Iterator[tuple[int, int]]:
    """Yields the clusters with their size: half a cluster over is the whole of it over."""
    if text.isascii() and "\r" not in text:
        yield from ((start, 1) for start in range(len(text)))
        return
    for start, end in pairwise(starts(text)):
        yield start, len(text[start:end].encode("utf-8", "surrogatepass"))
