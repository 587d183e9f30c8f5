"""X's query language, which searches and stream rules share: words in, a test of posts out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from controlroom.exercise.faces.x.subject import OPERATORS, Subject
from controlroom.model.query.fold import fold

Test = Callable[[Subject], bool]
_PIECE = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>-(?=\S))|\"(?P<phrase>[^\"]*)\""
    r"|(?P<operator>[a-z_]+):(?:\"(?P<quoted>[^\"]*)\"|(?P<value>[^\s()\"]+))"
    r"|(?P<word>[^\s()\"]+))"
)
_DEEPEST = 30


class NoQuery(ValueError):
    """These words are no question X understands; the message says why."""


@dataclass(slots=True)
class _Made:
    """A part of a query.

    Attributes:
        alone: it may stand alone: it finds something by itself, instead of narrowing it down.
    """

    test: Test
    alone: bool = True


@dataclass(slots=True)
class _Reader:
    pieces: list[re.Match[str]]
    at: int = 0
    depth: int = field(default=0)

    def whole(self) -> _Made:
        made = self.either()
        if self.at < len(self.pieces):
            raise NoQuery("missing '(' at a ')'")
        return made

    def either(self) -> _Made:
        made = [self.all()]
        while self._word() == "OR":
            self.at += 1
            made.append(self.all())
        if len(made) == 1:
            return made[0]
        tests = [one.test for one in made]
        return _Made(lambda s: any(test(s) for test in tests), all(one.alone for one in made))

    def all(self) -> _Made:
        made = []
        while self.at < len(self.pieces) and self._word() != "OR" and not self._is("close"):
            made.append(self.one())
        if not made:
            raise NoQuery("something is missing beside an OR, or between parentheses")
        if len(made) == 1:
            return made[0]
        tests = [one.test for one in made]
        return _Made(lambda s: all(test(s) for test in tests), any(one.alone for one in made))

    def one(self) -> _Made:
        if self._is("minus"):
            self.at += 1
            inner = self.one().test
            return _Made(lambda s: not inner(s), alone=False)
        piece = self._next()
        if piece.lastgroup == "close":
            raise NoQuery("missing '('")
        return self._inside() if piece["open"] else _leaf(piece)

    def _inside(self) -> _Made:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NoQuery("too many parentheses")
        made = self.either()
        if not self._is("close"):
            raise NoQuery("missing ')'")
        self.at += 1
        self.depth -= 1
        return made

    def _next(self) -> re.Match[str]:
        if self.at >= len(self.pieces):
            raise NoQuery("something is missing at the end")
        self.at += 1
        return self.pieces[self.at - 1]

    def _word(self) -> str:
        return self.pieces[self.at]["word"] or "" if self.at < len(self.pieces) else ""

    def _is(self, group: str) -> bool:
        return self.at < len(self.pieces) and self.pieces[self.at][group] is not None


def compiled(query: str) -> Test:
    """Returns the test a query stands for. Raises `NoQuery`."""
    made = _Reader(list(_pieces(query))).whole()
    if not made.alone:
        raise NoQuery("a query needs something to find, not only something to leave out")
    return made.test


def _pieces(query: str) -> Iterator[re.Match[str]]:
    at, query = 0, query.rstrip()
    while at < len(query):
        piece = _PIECE.match(query, at)
        if piece is None:
            raise NoQuery(f"no viable alternative at character {at}")
        yield piece
        at = piece.end()


def _leaf(piece: re.Match[str]) -> _Made:
    if piece["operator"]:
        return _operator(piece["operator"], piece["quoted"] or piece["value"] or "")
    if piece["phrase"] is not None:
        return _Made(_says(piece["phrase"]))
    word = piece["word"]
    if word[0] in "#$" and len(word) > 1:
        tag = fold(word[1:])
        return _Made(lambda subject: tag in subject.tags)
    if word[0] == "@" and len(word) > 1:
        handle = word[1:].casefold()
        return _Made(lambda subject: handle in subject.mentions)
    return _Made(_says(word))


def _operator(name: str, value: str) -> _Made:
    known = OPERATORS.get(name)
    if known is None:
        raise NoQuery(f"Reference to invalid operator '{name}'")
    test = known.test_for(value)
    if test is None:
        raise NoQuery(f"Reference to invalid value '{value}' of operator '{name}'")
    return _Made(test, known.alone)


def _says(words: str) -> Test:
    wanted = fold(words)
    if not wanted:
        raise NoQuery("there is no word in it")
    padded = f" {wanted} "
    return lambda subject: padded in subject.words
