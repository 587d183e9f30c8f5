"""How somebody sets the desk up: profiles, streams, a board, all through the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from controlroom.ui.board.add_column import AddColumn
from controlroom.ui.board.ask_text import AskText
from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.page import BoardPage
from controlroom.ui.profiles.connect_panel import CHOOSING, ConnectPanel
from controlroom.ui.profiles.page import ProfilesPage
from controlroom.ui.streams.panel import NewStream
from tests.servers.hands import Hands
from tests.servers.people import PASSWORD, Person


def connect(hands: Hands, server: str, ours: Sequence[Person]) -> None:
    """Connects profiles, one after the other, in the dialog of their section."""
    page = hands.page(ProfilesPage, "profiles")
    hands.until(lambda: hands.window.line.offers)
    for one in ours:
        _connect(hands, page, server, one)
    handles = {one.handle for one in ours}
    hands.until(lambda: {one.profile.handle for one in page.register.standings} == handles)
    hands.picture("three-profiles")


def _connect(hands: Hands, page: ProfilesPage, server: str, one: Person) -> None:
    hands.press(page.add)
    panel = hands.layer(ConnectPanel)
    (bluesky,) = [answer for answer in panel.form.network.answers if answer.value == "bluesky"]
    hands.press(bluesky)
    hands.write(panel.form.host, server)
    hands.write(panel.form.handle, f"@{one.handle}")
    hands.write(panel.form.secret, PASSWORD)
    hands.picture(f"connect-{one.name}")
    hands.press(panel.take)
    hands.until(lambda: panel.steps.currentIndex() == CHOOSING)
    hands.press(panel.take)
    hands.closes(panel)


def make_streams(hands: Hands, searched: str) -> None:
    """Makes a stream of a search, beside those of the first board, which the desk has made."""
    hands.until(lambda: {"Mentions", "Own posts"} <= _streams(hands))
    hands.command("New stream")
    panel = hands.layer(NewStream)
    hands.choose(panel.kind, "Search")
    hands.write(panel.term, searched)
    hands.picture("new-stream")
    _switch_on(hands, panel)


def _switch_on(hands: Hands, panel: NewStream) -> None:
    hands.press(panel.take)
    hands.closes(panel)


def make_board(hands: Hands, author: str) -> list[ColumnView]:
    """Makes a board: mentions, the search, and what one author wrote; returns its columns."""
    hands.go("board")
    hands.command("New board")
    asked = hands.layer(AskText)
    hands.write(asked.field, "Bluesky")
    hands.press(asked.take)
    hands.closes(asked)
    hands.until(lambda: any(name.startswith("Search") for name in _streams(hands)))
    _add_column(hands, lambda panel: _choose_stream(panel, "Mentions"))
    _add_column(hands, lambda panel: _choose_stream(panel, "Search"))
    _add_column(hands, lambda panel: hands.write(panel.field, f"from:{author}"))
    return hands.columns()


def _streams(hands: Hands) -> set[str]:
    """Returns the names of the streams that the board knows."""
    page = hands.window.pages.page("board")
    desk = page.desk if isinstance(page, BoardPage) else None
    return {one.name for one in desk.facts.streams.values()} if desk is not None else set()


def _add_column(hands: Hands, fill: Callable[[AddColumn], None]) -> None:
    before = len(hands.columns())
    hands.command("New column")
    panel = hands.layer(AddColumn)
    fill(panel)
    hands.press(panel.take)
    hands.until(lambda: len(hands.columns()) == before + 1)


def _choose_stream(panel: AddColumn, begins: str) -> None:
    rows = panel.list.rows
    names = [rows.item(row).text() for row in range(rows.rowCount())]
    (row,) = [row for row, name in enumerate(names) if name.startswith(begins)]
    place = panel.list.visualRect(rows.index(row, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
