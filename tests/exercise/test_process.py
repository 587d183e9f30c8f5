"""The process of an exercise over real pipes: what it says, what it obeys, how it ends."""

import csv
import json
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from controlroom.exercise.faces.x.ids import id_at
from controlroom.exercise.process import Exercise
from controlroom.exercise_room import ExerciseNotStarted, ExerciseRoom
from controlroom.keychain import open_house_key
from controlroom.model.journal import Head, chained
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_outgoing import DraftApproved, DraftSubmitted
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE, profile_scope
from controlroom.model.outgoing.content import About, Act, Content, Piece, hash_of, written
from controlroom.store.journal.file import JournalFile
from controlroom.team.fold import Fold
from controlroom.team.follower import folded
from controlroom.team.publishing import views
from controlroom.team.publishing.usual import usual
from controlroom.team.rights import may
from controlroom.team.state import State


class Desk:
    """Hears an exercise and waits for what it says."""

    def __init__(self, room: ExerciseRoom) -> None:
        self.room = room
        self.latest: dict[str, Any] = {}
        self._news = threading.Condition()
        room.listen(self._hear, lambda: None)

    def _hear(self, status: dict[str, Any]) -> None:
        with self._news:
            self.latest = status
            self._news.notify_all()

    def until(self, holds: Any) -> dict[str, Any]:
        with self._news:
            assert self._news.wait_for(lambda: self.latest and holds(self.latest), 60), self.latest
            return self.latest


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    room = ExerciseRoom.start(["m97-closed", "--networks", "x", "--seed", "3"])
    one = Desk(room)
    yield one
    room.close()


def state(status: dict[str, Any], inject: str) -> str:
    return next(str(one["state"]) for one in status["injects"] if one["id"] == inject)


def test_it_says_where_its_networks_are_and_what_a_desk_begins_with(desk: Desk) -> None:
    ready = desk.room.ready
    assert ready.led["api.x.com"].startswith("http://127.0.0.1:")
    assert len(ready.profiles) > 100
    assert all(one.profile.network == "x" and one.credential for one in ready.profiles)
    assert ready.boards[0].columns


def test_its_record_begins_with_everybody_in_place(desk: Desk, tmp_path: Path) -> None:
    desk.room.furnish(tmp_path)
    key = open_house_key(tmp_path, desk.room.keychain, []).key.reveal()
    with closing(JournalFile.open(tmp_path, key, "WP0101")) as journal:
        state = folded(journal).state
    assert not state.refused
    assert len(state.officers) > 150
    assert len(state.profiles) == len(desk.room.ready.profiles)
    now = datetime.now(UTC)
    borough = profile_scope(
        next(key for key, at in state.profiles.items() if at.group == "Oldmere")
    )
    assert may(state, "WP0101", Right.MANAGE, FORCE, now)
    assert may(state, "WP0106", Right.REPLY, borough, now)
    assert may(state, "WP1004", Right.APPROVE, borough, now)
    assert not may(state, "WP1001", Right.READ, borough, now)
    for kind in [word.key for word in usual().kinds]:
        for incident in ("", "M97"):
            walk(state, Content(Act.POST, targets(state), TEXT, kind=kind, incident=incident))
    walk(state, Content(Act.REPLY, targets(state), TEXT, about=About("7")))
    assert not state.refused


TEXT = (Piece("The M97 is closed."),)


def targets(state: State) -> tuple[str, ...]:
    """Returns a profile of each group."""
    return tuple({place.group: key for key, place in state.profiles.items()}.values())


def walk(state: State, content: Content) -> None:
    """Puts a draft forward, has every step agreed to by somebody of the force, and sees it due."""
    fold, text = Fold(state), written(content)
    draft = f"{state.seq:032x}"

    def say(officer: str, decision: Decision) -> None:
        head = Head(state.seq, state.hash)
        fold.take([chained(proposal_of(decision), head, datetime.now(UTC), officer)])

    say("WP0111", DraftSubmitted(draft, text))
    while found := views.approvers(state, draft, datetime.now(UTC)):
        standing = views.draft(state, draft)
        assert standing is not None
        opened = tuple(standing.to_open)
        say(found[0], DraftApproved(draft, hash_of(text), standing.step, opened))
    ready = {one.key.draft for one in views.due(state, datetime.now(UTC))}
    assert draft in ready, content.kind


def test_its_networks_answer(desk: Desk) -> None:
    with pytest.raises(OSError, match="HTTP Error 401"):
        urlopen(desk.room.ready.led["api.x.com"] + "/2/users/me", timeout=10)


def test_the_clock_obeys(desk: Desk) -> None:
    desk.room.say(pause=True)
    still = desk.until(lambda status: status["paused"])
    desk.room.say(jump_s=120)
    jumped = desk.until(lambda status: status["since_s"] > still["since_s"] + 119)
    assert jumped["paused"]
    desk.room.say(go_on=True, speed=2)
    desk.until(lambda status: not status["paused"] and status["speed"] == 2)
    desk.room.say(speed=1)


def test_injects_obey(desk: Desk) -> None:
    waiting = [one["id"] for one in desk.until(bool)["injects"] if one["state"] == "waiting"]
    sent, held, skipped = waiting[-1], waiting[-2], waiting[-3]
    desk.room.say(send=sent, hold=held, skip=skipped)
    desk.until(lambda status: state(status, sent) == "sent")
    status = desk.latest
    assert (state(status, held), state(status, skipped)) == ("held", "skipped")
    desk.room.say(release=held)
    desk.until(lambda status: state(status, held) == "waiting")


def test_words_by_hand_and_faults(desk: Desk) -> None:
    desk.room.say(add={"network": "x", "text": "it was chlorine @WestmarchPolice", "by": ""})
    added = desk.until(lambda status: any(one["id"] == "by-hand-1" for one in status["injects"]))
    assert "chlorine" in next(o["text"] for o in added["injects"] if o["id"] == "by-hand-1")
    desk.until(lambda status: state(status, "by-hand-1") == "sent")
    desk.room.say(fault={"network": "x", "kind": "500", "for_s": 600})
    desk.until(lambda status: status["faults"] == {"x": "500"})
    desk.room.say(lift="x")
    desk.until(lambda status: not status["faults"])


def test_mishaps_begin_and_end_by_order(desk: Desk) -> None:
    shares = {"broken": 0.5, "again": 1.0}
    desk.room.say(mishaps={"network": "x", "shares": shares, "seed": 7, "late_s": 0.5})
    desk.until(lambda status: status["mishaps"] == {"x": {}})
    desk.room.say(mishaps={"network": "x"})
    desk.until(lambda status: not status["mishaps"])


def test_a_debrief_counts_what_the_team_kept_and_speaks_its_language(
    short_path: Path, tmp_path: Path
) -> None:
    exercise = Exercise(short_path, 1.0, 3, ["x"])
    director, face = exercise.director, exercise.server.faces["x"]
    director.begin()
    director.jump(timedelta(minutes=10))
    while director.advance():
        pass
    posts = {one.inject.id: one.posts for one in director.injects()}
    numbers = posts["private"]
    kept = id_at(director.world.post(numbers[1]).created_ms, numbers[1])
    assert face.post_number(kept) == numbers[1]
    found = [{"network": "x", "remote_id": kept}, {"network": "nowhere", "remote_id": "7"}]
    asked = {"folder": str(tmp_path / "out"), "language": "fr", "found": found}
    exercise.obey(json.dumps({"debrief": asked}).encode())
    table = (tmp_path / "out" / "debrief.csv").read_text("utf-8-sig")
    rows = {row[0]: row[1:] for row in csv.reader(table.splitlines()) if row}
    assert rows["Renseignements trouvés"] == ["1", str(len(numbers) + len(posts["tips"]))]
    assert "Ce qui a échappé" in (tmp_path / "out" / "debrief.html").read_text("utf-8")
    director.close()


def test_where_a_debrief_lies_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.room.say(debrief={"folder": str(tmp_path)})
    told = desk.until(lambda status: status["debrief"])["debrief"]
    assert told["page"] == str(tmp_path / "debrief.html")
    desk.room.say(debrief={"folder": str(tmp_path / "debrief.html" / "below")})
    desk.until(lambda status: "error" in status["debrief"])


def test_an_order_that_is_none_harms_nobody(desk: Desk) -> None:
    desk.room.say(send="nobody planned this")
    desk.room.say(fault={"network": "x", "kind": "earthquake"})
    desk.room.say(speed=-5)
    before = desk.latest["since_s"]
    desk.until(lambda status: status["since_s"] > before + 1)


def test_a_scenario_that_is_not_there_is_told_in_a_sentence() -> None:
    with pytest.raises(ExerciseNotStarted) as told:
        ExerciseRoom.start(["/nowhere/else.yaml"])
    assert "else.yaml" in told.value.told()
