"""One attempt at one delivery: claimed before the first byte, sent once, its outcome recorded.

Nothing here is done twice: what nobody knows is said to be unknown, and `looks` goes on from there.
"""

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from controlroom.feeds.writing import Keyed, NotSent, Outgoing, PerhapsSent, SentAs, WayOut, Writer
from controlroom.model.errors import ControlRoomError, WorldError
from controlroom.model.frozen import dataclass
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryFailed,
    DeliverySent,
    DeliveryUnknown,
)
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import DeliveryKey, Unsent
from controlroom.outbound.sending.composing import NoFile, composed
from controlroom.outbound.sending.doors import Checks, Files, Networks, Record, Running
from controlroom.outbound.sending.jobs import Claim, Job
from controlroom.outbound.sending.lanes import Lanes
from controlroom.outbound.sending.pace import Pace

if TYPE_CHECKING:
    from controlroom.feeds.base import Budget

log = logging.getLogger(__name__)

GOES_ON = frozenset({Unsent.TOO_MANY, Unsent.UNREACHED, Unsent.SLEPT})
"""What is tried again by itself: nothing was published, and nobody has to mend anything."""
OUR_MISTAKE = "A mistake of this program."


class _Stopped(Exception):
    """Right before its first byte: it may not leave any more."""

    def __init__(self, reason: Unsent, said: str) -> None:
        super().__init__(said)
        self.reason, self.said = reason, said


@dataclass(frozen=True, slots=True)
class Hands:
    """What attempts and looks work with.

    Attributes:
        me: names this sender: 32 hexadecimal digits, new with every start.
    """

    me: str
    record: Record
    networks: Networks
    files: Files
    checks: Checks
    lanes: Lanes
    pace: Pace
    running: Running


@dataclass(frozen=True, slots=True)
class _Plan:
    """An attempt that can be made."""

    writer: Writer
    outgoing: Outgoing
    key: str
    keyed: bool


@dataclass(frozen=True, slots=True)
class _Unfit:
    """What stands against an attempt, before anything leaves."""

    reason: Unsent
    said: str
    key: str
    keyed: bool = False


class Attempt:
    """One attempt, which has been paid for; used once, by one thread.

    Attributes:
        budgets: what the network says is left.
    """

    def __init__(self, hands: Hands, job: Job) -> None:
        self._hands, self._job = hands, job
        self._delivery = str(job.key)
        self._profile = job.key.profile
        self._claim = 0
        self._begun = hands.running()
        self._reached = False
        self.budgets: tuple[Budget, ...] = ()

    def run(self) -> None:
        """Does it. Raises `WorldError` if the record cannot be reached before the claim."""
        plan = self._planned()
        me, job = self._hands.me, self._job
        claim = DeliveryClaimed(self._delivery, job.hash, me, plan.key, plan.keyed)
        self._begun = self._hands.running()
        self._claim = self._hands.record.claim(claim)
        if not self._claim:
            return
        if isinstance(plan, _Unfit):
            self._fail(plan.reason, plan.said)
        else:
            self._send(plan.writer, plan.outgoing)

    def _planned(self) -> "_Plan | _Unfit":
        """Prepares all that can be done before the claim; what stands against it is recorded then.

        Only who has claimed a delivery says what became of it.
        """
        key = self._job.claim.key if self._job.claim is not None else ""
        try:
            writer = self._hands.networks.writer(self._profile)
        except ControlRoomError as error:
            return _Unfit(Unsent.UNABLE, str(error), key)
        act = self._job.act(writer.ways)
        way = writer.ways.get(act)
        if way is None or not way.fits(self._job.target):
            return _Unfit(Unsent.UNABLE, "", key)
        if rule := self._hands.checks(self._job):
            return _Unfit(Unsent.BLOCKED, rule, key)
        return self._composed(writer, act, way)

    def _composed(self, writer: Writer, act: Act, way: WayOut) -> "_Plan | _Unfit":
        before = self._job.claim
        key = (before.key if before is not None else "") or writer.new_key()
        since = before.first if before is not None else self._hands.record.now()
        try:
            outgoing = composed(self._job, act, self._hands.files, key, since)
        except (NoFile, WorldError) as error:
            return _Unfit(Unsent.NO_FILE, str(error), key)
        return _Plan(writer, outgoing, key, way.keyed is not Keyed.NONE or way.harmless)

    def _send(self, writer: Writer, outgoing: Outgoing) -> None:
        try:
            self._refuse_slow(self._hands.pace.begin_s)
            sent = writer.send(outgoing, self._ready)
        except _Stopped as stopped:
            self._fail(stopped.reason, stopped.said)
        except NotSent as error:
            self._not_sent(error)
        except PerhapsSent as error:
            self._unknown(error.said)
        except Exception:
            log.exception("sending failed")
            self._mistaken()
        else:
            self._sent(sent)

    def _ready(self) -> None:
        """Called right before the one request that publishes."""
        self._refuse_slow(self._hands.pace.longest_s)
        try:
            why = self._hands.record.stopped(self._job.key, self._claim)
        except WorldError as error:
            raise _Stopped(Unsent.UNREACHED, str(error)) from error
        if why:
            raise _Stopped(Unsent.STOPPED, why)
        self._refuse_slow(self._hands.pace.longest_s)
        self._reached = True

    def _refuse_slow(self, most_s: float) -> None:
        if self._hands.running() - self._begun > most_s:
            raise _Stopped(Unsent.SLEPT, "")

    def _sent(self, sent: SentAs) -> None:
        told = DeliverySent(
            self._delivery, self._hands.me, sent.remote_id, sent.url, sent.at, _short(sent.said)
        )
        self._hands.record.tell(told)
        self.budgets = sent.budgets

    def _not_sent(self, error: NotSent) -> None:
        again_at = None
        if error.reason in GOES_ON:
            again_at = self._again_at(error.again_at)
            self._hands.lanes.rest(self._profile, again_at)
        if error.reason is Unsent.SIGN_IN:
            sign_in = self._hands.networks.sign_in(self._profile)
            self._hands.lanes.sign_out(self._profile, sign_in)
        self._fail(error.reason, error.said, again_at)

    def _again_at(self, told: datetime | None) -> datetime:
        pace, attempts = self._hands.pace, self._job.delivery.attempts
        wait = timedelta(seconds=min(pace.again_s * 2 ** min(attempts, 16), pace.again_most_s))
        return max(told or self._hands.record.now() + wait, self._hands.record.now())

    def _mistaken(self) -> None:
        """The network's part of this program broke: before its last request it is harmless."""
        if self._reached:
            self._unknown(OUR_MISTAKE)
        else:
            self._fail(Unsent.REFUSED, OUR_MISTAKE)

    def _fail(self, reason: Unsent, said: str, again_at: datetime | None = None) -> None:
        if reason in GOES_ON and again_at is None:
            again_at = self._again_at(None)
        me = self._hands.me
        told = DeliveryFailed(self._delivery, me, str(reason), _short(said), again_at)
        self._hands.record.tell(told)

    def _unknown(self, said: str) -> None:
        me = self._hands.me
        self._hands.record.tell(DeliveryUnknown(self._delivery, me, _short(said)))


_LONGEST_SAID = 500


def _short(said: str) -> str:
    """Returns what a network said as the record can hold it."""
    return said[:_LONGEST_SAID].encode("utf-8", "replace").decode()


def paid(hands: Hands, job: Job, way: WayOut) -> None:
    """Makes an attempt that has been paid for. Raises as `Attempt.run`."""
    attempt = Attempt(hands, job)
    try:
        attempt.run()
    finally:
        hands.networks.answered(job.key.profile, way, attempt.budgets, hands.record.now())


def abandoned(hands: Hands, key: DeliveryKey, claim: Claim) -> None:
    """Says of a claim whose sender has ended that nobody knows what became of it."""
    hands.record.tell(DeliveryUnknown(str(key), claim.sender))
