"""The composer over a real house: a small force, its record, and somebody to act as."""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from controlroom.house import Keeper
from controlroom.model.cached import CachedPost
from controlroom.model.credential import Credential
from controlroom.model.journal_kinds import Decision, proposal_of
from controlroom.model.journal_subject import group_scope, profile_key
from controlroom.model.outgoing.route import Route, RouteStep
from controlroom.model.profile import Group, Profile
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.journal.file import JournalFile
from controlroom.team.publishing.routes import defined
from controlroom.team.staffing import Member, staffing
from controlroom.ui.board.page import BoardPage
from controlroom.ui.compose.page import ComposePage
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.reply.replying import Replying
from tests.store.cache.sample import sighting
from tests.ui.opening.behind import Behind

CHIEF, SHAH, VARGA = "1001", "2002", "3003"
PROFILES = (
    Profile(0, "x", "11", "FenPolice"),
    Profile(0, "mastodon", "12", "Roads", host="m.test"),
    Profile(0, "bluesky", "did:plc:fen", "fen.test"),
    Profile(0, "x", "13", "RoadsX"),
)
GROUPS = ("Fenmarsh", "Traffic", "Fenmarsh", "Traffic")
KEYS = tuple(profile_key(one) for one in PROFILES)
FEN, ROADS, FENBLUE, ROADSX = KEYS
ASKED = "Is the bridge open again? #Bridge"
ROUTES = (
    Route("replies", (), acts=("reply", "message", "like", "hide", "delete", "repost")),
    Route("news", (), kinds=("news",)),
    Route("suspects", (RouteStep("case officer"), RouteStep("supervisor", "supervisor")),
          kinds=("suspect image",)),
    Route("rest", (RouteStep("approver"),)),
)  # fmt: skip


def furnish(keeper: Keeper) -> None:
    """Writes the force into record and cache as another desk would have."""
    house = keeper.house
    assert house is not None
    groups = [Group(1, "Fenmarsh"), Group(2, "Traffic")]
    placed = [
        Profile(n, one.network, one.remote_id, one.handle, host=one.host,
                group=1 if GROUPS[n - 1] == "Fenmarsh" else 2)
        for n, one in enumerate(PROFILES, 1)
    ]  # fmt: skip
    others = [
        Member(SHAH, "PC Imran Shah", ("operator",), (group_scope("Fenmarsh"),)),
        Member(VARGA, "DC Lena Varga", ("supervisor",), ("force",)),
    ]
    roles = ("media_officer", "supervisor")
    chief = Member(CHIEF, "Insp Asha Venn", roles, ("force",))
    decisions: list[Decision] = [*staffing(chief, others, groups, placed), defined(ROUTES)]
    with closing(JournalFile.open(keeper.folder, house.key.reveal(), CHIEF)) as journal:
        journal.append_all([proposal_of(one) for one in decisions])
    writer = CacheWriter.open(keeper.folder, house.key.reveal())
    fen, roads, _blue, _x = writer.add_profiles(list(PROFILES), list(GROUPS))
    writer.ingest(
        [
            sighting(ASKED, remote_id="501", profiles=(fen,), network="x"),
            sighting("When is it open?", remote_id="502", profiles=(roads,)),
        ]
    )
    writer.close()
    for number in range(1, 1 + len(PROFILES)):
        house.sign_ins.save(number, Credential("token"))


class Room:
    """The desk with its composer, and ways to wait."""

    def __init__(self, desk: DeskWindow, behind: Behind, bot: QtBot) -> None:
        self.desk, self.behind, self.bot = desk, behind, bot

    @property
    def page(self) -> ComposePage:
        page = self.desk.composer
        assert isinstance(page, ComposePage)
        return page

    @property
    def state(self) -> Any:
        return self.desk.record.state

    def compose(self) -> ComposePage:
        self.desk.commands.run("compose")
        page = self.page
        self.wait(lambda: page.force.loaded and page.isVisible())
        return page

    @property
    def board(self) -> BoardPage:
        self.desk.go("board")
        self.desk.pages.settle()
        page = self.desk.pages.page("board")
        assert isinstance(page, BoardPage)
        self.wait(lambda: page.desk is not None and page.desk.facts.profiles and page.publishing)
        return page

    def post(self, remote_id: str) -> CachedPost:
        """Returns a post of the cache."""
        cache = self.desk.house.cache
        with cache.database.read() as connection:
            found = connection.exec_driver_sql(
                "SELECT id FROM post WHERE remote_id = ?", (remote_id,)
            ).scalar()
        post: CachedPost = cache.posts([found])[0]
        return post

    def open(self, remote_id: str) -> Replying:
        """Opens the conversation of a post; returns what answers it."""
        page = self.board
        page.open_post(self.post(remote_id))
        self.wait(lambda: page.beside.names)
        replying = page.beside.replying
        assert replying is not None
        self.wait(lambda: replying._loaded)
        return replying

    def wait(self, condition: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def judged(self) -> None:
        """Waits until the checks have seen what it says now."""
        page = self.page
        self.wait(lambda: not page._soon.isActive() and page.prospect.is_checked)

    def send(self) -> str:
        """Puts the draft forward, and waits until the record has it; returns its id."""
        page = self.page
        draft: str = page.writing.sheet.id
        self.judged()
        assert not page.prospect.why_not, page.prospect.why_not
        page.submit()
        self.wait(lambda: draft in self.state.publishing.drafts)
        return draft


@pytest.fixture
def room(desk: DeskWindow, behind: Behind, qtbot: QtBot) -> Iterator[Room]:
    desk.change(officer=CHIEF, alert_sounds=False)
    behind.prepare(furnish)
    desk.watch()
    behind.open()
    one = Room(desk, behind, qtbot)
    one.wait(lambda: desk.record.state is not None and desk.office.known.is_read)
    yield one
    while desk.layers.top() is not None:
        desk.layers.close_top()
    if isinstance(desk.composer, ComposePage):
        desk.composer.end()
    desk.record.close()
