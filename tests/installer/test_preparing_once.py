"""prepare.sh sets up what is missing, once, and again when something it rests on changed."""

import shutil

import pytest

from tests.installer.machine import Machine, packages_of


@pytest.fixture
def prepared(machine: Machine) -> Machine:
    machine.has_packages(*packages_of("desk", "tour", "test"))
    assert machine.run("prepare.sh", "desk").status == 0
    return machine


def _installs(machine: Machine, step: str) -> list[str]:
    outcome = machine.run("prepare.sh", step)
    assert outcome.status == 0, outcome.said
    return [call for call in outcome.calls if "-m pip install" in call]


def test_the_build_requirements_come_before_the_package(machine: Machine) -> None:
    machine.has_packages(*packages_of("desk"))
    first, second = _installs(machine, "desk")
    assert first.endswith("-r .venv/build-requirements.txt")
    assert second.endswith("--no-build-isolation -e .")


def test_a_second_run_installs_nothing(prepared: Machine) -> None:
    outcome = prepared.run("prepare.sh", "desk")
    assert (outcome.status, outcome.said) == (0, "")
    assert outcome.calls == ["python --version"]


@pytest.mark.parametrize("name", ["pyproject.toml", "hatch_build.py", "resources/desk_fr.ts"])
def test_a_change_in_what_is_installed_installs_again(prepared: Machine, name: str) -> None:
    with (prepared.checkout / name).open("a") as file:
        file.write("\n")
    assert len(_installs(prepared, "desk")) == 2


def test_the_environment_is_kept_when_only_a_list_changed(prepared: Machine) -> None:
    (prepared.checkout / "pyproject.toml").write_text("")
    assert not any("-m venv" in call for call in prepared.run("prepare.sh", "desk").calls)


def test_an_environment_moved_elsewhere_is_made_anew(prepared: Machine) -> None:
    elsewhere = prepared.checkout.with_name("elsewhere")
    shutil.move(prepared.checkout, elsewhere)
    prepared.checkout = elsewhere
    assert (
        prepared.run("prepare.sh", "desk").called("python3")[-1] == "python3 -m venv --clear .venv"
    )


def test_the_tests_bring_their_extra_and_serve_the_desk_too(prepared: Machine) -> None:
    assert _installs(prepared, "test")[-1].endswith("-e .[test]")
    assert _installs(prepared, "tour") == []
    assert _installs(prepared, "desk") == []


def test_peers_of_the_benchmarks_have_an_environment_of_their_own(prepared: Machine) -> None:
    ours, peers = _installs(prepared, "bench")[-2:]
    assert ours.endswith("-e .")
    assert peers.endswith("-r installer/peer-packages.txt")
    assert (prepared.checkout / ".venv/peers/bin/python").is_file()
    assert _installs(prepared, "bench") == []


def test_a_failed_installation_is_not_taken_for_done(machine: Machine) -> None:
    machine.has_packages(*packages_of("desk"))
    script = (machine.programs / "python3").read_text()
    machine.has("python3", script + 'case "$*" in *"pip install"*) exit 1 ;; esac\n')
    assert machine.run("prepare.sh", "desk").status == 1
    assert machine.run("prepare.sh", "desk").status == 1


def test_an_unknown_step_is_refused(machine: Machine) -> None:
    outcome = machine.run("prepare.sh", "dance")
    assert outcome.status == 2
    assert "dance" in outcome.said
