"""Voices: each makes the words of the posts of one theme, the same words for the same post.

What a post says follows from the seed, from when it was published and by whom, and from nothing
else, so that the desk's own posts in between change nobody's words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from controlroom.exercise.talk.chance import Dice, Shares, mix, number_of
from controlroom.exercise.talk.habits import worn
from controlroom.exercise.talk.speech import Speech, Topic
from controlroom.exercise.world import Account, Media, MediaKind, Said, World

LONGEST = 275
"""Characters of what a person says; fits everywhere."""
_OWN_LANGUAGE = 60
"""Of a hundred posts of somebody with another mother tongue, how many are in it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What hangs on a share of a voice's posts; shares in 0 to 1."""

    share: float = 0.0
    scenes: tuple[str, ...] = ()
    clips: float = 0.0
    described: float = 0.35


@dataclass(frozen=True, slots=True)
class Manner:
    """How a voice speaks.

    Attributes:
        sections: what it says, with weights; by handle where each speaker has their own.
        mentions: share that names a profile.
        profiles: handles it may name, by network.
        languages: instead of the speakers' own.
        plain: words as the book has them, not as people type them.
        names_parent: networks on which an answer begins with whom it answers.
    """

    name: str
    sections: tuple[tuple[str, float], ...]
    own_sections: Mapping[str, tuple[str, ...]]
    mentions: float = 0.0
    profiles: Mapping[str, tuple[str, ...]] | None = None
    languages: tuple[tuple[str, float], ...] = ()
    plain: bool = False
    names_parent: frozenset[str] = frozenset()
    shown: Shown = Shown()


Saying = Callable[[Dice, Topic], str]


class Voice:
    """Makes a post's words from its number; also a `controlroom.exercise.world` voice.

    Args:
        seed: of the run.
    """

    def __init__(self, world: World, speech: Speech, manner: Manner, seed: int) -> None:
        self._world = world
        self._speech = speech
        self._manner = manner
        self._salt = mix(seed, number_of(manner.name))
        self._languages = Shares(manner.languages)
        self._known: dict[tuple[str, str], Shares[Saying]] = {}

    def __call__(self, number: int) -> Said:
        row = self._world.columns.row(number)
        author = self._world.accounts[row.author]
        person = number_of(author.handle)
        grain = mix(row.created_ms, person)
        dice = Dice(grain ^ self._salt)
        language = self._language(author, dice)
        parent = self._answered(row.reply_to)
        us = self._named(author.network, parent, dice)
        topic = self._topic(row.root, row.created_ms, grain, us, parent)
        text = self._sections(author, language).at(dice.below(9973) / 9973)(dice, topic)
        if not us:
            # Nobody is spoken to by name, so nobody is called at the beginning.
            text = text.removeprefix(f"{_NOBODY['US']} ")
        if not self._manner.plain:
            text = worn(text, person, dice, english=language == "en")
        text = self._addressed(text, author.network, us, parent)
        return Said(_cut(text.replace("  ", " ").strip()), language, self._shown(dice))

    def _language(self, author: Account, dice: Dice) -> str:
        if self._languages:
            spoken = self._languages.at(dice.below(9973) / 9973)
        elif author.language == "en" or dice.below(100) >= _OWN_LANGUAGE:
            return "en"
        else:
            spoken = author.language
        sections = self._sections_of(author)
        return spoken if any(self._speech.has(name, spoken) for name, _ in sections) else "en"

    def _sections_of(self, author: Account) -> tuple[tuple[str, float], ...]:
        own = self._manner.own_sections.get(author.handle)
        return tuple((name, 1.0) for name in own) if own else self._manner.sections

    def _sections(self, author: Account, language: str) -> Shares[Saying]:
        own = author.handle if author.handle in self._manner.own_sections else ""
        found = self._known.get((own, language))
        if found is None:
            sections = self._sections_of(author)
            there = [one for one in sections if self._speech.has(one[0], language)] or sections
            said = [(self._speech.rule(name, language), weight) for name, weight in there]
            found = self._known[own, language] = Shares(said)
        return found

    def _answered(self, number: int) -> Account | None:
        if not number:
            return None
        return self._world.accounts[self._world.columns.row(number).author]

    def _named(self, network: str, parent: Account | None, dice: Dice) -> str:
        """The profile that is spoken to, as a handle, "" for none."""
        if parent is not None and parent.ours:
            return f"@{parent.handle}"
        handles = (self._manner.profiles or {}).get(network, ())
        if not handles or not dice.chance(self._manner.mentions):
            return ""
        return f"@{handles[dice.below(len(handles))]}"

    def _topic(
        self, root: int, created_ms: int, grain: int, us: str, parent: Account | None
    ) -> Topic:
        if root:
            first = self._world.columns.row(root)
            grain = mix(first.created_ms, number_of(self._world.accounts[first.author].handle))
        minutes = created_ms // 60_000 % 1440
        clock = f"{minutes // 60:02}:{minutes % 60:02}"
        spoken = {"US": us or "police", "THEM": parent.name if parent else "", "CLOCK": clock}
        return self._speech.topic(grain, spoken)

    def _addressed(self, text: str, network: str, us: str, parent: Account | None) -> str:
        if parent is not None:
            if network not in self._manner.names_parent:
                return text.replace(us, "").strip() if us else text
            named = f"@{parent.handle}"
            return text if named in text else f"{named} {text}"
        return text if not us or us in text else f"{us} {text}"

    def _shown(self, dice: Dice) -> tuple[Media, ...]:
        shown = self._manner.shown
        if not shown.scenes or not dice.chance(shown.share):
            return ()
        scene = dice.pick(shown.scenes)
        clip = dice.chance(shown.clips)
        alt = self._alt(scene, dice) if dice.chance(shown.described) else ""
        return (media_of(scene, dice.below(1 << 30), clip=clip, alt=alt),)

    def _alt(self, scene: str, dice: Dice) -> str:
        section = f"alt_{scene}"
        if not self._speech.has(section, "en"):
            return ""
        return self._speech.rule(section, "en")(dice, self._speech.topic(dice.below(999), _NOBODY))


_NOBODY = {"US": "police", "THEM": "", "CLOCK": ""}
_SIZES: Sequence[tuple[int, int]] = ((1200, 800), (1080, 1080), (900, 1200), (1280, 720))


def media_of(scene: str, grain: int, *, clip: bool = False, alt: str = "") -> Media:
    """Returns a picture or clip of a scene; its key tells how to draw it."""
    if clip:
        length = 6000 + grain % 5 * 1500
        return Media(f"{scene}-{grain:08x}.mp4", MediaKind.VIDEO, alt, 640, 360, length)
    width, height = _SIZES[grain % len(_SIZES)]
    return Media(f"{scene}-{grain:08x}.jpg", MediaKind.IMAGE, alt, width, height)


def blank(_: int) -> Said:
    """A voice without words: of those who only pass on what is there."""
    return Said("", "")


def _cut(text: str) -> str:
    """Returns a text that fits, cut between words."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


__all__ = ["LONGEST", "Manner", "Shown", "Voice", "blank", "media_of"]
