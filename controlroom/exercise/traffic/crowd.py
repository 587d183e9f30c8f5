"""Tens of thousands of people on each network, who are made when they first speak."""

from array import array
from dataclasses import dataclass
from math import exp

from controlroom.exercise.scenario.plan import Scenario
from controlroom.exercise.talk.chance import Dice, Shares, mix, number_of
from controlroom.exercise.talk.speech import Speech
from controlroom.exercise.traffic.manners import manners_of
from controlroom.exercise.world import Account, World

_DAY_MS = 86_400_000
_YEARS = 14
_REGULARS = 0.1
"""The lower, the more of what is said comes from few people: the keenest ten times their share."""


@dataclass(slots=True)
class Crowd:
    """The people of a scenario's networks.

    Attributes:
        numbers: by network, the account of each person, 0 while they have not spoken.
    """

    world: World
    speech: Speech
    seed: int
    numbers: dict[str, "array[int]"]
    _languages: Shares[str]

    def size(self, network: str) -> int:
        """Returns how many people are on a network."""
        return len(self.numbers.get(network, ()))

    def somebody(self, network: str, share: float) -> int:
        """Returns the account of somebody; a few are met often.

        Args:
            share: where they stand, 0 to 1.
        """
        place = _REGULARS * share + (1 - _REGULARS) * share**3
        return self.person(network, int(self.size(network) * place))

    def person(self, network: str, index: int) -> int:
        """Returns the account of a person, made now if they have not been met."""
        numbers = self.numbers[network]
        if not numbers[index]:
            numbers[index] = self.world.add_account(self._made(network, index)).number
        return numbers[index]

    def _made(self, network: str, index: int) -> Account:
        grain = mix(self.seed, number_of(network), index)
        dice = Dice(grain)
        language = self._languages.at(dice.below(10_000) / 10_000)
        name, handle = self.speech.named(language, dice)
        domain = manners_of(network).domain
        handle = self._free(network, handle, domain, index)
        return Account(
            0, network, handle, name, self.speech.about(language, dice), kind="person",
            followers=_followers(dice), verified=dice.below(60) == 0, language=language,
            joined_ms=self._joined(dice),
        )  # fmt: skip

    def _free(self, network: str, handle: str, domain: str, index: int) -> str:
        if domain:
            handle = handle.lower().replace("_", "-")
        tail = f".{domain}" if domain else ""
        if self.world.by_handle(network, handle + tail) is None:
            return handle + tail
        return f"{handle}{index}{tail}"

    def _joined(self, dice: Dice) -> int:
        starts = round(self.world.clock.starts.timestamp() * 1000)
        return starts - _DAY_MS * (1 + dice.below(365 * _YEARS))


def crowd_of(world: World, scenario: Scenario, speech: Speech, seed: int) -> Crowd:
    """Returns the crowd of a scenario; nobody has spoken yet."""
    numbers = {name: array("I", bytes(4 * size)) for name, size in scenario.crowd.items() if size}
    return Crowd(world, speech, seed, numbers, Shares(scenario.languages))


def _followers(dice: Dice) -> int:
    """Most have some dozens, some have thousands, a handful have a hundred thousand."""
    bell = sum(dice.below(1000) for _ in range(4)) / 1000 - 2
    return int(exp(4.6 + 2.6 * bell))
