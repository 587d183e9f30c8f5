"""A second look: only what a server says by itself is gone, is gone."""

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.base import Looked
from controlroom.feeds.errors import BudgetUsed, NetworkDown, TokenExpired
from tests.feeds.mastodon.server import asked, feed_to, host_of, status

MANY = "/api/v1/statuses"


def look(server: HTTPServer, *numbers: str) -> Looked:
    with feed_to(server) as feed:
        return feed.look([f"{host_of(server)}/{number}" for number in numbers])


def alone(server: HTTPServer, number: str, code: int = 200, body: object = None) -> None:
    request = server.expect_request(f"{MANY}/{number}")
    request.respond_with_json(body or status(number), status=code)


def test_newer_servers_show_several_at_once(httpserver: HTTPServer) -> None:
    httpserver.expect_request(MANY).respond_with_json([status("2"), status("1", content="new")])
    looked = look(httpserver, "1", "2", "1")
    assert [post.text for post in looked.posts][1] == "new"
    assert looked.gone == ()
    assert httpserver.log[0][0].args.getlist("id[]") == ["1", "2"]
    assert asked(httpserver) == [MANY]


def test_what_was_left_out_is_asked_for_by_itself(httpserver: HTTPServer) -> None:
    httpserver.expect_request(MANY).respond_with_json([status("1")])
    alone(httpserver, "2", 404, {"error": "Record not found"})
    alone(httpserver, "3")
    looked = look(httpserver, "1", "2", "3")
    assert [post.remote_id.rpartition("/")[2] for post in looked.posts] == ["1", "3"]
    assert looked.gone == (f"{host_of(httpserver)}/2",)


@pytest.mark.parametrize("code", [400, 404, 405, 422])
def test_older_servers_are_asked_one_by_one(httpserver: HTTPServer, code: int) -> None:
    httpserver.expect_request(MANY).respond_with_data("<html>", status=code)
    alone(httpserver, "1")
    alone(httpserver, "2", 410)
    looked = look(httpserver, "1", "2")
    assert (len(looked.posts), looked.gone) == (1, (f"{host_of(httpserver)}/2",))


def test_a_post_that_cannot_be_read_is_not_gone(httpserver: HTTPServer) -> None:
    httpserver.expect_request(MANY).respond_with_json([{"id": "1"}])
    alone(httpserver, "1", body={"id": "1"})
    assert look(httpserver, "1") == Looked()


@pytest.mark.parametrize(
    ("code", "error"), [(401, TokenExpired), (429, BudgetUsed), (503, NetworkDown)]
)
def test_a_fault_makes_nothing_gone(
    httpserver: HTTPServer, code: int, error: type[Exception]
) -> None:
    httpserver.expect_request(MANY).respond_with_json([])
    alone(httpserver, "1", code, {"error": "no"})
    with pytest.raises(error):
        look(httpserver, "1")


def test_posts_of_another_server_are_not_asked_for(httpserver: HTTPServer) -> None:
    with feed_to(httpserver) as feed:
        assert feed.look(["other.example/1"]) == Looked()
    assert asked(httpserver) == []


def test_the_budget_is_told(httpserver: HTTPServer) -> None:
    def tell(_: Request) -> Response:
        headers = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "7"}
        reset = {"X-RateLimit-Reset": "2026-11-22T12:05:00.000Z"}
        return Response("[]", headers=headers | reset)

    httpserver.expect_request(MANY).respond_with_handler(tell)
    alone(httpserver, "1", 404)
    assert [budget.remaining for budget in look(httpserver, "1").budgets] == [7]
