"""What statements are run on: SQLAlchemy's connection where something is written, a bare one else.

Reading needs nothing of SQLAlchemy but would pay for it: loading it takes longer than everything
else between the start of the desk and its first posts. Who only reads is therefore written against
these two faces, which both kinds of connection have.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol


class Rows(Protocol):
    """What a statement has found. Each row is a tuple."""

    def __iter__(self) -> Iterator[Any]: ...

    def all(self) -> Sequence[Any]:
        """Returns every row."""

    def first(self) -> Any:
        """Returns the first row, None if there is none; the others are given up."""

    def one(self) -> Any:
        """Returns the only row."""

    def one_or_none(self) -> Any:
        """Returns the only row, None if there is none."""

    def scalar(self) -> Any:
        """Returns the first value of the first row, None if there is none."""

    def scalar_one(self) -> Any:
        """Returns the first value of the only row."""

    def scalar_one_or_none(self) -> Any:
        """Returns the first value of the only row, None if there is none."""

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""


class Connection(Protocol):
    """An open transaction."""

    def exec_driver_sql(self, statement: str, parameters: Any = None, /) -> Rows:
        """Runs a statement with values for its marks: one tuple, or where it writes a list."""
