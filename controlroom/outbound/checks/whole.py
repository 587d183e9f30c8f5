"""A draft read as a whole: how much it is like labelled drafts that must not leave.

The rules find what somebody thought of. This finds what such drafts are like more often than clean
ones, by their words (`weighing`) and by how they are read (`encoder`), each the logarithm of the
odds that a draft has to be stopped. Which sentence it is for is told with its finding.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.encoder import encoded_weight
from controlroom.outbound.checks.folded import Folded, folded
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.checks.pieces import FORBIDDEN, LISTED, PART, PERHAPS
from controlroom.outbound.checks.surroundings import CaseHit, ListKind
from controlroom.outbound.checks.traits import Traits, traits_in
from controlroom.outbound.checks.weighing import weigh, weights

RULE = "like_stopped"
TAKEN_OUT = Repair("remove_words", "")
ROW, STEP = 12, 6
"""Sentences weighed together, and how far on the next ones begin: the drafts it is fitted to are no
longer, and in a long text a few sentences would weigh nothing."""
SURELY_CLEAN = -5.0
"""What weighs less is clean, even where a rule that judges by wording sees something. Of 441 drafts
that must not leave, by seven hands neither weighing was taught by, one was found by such a rule
alone and weighed less (-5.6); of their 490 clean ones three of four did (November 2026)."""
PART_CLEAN = -1.0
"""Where a part of a listed name stands in what weighs less, somebody or something else is called
so. Of those hands' 92 drafts with a listed name the lightest weighed -0.4."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where it begins and ends in the folded text, and its traits."""

    start: int
    end: int
    text: str
    traits: Traits


Row = tuple[Sentence, ...]
# Whom letters of an address remind of somebody says nothing.
_LINK = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)


def about_whole(seen: Look) -> Iterator[Finding]:
    """Yields the heaviest sentence of what is too much like drafts that must not leave."""
    limit, kind = weights().limit, seen.content.kind
    for text in seen.texts:
        row = next((one for one in rows(seen, text) if weight_of(one, kind) > limit), None)
        if row is not None:
            heaviest = _heaviest(row, kind)
            start, end = folded(text.text).span(heaviest.start, heaviest.end)
            yield finding(RULE, text, start, end, repair=TAKEN_OUT)


def is_surely_clean(seen: Look, one: Finding) -> bool:
    """Returns whether the text in which something was found is clean however it is weighed."""
    place = one.variant, one.piece, one.file
    each = (text for text in seen.texts if (text.variant, text.piece, text.file) == place)
    return all(weighs_less(seen, text, SURELY_CLEAN) for text in each)


def weighs_less(seen: Look, text: Text, weight: float) -> bool:
    """Returns whether a text can be weighed, and weighs less in all of its rows."""
    each = [weight_of(row, seen.content.kind) for row in rows(seen, text)]
    return max(each, default=0.0) < weight


def rows(seen: Look, text: Text) -> Iterator[Row]:
    """Yields the sentences of a text that are weighed together, what is listed marked in them."""
    read = folded(text.text)
    marks = dict(_marks(seen, text, read))
    sentences = tuple(
        Sentence(start, end, _marked(read, start, end, marks), traits)
        for start, end, traits in traits_in(read, seen.places())
    )
    for at in range(0, max(1, len(sentences) - STEP), STEP):
        if sentences:
            yield sentences[at : at + ROW]


def _marks(seen: Look, text: Text, read: Folded) -> Iterator[tuple[int, str]]:
    """Yields where something listed begins in the folded text, and the mark for it."""
    for hit in seen.listed.get(text.text, ()):
        yield bisect_left(read.starts, hit.start), _mark(hit)


def _mark(hit: CaseHit) -> str:
    if not hit.is_sure:
        return PERHAPS
    if hit.kind is ListKind.ORDER:
        return FORBIDDEN
    return PART if hit.is_part else LISTED


def _marked(read: Folded, start: int, end: int, marks: Mapping[int, str]) -> str:
    return "".join(marks.get(at, "") + read.text[at] for at in range(start, end))


def weight_of(row: Row, kind: str) -> float:
    """Returns what sentences weigh together, of a draft of some kind."""
    by_words = weigh(tuple(one.traits for one in row), kind)
    return by_words + encoded_weight(text_of(row), kind)


def text_of(row: Row) -> str:
    """Returns sentences as they are read together."""
    return _LINK.sub("link", " ".join(one.text.strip() for one in row))


def _heaviest(row: Row, kind: str) -> Sentence:
    """Returns the sentence without which the others weigh the least."""
    if len(row) == 1:
        return row[0]
    without = [weight_of(row[:at] + row[at + 1 :], kind) for at in range(len(row))]
    return row[min(range(len(row)), key=without.__getitem__)]
