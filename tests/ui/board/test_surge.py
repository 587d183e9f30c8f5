"""A surge: noticed, grouped, calm, and nothing lost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from controlroom.model.changes import Changes, Sighting
from controlroom.model.glimpse import Glimpse
from controlroom.model.post import Author, Media, MediaKind, Post
from controlroom.store.cache.glimpses import glimpse_of
from controlroom.ui.board.column.answers import Asked, Unread, news_of
from controlroom.ui.board.page import BoardPage
from controlroom.ui.board.surge import crowd as crowds
from controlroom.ui.board.surge.crowd import MOST_TEXTS, Crowd
from controlroom.ui.board.surge.pace import Pace
from controlroom.ui.board.surge.sieve import Sieve, risk_words, stands_out
from controlroom.ui.frame.window import DeskWindow
from tests.ui.board.cards import post
from tests.ui.board.conftest import Home

Settle = Callable[[BoardPage], None]
WORDS = ("red", "blue", "green", "lorry", "smoke", "bridge", "queue", "bus", "dog", "field")


def fed(pace: Pace, rate: int, start: int, seconds: int) -> list[int]:
    """Seconds at which a surge began or ended."""
    return [now for now in range(start, start + seconds) if pace.take(now, rate)]


def test_more_than_twenty_a_second_for_ten_seconds_is_a_surge() -> None:
    pace = Pace()
    assert fed(pace, 20, 0, 60) == []
    assert fed(pace, 0, 60, 60) == []
    assert fed(pace, 21, 120, 20) == [129]
    assert pace.surging


def test_it_is_over_below_eight_a_second_for_a_minute() -> None:
    pace = Pace()
    fed(pace, 40, 0, 30)
    assert pace.surging
    assert fed(pace, 9, 30, 200) == []
    [ended] = fed(pace, 5, 230, 100)
    assert 240 < ended < 295
    assert not pace.surging


def test_one_large_read_is_no_surge() -> None:
    pace = Pace()
    assert not pace.take(5, 3_000)
    assert fed(pace, 0, 6, 30) == []


def said(number: int, text: str) -> Glimpse:
    return glimpse_of(post(number, text))


def test_near_copies_are_one_group_and_every_post_is_counted_once() -> None:
    crowd = Crowd()
    copies = [
        post(1, "is it TRUE about the chlorine on the M97??"),
        post(2, "RT @gaz: is it true about the chlorine on the M97"),
        post(3, "Is it true about the chlorine on the M97 please @WestmarchPolice"),
        post(4, "is it true about that chlorine on the M97"),
    ]
    crowd.take(map(glimpse_of, copies), 100)
    crowd.take(map(glimpse_of, copies[:2]), 101)
    other = post(9, "The rest centre opens at Dunmarsh Leisure Hall at six")
    crowd.take([glimpse_of(other)], 101)
    digest = crowd.digest([], 101)
    [group] = digest.groups
    assert (group.number, group.newest, group.authors) == (4, 4, 1)
    assert (digest.taken, digest.newest) == (5, 9)
    assert group.is_growing(130)
    assert not group.is_growing(170)


def test_many_different_posts_make_no_group() -> None:
    crowd = Crowd()
    pairs = [(one, other) for one in WORDS for other in WORDS]
    crowd.take([said(n, f"{one} {other} {n} stands here") for n, (one, other) in enumerate(pairs)],
               1)  # fmt: skip
    assert all(group.number < 10 for group in crowd.groups())


def test_a_long_surge_of_different_texts_stays_small() -> None:
    crowd = Crowd()
    for second in range(30):
        first = 1 + second * 800
        crowd.take([said(n, f"only{n} this{n} once{n} said{n}") for n in range(first, first + 800)],
                   second)  # fmt: skip
        crowd.take([said(10**6 + second, "is it true about the chlorine")], second)
    assert len(crowd._by_words) <= MOST_TEXTS
    assert crowd.taken == 30 * 801
    assert [one.number for one in crowd.groups()] == [30]


def test_a_long_surge_of_many_wordings_of_the_same_stays_small() -> None:
    crowd = Crowd()
    asked = "is it true about the chlorine on the motorway at junction four"
    crowd.take([said(n, f"{asked} {n} {-n} {n}") for n in range(1, 3 * MOST_TEXTS)], 1)
    assert len(crowd._by_words) <= MOST_TEXTS
    assert [one.number for one in crowd.groups()] == [3 * MOST_TEXTS - 1]


def test_a_long_surge_of_many_authors_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "MOST_NAMES", 300)
    monkeypatch.setattr(crowds, "MOST_AUTHORS", 100)
    crowd = Crowd()
    texts = [f"{one} lorry {one} burns" for one in ("red", "blue", "green", "white", "black")]
    for number in range(1, 2_001):
        text = texts[0 if number % 4 else number // 4 % 5]
        crowd.take([Glimpse(number, text, f"@{number}", 0, has_media=False)], number // 100)
        assert sum(len(one.authors) for one in crowd.groups()) <= 300
    largest = crowd.groups()[0]
    assert (largest.text, len(largest.authors)) == (texts[0], 100)
    assert largest.number == 1_600


def test_ids_far_back_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "MOST_SEEN", 50)
    crowd = Crowd()
    for number in range(1, 1_001):
        crowd.take([said(number, "the same again"), said(number, "the same again")], 1)
        assert len(crowd._seen) <= 50
    assert crowd.taken == 1_000


def test_what_stands_out_is_shown_by_itself() -> None:
    picture = Media(MediaKind.IMAGE, "https://m.example/1")
    assert stands_out(post(media=(picture,)))
    assert stands_out(post(author=Author("a", "press", followers=5_001)))
    assert stands_out(post(text="Man on the HARD shoulder near J5"))
    assert not stands_out(post(text="Any idea when it opens?", author=Author("a", "a")))
    assert len(risk_words()) > 30


def test_a_sieve_holds_back_only_within_its_bounds() -> None:
    sieve = Sieve(100, 200)
    plain = "Any idea when it opens?"
    assert sieve.shows(post(99, plain))
    assert not sieve.shows(post(100, plain))
    assert sieve.shows(post(200, plain))


def pour(home: Home, number: int, round_: int) -> Changes:
    """The engine takes in posts of one stream, nine in ten of them near copies."""
    now = datetime.now(UTC).replace(microsecond=0) - timedelta(seconds=1)
    made = []
    for one in range(number):
        single = " ".join(f"word{round_}x{one}y{place}" for place in range(5))
        text = "how long will the M97 be shut for" if one % 10 else f"trapped {single}"
        author = Author(f"p{round_}-{one}", f"p{one}")
        made.append(Sighting(Post("x", f"s{round_}-{one}", author, text, now), now, (1,), (1,)))
    return home.writer.ingest(made)


@pytest.fixture
def surging(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> BoardPage:
    """A board whose first column has met a surge; its seconds are told, not waited for."""
    desk.rail.items["board"].setFocus()
    surge = board.row.columns[0].surge
    for second in range(12):
        surge._second = lambda second=second: float(second)  # type: ignore[misc]
        board.session.pulse.spread.emit(pour(home, 30, second))
        settle(board)
    return board


def test_a_column_in_a_surge_says_so_groups_and_shows_what_stands_out(
    surging: BoardPage, settle: Settle, qtbot: QtBot
) -> None:
    view = surging.row.columns[0]
    assert view.surge.is_on()
    assert view.standing.word == "Surge"
    # Figures of a surge step once a second.
    qtbot.waitUntil(lambda: view.standing.detail.startswith("30/s · 1 in "), timeout=20_000)
    held_back = lambda: view.surge.digest.taken - view.surge.digest.shown  # noqa: E731
    qtbot.waitUntil(lambda: [row.number for row in view.groups.rows] == [held_back()])
    [row] = view.groups.rows
    assert row.text == "“how long will the M97 be shut for”"
    assert view.note.isVisible()
    sieve = view.surge.sieve
    assert sieve is not None
    later = [one for one in view.list.posts() if sieve.covers(one.id)]
    assert later
    assert all("trapped" in one.post.text for one in later)


def test_nothing_of_a_surge_is_lost(surging: BoardPage, settle: Settle, home: Home) -> None:
    view = surging.row.columns[0]
    view.note.buttons[0].click()
    settle(surging)
    assert not view.surge.is_on()
    assert view.groups.rows == ()
    assert view.standing.word != "Surge"
    view.show_new()
    settle(surging)
    shown = {one.id for one in view.list.posts()}
    assert home.cache is not None
    assert {one.id for one in home.cache.older(1, 0, 50)} <= shown
    texts = {one.post.text for one in view.list.posts()}
    assert "how long will the M97 be shut for" in texts


def test_the_surge_ends_though_nothing_comes_any_more(
    surging: BoardPage, settle: Settle, home: Home
) -> None:
    view = surging.row.columns[0]
    for second in range(12, 140, 15):
        view.surge._second = lambda second=second: float(second)  # type: ignore[misc]
        view.tick()
        settle(surging)
    assert not view.surge.is_on()
    assert view.surge.crowd is None
    assert view.surge.digest.taken > 0
    assert view.note.note is not None
    assert view.note.note.heading == "The surge is over."
    later = pour(home, 1, 500)
    surging.changed(later)
    view.show_new()
    settle(surging)
    assert view.surge.sieve is not None
    assert view.surge.sieve.until <= later.new[0]
    assert later.new[0] in [one.id for one in view.list.posts()]


def test_nothing_enters_while_a_surging_column_is_read(
    surging: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = surging.row.columns[0]
    view.show_new()
    settle(surging)
    view.list.scroll_by(-400)
    before = [one.id for one in view.list.posts()], view.list.visible()
    groups = view.groups.rows
    surging.changed(pour(home, 40, 99))
    qtbot.waitUntil(lambda: not surging.session.pulse.together.isActive())
    settle(surging)
    assert ([one.id for one in view.list.posts()], view.list.visible()) == before
    assert view.groups.rows == groups
    assert view.head.line.pill.isVisible()


def test_what_is_more_than_is_counted_is_not_counted_again(board: BoardPage, home: Home) -> None:
    view, desk = board.row.columns[0], board.desk
    assert desk is not None
    asker = desk.asker(view.model)
    line = view.marks.line
    asked = Asked(0, line, None, [], pour(home, 3, 0), everything=True)
    unread = news_of(asker, asked).unread
    assert unread is not None
    assert unread.number >= 3
    for known in (Unread(line, 5, more=False), Unread(line + 1, 1000, more=True)):
        assert news_of(asker, asked._replace(counted=known)).unread == unread
    assert news_of(asker, asked._replace(counted=Unread(line, 1000, more=True))).unread is None
