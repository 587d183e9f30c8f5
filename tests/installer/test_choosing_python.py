"""Which interpreter python.sh chooses."""

from tests.installer.machine import Machine

_TOO_OLD = 'case "$*" in --version) echo "Python 3.9.2" ;; *) exit 1 ;; esac'
_NEW_ENOUGH = "exit 0"


def test_the_python_of_the_system_is_used_when_it_is_new_enough(machine: Machine) -> None:
    machine.has("python3.12", _NEW_ENOUGH)
    assert machine.run("python.sh").said.strip() == str(machine.programs / "python3")


def test_otherwise_the_newest_is_used(machine: Machine) -> None:
    machine.has("python3", _TOO_OLD)
    machine.has("python3.11", _NEW_ENOUGH)
    machine.has("python3.13", _NEW_ENOUGH)
    assert machine.run("python.sh").said.strip() == str(machine.programs / "python3.13")


def test_a_python_named_by_hand_comes_first(machine: Machine) -> None:
    machine.has("python3.12", _NEW_ENOUGH)
    machine.environment["CONTROLROOM_PYTHON"] = "python3.12"
    assert machine.run("python.sh").said.strip() == str(machine.programs / "python3.12")


def test_a_python_named_by_hand_that_does_not_run_is_said(machine: Machine) -> None:
    machine.environment["CONTROLROOM_PYTHON"] = "/nowhere/python"
    outcome = machine.run("python.sh")
    assert outcome.status == 1
    assert "'/nowhere/python'" in outcome.said


def test_a_python_that_is_too_old_is_said_and_nothing_is_installed(machine: Machine) -> None:
    machine.has("python3", _TOO_OLD)
    machine.runs_as_root()
    outcome = machine.run("prepare.sh", "desk")
    assert outcome.status == 1
    assert "Python 3.9.2 is too old" in outcome.said
    assert outcome.called("apt-get") == []


def test_no_python_at_all_has_a_status_of_its_own(machine: Machine) -> None:
    machine.lacks("python3")
    assert machine.run("python.sh").status == 3
