"""The rules that are expressions: what they find in one text of a draft."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Repair
from controlroom.outbound.checks.folded import Folded, closed_up, folded
from controlroom.outbound.checks.marked import Marked, windows
from controlroom.outbound.checks.people import name_in
from controlroom.outbound.checks.rulebook import Pattern, Tie, any_of, book, expression, ties


@dataclass(frozen=True, slots=True)
class Found:
    """Words that a rule is about: their place in the text as written."""

    rule: str
    start: int
    end: int
    repair: Repair | None


Match = tuple[str, int, int, Repair | None]
"""A rule, the place of what it found in a sentence, and what it offers."""


def found_in(text: str, whole: str, kind: str, places: frozenset[str]) -> tuple[Found, ...]:
    """Returns what the expressions find in a text, sentence by sentence.

    Args:
        whole: everything the draft says there, for what a rule asks of the whole draft.
        kind: of the draft.
        places: words of the force's own places, in lower case.
    """
    told = _told_by_draft(whole)
    found = [
        Found(rule, *reading.span(begin + start, begin + end), repair)
        for reading in (folded(text), closed_up(text))
        if reading is not None
        for begin, matches in _parts(reading, told, kind, places)
        for rule, start, end, repair in matches
    ]
    return tuple(_longest(found))


def _parts(
    reading: Folded, told: frozenset[str], kind: str, places: frozenset[str]
) -> Iterator[tuple[int, tuple[Match, ...]]]:
    """Yields what is found in each sentence, and in each few in a row, and where these begin."""
    for begin, sentence in reading.sentences():
        yield begin, _in_sentence(sentence, told, kind, places)
    for begin, sentence_marked in windows(reading, places, 1):
        yield begin, _in_window(sentence_marked, told, kind, is_wide=False)
    for begin, window in windows(reading, places):
        yield begin, _in_window(window, told, kind, is_wide=True)


@lru_cache(maxsize=512)
def _told_by_draft(whole: str) -> frozenset[str]:
    """Returns those expressions about whole drafts that hold of a sentence of this one."""
    told: frozenset[str] = frozenset()
    for _, sentence in folded(whole).sentences():
        told |= _told_by_sentence(sentence, _about_drafts() - told)
    return told


@lru_cache(maxsize=4096)
def _told_by_sentence(sentence: str, asked: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in asked if expression(one).search(sentence))


@cache
def _about_drafts() -> frozenset[str]:
    patterns = [*(pattern for rule in book() for pattern in rule.patterns), *ties()]
    asked = {one for pattern in patterns for one in (pattern.near_draft, pattern.unless_draft)}
    asked |= {one for rule in book() for one in (rule.passes_where, rule.unless_where)}
    return frozenset(part for one in asked for part in any_of(one))


@lru_cache(maxsize=512)
def _passing(told: frozenset[str]) -> frozenset[str]:
    """Returns the rules that find nothing in a draft of which that is told."""
    return frozenset(
        rule.key
        for rule in book()
        if told & any_of(rule.passes_where) and not told & any_of(rule.unless_where)
    )


@lru_cache(maxsize=4096)
def _in_sentence(
    sentence: str, told: frozenset[str], kind: str, places: frozenset[str]
) -> tuple[Match, ...]:
    return tuple(
        (rule.key, *match)
        for rule in book()
        if rule.key not in _passing(told)
        for pattern in rule.patterns
        if _is_for(pattern, kind, told) and _asks(pattern.needs, "", sentence)
        for match in _matches(pattern, sentence, places)
    )


@lru_cache(maxsize=1024)
def _in_window(
    window: Marked, told: frozenset[str], kind: str, *, is_wide: bool
) -> tuple[Match, ...]:
    return tuple(
        (tie.rule, *window.span(*_shown(match)), _repair(tie, match))
        for tie in ties()
        if tie.is_wide is is_wide
        and tie.rule not in _passing(told)
        and _is_for(tie, kind, told)
        and _asks(tie.needs, "", window.text)
        for match in expression(tie.find).finditer(window.text)
        if match.end() > match.start()
        and _is_named_in_full(tie, window, match)
        and _asks(tie.near, tie.unless, window.sentences(*match.span()))
    )


def _is_named_in_full(tie: Tie, window: Marked, match: re.Match[str]) -> bool:
    return not tie.least_words or max(window.names[slice(*_shown(match))]) >= tie.least_words


def _shown(match: re.Match[str]) -> tuple[int, int]:
    return match.span("words" if "words" in match.re.groupindex else 0)


def _is_for(pattern: Pattern, kind: str, told: frozenset[str]) -> bool:
    if (pattern.kinds and kind not in pattern.kinds) or kind in pattern.unless_kinds:
        return False
    if pattern.near_draft and told.isdisjoint(any_of(pattern.near_draft)):
        return False
    return told.isdisjoint(any_of(pattern.unless_draft))


def _asks(near: str, unless: str, text: str) -> bool:
    if near and not expression(near).search(text):
        return False
    return not (unless and expression(unless).search(text))


def _matches(
    pattern: Pattern, sentence: str, places: frozenset[str]
) -> Iterator[tuple[int, int, Repair | None]]:
    at = 0
    while match := expression(pattern.find).search(sentence, at):
        place = _place(pattern, match, places)
        at = match.start() + 1 if place is None else max(match.start() + 1, match.end())
        if (
            place is not None
            and not _stands_after(pattern, sentence, place[0])
            and _asks(pattern.near, pattern.unless, sentence)
        ):
            yield (*place, _repair(pattern, match))


def _place(
    pattern: Pattern, match: re.Match[str], places: frozenset[str]
) -> tuple[int, int] | None:
    groups = match.re.groupindex
    start, end = match.span("words") if "words" in groups else match.span()
    if not pattern.person:
        return start, end
    name = name_in(match["name"], pattern.person, places)
    if name is None:
        return None
    begin = match.start("name")
    # A name belongs to what the expression has before and after it.
    if (begin > match.start() and name[0]) or (
        match.end("name") < match.end() and name[1] < len(match["name"])
    ):
        return None
    # What stands before the name is shown only where it belongs to what was found.
    if start == begin:
        start = begin + name[0]
    if end == match.end("name"):
        end = begin + name[1]
    return start, end


def _stands_after(pattern: Pattern, text: str, at: int) -> bool:
    if not pattern.not_after:
        return False
    before = text[max(0, at - 40) : at].rstrip(" ,:")
    return expression(rf"(?:^|\b)(?:{pattern.not_after})\Z").search(before) is not None


def _repair(pattern: Pattern, match: re.Match[str]) -> Repair | None:
    if pattern.repair is None:
        return None
    if pattern.repair.text is None:
        return Repair(pattern.repair.label)
    # A group may end with the space that parts it from the next one.
    groups = {name: (value or "").strip() for name, value in match.groupdict().items()}
    return Repair(pattern.repair.label, pattern.repair.text.format(**groups).strip())


def _longest(found: list[Found]) -> list[Found]:
    """Returns what is found without what lies within another finding of the same rule."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.rule, one.start, -one.end)):
        last = kept[-1] if kept else None
        if last is None or last.rule != one.rule or one.start >= last.end:
            kept.append(one)
    return kept
