"""What new posts raise: pure rules, which neither read nor show anything."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from controlroom.model.alert import AlertRule, KeptAlert, Level

JOINED = timedelta(seconds=60)
"""The same again within this joins, whatever the rule says."""
LOOKED_AT = 5_000
"""New posts that are looked at together, the newest; what comes beyond them is counted."""
PAUSE_MS = 1_000
"""Posts are looked at no more often than this."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a level shows itself.

    Attributes:
        toast: it stands on the screen for a while.
        stays_s: how long, 0 until somebody takes it.
        tones: how many are heard, 0 for none.
        again_s: after how many seconds they are heard again, 0 for never.
        in_surge: it shows itself even while posts pour in.
    """

    toast: bool = False
    stays_s: int = 0
    tones: int = 0
    again_s: int = 0
    in_surge: bool = False


MANNERS = {
    Level.COUNT: Manner(),
    Level.NOTICE: Manner(toast=True, stays_s=8),
    Level.ALERT: Manner(toast=True, tones=1),
    Level.CRITICAL: Manner(toast=True, tones=2, again_s=60, in_surge=True),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule and what of the newest posts fits it.

    Attributes:
        newest: id of the newest of them.
        more: there may be others that were not counted.
    """

    rule: AlertRule
    newest: int
    count: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comes of a hit: the alert as it is to be kept, and whether it shows itself."""

    alert: KeptAlert
    toast: bool
    sound: bool


class Quiet:
    """Remembers what each rule raised last, so that the same is not said again and again."""

    def __init__(self) -> None:
        self._last: dict[int, KeptAlert] = {}
        self._shown_at: dict[int, datetime] = {}

    def judge(self, hit: Hit, now: datetime, *, surging: bool) -> Verdict:
        """Returns what comes of a hit at a moment, while posts pour in or not."""
        rule, before = hit.rule, self._last.get(hit.rule.id)
        manner, is_quiet = MANNERS[rule.level], self._is_quiet(rule, now)
        heard = not is_quiet and (manner.in_surge or not surging)
        if heard:
            self._shown_at[rule.id] = now
        is_same = is_quiet or (not heard and before is not None and now - before.at < JOINED)
        return Verdict(
            _joined(before, hit, now) if before is not None and is_same else _raised(hit, now),
            toast=heard and manner.toast,
            sound=heard and rule.sound and manner.tones > 0,
        )

    def kept(self, alert: KeptAlert) -> None:
        """Takes an alert as it was kept, with its id; what joins goes to it."""
        self._last[alert.rule] = alert

    def was_read(self, numbers: Collection[int] = ()) -> None:
        """What was read stands as read; what comes then begins a new alert. None names all."""
        gone = [rule for rule, one in self._last.items() if not numbers or one.id in numbers]
        for rule in gone:
            del self._last[rule]

    def forget(self, rule: int) -> None:
        """Forgets a rule that was removed or changed."""
        self._last.pop(rule, None)
        self._shown_at.pop(rule, None)

    def _is_quiet(self, rule: AlertRule, now: datetime) -> bool:
        shown = self._shown_at.get(rule.id)
        span = max(JOINED, timedelta(minutes=rule.quiet_minutes))
        return shown is not None and now - shown < span


def _raised(hit: Hit, now: datetime) -> KeptAlert:
    rule = hit.rule
    return KeptAlert(
        0, rule.id, rule.name, rule.level, hit.newest, now, hit.count, hit.more,
        query=rule.query, stream=rule.stream,
    )  # fmt: skip


def _joined(before: KeptAlert, hit: Hit, now: datetime) -> KeptAlert:
    return replace(
        before,
        post=max(before.post, hit.newest),
        at=now,
        count=before.count + hit.count,
        more=before.more or hit.more,
        is_read=False,
    )
