"""How far each source has been read, and its gaps."""

from datetime import datetime
from typing import Any

from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source, SourceKind
from controlroom.store.cache.times import from_ms, to_ms
from controlroom.store.connection import Connection
from controlroom.store.database import Database

_STATE = "id, network, kind, profile, term, mark, from_ms, to_ms, trouble"
_SAVE_STATE = """
INSERT INTO source_state (network, kind, profile, term, mark, from_ms, to_ms, trouble)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET mark = excluded.mark, from_ms = excluded.from_ms,
    to_ms = excluded.to_ms, trouble = excluded.trouble
RETURNING id
"""
_GAP = "source_id, begins_ms, cause, found_ms, id, ends_ms, older, mark, filled_ms, lost"
_SAVE_GAP = """
INSERT INTO gap (source_id, begins_ms, cause, found_ms, id, ends_ms, older, mark, filled_ms, lost)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET begins_ms = excluded.begins_ms, cause = excluded.cause,
    ends_ms = excluded.ends_ms, older = excluded.older, mark = excluded.mark,
    filled_ms = excluded.filled_ms, lost = excluded.lost
"""


class StateList:
    """Reads states and gaps; works on a database opened only for reading."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def states(self) -> list[SourceState]:
        """Returns how every source stands that was ever tried."""
        with self.database.read() as connection:
            rows = connection.exec_driver_sql(f"SELECT {_STATE} FROM source_state ORDER BY id")
            return [_state(row) for row in rows]

    def state(self, source: Source) -> SourceState:
        """Returns how this source stands; a new state with id 0 if it was never tried."""
        with self.database.read() as connection:
            row = connection.exec_driver_sql(
                f"SELECT {_STATE} FROM source_state"
                " WHERE network = ? AND kind = ? AND profile = ? AND term = ?",
                _key(source),
            ).first()
        return _state(row) if row else SourceState(source)

    def gaps(self, source: int | None = None, *, standing: bool = False) -> list[Gap]:
        """Returns gaps, oldest first.

        Args:
            source: id of the state they belong to; None for all.
            standing: leave out those that were filled.
        """
        wanted = "WHERE (?1 IS NULL OR source_id = ?1)"
        wanted += " AND filled_ms IS NULL" if standing else ""
        with self.database.read() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT {_GAP} FROM gap {wanted} ORDER BY begins_ms, id", (source,)
            )
            return [_gap(row) for row in rows]


class StateKeeper(StateList):
    """The same with saving."""

    def save_state(self, state: SourceState, *gaps: Gap) -> int:
        """Saves a state together with gaps of it, all or nothing; returns the state's id.

        A gap with source 0 is taken to be of this state, one with id 0 is new.
        """
        with self.database.write() as connection:
            row = (*_key(state.source), state.mark, _ms(state.complete_from),
                   _ms(state.complete_to), state.trouble or "")  # fmt: skip
            saved: int = connection.exec_driver_sql(_SAVE_STATE, row).scalar_one()
            for gap in gaps:
                _save_gap(connection, gap, saved)
        return saved


def _save_gap(connection: Connection, gap: Gap, source: int) -> None:
    row = (gap.source or source, to_ms(gap.begins), gap.cause, to_ms(gap.found_at),
           gap.id or None, _ms(gap.ends), gap.older, gap.mark, _ms(gap.filled_at),
           gap.lost)  # fmt: skip
    connection.exec_driver_sql(_SAVE_GAP, row)


def _key(source: Source) -> tuple[str, str, int, str]:
    return source.network, source.kind, source.profile, source.term


def _state(row: Any) -> SourceState:
    number, network, kind, profile, term, mark, begins, ends, trouble = row
    return SourceState(
        source=Source(network, SourceKind(kind), profile, term),
        id=number,
        mark=mark,
        complete_from=_moment(begins),
        complete_to=_moment(ends),
        trouble=GapCause(trouble) if trouble else None,
    )


def _gap(row: Any) -> Gap:
    source, begins, cause, found, number, ends, older, mark, filled, lost = row
    return Gap(
        source=source,
        begins=from_ms(begins),
        cause=GapCause(cause),
        found_at=from_ms(found),
        id=number,
        ends=_moment(ends),
        older=older,
        mark=mark,
        filled_at=_moment(filled),
        lost=bool(lost),
    )


def _ms(moment: datetime | None) -> int | None:
    return None if moment is None else to_ms(moment)


def _moment(ms: int | None) -> datetime | None:
    return None if ms is None else from_ms(ms)
