"""Boards of a team at two desks on one real database, and what a desk of one says of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from benchmarks import postgres
from controlroom.model.board import Board, Column
from controlroom.model.journal_kinds import OfficerAdded, RoleGranted, proposal_of
from controlroom.model.journal_subject import FORCE
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.journal.postgres.setup import add_officer, create
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.ui.commands.of_boards import TAB_MENU
from controlroom.ui.layers.message import Message
from tests.ui.board.seats import CHIEF, FOUNDING, House, Seat, TeamHouse

PAIR = tuple[Seat, Seat]


@pytest.fixture
def pair(
    qtbot: QtBot, server: postgres.Cluster, full_cache: Path, tmp_path: Path
) -> Iterator[PAIR]:
    """Sgt Thorne at desk 3 and PC Shah at desk 7, each with a board of their own, Force."""
    name = server.database()
    admin = server.url("postgres", name)
    create(admin, proposal_of(FOUNDING))
    urls = {
        number: server.url(add_officer(admin, number, "word"), name, "word")
        for number in (CHIEF, "WP7")
    }
    chief = TeamJournal(urls[CHIEF])
    for decision in (OfficerAdded("WP7", "PC Imran Shah"), RoleGranted("WP7", "operator", FORCE)):
        chief.append(proposal_of(decision), chief.head().seq)
    chief.close()
    houses = [TeamHouse(tmp_path / one, full_cache, urls[one], one) for one in urls]
    seats = [
        Seat(qtbot, house, number, desk)
        for house, number, desk in zip(houses, urls, ("Desk 3", "Desk 7"), strict=True)
    ]
    for seat in seats:
        seat.until(lambda seat=seat: seat.book.state.here("WP7"))
    yield seats[0], seats[1]
    for seat in seats:
        seat.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def names(seat: Seat) -> list[str]:
    """Returns what stands on the tabs, left to right."""
    return [tab.text() for tab in seat.window.tabs.tabs]


def shared(seat: Seat) -> list[str]:
    """Returns the boards whose tabs are marked, which they also say."""
    marked = [tab for tab in seat.window.tabs.tabs if tab.shared]
    assert all(", shared" in tab.accessibleName() for tab in marked)
    return [tab.board.name for tab in marked]


def board(seat: Seat, name: str) -> Board:
    return next(one for one in seat.page.session.book.boards if one.name == name)


def streams(seat: Seat, name: str) -> list[int]:
    """Returns the streams of a board, none while there is no such board."""
    boards = seat.page.session.book.boards
    return [column.stream for one in boards if one.name == name for column in one.columns]


def make(seat: Seat, name: str = "Roads", *columns: int) -> Board:
    """Adds a board of streams and shows it."""
    made = seat.page.session.book.add(Board(0, name, tuple(Column(0, one) for one in columns)))
    assert made is not None
    seat.window.tabs.choose(made.id)
    return made


def share(pair: PAIR, *columns: int) -> None:
    """Lets the first share a board Roads; waits until both have it."""
    first, second = pair
    make(first, "Roads", *(columns or (1, 2)))
    first.until(lambda: not first.page.boards.why_not_share())
    first.run("share-board")
    for seat in pair:
        seat.until(lambda seat=seat: shared(seat) == ["Roads"] and is_settled(seat))
    assert names(second) == ["Force", "Roads"]


def is_settled(seat: Seat) -> bool:
    """Whether the record and the desk agree on every board that is shared here."""
    links = {one.key: one for one in seat.house.desk.shared_boards()}
    return {key: seq for key, (_name, seq) in seat.book.state.shared.items()} == {
        key: one.seq for key, one in links.items()
    }


def put(seat: Seat, name: str, *columns: int) -> None:
    """Makes a board show these streams, in this order; those there already stay the same."""
    now = board(seat, name)
    there = {one.stream: one for one in now.columns}
    made = tuple(there.get(one, Column(0, one)) for one in columns)
    seat.page.session.book.put(replace(now, columns=made))


def said(seat: Seat) -> str:
    """Waits for the message over a window; returns its words and closes it."""
    seat.until(lambda: isinstance(seat.window.layers.top(), Message))
    top = seat.window.layers.top()
    assert top is not None
    seat.window.layers.close_top()
    return f"{top.accessibleName()}: {top.accessibleDescription()}"


def test_a_shared_board_is_a_marked_tab_behind_the_others(pair: PAIR) -> None:
    thorne, shah = pair
    shah.window.tabs.choose(board(shah, "Force").id)
    share(pair)
    assert streams(shah, "Roads") == [1, 2]
    assert shah.window.tabs.current() == board(shah, "Force").id
    assert [tab.shared for tab in shah.window.tabs.tabs] == [False, True]
    assert not shah.window.grab().isNull()
    assert thorne.page.boards.why_not_share() == "This board is shared with the team already."
    assert thorne.page.boards.why_not_stop_sharing() == ""
    assert shah.page.boards.why_not_stop_sharing() == "This board is not shared with the team."


def test_a_change_comes_to_the_other_and_leaves_widths_places_and_lines_alone(pair: PAIR) -> None:
    thorne, shah = pair
    share(pair)
    [first, second] = board(shah, "Roads").columns
    mine = replace(board(shah, "Roads"), columns=(replace(first, width=420, anchor=99), second))
    shah.page.session.book.put(mine)
    shah.house.desk.set_read_up_to(first.id, 17)
    put(thorne, "Roads", 3, 1)
    shah.until(lambda: streams(shah, "Roads") == [3, 1] and is_settled(shah))
    kept = board(shah, "Roads").columns[1]
    assert (kept.id, kept.width, kept.anchor) == (first.id, 420, 99)
    assert shah.house.desk.read_up_to()[kept.id] == 17
    assert [one.id for one in shah.house.desk.boards()[1].columns][1] == first.id
    assert shah.window.layers.top() is None
    assert streams(thorne, "Roads") == [3, 1]


def test_names_titles_and_filters_are_shared_while_a_column_is_shown(pair: PAIR) -> None:
    thorne, shah = pair
    share(pair)
    for seat in pair:
        seat.window.tabs.choose(board(seat, "Roads").id)
        seat.until(lambda seat=seat: len(seat.page.row.columns) == 2 and seat.settled())
    thorne.page.row.columns[0].alter(title="Traffic")
    thorne.page.row.columns[1].narrow("smoke")
    thorne.page.session.book.rename(board(thorne, "Roads"), "Floods")
    shah.until(lambda: shared(shah) == ["Floods"] and is_settled(shah))
    first, second = (view.model for view in shah.page.row.columns)
    assert (first.title, first.filter, second.title, second.filter) == ("Traffic", "", "", "smoke")
    assert board(shah, "Floods").columns == (first, second)
    shah.until(lambda: shah.settled() and shah.page.row.columns[1].is_open)


def test_both_change_it_at_once_and_the_second_keeps_a_copy(pair: PAIR) -> None:
    share(pair)
    put(pair[0], "Roads", 1, 2, 3)
    put(pair[1], "Roads", 2)
    copies = lambda seat: [one for one in names(seat) if one.startswith("Roads (mine")]  # noqa: E731
    pair[0].until(lambda: any(copies(seat) for seat in pair))
    lost = next(seat for seat in pair if copies(seat))
    [won] = [seat for seat in pair if seat is not lost]
    people = {CHIEF: "Sgt Mabli Thorne", "WP7": "PC Imran Shah"}
    told = said(lost)
    assert told.startswith(f"{people[won.book.officer]} changed the board first: ")
    [copy] = copies(lost)
    assert f"“{copy}”" in told
    theirs, mine = ([1, 2, 3], [2]) if won is pair[0] else ([2], [1, 2, 3])
    assert streams(lost, copy) == mine
    for seat in pair:
        seat.until(lambda seat=seat: is_settled(seat))
        assert streams(seat, "Roads") == theirs
        assert shared(seat) == ["Roads"]
    assert won.window.layers.top() is None
    assert copies(won) == []


def test_who_stops_sharing_leaves_everybody_a_board_of_their_own(
    pair: PAIR, monkeypatch: pytest.MonkeyPatch
) -> None:
    thorne, shah = pair
    share(pair)
    heard: dict[str, list[str]] = {"thorne": [], "shah": []}
    for name, seat in zip(heard, pair, strict=True):
        monkeypatch.setattr(seat.window.status, "say_shortly", heard[name].append)
    thorne.until(lambda: not thorne.page.boards.why_not_stop_sharing())
    thorne.run("stop-sharing")
    for seat in pair:
        seat.until(lambda seat=seat: shared(seat) == [] and is_settled(seat))
        assert names(seat) == ["Force", "Roads"]
    told = "“Roads” is no longer shared. It stays here as your own."
    assert heard == {"thorne": [], "shah": [told]}
    assert thorne.page.boards.why_not_share() == ""
    put(shah, "Roads", 2, 3)
    thorne.run("share-board")
    shah.until(lambda: names(shah) == ["Force", "Roads", "Roads"] and is_settled(shah))
    assert sorted(streams(shah, "Roads")) == [1, 2, 2, 3]


def test_a_column_comes_with_its_stream_and_nobody_loses_it_before(pair: PAIR) -> None:
    thorne, shah = pair
    source = Source("mastodon", SourceKind.SEARCH, 999)
    new = thorne.house.writer.save_stream(Stream(0, "Harbour", (source,)))
    thorne.page.session._ask_facts()
    thorne.until(lambda: new in thorne.page.desk.facts.streams)
    share(pair, 1, new, 2)
    assert streams(shah, "Roads") == [1, 2]
    put(shah, "Roads", 1, 2, 3)
    thorne.until(lambda: streams(thorne, "Roads") == [1, new, 2, 3] and is_settled(thorne))
    there = shah.house.writer.save_stream(Stream(0, "Harbour", (source,)))
    shah.page.session._ask_facts()
    shah.until(lambda: streams(shah, "Roads") == [1, there, 2, 3] and is_settled(shah))
    assert streams(thorne, "Roads") == [1, new, 2, 3]


def test_without_the_database_a_change_waits_and_goes_in_later(
    pair: PAIR, server: postgres.Cluster
) -> None:
    thorne, shah = pair
    share(pair)
    server.stop()
    for seat in pair:
        seat.until(lambda seat=seat: seat.book.trouble is not None)
    put(thorne, "Roads", 2)
    thorne.until(lambda: thorne.book.undecided)
    assert streams(thorne, "Roads") == [2]
    assert shared(thorne) == ["Roads"]
    thorne.window.tabs.choose(board(thorne, "Roads").id)
    assert "waits for the team’s database" in thorne.page.boards.why_not_stop_sharing()
    server.start()
    shah.until(lambda: streams(shah, "Roads") == [2] and is_settled(shah))
    thorne.until(lambda: not thorne.book.undecided and is_settled(thorne))
    assert streams(thorne, "Roads") == [2]
    for seat in pair:
        assert seat.window.layers.top() is None


def test_what_waited_while_somebody_else_changed_it_is_kept_as_a_copy(
    pair: PAIR, server: postgres.Cluster
) -> None:
    share(pair)
    server.stop()
    for seat, columns in zip(pair, ((2,), (1, 2, 3)), strict=True):
        seat.until(lambda seat=seat: seat.book.trouble is not None)
        put(seat, "Roads", *columns)
        seat.until(lambda seat=seat: seat.book.undecided)
    server.start()
    pair[0].until(lambda: any(len(names(seat)) == 3 for seat in pair))
    lost = next(seat for seat in pair if len(names(seat)) == 3)
    assert "changed the board first" in said(lost)
    for seat in pair:
        seat.until(lambda seat=seat: not seat.book.undecided and is_settled(seat))
    assert streams(pair[0], "Roads") == streams(pair[1], "Roads")


def test_boards_of_ones_own_never_leave_the_desk(pair: PAIR) -> None:
    thorne, shah = pair
    share(pair)
    make(thorne, "Operation Larkspur", 3)
    put(thorne, "Force", 3)
    put(thorne, "Roads", 2)
    shah.until(lambda: streams(shah, "Roads") == [2])
    with shah.house.record("").database.read() as connection:
        bodies = "".join(body for [body] in connection.exec_driver_sql("SELECT body FROM entry"))
    assert "Roads" in bodies
    assert "Larkspur" not in bodies
    assert '"Force"' not in bodies


def test_a_board_that_is_too_large_says_so_and_stays_ones_own(pair: PAIR) -> None:
    thorne, shah = pair
    columns = tuple(Column(0, 0, f"{at}", filter=f"smoke{'x' * 1_000}{at}") for at in range(80))
    made = thorne.page.session.book.add(Board(0, "Long", columns))
    assert made is not None
    thorne.window.tabs.choose(made.id)
    thorne.until(lambda: not thorne.page.boards.why_not_share())
    thorne.run("share-board")
    assert said(thorne).startswith("“Long” is too large to be shared")
    assert shared(thorne) == []
    share((thorne, shah))
    assert names(shah) == ["Force", "Roads"]


def test_who_comes_later_takes_over_what_is_shared_and_what_changed_meanwhile(
    pair: PAIR,
) -> None:
    thorne, shah = pair
    share(pair)
    shah.window.show_house(None)
    shah.page.close_house()
    put(thorne, "Roads", 3, 2)
    thorne.until(lambda: is_settled(thorne))
    shah.window.show_house(shah.house)
    shah.until(lambda: streams(shah, "Roads") == [3, 2] and shared(shah) == ["Roads"])
    assert names(shah) == ["Force", "Roads"]


def test_a_desk_of_one_has_nobody_to_share_with(
    qtbot: QtBot, full_cache: Path, tmp_path: Path
) -> None:
    seat = Seat(qtbot, House(tmp_path / "one", full_cache), CHIEF)
    assert seat.page.boards.why_not_share() == "This desk is in no team."
    assert seat.page.boards.why_not_stop_sharing() == "This desk is in no team."
    command = seat.window.commands.named("share-board")
    assert seat.window.commands.why_not(command) == "This desk is in no team."
    assert {"share-board", "stop-sharing"} <= {*TAB_MENU}
    seat.run("share-board")
    assert seat.house.desk.shared_boards() == []
    seat.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
