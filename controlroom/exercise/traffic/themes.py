"""One theme as it runs: when it speaks next, in whose voice, on which network."""

from dataclasses import dataclass
from random import Random

from controlroom.exercise.scenario.plan import Scenario, Speaker, Theme
from controlroom.exercise.talk.chance import Shares, stream
from controlroom.exercise.talk.voice import Manner, Shown, Voice
from controlroom.exercise.traffic.arrivals import Arrivals
from controlroom.exercise.traffic.calm import Calm
from controlroom.exercise.traffic.manners import MANNERS
from controlroom.exercise.traffic.stage import Stage
from controlroom.exercise.world import Account

NAMING = frozenset(name for name, manners in MANNERS.items() if manners.names_parent)
_NO_OWN: dict[str, tuple[str, ...]] = {}


@dataclass(slots=True)
class Running:
    """A theme, its own stream of chance, and its voice.

    Attributes:
        offset_s: seconds between the exercise's start and the theme's.
        speakers: accounts that say it, by network; empty where it is the crowd.
        asked: profiles it writes to, by network.
    """

    theme: Theme
    chance: Random
    arrivals: Arrivals
    voice: int
    networks: Shares[str]
    speakers: dict[str, list[Account]]
    asked: dict[str, list[Account]]
    offset_s: float = 0.0

    def next_s(self) -> float:
        """Returns when it speaks next, in seconds since the exercise's start."""
        return self.offset_s + self.arrivals.next()


def run(
    theme: Theme, stage: Stage, seed: int, calm: Calm, offset_s: float | None = None
) -> Running:
    """Returns a theme ready to speak; `offset_s` is None for one that keeps the exercise's time."""
    begins = -stage.scenario.history.total_seconds() if offset_s is None else 0.0
    offset = offset_s or 0.0
    arrivals = Arrivals(
        theme.curve, stream(seed, "arrivals", theme.name), begins,
        lambda at: calm.factor(theme.calms, at + offset),
    )  # fmt: skip
    voice = Voice(stage.world, stage.speech, manner_of(theme, stage), seed)
    return Running(
        theme, stream(seed, "posts", theme.name), arrivals, stage.world.add_voice(voice),
        Shares(_networks(theme, stage.scenario)), _speakers(theme, stage),
        _by_network(stage.chosen(theme.asks)), offset,
    )  # fmt: skip


def manner_of(theme: Theme, stage: Stage) -> Manner:
    """Returns how a theme speaks."""
    feeds = stage.scenario.force.neighbours
    asked = _by_network(stage.chosen(theme.asks))
    pictures = theme.pictures
    return Manner(
        theme.name,
        theme.says,
        {feed.handle: feed.says for feed in feeds if feed.says}
        if theme.by is Speaker.FEEDS
        else _NO_OWN,
        theme.mentions,
        {network: tuple(one.handle for one in ours) for network, ours in asked.items()},
        theme.languages,
        plain=theme.by is not Speaker.PEOPLE,
        names_parent=NAMING,
        shown=Shown(pictures.share, pictures.scenes, pictures.clips, pictures.described),
    )


def _networks(theme: Theme, scenario: Scenario) -> tuple[tuple[str, float], ...]:
    if theme.by is Speaker.FEEDS:
        return (("rss", 1.0),)
    return theme.networks or scenario.networks


def _speakers(theme: Theme, stage: Stage) -> dict[str, list[Account]]:
    if theme.by is Speaker.FORCE:
        return _by_network(stage.chosen(theme.asks))
    return {"rss": stage.feeds} if theme.by is Speaker.FEEDS else {}


def _by_network(accounts: list[Account]) -> dict[str, list[Account]]:
    found: dict[str, list[Account]] = {}
    for one in accounts:
        found.setdefault(one.network, []).append(one)
    return found
