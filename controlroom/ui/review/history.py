"""What became of a post: its versions, its own bytes. Read and compared off the window's thread."""

import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from controlroom.model.cached import CachedPost
from controlroom.model.highlight import marks
from controlroom.model.query.tree import Node
from controlroom.ui.board.card.clean import clean
from controlroom.ui.review.diff import changes
from controlroom.ui.review.said import How, Mark

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.cache.versions import StoredVersion

LONGEST_RAW = 200_000
LONGEST_BLOCK = 400
"""Characters of a line in a text shown whole: a view lays out only the lines it shows."""
_BLOCKS = re.compile(rf".{{1,{LONGEST_BLOCK}}}(?:\s|$)|.{{1,{LONGEST_BLOCK}}}")


@dataclass(frozen=True, slots=True)
class History:
    """A post with what it said before.

    Attributes:
        versions: each that is stored, the one that stands first.
        marks: for each version what stands out in it: found words and new ones where it stands,
            what the next version took away before that.
    """

    post: CachedPost
    versions: tuple["StoredVersion", ...]
    marks: tuple[tuple[Mark, ...], ...]


def history(cache: "CacheReader", post: CachedPost, node: Node) -> History:
    """Returns what a post said, now and before."""
    versions = tuple(cache.versions(post.id))
    texts = [one.text for one in versions] or [post.post.text]
    found = [Mark(start, end, How.FOUND) for start, end in marks(texts[0], node)]
    told: list[list[Mark]] = [found, *([] for _ in texts[1:])]
    for place, (later, earlier) in enumerate(pairwise(texts)):
        gone, new = changes(earlier, later)
        if place == 0:
            told[0] += [Mark(*one, How.NEW) for one in new]
        told[place + 1] += [Mark(*one, How.GONE) for one in gone]
    return History(post, versions, tuple(tuple(one) for one in told))


def whole_text(text: str) -> str:
    """Returns a text of any length, safe to show, in lines that are quick to lay out."""
    shown = clean(text, LONGEST_RAW)
    lines = [block for line in shown.text.split("\n") for block in _BLOCKS.findall(line) or [""]]
    return "\n".join(lines) + ("\n…" if shown.cut else "")


def raw_text(cache: "CacheReader", post: int) -> str:
    """Returns the network's own bytes for a post as text, set out where it is JSON; "" for none."""
    stored = cache.payload(post)
    if stored is None:
        return ""
    with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        stored = msgspec.json.format(stored, indent=2)
    text = stored[: LONGEST_RAW + 1].decode("utf-8", "replace")
    return whole_text(text)
