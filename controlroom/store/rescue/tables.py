"""From the tables of a damaged file into those of a fresh one."""

from contextlib import closing
from pathlib import Path
from typing import Any

from controlroom.store.database import connect
from controlroom.store.rescue.source import Row, Source
from controlroom.store.rescue.walk import Shape, Walk

_AT_ONCE = 1000
_TABLES = """
SELECT name, wr FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND name <> 'migration'
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
"""
_INDEXES = """
SELECT name FROM pragma_index_list(?) WHERE NOT partial AND origin IN ('c', 'u') ORDER BY seq
"""
_COUNTERS = """
UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?
"""

Lost = dict[str, int | None]
"""Rows lost from each table; None where some are and nobody can tell how many."""


def save_tables(source: Source, target: Path, key: bytes) -> Lost:
    """Copies every readable row into the tables of `target`, which are empty."""
    with closing(connect(target, key, write=True)) as written:
        written.execute("PRAGMA synchronous = OFF")
        lost = {
            name: _save_table(source, written, _shape(source, written, name, keyed=bool(keyed)))
            for name, keyed in written.execute(_TABLES).fetchall()
        }
        _save_counters(source, written)
        written.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return lost


class _Sink:
    """Writes rows in transactions of a thousand; a row already there is left alone."""

    def __init__(self, written: Any, shape: Shape) -> None:
        self._written = written
        self._rows: list[Row] = []
        columns = ", ".join(f'"{column}"' for column in shape.columns)
        marks = ", ".join("?" * len(shape.columns))
        self._statement = f'INSERT OR IGNORE INTO "{shape.name}" ({columns}) VALUES ({marks})'

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        self._written.execute("BEGIN IMMEDIATE")
        self._written.executemany(self._statement, self._rows)
        self._written.execute("COMMIT")
        self._rows.clear()


def _save_table(source: Source, written: Any, shape: Shape) -> int | None:
    sink = _Sink(written, shape)
    walk = Walk(source, shape, sink.add)
    walk.run()
    sink.flush()
    if walk.complete:
        return 0
    saved = written.execute(f'SELECT count(*) FROM "{shape.name}"').fetchone()[0]
    was = _counted_by_index(source, written, shape)
    return None if was is None else max(0, was - saved)


def _counted_by_index(source: Source, written: Any, shape: Shape) -> int | None:
    for (index,) in written.execute(_INDEXES, (shape.name,)).fetchall():
        counted = source.all(f'SELECT count(*) FROM "{shape.name}" INDEXED BY "{index}"')
        if counted:
            return int(counted[0][0])
    return None


def _shape(source: Source, written: Any, name: str, *, keyed: bool) -> Shape:
    told = written.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
    there = source.all("SELECT name FROM pragma_table_info(?)", name) or []
    known = {column for (column,) in there}
    columns = tuple(column for column, _ in told if column in known) or tuple(c for c, _ in told)
    primary = [column for column, place in sorted(told, key=lambda pair: pair[1]) if place]
    plain = len(primary) == 1 and keyed
    if keyed:
        return Shape(name, columns, f'"{primary[0]}"', unique=plain)
    return Shape(name, _with_rowid(written, name, columns, primary), "rowid", unique=True)


def _with_rowid(
    written: Any, name: str, columns: tuple[str, ...], primary: list[str]
) -> tuple[str, ...]:
    """Keeps the number of a row whose table does not name it."""
    sql = "SELECT 1 FROM pragma_table_info(?) WHERE pk = 1 AND type = 'INTEGER'"
    named = len(primary) == 1 and written.execute(sql, (name,)).fetchone()
    return columns if named else ("rowid", *columns)


def _save_counters(source: Source, written: Any) -> None:
    """Takes over the numbers that were given out, so that none is given out twice."""
    counters = source.all("SELECT name, seq FROM sqlite_sequence") or []
    written.execute("BEGIN IMMEDIATE")
    for name, given in counters:
        if not written.execute(_COUNTERS, (given, name)).rowcount:
            written.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, given))
    written.execute("COMMIT")
