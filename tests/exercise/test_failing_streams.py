"""A fault ends the streams that stand or slows them, and a real engine reads what it missed."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.engine.mastodon_server import wait_until
from tests.exercise.led import Led, led, small

PUSHED = ("x", "mastodon", "bluesky")


def states(one: Led, network: str) -> list[dict[str, Any]]:
    """Returns how a network's source stood, read by read."""
    return [s for s in one.engine.heard("state") if s["network"] == network]


def state(one: Led, network: str) -> dict[str, Any]:
    """Returns how a network's source stands; empty before it is told."""
    told = states(one, network)
    return told[-1] if told else {}


def says(one: Led, network: str, text: str) -> None:
    one.room.say(add={"network": network, "text": text, "by": "Ida"})


def has(one: Led, network: str, text: str) -> bool:
    return any(p.post.network == network and text in p.post.text for p in one.posts())


@pytest.mark.parametrize("kind", ["down", "cut"])
def test_streams_end_and_what_they_missed_is_read(
    short_path: Path, tmp_path: Path, kind: str
) -> None:
    with led(tmp_path / "data", small(short_path), ",".join(PUSHED)) as one:
        for network in PUSHED:
            wait_until(lambda n=network: state(one, n).get("pushed"), 40)
        before = {network: len(states(one, network)) for network in PUSHED}
        for network in PUSHED:
            one.room.say(fault={"network": network, "kind": kind})
        one.until(lambda status: set(status["faults"]) == set(PUSHED))
        for network in PUSHED:
            says(one, network, f"#Weir while {network} was {kind}")
        if kind == "down":
            time.sleep(2)
            assert not any(has(one, network, "#Weir while") for network in PUSHED)
        for network in PUSHED:
            one.room.say(lift=network)
        for network in PUSHED:
            wait_until(lambda n=network: has(one, n, f"#Weir while {n} was"), 40)
            wait_until(lambda n=network: state(one, n).get("pushed"), 40)
            wait_until(lambda n=network: len(states(one, n)) > before[n], 40)
        for network in PUSHED:
            says(one, network, "#Weir and afterwards")
            wait_until(lambda n=network: has(one, n, "and afterwards"), 40)


def test_a_slow_network_slows_its_streams(short_path: Path, tmp_path: Path) -> None:
    with led(tmp_path / "data", small(short_path), "x,mastodon,bluesky") as one:
        for network in PUSHED:
            wait_until(lambda n=network: state(one, n).get("pushed"), 40)
        for network in PUSHED:
            one.room.say(fault={"network": network, "kind": "slow"})
        one.until(lambda status: set(status["faults"]) == set(PUSHED))
        for network in PUSHED:
            says(one, network, "#Weir slowly")
        time.sleep(4)
        assert not any(has(one, network, "slowly") for network in PUSHED)
        for network in PUSHED:
            wait_until(lambda n=network: has(one, n, "slowly"), 40)
