"""A file with hundreds of profiles: CSV, a line each, read and checked without touching anything.

Columns, in any order, named in the first line in any case: `network` and `token` are needed, the
others are not.

    network  key of the network: x, facebook, mastodon …
    host     the server, on networks that have many
    handle   needed where `token` is a password for a handle
    token    what the profile signs in with
    way      "token" (usual) or "password"
    group    name of its group
    owner    force number of the officer who answers for it
"""

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MOST_LINES = 5_000
MOST_BYTES = 5_000_000
LONGEST_CELL = 4_000
KNOWN = ("network", "host", "handle", "token", "way", "group", "owner")
NEEDED = ("network", "token")


class Wrong(StrEnum):
    """What is wrong with a line, or with the whole file."""

    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    NO_HEADING = "no_heading"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    NETWORK_UNKNOWN = "network_unknown"
    HOST_MISSING = "host_missing"
    TOKEN_MISSING = "token_missing"
    HANDLE_MISSING = "handle_missing"
    WAY_UNKNOWN = "way_unknown"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_LONG = "too_long"
    SAME_AS = "same_as"


@dataclass(frozen=True, slots=True)
class FileLine:
    """One profile of the file.

    Attributes:
        number: of the line in the file, from 1; the heading is the first.
        wrong: None if it can be used; `detail` names the word or line meant.
    """

    number: int
    network: str = ""
    host: str = ""
    handle: str = ""
    token: str = field(default="", repr=False)
    way: str = "token"
    group: str = ""
    owner: str = ""
    wrong: Wrong | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """What a file says.

    Attributes:
        wrong: what is wrong with the whole file; there are no lines then.
        unknown: columns nobody reads.
    """

    lines: tuple[FileLine, ...] = ()
    wrong: Wrong | None = None
    detail: str = ""
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What lines are checked against: networks with the ways they have, and which need a host."""

    ways: Mapping[str, Collection[str]]
    need_host: Collection[str] = ()


def read_profile_file(data: bytes, known: Known) -> ProfileFile:
    """Returns what a file says, each line with what is wrong with it."""
    if len(data) > MOST_BYTES:
        return ProfileFile(wrong=Wrong.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return ProfileFile(wrong=Wrong.NOT_TEXT, detail=str(error.start))
    if "\x00" in text:
        return ProfileFile(wrong=Wrong.NOT_TEXT)
    return _read(text, known)


def _read(text: str, known: Known) -> ProfileFile:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        heading = [cell.strip().casefold() for cell in next(reader)]
    except (StopIteration, csv.Error):
        return ProfileFile(wrong=Wrong.NO_HEADING)
    missing = [name for name in NEEDED if name not in heading]
    twice = [name for name in KNOWN if heading.count(name) > 1]
    if missing or twice:
        wrong = Wrong.COLUMN_MISSING if missing else Wrong.COLUMN_TWICE
        return ProfileFile(wrong=wrong, detail=", ".join(missing or twice))
    unknown = tuple(name for name in heading if name and name not in KNOWN)
    try:
        lines = tuple(_without_repeats(_lines(reader, heading, known)))
    except csv.Error:
        return ProfileFile(wrong=Wrong.TOO_LONG, detail=str(reader.line_num))
    if len(lines) > MOST_LINES:
        return ProfileFile(wrong=Wrong.TOO_LARGE)
    return ProfileFile(lines, unknown=unknown)


def _delimiter(text: str) -> str:
    """French spreadsheets part cells with semicolons."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _lines(reader: Iterator[list[str]], heading: list[str], known: Known) -> Iterator[FileLine]:
    for row in reader:
        number: int = reader.line_num  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(heading):
            yield FileLine(number, wrong=Wrong.TOO_MANY_CELLS)
            continue
        yield _line(number, dict(zip(heading, row, strict=False)), known)


def _line(number: int, cells: Mapping[str, str], known: Known) -> FileLine:
    said = {name: cells.get(name, "").strip() for name in KNOWN}
    line = FileLine(
        number=number,
        network=said["network"].casefold(),
        host=said["host"],
        handle=said["handle"].removeprefix("@"),
        token=said["token"],
        way=said["way"].casefold() or "token",
        group=said["group"],
        owner=said["owner"],
    )
    wrong, detail = _wrong(line, said, known)
    if wrong is None:
        return line
    return FileLine(
        number, line.network, line.host, line.handle, group=line.group, wrong=wrong, detail=detail
    )


def _wrong(line: FileLine, said: Mapping[str, str], known: Known) -> tuple[Wrong | None, str]:
    too_long = next((name for name, cell in said.items() if len(cell) > LONGEST_CELL), "")
    ways = known.ways.get(line.network)
    checks = (
        (bool(too_long), Wrong.TOO_LONG, too_long),
        (ways is None, Wrong.NETWORK_UNKNOWN, line.network[:40]),
        (line.way not in (ways or ()), Wrong.WAY_UNKNOWN, line.way[:40]),
        (line.network in known.need_host and not line.host, Wrong.HOST_MISSING, ""),
        (not line.token, Wrong.TOKEN_MISSING, ""),
        (line.way == "password" and not line.handle, Wrong.HANDLE_MISSING, ""),
    )
    return next(((wrong, detail) for holds, wrong, detail in checks if holds), (None, ""))


def _without_repeats(lines: Iterator[FileLine]) -> Iterator[FileLine]:
    """Marks lines that sign in just as an earlier one does."""
    first: dict[tuple[str, str, str], int] = {}
    for line in lines:
        key = (line.network, line.host, line.token)
        if line.wrong is None and key in first:
            detail = str(first[key])
            yield FileLine(
                line.number, line.network, line.host, line.handle, group=line.group,
                wrong=Wrong.SAME_AS, detail=detail,
            )  # fmt: skip
            continue
        if line.wrong is None:
            first[key] = line.number
        yield line
