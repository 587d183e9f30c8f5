"""A desk with a record behind it, in a real file."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.keychain import MemoryKeychain
from controlroom.keychain.case_lists import CaseKeyKeeper
from controlroom.model.journal import Entry, Proposal
from controlroom.model.journal_kinds import (
    Decision,
    GroupPlaced,
    OfficerAdded,
    ProfilePlaced,
    RoleGranted,
    proposal_of,
)
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.file import JournalFile
from controlroom.team.roles import founding
from controlroom.team.state import State
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.journal.page import JournalPage

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader

KEY = bytes(range(32))
LONG_MS = 60_000
X, Y = "x//97", "mastodon/fenmast.example/12"
PEOPLE = (("2", "PC Tariq Fenn"), ("3", "Sgt Mabli Thorne"), ("4", "DC Priya Nairn"))
BEGINNING: tuple[Decision, ...] = (
    GroupPlaced("Boroughs"),
    GroupPlaced("Fenmarsh", "Boroughs"),
    ProfilePlaced(X),
    ProfilePlaced(Y, "Fenmarsh", 2),
    *(OfficerAdded(*one) for one in PEOPLE),
    RoleGranted("2", "operator", "force"),
    RoleGranted("3", "analyst", "group/Fenmarsh"),
)


class Home:
    """A house of which only the record is asked."""

    cache: "CacheReader | None" = None

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def record(self, actor: str) -> JournalFile:
        return JournalFile.open(self.folder, KEY, actor)

    def case_keys(self) -> CaseKeyKeeper:
        return CaseKeyKeeper(MemoryKeychain(), "")

    def founding(self, officer: str) -> Proposal | None:
        return proposal_of(founding(officer or "1", "Asha Venn", alone=True))

    def acting(self, officer: str) -> str:
        return officer or "1"

    def acting_of(self, state: State, officer: str) -> str:
        return officer if state.here(officer) else "1"

    def says(self, actor: str, *decisions: Decision) -> list[Entry]:
        """Adds decisions as another process would."""
        return self.adds(actor, [proposal_of(one) for one in decisions])

    def adds(self, actor: str, proposals: Sequence[Proposal]) -> list[Entry]:
        with closing(self.record(actor)) as record:
            return [record.append(one, record.head().seq) for one in proposals]

    def entries(self) -> list[Entry]:
        with closing(self.record("1")) as record:
            return [*all_entries(record)]


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with some people, groups and profiles; nobody adds to it."""
    folder = tmp_path_factory.mktemp("begun")
    start = proposal_of(founding("1", "Asha Venn", alone=True))
    with closing(JournalFile.open(folder, KEY, "1")) as record:
        record.append_all([start, *(proposal_of(decision) for decision in BEGINNING)])
    return folder


@pytest.fixture
def home(begun: Path, tmp_path: Path) -> Home:
    """The same record, to add to."""
    shutil.copytree(begun, tmp_path / "house")
    return Home(tmp_path / "house")


Opener = Callable[[str], JournalPage]


@pytest.fixture
def opened(desk: DeskWindow, home: Home, qtbot: QtBot) -> Iterator[Opener]:
    """Opens the page for whoever is to work at the desk."""

    def opens(officer: str) -> JournalPage:
        with qtbot.waitSignal(desk.record.begun, timeout=LONG_MS):
            desk.record.open(home, officer)
        desk.house = home
        desk.go("record")
        desk.pages.settle()
        page = desk.pages.page("record")
        assert isinstance(page, JournalPage)
        page.open_house(home)
        settle(page, qtbot)
        return page

    yield opens
    page = desk.pages.page("record")
    while desk.layers.top() is not None:
        desk.layers.close_top()
    if isinstance(page, JournalPage):
        page.close_house()
    desk.record.close()
    desk.house = None


@pytest.fixture
def page(opened: Opener) -> JournalPage:
    """The page of who may do everything."""
    return opened("1")


def settle(page: JournalPage, qtbot: QtBot) -> None:
    """Waits until everything that was asked for is here."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not page.reading.busy(), timeout=LONG_MS)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not page.reading.busy(), timeout=LONG_MS)


def heard(page: JournalPage, home: Home, qtbot: QtBot) -> None:
    """Waits until the window has folded everything that is in the record."""
    book = page._window.record
    last = home.entries()[-1].seq
    qtbot.waitUntil(lambda: book.state is not None and book.state.seq >= last, timeout=LONG_MS)
    settle(page, qtbot)
