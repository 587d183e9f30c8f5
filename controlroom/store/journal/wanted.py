"""Which entries of the record somebody wants to see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from controlroom.model.decoding import decoder
from controlroom.model.journal import Entry
from controlroom.model.journal_subject import conversation_of_note, profile_of_conversation
from controlroom.model.query.fold import fold

LEAST_HASH = 8
"""From this many signs on, a word may be the beginning of an entry's hash."""
_BODY = decoder(dict[str, Any])
_UNSAID = ("salt", "v")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that has to be in an entry, or to be what something in it is called.

    Attributes:
        text: folded.
        kinds: the kinds of entries whose sentence has the word.
        names: force numbers, profile keys and roles that are called so.
    """

    text: str
    kinds: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an entry has to be, all at once; what is empty does not count.

    Attributes:
        about: the sort of its subject ("officer").
        subject: its very subject ("officer/4711").
        since, until: aware; `until` is excluded.
        only: the numbers of the entries that come into question, None for all.
        veiled: keys of profiles on whose notes no word is looked for: they are not for who asks.
    """

    about: str = ""
    subject: str = ""
    actor: str = ""
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None
    only: frozenset[int] | None = None
    words: tuple[Word, ...] = ()
    veiled: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether every entry is wanted."""
        return self == Wanted()


def fits(entry: Entry, wanted: Wanted) -> bool:
    """Returns whether an entry is wanted."""
    return (
        _is_about(entry.subject, wanted)
        and wanted.actor in ("", entry.actor)
        and wanted.kind in ("", entry.kind)
        and (wanted.since is None or entry.at >= wanted.since)
        and (wanted.until is None or entry.at < wanted.until)
        and (wanted.only is None or entry.seq in wanted.only)
        and (not wanted.words or _has_words(entry, wanted))
    )


def said(entry: Entry) -> dict[str, Any]:
    """Returns what the body of an entry says, as it can be read; empty if it cannot."""
    try:
        body = _BODY.decode(entry.body or "{}")
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return {}
    return {key: value for key, value in body.items() if key not in _UNSAID}


def _is_about(subject: str, wanted: Wanted) -> bool:
    if wanted.subject and subject != wanted.subject:
        return False
    return wanted.about in ("", subject.partition("/")[0])


def _has_words(entry: Entry, wanted: Wanted) -> bool:
    values = [entry.actor, entry.subject.partition("/")[2]]
    if not _is_veiled(entry.subject, wanted.veiled):
        values += _texts(said(entry))
    folded = " ".join(fold(value) for value in values)
    return all(_has(entry, word, values, folded) for word in wanted.words)


def _is_veiled(subject: str, veiled: frozenset[str]) -> bool:
    about, _, note = subject.partition("/")
    if about != "note" or not veiled:
        return False
    return profile_of_conversation(conversation_of_note(note)) in veiled


def _has(entry: Entry, word: Word, values: list[str], folded: str) -> bool:
    if entry.kind in word.kinds or word.text in folded or word.text == str(entry.seq):
        return True
    if word.names and any(not word.names.isdisjoint(_named(value)) for value in values):
        return True
    return len(word.text) >= LEAST_HASH and entry.hash.hex().startswith(word.text)


def _named(value: str) -> Iterator[str]:
    """Yields what a value may name: itself, what a scope is about, a conversation's profile."""
    yield value
    yield value.partition("/")[2]
    while "/" in value:
        value = value.rpartition("/")[0]
        yield value


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _texts(one)
        case list():
            for one in value:
                yield from _texts(one)
