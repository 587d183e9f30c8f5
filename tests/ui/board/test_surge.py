"""A surge: noticed, grouped, calm, and nothing lost."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from controlroom.bundle import bundled
from controlroom.model.changes import Changes, Sighting
from controlroom.model.glimpse import Glimpse
from controlroom.model.post import Author, Media, MediaKind, Post
from controlroom.model.surge_rule import SurgeRule
from controlroom.settings import SettingsFile
from controlroom.store.cache.glimpses import glimpse_of
from controlroom.ui.board.column.answers import Asked, Unread, news_of
from controlroom.ui.board.page import BoardPage
from controlroom.ui.board.surge import crowd as crowds
from controlroom.ui.board.surge import places, sieve
from controlroom.ui.board.surge.crowd import COMMON, MOST_TEXTS, Crowd
from controlroom.ui.board.surge.pace import Pace
from controlroom.ui.board.surge.places import places_in
from controlroom.ui.board.surge.rule_panel import RulePanel
from controlroom.ui.board.surge.rule_told import rule_told
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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Smoke is drifting over the ridge by J5 now", "j5"),
        ("stuck before junction 12 with two children", "junction 12"),
        ("A crash on Tannery Row", "tannery row"),
        ("Accident rue de la Gare, deux voitures", "rue de la gare"),
        ("coupée à la sortie 14", "sortie 14"),
        ("He is at WM4 2AB", "wm4 2ab"),
        ("we are at ///filled.count.soap", "///filled.count.soap"),
        ("pin is 51.5007, -0.1246", "51.5007, -0.1246"),
    ],
)
def test_a_place_somebody_could_go_to_stands_out(text: str, place: str) -> None:
    assert places_in(text) == {place}
    assert stands_out(post(text=text))
    assert not stands_out(post(text=text), SurgeRule(place=False))


@pytest.mark.parametrize(
    "text",
    [
        "The M97 is shut",
        "On the road again",
        "A12 or A14?",
        "4.50, 3.20",
        "J is late",
        "rue the day",
    ],
)
def test_what_is_no_place_does_not(text: str) -> None:
    assert not places_in(text)


def test_names_of_the_force_s_own_are_places_as_whole_words() -> None:
    own = "Dunmarsh , Corn Hall,, C++"
    assert places_in("smoke over dunmarsh", own) == {"dunmarsh"}
    assert places_in("by the Corn Hall", own) == {"corn hall"}
    assert not places_in("Dunmarshes", own)
    assert stands_out(post(text="smoke over dunmarsh"), SurgeRule(places=own))


def test_a_place_that_many_have_named_is_what_the_surge_is_about() -> None:
    crowd = Crowd()
    crowd.take([said(n, f"word{n} stands still at J4") for n in range(1, 51)], 1)
    digest = crowd.digest([said(60, "Fire by J9")], 1)
    assert digest.common == {"j4"}
    assert digest.shown == COMMON + 1
    sieve = Sieve(1, common=digest.common)
    assert not sieve.shows(post(70, "moving again at J4"))
    assert sieve.shows(post(71, "from J4 to J9"))


def test_a_long_surge_of_different_places_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowds, "MOST_PLACES", 20)
    crowd = Crowd()
    for number in range(1, 200):
        crowd.take([said(number, f"Fire in Place{number} Street"), said(-number, "J4")], 1)
        assert len(crowd._named) <= 21
    assert crowd.common == {"j4"}


def test_each_reason_of_the_rule_can_be_left_out() -> None:
    picture = Media(MediaKind.IMAGE, "https://m.example/1")
    none = SurgeRule(media=False, place=False, risk=False, followers=0)
    for reason, found in (
        (SurgeRule(), post(media=(picture,))),
        (SurgeRule(), post(text="Man on the HARD shoulder")),
        (SurgeRule(followers=10), post(author=Author("a", "press", followers=11))),
    ):
        assert stands_out(found, reason)
        assert not stands_out(found, none)
    assert not stands_out(
        post(author=Author("a", "p", followers=5_001)), SurgeRule(followers=6_000)
    )


def test_the_rule_is_told_in_words() -> None:
    assert rule_told(SurgeRule()) == (
        "Near copies are grouped. Single posts show only if they have media, a place, a word of"
        " risk or an author with over 5,000 followers. Everything is saved."
    )
    only = rule_told(SurgeRule(media=False, risk=False, followers=0))
    assert "only if they have a place. " in only
    nothing = rule_told(SurgeRule(media=False, place=False, risk=False, followers=0))
    assert "No single posts show." in nothing


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


def test_the_rule_is_edited_takes_effect_at_once_and_is_kept(
    surging: BoardPage, desk: DeskWindow, settle: Settle, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    view = surging.row.columns[0]
    assert [one.text() for one in view.note.buttons] == ["Show every post", "Edit rule"]
    view.note.buttons[1].click()
    panel = desk.layers.top()
    assert isinstance(panel, RulePanel)
    assert panel.rule() == SurgeRule()
    panel.risk.click()
    panel.many.click()
    assert not panel.followers.isEnabled()
    panel.places.setText("Dunmarsh")
    panel.take.click()
    settle(surging)
    rule = SurgeRule(risk=False, followers=0, places="Dunmarsh")
    assert SettingsFile(settings_file.path.parent).now.surge_rule == rule
    for column in surging.row.columns:
        assert column.surge.rule == rule
    sieve = view.surge.sieve
    assert sieve is not None
    assert sieve.rule == rule
    assert view.note.note is not None
    assert "risk" not in view.note.note.text
    view.show_new()
    qtbot.waitUntil(
        lambda: not any(sieve.covers(one.id) for one in view.list.posts()), timeout=20_000
    )


def test_a_column_made_later_follows_the_rule_that_was_kept(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    desk.change(surge_place=False, surge_followers=900)
    board.open_house(home)
    settle(board)
    assert board.row.columns[0].surge.rule == SurgeRule(place=False, followers=900)


def test_a_rule_without_a_number_of_followers_is_not_taken(desk: DeskWindow) -> None:
    taken: list[SurgeRule] = []
    panel = RulePanel(SurgeRule(), taken.append)
    desk.open_layer(panel)
    panel.followers.setText("")
    assert not panel.take.isEnabled()
    panel.followers.returnPressed.emit()
    assert not taken
    panel.followers.setText("250")
    panel.take.click()
    assert taken == [SurgeRule(followers=250)]


def test_the_word_lists_of_a_surge_are_read_off_the_window_s_thread_before_there_is_one(
    board: BoardPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    readers: list[str] = []

    def bundled_here(*parts: str) -> Path:
        readers.append(threading.current_thread().name)
        return bundled(*parts)

    for module, reads in ((sieve, sieve.risk_words), (places, places._any_place)):
        reads.cache_clear()
        monkeypatch.setattr(module, "bundled", bundled_here)
    for reads_a_list in (sieve._any_risk_word, sieve.is_risky, places.places_in):
        reads_a_list.cache_clear()
    board.session._calm.start(0)
    qtbot.waitUntil(lambda: len(readers) == 2)
    assert threading.main_thread().name not in readers


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
    asked = Asked(0, line, None, [], pour(home, 3, 0), ended=True, everything=True)
    unread = news_of(asker, asked).unread
    assert unread is not None
    assert unread.number >= 3
    for known in (Unread(line, 5, more=False), Unread(line + 1, 1000, more=True)):
        assert news_of(asker, asked._replace(counted=known)).unread == unread
    assert news_of(asker, asked._replace(counted=Unread(line, 1000, more=True))).unread is None
