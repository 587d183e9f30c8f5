"""What stands on the case lists: protected names, and words a court has forbidden."""

from collections.abc import Iterator

from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.look import Look, finding
from controlroom.outbound.checks.surroundings import ListKind

_UNREAD = "lists_unread"
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
            repair = Repair("remove_words", "")
            yield finding(_RULES[hit.kind], text, hit.start, hit.end, repair=repair)
