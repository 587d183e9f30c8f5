"""Boards as a file for another desk: JSON with a version. Streams go by name, not by number."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from controlroom.model.board import Board, Column
from controlroom.model.board_shape import Part, Shape
from controlroom.model.decoding import from_json
from controlroom.model.errors import WorldError
from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import parse

FORMAT, VERSION = "controlroom-boards", 1
LARGEST = 1_000_000
"""Bytes of a file that are read at most."""
_SHARED = "board.shared"

Name = Annotated[str, msgspec.Meta(max_length=200)]


class BoardFileError(WorldError):
    """A file of boards cannot be used; `name` is what it is called."""


class NotBoards(BoardFileError):
    sentence = "“{name}” is not a file of boards, or it is damaged; nothing was changed."
    remedy = "Export the boards again on the desk they come from."


class BoardsTooNew(BoardFileError):
    sentence = "“{name}” was made by a newer version of Control Room; nothing was changed."
    remedy = "Install the newer version, or export again from an older one."


class BoardFileUnreadable(BoardFileError):
    sentence = "“{name}” cannot be read."
    remedy = "Check that it is still there and that you may read it."


class BoardFileUnwritable(BoardFileError):
    sentence = "“{name}” cannot be written."
    remedy = "Choose another folder, or free some space."


class _Column(msgspec.Struct, forbid_unknown_fields=True):
    stream: Name = ""
    title: Name = ""
    width: Annotated[int, msgspec.Meta(ge=100, le=2_000)] = 308
    filter: Annotated[str, msgspec.Meta(max_length=2_000)] = ""
    paused: bool = False
    pinned: bool = False


class _Board(msgspec.Struct, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    columns: Annotated[list[_Column], msgspec.Meta(max_length=200)] = []


class _File(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    version: int
    boards: Annotated[list[_Board], msgspec.Meta(max_length=200)] = []


class _Begin(msgspec.Struct):
    format: str = ""
    version: int = 0


def write_boards(path: Path, boards: Sequence[Board], streams: Mapping[int, str]) -> None:
    """Writes boards to a file.

    Args:
        streams: names of the streams by their ids.

    Raises:
        BoardFileUnwritable: the file cannot be written.
    """
    file = _File(FORMAT, VERSION, [_from_board(one, streams) for one in boards])
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n")
    except OSError as error:
        raise BoardFileUnwritable(name=path.name) from error


def read_boards(path: Path, streams: Mapping[str, int]) -> tuple[list[Board], list[str]]:
    """Returns the boards of a file, new ones with id 0, and the names of streams not known here.

    Args:
        streams: ids of the streams by their names. A column of an unknown one is left out.

    Raises:
        BoardFileError: the file cannot be read, is none of ours or too new.
    """
    found = _decode(path)
    missing = sorted(
        {one.stream for board in found.boards for one in board.columns} - {"", *streams}
    )
    return [_to_board(one, streams) for one in found.boards], missing


def written_shape(shape: Shape) -> str:
    """Returns a board as a file of boards holds it, for the record; equal ones as equal texts."""
    columns = [_Column(one.stream, one.title, filter=one.filter) for one in shape.columns]
    return msgspec.json.encode(_File(FORMAT, VERSION, [_Board(shape.name, columns)])).decode()


def read_shape(text: str) -> Shape:
    """Returns the board of a text from the record.

    Raises `BoardFileError`: it is none of ours or too new.
    """
    found = _understood(text.encode(errors="replace"), _SHARED)
    if len(found.boards) != 1:
        raise NotBoards(name=_SHARED)
    [board] = found.boards
    parts = (Part(one.stream, one.title, one.filter) for one in board.columns)
    return Shape(board.name, tuple(one for one in parts if one.stream or one.filter))


def _decode(path: Path) -> _File:
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1)
    except OSError as error:
        raise BoardFileUnreadable(name=path.name) from error
    return _understood(text, path.name)


def _understood(text: bytes, name: str) -> _File:
    try:
        return _checked(text, name)
    except (msgspec.MsgspecError, UnicodeDecodeError, QueryError, RecursionError) as error:
        raise NotBoards(name=name) from error


def _checked(text: bytes, name: str) -> _File:
    if len(text) > LARGEST:
        raise NotBoards(name=name)
    begin = from_json(text, _Begin)
    if begin.format == FORMAT and begin.version > VERSION:
        raise BoardsTooNew(name=name)
    if begin.format != FORMAT or begin.version < 1:
        raise NotBoards(name=name)
    found = from_json(text, _File)
    for board in found.boards:
        for column in board.columns:
            parse(column.filter)
    return found


def _from_board(board: Board, streams: Mapping[int, str]) -> _Board:
    columns = [
        _Column(
            streams.get(one.stream, ""), one.title, one.width, one.filter, one.paused, one.pinned
        )
        for one in board.columns
        if one.stream in streams or one.filter
    ]
    return _Board(board.name, columns)


def _to_board(board: _Board, streams: Mapping[str, int]) -> Board:
    columns = tuple(
        Column(0, streams.get(one.stream, 0), one.title, one.width, one.filter, one.paused,
               pinned=one.pinned)
        for one in board.columns
        if one.stream in streams or (not one.stream and one.filter)
    )  # fmt: skip
    return Board(0, board.name, columns)
