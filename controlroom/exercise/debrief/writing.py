"""Writes a debrief into a folder."""

from collections.abc import Collection
from pathlib import Path

from controlroom.exercise.debrief.figures import debrief_of
from controlroom.exercise.debrief.page import page_of
from controlroom.exercise.debrief.table import table_of
from controlroom.exercise.debrief.words import speaker
from controlroom.exercise.director import Director

PAGE, TABLE = "debrief.html", "debrief.csv"


def write_debrief(
    director: Director, folder: Path, language: str = "en", found: Collection[int] = ()
) -> tuple[Path, Path]:
    """Writes page and table; returns where they are. Raises OSError.

    Args:
        found: numbers of planted posts that the desk marked as tips without answering them.
    """
    debrief, say = debrief_of(director, found), speaker(language)
    folder.mkdir(parents=True, exist_ok=True)
    page, table = folder / PAGE, folder / TABLE
    page.write_text(page_of(debrief, say, language), "utf-8")
    # A spreadsheet takes a table without this mark for another encoding.
    table.write_bytes(table_of(debrief, say).encode("utf-8-sig"))
    return page, table
