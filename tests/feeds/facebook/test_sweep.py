"""Comments on all posts, all dialogues, all live videos: nothing missed, nobody kept waiting."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from pytest_httpserver import HTTPServer
from werkzeug.http import http_date
from werkzeug.serving import WSGIRequestHandler

from controlroom.feeds.errors import TokenExpired
from controlroom.feeds.networks.facebook.feed import FacebookFeed
from controlroom.model.errors import OurError
from controlroom.model.post import PostKind
from controlroom.model.stream import Source, SourceKind
from tests.feeds.facebook.busy_page import BusyPage, Thing, minutes
from tests.feeds.facebook.graphs import PAGE, TOKEN, error, expect, feed_of
from tests.feeds.seats import NOW

COMMENTS = Source("facebook", SourceKind.COMMENTS, 1)
MESSAGES = Source("facebook", SourceKind.MESSAGES, 1)
LIVE = Source("facebook", SourceKind.LIVE, 1)
IDA = {"id": "24900000000000108", "name": "Ida Quill"}


@pytest.fixture
def page(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> BusyPage:
    one = BusyPage(NOW - minutes(5_000))
    one.serve(httpserver)
    tell_date(monkeypatch, lambda: http_date(one.now))
    return one


def tell_date(monkeypatch: pytest.MonkeyPatch, date: Callable[[], str]) -> None:
    """Lets the server tell another time than this computer's."""
    monkeypatch.setattr(WSGIRequestHandler, "date_time_string", lambda *_: date())


@pytest.fixture
def feed(httpserver: HTTPServer) -> Iterator[FacebookFeed]:
    one = feed_of(httpserver)
    yield one
    one.close()


def posts_of(page: BusyPage, number: int) -> list[Thing]:
    page.posts = [Thing(f"{PAGE}_{one}", page.now) for one in range(number, 0, -1)]
    return page.posts


def read_all(feed: FacebookFeed, source: Source, known: str) -> tuple[list[str], str]:
    """Reads as the engine does: the newest page, then older ones until the known is reached."""
    read = feed.page(source, known=known)
    ids, mark = [one.remote_id for one in read.posts], read.mark
    while read.older and not read.reached_known:
        assert TOKEN not in read.older
        read = feed.page(source, older=read.older, known=known)
        ids += [one.remote_id for one in read.posts]
    assert read.reached_known == bool(known)
    return ids, mark


@pytest.mark.parametrize("seed", range(4))
def test_no_comment_is_missed_wherever_it_is_made(
    page: BusyPage, feed: FacebookFeed, seed: int
) -> None:
    dice = random.Random(seed)
    posts = posts_of(page, dice.choice([3, 30, 110]))
    found, mark = set(read_all(feed, COMMENTS, "")[0]), ""
    made = 0
    for _ in range(6):
        for _ in range(dice.choice([0, 1, 40, 150])):
            page.now += minutes(dice.choice([0, 0, 1]))
            made += 1
            page.say(posts[min(int(dice.expovariate(0.1)), len(posts) - 1)], made)
        ids, mark = read_all(feed, COMMENTS, mark)
        found.update(ids)
        assert len(found) == made
        page.now += minutes(30)


def test_a_quiet_page_costs_two_questions(page: BusyPage, feed: FacebookFeed) -> None:
    posts = posts_of(page, 110)
    for number in range(300):
        page.now += minutes(1)
        page.say(posts[number % 110], number)
    page.now += minutes(60)
    _, mark = read_all(feed, COMMENTS, "")
    page.now += minutes(60)
    new = page.say(posts[100], 999)
    page.asked.clear()
    ids, _ = read_all(feed, COMMENTS, mark)
    assert new in ids
    assert page.asked == [f"{PAGE}/posts", f"{PAGE}/posts", f"{posts[100].id}/comments"]


def test_a_post_everybody_comments_on_does_not_keep_the_others_back(
    page: BusyPage, feed: FacebookFeed
) -> None:
    posts = posts_of(page, 3)
    page.say(posts[0], 1)
    _, mark = read_all(feed, COMMENTS, "")
    page.now += minutes(60)
    for number in range(2, 1_000):
        page.say(posts[0], number)
    for number in range(1_000, 1_040):
        page.say(posts[2], number)
    page.asked.clear()
    read_all(feed, COMMENTS, mark)
    assert page.asked[1:3] == [f"{posts[0].id}/comments", f"{posts[2].id}/comments"]
    assert page.asked.count(f"{posts[2].id}/comments") == 1


def test_a_sweep_ends_at_the_latest_posts(page: BusyPage, feed: FacebookFeed) -> None:
    posts = posts_of(page, 400)
    for number, post in enumerate(posts):
        page.say(post, number)
    ids, _ = read_all(feed, COMMENTS, "")
    assert len(ids) == 125


def test_comments_know_their_post_and_come_newest_first(page: BusyPage, feed: FacebookFeed) -> None:
    posts = posts_of(page, 2)
    first = page.say(posts[0], 1)
    page.now += minutes(1)
    second = page.say(posts[1], 2, parent={"id": "1_1"})
    read = feed.page(COMMENTS)
    assert [one.remote_id for one in read.posts] == [second, first]
    assert [one.root for one in read.posts] == [posts[1].id, posts[0].id]
    assert [one.reply_to for one in read.posts] == ["1_1", posts[0].id]
    assert datetime.fromisoformat(read.mark) == page.now


def test_a_post_deleted_while_it_waits_does_not_end_the_sweep(
    page: BusyPage, feed: FacebookFeed
) -> None:
    posts = posts_of(page, 2)
    for number in range(80):
        page.say(posts[number % 2], number)
    first = feed.page(COMMENTS)
    page.gone.add(posts[0].id)
    second = feed.page(COMMENTS, older=first.older)
    third = feed.page(COMMENTS, older=second.older)
    assert second.posts == ()
    assert len({one.remote_id for one in (*first.posts, *third.posts)}) == 50 + 15 + 0
    assert third.older == ""


def test_a_page_says_how_far_back_it_is_complete(page: BusyPage, feed: FacebookFeed) -> None:
    posts = posts_of(page, 2)
    for number in range(60):
        page.now += minutes(1)
        page.say(posts[0], number)
    page.say(posts[1], 100, created_time="2020-01-01T00:00:00+0000")
    first = feed.page(COMMENTS)
    assert first.back_to == page.now - minutes(24)
    assert min(one.created_at for one in first.posts).year == 2020
    second = feed.page(COMMENTS, older=first.older)
    assert (second.older, second.back_to) == ("", None)


def test_while_posts_are_unlisted_only_what_comes_is_complete(
    page: BusyPage, feed: FacebookFeed
) -> None:
    page.say(posts_of(page, 26)[0], 1)
    page.now += minutes(5)
    assert feed.page(COMMENTS).back_to == page.now


def test_dialogues_are_complete_as_far_as_they_are_listed(
    page: BusyPage, feed: FacebookFeed
) -> None:
    page.dialogues = [Thing(f"t_{one}", page.now) for one in range(30)]
    for number, dialogue in enumerate(page.dialogues):
        page.now += minutes(1)
        page.say(dialogue, number, **{"from": IDA})
    assert feed.page(MESSAGES).back_to == page.now - minutes(24)


def test_a_bad_thing_and_a_bad_comment_are_set_aside(
    httpserver: HTTPServer, feed: FacebookFeed
) -> None:
    body = (
        '{"data": [{"id": 5}, 7, {"id": "1_2", "comments": {"data": [{"id": "2_1", "created_time":'
        '"2026-11-22T11:00:00+0000"}, {"id": "2_2"}]}}, {"id": "1_3", "comments": {}}]}'
    )
    expect(httpserver, f"{PAGE}/posts").respond_with_data(body)
    read = feed.page(COMMENTS)
    assert [one.remote_id for one in read.posts] == ["2_1"]
    assert len(read.set_aside) == 4


def test_a_fault_of_all_ends_the_sweep(httpserver: HTTPServer, feed: FacebookFeed) -> None:
    expect(httpserver, f"{PAGE}/posts").respond_with_data(error(190), status=401)
    with pytest.raises(TokenExpired):
        feed.page(COMMENTS)


def test_a_list_that_leads_to_itself_ends(httpserver: HTTPServer, feed: FacebookFeed) -> None:
    same = '{"data": [], "paging": {"next": "https://x/?after=same"}}'
    expect(httpserver, f"{PAGE}/posts", once=False).respond_with_data(same)
    read = feed.page(COMMENTS)
    assert feed.page(COMMENTS, older=read.older).older == ""


def test_a_comment_of_the_future_does_not_hide_later_ones(
    page: BusyPage, feed: FacebookFeed
) -> None:
    page.say(posts_of(page, 1)[0], 1, created_time="2099-01-01T00:00:00+0000")
    assert datetime.fromisoformat(feed.page(COMMENTS).mark) == page.now


@pytest.mark.parametrize("date", ["", "soon", "Sun, 99 Nov 2026 12:00:00 GMT"])
def test_without_the_networks_time_the_newest_comment_is_the_mark(
    httpserver: HTTPServer, feed: FacebookFeed, monkeypatch: pytest.MonkeyPatch, date: str
) -> None:
    tell_date(monkeypatch, lambda: date)
    for moment, mark in (("2026-11-22T11:00:00+0000", NOW - minutes(60)), ("2099-01-01", NOW)):
        item = {"id": "2_1", "created_time": moment}
        body = {"data": [{"id": "1_2", "comments": {"data": [item]}}]}
        expect(httpserver, f"{PAGE}/posts").respond_with_json(body)
        assert datetime.fromisoformat(feed.page(COMMENTS).mark) == mark


def test_an_unreadable_mark_is_none(page: BusyPage, feed: FacebookFeed) -> None:
    posts = posts_of(page, 1)
    page.say(posts[0], 1)
    read = feed.page(COMMENTS, known="what is this")
    assert (len(read.posts), read.reached_known) == (1, False)


def test_a_cursor_of_somebody_else_is_our_fault(feed: FacebookFeed) -> None:
    with pytest.raises(OurError):
        feed.page(COMMENTS, older="after=5")


def test_messages_of_all_dialogues_stop_at_the_first_unchanged_one(
    page: BusyPage, feed: FacebookFeed
) -> None:
    page.dialogues = [Thing(f"t_{one}", page.now) for one in range(60)]
    for number, dialogue in enumerate(page.dialogues * 2):
        page.now += minutes(1)
        page.say(dialogue, number, **{"from": IDA})
    ids, mark = read_all(feed, MESSAGES, "")
    assert len(ids) == 120
    page.now += minutes(60)
    new = [page.say(page.dialogues[7], 500 + n, **{"from": IDA}) for n in range(30)]
    page.asked.clear()
    ids, _ = read_all(feed, MESSAGES, mark)
    assert set(new) <= set(ids)
    assert page.asked == [f"{PAGE}/conversations", "t_7/messages"]


def test_messages_belong_to_their_dialogue(page: BusyPage, feed: FacebookFeed) -> None:
    page.dialogues = [Thing("t_9", page.now)]
    page.say(page.dialogues[0], 1, **{"from": IDA})
    (message,) = feed.page(MESSAGES).posts
    assert (message.kind, message.root, message.author.name) == (
        PostKind.MESSAGE,
        "t_9",
        "Ida Quill",
    )


def test_what_is_live_is_read_together(page: BusyPage, feed: FacebookFeed) -> None:
    page.live = [Thing("881", page.now), Thing("882", page.now)]
    for number in range(70):
        page.say(page.live[0], number)
    page.now += minutes(20)
    page.say(page.live[1], 900)
    ids, mark = read_all(feed, LIVE, "")
    assert len(set(ids)) == 71
    page.now += minutes(20)
    new = page.say(page.live[1], 901)
    page.asked.clear()
    ids, _ = read_all(feed, LIVE, mark)
    assert new in ids
    assert page.asked == [f"{PAGE}/live_videos"]
    assert {one.root for one in feed.page(LIVE).posts} == {"881", "882"}


def test_nothing_live_is_no_fault(page: BusyPage, feed: FacebookFeed) -> None:
    read = feed.page(LIVE, known=NOW.isoformat())
    assert (read.posts, read.older, read.reached_known) == ((), "", True)
