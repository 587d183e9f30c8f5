"""What boards are made of: taken over with one's own widths, and without losing what others see."""

from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.board import Board, Column
from controlroom.model.board_shape import Part, Shape, absent_of, formed, missing_of, shape_of

NAMES = {1: "Mentions", 2: "#M97", 3: "Comments"}


def test_a_column_that_stays_keeps_its_width_and_its_place() -> None:
    mine = Board(4, "Roads", (Column(7, 1, width=400, anchor=99, offset=3), Column(8, 2)))
    theirs = Shape("Floods", (Part("Comments"), Part("#M97", "Traffic"), Part("Mentions")))
    made = formed(mine, theirs, NAMES)
    assert made == Board(4, "Floods", (
        Column(0, 3), Column(8, 2, "Traffic"), Column(7, 1, width=400, anchor=99, offset=3),
    ))  # fmt: skip


def test_another_filter_begins_at_the_newest_post_of_the_same_column() -> None:
    mine = Board(4, "Roads", (Column(7, 1, width=400, anchor=99, offset=3),))
    made = formed(mine, Shape("Roads", (Part("Mentions", filter="smoke"),)), NAMES)
    assert made.columns == (Column(7, 1, width=400, filter="smoke"),)


def test_a_search_with_another_question_is_another_column() -> None:
    mine = Board(4, "Roads", (Column(7, 0, filter="smoke"),))
    made = formed(mine, Shape("Roads", (Part("", filter="flood"),)), NAMES)
    assert made.columns == (Column(0, 0, filter="flood"),)


def test_the_same_stream_twice_is_two_columns() -> None:
    mine = Board(4, "Roads", (Column(7, 1), Column(8, 1)))
    made = formed(mine, Shape("Roads", (Part("Mentions", filter="smoke"), Part("Mentions"))), NAMES)
    assert [one.id for one in made.columns] == [8, 7]


def test_who_does_not_know_a_stream_does_not_take_its_column_from_the_others() -> None:
    theirs = Shape("Roads", (Part("Mentions"), Part("Elsewhere"), Part("#M97")))
    mine = formed(Board(0, ""), theirs, NAMES)
    assert [one.stream for one in mine.columns] == [1, 2]
    missing = missing_of(theirs, NAMES)
    assert missing == {"Elsewhere"}
    assert shape_of(mine, NAMES, absent_of(theirs, NAMES, missing)) == theirs
    known = {**NAMES, 4: "Elsewhere"}
    assert shape_of(mine, known, absent_of(theirs, known, missing)) == theirs
    assert [one.stream for one in formed(mine, theirs, known).columns] == [1, 4, 2]


parts = st.builds(
    Part,
    st.sampled_from(("Mentions", "#M97", "Comments", "Elsewhere")),
    st.sampled_from(("", "One")),
    st.sampled_from(("", "smoke", "flood")),
)
shapes = st.builds(Shape, st.just("Roads"), st.lists(parts, max_size=8).map(tuple))


@given(shapes, shapes)
def test_what_is_taken_over_is_what_was_shared(first: Shape, then: Shape) -> None:
    board = Board(4, "", ())
    for shape in (first, then):
        made = formed(board, shape, NAMES)
        absent = absent_of(shape, NAMES, missing_of(shape, NAMES))
        assert shape_of(made, NAMES, absent) == shape
        assert formed(made, shape, NAMES) == made
        kept = [one.id for one in made.columns if one.id]
        assert len(kept) == len({*kept})
        numbered = (Column(100 + at, one.stream, one.title, filter=one.filter)
                    for at, one in enumerate(made.columns))  # fmt: skip
        board = Board(4, made.name, tuple(numbered))
