"""How each act is done on a network: dated data, `[writing]` in `resources/networks`."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

import msgspec

from controlroom.bundle import bundled
from controlroom.feeds.writing import Keyed, WayOut
from controlroom.model.decoding import from_toml
from controlroom.model.errors import OurError
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Verdict
from controlroom.model.outgoing.content import Act, Audience, Target


@dataclass(frozen=True, slots=True)
class Lack:
    """Why something cannot be done on a network, or not to everything.

    Attributes:
        text: in a sentence or two, by language.
        steps: how a person does it instead, by language; nothing where nobody can.
    """

    text: Mapping[str, str]
    source: str
    checked: date
    steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def told(self, language: str) -> str:
        """Returns the text, in English where there is none in a language."""
        return self.text.get(language) or self.text["en"]

    def how(self, language: str) -> tuple[str, ...]:
        """Returns the steps likewise."""
        return self.steps.get(language) or self.steps.get("en", ())


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """For how long after a person has spoken they can be answered.

    Attributes:
        verdict: what the checks say of an answer that leaves later.
        after: why not then, and what a person does instead.
    """

    within_s: int
    verdict: Verdict
    after: Lack


@dataclass(frozen=True, slots=True)
class OneWay:
    """What is particular to one act; what is not said holds for the whole network.

    Attributes:
        of: what it can be done to, empty for everything; why not to the rest is a lack.
        unfound: why reading back cannot find it, where `finds` says so.
        answers: for how long, by what is answered, where it is for a while only.
    """

    draws: Mapping[str, int] = field(default_factory=dict)
    within_s: int = 0
    settle_s: int = 0
    keyed: Keyed | None = None
    finds: bool = True
    harmless: bool = False
    of: tuple[Target, ...] = ()
    unfound: str = ""
    answers: Mapping[Target, AnswerWindow] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WritingRules:
    """How a network is written to.

    Attributes:
        settle_s: seconds after which nothing that was on its way appears any more.
        settle_reason: why so many.
        key_life_s: for how long the network knows a key, 0 for good.
        silence_s, whole_s: seconds that are waited for an answer: between two bytes, and in all.
        audiences: who can be let reply, besides everybody.
        card_bytes: bytes the picture of a link's card may have, 0 where the network has no cards
            of ours.
        acts: what can be done at all.
        lacks: why not, for what cannot.
    """

    source: str = ""
    checked: date = date.min
    settle_s: int = 120
    settle_reason: str = ""
    keyed: Keyed = Keyed.NONE
    key_life_s: int = 0
    silence_s: float = 30
    whole_s: float = 60
    audiences: tuple[Audience, ...] = ()
    card_bytes: int = 0
    acts: Mapping[Act, OneWay] = field(default_factory=dict)
    lacks: Mapping[Act, Lack] = field(default_factory=dict)

    @property
    def ways(self) -> Mapping[Act, WayOut]:
        """Returns every act with how it is done."""
        return MappingProxyType({act: self._way(one) for act, one in self.acts.items()})

    def _way(self, one: OneWay) -> WayOut:
        return WayOut(
            settle=timedelta(seconds=one.settle_s or self.settle_s),
            keyed=self.keyed if one.keyed is None else one.keyed,
            key_life=timedelta(seconds=self.key_life_s) if self.key_life_s else None,
            draws=one.draws,
            within=timedelta(seconds=one.within_s) if one.within_s else None,
            finds=one.finds,
            harmless=one.harmless,
            of=one.of,
        )


class _Told(msgspec.Struct):
    writing: WritingRules = WritingRules()


@lru_cache
def writing_of(network: str) -> WritingRules:
    """Returns how a network is written to; one that says nothing cannot be."""
    path = bundled("networks", f"{network}.toml")
    if not path.is_file():
        return WritingRules()
    try:
        return from_toml(path.read_bytes(), _Told).writing
    except msgspec.ValidationError as error:
        raise OurError(f"{path.name}: {error}") from None
