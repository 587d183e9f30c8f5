"""What is wrong in a file somebody wrote."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake.

    Attributes:
        line: from 1.
        text: one plain sentence, without a full stop.
        file: name of the file, "" for the one that was checked.
    """

    line: int
    text: str
    file: str = ""

    def __str__(self) -> str:
        return f"{self.file + ', ' if self.file else ''}line {self.line}: {self.text}."
