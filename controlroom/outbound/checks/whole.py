"""A draft read as a whole: how much it is like labelled drafts that must not leave.

The rules find what somebody thought of. This finds what such drafts are like more often than clean
ones, by their words (`weighing`) and by how they are read (`encoder`), each the logarithm of the
odds that a draft has to be stopped. Which sentence it is for is told with its finding.
"""

import re
from collections.abc import Iterator

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.encoder import encoded_weight
from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.checks.traits import Traits, traits_in
from controlroom.outbound.checks.weighing import weigh, weights

RULE = "like_stopped"
TAKEN_OUT = Repair("remove_words", "")
ROW, STEP = 12, 6
"""Sentences weighed together, and how far on the next ones begin: the drafts it is fitted to are no
longer, and in a long text a few sentences would weigh nothing."""
SURELY_CLEAN = -8.0
"""What weighs less is clean, even where a rule sees something. Of 441 drafts that must not leave,
by seven hands neither weighing was taught by, the lightest weighed -7.6; of their 490 clean ones
near half weighed less (November 2026)."""


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
        row = next((one for one in rows(text, seen.places()) if weight_of(one, kind) > limit), None)
        if row is not None:
            heaviest = _heaviest(row, kind)
            start, end = folded(text.text).span(heaviest.start, heaviest.end)
            yield finding(RULE, text, start, end, repair=TAKEN_OUT)


def is_surely_clean(seen: Look, one: Finding) -> bool:
    """Returns whether the text in which something was found is clean however it is weighed."""
    place = one.variant, one.piece, one.file
    each = [
        weight_of(row, seen.content.kind)
        for text in seen.texts
        if (text.variant, text.piece, text.file) == place
        for row in rows(text, seen.places())
    ]
    return max(each, default=0.0) < SURELY_CLEAN


def rows(text: Text, places: frozenset[str]) -> Iterator[Row]:
    """Yields the sentences of a text that are weighed together."""
    read = folded(text.text)
    sentences = tuple(
        Sentence(start, end, read.text[start:end], traits)
        for start, end, traits in traits_in(read, places)
    )
    for at in range(0, max(1, len(sentences) - STEP), STEP):
        if sentences:
            yield sentences[at : at + ROW]


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
