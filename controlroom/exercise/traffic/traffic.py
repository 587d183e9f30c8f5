"""The traffic of a scenario: every theme's posts in one order, each when its time has come."""

import heapq
from array import array
from collections.abc import Callable, Iterable
from dataclasses import replace

from controlroom.exercise.scenario.plan import Speaker
from controlroom.exercise.talk.chance import Dice, mix
from controlroom.exercise.talk.voice import blank
from controlroom.exercise.traffic.arrivals import NEVER
from controlroom.exercise.traffic.calm import Calm
from controlroom.exercise.traffic.manners import Manners, manners_of
from controlroom.exercise.traffic.recent import OURS, Recent
from controlroom.exercise.traffic.stage import Stage
from controlroom.exercise.traffic.themes import Running, run
from controlroom.exercise.world import Account, Event, EventKind, PostKind

_SECOND_THOUGHT_MS = 480_000
Act = Callable[[int], None]


class Traffic:
    """Posts of everybody but the desk, at the exercise's times, the same for the same seed.

    Every post takes the same number of throws from its theme's own stream whatever the world looks
    like, so that what the desk does moves no later post.
    """

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage = stage
        self.recent = Recent(stage.world)
        self.calm = Calm()
        self._world = stage.world
        self._seed = seed
        self._starts_ms = round(stage.world.clock.starts.timestamp() * 1000)
        self._blank = stage.world.add_voice(blank)
        self._due: list[tuple[int, int, Act]] = []
        calmed = (theme.name for theme in stage.scenario.themes if theme.calms)
        self._spread: dict[str, array[int]] = {name: array("Q") for name in calmed}
        self._serial = 0
        self.stop = stage.world.hear(self._heed)
        for theme in stage.scenario.themes:
            if not theme.after:
                self._plan(run(theme, stage, seed, self.calm))

    def next_ms(self) -> float:
        """Returns when somebody speaks next, in milliseconds since 1970; `NEVER` if nobody does."""
        return self._due[0][0] if self._due else NEVER

    def step(self) -> None:
        """Lets happen what is next, whatever the time."""
        at_ms, _, act = heapq.heappop(self._due)
        act(at_ms)

    def wake(self, label: str, at_ms: int) -> None:
        """Begins the themes that follow an inject."""
        offset = (at_ms - self._starts_ms) / 1000
        for theme in self.stage.scenario.themes:
            if theme.after == label:
                self._plan(run(theme, self.stage, self._seed, self.calm, offset))

    def spread(self, themes: Iterable[str]) -> list[int]:
        """Returns when themes that spread a rumour spoke, in milliseconds since 1970."""
        return [at for name in themes for at in self._spread.get(name, ())]

    def later(self, at_ms: int, act: Act) -> None:
        """Lets something happen in its turn."""
        self._serial += 1
        heapq.heappush(self._due, (at_ms, self._serial, act))

    def _plan(self, running: Running) -> None:
        at = running.next_s()
        if at == NEVER:
            return
        self.later(self._starts_ms + int(at * 1000), lambda at_ms: self._speak(running, at_ms))

    def _speak(self, running: Running, at_ms: int) -> None:
        draws = [running.chance.random() for _ in range(8)]
        network = running.networks.at(draws[0])
        before = len(self._world.columns)
        number = self._publish(running, network, at_ms, draws)
        if running.theme.name in self._spread and len(self._world.columns) > before:
            self._spread[running.theme.name].append(at_ms)
        if number:
            self.recent.add(running.theme.name, network, number)
            self._second_thought(running, network, number, at_ms, draws[7])
        self._plan(running)

    def _publish(self, running: Running, network: str, at_ms: int, draws: list[float]) -> int:
        """Publishes one post of a theme; returns 0 if there is nowhere to say it."""
        theme, manners = running.theme, manners_of(network)
        author = self._author(running, network, draws[1])
        if not author:
            return 0
        if draws[5] < theme.reposts:
            self._repost(running, network, author, at_ms, draws)
            return 0
        kind, to, target = theme.kind or PostKind.STATUS, 0, 0
        if theme.by is not Speaker.PEOPLE:
            kind = theme.kind or manners.ours
        elif kind is PostKind.MESSAGE:
            if not (to := _one(running.asked.get(network, []), draws[3])):
                return 0
        else:
            target = self._target(running, network, draws)
            to = 0 if target else self._visited(running, network, manners, draws)
            if not target and not to and (theme.replying >= 1 or not manners.open):
                return 0
            kind = theme.kind or (manners.reply if target else PostKind.STATUS)
        return self._world.publish(
            author, None, kind=kind, reply_to=target, to=to, voice=running.voice, at_ms=at_ms
        )

    def _author(self, running: Running, network: str, draw: float) -> int:
        if running.theme.by is Speaker.PEOPLE:
            return self.stage.crowd.somebody(network, draw) if self.stage.crowd.size(network) else 0
        return _one(running.speakers.get(network, []), draw)

    def _target(self, running: Running, network: str, draws: list[float]) -> int:
        """What a post answers: what its theme answers, or a post of ours where one has to."""
        theme, manners = running.theme, manners_of(network)
        if draws[2] < theme.replying:
            found = self.recent.newest(theme.replies_to, network, draws[3], draws[4])
            if found or manners.open or theme.replying >= 1:
                return found
        if manners.open or draws[6] < manners.visits:
            return 0
        return self.recent.newest((OURS,), network, draws[3], 0.0)

    def _visited(self, running: Running, network: str, manners: Manners, draws: list[float]) -> int:
        """The profile on whose page somebody writes."""
        if draws[6] >= manners.visits or draws[2] < running.theme.replying:
            return 0
        return _one(running.asked.get(network, []), draws[3])

    def _repost(
        self, running: Running, network: str, author: int, at_ms: int, draws: list[float]
    ) -> None:
        names = (running.theme.name, *running.theme.replies_to)
        quoted = self.recent.newest(names, network, draws[3], draws[4])
        if quoted and manners_of(network).reposts:
            kind = PostKind.REPOST
            self._world.publish(
                author, None, kind=kind, quote=quoted, voice=self._blank, at_ms=at_ms
            )

    def _second_thought(
        self, running: Running, network: str, number: int, at_ms: int, draw: float
    ) -> None:
        """Some time later a few change what they wrote, or take it back."""
        theme = running.theme
        at = at_ms + 20_000 + mix(at_ms, int(draw * 1e9)) % _SECOND_THOUGHT_MS
        if draw < theme.edits:
            if manners_of(network).edits:
                self.later(at, lambda now: self._amend(number, now))
        elif draw < theme.edits + theme.deletes:
            self.later(at, lambda now: self._take_back(number, now))

    def _amend(self, number: int, at_ms: int) -> None:
        if self._world.is_gone(number) or not self.stage.speech.has("afterthought", "en"):
            return
        said = self._world.post(number).said
        speech = self.stage.speech
        topic = speech.topic(0, {"US": "police", "THEM": "", "CLOCK": ""})
        more = speech.rule("afterthought", said.language)(Dice(mix(at_ms)), topic)
        self._world.edit(number, replace(said, text=f"{said.text} {more}"), at_ms=at_ms)

    def _take_back(self, number: int, at_ms: int) -> None:
        if not self._world.is_gone(number):
            self._world.delete(number, at_ms=at_ms)

    def _heed(self, event: Event) -> None:
        """Remembers what the force publishes: people comment there."""
        if event.kind is not EventKind.CREATED:
            return
        row = self._world.columns.row(event.number)
        message = self._world.kind(event.number) is PostKind.MESSAGE
        if self._world.accounts[row.author].ours and not (row.reply_to or row.quote or message):
            self.recent.add(OURS, event.network, event.number)


def _one(accounts: list[Account], draw: float) -> int:
    return accounts[int(draw * len(accounts))].number if accounts else 0
