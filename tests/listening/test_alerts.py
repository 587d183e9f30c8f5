"""What new posts raise, and when the same is not said again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from controlroom.listening.alerts import Hit, Quiet, Verdict
from controlroom.model.alert import AlertRule, Level

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RULE = AlertRule(3, "Fire", "fire", level=Level.ALERT, sound=True, quiet_minutes=5)


def judged(
    quiet: Quiet, rule: AlertRule, seconds: int, *, surging: bool = False, count: int = 1
) -> Verdict:
    hit = Hit(rule, 100 + seconds, count)
    verdict = quiet.judge(hit, NOON + timedelta(seconds=seconds), surging=surging)
    quiet.kept(replace(verdict.alert, id=verdict.alert.id or 7 + seconds))
    return verdict


def test_a_first_hit_is_seen_and_heard() -> None:
    verdict = judged(Quiet(), RULE, 0, count=4)
    assert verdict.toast
    assert verdict.sound
    assert (verdict.alert.id, verdict.alert.count, verdict.alert.post) == (0, 4, 100)
    assert (verdict.alert.name, verdict.alert.query) == ("Fire", "fire")


def test_the_same_within_the_quiet_minutes_only_counts() -> None:
    quiet = Quiet()
    judged(quiet, RULE, 0)
    again = judged(quiet, RULE, 299, count=2)
    assert not again.toast
    assert not again.sound
    assert (again.alert.id, again.alert.count, again.alert.post) == (7, 3, 399)
    assert judged(quiet, RULE, 300).toast


def test_a_rule_without_quiet_minutes_still_joins_for_a_minute() -> None:
    quiet, rule = Quiet(), replace(RULE, quiet_minutes=0)
    judged(quiet, rule, 0)
    assert not judged(quiet, rule, 59).toast
    assert judged(quiet, rule, 60).toast


def test_another_rule_is_not_kept_quiet() -> None:
    quiet = Quiet()
    judged(quiet, RULE, 0)
    assert judged(quiet, replace(RULE, id=4), 1).toast


def test_what_was_read_begins_anew_in_the_list_but_keeps_quiet() -> None:
    quiet = Quiet()
    judged(quiet, RULE, 0)
    quiet.was_read([7])
    again = judged(quiet, RULE, 10)
    assert again.alert.id == 0
    assert not again.toast


def test_a_surge_lets_only_the_gravest_through_and_keeps_the_rest_as_one() -> None:
    quiet = Quiet()
    first, second = (judged(quiet, RULE, at, surging=True) for at in (0, 1))
    assert not first.toast
    assert not first.sound
    assert (second.alert.id, second.alert.count) == (7, 2)
    gravest = judged(quiet, replace(RULE, id=9, level=Level.CRITICAL), 2, surging=True)
    assert gravest.toast
    assert gravest.sound


def test_after_a_surge_the_next_is_shown_again() -> None:
    quiet = Quiet()
    judged(quiet, RULE, 0, surging=True)
    after = judged(quiet, RULE, 20)
    assert after.toast
    assert after.alert.id == 0


@pytest.mark.parametrize(
    ("level", "toast", "sound"),
    [
        (Level.COUNT, False, False),
        (Level.NOTICE, True, False),
        (Level.ALERT, True, True),
        (Level.CRITICAL, True, True),
    ],
)
def test_each_level_shows_itself_in_its_manner(level: Level, toast: bool, sound: bool) -> None:
    verdict = judged(Quiet(), replace(RULE, level=level), 0)
    assert (verdict.toast, verdict.sound) == (toast, sound)
    assert not judged(Quiet(), replace(RULE, level=level, sound=False), 0).sound


def test_a_rule_that_was_changed_speaks_at_once() -> None:
    quiet = Quiet()
    judged(quiet, RULE, 0)
    quiet.forget(3)
    assert judged(quiet, RULE, 1).toast
