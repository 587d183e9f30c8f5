"""What tests of exercises share: time that passes when told, and a scenario of a few lines."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from controlroom.exercise.clock import Clock
from controlroom.exercise.world import World

SHORT = """
title: A short one
force: force.yaml
starts: 2026-05-14 16:00
lasts: 30m
history: 10m
words: [names, common, talk]
crowd: {x: 200, facebook: 200, mastodon: 50, bluesky: 50, youtube: 20}
networks: {x: 60, facebook: 40}
languages: {en: 80, pl: 20}
facts:
  PLACE: [Oldmere, Dunmarsh]
statement: [closed]
people:
  - {key: gaz, name: Gaz, handle: gaz_onthebins, on: [x, facebook], followers: 900}
rumours:
  - {name: Chlorine, answered by: [chlorin], spread by: [first], then: 10%}
themes:
  - name: our day
    by: force
    says: ours
    rates: {-10m: 6/min, 0m: 0}
    networks: {x: 50, facebook: 50}
  - name: chat
    says: {chat: 3, ask: 1}
    rates: {-10m: 2/s, 10m: 4/s, 20m: 1/s}
    replies to: [chat]
    replying: 30%
    reposts: 10%
    edits: 5%
    deletes: 5%
    mentions: 30%
    asks: {groups: [Roads]}
    pictures: {share: 20%, scenes: [smoke, road], clips: 20%, described: 50%}
  - name: rumour
    after: first
    says: rumour
    rates: {0m: 2/s, 20m: 2/s}
    networks: {x: 1}
    calms: Chlorine
injects:
  - {id: first, at: +5m, title: The rumour, by: gaz, on: [x],
     text: "CHLORINE? @Police", marks: [rumour]}
  - id: appeal
    at: 16:08
    title: The appeal
    profiles: {networks: [x, facebook]}
    text: Have you seen him?
    scene: bus
  - {id: tips, at: +9m, title: Tips, crowd: 5, on: [facebook], says: tip, spread: 2m,
     replies to: [appeal], marks: [tip]}
  - {id: private, at: +9m, title: Tips, crowd: 3, on: [x], kind: message, says: tip, to: Police,
     marks: [tip]}
  - {id: down, at: +15m, title: X is down, fault: {network: x, kind: down, for: 2m}}
  - {id: later, at: +16m, title: Held, by: gaz, on: [x], text: Late, held: yes}
"""
FORCE = """
name: Test Police
domain: test.example
groups:
  - {name: All}
  - {name: Roads, in: All}
profiles:
  - {handle: Police, name: Test Police, group: All, on: [x, facebook, bluesky],
     followers: 50000}
  - {handle: Roads, name: Test Roads, group: Roads, on: [x, facebook], followers: 90}
feeds:
  - {handle: council, name: Council, kind: council, says: [chat]}
"""
TALK = """
// what is said
== chat
{Nice|Grim} day in {PLACE}{.|!| #Westmarch}
Anyone {know|heard} what is {going on|happening} in {PLACE}?
== ask
{US} is the {station|desk} in {PLACE} open?
== ours
We are in {PLACE} today.
== rumour
CHLORINE in {PLACE}{!!|??| share}
== tip
It is {Dane|dane} Hollick{.|, {PLACE}}
"""
TALK_PL = """
== chat
{Ładny|Brzydki} dzień w {PLACE}{.|!}
"""


class Real:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def real() -> Real:
    return Real()


@pytest.fixture
def short_path(tmp_path: Path) -> Path:
    """A scenario with everything in it, and the words and force it needs."""
    shipped = Path("resources/scenarios/words")
    words = tmp_path / "words"
    words.mkdir()
    for name in ("names.en.txt", "names.pl.txt", "common.en.txt"):
        (words / name).write_bytes((shipped / name).read_bytes())
    facts = (words / "common.en.txt").read_text("utf-8").replace("{STREET}", "Hob Lane")
    (words / "common.en.txt").write_text(facts, "utf-8")
    (words / "talk.en.txt").write_text(TALK, "utf-8")
    (words / "talk.pl.txt").write_text(TALK_PL, "utf-8")
    (tmp_path / "force.yaml").write_text(FORCE, "utf-8")
    path = tmp_path / "short.yaml"
    path.write_text(SHORT, "utf-8")
    return path


@pytest.fixture
def world(real: Real) -> World:
    return World(Clock(datetime(2026, 5, 14, 16, tzinfo=UTC), real=real), seed=7)
