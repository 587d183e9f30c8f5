"""Brings a scenario's people and profiles into a world, and knows who is who."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from controlroom.exercise.scenario.force import Choice, handle_on
from controlroom.exercise.scenario.plan import Person, Scenario
from controlroom.exercise.talk.chance import mix, number_of
from controlroom.exercise.talk.speech import Speech
from controlroom.exercise.traffic.crowd import Crowd, crowd_of
from controlroom.exercise.traffic.manners import manners_of
from controlroom.exercise.world import Account, World

_DAY_MS = 86_400_000


@dataclass(slots=True)
class Stage:
    """Who is there.

    Attributes:
        profiles: the force's accounts by network and handle, in the force's order.
        people: accounts of those with a part, by key and network.
        feeds: accounts of neighbours' feeds.
    """

    world: World
    scenario: Scenario
    speech: Speech
    crowd: Crowd
    profiles: dict[tuple[str, str], Account] = field(default_factory=dict)
    people: dict[tuple[str, str], Account] = field(default_factory=dict)
    feeds: list[Account] = field(default_factory=list)

    def chosen(self, choice: Choice, network: str = "") -> list[Account]:
        """Returns the force's accounts that are meant."""
        found = self.scenario.force.chosen(choice)
        return [self.profiles[p.network, p.handle] for p in found if network in ("", p.network)]

    def profile(self, network: str, handle: str) -> Account | None:
        """Returns a profile by its handle as the scenario writes it."""
        written = handle_on(network, handle, self.scenario.force.domain)
        return self.profiles.get((network, written))


def set_stage(world: World, scenario: Scenario, seed: int) -> Stage:
    """Adds profiles, feeds and people to a world; the crowd comes when it speaks."""
    speech = Speech(scenario.library, scenario.facts)
    stage = Stage(world, scenario, speech, crowd_of(world, scenario, speech, seed))
    for one in scenario.force.profiles:
        account = Account(
            0, one.network, one.handle, one.name, one.about, ours=True, kind="force",
            followers=one.followers, verified=one.verified, joined_ms=_long_ago(world, one.handle),
        )  # fmt: skip
        stage.profiles[one.network, one.handle] = world.add_account(account)
    for feed in scenario.force.neighbours:
        account = Account(
            0, "rss", feed.handle, feed.name, feed.about, kind=feed.kind,
            joined_ms=_long_ago(world, feed.handle),
        )  # fmt: skip
        stage.feeds.append(world.add_account(account))
    _cast(stage, scenario.cast)
    return stage


def _cast(stage: Stage, cast: Iterable[Person]) -> None:
    for one in cast:
        for network in one.networks:
            handle = _handle(one, network)
            there = stage.world.by_handle(network, handle)
            account = there or Account(
                0, network, handle, one.name, one.about, kind=one.kind, followers=one.followers,
                verified=one.verified, language=one.language,
                joined_ms=_long_ago(stage.world, handle),
            )  # fmt: skip
            stage.people[one.key, network] = there or stage.world.add_account(account)


def _handle(one: Person, network: str) -> str:
    domain = manners_of(network).domain
    return handle_on(network, one.handle, domain) if domain else one.handle


def _long_ago(world: World, handle: str) -> int:
    starts = round(world.clock.starts.timestamp() * 1000)
    return starts - _DAY_MS * (400 + mix(number_of(handle)) % 4000)
