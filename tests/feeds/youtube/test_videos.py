"""A channel's videos and searches, read page by page."""

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import NotFound
from controlroom.model.errors import OurError
from controlroom.model.stream import Source, SourceKind
from tests.feeds.youtube.network import CHANNEL, Network, comment, feed_to, video

POSTS = Source("youtube", SourceKind.POSTS, 1)
SEARCH = Source("youtube", SourceKind.SEARCH, 1, "a17 closure")


def uploaded(*numbers: str) -> Network:
    return Network(videos={one: video(one) for one in numbers}, uploads=list(numbers))


def test_uploads_come_whole_page_by_page_and_never_by_a_search(httpserver: HTTPServer) -> None:
    network = uploaded("v5", "v4", "v3", "v2", "v1")
    with feed_to(httpserver, network) as feed:
        first = feed.page(POSTS)
        assert [post.remote_id for post in first.posts] == ["v5", "v4"]
        assert (first.older, first.reached_known) == ("at2", False)
        assert network.paths() == ["channels", "playlistItems", "videos"]
        second = feed.page(POSTS, older=first.older, known=first.mark)
        third = feed.page(POSTS, older=second.older, known=first.mark)
    assert [post.remote_id for page in (second, third) for post in page.posts] == ["v3", "v2", "v1"]
    assert (second.mark, third.older) == ("", "")
    assert network.paths() == ["playlistItems", "videos"] * 2


def test_what_is_known_is_reached(httpserver: HTTPServer) -> None:
    network = uploaded("v2", "v1")
    with feed_to(httpserver, network) as feed:
        mark = feed.page(POSTS).mark
        network.videos["v3"], network.uploads = video("v3"), ["v3", "v2", "v1"]
        page = feed.page(POSTS, known=mark)
    assert page.reached_known
    assert [post.remote_id for post in page.posts] == ["v3", "v2"]
    assert page.mark != mark


def test_an_unchanged_list_is_not_read_again(httpserver: HTTPServer) -> None:
    network = uploaded("v2", "v1")
    with feed_to(httpserver, network) as feed:
        mark = feed.page(POSTS).mark
        network.paths()
        page = feed.page(POSTS, known=mark)
    assert (page.posts, page.mark, page.reached_known) == ((), mark, True)
    assert network.paths() == ["playlistItems"]


def test_a_video_others_cannot_see_is_no_post(httpserver: HTTPServer) -> None:
    network = uploaded("v2", "v1")
    network.videos["v2"] |= {"status": {"privacyStatus": "private"}}
    del network.videos["v1"]
    with feed_to(httpserver, network) as feed:
        page = feed.page(POSTS)
    assert (page.posts, page.set_aside) == ((), ())


def test_a_channel_without_videos_has_nothing_new(httpserver: HTTPServer) -> None:
    with feed_to(httpserver, Network()) as feed:
        page = feed.page(POSTS, known="m")
    assert (page.posts, page.mark, page.reached_known) == ((), "m", True)


def test_another_channel_can_be_read_and_a_missing_one_is_not_found(httpserver: HTTPServer) -> None:
    network = uploaded("v1")
    with feed_to(httpserver, network) as feed:
        assert feed.page(Source("youtube", SourceKind.POSTS, 1, CHANNEL)).posts
        with pytest.raises(NotFound):
            feed.page(Source("youtube", SourceKind.POSTS, 1, "UCnobody"))


def test_a_search_brings_whole_videos(httpserver: HTTPServer) -> None:
    network = uploaded("v3", "v2", "v1")
    network.found = ["v3", "v2", "v1"]
    with feed_to(httpserver, network) as feed:
        first = feed.page(SEARCH)
        assert network.asked[0][1]["q"] == "a17 closure"
        assert network.paths() == ["search", "videos"]
        second = feed.page(SEARCH, older=first.older, known=first.mark)
        again = feed.page(SEARCH, known=first.mark)
    assert [post.remote_id for post in (*first.posts, *second.posts)] == ["v3", "v2", "v1"]
    assert again.reached_known


def test_a_search_without_results_asks_for_no_video(httpserver: HTTPServer) -> None:
    network = Network()
    with feed_to(httpserver, network) as feed:
        assert feed.page(SEARCH).posts == ()
    assert network.paths() == ["search"]


def test_a_bad_entry_is_set_aside_and_the_rest_comes(httpserver: HTTPServer) -> None:
    network = uploaded("v2", "v1")
    network.videos["v2"] = {"id": "v2", "snippet": None}
    with feed_to(httpserver, network) as feed:
        page = feed.page(POSTS)
    assert [post.remote_id for post in page.posts] == ["v1"]
    assert len(page.set_aside) == 1


@pytest.mark.parametrize("kind", [SourceKind.MENTIONS, SourceKind.HOME, SourceKind.MESSAGES])
def test_what_the_network_does_not_have_is_our_mistake(
    httpserver: HTTPServer, kind: SourceKind
) -> None:
    with feed_to(httpserver, Network()) as feed, pytest.raises(OurError, match=kind):
        feed.page(Source("youtube", kind, 1))
    assert kind not in feed.capabilities.reads


def test_our_channel_has_one_name_whatever_it_wrote(httpserver: HTTPServer) -> None:
    network = uploaded("v1")
    own = comment("UgwOwn", "Thank you")
    own["snippet"] |= {
        "authorDisplayName": "@WestmarchPolice",
        "authorChannelId": {"value": CHANNEL},
    }
    network.threads, network.answers = ["UgwTop"], {"UgwTop": [own]}
    with feed_to(httpserver, network) as feed:
        (clip,) = feed.page(POSTS).posts
        answer = feed.page(Source("youtube", SourceKind.COMMENTS, 1)).posts[0]
        (again,) = feed.look(["v1"]).posts
    for post in (clip, answer, again):
        assert (post.author.handle, post.author.name) == ("westmarchpolice", "Westmarch Police")
