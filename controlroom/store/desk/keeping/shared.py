"""Which boards are shared with the team."""

import msgspec
from sqlalchemy import Connection, delete
from sqlalchemy.dialects.sqlite import insert

from controlroom.store.desk.keeping.tables import shared_board
from controlroom.store.desk.shared import SharedBoard


def save(connection: Connection, one: SharedBoard) -> None:
    """Writes how a shared board stands on this desk."""
    values = {
        "board_id": one.board,
        "seq": one.seq,
        "missing": msgspec.json.encode(sorted(one.missing)).decode(),
    }
    made = insert(shared_board).values(key=one.key, **values)
    connection.execute(made.on_conflict_do_update(index_elements=["key"], set_=values))


def forget(connection: Connection, key: str) -> None:
    """Forgets that a board was shared; the board stays."""
    connection.execute(delete(shared_board).where(shared_board.c.key == key))
