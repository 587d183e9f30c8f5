"""Traffic: the same for the same seed whatever the tick, in threads, with second thoughts."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from controlroom.exercise.clock import Clock
from controlroom.exercise.director import Director
from controlroom.exercise.faults import Faults
from controlroom.exercise.scenario import Scenario, load
from controlroom.exercise.scenario.curve import Curve
from controlroom.exercise.talk.chance import stream
from controlroom.exercise.talk.voice import LONGEST
from controlroom.exercise.traffic.arrivals import NEVER, Arrivals
from controlroom.exercise.world import Event, EventKind, PostKind, Said, SimPost, World

START = datetime(2026, 5, 14, 16, tzinfo=UTC)


class Run:
    """An exercise whose time passes in ticks of a given length."""

    def __init__(self, scenario: Scenario, seed: int = 3, speed: float = 1.0) -> None:
        self.seconds = 0.0
        self.world = World(Clock(START, speed, real=lambda: self.seconds), seed)
        self.heard: list[Event] = []
        self.world.hear(self.heard.append)
        self.director = Director(scenario, self.world, Faults(self.world.clock), seed)
        self.director.begin()

    def go(self, until_s: float, tick_s: float) -> "Run":
        while self.world.clock.since_start().total_seconds() < until_s:
            self.seconds += min(tick_s, until_s - self.world.clock.since_start().total_seconds())
            while self.director.advance(50):
                pass
        return self

    def posts(self) -> Iterator[SimPost]:
        for number in range(1, len(self.world.columns) + 1):
            yield self.world.post(number)

    def written(self) -> bytes:
        """Everything there is, byte for byte."""
        people = [asdict(one) for one in self.world.accounts.values()]
        return json.dumps([people, [asdict(post) for post in self.posts()]], default=str).encode()


@pytest.fixture
def scenario(short_path: Path) -> Scenario:
    return load(short_path)


def test_the_same_seed_gives_the_same_bytes_whatever_the_tick(scenario: Scenario) -> None:
    fine, coarse = Run(scenario).go(600, 0.4), Run(scenario).go(600, 97.3)
    assert len(fine.world.columns) > 2000
    assert fine.written() == coarse.written()
    assert fine.heard == coarse.heard


def test_another_seed_gives_other_traffic(scenario: Scenario) -> None:
    assert Run(scenario, 3).go(60, 10).written() != Run(scenario, 4).go(60, 10).written()


def test_what_the_desk_does_changes_nobodys_words_or_times(scenario: Scenario) -> None:
    def heard(run: Run) -> list[tuple[int, str]]:
        chat = [p for p in run.posts() if p.kind is PostKind.STATUS and not p.reply_to]
        there = [p for p in chat if not run.world.account(p.author).ours and p.network == "x"]
        return [(post.created_ms, (post.earlier or (post.said,))[0].text) for post in there]

    quiet, busy = Run(scenario).go(60, 5), Run(scenario).go(60, 5)
    busy.world.publish(busy.director.stage.profiles["x", "Roads"].number, Said("Hello"))
    busy.go(120, 5)
    before = Counter(heard(quiet.go(120, 5)))
    assert sum((before - Counter(heard(busy))).values()) < sum(before.values()) * 0.05


def test_posts_have_the_times_of_the_exercise_in_order(scenario: Scenario) -> None:
    run = Run(scenario).go(120, 7)
    times = [post.created_ms for post in run.posts()]
    assert times == sorted(times)
    start = round(START.timestamp() * 1000)
    assert start - 600_000 <= times[0] < start < times[-1] <= start + 120_000


def test_people_answer_what_is_there(scenario: Scenario) -> None:
    run = Run(scenario).go(300, 20)
    replies = [post for post in run.posts() if post.reply_to]
    assert len(replies) > 100
    for post in replies:
        parent = run.world.post(post.reply_to)
        assert parent.network == post.network
        assert parent.created_ms <= post.created_ms
    on_x = [post for post in replies if post.network == "x"]
    handles = [run.world.account(run.world.post(post.reply_to).author).handle for post in on_x]
    texts = [post.said.text for post in on_x]
    unnamed = [text for handle, text in zip(handles, texts, strict=True) if handle not in text]
    assert unnamed == []


def test_on_facebook_people_stand_below_posts_of_ours_or_on_our_pages(scenario: Scenario) -> None:
    run = Run(scenario).go(120, 20)
    theirs = [
        post
        for post in run.posts()
        if post.network == "facebook" and not run.world.account(post.author).ours
    ]
    assert len(theirs) > 50
    assert all(post.reply_to or post.to for post in theirs)


def test_some_change_or_take_back_what_they_wrote(scenario: Scenario) -> None:
    run = Run(scenario).go(600, 20)
    kinds = Counter(event.kind for event in run.heard)
    assert kinds[EventKind.EDITED] > 20
    assert kinds[EventKind.DELETED] > 20
    changed = [post for post in run.posts() if post.edited_ms]
    assert all(post.created_ms < post.edited_ms for post in changed)
    assert all(post.said.text.startswith(post.earlier[0].text) for post in changed)


def test_words_are_varied_short_and_in_several_languages(scenario: Scenario) -> None:
    run = Run(scenario).go(300, 20)
    texts = [post.said.text for post in run.posts() if post.kind is not PostKind.REPOST]
    assert max(map(len, texts)) <= LONGEST
    assert "" not in texts
    languages = Counter(post.said.language for post in run.posts())
    assert languages["pl"] > 50 < languages["en"]


def test_mentions_and_hashtags_are_found_in_what_voices_say(scenario: Scenario) -> None:
    run = Run(scenario).go(300, 20)
    roads = run.director.stage.profiles["x", "Roads"]
    mentions: list[Any] = list(run.world.newest("x", "mentions", roads.number))
    assert len(mentions) > 30
    assert all("@roads" in post.said.text.lower() for post in mentions)
    assert run.world.lists.count(("x", "tag", "westmarch")) > 10


def test_pictures_hang_on_a_share_of_posts(scenario: Scenario) -> None:
    run = Run(scenario).go(300, 20)
    media = [one for post in run.posts() for one in post.said.media]
    assert 100 < len(media) < len(run.world.columns) / 2
    assert {one.key.split("-")[0] for one in media} == {"smoke", "road"}
    assert any(one.alt for one in media)
    assert any(not one.alt for one in media)


def test_arrivals_follow_the_rate() -> None:
    curve = Curve(((0.0, 1.0), (1000.0, 9.0), (1000.0, 0.0), (2000.0, 0.0), (2001.0, 5.0)))
    arrivals = Arrivals(curve, stream(1, "a"), 0.0, lambda _: 1.0)
    times = []
    while (at := arrivals.next()) < 3000:
        times.append(at)
    ramp = sum(at < 1000 for at in times)
    assert 4600 < ramp < 5400
    assert sum(1000 < at < 2000 for at in times) == 0
    assert 4600 < sum(at > 2000 for at in times) < 5400


def test_what_is_over_never_comes() -> None:
    arrivals = Arrivals(Curve(((0.0, 1.0), (10.0, 0.0))), stream(1, "a"), 0.0, lambda _: 1.0)
    while arrivals.next() != NEVER:
        pass
    assert arrivals.next() == NEVER


def test_two_processes_with_the_same_seed_write_the_same_bytes(short_path: Path) -> None:
    program = (
        "import sys, hashlib; from pathlib import Path;"
        "from tests.exercise.traffic.test_traffic import Run;"
        "from controlroom.exercise.scenario import load;"
        "run = Run(load(Path(sys.argv[1]))).go(30, float(sys.argv[2]));"
        "print(hashlib.sha256(run.written()).hexdigest())"
    )
    digests = set()
    for order, tick in (("1", "0.7"), ("2", "11")):
        command = [sys.executable, "-c", program, str(short_path), tick]
        environment = {**os.environ, "PYTHONHASHSEED": order, "PYTHONPATH": os.getcwd()}
        found = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True, timeout=60
        )
        digests.add(found.stdout.strip())
    assert len(digests) == 1
    assert len(digests.pop()) == 64
