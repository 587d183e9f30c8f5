"""Where tests write what they throw away: in memory if there is room, else where it is usual."""

from pathlib import Path

import pytest

from tests.installer.machine import Machine


@pytest.fixture
def memory(machine: Machine, tmp_path: Path) -> Path:
    """A folder in memory with room, on a machine with the tools that look at it."""
    folder = tmp_path / "memory"
    folder.mkdir()
    machine.environment |= {"CONTROLROOM_MEMORY": str(folder), "TMPDIR": "/usual"}
    _has_room(machine, 2_000_000)
    machine.has("mktemp", 'name="${1%XXXXXX}one"; : > "$name"; echo "$name"')
    machine.has("chmod", 'exec /bin/chmod "$@"')
    return folder


def _has_room(machine: Machine, kib: int) -> None:
    machine.has("df", f"echo Filesystem; echo tmpfs 9999999 0 {kib} 0% /dev/shm")


def test_a_roomy_folder_in_memory_is_taken(machine: Machine, memory: Path) -> None:
    outcome = machine.run("memory.sh")
    assert (outcome.status, outcome.said) == (0, f"{memory}\n")
    assert list(memory.iterdir()) == []


def test_without_room_the_usual_folder_is_taken(machine: Machine, memory: Path) -> None:
    _has_room(machine, 1_999_999)
    outcome = machine.run("memory.sh")
    assert (outcome.status, outcome.said) == (0, "/usual\n")


def test_where_no_program_may_run_the_usual_folder_is_taken(machine: Machine, memory: Path) -> None:
    machine.has("chmod", "exit 0")
    outcome = machine.run("memory.sh")
    assert (outcome.status, outcome.said) == (0, "/usual\n")
    assert list(memory.iterdir()) == []


def test_a_machine_without_such_a_folder_has_the_usual_one(machine: Machine, memory: Path) -> None:
    memory.rmdir()
    outcome = machine.run("memory.sh")
    assert (outcome.status, outcome.said) == (0, "/usual\n")
    del machine.environment["TMPDIR"]
    assert machine.run("memory.sh").said == "/tmp\n"
