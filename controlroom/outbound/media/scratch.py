"""Files that only an open handle leads to: nothing is left of them, whatever ends."""

import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Self, cast

from controlroom.outbound.media.orders import Place

_NAMED = os.name == "nt"
_CHUNK = 1 << 20


class Scratch:
    """A file for one piece of work.

    Where a system cannot hand an open file on, it has a name for as long as it is open.

    Args:
        folder: on the disk of the data folder, open to its owner only.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made: IO[bytes] = tempfile.NamedTemporaryFile(dir=folder, delete=_NAMED)  # noqa: SIM115
        self._made = made
        if not _NAMED:
            Path(made.name).unlink()

    @property
    def file(self) -> BinaryIO:
        """The open file."""
        return cast("BinaryIO", self._made)

    @property
    def place(self) -> Place:
        """How another process opens it."""
        return self._made.name if _NAMED else self._made.fileno()

    def fill(self, source: BinaryIO) -> None:
        """Copies a file into it."""
        while chunk := source.read(_CHUNK):
            self._made.write(chunk)
        self._made.flush()

    def rewind(self) -> None:
        """Goes to its beginning; another process reads from where the handle stands."""
        self._made.seek(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._made.close()
