"""Runs a scenario on a world: the traffic, the injects, how people react, what the team did."""

from collections.abc import Callable
from datetime import timedelta

from controlroom.exercise.acting import Acting
from controlroom.exercise.clock import Clock
from controlroom.exercise.faults import Faults
from controlroom.exercise.planned import InjectState, Planned
from controlroom.exercise.reactions import Reactions
from controlroom.exercise.record import Deed, Record
from controlroom.exercise.scenario.plan import Inject, Scenario
from controlroom.exercise.traffic.stage import set_stage
from controlroom.exercise.traffic.traffic import Traffic
from controlroom.exercise.world import Event, World
from controlroom.model.errors import OurError

AT_ONCE = 500
"""Steps of one call of `advance`; more would keep the server's loop from its clients."""


class UnknownInject(OurError):
    """Nobody planned an inject of this name."""


class Director:
    """Leads an exercise. Whoever owns it calls `advance` often; nothing here waits.

    Args:
        seed: of this run; the scenario's own if None.

    Attributes:
        stage: who is there.
        record: what the team did.
        planted: inject by the number of a post it made.
    """

    def __init__(
        self, scenario: Scenario, world: World, faults: Faults, seed: int | None = None
    ) -> None:
        self.scenario = scenario
        self.world = world
        self.faults = faults
        self.seed = scenario.seed if seed is None else seed
        self.planted: dict[int, Planned] = {}
        self.stage = set_stage(world, scenario, self.seed)
        self._busy = self._begun = False
        self.traffic = Traffic(self.stage, self.seed)
        self._acting = Acting(self.traffic, faults, self.seed, self._planted)
        self._reactions = Reactions(self.traffic, self.seed)
        self.record = Record(world, scenario.rumours, lambda: self._busy, self._done)
        self._stop = world.hear(self._heed)
        self._planned: dict[str, Planned] = {}
        for inject in scenario.injects:
            self.add(inject)

    @property
    def clock(self) -> Clock:
        return self.world.clock

    def begin(self) -> int:
        """Lets everything happen that was before the start; returns how many posts there are."""
        starts = round(self.clock.starts.timestamp() * 1000)
        self._until(starts, None)
        self._begun = True
        return len(self.world.columns)

    def advance(self, most: int = AT_ONCE) -> bool:
        """Lets happen what is due by now; returns whether there is more than was allowed."""
        return self._until(self.clock.now_ms(), most)

    def is_over(self) -> bool:
        """Returns whether the exercise's time is up; it may go on all the same."""
        return self.clock.since_start() >= self.scenario.lasts

    def injects(self) -> list[Planned]:
        """Returns all injects by their time."""
        return sorted(self._planned.values(), key=lambda one: one.at)

    def send_now(self, inject: str) -> None:
        """Sends an inject at once, planned or held. Raises `UnknownInject`."""
        planned = self._one(inject)
        if planned.state in (InjectState.WAITING, InjectState.HELD):
            self._act(lambda: self._acting.send(planned, self.clock.now_ms()))

    def hold(self, inject: str) -> None:
        """Keeps an inject back until it is released or sent. Raises `UnknownInject`."""
        planned = self._one(inject)
        if planned.state is InjectState.WAITING:
            planned.state = InjectState.HELD

    def release(self, inject: str) -> None:
        """Lets a held inject come at its time, or now if that is over. Raises `UnknownInject`."""
        planned = self._one(inject)
        if planned.state is InjectState.HELD:
            planned.state = InjectState.WAITING
            if planned.at <= self.clock.now():
                self.send_now(inject)

    def skip(self, inject: str) -> None:
        """Leaves an inject out for good. Raises `UnknownInject`."""
        planned = self._one(inject)
        if planned.state is not InjectState.SENT:
            planned.state = InjectState.SKIPPED

    def add(self, inject: Inject) -> Planned:
        """Plans one more inject; one that is late comes with the next `advance`.

        Raises ValueError if there is one of this name.
        """
        if inject.id in self._planned:
            raise ValueError(f"there is an inject “{inject.id}” already")
        at = self.clock.starts + inject.at
        at = max(at, self.clock.now()) if self._begun else at
        planned = Planned(inject, at, InjectState.HELD if inject.held else InjectState.WAITING)
        self._planned[inject.id] = planned
        self.traffic.later(round(at.timestamp() * 1000), lambda at_ms: self._due(planned, at_ms))
        return planned

    def jump(self, ahead: timedelta) -> None:
        """Puts the clock ahead; what lies between happens in the next calls of `advance`."""
        self.clock.jump(ahead)

    def close(self) -> None:
        """Stops listening to the world."""
        self._stop()
        self.traffic.stop()

    def _until(self, now_ms: int, most: int | None) -> bool:
        def go() -> bool:
            made = 0
            while self.traffic.next_ms() <= now_ms:
                if most is not None and made >= most:
                    return True
                self.traffic.step()
                made += 1
            return False

        return self._act(go)

    def _act(self, what: Callable[[], bool | None]) -> bool:
        """Does something of the simulation's own."""
        before, self._busy = self._busy, True
        try:
            return bool(what())
        finally:
            self._busy = before

    def _due(self, planned: Planned, at_ms: int) -> None:
        if planned.state is InjectState.WAITING:
            self._acting.send(planned, at_ms)

    def _one(self, inject: str) -> Planned:
        if inject not in self._planned:
            raise UnknownInject(inject)
        return self._planned[inject]

    def _planted(self, number: int, planned: Planned) -> None:
        self.planted[number] = planned

    def _heed(self, event: Event) -> None:
        self.record.heed(event)

    def _done(self, deed: Deed) -> None:
        at_s = (deed.at - self.clock.starts).total_seconds()
        for rumour in self.scenario.rumours:
            if rumour.name in deed.rumours and self._is_about(rumour.spread_by):
                self.traffic.calm.answer(rumour.name, at_s, rumour.calmed)
        self._reactions.react(deed)

    def _is_about(self, spread_by: tuple[str, ...]) -> bool:
        """Whether a rumour is going round yet."""
        planned = [self._planned[one] for one in spread_by if one in self._planned]
        return not planned or any(one.state is InjectState.SENT for one in planned)
