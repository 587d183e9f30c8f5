"""Words, facets and dates as one query, and back."""

from datetime import UTC, datetime

import pytest

from controlroom.model.query.parse import parse
from controlroom.model.query.printer import print_query
from controlroom.ui.review.diff import changes
from controlroom.ui.review.narrowing import Group, Narrowing, narrowed, taken_apart
from controlroom.ui.review.stretch import Stretch, between, whole

MAY = datetime(2026, 5, 6, tzinfo=UTC)
JUNE = datetime(2026, 6, 6, tzinfo=UTC)


def test_facets_of_a_group_are_any_and_groups_are_all() -> None:
    presses = frozenset(
        {(Group.NETWORK, "x"), (Group.NETWORK, "bluesky"), (Group.MARKED, "edited")}
    )
    node = narrowed(parse("van OR bus"), Narrowing(presses, MAY, JUNE))
    said = "(van OR bus) (network:bluesky OR network:x) is:edited since:2026-05-06 until:2026-06-06"
    assert print_query(node) == said
    assert parse(said) == node


@pytest.mark.parametrize(
    "query",
    [
        "",
        "van",
        "van network:x",
        "(van OR bus) (network:x OR network:bluesky) is:edited has:image since:2026-05-06",
        "network:x network:bluesky",
        "-network:x lang:pl",
        "network:x OR van",
        "is:edited OR is:comment",
        "is:edited is:comment from:a profile:b",
        "has:poll until:2026-05-06",
        "stream:Mentions",
    ],
)
def test_a_query_taken_apart_and_put_together_asks_the_same(query: str) -> None:
    node = parse(query)
    again = narrowed(*taken_apart(node))
    assert _parts(print_query(again)) == _parts(print_query(node))
    assert parse(print_query(again)) == again


def _parts(text: str) -> list[str]:
    return sorted(text.replace("(", " ").replace(")", " ").split())


def test_the_tighter_of_two_bounds_holds() -> None:
    node = narrowed(parse("van since:2026-05-20"), Narrowing(since=MAY, until=JUNE))
    assert print_query(node) == "van since:2026-05-20 until:2026-06-06"
    node = narrowed(parse("van since:2026-05-01"), Narrowing(since=MAY))
    assert print_query(node) == "van since:2026-05-06"


def test_a_stretch_is_never_empty_and_never_leaves_its_histogram() -> None:
    one = Stretch(2, 5, 10)
    assert one.with_first(9) == Stretch(4, 5, 10)
    assert one.with_last(0) == Stretch(2, 3, 10)
    assert one.moved(-7) == Stretch(0, 3, 10)
    assert one.moved(70) == Stretch(7, 10, 10)
    assert between(8, -3, 10) == Stretch(0, 9, 10)
    assert whole(0).is_whole()


def test_a_change_is_told_by_the_word() -> None:
    gone, new = changes("Three lads went home", "Two lads went off home")
    assert [("Three lads went home")[one.start : one.end] for one in gone] == ["Three"]
    found = ["Two lads went off home"[one.start : one.end].strip() for one in new]
    assert found == ["Two", "off"]
    assert changes("same", "same") == ([], [])
    gone, new = changes("", "x")
    assert (gone, [tuple(one) for one in new]) == ([], [(0, 1)])
