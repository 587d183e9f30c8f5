"""The Board section: boards, columns, keys; all of it saved."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board, Column
from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.model.post import Author, Metrics, Post
from controlroom.model.reading import GapCause, SourceState
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.states import StateKeeper
from controlroom.ui.board.add_column import AddColumn
from controlroom.ui.board.ask_text import AskText
from controlroom.ui.board.page import BoardPage
from controlroom.ui.controls.row_list import RowList
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.theme.theme import theme
from tests.ui.board.conftest import Home, page_of

NEWCOMER = Author("n", "newcomer")
Settle = Callable[[BoardPage], None]


class Paints(QObject):
    """Counts the paintings of widgets."""

    def __init__(self, widgets: list[QObject]) -> None:
        super().__init__()
        self.counted = dict.fromkeys(map(id, widgets), 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.counted[id(watched)] += 1
        return False


def publish(home: Home, number: int, *streams: int, text: str = "New here") -> Changes:
    """The engine takes in posts of this moment."""
    now = datetime.now(UTC).replace(microsecond=0)
    made = [
        Sighting(
            Post("x", f"{stream}-{one}-{now.timestamp()}-{text}", NEWCOMER, text, now),
            now, (1,), streams,
        )
        for one in range(number)
        for stream in streams[:1]
    ]  # fmt: skip
    return home.writer.ingest(made)


def tell(page: BoardPage, changes: Changes, settle: Settle, qtbot: QtBot) -> None:
    page.changed(changes)
    qtbot.waitUntil(lambda: not page.session.pulse.together.isActive())
    settle(page)


def top_panel(desk: DeskWindow) -> Any:
    panel = desk.layers.top()
    assert panel is not None
    return panel


@pytest.fixture
def away(desk: DeskWindow) -> None:
    """The pointer and the focus are elsewhere."""
    desk.rail.items["board"].setFocus()


def test_a_board_shows_its_columns_with_posts(board: BoardPage) -> None:
    assert len(board.row.columns) == 6
    assert [view.width() for view in board.row.columns] == [308] * 6
    for view in board.row.columns:
        assert view.list.posts()
        assert view.list.visible()[0] == (0, 0)
        assert view.head.height() == 34 + 26 + 1


def test_columns_share_a_narrow_window(desk: DeskWindow, board: BoardPage) -> None:
    desk.resize(1366, 768)
    QApplication.processEvents()
    assert len(board.row.in_view()) == 4
    assert sum(view.width() for view in board.row.columns[:4]) == board.row.width()


def test_columns_out_of_view_are_counted_and_reached_by_keys_and_arrows(
    desk: DeskWindow, board: BoardPage, qtbot: QtBot
) -> None:
    tabs = desk.tabs
    assert not tabs.columns.isVisible()
    desk.resize(1366, 768)
    QApplication.processEvents()
    assert tabs.columns.text == "4 of 6"
    assert tabs.columns.accessibleName() == "4 of 6 columns"
    left, right = (tabs._actions[name] for name in ("columns-left", "columns-right"))
    assert left.isVisible()
    assert not left.isEnabled()
    assert "no other column at the left" in left.toolTip()
    right.click()
    first = board.row.columns[0]
    assert first not in board.row.in_view()
    assert left.isEnabled()
    qtbot.keyClick(desk, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert board.row.columns[5] in board.row.in_view()
    assert not right.isEnabled()
    for _ in range(2):
        qtbot.keyClick(desk, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert first in board.row.in_view()
    desk.resize(1920, 1080)
    QApplication.processEvents()
    assert not tabs.columns.isVisible()
    assert not right.isVisible()


def test_without_a_house_the_board_says_so(desk: DeskWindow) -> None:
    page = page_of(desk)
    assert page.empty.isVisible()
    assert page.empty.accessibleName() == "No saved posts are open yet"
    assert desk.commands.why_not(desk.commands.named("new-board"))


def test_the_first_board_and_column_are_made_and_saved(
    desk: DeskWindow, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    page = page_of(desk)
    page.open_house(home)
    settle(page)
    assert page.empty.heading.text() == "No board yet"
    page.empty.button.click()
    panel = top_panel(desk)
    assert isinstance(panel, AskText)
    qtbot.keyClicks(panel.field, "Derby Saturday")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert [one.name for one in home.desk.boards()] == ["Derby Saturday"]
    assert page.empty.heading.text() == "No column on this board yet"
    desk.commands.run("new-column")
    choose = top_panel(desk)
    assert isinstance(choose, AddColumn)
    assert choose.list.rows.rowCount() == 40
    assert isinstance(choose.list, RowList)
    assert choose.list.iconSize() == QSize(16, 16)
    qtbot.keyClick(choose.list, Qt.Key.Key_Down)
    qtbot.keyClick(choose.list, Qt.Key.Key_Return)
    settle(page)
    [saved] = home.desk.boards()
    assert [one.stream for one in saved.columns] == [2]
    assert page.row.columns[0].list.posts()
    page.close_house()


def test_a_search_column_holds_what_fits(
    desk: DeskWindow, board: BoardPage, settle: Settle, qtbot: QtBot
) -> None:
    desk.commands.run("new-column")
    panel = top_panel(desk)
    qtbot.keyClicks(panel.field, '"hard shoulder"')
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settle(board)
    view = board.row.columns[1]
    assert view.model.filter == '"hard shoulder"'
    assert view.title == '"hard shoulder"'
    texts = [one.post.text for one in view.list.posts()]
    assert len(texts) > 20
    assert all("hard shoulder" in text for text in texts)


def test_a_search_that_cannot_be_read_is_told_at_its_character(
    desk: DeskWindow, board: BoardPage, qtbot: QtBot
) -> None:
    desk.commands.run("new-column")
    panel = top_panel(desk)
    qtbot.keyClicks(panel.field, "fire (smoke")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert desk.layers.top() is panel
    assert panel.error.text.text().startswith("A parenthesis is never closed.")
    assert panel.field.selectionStart() == 5
    left, width = panel.error.mark_place()
    assert left > 30
    assert width > 0
    qtbot.keyClick(panel.field, Qt.Key.Key_Home)
    qtbot.keyClicks(panel.field, "x")
    assert panel.error.text.text() == ""
    desk.close_layer()


def test_keys_go_from_post_to_post_and_column_to_column(
    desk: DeskWindow, board: BoardPage, qtbot: QtBot
) -> None:
    first = board.row.columns[0].list
    qtbot.keyClick(desk, Qt.Key.Key_J)
    assert first.hasFocus()
    assert first.caret.post == first.posts()[0].id
    qtbot.keyClick(first, Qt.Key.Key_J)
    qtbot.keyClick(first, Qt.Key.Key_J)
    qtbot.keyClick(first, Qt.Key.Key_K)
    assert first.caret.post == first.posts()[1].id
    qtbot.keyClick(first, Qt.Key.Key_L)
    assert board.row.columns[1].list.hasFocus()
    assert board.row.columns[1].head.current
    assert not board.row.columns[0].head.current
    qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_6)
    assert board.view() is board.row.columns[5]
    qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_H)
    assert board.view() is board.row.columns[4]


def test_space_turns_the_page_but_presses_a_button_that_has_the_focus(
    desk: DeskWindow, board: BoardPage, qtbot: QtBot
) -> None:
    view = board.row.columns[0].list
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not view.places.is_at_top()
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.places.is_at_top()
    desk.rail.items["inbox"].setFocus()
    qtbot.keyClick(desk.rail.items["inbox"], Qt.Key.Key_Space)
    assert desk.pages.section == "inbox"
    desk.go("board")


def test_older_pages_come_as_one_reads_down(board: BoardPage, settle: Settle) -> None:
    view = board.row.columns[0].list
    seen = {one.id for one in view.posts()}
    for _step in range(200):
        view.scroll_by(-400)
        settle(board)
        ids = [one.id for one in view.posts()]
        assert ids == sorted(ids, reverse=True)
        assert len(ids) <= 200
        seen.update(ids)
        if not view.window_of_posts.more_below and view.visible()[-1][0] == len(ids) - 1:
            break
    assert board.desk is not None
    stored = []
    while page := board.desk.cache.older(1, stored[-1] if stored else 0, 50):
        stored += [one.id for one in page]
    assert seen == set(stored)
    for _step in range(200):
        view.scroll_by(400)
        settle(board)
    assert view.posts()[0].id == stored[0]


@pytest.mark.usefixtures("away")
def test_new_posts_enter_at_the_top_of_a_column_nobody_reads(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    tell(board, publish(home, 2, 1), settle, qtbot)
    view = board.row.columns[0]
    assert [one.post.text for one in view.list.posts()[:2]] == ["New here"] * 2
    assert view.list.visible()[0] == (0, 0)
    assert not view.head.line.pill.isVisible()
    assert view.unread() == 2
    assert view.head.title.unread == 2


@pytest.mark.parametrize("busy", ["scrolled", "focused", "paused"])
def test_new_posts_wait_behind_the_pill_while_a_column_is_read(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot, busy: str
) -> None:
    view = board.row.columns[0]
    desk.rail.items["board"].setFocus()
    if busy == "scrolled":
        view.list.scroll_by(-300)
    elif busy == "focused":
        view.list.caret.take()
    else:
        desk.commands.run("pause-column")
    before = [(one.id) for one in view.list.posts()], view.list.visible()
    tell(board, publish(home, 3, 1), settle, qtbot)
    assert ([one.id for one in view.list.posts()], view.list.visible()) == before
    pill = view.head.line.pill
    assert pill.isVisible()
    assert pill.text() == ("3 waiting" if busy == "paused" else "3 new")
    qtbot.keyClick(desk, Qt.Key.Key_Period)
    settle(board)
    assert view.list.posts()[0].post.text == "New here"
    assert view.list.visible()[0] == (0, 0)
    assert not pill.isVisible()


@pytest.mark.usefixtures("away")
def test_a_change_in_one_column_repaints_no_other(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    settle(board)
    qtbot.wait(50)
    lists = [view.list.viewport() for view in board.row.columns]
    heads = [view.head for view in board.row.columns]
    paints = Paints([*lists, *heads])
    tell(board, publish(home, 1, 3), settle, qtbot)
    counted = [paints.counted[id(one)] for one in lists]
    assert counted[2] > 0
    assert counted[:2] + counted[3:] == [0] * 5
    assert [paints.counted[id(one)] for one in heads].count(0) == 5


@pytest.mark.usefixtures("away")
def test_changes_are_gathered_and_applied_at_most_four_times_a_second(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    spread: list[float] = []
    board.session.pulse.together.timeout.connect(lambda: spread.append(time.monotonic()))
    for number in range(10):
        board.changed(publish(home, 1, 1, text=f"number {number}"))
        qtbot.wait(60)
    qtbot.waitUntil(lambda: not board.session.pulse.together.isActive())
    settle(board)
    assert 1 < len(spread) < 10
    assert all(later - one >= 0.245 for one, later in pairwise(spread))
    texts = {one.post.text for one in board.row.columns[0].list.posts()}
    assert {f"number {number}" for number in range(10)} <= texts


def test_a_post_found_gone_is_shown_as_gone(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0].list
    stored = view.posts()[1]
    now = datetime.now(UTC)
    missed = Disappearance(stored.post.network, stored.post.remote_id, now)
    tell(board, home.writer.ingest([], [missed]), settle, qtbot)
    assert view.posts()[1].id == stored.id
    assert view.posts()[1].gone_at is not None
    assert view.shelf.content(view.posts()[1]).gone


def test_a_post_that_comes_late_takes_its_place(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0].list
    at = view.posts()[3].post.created_at
    late = Sighting(Post("x", "late", Author("n", "late"), "Came late", at), at, (1,), (1,))
    tell(board, home.writer.ingest([late]), settle, qtbot)
    assert "Came late" in [one.post.text for one in view.posts()[2:6]]


def test_reading_is_remembered(board: BoardPage, home: Home, settle: Settle, qtbot: QtBot) -> None:
    board.row.columns[0].list.setFocus()
    tell(board, publish(home, 3, 1), settle, qtbot)
    board.posts.show_new()
    settle(board)
    view = board.row.columns[0]
    assert view.unread() == 2
    board.posts.next(1)
    assert view.unread() == 1
    ids = [one.id for one in view.list.posts()[:3]]
    settle(board)
    assert home.desk.read_among(1, ids) == set(ids[:2])
    view.list.caret.put(ids[0])
    board.columns.read_up_to_here()
    settle(board)
    assert home.desk.read_up_to()[view.model.id] == ids[0]
    assert view.unread() == 0


def test_a_column_comes_back_where_it_was_read(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    view = board.row.columns[0]
    view.list.scroll_by(-1_234)
    view.list.places.settle()
    anchor, top = view.list.places.anchor, view.list.places.y
    board.close_house()
    board.open_house(home)
    settle(board)
    back = board.row.columns[0].list
    assert back.rect_of(anchor).top() == top
    back.scroll_by(600)
    settle(board)
    assert back.posts()[0].id > anchor


def test_columns_are_moved_resized_paused_renamed_and_closed(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    wide = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(desk, Qt.Key.Key_Right, both)
    assert [one.stream for one in home.desk.boards()[0].columns] == [2, 1, 3, 4, 5, 6]
    qtbot.keyClick(desk, Qt.Key.Key_Right, wide)
    assert board.row.columns[1].width() == 328
    qtbot.keyClick(desk, Qt.Key.Key_P)
    assert board.row.columns[1].standing.word == "Paused"
    desk.commands.run("rename-column")
    panel = top_panel(desk)
    panel.field.clear()
    qtbot.keyClicks(panel.field, "Mine")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    settle(board)
    saved = home.desk.boards()[0].columns[1]
    assert (saved.width, saved.paused, saved.title) == (328, True, "Mine")
    qtbot.keyClick(desk, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert [one.stream for one in home.desk.boards()[0].columns] == [2, 3, 4, 5, 6]
    desk.commands.run("reopen")
    settle(board)
    assert [one.stream for one in home.desk.boards()[0].columns] == [2, 1, 3, 4, 5, 6]
    assert board.row.columns[1].title == "Mine"


def test_a_column_is_dragged_to_another_place(board: BoardPage, home: Home) -> None:
    view = board.row.columns[0]
    third = board.row.columns[2]
    place = third.mapToGlobal(QPoint(third.width() - 10, 10))
    view.head.title.dragged.emit(place)
    assert board.drag.mark.isVisible()
    assert board.drag.mark.x_line == 3 * 308
    view.head.title.dropped.emit(place)
    assert not board.drag.mark.isVisible()
    assert [one.stream for one in home.desk.boards()[0].columns] == [2, 3, 1, 4, 5, 6]


def test_boards_are_added_renamed_closed_and_reopened(
    desk: DeskWindow, board: BoardPage, home: Home, qtbot: QtBot
) -> None:
    for command, name in (("new-board", "Derby"), ("rename-board", "Derby Saturday")):
        desk.commands.run(command)
        panel = top_panel(desk)
        panel.field.clear()
        qtbot.keyClicks(panel.field, name)
        panel.take.click()
    assert [one.name for one in home.desk.boards()] == ["Force", "Derby Saturday"]
    assert desk.tabs.current() == home.desk.boards()[1].id
    assert board.empty.isVisible()
    desk.commands.run("close-board")
    assert len(board.row.columns) == 6
    assert [one.name for one in home.desk.boards()] == ["Force"]
    desk.commands.run("reopen")
    assert [tab.text() for tab in desk.tabs.tabs] == ["Force", "Derby Saturday"]


def test_a_board_out_of_view_only_counts(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    second = home.desk.save_board(Board(0, "Second", (Column(0, 9),)))
    board.close_house()
    board.open_house(home)
    settle(board)
    desk.tabs.choose(second.id)
    settle(board)
    hidden = board.session.views.all[home.desk.boards()[0].columns[0].id]
    held = list(hidden.list.posts())
    tell(board, publish(home, 4, 1), settle, qtbot)
    assert hidden.list.posts() == held
    qtbot.waitUntil(lambda: hidden.unread() == 4)
    desk.tabs.choose(home.desk.boards()[0].id)
    settle(board)
    assert hidden.waiting.number == 4 or hidden.list.posts()[0].post.text == "New here"


def test_the_house_can_be_closed_and_leaves_no_thread(board: BoardPage) -> None:
    board.close_house()
    assert board.desk is None
    assert board.row.columns == []
    assert board.empty.isVisible()


def test_focus_that_comes_by_itself_reads_nothing(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    board.row.columns[0].list.caret.take()
    tell(board, publish(home, 1, 2), settle, qtbot)
    board.row.columns[1].show_new()
    settle(board)
    newest = board.row.columns[1].list.posts()[0].id
    desk.commands.run("close-column")
    settle(board)
    board.row.columns[0].list.setFocus()
    settle(board)
    assert board.row.columns[0].list.caret.post == newest
    assert home.desk.read_among(2, [newest]) == frozenset()


def test_the_board_says_once_when_it_is_filled(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    board.close_house()
    with qtbot.waitSignal(board.filled):
        board.open_house(home)
    assert all(view.list.posts() for view in board.row.in_view())


def test_a_house_opened_again_in_another_theme_shows_no_old_pictures(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    desk.grab()
    board.close_house()
    desk.change(theme="light")
    board.open_house(home)
    settle(board)
    image = board.row.columns[0].list.grab().toImage()
    assert image.pixelColor(3, 30) == theme().palette.bg1


def test_what_changed_about_a_post_is_drawn_anew(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0].list
    stored = view.posts()[0]
    before = view.grab().toImage()
    liked = replace(stored.post, metrics=Metrics(likes=4_321))
    tell(board, home.writer.ingest([Sighting(liked, datetime.now(UTC), (1,), (1,))]), settle, qtbot)
    assert view.posts()[0].post.metrics.likes == 4_321
    assert view.grab().toImage() != before


def test_columns_out_of_view_have_a_count(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    desk.resize(1366, 768)
    last = home.desk.boards()[0].columns[5]
    publish(home, 3, 6)
    board.close_house()
    board.open_house(home)
    settle(board)
    qtbot.waitUntil(lambda: last.id in board.session.views.all)
    hidden = board.session.views.all[last.id]
    assert not hidden.loaded
    qtbot.waitUntil(lambda: hidden.unread() == 3)
    assert desk.tabs.tabs[0].accessibleName() == "Force, 3 unread posts"


def test_a_note_comes_and_goes_without_moving_what_is_read(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    view.list.scroll_by(-700)
    view.list.places.settle()
    anchor = view.list.places.anchor

    def on_screen() -> int:
        place = view.list.rect_of(anchor).topLeft()
        return view.list.viewport().mapToGlobal(place).y()

    before = on_screen()
    source = Source("mastodon", SourceKind.MENTIONS, 1)
    states = StateKeeper(home.writer.database)
    for trouble, word in ((GapCause.NETWORK_DOWN, "Offline"), (None, "Live")):
        now = datetime.now(UTC)
        states.save_state(SourceState(source, complete_to=now, trouble=trouble))
        tell(board, Changes(), settle, qtbot)
        qtbot.waitUntil(lambda word=word: view.standing.word == word)
        settle(board)
        assert view.note.isVisible() == (trouble is not None)
        assert on_screen() == before


def test_a_new_stream_and_new_trouble_are_known_as_soon_as_the_engine_tells(
    desk: DeskWindow, board: BoardPage, home: Home, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not board.session._facts_later.isActive())
    source = Source("mastodon", SourceKind.SEARCH, 1, "ford")
    stream = home.writer.save_stream(Stream(0, "Ford", (source,)))
    told = {"source": 900, "now": "live", "streams": [stream], "gaps": []}
    desk.line.state.emit(told)
    qtbot.waitUntil(lambda: board.desk is not None and stream in board.desk.facts.streams)
    qtbot.waitUntil(lambda: not board.session._facts_later.isActive())
    desk.line.state.emit(told)
    assert not board.session._facts_later.isActive(), "nothing new was told"
    desk.line.state.emit(told | {"now": "network_down"})
    assert board.session._facts_later.isActive()


def test_single_keys_do_not_reach_below_a_panel(
    desk: DeskWindow, board: BoardPage, qtbot: QtBot
) -> None:
    desk.commands.run("new-column")
    panel = top_panel(desk)
    for key in (Qt.Key.Key_J, Qt.Key.Key_L, Qt.Key.Key_3):
        qtbot.keyClick(panel.list, key)
        assert panel.list.hasFocus()
    assert board.view() is board.row.columns[0]
    desk.close_layer()


def test_several_posts_are_chosen_by_keys_and_marked_together(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    board.row.columns[0].list.setFocus()
    tell(board, publish(home, 4, 1), settle, qtbot)
    board.posts.show_new()
    settle(board)
    view = board.row.columns[0]
    ids = [one.id for one in view.list.posts()[:4]]
    assert view.unread() == 3
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.list, Qt.Key.Key_J, shift)
    qtbot.keyClick(view.list, Qt.Key.Key_J, shift)
    assert view.list.caret.chosen == set(ids[:3])
    assert view.list.state_of(view.list.posts()[1]).chosen
    qtbot.keyClick(view.list, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert view.list.caret.chosen == set(ids[:2])
    desk.commands.run("mark-unread")
    settle(board)
    assert view.list.caret.chosen == set()
    assert home.desk.read_among(1, ids) == {ids[2]}
    assert view.unread() == 3
    qtbot.keyClick(view.list, Qt.Key.Key_K, shift)
    desk.commands.run("mark-read")
    settle(board)
    assert home.desk.read_among(1, ids) == {ids[1], ids[2]}
    old = view.list.posts()[6].id
    view.list.caret.put(old)
    desk.commands.run("mark-unread")
    assert view.list.is_read(old)
