"""What comes, changes or goes late finds its place, also in a column that was out of view."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.model.post import Author, Post
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow
from tests.ui.board.conftest import Home

Settle = Callable[[BoardPage], None]


def late(home: Home, at: datetime, text: str = "Came late") -> Changes:
    """The engine takes in a post of the first stream that was written at some moment."""
    return home.writer.ingest(
        [Sighting(Post("x", f"late-{text}", Author("n", "late"), text, at), at, (1,), (1,))]
    )


def tell(page: BoardPage, changes: Changes, settle: Settle, qtbot: QtBot) -> None:
    page.changed(changes)
    qtbot.waitUntil(lambda: not page.session.pulse.together.isActive())
    settle(page)


def texts(board: BoardPage) -> list[str]:
    return [one.post.text for one in board.row.columns[0].list.posts()]


def read_to_its_end(board: BoardPage, settle: Settle) -> None:
    cards = board.row.columns[0].list
    for _page in range(40):
        cards.scroll_by(-20_000)
        settle(board)
        if not cards.window_of_posts.more_below:
            return
    raise AssertionError("it has no end")


def test_a_post_older_than_all_others_is_shown_below_them(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    read_to_its_end(board, settle)
    cards = board.row.columns[0].list
    last = cards.posts()[-1].post.created_at
    at_the_top = cards.places.anchor, cards.places.y
    tell(board, late(home, last - timedelta(days=1)), settle, qtbot)
    assert texts(board)[-1] == "Came late"
    assert (cards.places.anchor, cards.places.y) == at_the_top


def test_the_first_posts_of_a_column_come_in_any_order(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    """Posts that stood in a queue may come after one that did not."""
    board.row.columns[0].narrow("weir")
    settle(board)
    now = datetime.now(UTC).replace(microsecond=0)
    assert not texts(board)
    for text, age in (("One weir", 0), ("Two weir", 1), ("Three weir", 2)):
        tell(board, late(home, now - timedelta(days=age), text), settle, qtbot)
    assert texts(board) == ["One weir", "Two weir", "Three weir"]


def test_what_came_late_while_a_column_was_out_of_view_is_there_when_it_comes_back(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    cards = board.row.columns[0].list
    before = cards.posts()[3].post.created_at
    gone = cards.posts()[1]
    desk.go("planner")
    missed = Disappearance(gone.post.network, gone.post.remote_id, datetime.now(UTC))
    tell(board, late(home, before), settle, qtbot)
    tell(board, home.writer.ingest([], [missed]), settle, qtbot)
    desk.go("board")
    settle(board)
    assert "Came late" in texts(board)[2:6]
    assert cards.posts()[1].id == gone.id
    assert cards.posts()[1].gone_at is not None
    assert cards.shelf.content(cards.posts()[1]).gone
