"""The check of the whole record from the window."""

import pytest
from pytestqt.qtbot import QtBot

from controlroom.model.journal_kinds import GroupPlaced
from controlroom.store.journal import checkpoints
from controlroom.store.journal.verify import Break, Fault, Verdict
from controlroom.team import sealing
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.journal.chosen import Chosen
from controlroom.ui.journal.page import JournalPage
from controlroom.ui.journal.verifying import verdict_told
from tests.ui.journal.conftest import BEGINNING, LONG_MS, Home, heard, settle

COUNT = len(BEGINNING) + 1


def check(page: JournalPage, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not page.verifying.work.running, timeout=LONG_MS)
    return page.check_strip.text


def test_the_command_checks_the_record_and_says_so(
    desk: DeskWindow, page: JournalPage, qtbot: QtBot
) -> None:
    desk.go("settings")
    desk.commands.run("verify-record")
    assert desk.pages.section == "record"
    assert check(page, qtbot) == (
        f"Sound: all {COUNT} entries follow from one another. No checkpoint has been signed yet."
    )
    assert not page.check_strip.failed


def test_checkpoints_and_their_copies_are_counted(
    page: JournalPage, home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (sealing, checkpoints):
        monkeypatch.setattr(module, "MOST_ENTRIES", 3)
    home.says("1", GroupPlaced("Fens"))
    copies = home.folder / "backups" / sealing.CUSTODY
    qtbot.waitUntil(lambda: copies.exists() and bool(copies.read_text()), timeout=LONG_MS)
    heard(page, home, qtbot)
    page.verify_button.click()
    told = check(page, qtbot)
    assert "1 checkpoint in it holds; the copies beside the backups reach to entry " in told


def test_the_first_break_is_named_and_shown(page: JournalPage, home: Home, qtbot: QtBot) -> None:
    page.bar.choose(Chosen(kind="role.granted"))
    settle(page, qtbot)
    with home.record("1").database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_is_fixed")
        connection.exec_driver_sql("UPDATE entry SET actor = '9' WHERE seq = 4")
    page.verify()
    assert check(page, qtbot) == "The record is broken at entry 4: it was changed."
    assert page.check_strip.failed
    page.check_strip.show_button.click()
    settle(page, qtbot)
    assert page.list.current == 4
    assert page.details.told.text().startswith("9 placed")


def test_a_check_is_stopped_by_a_press(page: JournalPage, home: Home, qtbot: QtBot) -> None:
    page.verify()
    page.check_strip.button.click()
    told = check(page, qtbot)
    assert told == "The check was stopped before its end."
    assert page.verifying.verdict is None


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_words(fault: Fault) -> None:
    broken = Verdict(3, bytes(32), 0, 0, 0, frozenset(), 0, Break(1_204, fault))
    assert verdict_told(broken).startswith("The record is broken at entry 1,204: ")
