"""Makes a second window for a board or a column."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from controlroom.ui.board.acts.acts import Acts
from controlroom.ui.board.acts.boards import BoardActs
from controlroom.ui.board.acts.columns import ColumnActs
from controlroom.ui.board.acts.posts import PostActs
from controlroom.ui.board.side.window import SideWindow
from controlroom.ui.board.stand import Stand

if TYPE_CHECKING:
    from controlroom.model.board import Column
    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.around import BoardWindow, Host
    from controlroom.ui.board.media.showing import Showing
    from controlroom.ui.board.session import Session
    from controlroom.ui.board.side.sides import Key, Sides


def make_side(
    session: "Session",
    desk: "BoardWindow",
    sides: "Sides",
    key: "Key",
    open_post: Callable[["CachedPost"], None],
    showing: Callable[["Host"], "Showing"],
) -> SideWindow:
    """Returns the window, with its columns in it once it is shown.

    Args:
        showing: from a window to what opens pictures and links over it.
    """
    window = SideWindow(desk, partial(_name, session, key))
    exercise = getattr(desk, "exercise", None)
    if exercise is not None and exercise.mark is not None:
        window.head(exercise.mark(window, window.commands))
    stand = Stand(session, window, window)
    stand.follow(partial(_board, session, key))
    stand.wanted = partial(_stands_there, sides, key)
    stand.is_for_one = key[0] == "column"
    acts = Acts(BoardActs(stand, desk, sides.turn), ColumnActs(stand, sides.turn),
                PostActs(stand, open_post, showing(window)), session.undo)  # fmt: skip
    window.hold(stand.row, acts)
    window.ended.connect(stand.leave)
    return window


def _name(session: "Session", key: "Key") -> str:
    kind, number = key
    board = session.book.find(_board(session, key))
    if kind == "board" or board is None or session.desk is None:
        return board.name if board else ""
    return next(session.desk.facts.title(one) for one in board.columns if one.id == number)


def _board(session: "Session", key: "Key") -> int | None:
    kind, number = key
    if kind == "board":
        return number
    board = session.book.board_of(number)
    return board.id if board else None


def _stands_there(sides: "Sides", key: "Key", column: "Column") -> bool:
    kind, number = key
    if kind == "column":
        return column.id == number
    return not sides.is_out("column", column.id)
