"""Tables of other planners come in whole, or every mistake is named by its line."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.outbound.schedule.bring import Around, Brought, Fault, Note, Order, bring
from controlroom.outbound.schedule.table import (
    Column,
    TableTooLarge,
    TableUnreadable,
    read_table,
)

NOW = datetime(2026, 5, 14, 10, tzinfo=UTC)
PROFILES = {
    "westmarchroads": ("x//7",),
    "brackenford": ("x//8", "facebook//9"),
    "smith jones": ("x//10",),
}
AROUND = Around(ZoneInfo("Europe/London"), NOW, PROFILES, ("x//1",), frozenset({"news"}))


def brought(text: str, around: Around = AROUND) -> Brought:
    return bring(read_table(text.encode()), around)


def test_hootsuites_columns_without_a_head_are_read() -> None:
    found = brought(
        '05/21/2026 14:30,"Avoid the M97, please",https://westmarch.example/m97\n'
        "05/22/2026 09:05,Thank you for your patience,\n"
    )
    assert (found.faults, found.order, found.unsure) == ((), Order.MONTH_FIRST, False)
    assert [line.text for line in found.lines] == [
        "Avoid the M97, please https://westmarch.example/m97",
        "Thank you for your patience",
    ]
    assert found.lines[0].at == datetime(2026, 5, 21, 13, 30, tzinfo=UTC)
    assert found.lines[0].targets == ("x//1",)


@pytest.mark.parametrize(
    "head",
    [
        "Date,Time,Text,Profiles,Kind",
        "date;TIME;Message;accounts;category",
        "\ufeffJour;Heure;Texte;Profils;Genre",
        "Kind\tProfile\tContent\tTime\tDate",
    ],
)
def test_named_columns_are_read_in_any_order_and_in_both_languages(head: str) -> None:
    cells = {
        "day": "2026-05-21",
        "hour": "7:30 pm",
        "text": "A",
        "profiles": "Brackenford",
        "kind": "news",
    }
    table = read_table(f"{head}\n".encode() + b"x\n")
    mark = ";" if ";" in head else "\t" if "\t" in head else ","
    row = mark.join(cells[column] for column in table.columns if column is not None)
    (line,) = brought(f"{head}\n{row}\n").lines
    assert (line.targets, line.kind) == (("x//8", "facebook//9"), "news")
    assert line.at == datetime(2026, 5, 21, 18, 30, tzinfo=UTC)


def test_every_mistake_is_named_with_its_line_and_nothing_hides_another() -> None:
    found = brought(
        "when,text,profiles,link\n"
        "21/05/2026 09:00,Good,,\n"
        "soon,,Nobody Here,ftp://x\n"
        "01/01/2020 09:00,Late,,\n"
        "21/05/2031 09:00,Far,,\n"
        "31/02/2026 09:00,No such day,,\n"
        "21/05/2026 09:00,Good,,\n"
        "22/05/2026 09:00,Too,,,many\n"
    )
    assert [(fault.line, fault.fault) for fault in found.faults] == [
        (3, Fault.NO_DATE),
        (3, Fault.NO_LINK),
        (3, Fault.UNKNOWN_PROFILE),
        (4, Fault.PAST),
        (5, Fault.FAR),
        (6, Fault.NO_DATE),
        (7, Fault.TWICE),
        (8, Fault.TOO_MANY_CELLS),
    ]
    assert [line.line for line in found.lines] == [2]
    assert found.faults[6].what == "2"


def test_lines_are_counted_as_an_editor_shows_them() -> None:
    found = brought('when,text\n"2026-05-21 09:00","two\nlines"\n\nnever,x\n')
    assert found.faults[0].line == 5


def test_days_that_could_be_months_are_asked_about_and_taken_as_told() -> None:
    text = "05/06/2026 09:00,Text,\n"
    assert brought(text).unsure
    told = Around(AROUND.zone, NOW, PROFILES, ("x//1",), order=Order.MONTH_FIRST)
    late = brought("12/06/2026 09:00,Text,\n", told)
    assert (late.unsure, late.lines[0].at.month) == (False, 12)
    assert not brought("2026-06-05 09:00,Text,\n").unsure


def test_the_hours_of_the_change_are_noted() -> None:
    found = brought("2027-03-28 01:30,Gone,\n2026-10-25 01:30,Twice,\n")
    assert [line.note for line in found.lines] == [Note.SKIPPED, Note.AGAIN]


def test_several_profiles_and_names_with_commas_are_told_apart() -> None:
    found = brought(
        'when,text,profiles\n2026-05-21 09:00,A,"@WestmarchRoads; Smith, Jones"\n'
        '2026-05-21 10:00,B,"WestmarchRoads, Brackenford"\n'
    )
    assert [line.targets for line in found.lines] == [
        ("x//7", "x//10"),
        ("x//7", "x//8", "facebook//9"),
    ]


def test_without_profiles_anywhere_each_line_says_so() -> None:
    nobody = Around(AROUND.zone, NOW, PROFILES)
    assert brought("2026-05-21 09:00,A,\n", nobody).faults[0].fault is Fault.NO_PROFILE


def test_what_windows_saves_in_the_west_is_read_and_said() -> None:
    table = read_table("2026-05-21 09:00,Où êtes-vous ?,\n".encode("cp1252"))
    assert (table.guessed, table.rows[0][1][1]) == (True, "Où êtes-vous ?")
    wide = read_table("when,text\n2026-05-21 09:00,Où\n".encode("utf-16"))
    assert (wide.guessed, wide.columns) == (False, (Column.WHEN, Column.TEXT))


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n\n", b"\x89PNG\r\n\x1a\n\0\0", b"one word", b'"never closed', b"a" * 30_000 + b",b"],
)
def test_what_is_no_table_is_said_so(raw: bytes) -> None:
    with pytest.raises(TableUnreadable):
        read_table(raw)


def test_hundreds_come_in_and_too_many_are_refused() -> None:
    rows = [
        f"2026-06-{1 + n % 28:02} {n % 24:02}:{n % 60:02},Post number {n},\n" for n in range(500)
    ]
    found = brought("".join(rows))
    assert (len(found.lines), found.faults) == (500, ())
    with pytest.raises(TableTooLarge):
        read_table(("2026-06-01 09:00,Text,\n" * 2_001).encode())


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused(raw: bytes) -> None:
    try:
        table = read_table(raw)
    except (TableUnreadable, TableTooLarge):
        return
    found = bring(table, AROUND)
    assert len(found.lines) <= len(table.rows)


def test_a_table_on_the_disk_is_read_as_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("when,text\r\n2026-05-21 09:00,Ça va\r\n", encoding="utf-8-sig", newline="")
    assert bring(read_table(path.read_bytes()), AROUND).lines[0].text == "Ça va"
