"""Shared boards as boards of this desk: what they are made of, and made to be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.board import Board, Column
from controlroom.model.board_shape import Shape, absent_of, formed, shape_of
from controlroom.model.journal import canonical
from controlroom.model.journal_subject import LONGEST_BOARD, LONGEST_BOARD_NAME
from controlroom.store.desk.board_file import written_shape
from controlroom.ui.language import language

if TYPE_CHECKING:
    from controlroom.store.desk.shared import SharedBoard
    from controlroom.ui.board.session import Session

translate = QCoreApplication.translate


def stream_names(session: "Session") -> Mapping[int, str]:
    """Returns the names of the streams known here, by their ids."""
    streams = session.desk.facts.streams if session.desk is not None else {}
    return {number: one.name for number, one in streams.items()}


def mine_of(session: "Session", link: "SharedBoard", base: Shape | None) -> Shape:
    """Returns what a shared board is made of here, with the columns only others can show."""
    board, names = session.book.find(link.board), stream_names(session)
    assert board is not None
    absent = absent_of(base, names, link.missing) if base is not None else ()
    return shape_of(board, names, absent)


def form(session: "Session", number: int, shape: Shape) -> bool:
    """Makes a board to the shape; returns whether that could be saved."""
    board, names = session.book.find(number), stream_names(session)
    assert board is not None
    for column in formed(board, shape, names).columns:
        _show(session, column)
    # Anew, since what is shown has been saved meanwhile.
    now = session.book.find(number)
    assert now is not None
    wanted = formed(now, shape, names)
    if wanted == now:
        return True
    session.book.put(wanted)
    saved = session.book.find(number)
    return saved is not None and shape_of(saved, names, ()) == shape_of(wanted, names, ())


def copy_of(board: Board, at: datetime) -> Board:
    """Returns a board of one's own that looks like this one."""
    template = translate("Sharing", "{board} (mine, {time})")
    time = language().time_in_prose(at.astimezone())
    spare = LONGEST_BOARD_NAME - len(template.format(board="", time=time))
    name = template.format(board=board.name[:spare], time=time)
    return Board(0, name, tuple(replace(one, id=0) for one in board.columns))


def is_too_long(shape: Shape) -> bool:
    """Returns whether a board is more than an entry of the record holds."""
    if not shape.name.strip() or len(shape.name) > LONGEST_BOARD_NAME:
        return True
    return len(canonical({"content": written_shape(shape)}).encode()) > LONGEST_BOARD


def _show(session: "Session", column: Column) -> None:
    """Shows another title or filter on a column that stands there already."""
    view = session.views.all.get(column.id)
    if view is None:
        return
    narrowed = view.model.filter != column.filter
    if narrowed:
        view.alter(title=column.title, filter=column.filter, anchor=0, offset=0)
        view.start_over()
        view.head.say_filter(column.filter)
    else:
        view.alter(title=column.title)
