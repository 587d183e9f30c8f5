from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.board import Board, Column
from controlroom.store.desk.notes import SavedSearch, UnsentDraft
from controlroom.store.desk.order import arranged, moved
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskStore]:
    store = DeskStore.open(tmp_path, KEY)
    yield store
    store.close()


def saved(desk: DeskStore, *streams: int, name: str = "Main") -> Board:
    return desk.save_board(Board(0, name, tuple(Column(0, stream) for stream in streams)))


def streams(desk: DeskStore, at: int = 0) -> list[int]:
    return [column.stream for column in desk.boards()[at].columns]


def test_a_board_comes_back_as_it_was_saved_after_a_restart(tmp_path: Path) -> None:
    full = Column(0, 7, "M97 northbound", 420, "-is:repost", True, 99, 12)
    desk = DeskStore.open(tmp_path, KEY)
    board = desk.save_board(Board(0, "Flood", (Column(0, 3), full)))
    desk.close()
    again = DeskStore.open(tmp_path, KEY)
    assert again.boards() == [board]
    assert board.columns[1].id > 0
    again.close()


def test_saving_again_keeps_the_ids_and_takes_the_new_order(desk: DeskStore) -> None:
    board = saved(desk, 1, 2, 3)
    turned = Board(board.id, "Turned", board.columns[::-1])
    assert desk.save_board(turned) == turned
    assert desk.boards() == [turned]


def test_a_column_that_has_changed_is_kept_with_its_place_and_alone(desk: DeskStore) -> None:
    one, two, three = saved(desk, 1, 2, 3).columns
    desk.close_column(three.id)
    desk.keep_column(replace(two, anchor=99, offset=12, width=420))
    desk.keep_column(replace(three, anchor=7))
    assert desk.boards()[0].columns == (one, replace(two, anchor=99, offset=12, width=420))
    desk.reopen_column(three.id)
    assert desk.boards()[0].columns[2] == replace(three, anchor=7)


def test_a_column_left_out_is_closed_and_comes_back_to_its_place(desk: DeskStore) -> None:
    board = saved(desk, 1, 2, 3)
    desk.save_board(Board(board.id, "Main", (board.columns[0], board.columns[2])))
    assert streams(desk) == [1, 3]
    desk.reopen_column(board.columns[1].id)
    assert streams(desk) == [1, 2, 3]


def test_a_closed_column_comes_back_beside_its_neighbour_though_others_moved(
    desk: DeskStore,
) -> None:
    board = saved(desk, 1, 2, 3, 4)
    ids = [column.id for column in board.columns]
    desk.close_column(ids[1])
    desk.move_column(ids[0], board.id, 2)
    assert streams(desk) == [3, 4, 1]
    desk.reopen_column(ids[1])
    assert streams(desk) == [3, 4, 1, 2]


def test_a_column_moves_to_another_board_with_its_line(desk: DeskStore) -> None:
    first, second = saved(desk, 1, 2), saved(desk, 3, 4, name="Night")
    column = first.columns[0].id
    desk.set_read_up_to(column, 500)
    desk.move_column(column, second.id, 1)
    assert streams(desk, 0) == [2]
    assert streams(desk, 1) == [3, 1, 4]
    assert desk.read_up_to() == {column: 500}


def test_a_closed_board_comes_back_whole_to_its_place(desk: DeskStore) -> None:
    boards = [saved(desk, n, name=f"Board {n}") for n in range(3)]
    desk.close_board(boards[1].id)
    assert [board.name for board in desk.boards()] == ["Board 0", "Board 2"]
    desk.reopen_board(boards[1].id)
    assert desk.boards() == boards


def test_boards_move(desk: DeskStore) -> None:
    boards = [saved(desk, n, name=f"Board {n}") for n in range(3)]
    desk.move_board(boards[2].id, 0)
    assert [board.id for board in desk.boards()] == [3, 1, 2]


def test_a_removed_board_takes_columns_and_lines_with_it(desk: DeskStore) -> None:
    board = saved(desk, 1, 2)
    desk.set_read_up_to(board.columns[0].id, 9)
    desk.remove_board(board.id)
    assert desk.boards() == []
    assert desk.read_up_to() == {}


def test_what_was_closed_long_ago_is_forgotten_and_what_is_open_stays(desk: DeskStore) -> None:
    board = saved(desk, 1, 2)
    closed = board.columns[0].id
    desk.close_column(closed)
    desk.forget_closed(datetime.now(UTC) - timedelta(days=1))
    desk.reopen_column(closed)
    assert streams(desk) == [1, 2]
    desk.close_column(closed)
    desk.forget_closed(datetime.now(UTC) + timedelta(seconds=1))
    desk.reopen_column(closed)
    assert streams(desk) == [2]


def test_the_read_line_goes_up_and_down(desk: DeskStore) -> None:
    column = saved(desk, 1).columns[0].id
    for post in (10, 30, 20):
        desk.set_read_up_to(column, post)
        assert desk.read_up_to() == {column: post}


def test_single_posts_are_marked_per_stream(desk: DeskStore) -> None:
    desk.mark_read(1, range(2000))
    desk.mark_read(1, [5, 5])
    desk.mark_read(2, [7])
    desk.mark_unread(1, range(1000))
    assert desk.read_among(1, range(3000)) == frozenset(range(1000, 2000))
    assert desk.read_among(2, [6, 7]) == {7}
    desk.forget_marks_before(1999)
    assert desk.read_among(1, range(3000)) == {1999}
    assert desk.read_among(2, [7]) == frozenset()


def test_every_letter_of_a_draft_is_on_the_disk_at_once(desk: DeskStore, tmp_path: Path) -> None:
    text = "Avoid the M97 northbound — lorry on its side."
    for end in range(1, len(text) + 1):
        body = text[:end].encode()
        desk.save_draft(UnsentDraft("one", body, NOON + timedelta(seconds=end)))
        other = DeskStore.open(tmp_path, KEY)
        found = other.draft("one")
        other.close()
        assert found is not None
        assert found.body == body


def test_a_draft_that_has_not_changed_is_not_written(desk: DeskStore, tmp_path: Path) -> None:
    log = tmp_path / "desk.db-wal"
    desk.save_draft(UnsentDraft("one", b"same", NOON))
    size = log.stat().st_size
    desk.save_draft(UnsentDraft("one", b"same", NOON + timedelta(hours=1)))
    assert log.stat().st_size == size
    assert desk.drafts() == [UnsentDraft("one", b"same", NOON)]
    desk.save_draft(UnsentDraft("one", b"other", NOON))
    assert log.stat().st_size > size


def test_drafts_come_back_the_last_changed_first_until_removed(desk: DeskStore) -> None:
    old, new = UnsentDraft("a", b"\x00\xff", NOON), UnsentDraft("b", b"{}", NOON + timedelta(1))
    desk.save_draft(new)
    desk.save_draft(old)
    assert desk.drafts() == [new, old]
    desk.remove_draft("b")
    assert desk.drafts() == [old]
    assert desk.draft("b") is None


def test_a_search_of_the_same_name_is_replaced_in_its_place(desk: DeskStore) -> None:
    for name, query in (("Roads", "#M97"), ("Floods", "flood"), ("Roads", "#M97 OR #A4")):
        desk.save_search(SavedSearch(name, query))
    assert desk.searches() == [SavedSearch("Roads", "#M97 OR #A4"), SavedSearch("Floods", "flood")]
    desk.remove_search("Roads")
    assert desk.searches() == [SavedSearch("Floods", "flood")]


def test_nothing_of_a_draft_can_be_read_without_the_key(desk: DeskStore, tmp_path: Path) -> None:
    desk.save_draft(UnsentDraft("one", b"Operation Larkspur", NOON))
    desk.database.checkpoint()
    desk.save_draft(UnsentDraft("two", b"Operation Larkspur", NOON))
    for file in tmp_path.glob("desk.db*"):
        assert b"Larkspur" not in file.read_bytes()


@given(st.lists(st.integers(1, 20), unique=True), st.data())
def test_what_is_hidden_stays_right_of_its_neighbour(
    before: list[int], data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.sampled_from(before), unique=True)) if before else []
    shown = data.draw(st.permutations([*kept, 99]))
    order = arranged(before, shown)
    assert sorted(order) == sorted({*before, 99})
    assert [number for number in order if number in shown] == shown
    for number in set(before) - set(shown):
        left = [n for n in before[: before.index(number)] if n in shown]
        now_left = [n for n in order[: order.index(number)] if n in shown]
        assert (left or [0])[-1] == (now_left or [0])[-1]


def test_moving_beyond_the_end_is_the_end() -> None:
    assert moved([1, 2, 3], 1, 99) == [2, 3, 1]
    assert moved([1, 2, 3], 3, 0) == [3, 1, 2]
