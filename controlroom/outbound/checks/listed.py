"""What stands on the case lists: protected names, and words a court has forbidden."""

from collections.abc import Iterator

from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.checks.surroundings import CaseHit, ListKind
from controlroom.outbound.checks.whole import PART_CLEAN, weighs_less

_UNREAD, _PERHAPS = "lists_unread", "perhaps_listed"
_RULES = {ListKind.NAME: "protected_name", ListKind.ORDER: "court_order"}


def about_lists(seen: Look) -> Iterator[Finding]:
    """Yields the words that stand on a case list."""
    if seen.about.lists is None:
        return
    unread = seen.about.lists.unread()
    if unread and seen.texts:
        yield finding(_UNREAD, seen.texts[0], figure=str(unread))
    for text in seen.texts:
        for hit in seen.listed[text.text]:
            if hit.is_part and _is_else(hit, text, seen):
                continue
            key = _RULES[hit.kind] if hit.is_sure else _PERHAPS
            yield finding(key, text, hit.start, hit.end, repair=Repair("remove_words", ""))


def _is_else(hit: CaseHit, text: Text, seen: Look) -> bool:
    """Returns whether a part of a name is a place, or nobody's in a draft that tells of no case."""
    is_place = _is_a_place(text.text[hit.start : hit.end], seen)
    return is_place or weighs_less(seen, text, PART_CLEAN)


def _is_a_place(words: str, seen: Look) -> bool:
    """Returns whether words are the name of a place for which a profile of the force speaks."""
    return words.casefold() in seen.places()
