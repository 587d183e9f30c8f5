"""Furnishes an exercise's own data folder: profiles, groups, streams, boards, sign-ins."""

from pathlib import Path

from controlroom.exercise.opening import Ready, ReadyBoard, ReadyColumn
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.model.board import Board, Column
from controlroom.model.profile import Group
from controlroom.model.stream import Reach, Source, SourceKind, Stream
from controlroom.store.cache.sources import SourceKeeper
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.store import DeskStore


def furnish(folder: Path, key: bytes, ready: Ready, sign_ins: SignInKeeper) -> None:
    """Fills a new data folder with what the exercise begins with. Raises what the store raises."""
    writer = CacheWriter.open(folder, key)
    try:
        groups = _groups(writer, ready)
        _profiles(writer, ready, sign_ins)
        streams = {
            (board.name, place): _stream(writer, column, groups)
            for board in ready.boards
            for place, column in enumerate(board.columns)
        }
    finally:
        writer.close()
    desk = DeskStore.open(folder, key)
    try:
        for board in ready.boards:
            desk.save_board(_board(board, streams))
    finally:
        desk.close()


def _groups(writer: SourceKeeper, ready: Ready) -> dict[str, int]:
    """Saves groups, those that others stand in first; a circle is cut open."""
    saved: dict[str, int] = {}

    def save(name: str, above: frozenset[str]) -> int:
        if name in saved:
            return saved[name]
        parent = ready.groups.get(name, "")
        below = save(parent, above | {name}) if parent and parent not in above | {name} else 0
        saved[name] = writer.save_group(Group(0, name, below))
        return saved[name]

    for name in ready.groups:
        save(name, frozenset())
    return saved


def _profiles(writer: SourceKeeper, ready: Ready, sign_ins: SignInKeeper) -> None:
    profiles = [one.profile for one in ready.profiles]
    numbers = writer.add_profiles(profiles, [one.group for one in ready.profiles])
    for number, one in zip(numbers, ready.profiles, strict=True):
        sign_ins.save(number, one.credential)


def _stream(writer: SourceKeeper, column: ReadyColumn, groups: dict[str, int]) -> int:
    kind = SourceKind(column.kind)
    sources: tuple[Source, ...] = ()
    reaches: tuple[Reach, ...] = ()
    if kind is SourceKind.FEED:
        network = column.network or "rss"
        sources = tuple(Source(network, kind, 0, address) for address in column.feeds)
    else:
        reaches = (Reach(kind, groups.get(column.group, 0), column.network, column.term),)
    stream = Stream(0, column.title, sources, column.query, column.urgent, reaches)
    return writer.save_stream(stream)


def _board(board: ReadyBoard, streams: dict[tuple[str, int], int]) -> Board:
    columns = tuple(
        Column(0, streams[board.name, place], one.title) for place, one in enumerate(board.columns)
    )
    return Board(0, board.name, columns)
