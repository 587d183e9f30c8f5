"""Drafts from a table: every line read, every mistake named by its line, nothing taken in part."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from controlroom.model.frozen import dataclass
from controlroom.model.query.fold import fold
from controlroom.outbound.schedule.table import Column, Table
from controlroom.outbound.schedule.zones import Clocks, Meant, meant

FAR = timedelta(days=400)
SOON = timedelta(minutes=1)


class Order(StrEnum):
    """In which order days are written with slashes, dots or strokes."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Fault(StrEnum):
    """What is wrong with a line; nothing is taken over while any is."""

    NO_DATE = "no_date"
    PAST = "past"
    FAR = "far"
    NO_TEXT = "no_text"
    UNKNOWN_PROFILE = "unknown_profile"
    NO_PROFILE = "no_profile"
    NO_LINK = "no_link"
    TWICE = "twice"
    """The same as line `what`."""
    TOO_MANY_CELLS = "too_many_cells"
    """An unquoted separator in a text, as a rule."""


class Note(StrEnum):
    """What somebody should know of a line that is taken over."""

    SKIPPED = "skipped"
    """The clocks go forward: it was moved."""
    AGAIN = "again"
    """The hour is there twice: the first is taken."""


@dataclass(frozen=True, slots=True)
class LineFault:
    """A mistake in a line; `what` is the cell's text, or what it is compared with."""

    line: int
    fault: Fault
    column: Column | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One draft of a table.

    Attributes:
        targets: profile keys.
        text: with the link at its end where that has a column of its own.
    """

    line: int
    at: datetime
    text: str
    targets: tuple[str, ...]
    title: str = ""
    kind: str = ""
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """A table as it would be taken over.

    Attributes:
        lines: those without a mistake.
        order: how its days were read.
        unsure: nothing in the table tells days from months: a person has to say.
    """

    lines: tuple[Line, ...]
    faults: tuple[LineFault, ...]
    order: Order
    unsure: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What the lines are read with.

    Attributes:
        zone: in which the hours are meant.
        now: aware.
        profiles: keys by every name a profile may be called by, folded; several for one name.
        targets: for lines without profiles of their own.
        kinds: the kinds of drafts there are; others are left out.
        order: how days are written, None to find out.
    """

    zone: ZoneInfo
    now: datetime
    profiles: Mapping[str, tuple[str, ...]]
    targets: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    order: Order | None = None


def bring(table: Table, around: Around) -> Brought:
    """Returns what a table says."""
    found = around.order or _order(table)
    order = found or Order.DAY_FIRST
    lines: list[Line] = []
    faults: list[LineFault] = []
    seen: dict[tuple[datetime, str, tuple[str, ...]], int] = {}
    for number, cells in table.rows:
        read = _line(number, _named(table, cells), around, order)
        wrong = [*_overflow(table, number, cells), *read.faults]
        if read.line is not None:
            same = seen.setdefault((read.line.at, read.line.text, read.line.targets), number)
            if same != number:
                wrong.append(LineFault(number, Fault.TWICE, None, str(same)))
            elif not wrong:
                lines.append(read.line)
        faults += wrong
    unsure = found is None and any(_parts(_when_cells(table, cells)) for _, cells in table.rows)
    return Brought(tuple(lines), tuple(faults), order, unsure)


@dataclass(frozen=True, slots=True)
class _Read:
    line: Line | None
    faults: tuple[LineFault, ...]


_Cells = Mapping[Column, str]


def _line(number: int, cells: _Cells, around: Around, order: Order) -> _Read:
    faults: list[LineFault] = []

    def wrong(fault: Fault, column: Column, what: str = "") -> None:
        faults.append(LineFault(number, fault, column, what[:80]))

    at = _at(cells, around, order, wrong)
    text = _text(cells, wrong)
    targets = _targets(cells, around, wrong)
    if faults or at is None:
        return _Read(None, tuple(faults))
    kind = cells.get(Column.KIND, "")
    line = Line(
        number,
        at.at,
        text,
        targets,
        cells.get(Column.TITLE, "") or text.splitlines()[0][:60],
        kind if kind in around.kinds else "",
        {Clocks.SKIPPED: Note.SKIPPED, Clocks.TWICE: Note.AGAIN}.get(at.clocks),
    )
    return _Read(line, ())


_Wrong = Callable[..., None]


def _at(cells: _Cells, around: Around, order: Order, wrong: _Wrong) -> Meant | None:
    told = cells.get(Column.WHEN) or f"{cells.get(Column.DAY, '')} {cells.get(Column.HOUR, '')}"
    column = Column.WHEN if Column.WHEN in cells else Column.DAY
    wall = _wall(told, order)
    if wall is None:
        wrong(Fault.NO_DATE, column, told.strip())
        return None
    at = meant(wall, around.zone)
    if at.at < around.now + SOON:
        wrong(Fault.PAST, column, told.strip())
    if at.at > around.now + FAR:
        wrong(Fault.FAR, column, told.strip())
    return at


def _text(cells: _Cells, wrong: _Wrong) -> str:
    text, link = cells.get(Column.TEXT, ""), cells.get(Column.LINK, "")
    if link and not re.fullmatch(r"https?://[^\s<>\"]{3,}", link):
        wrong(Fault.NO_LINK, Column.LINK, link)
    if not text and not link:
        wrong(Fault.NO_TEXT, Column.TEXT)
    return text if not link or link in text else f"{text} {link}".strip()


def _targets(cells: _Cells, around: Around, wrong: _Wrong) -> tuple[str, ...]:
    told = [name.strip() for name in re.split(r"[;|\n]", cells.get(Column.PROFILES, ""))]
    found: list[str] = []
    for name in filter(None, told):
        keys = around.profiles.get(fold(name).strip())
        if keys is None and "," in name:
            parts = [fold(part).strip() for part in name.split(",")]
            keys = tuple(key for part in parts for key in around.profiles.get(part, ()))
            keys = keys if all(part in around.profiles for part in parts) else None
        if keys is None:
            wrong(Fault.UNKNOWN_PROFILE, Column.PROFILES, name)
        found += keys or ()
    if not any(told) and not around.targets:
        wrong(Fault.NO_PROFILE, Column.PROFILES)
    return tuple(dict.fromkeys(found)) if any(told) else around.targets


def _named(table: Table, cells: Sequence[str]) -> _Cells:
    pairs = zip(table.columns, cells, strict=False)
    return {column: cell for column, cell in pairs if column is not None}


def _overflow(table: Table, number: int, cells: Sequence[str]) -> Iterator[LineFault]:
    beyond = [cell for cell in cells[len(table.columns) :] if cell]
    if not table.has_head:
        pairs = zip(table.columns, cells, strict=False)
        beyond += [cell for column, cell in pairs if column is None and cell]
    if beyond:
        yield LineFault(number, Fault.TOO_MANY_CELLS, None, beyond[0][:80])


_DAY = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
_HOUR = re.compile(r"(\d{1,2})[:h.](\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?", re.IGNORECASE)


def _order(table: Table) -> Order | None:
    """Returns how days are written, None if nothing tells."""
    first = second = 0
    for _, cells in table.rows:
        if parts := _parts(_when_cells(table, cells)):
            first, second = max(first, parts[0]), max(second, parts[1])
    if (first > 12) == (second > 12):
        return None
    return Order.DAY_FIRST if first > 12 else Order.MONTH_FIRST


def _when_cells(table: Table, cells: Sequence[str]) -> str:
    named = _named(table, cells)
    return named.get(Column.WHEN) or named.get(Column.DAY, "")


def _parts(told: str) -> tuple[int, int] | None:
    """Returns the first two numbers of a day that does not begin with its year."""
    found = _DAY.match(told.strip())
    if found is None or len(found[1]) == 4:
        return None
    return int(found[1]), int(found[2])


def _wall(told: str, order: Order) -> datetime | None:
    day = _DAY.match(told.strip())
    if day is None:
        return None
    hour = _HOUR.fullmatch(told.strip()[day.end() :].strip(" T\t,"))
    if hour is None:
        return None
    try:
        return datetime.combine(_date(day, order), _time(hour))
    except ValueError:
        return None


def _date(day: re.Match[str], order: Order) -> date:
    one, two, three = (int(part) for part in day.groups())
    if len(day[1]) == 4:
        return date(one, two, three)
    year = three + 2000 if len(day[3]) == 2 else three
    return date(year, two, one) if order is Order.DAY_FIRST else date(year, one, two)


def _time(hour: re.Match[str]) -> time:
    hours, minutes = int(hour[1]), int(hour[2])
    if not hour[3]:
        return time(hours, minutes)
    if not 1 <= hours <= 12:
        raise ValueError(hours)
    return time(hours % 12 + (12 if hour[3].lower().startswith("p") else 0), minutes)
