"""A real engine reads an exercise by the exercise's clock, whatever its pace."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from controlroom.model import clock
from controlroom.model.clock import Pace
from tests.engine.desk import desk
from tests.engine.mastodon_server import wait_until
from tests.exercise.led import Led, led, lively, moment

NETWORKS = "x,facebook"
SOURCES = 10


def standing(one: Led) -> list[dict[str, Any]]:
    """Returns how every source stands now."""
    return list({state["source"]: state for state in one.engine.heard("state")}.values())


def none_starves(one: Led) -> bool:
    """Whether every source has been read within its pauses of the exercise's clock."""
    now, states = clock.now(), standing(one)
    return len(states) == SOURCES and all(
        (now - moment(state["last_read"])).total_seconds() < 3 * state["pace"] for state in states
    )


def read_since(one: Led, began: datetime) -> bool:
    """Whether every source has been read since a moment of the exercise."""
    return all(moment(state["last_read"]) >= began for state in standing(one))


def is_recent(one: Led) -> bool:
    """Whether the newest post is of the exercise's last minutes."""
    newest = max(cached.post.created_at for cached in one.posts())
    return clock.now() - newest < timedelta(minutes=5)


def budgets_hold(one: Led) -> None:
    """Nothing was refused, and every budget is whole again soon by the exercise's clock."""
    assert not one.errors()
    now = clock.now()
    for state in one.engine.heard("state"):
        assert state["now"] == "live"
        for budget in state["budgets"]:
            assert budget["remaining"] is None or budget["remaining"] >= 0
            assert moment(budget["resets_at"]) - now < timedelta(days=1, minutes=1)


def test_engine_and_exercise_keep_one_clock(short_path: Path, tmp_path: Path) -> None:
    with led(tmp_path / "data", lively(short_path), NETWORKS, "--speed", "10") as one:
        one.until(lambda status: status["since_s"] > 90)
        assert clock.now() - datetime.now(UTC) > timedelta(seconds=30)
        wait_until(lambda: none_starves(one), 60)
        budgets_hold(one)

        one.room.say(pause=True)
        stood = one.until(lambda status: status["paused"])
        assert clock.now() == moment(stood["now"])
        wait_until(lambda: one.engine.heard("state"))
        assert all(cached.post.created_at <= clock.now() for cached in one.posts())

        one.room.say(jump_s=900)
        jumped = one.until(lambda status: status["since_s"] > stood["since_s"] + 899)
        assert clock.now() == moment(jumped["now"])
        one.room.say(go_on=True, speed=1.0)
        one.until(lambda status: status["speed"] == 1 and not status["paused"])
        wait_until(lambda: read_since(one, moment(jumped["now"])), 90)
        wait_until(lambda: is_recent(one), 90)
        budgets_hold(one)
        assert not one.engine.heard("gap")
    assert clock.pace() is None


def test_an_engine_that_is_not_sealed_keeps_the_real_time(tmp_path: Path) -> None:
    wrong = Pace(datetime(2020, 1, 1, tzinfo=UTC), clock.real_s(), 60.0)
    with desk(tmp_path / "data", clock=to_builtins(wrong)) as one:
        one.say(clock=to_builtins(wrong))
        source = {"network": "rss", "kind": "feed", "profile": 0, "term": "https://127.0.0.1:1/x"}
        one.say(save_stream={"id": 0, "name": "News", "sources": [source]})
        state = one.hears("state")
        assert abs(moment(state["next_read"]) - datetime.now(UTC)) < timedelta(days=1)
        assert one.close() == 0
