"""The scenarios that come with the program, as they really run."""

import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta

import pytest

from controlroom.exercise.scenario import load, path_of
from controlroom.exercise.world import PostKind
from tests.exercise.traffic.test_traffic import Run

SCENARIOS = (
    "route-61-appeal",
    pytest.param("ordinary-thursday", marks=pytest.mark.long),
    pytest.param("m97-closed", marks=pytest.mark.long),
)
PROGRAM = """
import hashlib, sys
from controlroom.exercise.scenario import load, path_of
from tests.exercise.traffic.test_traffic import Run
run = Run(load(path_of(sys.argv[1])), seed=11).go(60, float(sys.argv[2]))
written = hashlib.sha256()
for one in (*run.world.accounts.values(), *run.posts()):
    written.update(repr(one).encode())
print(written.hexdigest())
"""


@pytest.mark.parametrize("name", SCENARIOS)
def test_two_runs_with_the_same_seed_write_the_same_bytes(name: str) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, name, tick],
            env={**os.environ, "PYTHONHASHSEED": order, "PYTHONPATH": os.getcwd()},
            stdout=subprocess.PIPE,
            text=True,
        )
        for order, tick in (("1", "0.9"), ("2", "17"))
    ]
    told = [one.communicate(timeout=120)[0].strip() for one in runs]
    assert [one.returncode for one in runs] == [0, 0]
    assert told[0] == told[1]
    assert len(told[0]) == 64


def test_the_appeal_brings_a_thousand_comments_and_25_tips_in_an_hour() -> None:
    run = Run(load(path_of("route-61-appeal"))).go(70 * 60, 60)
    planned = {one.inject.id: one for one in run.director.injects()}
    posts = {name: [run.world.post(number) for number in one.posts]
             for name, one in planned.items()}  # fmt: skip
    appeal, ends = planned["appeal"], planned["appeal"].at + timedelta(hours=1)
    assert len({post.author for post in posts["appeal"]}) == 58
    within = round(appeal.at.timestamp() * 1000), round(ends.timestamp() * 1000)
    comments = [
        post
        for post in run.posts()
        if post.reply_to in appeal.posts and within[0] <= post.created_ms < within[1]
    ]
    assert 950 < len(comments) < 1150
    assert Counter((post.network, post.kind) for post in posts["named"]) == {
        ("facebook", PostKind.COMMENT): 13
    }
    private = posts["named-privately"]
    assert {post.kind for post in private} == {PostKind.MESSAGE}
    assert len({post.author for post in private}) == 12
    tips = [post.said.text.casefold() for post in posts["named"] + private]
    assert len(tips) == 25
    assert all("hollick" in text for text in tips)
