"""The cards of a column that are kept ready: never more than can be seen soon."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.list import shelf as shelves
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.shelf import MOST_TURNS, Shelf
from tests.ui.board.cards import NOW, post

pytestmark = pytest.mark.usefixtures("qtbot")
PLAIN = CardState()


def test_of_a_day_of_changed_posts_few_are_remembered(qtbot: QtBot) -> None:
    shelf = Shelf(Pixmaps())
    for first in range(1, 4_001, 200):
        posts = [post(number) for number in range(first, first + 200)]
        for one in posts:
            shelf.content(one)
        shelf.forget([one.id for one in posts])
        for one in posts:
            shelf.content(one)
        shelf.keep_only(posts)
        assert len(shelf._turns) <= MOST_TURNS + 200
        assert len(shelf._contents) == len(shelf._people) <= 600


def test_a_card_that_comes_back_is_not_shown_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "MOST_TURNS", 2)
    shelf, held = Shelf(Pixmaps()), post(1)
    first = shelf.picture(held, PLAIN, 1.0)
    shelf.outdate([1])
    then = shelf.picture(held, PLAIN, 1.0)
    others = [post(number) for number in range(2, 300)]
    for one in others:
        shelf.content(one)
    shelf.outdate([2, 3])
    shelf.keep_only(others[:10])
    assert 1 not in shelf._turns
    assert not shelf.is_ready(held, PLAIN, 1.0)
    assert shelf.picture(held, PLAIN, 1.0) not in (first, then)


def test_a_card_that_stays_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "MOST_TURNS", 2)
    shelf, held = Shelf(Pixmaps()), [post(number) for number in range(1, 300)]
    for one in held:
        shelf.content(one)
    shelf.outdate([1, 2, 3, 4])
    for one in held[:2]:
        shelf.picture(one, PLAIN, 1.0)
    shelf.keep_only(held[:2])
    assert len(shelf._turns) == 2
    assert all(shelf.is_ready(one, PLAIN, 1.0) for one in held[:2])


def test_a_card_in_view_keeps_its_age_until_it_is_drawn_anew() -> None:
    shelf, seen, other = Shelf(Pixmaps()), post(1), post(2)
    shelf.now = NOW + timedelta(seconds=20)
    assert {shelf.age(seen), shelf.age(other)} == {"15 s"}
    changed = shelf.step(NOW + timedelta(seconds=40), [seen])
    assert changed == [1]
    assert (shelf.age(seen), shelf.age(other)) == ("15 s", "30 s")
    shelf.outdate(changed)
    assert shelf.age(seen) == "30 s"
    assert shelf.step(NOW + timedelta(seconds=41), [seen]) == []
