"""What is chosen in the filters, and what that means for the entries of the record."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal import stamp
from controlroom.model.query.fold import fold
from controlroom.store.journal.wanted import Wanted, Word
from controlroom.ui.journal.labels import KINDS, kind_told
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.sentences import template_words

translate = QCoreApplication.translate
WITHOUT_EFFECT = "without-effect"
"""Stands among the kinds, but is none."""
SPANS = {
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
    "month": timedelta(days=30),
    "year": timedelta(days=365),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose; what is empty does not count.

    Attributes:
        text: free text.
        subject: a subject ("officer/4711") or a sort of them ("officer").
        kind: a kind of entry, or `WITHOUT_EFFECT`.
        since, until: aware; `until` is excluded.
    """

    text: str = ""
    subject: str = ""
    actor: str = ""
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.words() and replace(self, text="") == Chosen()

    def words(self) -> list[str]:
        """Returns the words of the text, folded."""
        return fold(self.text).split()

    def recorded(self) -> str:
        """Returns it as an export tells the record of it, alike in every language."""
        parts = {
            "subject": self.subject,
            "actor": self.actor,
            "kind": self.kind,
            "since": stamp(self.since) if self.since else "",
            "until": stamp(self.until) if self.until else "",
            "text": " ".join(self.words()),
        }
        return "; ".join(f"{name}={value}" for name, value in parts.items() if value)


def wanted(chosen: Chosen, names: Names) -> Wanted:
    """Returns which entries are meant; names are looked up as they are now."""
    refused = names.state.refused if names.state is not None else {}
    only = chosen.kind == WITHOUT_EFFECT
    is_sort = chosen.subject and "/" not in chosen.subject
    return Wanted(
        about=chosen.subject if is_sort else "",
        subject="" if is_sort else chosen.subject,
        actor=chosen.actor,
        kind="" if only else chosen.kind,
        since=chosen.since,
        until=chosen.until,
        only=frozenset(refused) if only else None,
        words=tuple(_word(word, names) for word in chosen.words()),
        veiled=names.veiled() if chosen.words() else frozenset(),
    )


def _word(word: str, names: Names) -> Word:
    kinds = (kind for kind in KINDS if word in fold(f"{kind_told(kind)} {template_words(kind)}"))
    return Word(word, frozenset(kinds), frozenset(_named(word, names)))


def _named(word: str, names: Names) -> list[str]:
    state = names.state
    if state is None:
        return []
    found = [number for number, one in state.officers.items() if word in fold(one.name)]
    found += [key for key in state.profiles if word in fold(names.profile(key))]
    return found + [role for role in state.roles if word in fold(names.role(role))]
