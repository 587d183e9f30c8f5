"""The sentences and endings of the steps after the set-up, and what the README promises."""

import os
import re
import subprocess

import pytest

from tests.installer.machine import CHECKOUT, Machine


def test_no_display_is_said_in_one_sentence_that_names_the_tour(machine: Machine) -> None:
    outcome = machine.run("screen.sh")
    assert outcome.status == 1
    assert "make tour" in outcome.said
    assert re.findall(r"[.!?](?=\s)", outcome.said) == ["."]


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_lets_the_desk_open(machine: Machine, variable: str) -> None:
    machine.environment[variable] = ":0"
    outcome = machine.run("screen.sh")
    assert (outcome.status, outcome.said) == (0, "")


def test_other_systems_always_have_a_display(machine: Machine) -> None:
    machine.has("uname", "echo Darwin")
    assert machine.run("screen.sh").status == 0


def test_a_tour_without_pictures_has_failed(machine: Machine) -> None:
    machine.has("xvfb-run", "exit 0")
    outcome = machine.run("tour.sh")
    assert outcome.status == 1
    assert "no picture" in outcome.said


def test_a_tour_leaves_only_its_own_pictures(machine: Machine) -> None:
    (machine.checkout / "tour").mkdir()
    (machine.checkout / "tour" / "old.png").write_bytes(b"")
    machine.has("xvfb-run", "echo > tour/01-board.png")
    outcome = machine.run("tour.sh")
    assert outcome.status == 0
    assert "pictures in tour/: 1." in outcome.said
    assert os.listdir(machine.checkout / "tour") == ["01-board.png"]


def _benchmarks(machine: Machine) -> None:
    folder = machine.checkout / "benchmarks"
    folder.mkdir()
    (folder / "ingest.py").write_text("def main() -> None:\n    pass\n")
    (folder / "posts.py").write_text("def posts() -> None:\n    pass\n")
    (folder / "search.py").write_text("def main() -> None:\n    pass\n")
    python = machine.checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "ran $*"\n[ "$2" != "$FAILS" ]\n')
    python.chmod(0o755)


def test_every_benchmark_with_a_main_runs(machine: Machine) -> None:
    _benchmarks(machine)
    outcome = machine.run("bench.sh")
    assert outcome.status == 0
    assert re.findall(r"ran -m (\S+)", outcome.said) == ["benchmarks.ingest", "benchmarks.search"]


def test_a_benchmark_that_fails_does_not_stop_the_others(machine: Machine) -> None:
    _benchmarks(machine)
    machine.environment["FAILS"] = "benchmarks.ingest"
    outcome = machine.run("bench.sh")
    assert outcome.status == 1
    assert "ran -m benchmarks.search" in outcome.said
    assert "failed: ingest" in outcome.said


def test_every_make_command_of_the_readme_is_listed_by_make_help() -> None:
    promised = set(re.findall(r"make (run|test|tour|bench|help|clean)\b",
                              (CHECKOUT / "README.md").read_text()))  # fmt: skip
    shown = subprocess.run(
        ["make", "help"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    listed = set(re.findall(r"^make (\w+)", shown.stdout, re.MULTILINE))
    assert {"run", "test", "tour", "bench"} <= promised <= listed


def test_the_scripts_are_plain_posix_shell() -> None:
    for script in sorted((CHECKOUT / "installer").glob("*.sh")):
        assert "[[" not in script.read_text()
        subprocess.run(["/bin/sh", "-n", str(script)], check=True)
