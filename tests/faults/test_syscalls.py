"""Faults at the system call: a disk that fails, a disk that is full, a kill at each write."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from tests.faults.conftest import ROOT
from tests.faults.doomed import KEY, NOW, UnsentDraft
from tests.faults.soundness import assert_sound
from tests.faults.writing import DRAFTS


@cache
def strace_works() -> bool:
    if shutil.which("strace") is None:
        return False
    tried = ["strace", "-f", "-qq", "-e", "trace=fsync", "true"]
    return subprocess.run(tried, capture_output=True).returncode == 0


@pytest.fixture(autouse=True)
def with_strace() -> None:
    if not strace_works():
        pytest.skip("strace is not installed or may not trace")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a desk.db in which one draft lies, on a disk that syncs for real."""
    desk = DeskStore.open(tmp_path, KEY)
    desk.save_draft(UnsentDraft("first", b"words", NOW))
    desk.close()
    return tmp_path


def run_with(fault: str, call: str, data: Path) -> list[list[str]]:
    """Runs the writing program under a fault; returns what it told, split into words."""
    asked = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
    asked += ["-e", f"inject={call}:{fault}", sys.executable, "-m", "tests.faults.writing", data]
    run = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=60)
    return [line.split() for line in run.stdout.splitlines()]


def assert_kept(told: list[list[str]], data: Path) -> None:
    """Fails unless the file is sound and holds all that was told as saved."""
    assert_sound(data, DESK)
    desk = DeskStore.open(data, KEY)
    there = {draft.id for draft in desk.drafts()}
    desk.save_draft(UnsentDraft("after", b"work goes on", NOW))
    desk.close()
    saved = {line[1] for line in told if line[0] == "saved"}
    assert saved | {"first"} <= there


@pytest.mark.parametrize("when", ["1+", "4+", "7", "9+"])
def test_a_failing_sync_is_a_refused_write(data: Path, when: str) -> None:
    told = run_with(f"error=EIO:when={when}", "fsync", data)
    refused = [line for line in told if line[0] == "refused"]
    assert refused or told[0][0] == "not-opened"
    assert {line[-1] for line in refused} <= {"DiskFailed"}
    saved = {line[1] for line in told if line[0] == "saved"}
    assert saved | {line[1] for line in refused} == {f"d{n}" for n in range(DRAFTS)} or not saved
    assert saved <= set(told[-1]), "what was saved is there at once"
    assert_kept(told, data)


@pytest.mark.parametrize("when", ["2+", "9+", "14", "20+"])
def test_a_disk_full_at_one_write_is_a_refused_write(data: Path, when: str) -> None:
    told = run_with(f"error=ENOSPC:when={when}", "pwrite64", data)
    refused = [line for line in told if line[0] == "refused"]
    assert refused or told[0][0] == "not-opened"
    assert {line[-1] for line in refused} <= {"DiskFull"}
    assert_kept(told, data)


def test_after_one_failure_the_next_write_is_saved(data: Path) -> None:
    told = run_with("error=ENOSPC:when=14", "pwrite64", data)
    words = [line[0] for line in told]
    assert words.count("refused") == 1
    assert words.index("refused") < len(words) - 1 - words[::-1].index("saved")


KILLS = [("pwrite64", n) for n in (1, 3, 8, 13, 21, 34)] + [("fsync", n) for n in (1, 2, 5, 8)]
ALL_KILLS = [(call, n) for call in ("pwrite64", "fsync") for n in range(1, 101)]


@pytest.mark.parametrize(("call", "number"), KILLS)
def test_killed_at_one_write_or_sync(data: Path, call: str, number: int) -> None:
    assert_kept(run_with(f"signal=SIGKILL:when={number}", call, data), data)


@pytest.mark.long
@pytest.mark.parametrize(("call", "number"), ALL_KILLS)
def test_killed_at_each_of_the_first_hundred(data: Path, call: str, number: int) -> None:
    assert_kept(run_with(f"signal=SIGKILL:when={number}", call, data), data)
