"""The doctor: every line says what is so, and what to do if it is not well."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication

from controlroom.doctor import Finding, checks, ill
from controlroom.doctor.keys import key_findings
from controlroom.doctor.machine import (
    LEAST_FREE_BYTES,
    clock_finding,
    judged_clock,
    judged_space,
    place_finding,
    space_finding,
)
from controlroom.doctor.programs import judged_library, judged_python
from controlroom.doctor.screen import (
    fonts_finding,
    judged_fonts,
    libraries_finding,
    screen_finding,
)
from controlroom.doctor.station import station_findings
from controlroom.keychain import (
    Created,
    MemoryKeychain,
    confirm_recovery_key,
    open_house_key,
)
from controlroom.keychain.case_lists import CaseKeyKeeper
from controlroom.keychain.errors import KeychainFailed, KeychainLocked
from controlroom.keychain.keysfile import needed_keys
from controlroom.opening import station_looks
from controlroom.settings import SettingsFile
from controlroom.store.kinds import TEAM_FILE
from controlroom.store.library import Library, database_library

ROOT = Path(__file__).parents[1]


class Locked(MemoryKeychain):
    def get(self, name: str) -> bytes | None:
        raise KeychainLocked


def tree(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_station_is_told_what_it_lacks_for_its_checks_and_what_to_do(tmp_path: Path) -> None:
    chain = MemoryKeychain()
    open_house_key(tmp_path, chain, [])
    key, sites = station_findings(tmp_path, chain)
    assert (key.ok, sites.ok) == (False, False)
    assert key.told.startswith("No key of the case lists is here")
    assert "the key that was handed on under Settings" in key.remedy
    assert "the sites of the force under Settings" in sites.remedy
    CaseKeyKeeper(chain, needed_keys(tmp_path).key_id).keep_match(bytes(32))
    SettingsFile(tmp_path).change(own_sites="fen.example")
    key, sites = station_findings(tmp_path, chain)
    assert (key.ok, sites.ok) == (True, True)
    assert sites.told == "The force's own sites: fen.example."
    (locked,) = station_findings(tmp_path, Locked())[:1]
    assert locked.ok is False


def test_only_the_folder_of_a_station_is_looked_at_for_them(tmp_path: Path) -> None:
    assert station_looks(tmp_path) == []
    team = tmp_path / TEAM_FILE
    team.write_text('{"url": "postgresql://officer_4711@db.example/controlroom"}')
    assert station_looks(tmp_path) == []
    team.write_text('{"url": "postgresql://station_north@db.example/controlroom"}')
    assert [one.name for one in station_looks(tmp_path)] == ["Case lists", "Own sites"]
    team.write_text("[")
    assert [(one.name, one.ok) for one in station_looks(tmp_path)] == [("Team", False)]


def test_the_whole_round_names_each_thing_once_and_changes_nothing(tmp_path: Path) -> None:
    def look() -> Finding:
        return Finding("cache.db", True, "12 posts.")

    found = checks(tmp_path / "data", [look], MemoryKeychain())
    names = [finding.name for finding in found]
    assert names == [
        *("Python", "SQLite", "Keychain", "cache.db", "Fonts", "Screen", "Qt libraries"),
        *("Data folder", "Disk", "Clock"),
    ]
    assert all(finding.told for finding in found)
    assert all(finding.remedy for finding in found if finding.ok is False)
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_never_loads_qt(tmp_path: Path) -> None:
    ask = (
        "import sys; from pathlib import Path; from controlroom.doctor import checks\n"
        "from controlroom.keychain import MemoryKeychain\n"
        "checks(Path(sys.argv[1]), (), MemoryKeychain())\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'keyring'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("python", "pyside", "ok"),
    [
        ((3, 11, 7), "6.11.3", True),
        ((3, 11, 7), "6.12.0", False),
        ((3, 12, 1), "6.12.0", True),
        ((3, 11, 7), "6.12.1", True),
        ((3, 10, 2), "6.11.3", False),
        ((3, 11, 7), "", False),
    ],
)
def test_python_and_pyside_must_get_on(python: tuple[int, ...], pyside: str, ok: bool) -> None:
    finding = judged_python(python, pyside)
    assert finding.ok is ok
    assert bool(finding.remedy) is not ok


@pytest.mark.parametrize(
    ("sqlite", "cipher", "ok"),
    [
        ((3, 53, 4), "4.19.0 community", True),
        ((3, 51, 3), "4.19.0 community", True),
        ((3, 51, 2), "4.19.0 community", False),
        ((3, 40, 1), "4.19.0 community", False),
        ((3, 53, 4), "", False),
    ],
)
def test_an_old_or_unencrypted_database_library_is_not_well(
    sqlite: tuple[int, ...], cipher: str, ok: bool
) -> None:
    assert judged_library(Library(sqlite, cipher)).ok is ok


def test_the_database_library_in_use_is_encrypted_and_new_enough() -> None:
    assert judged_library(database_library()).ok is True


def test_a_new_folder_needs_no_key_and_gets_none(tmp_path: Path) -> None:
    keychain = MemoryKeychain()
    (finding,) = key_findings(tmp_path, keychain)
    assert (finding.name, finding.ok) == ("Keychain", True)
    assert not keychain._secrets
    assert list(tmp_path.iterdir()) == []


def test_a_recovery_key_that_nobody_noted_is_a_finding(tmp_path: Path) -> None:
    keychain = MemoryKeychain()
    made = open_house_key(tmp_path, keychain, [])
    assert isinstance(made, Created)
    before = tree(tmp_path)
    assert [finding.ok for finding in key_findings(tmp_path, keychain)] == [True, False]
    assert tree(tmp_path) == before
    confirm_recovery_key(tmp_path, made.recovery.text())
    assert [finding.ok for finding in key_findings(tmp_path, keychain)] == [True, True]


def test_a_lost_key_and_a_locked_keychain_are_told_with_their_remedy(tmp_path: Path) -> None:
    open_house_key(tmp_path, MemoryKeychain(), [])
    (lost,) = key_findings(tmp_path, MemoryKeychain())
    assert (lost.ok, lost.remedy) == (False, "Open with the recovery key.")
    for folder in (tmp_path, tmp_path / "new"):
        (locked,) = key_findings(folder, Locked())
        assert locked.ok is False
        assert "Unlock" in locked.remedy


def test_an_error_of_the_world_becomes_a_finding_with_its_values() -> None:
    assert ill("Keychain", KeychainFailed(kind="OSError")) == Finding(
        "Keychain",
        False,
        "The keychain did not answer as it should (OSError).",
        KeychainFailed.remedy,
    )


@pytest.mark.parametrize(
    ("families", "ok", "word"),
    [
        ({"Inter", "Noto Color Emoji"}, True, "Inter"),
        ({"Segoe UI", "Segoe UI Emoji"}, True, "Segoe"),
        ({"Noto Sans"}, False, "colour emoji"),
        ({"Noto Color Emoji", "DejaVu Sans"}, False, "Inter"),
        ({"DejaVu Sans"}, False, "Inter and colour emoji"),
    ],
)
def test_missing_fonts_are_named(families: set[str], ok: bool, word: str) -> None:
    finding = judged_fonts(families)
    assert finding.ok is ok
    assert word in finding.told


def test_fonts_that_cannot_be_listed_are_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fc-list").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "fc-list").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert fonts_finding().ok is None
    (tmp_path / "fc-list").write_text(
        "#!/bin/sh\necho 'Inter,Inter Light'\necho 'Noto Color Emoji'\n"
    )
    assert fonts_finding().ok is True


def test_without_fontconfig_qt_is_asked_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("controlroom.doctor.screen._TEXT", tuple(QFontDatabase.families()[:1]))
    monkeypatch.setattr("controlroom.doctor.screen._EMOJI", tuple(QFontDatabase.families()[-1:]))
    assert fonts_finding().ok is True


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_missing_screen_names_the_tour() -> None:
    finding = screen_finding({})
    assert finding.ok is False
    assert "make tour" in finding.remedy
    assert screen_finding({"DISPLAY": ":0"}).ok is True
    assert screen_finding({"WAYLAND_DISPLAY": "wayland-0"}).ok is True
    assert screen_finding({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}).ok is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere PySide6 brings everything")
def test_a_missing_library_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = {"libnot-there.so.9": "libnot-there9"}
    monkeypatch.setattr("controlroom.doctor.screen._ON_X11", absent)
    finding = libraries_finding({})
    assert finding.ok is False
    assert "libnot-there.so.9" in finding.told
    assert "sudo apt install" in finding.remedy
    assert "libnot-there9" in finding.remedy
    assert "libnot-there" not in libraries_finding({"QT_QPA_PLATFORM": "offscreen"}).told


def test_a_place_that_is_synced_is_not_well(tmp_path: Path) -> None:
    assert place_finding(tmp_path / "data").ok is True
    finding = place_finding(tmp_path / "Dropbox" / "data")
    assert finding.ok is False
    assert "Dropbox" in finding.told


def test_the_space_that_is_free_is_told(tmp_path: Path) -> None:
    assert "GB are free" in space_finding(tmp_path / "not" / "yet").told
    assert judged_space(LEAST_FREE_BYTES).ok is True
    tight = judged_space(LEAST_FREE_BYTES - 1)
    assert tight.ok is False
    assert "5 GB" in tight.remedy


@pytest.mark.parametrize(("answer", "ok"), [("yes", True), ("no", False), ("", None), ("?", None)])
def test_the_clock_is_well_ill_or_unknown(answer: str, ok: bool | None) -> None:
    assert judged_clock(answer).ok is ok


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for timedatectl")
def test_the_system_is_asked_about_its_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert clock_finding().ok is None
    asked = tmp_path / "timedatectl"
    for script, ok in (("echo no", False), ("echo yes", True), ("echo yes; exit 1", None)):
        asked.write_text(f"#!/bin/sh\n{script}\n")
        asked.chmod(0o755)
        assert clock_finding().ok is ok
