"""Two officers, a supervisor and an appeal on 58 profiles: from the first letter to the proof.

Each of the three has a window of their own, in a process of its own; a station sends for them, and
the networks are those of an exercise, whose clock everybody goes by.
"""

import json
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from benchmarks import postgres
from controlroom.cli import main
from controlroom.exercise_room import ExerciseRoom, staffing_of
from controlroom.model import clock
from controlroom.model.credential import Credential
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_subject import profile_key
from controlroom.store.journal.postgres.setup import add_officer, add_station, create
from controlroom.store.journal.postgres.team import TeamJournal
from tests.engine.mastodon_server import wait_until
from tests.together import led_clock
from tests.together.appeal import PICTURES, SHARES
from tests.together.led_desk import ROOT, Desk

PATIENCE_S = 120.0
SCENARIO = "route-61-appeal"
AUTHOR, SECOND, SUPERVISOR = "WP0106", "WP0105", "WP0104"
PROFILES, DOWN = 58, SHARES["mastodon"]
EXPIRED = "The profile’s sign-in has expired: connect it again."
UNREACHED = "The network could not be reached. It is tried again by itself."
STEP_S, HELD_S, LOOKED_S = 190.0, 280.0, 10.0
"""By so much everybody's clock is put ahead: to the middle, under the hold, until all is gone."""


class Team:
    """A team in an exercise: its database, its station, its desks, and the networks."""

    def __init__(self, room: ExerciseRoom, cluster: postgres.Cluster, place: Path) -> None:
        self.room, self._cluster, self._place = room, cluster, place
        self._status: dict[str, Any] = {}
        self._heard = 0
        room.listen(self._hear, lambda: None)
        wait_until(lambda: self._status and _pace().speed, PATIENCE_S)
        self._name = cluster.database()
        self._admin = cluster.url("postgres", self._name)
        self._ready, self._sign_ins = place / "ready.json", place / "sign-ins.json"
        self._ready.write_bytes(msgspec.json.encode(replace(room.ready, clock=_pace())))
        self._credentials = {
            number: one.credential for number, one in enumerate(room.ready.profiles, 1)
        }
        self._found()
        self.desks = {one: self._desk(one) for one in (AUTHOR, SECOND, SUPERVISOR)}
        self._log = (place / "station.log").open("wb")
        self._station_url = cluster.url(add_station(self._admin, "one", "word"), self._name, "word")
        self._station = self._start_station()

    def close(self) -> None:
        """Closes the windows, then ends the station."""
        codes = [desk.close() for desk in self.desks.values()]
        self._stop_station()
        self._log.close()
        assert codes == [0, 0, 0]

    def jump(self, seconds: float) -> None:
        """Puts everybody's clock ahead: the networks', the database's, the team's."""
        before = clock.pace()
        self.room.say(jump_s=seconds)
        wait_until(lambda: clock.pace() != before, PATIENCE_S)
        self._put_clocks()

    def start_station_anew(self, sign_in: tuple[str, Credential] | None = None) -> None:
        """Ends the station and starts it, with another sign-in of a profile or with all as issued.

        A station reads its keychain when it goes on duty.
        """
        self._stop_station()
        self._station = self._start_station(sign_in)

    def published(self) -> int:
        """Returns how often the networks saw the team publish, delete or hide.

        They tell now and then: what was on its way when this was asked is not news.
        """
        asked = self._heard
        wait_until(lambda: self._heard >= asked + 2, PATIENCE_S)
        return len(self._status["team"])

    def _found(self) -> None:
        founder, decisions = staffing_of(self.room.ready)
        create(self._admin, proposal_of(decisions[0]))
        led_clock.make(self._admin, self._name)
        self._put_database_clock()
        with closing(TeamJournal(self._login(founder))) as journal:
            for seq, decision in enumerate(decisions[1:], 1):
                journal.append(proposal_of(decision), seq)

    def _login(self, number: str) -> str:
        login = add_officer(self._admin, number, f"word-{number}")
        return self._cluster.url(login, self._name, f"word-{number}")

    def _desk(self, number: str) -> Desk:
        self._login(number)
        url = self._cluster.url(f"officer_{number.lower()}", self._name)
        return Desk(self._place / number, url, f"word-{number}", "appeal", str(self._ready))

    def _start_station(
        self, sign_in: tuple[str, Credential] | None = None
    ) -> "subprocess.Popen[bytes]":
        kept = dict(self._credentials)
        if sign_in is not None:
            kept[self._number(sign_in[0])] = sign_in[1]
        self._sign_ins.write_bytes(msgspec.json.encode(kept))
        program = [sys.executable, "-m", "tests.together.led_station"]
        words = (self._place / "station", self._station_url, self._ready, self._sign_ins)
        process = subprocess.Popen(
            [*program, *map(str, words)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=self._log, stderr=self._log,
        )  # fmt: skip
        self._tell_station(process)
        return process

    def _stop_station(self) -> None:
        self._station.terminate()
        self._station.wait(60)
        assert self._station.stdin is not None
        self._station.stdin.close()

    def _number(self, key: str) -> int:
        keys = [profile_key(one.profile) for one in self.room.ready.profiles]
        return keys.index(key) + 1

    def _hear(self, status: dict[str, Any]) -> None:
        self._status = status
        self._heard += 1

    def _put_clocks(self) -> None:
        # The database first: what is stamped early would be refused.
        self._put_database_clock()
        self._tell_station(self._station)
        at, since, speed = _pace()
        for desk in self.desks.values():
            desk.says("clock", at.isoformat(), since, speed)

    def _put_database_clock(self) -> None:
        led_clock.put(self._admin, (_pace().now() - datetime.now(UTC)).total_seconds())

    def _tell_station(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        process.stdin.write(msgspec.json.encode(_pace()) + b"\n")
        process.stdin.flush()


class Played:
    """What was seen, and the record that was exported."""

    def __init__(self, seen: dict[str, Any], folder: Path) -> None:
        self.seen, self.package = seen, folder / "record.zip"
        with zipfile.ZipFile(self.package) as package:
            package.extractall(folder / "package")
        self.unpacked = folder / "package"
        lines = (self.unpacked / "record.jsonl").read_text(encoding="utf-8").splitlines()
        self.entries = [json.loads(line) for line in lines]

    def subjects(self, kind: str) -> Counter[str]:
        """Returns how many entries of a kind each delivery has."""
        return Counter(one["subject"] for one in self.entries if one["kind"] == kind)

    def between(self, kind: str, first: str, last: str) -> set[str]:
        """Returns what entries of a kind are about that lie between two others."""
        (begin,), (end,) = (
            [one["seq"] for one in self.entries if one["kind"] == each] for each in (first, last)
        )
        among = (one for one in self.entries if begin < one["seq"] < end)
        return {one["subject"] for one in among if one["kind"] == kind}


class Play:
    """The script."""

    def __init__(self, team: Team, folder: Path) -> None:
        self.team, self.folder = team, folder
        self.author, self.second, self.supervisor = team.desks.values()
        self.seen: dict[str, Any] = {}
        self.draft = ""

    def all(self) -> dict[str, Any]:
        """Plays everything, in order; returns what was seen."""
        self._write()
        self._approve_and_edit()
        self._begin_to_send()
        self._hold()
        self._mend()
        self._send_the_rest()
        self._withdraw()
        self.second.says("export", str(self.folder / "record.zip"))
        return self.seen

    def _write(self) -> None:
        told = self.author.says("write", str(self.folder / "bus.mp4"))
        self.draft = told.pop("draft")
        self.seen |= told

    def _approve_and_edit(self) -> None:
        """One agrees, the author changes a word, both agree anew."""
        locked = [self._approved(self.second)]
        self.seen["agreed"] = self.author.says("edit", self.draft)
        # A sign-in ends and a network breaks down before anything leaves.
        x = self._targets()[0]
        self.team.start_station_anew((x, Credential("expired")))
        self.team.room.say(fault={"network": "mastodon", "kind": "down"})
        locked += [self._approved(self.second), self._approved(self.supervisor)]
        self.seen["locked"] = locked
        self._shoot("1-approved")

    def _begin_to_send(self) -> None:
        self._until(self.second, lambda known: known["not_sent"])
        self.team.jump(STEP_S)
        self._until(self.second, lambda known: known["states"].get("sent", 0) >= 3)
        self.author.says("board")
        for desk in self._desks():
            for words, number in ((EXPIRED, 1), (UNREACHED, DOWN)):
                self._until_shown(desk, words, number)
        self._shoot("2-one-sign-in-has-ended-and-one-network-is-down")

    def _hold(self) -> None:
        """Everything stops; what falls due meanwhile waits."""
        for desk in self._desks():
            desk.says("close")
        self.supervisor.says("hold", self.draft)
        for desk in self._desks():
            # What was on its way when the hold came has its answer by then.
            self._until(desk, lambda known: known["held"] and not known["states"].get("sending"))
        before = self.team.published()
        self.team.jump(HELD_S)
        for desk in self._desks():
            self._until(desk, lambda known: known["overdue"] >= 12)
        self._shoot("3-held")
        self.seen["published_while_held"] = self.team.published() - before

    def _mend(self) -> None:
        """What is broken is mended under the hold; what got late is let go by a person."""
        self.team.room.say(lift="mastodon")
        self.team.start_station_anew()
        self.supervisor.says("release", self.draft)
        for desk in self._desks():
            self._until(desk, lambda known: not known["held"])
            desk.says("panel", self.draft)
        self._shoot("4-late")
        self.seen["late"] = self.second.says("stands", self.draft)["states"]["late"]
        self.second.says("send", self.draft)

    def _send_the_rest(self) -> None:
        for _ in range(10):
            self._until(self.second, lambda known: not known["due"])
            if self._stands(self.second)["states"].get("sent") == PROFILES:
                break
            self.team.jump(STEP_S)
            # What a slow machine has made late.
            self.second.says("send", self.draft)
        for desk in self._desks():
            self._until(desk, lambda known: known["states"].get("sent") == PROFILES)
            desk.says("panel", self.draft)
        self.seen["ids"] = self._stands(self.author)["ids"]
        self._shoot("5-everybody-has-it")

    def _withdraw(self) -> None:
        """Taken back from one window, and seen gone on all."""
        self.supervisor.says("withdraw", self.draft)
        gone: list[int] = []
        self._until(self.supervisor, self._is_gone)
        for desk in self._desks():
            self._until(desk, lambda known: known["gone"] == PROFILES)
            desk.says("panel", self.draft)
            gone.append(self._stands(desk)["gone"])
        self.seen["seen_gone"] = gone
        self._shoot("6-gone-everywhere")

    def _is_gone(self, known: dict[str, Any]) -> bool:
        """Whether nobody finds it any more; it is looked for again and again."""
        if known["gone"] == PROFILES:
            return True
        self.team.jump(LOOKED_S)
        return False

    def _approved(self, desk: Desk) -> bool:
        seq = self._stands(self.author)["seq"]
        locked: bool = desk.says("approve", self.draft, seq)
        return locked

    def _targets(self) -> list[str]:
        targets: list[str] = self.author.says("targets", self.draft)
        return targets

    def _desks(self) -> tuple[Desk, ...]:
        return self.author, self.second, self.supervisor

    def _stands(self, desk: Desk) -> dict[str, Any]:
        known: dict[str, Any] = desk.says("stands", self.draft)
        return known

    def _until(self, desk: Desk, holds: Callable[[dict[str, Any]], object]) -> None:
        wait_until(lambda: holds(self._stands(desk)), PATIENCE_S)

    def _until_shown(self, desk: Desk, words: str, number: int) -> None:
        """Waits until so many rows of a window say something."""

        def are_shown() -> bool:
            return sum(words in row for row in desk.says("panel", self.draft)) == number

        wait_until(are_shown, PATIENCE_S)

    def _shoot(self, name: str) -> None:
        for who, desk in zip(("author", "second", "supervisor"), self._desks(), strict=True):
            desk.says("shot", str(PICTURES / f"{name}-{who}.png"))


def _pace() -> clock.Pace:
    pace = clock.pace()
    assert pace is not None
    return pace


@contextmanager
def _exercise() -> Iterator[ExerciseRoom]:
    room = ExerciseRoom.start([SCENARIO, "--networks", ",".join(SHARES)])
    try:
        yield room
    finally:
        room.close()


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    if reason := postgres.missing():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("appeal")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        room = stack.enter_context(_exercise())
        cluster = stack.enter_context(postgres.cluster())
        team = stack.enter_context(closing(Team(room, cluster, folder)))
        seen = Play(team, folder).all()
    return Played(seen, folder)


def test_two_agree_in_order_once_all_is_opened_and_an_edit_asks_both_anew(played: Played) -> None:
    seen = played.seen
    assert (seen["targets"], seen["steps"]) == (PROFILES, 2)
    assert seen["locked"] == [True, True, True]
    assert seen["agreed"] == [1, 0]


def test_nothing_leaves_while_it_is_held_and_what_is_late_waits_for_a_person(
    played: Played,
) -> None:
    assert played.seen["published_while_held"] == 0
    # A claim that crosses the hold is refused, and nothing is sent on it.
    claimed, sent = (
        played.between(kind, "hold.placed", "hold.released")
        for kind in ("delivery.claimed", "delivery.sent")
    )
    assert not claimed & sent
    assert played.seen["late"] > 12


def test_every_profile_has_it_exactly_once(played: Played) -> None:
    assert played.seen["ids"] == PROFILES
    sent = played.subjects("delivery.sent")
    assert len(sent) == 2 * PROFILES
    assert set(sent.values()) == {1}


def test_taken_back_at_one_desk_it_is_seen_gone_at_all(played: Played) -> None:
    assert played.seen["seen_gone"] == [PROFILES, PROFILES, PROFILES]
    gone = played.subjects("delivery.seen_gone")
    assert len(gone) == PROFILES


def test_the_exported_record_proves_itself_with_our_tool_and_without(played: Played) -> None:
    told = CliRunner().invoke(main, ["verify", str(played.package)])
    assert told.exit_code == 0, told.output
    parts = ["verify_journal.py", "record.jsonl", "checkpoints.jsonl"]
    alone = subprocess.run(
        [sys.executable, *parts], cwd=played.unpacked, capture_output=True, text=True, check=False
    )
    assert alone.returncode == 0, alone.stdout + alone.stderr
