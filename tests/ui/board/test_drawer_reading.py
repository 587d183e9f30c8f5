"""The drawer to the end of a post: completed from its network, its pictures, links and keys."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board
from controlroom.model.completing import Completing, Stage
from controlroom.model.post import Author, Media, MediaKind, Span, SpanKind
from controlroom.model.reading import GapCause
from controlroom.ui.board.drawer.drawer import Drawer
from controlroom.ui.board.drawer.stage_line import stage_words
from controlroom.ui.board.drawer.thread_body import AROUND
from controlroom.ui.board.links.panel import LinkPanel
from controlroom.ui.board.media.viewer import MediaViewer
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.line import EngineLine
from tests.ui.board.conftest import Home
from tests.ui.board.test_drawer import KAREN, publish

Settle = Callable[[BoardPage], None]
LINK = Span(SpanKind.LINK, 5, 14, "https://other.example/x")
PHOTO = Media(MediaKind.IMAGE, "https://m.example/1", alt="Smoke")
HIDDEN = Media(MediaKind.IMAGE, "https://m.example/2", sensitive=True)


class Line:
    """The engine's end of a window's line: what it is told, and what it says."""

    def __init__(self, line: EngineLine) -> None:
        self.line, self.said = line, list[dict[str, Any]]()
        line.take(lambda **order: self.said.append(order), lambda **_: None)
        line.running.emit(True)

    def asked(self) -> list[dict[str, Any]]:
        return [one["converse"] for one in self.said if "converse" in one]


@pytest.fixture
def engine(desk: DeskWindow, board: BoardPage) -> Line:
    return Line(desk.line)


@pytest.fixture
def thread(home: Home) -> None:
    """A conversation of four posts in the first stream."""
    publish(home, 1, text="M97 remains closed", author=Author("unit1", "WestmarchUnit1"))
    publish(home, 2, "t1", "t1", text="Look here.test now", spans=(LINK,))
    publish(home, 3, "t1", "t1", media=(PHOTO, PHOTO))
    publish(home, 4, "t3", "t1", media=(HIDDEN,))


@pytest.fixture
def drawer(thread: None, board: BoardPage, engine: Line, settle: Settle, qtbot: QtBot) -> Drawer:
    view = board.row.columns[0]
    [number] = [one.id for one in view.list.posts() if one.post.remote_id == "t3"]
    view.list.caret.put(number)
    board.posts.open()
    assert board.beside.drawer is not None
    settle(board)
    return board.beside.drawer


def press(drawer: Drawer, qtbot: QtBot, at: QPoint) -> None:
    qtbot.mouseClick(drawer.talk.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_opening_has_the_engine_read_the_thread_of_that_post(drawer: Drawer, engine: Line) -> None:
    [order] = engine.asked()
    assert order["network"] == "bluesky"
    assert (order["post"], order["root"]) == ("t3", "t1")
    assert order["profiles"] == [1]
    assert drawer.stage.words() == "Reading the conversation on Bluesky…"
    engine.line.completing.emit(Completing(order["ticket"] + 1, Stage.PARTLY))
    assert "Reading" in drawer.stage.words()
    engine.line.completing.emit(Completing(order["ticket"], Stage.WHOLE))
    assert drawer.stage.words().startswith("Complete")
    assert not drawer.stage.button.isVisible()


def test_what_keeps_it_from_being_read_is_told_and_it_can_be_tried_again(
    drawer: Drawer, engine: Line, qtbot: QtBot
) -> None:
    until = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
    ticket = engine.asked()[-1]["ticket"]
    failed = Completing(ticket, Stage.FAILED, GapCause.BUDGET_USED, until)
    engine.line.completing.emit(failed)
    assert "used up until" in drawer.stage.words()
    qtbot.keyClick(drawer.talk, Qt.Key.Key_F5)
    assert len(engine.asked()) == 2
    assert "Reading" in drawer.stage.words()
    engine.line.running.emit(False)
    assert "not being read" in drawer.stage.words()
    drawer.stage.button.click()
    assert len(engine.asked()) == 2
    engine.line.running.emit(True)
    assert len(engine.asked()) == 3


@pytest.mark.parametrize("cause", [*GapCause, None])
def test_every_cause_has_words(cause: GapCause | None) -> None:
    assert stage_words(Completing(1, Stage.FAILED, cause), "X")
    for stage in Stage:
        assert stage_words(Completing(1, stage, cause), "X")


def test_a_closed_drawer_hears_nothing_more(drawer: Drawer, board: BoardPage, engine: Line) -> None:
    ticket = engine.asked()[-1]["ticket"]
    board.beside.close_drawer()
    engine.line.completing.emit(Completing(ticket, Stage.WHOLE))
    engine.line.running.emit(False)
    engine.line.running.emit(True)
    assert len(engine.asked()) == 1


def test_a_press_on_a_picture_shows_it_large_and_o_does_too(
    drawer: Drawer, desk: DeskWindow, qtbot: QtBot
) -> None:
    one = drawer.talk.message(drawer.talk.focused)
    assert one is not None
    shift = one.top - drawer.talk.verticalScrollBar().value()
    press(drawer, qtbot, one.media[1].rect.center() + QPoint(0, shift))
    viewer = desk.layers.top()
    assert isinstance(viewer, MediaViewer)
    assert viewer.place == 1
    desk.layers.close_top()
    assert drawer.talk.hasFocus()
    qtbot.keyClick(drawer.talk, Qt.Key.Key_O)
    viewer = desk.layers.top()
    assert isinstance(viewer, MediaViewer)
    assert viewer.place == 0
    desk.layers.close_top()


def test_what_is_covered_is_uncovered_first(drawer: Drawer, desk: DeskWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(drawer.talk, Qt.Key.Key_J)
    one = drawer.talk.message(drawer.talk.focused)
    assert one is not None
    assert one.covered
    qtbot.keyClick(drawer.talk, Qt.Key.Key_O)
    assert desk.layers.top() is None
    opened = drawer.talk.message(drawer.talk.focused)
    assert opened is not None
    assert not opened.covered
    qtbot.keyClick(drawer.talk, Qt.Key.Key_Return)
    assert isinstance(desk.layers.top(), MediaViewer)
    desk.layers.close_top()


def test_a_press_on_a_link_asks_where_the_words_name_another_host(
    drawer: Drawer, desk: DeskWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(drawer.talk, Qt.Key.Key_K)
    one = drawer.talk.message(drawer.talk.focused)
    assert one is not None
    assert one.text is not None
    line = one.text.layout.lineAt(0)
    x = line.cursorToX(9)
    across = round(float(x[0] if isinstance(x, tuple) else x))
    shift = one.top - drawer.talk.verticalScrollBar().value()
    press(drawer, qtbot, one.words + QPoint(across, 8 + shift))
    layer = desk.layers.top()
    assert isinstance(layer, LinkPanel)
    assert layer.host.text() == "other.example"
    desk.layers.close_top()
    desk.commands.run("open-link")
    assert isinstance(desk.layers.top(), LinkPanel)
    desk.layers.close_top()


def test_a_press_on_a_card_shows_its_picture(
    board: BoardPage, thread: None, desk: DeskWindow, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    view.show_new()
    settle(board)
    [post] = [one for one in view.list.posts() if one.post.remote_id == "t3"]
    view.list.caret.put(post.id)
    card = view.list.shelf.layout(post)
    at = view.list.rect_of(post.id).topLeft() + card.media[0].rect.center()
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert isinstance(desk.layers.top(), MediaViewer)
    desk.layers.close_top()


def test_f6_goes_through_the_columns_and_the_drawer(
    drawer: Drawer, desk: DeskWindow, board: BoardPage
) -> None:
    assert drawer.talk.hasFocus()
    desk.cycle_regions(1)
    assert not drawer.isAncestorOf(QApplication.focusWidget())
    desk.cycle_regions(-1)
    assert drawer.isAncestorOf(QApplication.focusWidget())
    desk.cycle_regions(-1)
    column = board.row.in_view()[-1]
    assert column.isAncestorOf(QApplication.focusWidget())
    assert drawer.accessibleName() == "Conversation"


def test_keys_of_the_board_act_in_the_drawer_that_has_the_keyboard(
    drawer: Drawer, board: BoardPage, qtbot: QtBot
) -> None:
    before = board.row.columns[0].list.caret.post
    drawer.talk.read = frozenset(one.post.id for one in drawer.talk.places)
    qtbot.keyClick(drawer.talk, Qt.Key.Key_K)
    board.posts.mark(read=False)
    qtbot.keyClick(drawer.talk, Qt.Key.Key_Home)
    qtbot.keyClick(drawer.talk, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    found = drawer.talk.post()
    assert found is not None
    assert found.post.remote_id == "t2"
    qtbot.keyClick(drawer.talk, Qt.Key.Key_Space)
    qtbot.keyClick(drawer.talk, Qt.Key.Key_Period)
    newest = drawer.talk.post()
    assert newest is not None
    assert newest.post.remote_id == "t4"
    assert board.row.columns[0].list.caret.post == before


def test_a_long_conversation_is_laid_out_in_stretches_and_read_to_its_end(
    drawer: Drawer, home: Home, board: BoardPage, settle: Settle, qtbot: QtBot
) -> None:
    for number in range(10, 200):
        publish(home, number, "t1", "t1", author=KAREN)
    drawer.refresh()
    settle(board)
    assert len(drawer.talk.places) == 194
    assert len(drawer.talk.messages) <= 2 * AROUND + 1
    qtbot.keyClick(drawer.talk, Qt.Key.Key_End)
    last = drawer.talk.post()
    assert last is not None
    assert last.id == drawer.talk.places[-1].post.id
    rect = drawer.talk.message_rect(last.id)
    assert drawer.talk.viewport().rect().intersects(rect)
    bar = drawer.talk.verticalScrollBar()
    seen = {one.post_id for one in drawer.talk.messages}
    for _ in range(200):
        bar.setValue(bar.value() - 300)
        seen |= {one.post_id for one in drawer.talk.messages}
    assert len(seen) == 194


def test_f6_comes_to_the_tab_of_the_board_that_is_shown(
    desk: DeskWindow, board: BoardPage, settle: Settle
) -> None:
    made = board.session.book.add(Board(0, "Derby"))
    assert made is not None
    desk.tabs.choose(made.id)
    settle(board)
    desk.rail.items["board"].setFocus()
    desk.cycle_regions(1)
    assert QApplication.focusWidget() is desk.tabs.tabs[1]


def test_esc_closes_the_conversation_wherever_the_keyboard_is(
    drawer: Drawer, board: BoardPage, desk: DeskWindow, qtbot: QtBot
) -> None:
    came_from = board.row.columns[0].list
    assert board.beside.drawer is drawer
    desk.rail.items["board"].setFocus()
    qtbot.keyClick(desk.rail.items["board"], Qt.Key.Key_Escape)
    assert board.beside.drawer is None
    assert QApplication.focusWidget() is came_from
    qtbot.keyClick(came_from, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is came_from


def test_esc_closes_what_lies_over_the_conversation_first(
    drawer: Drawer, board: BoardPage, desk: DeskWindow, qtbot: QtBot
) -> None:
    desk.tell("Heading", "Text")
    desk.close_layer()
    assert desk.layers.top() is None
    assert board.beside.drawer is drawer
    desk.close_layer()
    assert board.beside.drawer is None


def test_the_media_of_the_conversation_are_counted_and_opened_by_keys(
    drawer: Drawer, board: BoardPage, desk: DeskWindow, qtbot: QtBot
) -> None:
    drawer.side.show_part(drawer.side.media)
    pane = drawer.side.media
    assert [(one.post.post.remote_id, one.number) for one in pane.hung] == [
        ("t4", 0), ("t3", 0), ("t3", 1)
    ]  # fmt: skip
    assert drawer.side.tabs[2].number == 3
    assert "2 of 3, Photo" in pane.accessibleDescription()
    qtbot.keyClick(pane, Qt.Key.Key_End)
    assert "Smoke" in pane.accessibleDescription()
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    viewer = desk.layers.top()
    assert isinstance(viewer, MediaViewer)
    assert viewer.place == 1
    assert drawer.talk.focused == pane.hung[2].post.id


def test_a_covered_medium_stays_covered_in_the_pane_and_in_the_viewer(
    drawer: Drawer, desk: DeskWindow, qtbot: QtBot
) -> None:
    drawer.side.show_part(drawer.side.media)
    pane, asked = drawer.side.media, list[str]()
    pane.picture_of = lambda address, _size: asked.append(address)
    pane.grab()
    assert asked
    assert HIDDEN.url not in asked
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.place_of(0).center())
    viewer = desk.layers.top()
    assert isinstance(viewer, MediaViewer)
    assert viewer.said.asks
    desk.layers.close_top()


def test_the_pane_says_that_nothing_hangs_on_the_posts(drawer: Drawer) -> None:
    drawer.side.show_media([])
    assert drawer.side.tabs[2].number == 0
    assert "No pictures" in drawer.side.media.accessibleDescription()
