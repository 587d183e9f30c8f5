"""Says a section: picks a line, fills in what it refers to, and so on to the last word."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from controlroom.exercise.talk.book import USUAL, Library
from controlroom.exercise.talk.chance import Dice
from controlroom.exercise.talk.phrases import Either, Phrase, Reference

DEEPEST = 12
"""Lines within lines; a section that refers to itself ends there."""


class Facts(Protocol):
    """What stays the same through a conversation, by name."""

    def __call__(self, name: str) -> str: ...


Part = str | int | tuple["Compiled", ...]
"""Words, the number of a rule, or several to choose from."""
Compiled = tuple[Part | Callable[[Facts], str], ...]


class Grammar:
    """One language of a library, ready to speak.

    Args:
        known: names in capitals that are facts here.
    """

    def __init__(self, library: Library, language: str, known: Mapping[str, object]) -> None:
        self._numbers: dict[str, int] = {}
        self._rules: list[Sequence[Compiled]] = []
        self._known = known
        self._own = library.book(language).sections
        self._usual = library.book(USUAL).sections

    def rule(self, section: str) -> int:
        """Returns the number of a section's rule. Raises KeyError if there is none."""
        if section not in self._numbers:
            self._numbers[section] = len(self._rules)
            self._rules.append(())
            phrases = self._own.get(section) or self._usual[section]
            at = self._numbers[section]
            self._rules[at] = [self._compiled(phrase) for phrase in phrases]
        return self._numbers[section]

    def say(self, rule: int, dice: Dice, facts: Facts) -> str:
        """Returns words for a rule."""
        out: list[str] = []
        self._expand(dice.pick(self._rules[rule]), dice, facts, out, 0)
        return "".join(out)

    def _expand(
        self, phrase: Compiled, dice: Dice, facts: Facts, out: list[str], depth: int
    ) -> None:
        for part in phrase:
            if type(part) is str:
                out.append(part)
            elif type(part) is int:
                if depth < DEEPEST:
                    self._expand(dice.pick(self._rules[part]), dice, facts, out, depth + 1)
            elif type(part) is tuple:
                self._expand(dice.pick(part), dice, facts, out, depth)
            else:
                out.append(part(facts))  # type: ignore[operator]

    def _compiled(self, phrase: Phrase) -> Compiled:
        return tuple(self._part(part) for part in phrase)

    def _part(self, part: str | Reference | Either) -> "Part | Callable[[Facts], str]":
        match part:
            case Reference(name) if name in self._known:
                return lambda facts: facts(name)
            case Reference(name):
                return self.rule(name)
            case Either(options):
                return tuple(self._compiled(option) for option in options)
            case _:
                return part
