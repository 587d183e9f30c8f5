"""The conversation drawer: the thread at once, the author, and the way back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.cached import CachedPost
from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Media, MediaKind, Post
from controlroom.ui.board.drawer.beside import LEAST_SEEN
from controlroom.ui.board.drawer.drawer import Drawer
from controlroom.ui.board.drawer.tree import DEEPEST, tree_of
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow
from tests.ui.board.cards import NOW, post
from tests.ui.board.conftest import Home
from tests.ui.board.test_page import tell

Settle = Callable[[BoardPage], None]
KAREN = Author("kop", "kop_dunmarsh", "Karen Oduya-Platt", followers=412)


def reply(number: int, to: int | str = "", minutes: int = 0) -> CachedPost:
    at = NOW + timedelta(minutes=minutes or number)
    return post(number, f"Post {number}", reply_to=str(to), created_at=at)


def flat(posts: list[CachedPost]) -> list[tuple[int, int]]:
    return [(one.post.id, one.depth) for one in tree_of(posts)]


def test_answers_stand_below_what_they_answer_in_order_of_time() -> None:
    posts = [reply(1), reply(2, 1), reply(3, 1), reply(4, 2), reply(5), reply(6, 5)]
    assert flat(posts[::-1]) == [(1, 0), (2, 1), (4, 2), (3, 1), (5, 0), (6, 1)]


def test_an_answer_to_what_is_not_held_says_so() -> None:
    [first, second] = tree_of([reply(1, "lost"), reply(2, 1)])
    assert first.orphan
    assert not second.orphan


def test_depth_is_bounded_and_rings_are_shown_once() -> None:
    deep = [reply(1), *(reply(n, n - 1) for n in range(2, 60))]
    assert max(depth for _post, depth in flat(deep)) == DEEPEST
    assert len(flat(deep)) == 59
    ring = [reply(1, 2), reply(2, 1), reply(3, 3)]
    assert sorted(number for number, _depth in flat(ring)) == [1, 2, 3]


def publish(home: Home, number: int, reply_to: str = "", root: str = "", **values: object) -> None:
    at = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=30 - number)
    text = str(values.pop("text", f"Post {number} of the thread"))
    author = values.pop("author", KAREN)
    made = Post("bluesky", f"t{number}", author, text, at, reply_to=reply_to, root=root,
                **values)  # type: ignore[arg-type]  # fmt: skip
    home.writer.ingest([Sighting(made, at, (1,), (1,))])


@pytest.fixture
def thread(home: Home) -> None:
    """A conversation of six posts in the first stream."""
    media = (Media(MediaKind.IMAGE, "https://m.example/1", alt="Smoke"),)
    publish(home, 1, text="M97 remains closed", author=Author("unit1", "WestmarchUnit1"))
    publish(home, 2, "t1", "t1", author=Author("rs", "rui_sant", "Rui Sant"))
    publish(home, 3, "t1", "t1")
    publish(home, 4, "t3", "t1", media=media)
    publish(home, 5, "t3", "t1", author=Author("rs", "rui_sant", "Rui Sant"))
    publish(home, 6, "t2", "t1", text="مرحبا بكم جميعا")


@pytest.fixture
def drawer(thread: None, board: BoardPage, settle: Settle, qtbot: QtBot) -> Drawer:
    """The drawer, opened by a key on the newest post of that conversation."""
    view = board.row.columns[0]
    [number] = [one.id for one in view.list.posts() if one.post.remote_id == "t6"]
    view.list.caret.put(number)
    qtbot.keyClick(view.list, Qt.Key.Key_O)
    assert board.beside.drawer is not None
    settle(board)
    return board.beside.drawer


def test_the_thread_is_there_at_once_as_a_tree(drawer: Drawer) -> None:
    shown = [(one.place.post.post.remote_id, one.place.depth) for one in drawer.talk.messages]
    assert shown == [("t1", 0), ("t2", 1), ("t6", 2), ("t3", 1), ("t4", 2), ("t5", 2)]
    assert drawer.talk.focused == drawer.talk.chosen
    assert drawer.talk.hasFocus()
    rect = drawer.talk.message_rect(drawer.talk.chosen)
    assert drawer.talk.viewport().rect().contains(rect)


def test_the_drawer_lies_away_from_its_column_which_stays_where_it_is(
    drawer: Drawer, board: BoardPage, settle: Settle, qtbot: QtBot
) -> None:
    assert drawer.width() == 924
    assert drawer.geometry().right() == board.width() - 1
    assert board.row.columns[0].mapTo(board, board.row.columns[0].rect().topLeft()).x() == 0
    qtbot.keyClick(drawer.talk, Qt.Key.Key_Escape)
    assert board.beside.drawer is None
    assert board.row.columns[0].list.hasFocus()
    board.columns.go_to(6)
    board.posts.open()
    settle(board)
    assert board.beside.drawer is not None
    assert board.beside.drawer.x() == 0


def test_the_author_is_told_with_everything_held(
    drawer: Drawer, board: BoardPage, settle: Settle
) -> None:
    contact = drawer.contact.contact
    assert contact.name == "Karen Oduya-Platt"
    assert "412 followers" in contact.second
    facts = dict(contact.facts)
    assert facts["Known to us"].startswith("3 posts since ")
    assert facts["Wrote to"] == "WestmarchUnit1"
    assert [one.text for one in contact.earlier][1:] == [
        "Post 4 of the thread", "Post 3 of the thread",
    ]  # fmt: skip
    drawer.talk.step(-1)
    settle(board)
    assert drawer.contact.contact.name == "Rui Sant"


def test_keys_go_through_the_thread_and_to_what_is_unread(drawer: Drawer, qtbot: QtBot) -> None:
    qtbot.keyClick(drawer.talk, Qt.Key.Key_J)
    focused = drawer.talk.post()
    assert focused is not None
    assert focused.post.remote_id == "t3"
    qtbot.keyClick(drawer.talk, Qt.Key.Key_K)
    qtbot.keyClick(drawer.talk, Qt.Key.Key_Up)
    focused = drawer.talk.post()
    assert focused is not None
    assert focused.post.remote_id == "t2"
    drawer.talk.read = frozenset(one.post_id for one in drawer.talk.messages[:4])
    assert drawer.talk.next_unread()
    focused = drawer.talk.post()
    assert focused is not None
    assert focused.post.remote_id == "t4"


def test_another_post_of_the_author_opens_its_own_conversation(
    drawer: Drawer, board: BoardPage, settle: Settle, home: Home, qtbot: QtBot
) -> None:
    drawer.contact.setFocus()
    qtbot.keyClick(drawer.contact, Qt.Key.Key_Down)
    qtbot.keyClick(drawer.contact, Qt.Key.Key_Return)
    settle(board)
    assert drawer.post is not None
    assert drawer.post.post.remote_id == "t4"
    assert len(drawer.talk.messages) == 6


def test_what_comes_later_joins_the_thread_and_nothing_read_moves(
    drawer: Drawer, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    before = drawer.talk.message_rect(drawer.talk.focused).top()
    at = datetime.now(UTC).replace(microsecond=0)
    made = Post("bluesky", "t9", KAREN, "One more", at, reply_to="t1", root="t1")
    tell(board, home.writer.ingest([Sighting(made, at, (1,), (1,))]), settle, qtbot)
    assert len(drawer.talk.messages) == 7
    assert drawer.talk.message_rect(drawer.talk.focused).top() == before


def test_in_a_narrow_window_the_contact_is_a_tab(
    desk: DeskWindow, drawer: Drawer, board: BoardPage, qtbot: QtBot
) -> None:
    desk.resize(1366, 768)
    QApplication.processEvents()
    assert 640 <= drawer.width() < 640 + LEAST_SEEN
    # No column is left with so little to be seen that nothing can be read in it.
    ends = [one.mapTo(board, one.rect().topRight()).x() + 1 for one in board.row.in_view()]
    assert drawer.x() in ends
    assert not drawer.contact.isVisible()
    drawer.head.side.click()
    assert drawer.contact.isVisible()
    assert not drawer.talk.isVisible()
    drawer.head.side.click()
    assert drawer.talk.isVisible()


def test_the_parts_of_the_drawer_have_names(drawer: Drawer) -> None:
    for part, name in ((drawer, "Conversation"), (drawer.talk, "Posts of the conversation"),
                       (drawer.head.close_, "Close the conversation, Esc")):  # fmt: skip
        heard = QAccessible.queryAccessibleInterface(part)
        assert heard is not None
        assert heard.text(QAccessible.Text.Name) == name
    assert drawer.talk.accessibleDescription().startswith("Level 3. Karen Oduya-Platt on Bluesky")
    assert drawer.contact.accessibleName().startswith("Karen Oduya-Platt, ")


def test_escape_in_the_column_lets_go_of_what_is_chosen_then_closes_the_drawer(
    drawer: Drawer, board: BoardPage, qtbot: QtBot
) -> None:
    cards = board.row.columns[0].list
    cards.setFocus()
    cards.caret.extend(1)
    assert cards.caret.chosen
    qtbot.keyClick(cards, Qt.Key.Key_Escape)
    assert not cards.caret.chosen
    assert board.beside.drawer is drawer
    qtbot.keyClick(cards, Qt.Key.Key_Escape)
    assert board.beside.drawer is None
