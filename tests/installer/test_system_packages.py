"""What system.sh decides: what is missing, who may install it, when lists are fetched."""

from tests.installer.machine import Machine, packages_of

_REFUSES_UNTIL_UPDATED = """
echo "apt-get $*" >> "$MACHINE_LOG"
case "$*" in
    *update*) echo > "$MACHINE_LOG.updated" ;;
    *) [ -f "$MACHINE_LOG.updated" ] ;;
esac
"""


def test_a_machine_that_has_all_is_left_alone(machine: Machine) -> None:
    machine.has_packages(*packages_of("desk"))
    machine.runs_as_root()
    outcome = machine.run("system.sh", "desk")
    assert outcome.status == 0
    assert outcome.said == ""
    assert outcome.called("apt-get") == []


def test_root_installs_only_what_is_missing(machine: Machine) -> None:
    first, *others = packages_of("desk")
    machine.has_packages(*others)
    machine.runs_as_root()
    outcome = machine.run("system.sh", "desk")
    assert outcome.status == 0
    assert outcome.called("apt-get")[-1].endswith(f" install -y --no-install-recommends {first}")


def test_lists_that_know_the_packages_are_not_fetched_again(machine: Machine) -> None:
    machine.runs_as_root()
    outcome = machine.run("system.sh", "desk")
    assert not any("update" in call for call in outcome.called("apt-get"))


def test_lists_that_do_not_know_a_package_are_fetched_first(machine: Machine) -> None:
    machine.runs_as_root()
    machine.has("apt-get", _REFUSES_UNTIL_UPDATED)
    outcome = machine.run("system.sh", "desk")
    steps = [next(word for word in call.split() if word in ("install", "update"))
             for call in outcome.called("apt-get")]  # fmt: skip
    assert outcome.status == 0
    assert steps == ["install", "update", "install"]


def test_a_user_with_sudo_installs_through_it(machine: Machine) -> None:
    machine.lets_sudo()
    outcome = machine.run("system.sh", "desk")
    assert outcome.status == 0
    assert "apt-get" in outcome.called("sudo")[-1]
    assert outcome.called("apt-get")[-1].endswith(" ".join(packages_of("desk")))


def test_a_user_without_rights_is_given_the_exact_line(machine: Machine) -> None:
    outcome = machine.run("system.sh", "desk")
    line = "apt-get update && apt-get install -y --no-install-recommends "
    assert outcome.status == 1
    assert outcome.said.rstrip().endswith(line + " ".join(packages_of("desk")))
    assert outcome.called("apt-get") == []


def test_sudo_that_wants_a_password_nobody_can_type_is_not_used(machine: Machine) -> None:
    machine.has("sudo", 'echo "sudo $*" >> "$MACHINE_LOG"; exit 1')
    outcome = machine.run("system.sh", "desk")
    assert outcome.status == 1
    assert outcome.called("sudo") == ["sudo -n true"]
    assert "apt-get install" in outcome.said


def test_an_apt_that_fails_ends_with_the_line(machine: Machine) -> None:
    machine.runs_as_root()
    machine.has("apt-get", "exit 100")
    outcome = machine.run("system.sh", "desk")
    assert outcome.status == 1
    assert "apt-get install" in outcome.said


def test_a_package_under_its_new_name_counts_as_installed(machine: Machine) -> None:
    others = [package for package in packages_of("desk") if package != "libglib2.0-0"]
    machine.has_packages(*others, "libglib2.0-0t64, libglib2.0-0 (= 2.80.0)")
    assert machine.run("system.sh", "desk").status == 0


def test_the_tour_needs_a_virtual_screen_and_the_tests_a_keychain(machine: Machine) -> None:
    machine.has_packages(*packages_of("desk"))
    assert machine.run("system.sh", "tour").said.rstrip().endswith(" xauth xvfb")
    assert "gnome-keyring" in machine.run("system.sh", "test").said


def test_debian_without_python_gets_python(machine: Machine) -> None:
    machine.lacks("python3")
    assert machine.run("system.sh", "desk").said.rstrip().endswith(" python3 python3-venv")


def test_a_system_without_dpkg_is_told_where_to_read(machine: Machine) -> None:
    machine.lacks("dpkg-query")
    outcome = machine.run("system.sh", "desk")
    assert outcome.status == 0
    assert "installer/README.md" in outcome.said


def test_other_systems_need_no_debian_packages(machine: Machine) -> None:
    machine.has("uname", "echo Darwin")
    assert machine.run("system.sh", "desk").said == ""
