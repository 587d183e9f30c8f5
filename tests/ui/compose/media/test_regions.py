"""What is done to an edit is a new one, and every region lies within the picture."""

from hypothesis import given
from hypothesis import strategies as st

from controlroom.outbound.media.edit import WHOLE, Box, Edit, Mark, Over
from controlroom.ui.compose.media.regions import (
    LEAST,
    between,
    bounded,
    covered,
    cropped,
    followed,
    moved,
    spanned,
    trimmed,
    turned,
    uncovered,
)

NUMBERS = st.integers(-20_000, 30_000)
BOXES = st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
HALF = Box(0, 0, WHOLE // 2, WHOLE // 2)


@given(BOXES)
def test_every_region_lies_within_the_picture_and_can_be_seen(box: Box) -> None:
    found = bounded(box)
    assert found.left >= 0
    assert found.left + found.width <= WHOLE
    assert found.top >= 0
    assert found.top + found.height <= WHOLE
    assert min(found.width, found.height) >= LEAST


@given(st.integers(0, WHOLE), st.integers(0, WHOLE), st.integers(0, WHOLE), st.integers(0, WHOLE))
def test_two_corners_make_a_region_whichever_comes_first(a: int, b: int, c: int, d: int) -> None:
    assert between((a, b), (c, d)) == between((c, d), (a, b))


def test_a_region_moved_at_a_moment_goes_there_evenly() -> None:
    edit = covered(Edit(), Over.BLUR, HALF, 0)
    edit = moved(edit, 0, Box(4_000, 0, 5_000, 5_000), 1_000)
    assert edit.covers[0].box_at(500) == Box(2_000, 0, 5_000, 5_000)
    edit = moved(edit, 0, Box(1_000, 0, 5_000, 5_000), 1_000)
    assert [mark.at_ms for mark in edit.covers[0].marks] == [0, 1_000]
    assert uncovered(edit, 0) == Edit()


def test_what_was_followed_ends_where_it_was_lost() -> None:
    edit = covered(Edit(), Over.BLOCK, HALF, 0)
    marks = (Mark(400, HALF), Mark(900, Box(100, 0, 5_000, 5_000)))
    edit = followed(edit, 0, marks, 950)
    cover = edit.covers[0]
    assert [mark.at_ms for mark in cover.marks] == [0, 400, 900]
    assert cover.box_at(960) is None
    assert spanned(edit, 0, 200, 0).covers[0].box_at(100) is None


def test_turns_go_round_and_a_cut_of_nothing_is_none() -> None:
    edit = Edit()
    for _ in range(4):
        edit = turned(edit)
    assert edit == Edit()
    assert trimmed(edit, 0, 5_000, 5_000) == Edit()
    cut = trimmed(edit, 1_000, 900, 5_000)
    assert (cut.begin_ms, cut.end_ms) == (1_000, 1_001)
    assert cropped(cropped(edit, HALF), None) == edit
