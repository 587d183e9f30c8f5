"""Pictures asked for in vain: found by address in all sizes, and never more than may be."""

from controlroom.ui.board.pictures.wish_list import WishList

SMALL, LARGE, OTHER = ("a", 32, 32), ("a", 280, 84), ("b", 32, 32)


def test_a_picture_is_found_by_its_address_in_all_sizes() -> None:
    wishes = WishList(10)
    for key in (SMALL, LARGE, OTHER):
        wishes.put(key)
    assert set(wishes.among(["a", "nobody"])) == {SMALL, LARGE}
    wishes.drop(SMALL)
    wishes.drop(SMALL)
    assert wishes.among(["a"]) == [LARGE]
    assert list(wishes) == [LARGE, OTHER]


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    wishes = WishList(2)
    for key in (SMALL, OTHER, SMALL, LARGE):
        wishes.put(key)
    assert list(wishes) == [SMALL, LARGE]
    assert wishes.among(["b"]) == []


def test_nothing_is_left_when_all_is_forgotten() -> None:
    wishes = WishList(2)
    wishes.put(SMALL)
    wishes.clear()
    assert list(wishes) == []
    assert wishes.among(["a"]) == []
