"""Backups and figures while the desk is open, and what is left when it closes."""

import shutil
import threading
from datetime import datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.house import Keeper
from controlroom.model.board import Board
from controlroom.model.changes import Changes
from controlroom.model.profile import Profile
from controlroom.store.errors import FileBusy
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.opening import rounds
from controlroom.ui.opening.attendant import Attendant
from tests.ui.opening.behind import Behind


def test_a_backup_is_made_by_itself_when_something_changed(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare()
    attendant = behind.attend(backup_ms=50)
    with qtbot.waitSignal(attendant.rounds.backed_up):
        attendant.open()
    made = [one for one in (behind.folder / "backups").iterdir() if one.is_dir()]
    assert any((one / "desk.db").exists() for one in made)
    desk.house.desk.save_board(Board(0, "Force"))
    qtbot.wait(300)
    again = [one for one in (behind.folder / "backups").iterdir() if one.is_dir()]
    assert again == made


def test_a_backup_that_fails_is_a_notice_until_one_succeeds(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare()
    (behind.folder / "backups").write_text("in the way")
    attendant = behind.open()
    attendant.rounds.back_up_if_due()
    behind.settle(attendant)
    assert desk.status.notice.text().startswith("No backup: ")
    assert desk.status.notice.standing() == ("backup",)
    (behind.folder / "backups").unlink()
    attendant.rounds.back_up_now()
    behind.settle(attendant)
    assert desk.status.notice.standing() == ()
    shutil.rmtree(behind.folder / "backups")


def test_the_figures_follow_the_cache(
    desk: DeskWindow, behind: Behind, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from benchmarks.posts import sightings
    from controlroom.store.cache.writer import CacheWriter

    monkeypatch.setattr(rounds, "SOON_MS", 50)
    behind.prepare()
    behind.open()
    assert desk.status.online.text() == "No network connected yet"
    writer = CacheWriter.open(behind.folder, desk.house.key.reveal())
    writer.save_profile(Profile(0, "mastodon", "unit1", "WestmarchUnit1"))
    writer.ingest([one for one, _ in zip(sightings(200), range(200), strict=False)])
    writer.close()
    desk.changed.emit(Changes(new=(1,)))
    qtbot.waitUntil(lambda: "Cache 0" not in desk.status.cache.text())
    posts = desk.house.cache.totals().posts
    assert posts > 100
    assert desk.status.cache.text().startswith(f"Cache {posts} posts")
    assert desk.status.online.text() == "Waiting for the first read"


def test_closing_leaves_no_thread_no_timer_and_no_lock(desk: DeskWindow, behind: Behind) -> None:
    before = set(threading.enumerate())
    behind.prepare()
    attendant = behind.open()
    assert len(threading.enumerate()) > len(before)
    assert all(timer.isActive() for timer in attendant.rounds._timers)
    desk.close()
    attendant.end()
    assert set(threading.enumerate()) == before
    assert not any(timer.isActive() for timer in attendant.rounds.findChildren(QTimer))
    keeper = behind.keeper()
    keeper.open()
    keeper.close()


def test_a_command_that_cannot_run_says_why_for_a_moment(desk: DeskWindow, qtbot: QtBot) -> None:
    desk.status.set_notice("Settings not saved", "The disk is full.")
    desk.commands.run("compose")
    assert desk.status.notice.text().startswith("Compose: Not possible yet")
    assert not desk.status.notice.isEnabled()
    desk.status.notice._end_short()
    assert desk.status.notice.text() == "Settings not saved"
    desk.status.set_notice("")
    assert not desk.status.notice.isVisible()


def test_a_long_notice_is_shortened_and_pushes_nothing_out(desk: DeskWindow) -> None:
    desk.resize(1366, 768)
    desk.status.say_shortly("A reason of many words " * 20)
    QApplication.processEvents()
    assert desk.width() == 1366
    assert desk.status.shortcuts.geometry().right() < 1366
    assert desk.status.shortcuts.width() >= desk.status.shortcuts.sizeHint().width()


def test_an_error_while_reading_figures_stands_until_they_are_read_again(
    desk: DeskWindow, behind: Behind
) -> None:
    behind.prepare()
    attendant = behind.open()
    attendant.rounds.met.emit(FileBusy(path=behind.folder / "cache.db"))
    assert desk.status.notice.text().endswith("is being written by another process.")
    attendant.rounds.refresh()
    behind.settle(attendant)
    assert desk.status.notice.standing() == ()
    assert desk.house is not None


class Late(Keeper):
    """Looks for damage, or backs up, no sooner than somebody wants it to end."""

    def check(self) -> None:
        self.waits()
        super().check()

    def back_up_now(self, every_minutes: int) -> datetime | None:
        self.waits()
        return super().back_up_now(every_minutes)

    def waits(self) -> None:
        self.begun.set()
        self._over.wait()

    begun: threading.Event


@pytest.mark.parametrize("backs_up", [False, True])
def test_closing_while_damage_is_looked_for_is_no_error(
    desk: DeskWindow, behind: Behind, qtbot: QtBot, *, backs_up: bool
) -> None:
    behind.prepare()
    keeper = Late(behind.folder, door=lambda _folder: behind.chain)
    keeper.begun = threading.Event()
    attendant = Attendant(desk, keeper, calm_ms=60_000 if backs_up else 0)
    with qtbot.waitSignal(desk.house_opened):
        attendant.open()
    if backs_up:
        attendant.rounds.back_up_now()
    qtbot.waitUntil(keeper.begun.is_set)
    with qtbot.captureExceptions() as raised:
        desk.close()
        # What it comes to is heard here, before everything is closed.
        done = threading.Event()
        attendant.work.do(done.set)
        qtbot.waitUntil(done.is_set)
        QApplication.processEvents()
        attendant.end()
    assert raised == []
    assert desk.status.notice.standing() == ()
