"""Comments with all their answers, each read for as little as possible."""

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Page
from controlroom.feeds.errors import NotFound
from controlroom.feeds.networks.youtube.feed import YouTubeFeed
from controlroom.feeds.networks.youtube.refusals import CommentsOff
from controlroom.model.stream import Source, SourceKind
from tests.feeds.youtube.network import CHANNEL, Item, Network, comment, feed_to, refusal, video

COMMENTS = Source("youtube", SourceKind.COMMENTS, 1)
VIDEO = "wEstm4rch01"


def number(of: int) -> str:
    return f"Ugw{of:019d}AaAB"


def answers(of: int, many: int) -> list[Item]:
    return [comment(f"{number(of)}.{n}", at=f"2026-11-22T09:{n:02}:00Z") for n in range(many)]


def commented(*numbers: int, **many: int) -> Network:
    told = {number(int(of[1:])): answers(int(of[1:]), n) for of, n in many.items()}
    return Network(threads=[number(one) for one in numbers], answers=told)


def walk(feed: YouTubeFeed, source: Source, known: str = "") -> list[Page]:
    """Follows pages as far as whoever reads would."""
    pages = [feed.page(source, known=known)]
    while pages[-1].older and not pages[-1].reached_known:
        pages.append(feed.page(source, older=pages[-1].older, known=known))
    return pages


def ids(pages: list[Page]) -> list[str]:
    return [post.remote_id for page in pages for post in page.posts]


def test_all_of_the_channel_or_one_video(httpserver: HTTPServer) -> None:
    network = commented(1)
    with feed_to(httpserver, network) as feed:
        feed.page(COMMENTS)
        feed.page(Source("youtube", SourceKind.COMMENTS, 1, VIDEO))
        feed.page(Source("youtube", SourceKind.COMMENTS, 1, CHANNEL))
    asked = [query for _, query in network.asked]
    assert [one.get("allThreadsRelatedToChannelId") for one in asked] == [CHANNEL, None, CHANNEL]
    assert asked[1]["videoId"] == VIDEO


def test_answers_kept_back_are_asked_for_one_page_at_a_time(httpserver: HTTPServer) -> None:
    network = commented(3, 2, 1, n3=12, n1=3)
    network.page = 10
    with feed_to(httpserver, network) as feed:
        pages = walk(feed, COMMENTS)
    assert network.paths() == ["commentThreads", "comments", "comments"]
    assert set(ids(pages)) == {number(n) for n in (1, 2, 3)} | {
        one["id"] for of, n in ((3, 12), (1, 3)) for one in answers(of, n)
    }
    assert all(post.root == VIDEO for page in pages for post in page.posts)


def test_a_second_read_fetches_what_the_first_page_left(httpserver: HTTPServer) -> None:
    network = commented(2, 1, n2=7)
    with feed_to(httpserver, network) as feed:
        first = feed.page(COMMENTS)
        pages = walk(feed, COMMENTS, first.mark)
        third = feed.page(COMMENTS, known=pages[0].mark)
    assert set(ids([first, *pages])) >= {one["id"] for one in answers(2, 7)}
    assert pages[-1].reached_known
    assert not any(page.reached_known for page in pages[:-1])
    assert (third.posts, third.reached_known) == ((), True)


def test_only_a_comment_with_other_answers_is_asked_about(httpserver: HTTPServer) -> None:
    network = commented(2, 1, n2=7, n1=8)
    with feed_to(httpserver, network) as feed:
        mark = walk(feed, COMMENTS, feed.page(COMMENTS).mark)[0].mark
        network.paths()
        network.answers[number(1)] = answers(1, 9)
        network.page = 50
        pages = walk(feed, COMMENTS, mark)
    asked = [query["parentId"] for what, query in network.asked if what == "comments"]
    assert asked == [number(1)]
    assert f"{number(1)}.8" in ids(pages)


def test_pages_go_back_until_what_is_known(httpserver: HTTPServer) -> None:
    network = commented(2, 1)
    with feed_to(httpserver, network) as feed:
        mark = feed.page(COMMENTS).mark
        network.threads = [number(n) for n in range(9, 0, -1)]
        pages = walk(feed, COMMENTS, mark)
    assert pages[-1].reached_known
    assert ids(pages)[:7] == [number(n) for n in range(9, 2, -1)]


def test_reading_can_be_broken_off_and_gone_on_with(httpserver: HTTPServer) -> None:
    network = commented(4, 3, 2, 1, n4=9, n1=6)
    with feed_to(httpserver, network) as feed:
        first = feed.page(COMMENTS)
    with feed_to(httpserver, network) as other:
        pages, older = [first], first.older
        while older:
            pages.append(other.page(COMMENTS, older=older))
            older = pages[-1].older
    assert len(set(ids(pages))) == 4 + 9 + 6


def test_a_comment_deleted_meanwhile_stops_nothing(httpserver: HTTPServer) -> None:
    network = commented(2, 1, n2=9)
    with feed_to(httpserver, network) as feed:
        first = feed.page(COMMENTS)
        network.threads.remove(number(2))
        assert feed.page(COMMENTS, older=first.older).older == ""


def test_a_place_the_network_has_forgotten_is_read_from_the_newest_on(
    httpserver: HTTPServer,
) -> None:
    network = commented(3, 2, 1)
    with feed_to(httpserver, network) as feed:
        first = feed.page(COMMENTS)
        network.refuses = [refusal(400, "invalidPageToken")]
        page = feed.page(COMMENTS, older=first.older)
    assert ids([page]) == [number(3), number(2)]
    assert page.older == first.older


def test_comments_turned_off_are_said_to_be(httpserver: HTTPServer) -> None:
    network = Network(refuses=[refusal(403, "commentsDisabled")])
    with feed_to(httpserver, network) as feed, pytest.raises(CommentsOff, match="turned off"):
        feed.page(Source("youtube", SourceKind.COMMENTS, 1, VIDEO))


def test_a_conversation_is_a_comment_with_all_its_answers(httpserver: HTTPServer) -> None:
    network = commented(2, 1, n1=12)
    network.page = 8
    for about in (number(1), f"{number(1)}.7"):
        with feed_to(httpserver, network) as feed:
            pages = walk(feed, Source("youtube", SourceKind.CONVERSATION, 1, about))
        assert set(ids(pages)) == {number(1), *(one["id"] for one in answers(1, 12))}


def test_a_conversation_without_new_answers_is_reached_at_once(httpserver: HTTPServer) -> None:
    network = commented(1, n1=3)
    about = Source("youtube", SourceKind.CONVERSATION, 1, number(1))
    with feed_to(httpserver, network) as feed:
        page = feed.page(about, known=feed.page(about).mark)
    assert (page.reached_known, page.older) == (True, "")


def test_a_conversation_that_is_gone_is_not_found(httpserver: HTTPServer) -> None:
    with feed_to(httpserver, commented(1)) as feed, pytest.raises(NotFound):
        feed.page(Source("youtube", SourceKind.CONVERSATION, 1, number(5)))


def test_a_conversation_about_a_video_begins_with_it(httpserver: HTTPServer) -> None:
    network = commented(1)
    network.videos = {VIDEO: video(VIDEO)}
    with feed_to(httpserver, network) as feed:
        page = feed.page(Source("youtube", SourceKind.CONVERSATION, 1, VIDEO))
    assert ids([page]) == [number(1), VIDEO]


@pytest.mark.parametrize("old", ["9 8 7", "[]", "{}", '["x",5]', "[[", "null"])
def test_a_mark_or_place_of_an_older_version_begins_anew(httpserver: HTTPServer, old: str) -> None:
    network = commented(3, 2, 1)
    with feed_to(httpserver, network) as feed:
        page = feed.page(COMMENTS, known=old)
        again = feed.page(COMMENTS, older=old)
    assert (ids([page]), page.reached_known) == ([number(3), number(2)], False)
    assert ids([again]) == ids([page])
