"""What every shelf can do."""

from pathlib import Path
from typing import BinaryIO, Protocol

from controlroom.model.errors import WorldError

CHUNK = 256 * 1024
"""Bytes that are kept, read and sent together."""
MOST_FILE = 2 * 1024**3
"""Bytes of the largest file a shelf takes: more than any network does (limits of August 2026)."""


class NotOnShelf(WorldError):
    sentence = "A photo or clip of this draft is not on this computer, nor with the team."
    remedy = "Attach it again."


class FileTooBig(WorldError):
    sentence = "{name} is too large: {size} MB of at most {most}."
    remedy = "Cut it, or make a smaller copy first."


class FileUnreadable(WorldError):
    sentence = "{name} cannot be read."
    remedy = "Copy it to this computer and attach the copy."


class Shelf(Protocol):
    """Keeps files by their SHA-256, encrypted; what is on it is never changed."""

    def put(self, path: Path) -> str:
        """Takes a copy of a file; returns its SHA-256 in hexadecimal.

        Raises `FileUnreadable`, `FileTooBig`, and what writing raises.
        """

    def take(self, file: BinaryIO) -> str:
        """Takes a copy of what a file has from here on, as `put`."""

    def has(self, sha256: str) -> bool:
        """Returns whether a file is here whole."""

    def open(self, sha256: str) -> BinaryIO:
        """Opens a file for reading. Raises `NotOnShelf`, and what reading raises."""

    def close(self) -> None:
        """Lets go of the shelf."""
