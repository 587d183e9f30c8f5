"""Phrase books: sections of lines, one book a language, several files together.

// a remark
== question
{hi}, any idea when the {ROAD} opens?
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from controlroom.exercise.problem import Problem
from controlroom.exercise.talk.phrases import Phrase, Unreadable, read_phrase, references

USUAL = "en"


@dataclass(slots=True)
class Book:
    """The sections of one language.

    Attributes:
        places: where each line stands, for whoever has to mend it: file and line.
    """

    language: str
    sections: dict[str, list[Phrase]] = field(default_factory=dict)
    places: dict[tuple[str, int], tuple[str, int]] = field(default_factory=dict)

    def add(self, section: str, phrase: Phrase, file: str = "", line: int = 0) -> None:
        """Puts a phrase at the end of a section."""
        phrases = self.sections.setdefault(section, [])
        self.places[section, len(phrases)] = (file, line)
        phrases.append(phrase)

    def copy(self) -> "Book":
        """Returns a book that can be added to without changing this one."""
        sections = {name: list(phrases) for name, phrases in self.sections.items()}
        return Book(self.language, sections, dict(self.places))


@dataclass(slots=True)
class Library:
    """Books by language; what a language does not have is said in English."""

    books: dict[str, Book] = field(default_factory=dict)

    def book(self, language: str) -> Book:
        """Returns the book of a language, a new one if there is none yet."""
        return self.books.setdefault(language, Book(language))

    def has(self, section: str, language: str = "") -> bool:
        """Returns whether a section can be said in a language, or in any."""
        if language:
            return language in self.books and section in self.books[language].sections
        return any(section in book.sections for book in self.books.values())

    def unknown(self, used: Iterable[str], facts: Mapping[str, object]) -> Iterator[Problem]:
        """Yields references that lead nowhere, in sections used and whatever they refer to."""
        for book in self.books.values():
            waiting, seen = list(used), set(used)
            while waiting:
                section = waiting.pop()
                for at, phrase in enumerate(book.sections.get(section, ())):
                    named = set(references(phrase))
                    yield from self._nowhere(book, section, at, named, facts)
                    waiting += named - seen
                    seen |= named

    def _nowhere(
        self, book: Book, section: str, at: int, named: set[str], facts: Mapping[str, object]
    ) -> Iterator[Problem]:
        file, line = book.places[section, at]
        for name in sorted(named):
            if not self._leads(name, book, facts):
                yield Problem(line, f"there is no section called “{name}”", file)

    def _leads(self, name: str, book: Book, facts: Mapping[str, object]) -> bool:
        usual = self.books.get(USUAL, book)
        return name in facts or name in book.sections or name in usual.sections


def read_book(path: Path, into: Book) -> list[Problem]:
    """Adds a file's sections to a book; returns what cannot be read, by line."""
    problems: list[Problem] = []
    section = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        words = line.strip()
        if not words or words.startswith("//"):
            continue
        if words.startswith("=="):
            section = words.strip("= ")
        elif not section:
            problems.append(
                Problem(number, "a line stands before the first “== section”", path.name)
            )
        else:
            problems += _add(into, section, words, path.name, number)
    return problems


def _add(book: Book, section: str, words: str, file: str, line: int) -> list[Problem]:
    try:
        phrase = read_phrase("" if words == "-" else words.replace("\\n", "\n"))
    except Unreadable as wrong:
        return [Problem(line, str(wrong), file)]
    book.add(section, phrase, file, line)
    return []
