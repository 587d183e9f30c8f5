"""Desks to work at together: a house with a record, of one or of a team, behind a real window."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board, Column
from controlroom.model.journal import Proposal
from controlroom.model.journal_kinds import proposal_of
from controlroom.settings import SettingsFile
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.store import DeskStore
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.followed import CopiedJournal
from controlroom.store.journal.postgres.presence import PresenceLink
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.roles import founding
from controlroom.ui.board.drawer.drawer import Drawer
from controlroom.ui.board.drawer.note_panel import NotePanel
from controlroom.ui.board.joining import work_together
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.record.following import follow_record
from controlroom.ui.together.answers import Answers
from controlroom.ui.together.together import Together
from tests.ui.board.conftest import KEY
from tests.ui.board.test_drawer import publish

PATIENCE_MS = 60_000
CHIEF, CHIEF_NAME = "WP1", "Sgt Mabli Thorne"
FOUNDING = founding(CHIEF, CHIEF_NAME, alone=True)


class House:
    """A house of one, with a conversation t1 to t6 in its first stream."""

    def __init__(self, folder: Path, full_cache: Path) -> None:
        self.folder = folder
        folder.mkdir()
        shutil.copy(full_cache / "cache.db", folder / "cache.db")
        self.writer = CacheWriter.open(folder, KEY)
        self._converse()
        self.desk, self.cache = DeskStore.open(folder, KEY), CacheReader.open(folder, KEY)
        self.desk.save_board(Board(0, "Force", tuple(Column(0, one) for one in range(1, 4))))

    def record(self, actor: str) -> JournalFile | CopiedJournal:
        return JournalFile.open(self.folder, KEY, actor)

    def founding(self, _officer: str) -> Proposal | None:
        return proposal_of(FOUNDING)

    def acting(self, officer: str) -> str:
        return officer or CHIEF

    def acting_of(self, _state: object, officer: str) -> str:
        return officer

    def presence(self, _desk: str) -> PresenceLink | None:
        return None

    def close(self) -> None:
        self.desk.close()
        self.cache.close()
        self.writer.close()

    def _converse(self) -> None:
        for number, answers in enumerate(("", "t1", "t1", "t3", "t3", "t2"), 1):
            publish(self, number, answers, "t1" if answers else "")  # type: ignore[arg-type]


class TeamHouse(House):
    """The house of an officer of a team; `url` is the officer's address of its database."""

    def __init__(self, folder: Path, full_cache: Path, url: str, number: str) -> None:
        super().__init__(folder, full_cache)
        self._url, self._number = url, number

    def record(self, _actor: str) -> CopiedJournal:
        return CopiedJournal(TeamJournal(self._url), JournalFile.open(self.folder, KEY, "copy"))

    def founding(self, _officer: str) -> None:
        return None

    def acting(self, _officer: str) -> str:
        return self._number

    def acting_of(self, _state: object, _officer: str) -> str:
        return self._number

    def presence(self, desk: str) -> PresenceLink:
        return PresenceLink(self._url, desk)


class Seat:
    """One person at one window."""

    def __init__(
        self,
        qtbot: QtBot,
        house: House,
        officer: str,
        desk: str = "Desk 1",
        answer: Callable[[Together], Answers] | None = None,
    ) -> None:
        self._qtbot, self.house = qtbot, house
        file = SettingsFile(house.folder / "config")
        file.change(language="en", desk_name=desk, officer=officer)
        self.window = DeskWindow(file)
        self.window.resize(1920, 1080)
        self.window.show()
        qtbot.waitExposed(self.window)
        QApplication.processEvents()
        self.window.pages.settle()
        follow_record(self.window)
        work_together(self.window, answer)
        self.window.show_house(house)
        self.until(lambda: self.book.state is not None and self.settled())
        self.page.columns.go_to(1)

    @property
    def page(self) -> BoardPage:
        page = self.window.pages.page("board")
        assert isinstance(page, BoardPage)
        return page

    @property
    def book(self) -> Any:
        return self.window.record

    @property
    def together(self) -> Together:
        found = self.window.findChild(Together)
        assert isinstance(found, Together)
        return found

    @property
    def drawer(self) -> Drawer:
        assert self.page.beside.drawer is not None
        return self.page.beside.drawer

    @property
    def names(self) -> tuple[str, ...]:
        return self.page.beside.names

    def until(self, condition: Callable[[], object]) -> None:
        """Waits for a condition, generously."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def settled(self) -> bool:
        return self.page.desk is not None and not self.page.desk.reading.busy()

    def sit(self) -> None:
        """Turns to this window: keys are for it."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def open(self, remote: str = "t6") -> None:
        """Opens the conversation of a post."""
        self.sit()
        [number] = [one.id for one in self.page.row.columns[0].list.posts()
                    if one.post.remote_id == remote]  # fmt: skip
        self.page.row.columns[0].list.caret.put(number)
        self.window.commands.run("open-post")
        self.until(lambda: self.settled() and self.names)

    def run(self, command: str) -> None:
        """Runs a command of this window."""
        self.sit()
        self.window.commands.run(command)

    def note(self, text: str) -> None:
        """Types a note and keeps it."""
        self.type(text)
        self._qtbot.keyClick(
            self.drawer.side.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )

    def type(self, text: str) -> None:
        """Types into the note field."""
        self.run("note")
        self._qtbot.keyClicks(self.drawer.side.field, text)

    def notes(self) -> list[str]:
        """Returns what stands in the pane, newest first."""
        return [one.text for one in self.drawer.side.notes.notes]

    def badges(self) -> list[str]:
        """Returns the people on the cards of the first column."""
        view = self.page.row.columns[0].list
        found = (view.shelf.content(post).badges for post in view.posts())
        return [badge.text for badges in found for badge in badges if badge.icon == "person"]

    def leave(self) -> None:
        """Closes the window, then the house."""
        while self.window.layers.top() is not None:
            self.window.layers.close_top()
        self.window.close()
        self.page.close_house()
        self.window.deleteLater()
        self.house.close()


def opened(seat: Seat) -> NotePanel:
    """Waits for the panel of a note; returns it."""
    seat.until(lambda: isinstance(seat.window.layers.top(), NotePanel))
    panel = seat.window.layers.top()
    assert isinstance(panel, NotePanel)
    return panel
