"""What every shelf can do."""

from pathlib import Path
from typing import BinaryIO, Protocol


class Shelf(Protocol):
    """Keeps files by their SHA-256, encrypted; what is on it is never changed."""

    def put(self, path: Path) -> str:
        """Takes a copy of a file; returns its SHA-256 in hexadecimal. Raises `WorldError`."""

    def has(self, sha256: str) -> bool:
        """Returns whether a file is here whole."""

    def open(self, sha256: str) -> BinaryIO:
        """Opens a file for reading. Raises `WorldError`, also where it is not here."""

    def close(self) -> None:
        """Lets go of the shelf."""
