"""Who may work now, and who is let alone."""

from datetime import UTC, datetime, timedelta

from controlroom.outbound.sending.lanes import Lanes
from controlroom.outbound.sending.pace import Pace

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_profile_is_entered_by_one_at_a_time() -> None:
    lanes = Lanes(Pace())
    assert lanes.enter("x//1")
    assert not lanes.enter("x//1")
    lanes.leave("x//1")
    assert lanes.enter("x//1")


def test_a_slow_server_leaves_room_for_the_others() -> None:
    lanes = Lanes(Pace(at_once=5, per_host=2, per_network=3))
    assert lanes.enter("mastodon/slow.example/1")
    assert lanes.enter("mastodon/slow.example/2")
    assert not lanes.has_room("mastodon/slow.example/3")
    assert lanes.enter("mastodon/quick.example/1")
    assert not lanes.enter("mastodon/quick.example/2")
    assert lanes.enter("x//1")
    assert lanes.enter("x//2")
    assert lanes.busy == 5
    assert not lanes.enter("facebook//1")
    lanes.leave("mastodon/slow.example/1")
    assert lanes.enter("facebook//1")


def test_a_profile_rests_until_the_later_of_two_moments() -> None:
    lanes = Lanes(Pace())
    later = NOW + timedelta(minutes=2)
    lanes.rest("x//1", later)
    lanes.rest("x//1", NOW + timedelta(minutes=1))
    assert lanes.opens("x//1", NOW, "a") == later
    assert lanes.opens("x//2", NOW, "a") == NOW
    assert lanes.opens("x//1", later, "a") == later


def test_a_profile_without_a_sign_in_waits_for_another_one() -> None:
    lanes = Lanes(Pace())
    lanes.sign_out("x//1", "old")
    assert lanes.opens("x//1", NOW, "old") is None
    assert lanes.opens("x//1", NOW, "new") == NOW
    assert lanes.opens("x//1", NOW, "old") == NOW
