"""What the engine does now and then, whatever is read: silences, second looks, what servers take.

All of it waits for what the desk wants read: it takes a reader only where one is free.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from controlroom.engine.asking import Asking
from controlroom.engine.clock_watch import ClockWatch, SleepWatch
from controlroom.engine.hands import Hands
from controlroom.engine.looking import SecondLooks
from controlroom.engine.machinery import Machinery
from controlroom.engine.seats import utc_now
from controlroom.engine.telling import gap_line
from controlroom.feeds.errors import HungUp
from controlroom.intake.looks import Look
from controlroom.intake.wanting import Wanted
from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.pipes import Voice

log = logging.getLogger(__name__)

_EACH = timedelta(seconds=30)
_LOOKS_AT_ONCE = 4


class Tending:
    """Asked in the loop's thread, as often as the engine is awake.

    Args:
        trouble: told what kept the cache from being read.
    """

    def __init__(
        self,
        machinery: Machinery,
        looks: SecondLooks,
        asking: Asking,
        hands: Hands,
        voice: Voice,
        trouble: Callable[[WorldError], None],
    ) -> None:
        self._machinery, self._plan = machinery, machinery.plan
        self._looks, self._asking = looks, asking
        self._hands, self._voice, self._trouble = hands, voice, trouble
        self._clock = ClockWatch(utc_now, clock.steady_s)
        self._sleep_watch = SleepWatch()
        self._tended = utc_now()

    def tend(self) -> None:
        """Does what is due."""
        self._mind_clock()
        now = utc_now()
        if slept := self._sleep_watch.slept():
            log.warning("this computer was asleep for %s", slept)
            self._machinery.collector.asleep = (now - slept, now)
        if abs(now - self._tended) >= _EACH:
            self._tended = now
            self._hands.start(self._note_silences())
            self._hands.start(self._look_again())
            self.ask_servers()

    def ask_servers(self) -> None:
        """Asks servers what they take, where that is not known or was told long ago."""
        self._hands.start(self._ask_servers())

    def _mind_clock(self) -> None:
        if jump := self._clock.moved():
            log.warning("the clock has jumped by %s", jump)
            self._plan.clock_moved(jump)

    async def _note_silences(self) -> None:
        """Lets gaps show while they grow, and not only once they are read over."""
        late = [turn for turn in self._plan.turns() if not turn.reading and turn.overdue(utc_now())]
        for turn in late:
            gap = await self._hands.keep(partial(self._machinery.collector.note_silence, turn))
            if gap is not None:
                self._voice.say(gap=gap_line(gap))

    async def _look_again(self) -> None:
        """Looks at what is shown, kept or young, as far as the budgets spare it."""
        wanted = [turn.wanted for turn in self._plan.turns() if not turn.asleep]
        networks = sorted({one.source.network for one in wanted})
        try:
            await self._hands.keep(lambda: self._looks.follow_deletions(networks))
            found = await self._hands.keep(lambda: self._looks.choose(wanted))
        except WorldError as error:
            self._trouble(error)
            return
        for look, one in found[:_LOOKS_AT_ONCE]:
            if self._hands.is_one_free() and self._plan.lend(one.scope):
                self._hands.reading += 1
                self._hands.start(self._look(look, one))

    async def _look(self, look: Look, wanted: Wanted) -> None:
        self._looks.asked_for(look)
        try:
            await self._hands.read(partial(self._looks.look, look, wanted))
        except HungUp:
            return
        except WorldError as error:
            # Nobody waits for a second look, so nobody is told.
            log.warning("a second look failed: %s", error)
        finally:
            self._hands.reading -= 1
            self._plan.give_back(wanted.scope)

    async def _ask_servers(self) -> None:
        try:
            found = await self._hands.keep(self._asking.choose)
        except WorldError as error:
            self._trouble(error)
            return
        for one in found:
            self._hands.start(self._ask_server(one))

    async def _ask_server(self, wanted: Wanted) -> None:
        try:
            if await self._hands.read(partial(self._asking.ask, wanted)):
                self._voice.say(servers=True)
        except HungUp:
            return
        except WorldError as error:
            # What the network's own data say is taken until it answers.
            log.warning("a server did not tell what it takes: %s", error)
