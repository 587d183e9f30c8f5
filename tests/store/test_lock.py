"""One writer: real second processes, real forks, real kills."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from controlroom.store.lock import AlreadyRunning, ForkedProcess, Hold, LockRefused, hold

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from controlroom.store.lock import Hold
held = Hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
# Python 3.12 warns of any fork beside threads, as the test runner's own may be.
pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


@contextmanager
def another_process(lock: Path) -> Iterator[subprocess.Popen[str]]:
    """A second process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def in_a_fork(work: object) -> int:
    """Runs `work` in a fork that ends without pytest's clean-up; returns its exit code."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = work()  # type: ignore[operator]
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_a_second_process_is_refused_and_told_which_is_the_first(tmp_path: Path) -> None:
    lock = tmp_path / "cache.lock"
    with another_process(lock) as first:
        for _ in range(3):
            with pytest.raises(AlreadyRunning) as caught:
                Hold(lock)
        assert caught.value.values["pid"] == str(first.pid)
        assert str(first.pid) in caught.value.told()


def test_a_second_hold_in_the_same_process_is_refused_too(tmp_path: Path) -> None:
    with hold(tmp_path / "x.lock"), pytest.raises(AlreadyRunning, match=str(os.getpid())):
        Hold(tmp_path / "x.lock")


def test_what_was_released_can_be_held_again(tmp_path: Path) -> None:
    for _ in range(3):
        with hold(tmp_path / "x.lock") as held:
            held.check()
        held.release()
    with another_process(tmp_path / "x.lock"):
        pass


def test_a_killed_holder_blocks_nobody(tmp_path: Path) -> None:
    lock = tmp_path / "cache.lock"
    with another_process(lock) as first:
        first.send_signal(signal.SIGKILL)
        first.wait()
        assert (tmp_path / "cache.lock.pid").read_text() == f"{first.pid}\n"
        with hold(lock):
            assert (tmp_path / "cache.lock.pid").read_text() == f"{os.getpid()}\n"


def test_a_note_that_cannot_be_read_leaves_the_process_unknown(tmp_path: Path) -> None:
    with hold(tmp_path / "x.lock"):
        (tmp_path / "x.lock.pid").write_text("no number")
        with pytest.raises(AlreadyRunning, match="process unknown"):
            Hold(tmp_path / "x.lock")


def test_locks_on_two_files_are_strangers(tmp_path: Path) -> None:
    with hold(tmp_path / "one.lock"), hold(tmp_path / "two.lock"):
        pass


@forks
def test_a_fork_does_not_hold_what_its_parent_holds(tmp_path: Path) -> None:
    held = Hold(tmp_path / "x.lock")

    def child() -> int:
        try:
            held.check()
        except ForkedProcess:
            return 7
        return 0

    assert in_a_fork(child) == 7
    held.check()
    held.release()


@forks
def test_a_fork_that_releases_and_ends_leaves_the_lock_to_its_parent(tmp_path: Path) -> None:
    held = [Hold(tmp_path / "x.lock")]

    def child() -> int:
        held[0].release()
        held.clear()
        return 7

    assert in_a_fork(child) == 7
    done = subprocess.run(
        [sys.executable, "-c", HOLDER, str(tmp_path / "x.lock")],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "AlreadyRunning" in done.stderr
    assert str(os.getpid()) in done.stderr
    held[0].release()


@forks
def test_a_fork_cannot_take_the_lock_a_second_time(tmp_path: Path) -> None:
    held = Hold(tmp_path / "x.lock")

    def child() -> int:
        try:
            Hold(tmp_path / "x.lock")
        except AlreadyRunning:
            return 7
        return 0

    assert in_a_fork(child) == 7
    held.release()


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LockRefused, match=r"x\.lock cannot be locked"):
        Hold(tmp_path / "file" / "x.lock")
    (tmp_path / "y.lock.pid").mkdir()
    for _ in range(2):
        with pytest.raises(LockRefused, match=r"y\.lock\.pid"):
            Hold(tmp_path / "y.lock")
