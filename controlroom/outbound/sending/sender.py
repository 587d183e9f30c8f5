"""The loop: what is due is begun, what is unknown is looked for.

One slow network or profile stops no other: each attempt runs in a thread of its own, few of them on
one server.
"""

import logging
import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

from controlroom.feeds.writing import WayOut
from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState
from controlroom.outbound.sending.attempts import Hands, abandoned, paid
from controlroom.outbound.sending.looks import Looks, way_of
from controlroom.outbound.sending.times import Moment, Times

log = logging.getLogger(__name__)

_LONGEST_SLEEP_S = 20.0
"""Awake now and then all the same: the clock may jump, and a laptop may have slept."""
_SHORTEST_SLEEP_S = 0.01

Doubt = Callable[[bool], None]
Trouble = Callable[[WorldError], None]


class Sender:
    """Works from `begin` to `end`, in threads of its own.

    Args:
        alone: no other sender is at work on this record: every claim that is not ours has ended.
        doubt: called when the clock has become doubtful, and when it is right again.
        trouble: called with what keeps everything from being sent, once.

    Attributes:
        steps: how often it has looked at everything.
    """

    def __init__(
        self,
        hands: Hands,
        *,
        alone: bool = True,
        doubt: Doubt = lambda _: None,
        trouble: Trouble = lambda _: None,
    ) -> None:
        self._hands, self._alone = hands, alone
        self._doubt, self._trouble, self._told = doubt, trouble, ""
        self._looks = Looks(hands)
        self._times = Times(hands.record.now, hands.running)
        self._over, self._woken = threading.Event(), threading.Event()
        self._pool = ThreadPoolExecutor(hands.pace.at_once, thread_name_prefix="send")
        self._thread = threading.Thread(target=self._work, name="sender")
        self._ears = threading.Thread(target=self._listen, name="sender ears")
        self._wakes_at: datetime | None = None
        self.steps = 0

    def begin(self) -> None:
        """Begins to send."""
        self._thread.start()
        self._ears.start()

    def wake(self) -> None:
        """Looks at once at what there is to do."""
        self._woken.set()

    def end(self) -> None:
        """Begins nothing more, and returns when what is under way has ended.

        What takes too long is hung up on: nobody knows then what became of it, and it is looked for
        at the next start.
        """
        self._over.set()
        self._woken.set()
        if self._thread.ident is not None:
            self._thread.join()
            self._ears.join()
        until = clock.real_s() + self._hands.pace.end_s
        while self._hands.lanes.busy and clock.real_s() < until:
            self._woken.wait(_SHORTEST_SLEEP_S)
            self._woken.clear()
        self._hands.networks.close()
        self._pool.shutdown(wait=True)

    def _work(self) -> None:
        while not self._over.is_set():
            self._woken.clear()
            began = clock.real_s()
            try:
                self._step()
                self.steps, self._told = self.steps + 1, ""
            except WorldError as error:
                self._tell(error)
                self._over.wait(self._hands.pace.rest_s)
                continue
            except Exception:
                log.exception("nothing is sent")
                self._over.wait(self._hands.pace.rest_s)
                continue
            # What comes in a burst is looked at together, and leaves room for the work itself.
            self._over.wait(max(_TOGETHER_S, _SHARE * (clock.real_s() - began)))
            self._sleep()

    def _tell(self, error: WorldError) -> None:
        """Once: it is tried again every few seconds."""
        if error.told() != self._told:
            self._told = error.told()
            log.warning("nothing is sent: %s", error)
            self._trouble(error)

    def _listen(self) -> None:
        heard = 0
        while not self._over.is_set():
            try:
                head = self._hands.record.wait(heard, _EAR_S)
            except WorldError:
                self._over.wait(self._hands.pace.rest_s)
            else:
                if head != heard:
                    heard = head
                    self._woken.set()

    def _step(self) -> None:
        record = self._hands.record
        record.catch_up()
        moment = self._moment()
        self._wakes_at = record.next_due(moment.shown)
        self._settle(moment)
        self._begin_due(moment)
        self._begin_gone(moment)

    def _moment(self) -> Moment:
        before = self._times.in_doubt
        record = self._hands.record
        moment = self._times.look(record.stamped(), record.seq)
        if before != self._times.in_doubt:
            log.warning("the clock is %s", "in doubt" if self._times.in_doubt else "right again")
            self._doubt(self._times.in_doubt)
        return moment

    def _begin_due(self, moment: Moment) -> None:
        """Of each profile the first only, so that they leave in their order."""
        busy = {
            one.key.profile
            for one in self._hands.record.unresolved()
            if one.state is DeliveryState.SENDING
        }

        def is_free(profile: str) -> bool:
            return profile not in busy and self._hands.lanes.has_room(profile)

        due = list(self._hands.record.due(moment.shown, is_free, moment.may_leave))
        if not self._alone:
            # Lest all of them want the same one.
            random.shuffle(due)
        for one in due:
            if self._is_open(one, moment):
                self._begin(one, moment)

    def _is_open(self, delivery: Delivery, moment: Moment) -> bool:
        """Whether the profile is not let alone."""
        hands, profile = self._hands, delivery.key.profile
        opens = hands.lanes.opens(profile, moment.shown, hands.networks.sign_in(profile))
        return opens is not None and self._is_now(opens, moment)

    def _begin(self, delivery: Delivery, moment: Moment) -> None:
        """Begins an attempt if there is room for it and its allowances are not used up."""
        hands, profile = self._hands, delivery.key.profile
        if self._over.is_set() or not hands.lanes.enter(profile):
            return
        way = way_of(hands, delivery) or _FREE
        opens = hands.networks.pay(profile, way, moment.shown)
        if self._is_now(opens, moment):
            self._pool.submit(self._guarded, delivery.key, partial(self._attempt, way))
        else:
            hands.lanes.leave(profile)

    def _settle(self, moment: Moment) -> None:
        """Goes after what is being sent by nobody, and what is unknown."""
        for one in self._hands.record.unresolved():
            if one.state is DeliveryState.SENDING:
                self._give_up(one, moment)
                continue
            opens = self._looks.unknown_opens(one, way_of(self._hands, one))
            if opens is not None and self._is_now(opens, moment):
                self._enter(one.key, self._looks.look)

    def _give_up(self, delivery: Delivery, moment: Moment) -> None:
        # In this order: who leaves has told what came of it.
        is_under_way = self._hands.lanes.is_under_way(delivery.key.profile)
        job = self._hands.record.job(delivery.key)
        if job is None or job.claim is None or job.delivery.state is not DeliveryState.SENDING:
            return
        if job.claim.sender == self._hands.me:
            over = not is_under_way
        else:
            age = (moment.shown - (delivery.since or moment.shown)).total_seconds()
            over = self._alone or age > self._hands.pace.given_up_s
        if over:
            abandoned(self._hands, delivery.key, job.claim)

    def _begin_gone(self, moment: Moment) -> None:
        for one in self._hands.record.to_see_gone():
            opens = self._looks.gone_opens(one)
            if opens is not None and self._is_now(opens, moment):
                self._enter(one.key, self._looks.look_whether_gone)

    def _attempt(self, way: WayOut, key: DeliveryKey) -> None:
        job = self._hands.record.job(key)
        if job is not None and job.delivery.state is DeliveryState.SCHEDULED:
            paid(self._hands, job, way)
        else:
            self._hands.networks.answered(key.profile, way, (), self._hands.record.now())

    def _enter(self, key: DeliveryKey, work: Callable[[DeliveryKey], None]) -> None:
        if not self._over.is_set() and self._hands.lanes.enter(key.profile):
            self._pool.submit(self._guarded, key, work)

    def _guarded(self, key: DeliveryKey, work: Callable[[DeliveryKey], None]) -> None:
        try:
            work(key)
        except WorldError as error:
            log.warning("%s: %s", key, error)
            self._over.wait(self._hands.pace.rest_s)
        except Exception:
            log.exception("%s", key)
            self._over.wait(self._hands.pace.rest_s)
        finally:
            self._hands.lanes.leave(key.profile)
            self._woken.set()

    def _is_now(self, opens: datetime, moment: Moment) -> bool:
        """Whether a moment has come; if not, the loop wakes for it."""
        if opens <= moment.shown:
            return True
        if self._wakes_at is None or opens < self._wakes_at:
            self._wakes_at = opens
        return False

    def _sleep(self) -> None:
        seconds: float | None = _LONGEST_SLEEP_S
        if self._wakes_at is not None:
            seconds = clock.real_seconds(self._wakes_at - self._hands.record.now())
        seconds = _LONGEST_SLEEP_S if seconds is None else seconds
        self._woken.wait(min(max(seconds, _SHORTEST_SLEEP_S), _LONGEST_SLEEP_S))


_EAR_S = 0.5
_TOGETHER_S, _SHARE = 0.01, 5
_FREE = WayOut(settle=timedelta(0))
"""What the network cannot do costs nothing; the attempt says so."""
