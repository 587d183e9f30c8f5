"""The grammars of a scenario in all its languages, and the names of its people."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from zlib import crc32

from controlroom.exercise.talk.book import USUAL, Library
from controlroom.exercise.talk.chance import Dice, mix
from controlroom.exercise.talk.grammar import Grammar
from controlroom.model.query.fold import fold

SPEAKING = ("THEM", "US", "CLOCK")
"""Facts every voice knows: whom it answers, the profile it names, the time of day."""

NAMED = ("first", "last", "nick", "bio")
"""Sections of which people are made."""
ALWAYS = ("afterthought", "thanks_us", "more_us", "doubt_us", "hostile", "share")
"""Sections for second thoughts, and for what people say to what the desk publishes."""


class Topic:
    """What is the same through one conversation, and who speaks with whom.

    Args:
        grain: the conversation's number.
    """

    __slots__ = ("_facts", "_grain", "_spoken")

    def __init__(
        self, facts: Mapping[str, tuple[int, tuple[str, ...]]], grain: int, spoken: dict[str, str]
    ) -> None:
        self._facts = facts
        self._grain = grain
        self._spoken = spoken

    def __call__(self, name: str) -> str:
        if name in self._spoken:
            return self._spoken[name]
        number, values = self._facts[name]
        return values[mix(self._grain, number) % len(values)]


class Speech:
    """Everything that can be said in a scenario.

    Args:
        facts: what is the same through a conversation, by name, several of each.
    """

    def __init__(self, library: Library, facts: Mapping[str, tuple[str, ...]]) -> None:
        self._library = library
        self._facts = {name: (crc32(name.encode()), values) for name, values in facts.items()}
        self._rules: dict[tuple[str, str], Callable[[Dice, Topic], str]] = {}
        known = {**facts, **dict.fromkeys(SPEAKING)}
        self._grammars = {lang: Grammar(library, lang, known) for lang in (USUAL, *library.books)}

    def has(self, section: str, language: str) -> bool:
        """Returns whether a section has lines in a language."""
        return self._library.has(section, language)

    def rule(self, section: str, language: str) -> Callable[[Dice, Topic], str]:
        """Returns what says a section in a language, or in English where it has no such lines."""
        if (section, language) not in self._rules:
            spoken = language if self.has(section, language) else USUAL
            grammar = self._grammars[spoken]
            self._rules[section, language] = partial(grammar.say, grammar.rule(section))
        return self._rules[section, language]

    def topic(self, grain: int, spoken: dict[str, str]) -> Topic:
        """Returns a conversation's facts."""
        return Topic(self._facts, grain, spoken)

    def named(self, language: str, dice: Dice) -> tuple[str, str]:
        """Returns a name and a handle for a person who speaks a language."""
        nothing = self.topic(0, {})
        first, last = (self.rule(one, language)(dice, nothing) for one in ("first", "last"))
        nick = self.rule("nick", language)(dice, nothing)
        name = dice.pick((f"{first} {last}", f"{first} {last}", first, f"{first} {last[0]}.", nick))
        return name, _handle(_plain(first), _plain(last), _plain(nick), dice)

    def about(self, language: str, dice: Dice) -> str:
        """Returns what a person says of themselves, often nothing."""
        if dice.below(3):
            return ""
        return self.rule("bio", language)(dice, self.topic(0, {}))


def _handle(first: str, last: str, nick: str, dice: Dice) -> str:
    digits = str(dice.below(97) + 2)
    options = (
        f"{first}_{last}", f"{first}{last}", f"{first}{last}{digits}", f"{first[:1]}{last}{digits}",
        f"{nick}_{first}", f"{first}_{nick}", f"{nick}{digits}", f"{last}{first[:1]}{digits}",
        f"{first}{last[:1]}_{digits}", f"the_{nick}_{last}",
    )  # fmt: skip
    return dice.pick(options)[:15].rstrip("_") or f"{nick}{digits}"


@lru_cache(4096)
def _plain(name: str) -> str:
    """A name in letters a handle may have."""
    return "".join(char for char in fold(name) if char.isascii() and char.isalnum())
