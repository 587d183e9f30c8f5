"""All rules applied to a draft."""

from collections.abc import Callable, Iterable, Iterator

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.model.outgoing.content import Content
from controlroom.outbound.checks.answering import about_answering
from controlroom.outbound.checks.files import about_files
from controlroom.outbound.checks.fitting import about_fitting
from controlroom.outbound.checks.lengths import about_lengths
from controlroom.outbound.checks.links import about_links
from controlroom.outbound.checks.listed import about_lists
from controlroom.outbound.checks.look import Look, finding, look
from controlroom.outbound.checks.numbers import about_numbers
from controlroom.outbound.checks.patterns import found_in
from controlroom.outbound.checks.publishing import about_publishing
from controlroom.outbound.checks.rulebook import rule
from controlroom.outbound.checks.surroundings import Surroundings
from controlroom.outbound.checks.tone import about_tone
from controlroom.outbound.checks.whole import about_whole, is_surely_clean

_TOLD = frozenset({"people", "proceedings"})
"""The groups of rules about what a draft gives away."""
_ORDER = {Verdict.BLOCKS: 0, Verdict.ASKS: 1, Verdict.PASSES: 2}


def check(content: Content, about: Surroundings) -> tuple[Finding, ...]:
    """Returns every rule that does not pass, what blocks first, then as it stands in the text.

    Pure but for the clock; what was read of a text is kept, so that the next letter costs one text.
    """
    seen = look(content, about)
    found = {one: None for about in _RULES for one in about(seen) if not _outweighed(seen, one)}
    # Where a rule can say what is wrong, what only seems wrong says nothing more.
    if not any(map(_stops_for_what_is_told, found)):
        found |= dict.fromkeys(about_whole(seen))
    return tuple(sorted(found, key=_rank))


def _rank(one: Finding) -> tuple[int, str, int, int, str]:
    return _ORDER[one.verdict], one.variant, one.piece, one.start, one.rule


def _outweighed(seen: Look, one: Finding) -> bool:
    return rule(one.rule).outweighed and is_surely_clean(seen, one)


def _stops_for_what_is_told(one: Finding) -> bool:
    return one.verdict is Verdict.BLOCKS and rule(one.rule).group in _TOLD


def _about_words(seen: Look) -> Iterator[Finding]:
    places = seen.places()
    for text in seen.texts:
        for one in found_in(text.text, text.whole, seen.content.kind, places):
            yield finding(one.rule, text, one.start, one.end, repair=one.repair)


_RULES: tuple[Callable[[Look], Iterable[Finding]], ...] = (
    about_lists,
    _about_words,
    about_numbers,
    about_links,
    about_files,
    about_lengths,
    about_fitting,
    about_tone,
    about_publishing,
    about_answering,
)
