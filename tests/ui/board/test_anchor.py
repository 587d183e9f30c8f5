"""Nothing that is read moves: the anchor keeps its pixel whatever happens around it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from controlroom.model.cached import CachedPost
from controlroom.settings import Settings
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.rows import TOP, Row, RowKind
from controlroom.ui.board.list.window import MOST
from controlroom.ui.theme.theme import theme
from tests.ui.board.cards import NOW, post

Change = Callable[[CardList, int], None]
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
    theme().apply(Settings(text_size=100))
    view.close()
    view.deleteLater()


def begin(
    cards: CardList, first: int = 1000, count: int = 60, *, above: bool = True, below: bool = True
) -> None:
    cards.caret.post = 0
    cards.set_rows([])
    cards.line = 0
    cards.rows.give_line(0, "")
    posts = [numbered(first - 2 * at) for at in range(count)]
    cards.show_posts(posts, above=above, below=below)


def seen(cards: CardList) -> dict[int, int]:
    """Tops of the cards in view, by post."""
    return {cards.posts()[index].id: top for index, top in cards.visible()}


def anchor(cards: CardList) -> tuple[int, int]:
    cards.places.settle(cards.caret.post)
    return cards.places.anchor, cards.places.y


def insert_above(cards: CardList, number: int) -> None:
    first, more = cards.posts()[0].id, cards.window_of_posts.more_above
    cards.add_newer([numbered(first + 2 * (number - at)) for at in range(number)], more=more)


def insert_below(cards: CardList, number: int) -> None:
    last, more = cards.posts()[-1].id, cards.window_of_posts.more_below
    cards.add_older([numbered(max(1, last - 2 * at)) for at in range(1, number + 1)], more=more)


def insert_late(cards: CardList, number: int) -> None:
    posts = cards.posts()
    place = number % max(1, len(posts) - 1)
    late = numbered(posts[place].id - 1)
    if place + 1 < len(posts) and posts[place + 1].id < late.id:
        more = cards.window_of_posts.more_below
        cards.mend([*posts[: place + 1], late, *posts[place + 1 :]], more=more)


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


def remove_anchor(cards: CardList, number: int) -> None:
    if len(cards.posts()) > 5:
        cards.put([], [anchor(cards)[0]])


def move_line(cards: CardList, number: int) -> None:
    cards.set_line(cards.posts()[number % len(cards.posts())].id)


def widen(cards: CardList, number: int) -> None:
    wide = 280 + 5 * (number % 40)
    cards.resize(wide + 1 if wide == cards.width() else wide, cards.height())


def heighten(cards: CardList, number: int) -> None:
    cards.resize(cards.width(), 500 + 10 * (number % 40))


def put_rows(cards: CardList, number: int) -> None:
    ids = [one.id for one in cards.posts()]
    places = {TOP, *(ids[at % len(ids)] + 1 for at in range(0, 5 * number, number))}
    rows = [Row(RowKind.GAP, at, "Missing", "why", number) for at in sorted(places, reverse=True)]
    cards.set_rows(rows[: number % 7])


def scale(cards: CardList, number: int) -> None:
    others = [one for one in (90, 100, 125, 150) if one != theme().metrics.px(100)]
    theme().apply(Settings(text_size=others[number % 3]))


def scroll(cards: CardList, number: int) -> None:
    cards.scroll_by((number - 45) ** 3 // 40)


BY_HAND = (widen, scale)
CHANGES = (
    put_rows,
    insert_above,
    insert_below,
    insert_late,
    edit,
    remove,
    remove_anchor,
    move_line,
    heighten,
    *BY_HAND,
)


def blank_above(cards: CardList) -> int:
    """Pixels between the top of the list and what is first in it, below 0 if it is out of view."""
    return cards.rect_of(cards.posts()[0].id).top() - cards.rows.height_above(0)


def blank_below(cards: CardList) -> int:
    last = cards.rect_of(cards.posts()[-1].id)
    return cards.viewport().height() - (last.bottom() + 1 + cards.rows.foot)


def check_ends(cards: CardList) -> None:
    """Nothing is blank that there are cards for, and that no posts are still to come into."""
    window, above = cards.window_of_posts, blank_above(cards)
    assert window.more_above or above <= 0
    assert window.more_below or above >= 0 or blank_below(cards) <= 0


def check_move(cards: CardList, moved: int, *, is_row: bool) -> None:
    """The cards moved only as far as an end would have been blank, or to show a row on top."""
    window = cards.window_of_posts
    if moved < 0:
        assert is_row or not window.more_above
        assert blank_above(cards) == 0
    elif moved > 0:
        at_foot = not window.more_below and blank_below(cards) == 0
        assert at_foot or blank_above(cards) == 0


def heir(cards: CardList, post_id: int) -> int:
    """Returns the post that stands in for one: itself while it is held."""
    return cards.posts()[min(cards.window_of_posts.index(post_id), len(cards.posts()) - 1)].id


def change_and_check(cards: CardList, change: Change, number: int, *, focus: bool) -> None:
    (post_id, top), wide = anchor(cards), cards.viewport().width()
    change(cards, number)
    by_hand = change in BY_HAND or cards.viewport().width() != wide
    moved = cards.rect_of(heir(cards, post_id)).top() - top
    if change is scroll:
        return
    check_move(cards, moved, is_row=change is put_rows)
    if by_hand or not focus:
        check_ends(cards)
    else:
        assert moved == 0


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    count=st.integers(1, 60),
    ends=st.tuples(st.booleans(), st.booleans()),
    start=st.one_of(st.integers(0, 5), st.integers(0, 12_000)),
    focus=st.booleans(),
    changes=st.lists(
        st.tuples(st.sampled_from((*CHANGES, scroll)), st.integers(1, 90)), max_size=8
    ),
)
@example(count=60, ends=(False, True), start=1, focus=False, changes=[(widen, 31), (put_rows, 1)])
@example(count=9, ends=(True, False), start=9_000, focus=False, changes=[(widen, 1), (edit, 8)])
def test_the_anchor_keeps_its_pixel_and_no_end_is_left_blank(
    cards: CardList,
    count: int,
    ends: tuple[bool, bool],
    start: int,
    focus: bool,
    changes: list[tuple[Change, int]],
) -> None:
    theme().apply(Settings(text_size=100))
    cards.resize(308, 700)
    begin(cards, count=count, above=ends[0], below=ends[1])
    cards.scroll_by(-start)
    if focus:
        cards.caret.put(cards.posts()[cards.visible()[-1][0]].id)
    for change, number in changes:
        change_and_check(cards, change, number, focus=focus)
        assert len(cards.posts()) <= MOST
        ids = [one.id for one in cards.posts()]
        assert ids == sorted(set(ids), reverse=True)


def test_a_list_made_wider_near_its_top_leaves_nothing_blank_there(cards: CardList) -> None:
    begin(cards, above=False)
    cards.scroll_by(-1)
    put_rows(cards, 2)
    cards.set_rows([])
    widen(cards, 31)
    put_rows(cards, 1)
    cards.set_rows([])
    assert cards.visible()[0] == (0, 0)


def test_a_post_that_is_read_stays_though_the_card_above_it_is_shorter_now(
    cards: CardList,
) -> None:
    begin(cards, first=1001, above=False)
    cards.caret.put(cards.posts()[1].id)
    cards.scroll_by(-20)
    first, second = cards.posts()[:2]
    top = cards.rect_of(second.id).top()
    cards.put([replace(first, post=replace(first.post, text="Out."), versions=9)], [first.id])
    assert cards.rect_of(second.id).top() == top
    assert blank_above(cards) > 0
    cards.clearFocus()
    edit(cards, 5)
    assert cards.visible()[0] == (0, 0)


def test_text_size_keeps_the_anchor_where_it_is(cards: CardList) -> None:
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
