"""A desk with a real record: four officers, two profiles, and somebody to act as."""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from controlroom.house import Keeper
from controlroom.model.journal_kinds import Decision, proposal_of
from controlroom.model.journal_subject import group_scope, profile_key, profile_scope
from controlroom.model.post import PostKind
from controlroom.model.profile import Group, Profile
from controlroom.settings import SettingsFile
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.journal.file import JournalFile
from controlroom.team.staffing import Member, staffing
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.officers.office import WindowOffice
from controlroom.ui.profiles.page import ProfilesPage
from tests.store.cache.sample import sighting
from tests.ui.opening.behind import Behind

CHIEF, SHAH, WELLS, NOBODY = "1001", "2002", "3003", "4004"
FEN, ROADS = (
    Profile(0, "x", "11", "FenPolice"),
    Profile(0, "mastodon", "12", "Roads", host="m.test"),
)
FEN_KEY, ROADS_KEY = profile_key(FEN), profile_key(ROADS)


def furnish(keeper: Keeper) -> None:
    """Writes the force into record and cache as another desk would have."""
    house = keeper.house
    assert house is not None
    groups = [Group(1, "Fenmarsh"), Group(2, "Traffic")]
    placed = [Profile(1, "x", "11", "FenPolice", group=1)]
    placed.append(Profile(2, "mastodon", "12", "Roads", host="m.test", group=2))
    others = [
        Member(SHAH, "PC Imran Shah", ("operator",), (group_scope("Fenmarsh"),)),
        Member(WELLS, "PC Rhys Wells", ("neighbourhood_officer",), (profile_scope(FEN_KEY),)),
        Member(NOBODY, "DC Bea Tolley", (), ()),
    ]
    decisions = staffing(Member(CHIEF, "Insp Asha Venn", (), ()), others, groups, placed)
    with closing(JournalFile.open(keeper.folder, house.key.reveal(), CHIEF)) as journal:
        journal.append_all([proposal_of(one) for one in decisions])
    writer = CacheWriter.open(keeper.folder, house.key.reveal())
    fen, roads = writer.add_profiles([FEN, ROADS], ["Fenmarsh", "Traffic"])
    writer.ingest(
        [
            sighting("open words", remote_id="1", profiles=(fen,), network="x"),
            sighting("private to fen", remote_id="2", profiles=(fen,), network="x",
                     kind=PostKind.MESSAGE),
            sighting("private to roads", remote_id="3", profiles=(roads,), kind=PostKind.MESSAGE),
        ]
    )  # fmt: skip
    writer.close()


class Force:
    """The desk, its office, and ways to let things happen."""

    def __init__(self, desk: DeskWindow, behind: Behind, bot: QtBot) -> None:
        self.desk, self.behind, self.bot = desk, behind, bot
        self.said: list[str] = []
        self.undo: list[Decision | None] = []
        self.failures: list[str] = []
        self.office.acts.done.connect(self._hear)
        self.office.acts.failed.connect(self.failures.append)

    @property
    def office(self) -> WindowOffice:
        return self.desk.office

    @property
    def state(self) -> Any:
        return self.office.state

    @property
    def page(self) -> ProfilesPage:
        self.desk.go("profiles")
        self.desk.pages.settle()
        page = self.desk.pages.page("profiles")
        assert isinstance(page, ProfilesPage)
        self.bot.waitUntil(lambda: page.register.loaded, timeout=20_000)
        return page

    def wait(self, condition: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def decide(self, decision: Decision) -> None:
        """Makes a decision here, and waits until it has its effect."""
        told = len(self.said)
        self.office.acts.decide(decision)
        self.wait(lambda: len(self.said) > told)

    def elsewhere(self, officer: str, decision: Decision) -> None:
        """Makes a decision at another desk, and waits until it is known here."""
        house = self.desk.house
        with closing(house.record(officer)) as record:
            entry = record.append(proposal_of(decision), record.head().seq)
        self.wait(lambda: self.state.seq >= entry.seq)

    def become(self, officer: str) -> None:
        self.office.book.act_as(officer)

    def _hear(self, text: str, undo: Decision | None) -> None:
        self.said.append(text)
        self.undo.append(undo)


@pytest.fixture
def force(
    settings_file: SettingsFile, desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> Iterator[Force]:
    desk.change(officer=CHIEF, alert_sounds=False)
    behind.prepare(furnish)
    desk.watch()
    behind.open()
    one = Force(desk, behind, qtbot)
    one.wait(lambda: one.office.state is not None and one.office.known.is_read)
    yield one
    while desk.layers.top() is not None:
        desk.layers.close_top()
    desk.record.close()
