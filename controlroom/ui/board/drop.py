"""Where a column that is drawn by its head would go: its order, a board, a window of its own."""

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.model.board import Board

if TYPE_CHECKING:
    from controlroom.ui.board.column.column import ColumnView
    from controlroom.ui.board.session import Session
    from controlroom.ui.board.stand import Stand

translate = QCoreApplication.translate


class Target(NamedTuple):
    """What a drop would do.

    Attributes:
        words: says it to whoever draws the column.
        over: what the words are shown over.
        stand: where the column would stand, None for a window of its own.
        place: before which of the columns there.
        board: at the end of which board instead.
        line: where the gap is, in pixels from the left; -1 for none.
    """

    words: str
    over: QWidget
    stand: "Stand | None"
    place: int = -1
    board: Board | None = None
    line: int = -1


def target_of(session: "Session", view: "ColumnView", place: QPoint) -> Target:
    """Returns where a column would go if it were let go at a place on the screen."""
    home = stand_of(session, view)
    first = cast("Stand", session.stands[0])
    board = _board_under(session, home, place)
    if board is not None:
        text = translate("Board", "Move “{column}” to {board}")
        return Target(text.format(column=view.title, board=board.name), _page(first), first,
                      board=board)  # fmt: skip
    stand = _stand_under(session, home, place)
    if stand is not home and stand is not None and stand.is_for_one:
        # Nothing can be put beside a column in a window of its own.
        stand = None
    if stand is None and not home.is_for_one:
        text = translate("Board", "Move “{column}” to a window of its own")
        return Target(text.format(column=view.title), _page(home), None)
    if stand is None or stand.is_for_one:
        text = translate("Board", "“{column}” stays where it is")
        return Target(text.format(column=view.title), _page(home), home)
    row = stand.row
    at = row.place_at(place.x())
    text = translate("Board", "Move “{column}” here").format(column=view.title)
    return Target(text, _page(stand), stand, at, line=row.edge_of(at))


def stand_of(session: "Session", view: "ColumnView") -> "Stand":
    """Returns where a column stands."""
    found = (one for one in session.stands if view in one.row.columns)
    return cast("Stand", next(found, session.stands[0]))


def _board_under(session: "Session", home: "Stand", place: QPoint) -> Board | None:
    """Returns the board whose tab is under the pointer, unless the column stands on it."""
    board = getattr(QApplication.widgetAt(place), "board", None)
    if not isinstance(board, Board) or board.id == getattr(home.board(), "id", 0):
        return None
    return session.book.find(board.id)


def _stand_under(session: "Session", home: "Stand", place: QPoint) -> "Stand | None":
    """Returns the columns whose window is under the pointer; None outside all windows."""
    stands = [cast("Stand", one) for one in session.stands]
    window = QApplication.topLevelAt(place)
    if window is None:
        # The edge of a window belongs to it too.
        around = (one for one in (home, *stands) if _frame(one).contains(place))
        return next(around, None)
    found = [one for one in stands if one.row.window() is window and one.row.isVisible()]
    return found[0] if found else home


def _frame(stand: "Stand") -> QRect:
    window = stand.row.window()
    return window.frameGeometry() if stand.row.isVisible() else QRect()


def _page(stand: "Stand") -> QWidget:
    return cast("QWidget", stand.parent())
