"""Cards drawn in the pauses: the next ones before they are seen, changed ones one after another."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.preparing import Preparing
from controlroom.ui.board.list.soon import CARDS_AHEAD, LOOKED_EACH
from tests.ui.board.cards import post

POSTS = 60
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def cards(qapp: QApplication) -> Iterator[CardList]:
    view = CardList(Pixmaps())
    preparing = Preparing(view)
    view.soon.preparing = preparing
    view.resize(308, 500)
    view.show()
    posts = [post(number) for number in range(POSTS, 0, -1)]
    view.show_posts(posts, above=False, below=False)
    qapp.processEvents()
    yield view
    preparing.stop()
    view.close()
    view.deleteLater()


def ready(cards: CardList) -> list[int]:
    """Returns the places of the cards that would not have to be drawn."""
    return [
        place
        for place, one in enumerate(cards.posts())
        if cards.shelf.is_ready(one, cards.state_of(one), cards.devicePixelRatio())
    ]


def test_the_next_cards_are_drawn_before_they_are_seen(cards: CardList, qtbot: QtBot) -> None:
    last = cards.visible()[-1][0]
    assert max(ready(cards)) == last
    cards.scroll_by(-LOOKED_EACH)
    qtbot.waitUntil(lambda: max(ready(cards)) >= last + CARDS_AHEAD)
    seen = cards.visible()[-1][0]
    qtbot.waitUntil(lambda: max(ready(cards)) == seen + CARDS_AHEAD)
    assert not cards.prepare(1)


def test_upwards_the_nearest_card_is_drawn_first(cards: CardList) -> None:
    cards.soon.preparing = None
    cards.show_place(POSTS // 2, 0)
    first = cards.visible()[0][0]
    cards.shelf.renew()
    for number in range(1, CARDS_AHEAD + 1):
        assert cards.prepare(-1)
        assert ready(cards) == list(range(first - number, first))
    assert not cards.prepare(-1)


def test_many_cards_that_have_changed_are_drawn_one_in_a_pause(
    cards: CardList, qtbot: QtBot
) -> None:
    seen = cards.visible()
    held = {index: pixmap(cards, index) for index, _top in seen}
    preparing, cards.soon.preparing = cards.soon.preparing, Preparing(cards)
    cards.soon.renew(one.id for one in cards.posts())
    assert {index: pixmap(cards, index) for index in held} == held
    assert cards.prepare(0)
    assert sum(pixmap(cards, index) != held[index] for index in held) == 1
    while cards.prepare(0):
        pass
    assert all(pixmap(cards, index) != held[index] for index in held)
    assert ready(cards) == [index for index, _top in seen]
    cards.soon.preparing.stop()
    cards.soon.preparing = preparing


def pixmap(cards: CardList, index: int) -> int:
    one = cards.posts()[index]
    return cards.shelf.picture(one, cards.state_of(one), cards.devicePixelRatio()).cacheKey()


def test_a_hidden_list_draws_nothing_until_it_is_shown(cards: CardList) -> None:
    cards.hide()
    cards.soon.renew(one.id for one in cards.posts())
    assert not cards.prepare(0)
    assert ready(cards) == []
