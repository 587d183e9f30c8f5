"""Which boards are shared with the team, as they stand on this desk."""

from controlroom.model.decoding import decoder
from controlroom.model.frozen import dataclass
from controlroom.store.connection import Connection

_ALL = "SELECT key, board_id, seq, missing FROM shared_board ORDER BY key"
_MISSING = decoder(frozenset[str])


@dataclass(frozen=True, slots=True)
class SharedBoard:
    """A board of this desk that is one of the team's.

    Attributes:
        key: what names it in the record.
        board: its id here, which may be closed.
        seq: the entry it was taken over from, 0 until the record has it.
        missing: names of streams it has columns of that this desk did not know then.
    """

    key: str
    board: int
    seq: int = 0
    missing: frozenset[str] = frozenset()


def shared_boards(connection: Connection) -> list[SharedBoard]:
    """Returns all of them."""
    rows = connection.exec_driver_sql(_ALL)
    return [SharedBoard(key, board, seq, _MISSING.decode(names)) for key, board, seq, names in rows]
