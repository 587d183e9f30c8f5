"""A table somebody brings along: how its bytes are read, and what its columns are."""

import csv
import io
from collections.abc import Sequence
from enum import StrEnum

from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass
from controlroom.model.query.fold import fold

MOST_BYTES, MOST_ROWS, MOST_CELL = 4_000_000, 2_000, 20_000


class TableUnreadable(WorldError):
    sentence = "This file is no table that can be read."
    remedy = "CSV files in UTF-8 are taken, as spreadsheets and other planners save them."


class TableTooLarge(WorldError):
    sentence = "This table is too large: at most {rows} lines and {size} MB are taken at once."
    remedy = "Split it into several files."


class Column(StrEnum):
    """What a column holds."""

    WHEN = "when"
    """Day and hour together."""
    DAY = "day"
    HOUR = "hour"
    TEXT = "text"
    LINK = "link"
    PROFILES = "profiles"
    TITLE = "title"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read.

    Attributes:
        columns: what each column holds, None for one that is passed over.
        rows: the number of the line each began in, from 1, and its cells.
        has_head: its first line named the columns.
        guessed: its bytes were no UTF-8; they were read as Windows writes them in the west.
    """

    columns: tuple[Column | None, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    has_head: bool
    guessed: bool = False


# Folded, as spreadsheets of the force and exports of other planners call them.
_NAMES = {
    Column.WHEN: ("when", "date and time", "datetime", "date time", "scheduled", "scheduled time",
                  "publish date", "post date", "posting time", "date et heure", "horodatage"),
    Column.DAY: ("date", "day", "jour"),
    Column.HOUR: ("time", "hour", "heure"),
    Column.TEXT: ("text", "message", "post", "content", "caption", "texte", "publication"),
    Column.LINK: ("link", "url", "lien"),
    Column.PROFILES: ("profiles", "profile", "accounts", "account", "social account", "networks",
                      "profils", "profil", "comptes", "compte"),
    Column.TITLE: ("title", "name", "campaign", "titre", "nom"),
    Column.KIND: ("kind", "type", "category", "genre", "categorie"),
}  # fmt: skip
_BY_NAME = {name: column for column, names in _NAMES.items() for name in names}
_HOOTSUITE = (Column.WHEN, Column.TEXT, Column.LINK)
"""Hootsuite's bulk composer: no head; day and hour, message, link (sources of 2013 to 2016)."""


def read_table(raw: bytes) -> Table:
    """Returns a table, of whichever layout. Raises `TableUnreadable`, `TableTooLarge`."""
    if len(raw) > MOST_BYTES:
        raise TableTooLarge(rows=MOST_ROWS, size=MOST_BYTES // 1_000_000)
    text, guessed = _decoded(raw)
    rows = _rows(text)
    head = _head(rows[0][1])
    if head is not None:
        return Table(head, tuple(rows[1:]), has_head=True, guessed=guessed)
    width = max(len(cells) for _, cells in rows)
    if width < len(_HOOTSUITE) - 1:
        raise TableUnreadable
    columns = (*_HOOTSUITE, *(None for _ in range(width)))[:width]
    return Table(columns, tuple(rows), has_head=False, guessed=guessed)


def _decoded(raw: bytes) -> tuple[str, bool]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16"), False
        except UnicodeDecodeError as error:
            raise TableUnreadable from error
    if b"\0" in raw:
        raise TableUnreadable
    try:
        return raw.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace"), True


def _rows(text: str) -> list[tuple[int, tuple[str, ...]]]:
    found, line = [], 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in reader:
            kept = tuple(cell.strip() for cell in cells)
            if any(kept):
                found.append((line, kept))
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableUnreadable from error
    if not found or any(len(cell) > MOST_CELL for _, cells in found for cell in cells):
        raise TableUnreadable
    if len(found) > MOST_ROWS:
        raise TableTooLarge(rows=MOST_ROWS, size=MOST_BYTES // 1_000_000)
    return found


def _delimiter(text: str) -> str:
    """Returns what parts the first line into most columns; a comma where nothing does."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    widths = {one: len(next(csv.reader([first], delimiter=one), ())) for one in ",;\t"}
    return max(widths, key=lambda one: widths[one])


def _head(cells: Sequence[str]) -> tuple[Column | None, ...] | None:
    """Returns what the columns hold if this line names them."""
    columns = tuple(_BY_NAME.get(" ".join(fold(cell).replace("_", " ").split())) for cell in cells)
    named = [column for column in columns if column is not None]
    if len(named) != len(set(named)) or Column.TEXT not in named:
        return None
    return columns if {Column.WHEN, Column.DAY} & set(named) else None
