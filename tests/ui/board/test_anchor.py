"""Nothing that is read moves: the anchor keeps its pixel whatever happens around it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from controlroom.model.cached import CachedPost
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.rows import TOP, Row, RowKind
from controlroom.ui.board.list.window import MOST
from tests.ui.board.cards import NOW, post

LONG = "Smoke right across the plots on the Marlcross side, windows shut. "


def numbered(number: int) -> CachedPost:
    return post(number, LONG * (1 + number % 5))


@pytest.fixture
def cards(qapp: QApplication) -> Iterator[CardList]:
    view = CardList(Pixmaps())
    view.resize(308, 700)
    view.show()
    qapp.processEvents()
    yield view
    view.close()
    view.deleteLater()


def begin(cards: CardList, first: int = 1000, count: int = 60) -> None:
    cards.caret.post = 0
    posts = [numbered(first - 2 * at) for at in range(count)]
    cards.show_posts(posts, above=True, below=True)


def seen(cards: CardList) -> dict[int, int]:
    """Tops of the cards in view, by post."""
    return {cards.posts()[index].id: top for index, top in cards.visible()}


def anchor(cards: CardList) -> tuple[int, int]:
    cards.places.settle(cards.caret.post)
    return cards.places.anchor, cards.places.y


def insert_above(cards: CardList, number: int) -> None:
    first = cards.posts()[0].id
    cards.add_newer([numbered(first + 2 * (number - at)) for at in range(number)], more=True)


def insert_below(cards: CardList, number: int) -> None:
    last = cards.posts()[-1].id
    cards.add_older([numbered(max(1, last - 2 * at)) for at in range(1, number + 1)], more=True)


def insert_late(cards: CardList, number: int) -> None:
    posts = cards.posts()
    place = number % (len(posts) - 1)
    late = numbered(posts[place].id - 1)
    if posts[place + 1].id < late.id:
        cards.mend([*posts[: place + 1], late, *posts[place + 1 :]])


def edit(cards: CardList, number: int) -> None:
    old = cards.posts()[number % len(cards.posts())]
    text = LONG * (1 + number % 7)
    changed = replace(old, post=replace(old.post, text=text), versions=old.versions + 1)
    cards.put([changed], [old.id])


def remove(cards: CardList, number: int) -> None:
    kept = anchor(cards)[0]
    ids = [one.id for one in cards.posts() if one.id != kept]
    if len(ids) > 5:
        cards.put([], [ids[number % len(ids)]])


def move_line(cards: CardList, number: int) -> None:
    cards.set_line(cards.posts()[number % len(cards.posts())].id)


def widen(cards: CardList, number: int) -> None:
    cards.resize(280 + 5 * (number % 40), cards.height())


def heighten(cards: CardList, number: int) -> None:
    cards.resize(cards.width(), 500 + 10 * (number % 40))


def put_rows(cards: CardList, number: int) -> None:
    ids = [one.id for one in cards.posts()]
    places = {TOP, *(ids[at % len(ids)] + 1 for at in range(0, 5 * number, number))}
    rows = [Row(RowKind.GAP, at, "Missing", "why", number) for at in sorted(places, reverse=True)]
    cards.set_rows(rows[: number % 7])


CHANGES = (
    put_rows,
    insert_above,
    insert_below,
    insert_late,
    edit,
    remove,
    move_line,
    widen,
    heighten,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    scroll=st.integers(0, 4_000),
    focus=st.booleans(),
    changes=st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(1, 90)), max_size=8),
)
def test_the_anchor_keeps_its_pixel(
    cards: CardList, scroll: int, focus: bool, changes: list[tuple[object, int]]
) -> None:
    cards.resize(308, 700)
    begin(cards)
    cards.scroll_by(-scroll)
    if focus:
        cards.caret.put(cards.posts()[cards.visible()[1][0]].id)
    for change, number in changes:
        before = anchor(cards)
        change(cards, number)  # type: ignore[operator]
        assert cards.rect_of(before[0]).top() == before[1], change
        assert len(cards.posts()) <= MOST
        ids = [one.id for one in cards.posts()]
        assert ids == sorted(set(ids), reverse=True)


def test_text_size_keeps_the_anchor_where_it_is(cards: CardList) -> None:
    from controlroom.settings import Settings
    from controlroom.ui.theme.theme import theme

    begin(cards)
    cards.scroll_by(-1_500)
    post_id, top = anchor(cards)
    try:
        theme().apply(Settings(text_size=150))
        assert cards.rect_of(post_id).top() == top
    finally:
        theme().apply(Settings(text_size=100))
    assert cards.rect_of(post_id).top() == top


def test_all_cards_in_view_stay_where_they_are_when_posts_come_above(cards: CardList) -> None:
    begin(cards)
    cards.scroll_by(-900)
    before = seen(cards)
    insert_above(cards, 40)
    assert seen(cards) == before
    assert len(before) > 2


def test_when_the_anchor_itself_goes_the_next_card_takes_its_place(cards: CardList) -> None:
    begin(cards)
    cards.scroll_by(-900)
    post_id, top = anchor(cards)
    after = cards.posts()[cards.window_of_posts.index(post_id) + 1].id
    cards.put([], [post_id])
    assert cards.rect_of(after).top() == top


def test_focus_goes_to_the_next_post_when_its_post_leaves(cards: CardList) -> None:
    begin(cards)
    cards.caret.put(cards.posts()[2].id)
    after = cards.posts()[3].id
    moved: list[int] = []
    cards.caret.moved.connect(moved.append)
    cards.put([], [cards.posts()[2].id])
    assert cards.caret.post == after
    assert moved == [after]


def test_scrolling_stops_at_both_ends(cards: CardList) -> None:
    begin(cards, count=12)
    cards.window_of_posts.more_below = cards.window_of_posts.more_above = False
    cards.scroll_by(5_000)
    assert cards.visible()[0] == (0, 0)
    cards.scroll_by(-50_000)
    index, top = cards.visible()[-1]
    assert index == 11
    assert top + cards.rect_of(cards.posts()[11].id).height() == cards.viewport().height()
    bar = cards.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_the_window_is_bounded_and_knows_what_it_let_go(cards: CardList) -> None:
    begin(cards, first=10_000, count=150)
    insert_below(cards, 90)
    assert len(cards.posts()) == MOST
    assert cards.window_of_posts.more_above


def test_the_end_is_asked_for_once_four_screens_ahead(cards: CardList) -> None:
    asked: list[int] = []
    cards.wants_older.connect(lambda one: asked.append(one.id))
    begin(cards, count=100)
    cards.window_of_posts.more_above = False
    assert asked == []
    while not asked:
        cards.scroll_by(-200)
    bar = cards.verticalScrollBar()
    assert bar.maximum() - bar.value() < 4 * cards.viewport().height()
    assert bar.maximum() - bar.value() > 3 * cards.viewport().height()
    cards.scroll_by(-100)
    assert asked == [cards.posts()[-1].id]


def test_only_cards_whose_age_changed_are_drawn_again(cards: CardList) -> None:
    old = [
        replace(one, post=replace(one.post, created_at=NOW - timedelta(days=40)))
        for one in (numbered(at) for at in range(50, 1, -1))
    ]
    cards.show_posts(old, above=False, below=False)
    QApplication.processEvents()
    cards.shelf.pixmaps.clear()
    cards.tick()
    QApplication.processEvents()
    assert len(cards.shelf.pixmaps) == 0


def test_pictures_of_cards_are_bounded_by_bytes(cards: CardList) -> None:
    cards.shelf.pixmaps.limit = 1_000_000
    begin(cards, count=100)
    for _step in range(60):
        cards.scroll_by(-150)
        QApplication.processEvents()
    assert cards.shelf.pixmaps.bytes <= 1_000_000
    assert len(cards.shelf.pixmaps) > 1
