"""The numbers of a list: of millions of entries few are held."""

from datetime import UTC, datetime

from controlroom.model.journal import Entry
from controlroom.ui.journal.stock import MOST_LINES, Stock

AT = datetime(2026, 11, 22, tzinfo=UTC)


def line(seq: int) -> Entry:
    return Entry(seq, AT, "1", "a.b", "a/1", None, bytes(32), bytes(32), bytes(32))


def test_the_whole_record_is_rows_without_a_search() -> None:
    stock = Stock()
    stock.begin_whole(1_000_000)
    assert (stock.count(), stock.whole) == (1_000_000, True)
    assert [stock.number(row) for row in (0, 1, 999_999, 1_000_000, -1)] == [
        1_000_000, 999_999, 1, 0, 0,
    ]  # fmt: skip
    assert [stock.row(number) for number in (1_000_000, 1, 0, 1_000_001)] == [0, 999_999, -1, -1]
    assert stock.missing(-3, 2) == [1_000_000, 999_999, 999_998]


def test_a_search_grows_at_both_ends() -> None:
    stock = Stock()
    stock.begin_search(500)
    assert (stock.count(), stock.whole, stock.reached) == (0, False, 501)
    stock.add_older([line(480), line(77)], 70)
    assert stock.add_newer([line(501), line(503)]) == 2
    stock.add_older([line(3)], 1)
    assert stock.whole
    assert [stock.number(row) for row in range(6)] == [503, 501, 480, 77, 3, 0]
    assert stock.row(77) == 3
    assert stock.row(78) == -1


def test_what_the_search_will_find_itself_does_not_come_twice() -> None:
    stock = Stock()
    stock.begin_search(500)
    assert stock.add_newer([line(499), line(500)]) == 0
    stock.add_older([line(500), line(499)], 1)
    assert stock.count() == 2
    stock.begin_whole(500)
    assert stock.add_newer([line(500), line(501)]) == 1
    assert stock.count() == 501


def test_only_so_many_entries_are_held_and_those_looked_at_stay() -> None:
    stock = Stock()
    stock.begin_whole(10_000)
    stock.keep([line(1)])
    for number in range(2, MOST_LINES + 500):
        stock.keep([line(number)])
        stock.line(1)
    assert stock.line(1) is not None
    assert stock.line(2) is None
    assert len(stock.missing(0, 9_999)) == 10_000 - MOST_LINES


def test_an_empty_record_has_no_row() -> None:
    stock = Stock()
    stock.begin_whole(0)
    assert (stock.count(), stock.number(0), stock.row(0)) == (0, 0, -1)
    assert stock.add_newer([line(1)]) == 1
    stock.begin_search(0)
    assert stock.whole
