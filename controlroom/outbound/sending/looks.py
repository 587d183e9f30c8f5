"""What nobody knows is looked for, and what was withdrawn is seen gone: by reading, never by
sending again, but where the network knows an attempt by its key or twice comes to once.
"""

import logging
from datetime import datetime, timedelta
from functools import partial

from controlroom.feeds.errors import ReadError
from controlroom.feeds.writing import Keyed, LookedBack, Outgoing, Seen, WayOut, Writer
from controlroom.model.errors import WorldError
from controlroom.model.journal_outgoing import (
    DeliveryFailed,
    DeliveryReadBack,
    DeliverySeenGone,
    DeliverySent,
)
from controlroom.model.outgoing.content import About, Act
from controlroom.model.outgoing.delivery import (
    LATE_AFTER_S,
    Delivery,
    DeliveryKey,
    DeliveryState,
    Unsent,
)
from controlroom.outbound.sending.attempts import Hands, paid
from controlroom.outbound.sending.composing import NoFile, composed
from controlroom.outbound.sending.jobs import Claim, Job
from controlroom.outbound.sending.matching import Window, found, is_clean, normalised

log = logging.getLogger(__name__)

_LATE_AFTER = timedelta(seconds=LATE_AFTER_S)
_AGAIN = timedelta(seconds=30)
"""When it is tried again to read after a read that failed."""
_DOUBLED = 6
"""How often the pause between two attempts that come to one is doubled."""
_BESIDE = timedelta(seconds=2)
"""When it is looked again while somebody is sending on the same profile."""


class Looks:
    """Which looks are due, and the looks themselves. Safe in several threads."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._not_before: dict[DeliveryKey, datetime] = {}

    def unknown_opens(self, delivery: Delivery, way: WayOut | None) -> datetime | None:
        """Returns when an unknown delivery is looked for next; None for never by itself."""
        if way is None or delivery.since is None:
            return None
        wait = self._repeats(delivery, way) if way.harmless else self._reads_back(delivery, way)
        if wait is None:
            return None
        opens = delivery.since + wait
        return max(opens, self._not_before.get(delivery.key, opens))

    def _repeats(self, delivery: Delivery, way: WayOut) -> timedelta | None:
        doubled = min(max(delivery.attempts - 1, 0), _DOUBLED)
        wait = self._hands.pace.settle(way) * (1 << doubled)
        if delivery.key.withdraws or delivery.due is None or delivery.since is None:
            return wait
        return wait if delivery.since + wait <= delivery.due + _LATE_AFTER else None

    def _reads_back(self, delivery: Delivery, way: WayOut) -> timedelta | None:
        pace, settle, done = self._hands.pace, self._hands.pace.settle(way), delivery.read_backs
        if not way.finds:
            return None
        if done < pace.clean:
            return settle * (done + 1)
        if done - pace.clean < len(pace.looked_later_s):
            return settle * pace.clean + timedelta(seconds=pace.looked_later_s[done - pace.clean])
        return None

    def gone_opens(self, delivery: Delivery) -> datetime | None:
        """Returns when it is looked next whether what was withdrawn is gone."""
        if delivery.since is None:
            return None
        after = (delivery.since + timedelta(seconds=one) for one in self._hands.pace.gone_s)
        least = self._not_before.get(delivery.key, delivery.since)
        return next((one for one in after if one >= least), None)

    def look(self, key: DeliveryKey) -> None:
        """Looks for an unknown delivery and records what was seen. Raises `WorldError`."""
        self._hands.record.catch_up()
        job = self._hands.record.job(key)
        if job is None or job.claim is None or job.delivery.state is not DeliveryState.UNKNOWN:
            return
        if self._somebody_sends_beside(key):
            self._wait(key, _BESIDE)
            return
        writer = self._hands.networks.writer(key.profile)
        act = job.act(writer.ways)
        way = writer.ways.get(act)
        if way is not None and way.harmless:
            self._again(job, way)
        elif way is not None:
            self._read_back(job, job.claim, writer, act, way)

    def look_whether_gone(self, key: DeliveryKey) -> None:
        """Looks whether what was withdrawn is gone. Raises `WorldError`."""
        job = self._hands.record.job(key)
        if job is None or job.about is None or job.delivery.seen_gone:
            return
        self._wait(key, timedelta(0))
        try:
            writer = self._hands.networks.writer(key.profile)
            is_edit = job.act(writer.ways) is Act.EDIT
            seen = self._is_there_no_more(job, job.about, writer, edited=is_edit)
        except ReadError as error:
            log.warning("not seen whether it is gone: %s", error)
            return
        if seen:
            self._hands.record.tell(DeliverySeenGone(str(key), is_edit))

    def _read_back(self, job: Job, claim: Claim, writer: Writer, act: Act, way: WayOut) -> None:
        try:
            outgoing = composed(job, act, self._hands.files, claim.key, claim.first)
            looked = writer.look_back(outgoing)
        except (ReadError, NoFile, WorldError) as error:
            log.warning("%s could not be read back: %s", job.key, error)
            self._wait(job.key, _AGAIN)
            return
        # What was sent meanwhile is somebody else's.
        self._hands.record.catch_up()
        is_bound = partial(self._hands.record.is_bound, job.key.profile)
        seen = found(outgoing, looked, self._window(job, claim, way), is_bound)
        if seen is not None:
            self._found(job, seen)
        else:
            self._not_found(job, claim, way, looked)

    def _found(self, job: Job, seen: Seen) -> None:
        sent, me = seen.sent, self._hands.me
        told = DeliverySent(str(job.key), me, sent.remote_id, sent.url, sent.at, found=True)
        self._hands.record.tell(told)

    def _not_found(self, job: Job, claim: Claim, way: WayOut, looked: LookedBack) -> None:
        if not is_clean(looked, claim.first):
            self._wait(job.key, _AGAIN)
            return
        delivery = str(job.key)
        self._hands.record.tell(DeliveryReadBack(delivery, looked.looked, looked.since))
        if self._may_repeat(job, claim, way):
            self._again(job, way)
        elif looked.certain:
            reason = str(Unsent.UNREACHED)
            self._hands.record.tell(DeliveryFailed(delivery, claim.sender, reason))

    def _may_repeat(self, job: Job, claim: Claim, way: WayOut) -> bool:
        """Whether sending again cannot come to two, and is not late."""
        now = self._hands.record.now()
        if way.keyed is Keyed.NONE or not claim.keyed or not claim.key:
            return False
        knows = way.key_life is None or now < claim.first + way.key_life
        due = job.delivery.due
        return knows and due is not None and now <= due + _LATE_AFTER

    def _again(self, job: Job, way: WayOut) -> None:
        now = self._hands.record.now()
        opens = self._hands.networks.pay(job.key.profile, way, now)
        if opens > now:
            self._wait(job.key, opens - now)
            return
        self._hands.record.catch_up()
        fresh = self._hands.record.job(job.key)
        if fresh is not None and fresh.delivery.state is DeliveryState.UNKNOWN:
            paid(self._hands, fresh, way)

    def _window(self, job: Job, claim: Claim, way: WayOut) -> Window:
        skew = timedelta(seconds=self._hands.pace.skew_s)
        ends = (job.delivery.since or claim.first) + way.settle + skew
        return Window(claim.first - skew, ends)

    def _somebody_sends_beside(self, key: DeliveryKey) -> bool:
        """Whether another sender is at work on the profile: a post of its may look like this one.

        In this process nobody is: a profile is entered by one at a time.
        """
        return any(
            one.state is DeliveryState.SENDING and one.key.profile == key.profile
            for one in self._hands.record.unresolved()
        )

    def _is_there_no_more(self, job: Job, about: About, writer: Writer, *, edited: bool) -> bool:
        if not edited:
            return writer.is_gone(about.remote_id)
        at = job.claim.first if job.claim else self._hands.record.now()
        outgoing: Outgoing = composed(job, Act.EDIT, self._hands.files, "", at)
        return any(
            one.sent.remote_id == about.remote_id
            and normalised(one.text) == normalised(outgoing.text)
            for one in writer.look_back(outgoing).seen
        )

    def _wait(self, key: DeliveryKey, span: timedelta) -> None:
        self._not_before[key] = self._hands.record.now() + span


def way_of(hands: Hands, delivery: Delivery) -> WayOut | None:
    """Returns how the act of a delivery is done, None where it cannot be said."""
    ways = hands.networks.ways(delivery.key.network)
    return ways.get(
        Act.DELETE if delivery.key.withdraws and delivery.act not in ways else delivery.act
    )
