"""`desk.db`: what one person arranged, read and began to write. The desk is its one writer.

Every method is one transaction, on the disk when it returns (`synchronous=FULL`, a few
milliseconds). Raises what `Database` raises; nothing is changed then. What writes is imported where
something is written: SQLAlchemy comes with it, and reading needs none.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Self

from controlroom.model import clock
from controlroom.model.board import Board, Column
from controlroom.store.cache.times import to_ms
from controlroom.store.database import Database
from controlroom.store.desk import boards, looked, notes, reading, shared, sides
from controlroom.store.desk.looked import Looked
from controlroom.store.desk.notes import SavedSearch, UnsentDraft
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.shared import SharedBoard
from controlroom.store.desk.sides import Side


class DeskStore:
    """The open `desk.db`."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, folder: Path, key: bytes) -> Self:
        """Opens, makes or migrates the file in `folder`; `key` is 32 bytes."""
        return cls(Database.open(folder, DESK, key, write=True))

    def close(self) -> None:
        """Closes the file."""
        self.database.close()

    def boards(self) -> list[Board]:
        """Returns the open boards with their open columns, both in order."""
        with self.database.read() as connection:
            return boards.boards(connection)

    def has_had_boards(self) -> bool:
        """Returns whether there was ever a board, open or closed since."""
        with self.database.read() as connection:
            return bool(connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM board)").scalar())

    def save_board(self, changed: Board) -> Board:
        """Writes a board with its columns in order; id 0 is new. Returns it with its ids.

        A board not seen before comes last. A column no longer named is closed, not lost.
        """
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            return boards.save(connection, changed, _now_ms())

    def keep_column(self, column: Column) -> None:
        """Writes a column that has changed, one row; a column that is not there stays away."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.keep_column(connection, column)

    def close_board(self, number: int) -> None:
        """Hides a board; `reopen_board` brings it back to its place."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.close_board(connection, number, _now_ms())

    def reopen_board(self, number: int) -> None:
        """Shows a closed board again, where it was."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.reopen_board(connection, number)

    def remove_board(self, number: int) -> None:
        """Forgets a board, its columns and their read lines for good."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.remove_board(connection, number)

    def move_board(self, number: int, index: int) -> None:
        """Puts a board at `index` among the open ones."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.move_board(connection, number, index)

    def close_column(self, number: int) -> None:
        """Hides a column; `reopen_column` brings it back to its place."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.close_column(connection, number, _now_ms())

    def reopen_column(self, number: int) -> None:
        """Shows a closed column again, where it was."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.reopen_column(connection, number)

    def move_column(self, number: int, to_board: int, index: int) -> None:
        """Puts a column at `index` among the open ones of a board, its own or another."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.move_column(connection, number, to_board, index)

    def forget_closed(self, before: datetime) -> None:
        """Forgets for good the boards and columns closed before a moment."""
        from controlroom.store.desk.keeping import boards

        with self.database.write() as connection:
            boards.forget_closed(connection, to_ms(before))

    def save_side(self, one: Side) -> None:
        """Remembers what stands in a window of its own, and where, on one set of screens."""
        from controlroom.store.desk.keeping import sides

        with self.database.write() as connection:
            sides.save(connection, one)

    def sides(self, screens: str) -> list[Side]:
        """Returns what was in a window of its own on a set of screens, out now or not."""
        with self.database.read() as connection:
            return sides.of_screens(connection, screens)

    def save_shared(self, one: SharedBoard) -> None:
        """Remembers that a board is one of the team's, and where it was taken over from."""
        from controlroom.store.desk.keeping import shared

        with self.database.write() as connection:
            shared.save(connection, one)

    def forget_shared(self, key: str) -> None:
        """Forgets that a board was the team's; it stays as this person's own."""
        from controlroom.store.desk.keeping import shared

        with self.database.write() as connection:
            shared.forget(connection, key)

    def shared_boards(self) -> list[SharedBoard]:
        """Returns which boards are the team's, closed ones too."""
        with self.database.read() as connection:
            return shared.shared_boards(connection)

    def set_read_up_to(self, column: int, post_id: int) -> None:
        """Puts "read up to here" of a column under a post, up or down."""
        from controlroom.store.desk.keeping import marks

        with self.database.write() as connection:
            marks.set_read_up_to(connection, column, post_id)

    def read_up_to(self) -> dict[int, int]:
        """Returns for each column that has one the id of the newest post read."""
        with self.database.read() as connection:
            return reading.lines(connection)

    def mark_read(self, stream: int, posts: Iterable[int]) -> None:
        """Marks single posts of a stream as read."""
        from controlroom.store.desk.keeping import marks

        with self.database.write() as connection:
            marks.mark(connection, stream, posts)

    def mark_unread(self, stream: int, posts: Iterable[int]) -> None:
        """Takes the marks off single posts of a stream."""
        from controlroom.store.desk.keeping import marks

        with self.database.write() as connection:
            marks.unmark(connection, stream, posts)

    def read_among(self, stream: int, posts: Iterable[int]) -> frozenset[int]:
        """Returns those of the posts that are marked as read in the stream."""
        with self.database.read() as connection:
            return reading.marked(connection, stream, posts)

    def forget_marks_before(self, post_id: int) -> None:
        """Forgets the single marks of posts older than this one."""
        from controlroom.store.desk.keeping import marks

        with self.database.write() as connection:
            marks.forget_before(connection, post_id)

    def save_draft(self, unsent: UnsentDraft) -> None:
        """Writes a draft, at every letter; one that has not changed is not written again."""
        from controlroom.store.desk.keeping import notes

        with self.database.write() as connection:
            notes.save_draft(connection, unsent)

    def drafts(self) -> list[UnsentDraft]:
        """Returns all drafts, the one changed last first."""
        with self.database.read() as connection:
            return notes.drafts(connection)

    def draft(self, number: str) -> UnsentDraft | None:
        """Returns a draft, None if there is none of this id."""
        with self.database.read() as connection:
            return notes.find_draft(connection, number)

    def remove_draft(self, number: str) -> None:
        """Forgets a draft: it was sent or thrown away."""
        from controlroom.store.desk.keeping import notes

        with self.database.write() as connection:
            notes.remove_draft(connection, number)

    def looked(self) -> dict[str, Looked]:
        """Returns how colleagues' drafts were when they were looked at last, by draft."""
        with self.database.read() as connection:
            return looked.looked(connection)

    def save_looked(self, one: Looked) -> None:
        """Writes down how a draft is as it is looked at."""
        from controlroom.store.desk.keeping import looked

        with self.database.write() as connection:
            looked.save_looked(connection, one, _now_ms())

    def save_search(self, search: SavedSearch) -> None:
        """Writes a search, in place of one of the same name."""
        from controlroom.store.desk.keeping import notes

        with self.database.write() as connection:
            notes.save_search(connection, search)

    def searches(self) -> list[SavedSearch]:
        """Returns the saved searches in the order in which they were first saved."""
        with self.database.read() as connection:
            return notes.searches(connection)

    def remove_search(self, name: str) -> None:
        """Forgets a search."""
        from controlroom.store.desk.keeping import notes

        with self.database.write() as connection:
            notes.remove_search(connection, name)


def _now_ms() -> int:
    return to_ms(clock.now())
