"""The desk's side of an exercise: starts its process, furnishes a folder for it, hears it."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from controlroom.exercise.furnish import furnish
from controlroom.exercise.opening import Ready, ReadyOfficer, decode
from controlroom.keychain import Created, MemoryKeychain, confirm_recovery_key, open_house_key
from controlroom.keychain.keysfile import needed_keys
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.model import clock
from controlroom.model.decoding import decoder, from_plain
from controlroom.model.errors import WorldError
from controlroom.model.journal_kinds import Decision, proposal_of
from controlroom.model.journal_subject import FORCE, group_scope, profile_key, profile_scope
from controlroom.model.profile import Group, Profile
from controlroom.store.journal.file import JournalFile
from controlroom.team.staffing import Member, staffing

log = logging.getLogger(__name__)

GOODBYE_S = 5.0
_line = msgspec.json.Encoder().encode
_status = decoder(dict[str, Any]).decode
Heard = Callable[[dict[str, Any]], None]


def _nothing(*_: object) -> None:
    return None


class ExerciseNotStarted(WorldError):
    """The process of the exercise ended before it was ready; `reason` is its last word."""

    sentence = "The exercise could not be started: {reason}"
    remedy = "Check the scenario with “controlroom exercise --check”."


class ExerciseRoom:
    """A running exercise.

    Attributes:
        keychain: in memory, with the sign-ins of the invented profiles; no other is ever read.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", ready: Ready) -> None:
        self._process, self.ready = process, ready
        self._lead = clock.begin_exercise(ready.clock)
        self.keychain = MemoryKeychain()
        self._hearing, self._closed = threading.Lock(), False
        self._heard: Heard = _nothing
        self._ended: Callable[[], None] = _nothing
        self._ears = threading.Thread(target=self._listen, name="exercise", daemon=True)

    @classmethod
    def start(cls, arguments: Sequence[str]) -> "ExerciseRoom":
        """Starts a process and waits until its networks answer. Raises `ExerciseNotStarted`."""
        process = subprocess.Popen(
            [sys.executable, "-m", "controlroom.exercise", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            return cls(process, decode(line))
        except msgspec.MsgspecError:
            process.kill()
            process.wait()
            process.stdout.close()
            assert process.stdin is not None
            process.stdin.close()
            reason = line.decode("utf-8", "replace").strip()[:300] or "it gave no reason"
            raise ExerciseNotStarted(reason=reason) from None

    def furnish(self, folder: Path) -> None:
        """Makes a data folder of the exercise's own. Raises what the store raises."""
        opened = open_house_key(folder, self.keychain, [])
        if isinstance(opened, Created):
            confirm_recovery_key(folder, opened.recovery.text())
        keeper = SignInKeeper(self.keychain, needed_keys(folder).key_id)
        key = opened.key.reveal()
        furnish(folder, key, self.ready, keeper)
        _staff(folder, key, self.ready)

    def listen(self, heard: Heard, ended: Callable[[], None]) -> None:
        """Calls `heard` with every status, and `ended` at the end, from a thread of its own."""
        self._heard, self._ended = heard, ended
        self._ears.start()

    def deafen(self) -> None:
        """Calls nobody any more once this has returned."""
        with self._hearing:
            self._heard = self._ended = _nothing

    def say(self, **order: Any) -> None:
        """Gives the exercise an order; lost if it has gone."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(_line(order) + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError):
            log.warning("the exercise does not listen")

    def close(self) -> None:
        """Ends the exercise."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._hearing:
            self._closed = True
            self._lead.end()
        try:
            self._process.stdin.close()
        except OSError:
            log.info("the exercise had gone already")
        try:
            self._process.wait(GOODBYE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._ears.is_alive():
            self._ears.join(GOODBYE_S)
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        try:
            for line in self._process.stdout:
                self._take(line)
        except (OSError, ValueError):
            log.info("the pipe from the exercise broke")
        with self._hearing:
            self._ended()

    def _take(self, line: bytes) -> None:
        try:
            status = _status(line)
            pace = from_plain(status.get("clock"), clock.Pace)
        except msgspec.MsgspecError:
            log.warning("a line from the exercise was not understood")
            return
        with self._hearing:
            if not self._closed:
                self._lead.follow(pace)
            self._heard(status)


def _staff(folder: Path, key: bytes, ready: Ready) -> None:
    """Founds the record of an exercise that has officers, with all of them."""
    if not ready.officers:
        return
    founder, decisions = staffing_of(ready)
    with closing(JournalFile.open(folder, key, founder)) as journal:
        journal.append_all([proposal_of(decision) for decision in decisions])


def staffing_of(ready: Ready) -> tuple[str, list[Decision]]:
    """Returns who founds the record of an exercise, and the decisions by which its force is there.

    It has officers.
    """
    numbers = {name: number for number, name in enumerate(ready.groups, 1)}
    groups = [
        Group(numbers[name], name, numbers.get(parent, 0)) for name, parent in ready.groups.items()
    ]
    profiles = [replace(one.profile, group=numbers.get(one.group, 0)) for one in ready.profiles]
    officers = sorted(ready.officers, key=lambda one: not one.at_desk)
    at_desk, *others = (_member(one, profiles) for one in officers)
    return at_desk.number, staffing(at_desk, others, groups, profiles)


def _member(one: ReadyOfficer, profiles: Sequence[Profile]) -> Member:
    scopes = [group_scope(name) if name else FORCE for name in one.scopes]
    scopes += [profile_scope(profile_key(profiles[place])) for place in one.profiles]
    return Member(one.number, one.name, one.roles, scopes)
