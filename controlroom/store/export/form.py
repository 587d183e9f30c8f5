"""What a form of export has to be able to do."""

from enum import StrEnum
from typing import Protocol

from controlroom.store.export.hit import About, Hit


class Form(StrEnum):
    """What kind of file is written; the value is its ending."""

    CSV = "csv"
    JSON = "json"
    HTML = "html"


class Writer(Protocol):
    """Turns hits into text, one after the other, so that no export has to fit into memory."""

    def begin(self, about: About) -> str:
        """Returns what stands before the first hit."""

    def hit(self, one: Hit) -> str:
        """Returns a hit."""

    def end(self, posts: int) -> str:
        """Returns what stands behind the last of so many hits."""
