"""Taking entries out: written aside, recorded, and stopped without a trace."""

import csv
import io
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from controlroom.model.journal_kinds import GroupPlaced, RecordExported, read
from controlroom.store.durable import sha256_of
from controlroom.store.journal.checking import check_export
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.journal.chosen import Chosen
from controlroom.ui.journal.page import JournalPage
from tests.ui.journal.conftest import BEGINNING, LONG_MS, Home, Opener, heard, settle

COUNT = len(BEGINNING) + 1


def export(page: JournalPage, qtbot: QtBot, form: str, path: Path) -> None:
    page.outlet.begin(form, path, page.bar.chosen, page.names)
    qtbot.waitUntil(lambda: not page.outlet.work.running, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not page.export_strip.runs, timeout=LONG_MS)


def recorded(home: Home) -> list[RecordExported]:
    told = [read(entry) for entry in home.entries()]
    return [one for one in told if isinstance(one, RecordExported)]


def test_what_is_listed_goes_into_a_table(
    page: JournalPage, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    page.bar.choose(Chosen(kind="role.granted"))
    settle(page, qtbot)
    path = tmp_path / "record.csv"
    export(page, qtbot, "csv", path)
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert [row["told"] for row in rows] == [
        "Asha Venn gave Sgt Mabli Thorne the role Analyst for Fenmarsh.",
        "Asha Venn gave PC Tariq Fenn the role Operator for the whole force.",
    ]
    assert recorded(home) == [RecordExported(sha256_of(path), "csv", 2, "kind=role.granted")]
    assert page.export_strip.text.startswith("Exported: 2 entries, ")
    page.bar.choose(Chosen(subject="export"))
    settle(page, qtbot)
    told = page.list.shown()[0].spoken
    assert "Asha Venn exported 2 entries of the record as table (CSV), chosen by kind" in told


def test_the_whole_record_goes_into_data(
    page: JournalPage, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    export(page, qtbot, "json", tmp_path / "record.json")
    assert json.loads((tmp_path / "record.json").read_text("utf-8"))["count"] == COUNT
    assert recorded(home)[0].chosen == ""


def test_a_package_holds_the_whole_record_whatever_is_listed(
    page: JournalPage, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    page.bar.choose(Chosen(text="fenn"))
    settle(page, qtbot)
    export(page, qtbot, "package", tmp_path / "record.zip")
    verdict = check_export(tmp_path / "record.zip", None, ())
    assert (verdict.broken, verdict.covered) == (None, COUNT)
    assert recorded(home)[0].entries == COUNT
    assert page.export_strip.accessibleDescription() == sha256_of(tmp_path / "record.zip")


def test_a_stopped_export_leaves_neither_file_nor_entry(
    page: JournalPage, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    page.outlet.begin("csv", tmp_path / "record.csv", Chosen(), page.names)
    assert page.export_strip.runs
    page.export_strip.button.click()
    qtbot.waitUntil(lambda: not page.outlet.work.running, timeout=LONG_MS)
    assert page.export_strip.text == "The export was stopped; no file was left."
    assert not list(tmp_path.glob("*record*"))
    assert recorded(home) == []
    page.export_strip.button.click()
    assert not page.export_strip.isVisible()


def test_a_house_that_closes_ends_the_export(page: JournalPage, tmp_path: Path) -> None:
    page.outlet.begin("package", tmp_path / "record.zip", Chosen(), page.names)
    page.close_house()
    assert not page.outlet.work.running
    assert not list(tmp_path.glob("*record*"))


def test_a_place_that_cannot_be_written_is_told(
    page: JournalPage, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    export(page, qtbot, "csv", tmp_path / "absent" / "record.csv")
    assert page.export_strip.failed
    assert page.export_strip.text.startswith("The disk answered with an error")
    assert recorded(home) == []


def test_nobody_exports_without_the_right_to(
    opened: Opener, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened("4")
    page.export()
    assert QApplication.activePopupWidget() is None
    page.outlet.begin("csv", tmp_path / "record.csv", Chosen(), page.names)
    assert not page.outlet.work.running


def test_a_right_that_ends_meanwhile_takes_the_file_with_it(
    page: JournalPage, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    made = RecordExported("00", "csv", 1)
    home.says("4", made)
    heard(page, home, qtbot)
    state = page._window.record.state
    assert state is not None
    assert home.entries()[-1].seq in state.refused


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_button_offers_what_is_listed_and_the_whole(
    desk: DeskWindow, page: JournalPage, qtbot: QtBot
) -> None:
    page.export_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "The record as a table (CSV)",
        "The record as data for programs (JSON)",
        "The whole record as a signed package (ZIP)",
    ]
    menu.close()
    page.bar.choose(Chosen(text="fenn"))
    desk.commands.run("export-record")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "What is listed as a table (CSV)"
    menu.close()
    settle(page, qtbot)


def test_an_export_of_a_record_that_grows_is_whole(
    page: JournalPage, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    page.outlet.begin("package", tmp_path / "record.zip", Chosen(), page.names)
    home.says("1", *(GroupPlaced(f"Group {number}") for number in range(20)))
    qtbot.waitUntil(lambda: not page.export_strip.runs, timeout=LONG_MS)
    verdict = check_export(tmp_path / "record.zip", None, ())
    assert verdict.broken is None
    assert verdict.entries == verdict.covered >= COUNT
