"""A second look: as it stands now, or clearly gone; never gone because of a fault."""

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Looked
from controlroom.feeds.errors import BudgetUsed, NonsenseReceived
from tests.feeds.youtube.network import Network, answer, comment, feed_to, refusal, video

TOP, OTHER = "UgwTop00000000000000AaAB", "UgwOther000000000000AaAB"


def network() -> Network:
    return Network(
        videos={"v0000000001": video("v0000000001", "New title")},
        threads=[TOP],
        answers={TOP: [comment(f"{TOP}.1", "Answer")]},
    )


def look(server: HTTPServer, one: Network, *ids: str) -> Looked:
    with feed_to(server, one) as feed:
        return feed.look(ids)


def test_videos_comments_and_answers_are_looked_up_at_once(httpserver: HTTPServer) -> None:
    one = network()
    looked = look(httpserver, one, "v0000000001", TOP, f"{TOP}.1", OTHER, f"{TOP}.2", "v0000000002")
    assert {post.remote_id for post in looked.posts} == {"v0000000001", TOP, f"{TOP}.1"}
    assert set(looked.gone) == {OTHER, f"{TOP}.2", "v0000000002"}
    assert one.paths() == ["videos", "commentThreads", "comments"]


def test_an_answer_keeps_its_video_and_a_comment_its_number_of_answers(
    httpserver: HTTPServer,
) -> None:
    looked = look(httpserver, network(), f"{TOP}.1", TOP)
    posts = {post.remote_id: post for post in looked.posts}
    assert (posts[f"{TOP}.1"].reply_to, posts[f"{TOP}.1"].root) == (TOP, "wEstm4rch01")
    assert posts[TOP].metrics.replies == 1


def test_messages_of_a_chat_are_never_called_gone(httpserver: HTTPServer) -> None:
    one = network()
    assert look(httpserver, one, "LCC.EhwKGkNQ.x") == Looked()
    assert one.paths() == []


def test_a_video_others_cannot_see_is_not_called_gone(httpserver: HTTPServer) -> None:
    one = network()
    one.videos["v0000000001"] |= {"status": {"privacyStatus": "private"}}
    assert look(httpserver, one, "v0000000001") == Looked()


def test_a_video_that_cannot_be_read_is_not_called_gone(httpserver: HTTPServer) -> None:
    one = network()
    one.videos["v0000000001"] = {"id": "v0000000001", "snippet": 5}
    assert look(httpserver, one, "v0000000001") == Looked()


def test_an_item_nobody_can_name_makes_nothing_gone(httpserver: HTTPServer) -> None:
    one = network()
    one.videos["v0000000001"] = {"snippet": 5}
    assert look(httpserver, one, "v0000000001", "v0000000002") == Looked()


def test_one_of_them_is_not_there_is_looked_into(httpserver: HTTPServer) -> None:
    one = network()
    missing = refusal(404, "commentNotFound")
    one.refuses = [missing, missing]
    looked = look(httpserver, one, OTHER, TOP)
    assert [post.remote_id for post in looked.posts] == []
    assert set(looked.gone) == {TOP, OTHER}


def test_looking_into_it_has_an_end(httpserver: HTTPServer) -> None:
    one = network()
    one.refuses = [refusal(404, "commentNotFound") for _ in range(99)]
    looked = look(httpserver, one, *(f"UgwMissing{n:014d}" for n in range(50)))
    assert len(one.paths()) == 12
    assert len(looked.gone) < 50


@pytest.mark.parametrize("body", [{}, {"items": []}, {"kind": "youtube#other", "items": []}, []])
def test_an_answer_of_another_kind_makes_nothing_gone(httpserver: HTTPServer, body: object) -> None:
    one = network()
    one.refuses = [answer(body)]
    with pytest.raises(NonsenseReceived):
        look(httpserver, one, "v0000000001")


def test_a_refusal_makes_nothing_gone(httpserver: HTTPServer) -> None:
    one = network()
    one.refuses = [refusal(403, "quotaExceeded")]
    with pytest.raises(BudgetUsed):
        look(httpserver, one, TOP)
