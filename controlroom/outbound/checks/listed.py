"""What stands on the case lists: protected names, and words a court has forbidden."""

from collections.abc import Iterator

from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.look import Look, finding
from controlroom.outbound.checks.surroundings import ListKind

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
        for hit in seen.about.lists.found(text.text):
            if hit.is_part and _is_a_place(text.text[hit.start : hit.end], seen):
                continue
            key = _RULES[hit.kind] if hit.is_sure else _PERHAPS
            yield finding(key, text, hit.start, hit.end, repair=Repair("remove_words", ""))


def _is_a_place(words: str, seen: Look) -> bool:
    """Returns whether words are the name of a place for which a profile of the force speaks."""
    return words.casefold() in seen.places()
