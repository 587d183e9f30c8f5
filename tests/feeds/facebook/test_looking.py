"""The second look: what stands now, what is gone, and what nobody can say."""

from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import BudgetUsed, NetworkDown
from controlroom.feeds.networks.facebook.feed import FacebookFeed
from tests.feeds.facebook.graphs import PAGE, comment, error, expect, feed_of, post

ABSENT = error(100, "Unsupported get request.", error_subcode=33)
NO_FIELD = error(100, "(#100) Tried accessing nonexisting field (parent) on node type (PagePost)")


@pytest.fixture
def feed(httpserver: HTTPServer) -> Iterator[FacebookFeed]:
    one = feed_of(httpserver)
    yield one
    one.close()


def test_posts_and_comments_are_each_asked_for_at_once(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    ours = f"{PAGE}_1,{PAGE}_2"
    posts = {f"{PAGE}_1": post("1", message="edited"), f"{PAGE}_2": post("2")}
    expect(httpserver, "", {"ids": ours}).respond_with_json(posts)
    expect(httpserver, "", {"ids": "1_7"}).respond_with_json(
        {"1_7": comment("1_7", object={"id": "1"}, parent={"id": "1_6"})}
    )
    looked = feed.look([f"{PAGE}_1", "1_7", f"{PAGE}_2", f"{PAGE}_1"])
    assert [one.text for one in looked.posts] == ["edited", "post 2", "1_7"]
    assert (looked.posts[2].root, looked.posts[2].reply_to) == (f"{PAGE}_1", "1_6")
    assert looked.gone == ()


def test_one_that_is_gone_does_not_hide_the_others(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    expect(httpserver, "", {"ids": "1_7,1_8"}).respond_with_data(ABSENT, status=400)
    expect(httpserver, "1_7").respond_with_data(ABSENT, status=400)
    expect(httpserver, "1_8").respond_with_json(comment("1_8"))
    looked = feed.look(["1_7", "1_8"])
    assert [one.remote_id for one in looked.posts] == ["1_8"]
    assert looked.gone == ("1_7",)


def test_one_that_is_left_out_is_asked_for_by_itself(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    expect(httpserver, "", {"ids": "1_7,1_8"}).respond_with_json({"1_8": comment("1_8")})
    expect(httpserver, "1_7").respond_with_data(error(803), status=404)
    assert feed.look(["1_7", "1_8"]).gone == ("1_7",)


def test_when_all_are_gone_the_page_has_to_answer(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    expect(httpserver, "", once=False).respond_with_data(ABSENT, status=400)
    expect(httpserver, "1_7", once=False).respond_with_data(ABSENT, status=400)
    expect(httpserver, PAGE).respond_with_json({"id": PAGE})
    assert feed.look(["1_7"]).gone == ("1_7",)
    expect(httpserver, PAGE).respond_with_data(error(10), status=403)
    assert feed.look(["1_7"]).gone == ()


def test_what_must_not_be_seen_is_not_gone(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    expect(httpserver, "", {"ids": "1_7,1_8"}).respond_with_data(error(200), status=403)
    expect(httpserver, "1_7").respond_with_data(error(10), status=403)
    expect(httpserver, "1_8").respond_with_json(comment("1_8"))
    looked = feed.look(["1_7", "1_8"])
    assert (len(looked.posts), looked.gone) == (1, ())


def test_a_post_of_somebody_else_is_found_after_all(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    theirs = {**post("1"), "id": "9002_5"}
    expect(httpserver, "", {"ids": "9002_5"}).respond_with_data(NO_FIELD, status=400)
    expect(httpserver, "9002_5").respond_with_data(NO_FIELD, status=400)
    expect(httpserver, "9002_5").respond_with_json(theirs)
    assert [one.remote_id for one in feed.look(["9002_5"]).posts] == ["9002_5"]


def test_what_is_neither_is_left_alone(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    expect(httpserver, "", once=False).respond_with_data(NO_FIELD, status=400)
    expect(httpserver, "9002", once=False).respond_with_data(NO_FIELD, status=400)
    looked = feed.look(["9002"])
    assert (looked.posts, looked.gone) == ((), ())


def test_what_cannot_be_read_is_neither_there_nor_gone(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    expect(httpserver, "").respond_with_data('{"1_7": {"id": 5}, "1_8": NaN}')
    looked = feed.look(["1_7", "1_8"])
    assert (looked.posts, looked.gone) == ((), ())


def test_messages_are_not_looked_at(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    looked = feed.look(["m_1"])
    assert (looked.posts, looked.gone, httpserver.log) == ((), (), [])


@pytest.mark.parametrize(
    ("body", "status", "fault"), [(error(32), 400, BudgetUsed), (error(2), 503, NetworkDown)]
)
def test_a_fault_of_all_ends_the_look(
    feed: FacebookFeed, httpserver: HTTPServer, body: str, status: int, fault: type[Exception]
) -> None:
    expect(httpserver, "").respond_with_data(ABSENT, status=400)
    expect(httpserver, "1_7").respond_with_data(body, status=status)
    with pytest.raises(fault):
        feed.look(["1_7", "1_8"])
    assert len(httpserver.log) == 2
