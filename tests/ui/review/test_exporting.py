"""An export from the window: told of, stopped, and never in the way."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from controlroom.model.query.parse import parse
from controlroom.store.export.form import Form
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.review.ask_file import ask_place
from controlroom.ui.review.page import ReviewPage
from tests.ui.review.conftest import POSTS


def wait(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.outlet.exporting.running, timeout=10_000)


def test_the_hits_are_exported_and_the_strip_tells_of_it(
    page: ReviewPage, qtbot: QtBot, tmp_path: Path
) -> None:
    seen: list[int] = []
    page.outlet.exporting.went_on.connect(seen.append)
    path = tmp_path / "hits.json"
    page.outlet.begin(page.node(), path, Form.JSON, POSTS)
    assert page.strip.isVisible()
    assert page.strip.text == "Exporting: 0 of 1,400"
    wait(page, qtbot)
    assert json.loads(path.read_text("utf-8"))["count"] == POSTS
    assert seen == [500, 1_000, 1_400]
    assert page.strip.text.startswith("Exported: 1,400 posts, ")
    assert "hits.json" in page.strip.text
    page.strip.button.click()
    assert not page.strip.isVisible()


def test_a_press_stops_an_export_and_leaves_no_file(
    page: ReviewPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.outlet.begin(page.node(), tmp_path / "hits.csv", Form.CSV, POSTS)
    page.strip.button.click()
    wait(page, qtbot)
    assert page.strip.text == "The export was stopped; no file was left."
    assert [one for one in tmp_path.iterdir() if one.suffix in (".csv", ".part")] == []


def test_a_house_that_closes_ends_the_export(page: ReviewPage, tmp_path: Path) -> None:
    page.outlet.begin(page.node(), tmp_path / "hits.csv", Form.CSV, POSTS)
    page.close_house()
    assert not page.outlet.exporting.running
    assert not list(tmp_path.glob(".*.part"))


def test_a_file_that_cannot_be_written_is_told_in_plain_words(
    page: ReviewPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.outlet.begin(page.node(), tmp_path / "absent" / "hits.csv", Form.CSV, POSTS)
    wait(page, qtbot)
    assert page.strip.text.startswith("The disk answered with an error")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_key_opens_the_forms_and_the_name_offered_is_safe(
    page: ReviewPage, desk: DeskWindow, qtbot: QtBot
) -> None:
    page.bar.set_text("van OR “../x”", parse("van OR “../x”"))
    page.hits.setFocus()
    qtbot.keyClick(page.hits, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Table for a spreadsheet (CSV)",
        "Data for programs (JSON)",
        "Page to read and print (HTML)",
    ]
    menu.close()
    dialog = ask_place(page, page.query(), Form.HTML, lambda _path, _form: None)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name.startswith("van-or-x-20")
    dialog.reject()


def test_only_one_export_runs_at_a_time(page: ReviewPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.outlet.begin(page.node(), tmp_path / "one.csv", Form.CSV, POSTS)
    page.outlet.begin(page.node(), tmp_path / "two.csv", Form.CSV, POSTS)
    wait(page, qtbot)
    assert (tmp_path / "one.csv").exists()
    assert not (tmp_path / "two.csv").exists()
