"""Changes of a content, and the splitting of a text into a thread."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.outgoing.content import Act, Attachment, Content, FileKind, Piece
from controlroom.ui.compose import editing
from controlroom.ui.compose.splitting import split

SHARED = Content(Act.POST, ("x//1", "bluesky//2"), (Piece("The road is closed."),))
PHOTO = Attachment("a" * 64, FileKind.PHOTO, {})
CLIP = Attachment("b" * 64, FileKind.CLIP, {})


def test_a_variant_is_its_own_from_the_first_letter_and_the_shared_text_stays() -> None:
    changed = editing.with_text(SHARED, "x", 0, "The road is shut.")
    assert changed.pieces_for("x//1")[0].text == "The road is shut."
    assert changed.pieces_for("bluesky//2")[0].text == "The road is closed."
    assert editing.edits_of(changed, "x") == 1
    assert editing.follow_shared(changed, "x") == SHARED


def test_the_same_text_makes_no_variant() -> None:
    assert editing.with_text(SHARED, "x", 0, "The road is closed.") is SHARED


def test_a_variant_nobody_gets_leaves_with_nothing() -> None:
    changed = editing.with_text(SHARED, "mastodon", 0, "Other words")
    assert editing.tidied(changed) == SHARED
    own = editing.with_text(SHARED, "x//1", 0, "Other words")
    assert editing.tidied(own) == own


def test_pieces_are_added_moved_and_taken_out_with_their_files_kept() -> None:
    two = editing.with_new_piece(SHARED, "", 0, "Second")
    two = editing.with_file(two, PHOTO, "", 1)
    assert [one.files for one in two.pieces] == [(), (0,)]
    turned = editing.with_moved_piece(two, "", 1, -1)
    assert [one.text for one in turned.pieces] == ["Second", "The road is closed."]
    assert editing.with_moved_piece(two, "", 1, 1) is two
    one = editing.without_piece(two, "", 1)
    assert [piece.files for piece in one.pieces] == [(0,)]
    assert editing.without_piece(one, "", 0) is one


def test_a_file_of_the_shared_text_goes_to_every_variant() -> None:
    changed = editing.with_text(SHARED, "x", 0, "The road is shut.")
    with_photo = editing.with_file(changed, PHOTO)
    assert with_photo.pieces[0].files == with_photo.variants["x"][0].files == (0,)
    only_x = editing.with_file(with_photo, CLIP, "x")
    assert only_x.pieces[0].files == (0,)
    assert only_x.variants["x"][0].files == (0, 1)


def test_without_a_file_the_numbers_of_the_others_move_up() -> None:
    both = editing.with_file(editing.with_file(SHARED, PHOTO), CLIP)
    left = editing.without_file(both, 0)
    assert left.files == (CLIP,)
    assert left.pieces[0].files == (0,)


def test_a_draft_without_a_word_or_file_says_nothing() -> None:
    empty = replace(SHARED, pieces=(Piece("  "),))
    assert editing.says_nothing(empty)
    assert not editing.says_nothing(editing.with_file(empty, PHOTO))


@pytest.mark.parametrize("text", ["", "short", "One sentence. And another one."])
def test_what_fits_is_not_split(text: str) -> None:
    assert split(text, lambda one: len(one) <= 100) == (text,)


def test_a_text_is_split_at_the_end_of_a_sentence() -> None:
    parts = split(
        "The road is closed at J4. Please use the A12 until noon.", lambda one: len(one) < 40
    )
    assert parts == ("The road is closed at J4.", "Please use the A12 until noon.")


@given(st.text(st.sampled_from("ab é.!\n😀 "), max_size=300), st.integers(2, 40))
def test_every_part_fits_and_no_letter_is_lost(text: str, most: int) -> None:
    parts = split(text, lambda one: len(one) <= most, most=1_000)
    assert all(len(part) <= most for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
