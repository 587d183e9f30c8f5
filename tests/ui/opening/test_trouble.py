"""Each error of opening has a calm page with what may help; nothing is made or overwritten."""

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.house import Keeper
from controlroom.keychain import RecoveryKey
from controlroom.model.board import Board
from controlroom.store.errors import Damaged, DiskFull
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.layers.question import Question
from controlroom.ui.opening.attendant import Attendant
from controlroom.ui.opening.stand_in import StandIn
from tests.ui.opening.behind import Behind


def with_board(keeper: Keeper) -> None:
    assert keeper.house is not None
    keeper.house.desk.save_board(Board(0, "Force"))


def names(page: StandIn) -> list[str]:
    return list(page.buttons)


def agree(desk: DeskWindow) -> None:
    question = desk.layers.top()
    assert isinstance(question, Question)
    assert question.no.hasFocus()
    question.yes.click()


def test_a_locked_keychain_has_a_page_and_opens_once_unlocked(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare()
    before = behind.files()
    behind.ring.locked = True
    page = behind.fail()
    assert page.text.text() == "The keychain is locked."
    assert page.quieter.text() == "Unlock it, then try again; nothing was changed."
    assert names(page) == ["TRY_AGAIN", "RECOVERY_KEY", "close"]
    assert page.buttons["TRY_AGAIN"].hasFocus()
    assert behind.files() == before
    assert desk.house is None
    behind.ring.locked = False
    with qtbot.waitSignal(desk.house_opened):
        page.buttons["TRY_AGAIN"].click()
    assert not desk.pages.stood_in()
    assert desk.tabs.isVisible()


def test_the_frame_stays_usable_beside_the_page(desk: DeskWindow, behind: Behind) -> None:
    behind.prepare()
    behind.ring.locked = True
    page = behind.fail()
    desk.go("planner")
    assert desk.pages.currentWidget() is page
    assert not desk.tabs.isVisible()
    desk.go("settings")
    assert desk.pages.currentWidget() is not page
    desk.change(language="fr", theme="light")
    QApplication.processEvents()
    assert page.text.text() == "Le trousseau est verrouillé."
    group = behind.attendants[0].group
    assert group is not None
    assert not group.back_up.isEnabled()
    assert group.back_up.accessibleDescription()


def test_the_recovery_key_opens_and_a_typing_mistake_names_its_group(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    keeper = behind.keeper()
    with closing(keeper):
        recovery = keeper.open().recovery
    assert recovery is not None
    behind.ring.kept.clear()
    page = behind.fail()
    assert "no longer holds the key" in page.text.text()
    page.buttons["RECOVERY_KEY"].click()
    assert page.field.line.hasFocus()
    last = "0" if recovery.text()[-1] != "0" else "1"
    qtbot.keyClicks(page.field.line, recovery.text()[:-1] + last)
    qtbot.keyClick(page.field.line, Qt.Key.Key_Return)
    behind.settle(behind.attendants[0])
    assert "group 8" in page.field.wrong.text()
    assert page.buttons["TRY_AGAIN"].isEnabled()
    page.field.line.setText(recovery.text())
    with qtbot.waitSignal(desk.house_opened):
        page.buttons["RECOVERY_KEY"].click()
    assert len(behind.ring.kept) == 1


def test_the_recovery_key_opens_a_folder_whose_keys_file_is_gone(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    keeper = behind.keeper()
    with closing(keeper):
        recovery = keeper.open().recovery
        keeper.back_up_now(30)
    assert recovery is not None
    (behind.folder / "keys.json").unlink()
    page = behind.fail()
    assert "keys.json" in page.text.text()
    assert names(page) == ["TRY_AGAIN", "RECOVERY_KEY", "close"]
    page.buttons["RECOVERY_KEY"].click()
    page.field.line.setText(RecoveryKey.fresh().text())
    qtbot.keyClick(page.field.line, Qt.Key.Key_Return)
    behind.settle(behind.attendants[0])
    assert page.field.wrong.text()
    assert not (behind.folder / "keys.json").exists()
    page.field.line.setText(recovery.text())
    with qtbot.waitSignal(desk.house_opened):
        page.buttons["RECOVERY_KEY"].click()
    assert (behind.folder / "keys.json").exists()


def test_a_second_desk_may_only_close(desk: DeskWindow, behind: Behind, qtbot: QtBot) -> None:
    keeper = behind.keeper()
    with closing(keeper):
        keeper.open()
        page = behind.fail()
        assert "already running" in page.text.text()
        assert names(page) == ["close"]
        with qtbot.waitSignal(desk.closed):
            page.buttons["close"].click()


def test_a_damaged_file_is_salvaged_and_kept(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare(with_board)
    behind.flip("desk.db")
    damaged = (behind.folder / "desk.db").read_bytes()
    page = behind.fail()
    assert page.heading.text() == "A database is damaged"
    assert names(page) == ["SALVAGE", "TRY_AGAIN", "close"]
    page.buttons["SALVAGE"].click()
    agree(desk)
    assert not page.buttons["TRY_AGAIN"].isEnabled()
    assert page.buttons["close"].isEnabled()
    attendant = behind.attendants[0]
    qtbot.waitUntil(lambda: attendant.page is not page)
    done = behind.page(attendant)
    assert done.text.text().startswith("desk.db: ")
    assert "saved" in done.text.text()
    [kept] = behind.folder.glob("set-aside-*/desk.db")
    assert kept.read_bytes() == damaged
    assert str(kept.parent) in done.quieter.text()
    with qtbot.waitSignal(desk.house_opened):
        done.buttons["go-on"].click()
    assert [board.name for board in desk.house.desk.boards()] == ["Force"]


def test_the_newest_backup_is_put_back(desk: DeskWindow, behind: Behind, qtbot: QtBot) -> None:
    behind.prepare(lambda keeper: (with_board(keeper), keeper.back_up_now(30)))
    behind.flip("desk.db")
    page = behind.fail()
    assert names(page)[:2] == ["SALVAGE", "RESTORE"]
    page.buttons["RESTORE"].click()
    agree(desk)
    attendant = behind.attendants[0]
    qtbot.waitUntil(lambda: attendant.page is not page)
    assert behind.page(attendant).text.text().startswith("desk.db is as it was on ")


def test_a_newer_file_is_refused_untouched(desk: DeskWindow, behind: Behind) -> None:
    def from_tomorrow(keeper: Keeper) -> None:
        assert keeper.house is not None
        with keeper.house.desk.database.write() as connection:
            connection.exec_driver_sql("INSERT INTO migration VALUES ('of_tomorrow', 1)")

    behind.prepare(from_tomorrow)
    before = behind.files()
    page = behind.fail()
    assert "newer version" in page.text.text()
    assert names(page) == ["TRY_AGAIN", "close"]
    assert behind.files() == before


def test_a_foreign_file_is_refused_untouched(desk: DeskWindow, behind: Behind) -> None:
    behind.prepare()
    (behind.folder / "desk.db").write_bytes(b"SQLite format 3\0" + bytes(5000))
    before = behind.files()
    assert "another program" in behind.fail().text.text()
    assert behind.files() == before


def test_a_folder_that_cannot_be_written_is_told(
    desk: DeskWindow, behind: Behind, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    behind.folder = tmp_path / "file" / "data"
    page = behind.fail()
    assert page.text.text() == f"{behind.folder} cannot be written."
    assert names(page) == ["TRY_AGAIN", "close"]


def test_damage_met_while_reading_closes_the_house_and_shows_the_page(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare()
    attendant = behind.open()
    with qtbot.waitSignal(desk.house_closed):
        desk.trouble.emit(Damaged(path=behind.folder / "desk.db"))
    page = behind.page(attendant)
    assert names(page) == ["SALVAGE", "TRY_AGAIN", "close"]
    assert desk.house is None
    assert not list(behind.folder.glob("*.pid"))


def test_damage_below_the_first_page_is_found_soon_after_opening(
    desk: DeskWindow, behind: Behind
) -> None:
    behind.prepare()
    behind.flip("cache.db", page=9)
    attendant = behind.attend()
    attendant.open()
    assert "cache.db" in behind.page(attendant).text.text()


def test_looking_for_damage_leaves_the_first_board_in_peace(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare()
    behind.flip("cache.db", page=9)
    attendant = Attendant(desk, behind.keeper(), calm_ms=300)
    behind.attendants.append(attendant)
    with qtbot.waitSignal(desk.house_opened):
        attendant.open()
    behind.settle(attendant)
    assert attendant.page is None
    assert "cache.db" in behind.page(attendant).text.text()


def test_an_error_with_which_work_can_go_on_is_a_notice(desk: DeskWindow, behind: Behind) -> None:
    behind.prepare()
    behind.open()
    desk.trouble.emit(DiskFull(path=behind.folder / "desk.db"))
    assert desk.status.notice.text().startswith("The disk is full")
    assert "Free some space" in desk.status.notice.toolTip()
    assert desk.house is not None
