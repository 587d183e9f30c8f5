"""How a line of a phrase book is read: words, `{references}` and `{either|or}`.

    {hi}, any idea when the {ROAD} opens{ again|}?

A name in braces stands for a line of the section of that name; several separated by `|` stand for
one of them, which may be nothing; a name in capitals is a fact, the same through a conversation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"\w+")
_BRACE = re.compile(r"[{}|]")


@dataclass(frozen=True, slots=True)
class Reference:
    """Stands for one line of a section."""

    name: str


@dataclass(frozen=True, slots=True)
class Either:
    """Stands for one of several phrases."""

    options: tuple["Phrase", ...]


Phrase = tuple[str | Reference | Either, ...]


class Unreadable(ValueError):
    """A line has braces that do not close, or names nothing between them."""


def read_phrase(line: str) -> Phrase:
    """Returns a line in its parts. Raises `Unreadable`."""
    reading = _Reading(line)
    options = reading.options(inside=False)
    return options[0]


def references(phrase: Phrase) -> Iterator[str]:
    """Yields the names of all sections a phrase refers to."""
    for part in phrase:
        if isinstance(part, Reference):
            yield part.name
        elif isinstance(part, Either):
            for option in part.options:
                yield from references(option)


class _Reading:
    def __init__(self, line: str) -> None:
        self._line = line
        self._at = 0

    def options(self, *, inside: bool) -> list[Phrase]:
        """Reads up to the brace that closes this one, or to the end of the line."""
        options: list[list[str | Reference | Either]] = [[]]
        while True:
            sign = self._words(options[-1], inside=inside)
            if sign == "{":
                options[-1].append(self._braced())
            elif sign == "|":
                options.append([])
            elif sign == "}" or not inside:
                break
            else:
                raise Unreadable("an opening brace is never closed")
        return [tuple(option) for option in options]

    def _words(self, into: list[str | Reference | Either], *, inside: bool) -> str:
        begun = self._at
        while found := _BRACE.search(self._line, self._at):
            self._at = found.end()
            if inside or found[0] != "|":
                break
        else:
            self._at = len(self._line)
        end = found.start() if found else len(self._line)
        if words := self._line[begun:end]:
            into.append(words)
        if found and found[0] == "}" and not inside:
            raise Unreadable("a closing brace has no opening one")
        return found[0] if found else ""

    def _braced(self) -> Reference | Either:
        options = self.options(inside=True)
        if len(options) > 1:
            return Either(tuple(options))
        match options[0]:
            case (str(name),) if _NAME.fullmatch(name):
                return Reference(name)
        raise Unreadable("braces hold one name, or choices separated by |")
