"""Listening to servers that stream events, and to those that know only websockets."""

import json
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus

import pytest
from pytest_httpserver import HTTPServer
from websockets.http11 import Request as Asked
from websockets.http11 import Response as Answered
from websockets.sync.server import ServerConnection
from websockets.sync.server import serve as serve_sockets
from werkzeug import Request, Response

from controlroom.feeds.base import Heard
from controlroom.feeds.errors import (
    BudgetUsed,
    HungUp,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.networks.mastodon.events import LONGEST
from controlroom.feeds.networks.mastodon.feed import CAPABILITIES
from controlroom.feeds.networks.mastodon.streaming import channels
from controlroom.model.credential import AppKey, Credential
from controlroom.model.stream import Source, SourceKind
from tests.feeds.mastodon.server import Item, asked, feed_to, host_of, status

HOME = Source("mastodon", SourceKind.HOME, 1)
MENTIONS = Source("mastodon", SourceKind.MENTIONS, 1)
MESSAGES = Source("mastodon", SourceKind.MESSAGES, 1)
TAG = Source("mastodon", SourceKind.HASHTAG, 1, "M97")
LIST = Source("mastodon", SourceKind.LIST, 1, "5")
USER = "/api/v1/streaming/user"
MENTION = {"id": "9", "type": "mention", "status": status("3")}


def event(name: str, payload: object) -> bytes:
    told = payload if isinstance(payload, str) else json.dumps(payload)
    return f"event: {name}\ndata: {told}\n\n".encode()


def frame(name: str, payload: object) -> str:
    told = payload if isinstance(payload, str) else json.dumps(payload)
    return json.dumps({"stream": ["user"], "event": name, "payload": told})


def tells(server: HTTPServer, streaming: str | None = "") -> None:
    """Lets a server say where it streams; "" leaves it out."""
    urls = {} if streaming == "" else {"streaming": streaming}
    server.expect_request("/api/v2/instance").respond_with_json({"configuration": {"urls": urls}})


def streams(server: HTTPServer, *parts: bytes, path: str = USER) -> None:
    def respond(_: Request) -> Response:
        return Response(iter(parts), content_type="text/event-stream")

    server.expect_request(path).respond_with_handler(respond)


def hears(
    server: HTTPServer, sources: Sequence[Source], credential: Credential = Credential("SENTINEL")
) -> tuple[list[Heard], int, ReadError]:
    """Listens until it breaks; returns what was heard, how often it was ready, and why."""
    heard: list[Heard] = []
    ready: list[None] = []
    with feed_to(server, credential) as feed, pytest.raises(ReadError) as caught:
        feed.listen(sources, heard.append, lambda: ready.append(None))
    return heard, len(ready), caught.value


@contextmanager
def sockets(
    *frames: str | bytes,
    seen: Callable[[ServerConnection], None] = lambda _: None,
    otherwise: int = 404,
) -> Iterator[str]:
    """A server that knows only websockets and sends these; yields its address.

    Args:
        otherwise: what it answers, with a web page, to a usual question.
    """

    def answer(connection: ServerConnection, request: Asked) -> Answered | None:
        if "Upgrade" in request.headers:
            return None
        return connection.respond(HTTPStatus(otherwise), "<!doctype html>\n<html>a page</html>")

    def talk(connection: ServerConnection) -> None:
        seen(connection)
        for one in frames:
            connection.send(one)

    with serve_sockets(talk, "localhost", 0, process_request=answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"ws://localhost:{server.socket.getsockname()[1]}"
        finally:
            server.shutdown()
            thread.join()


def test_every_event_becomes_what_was_heard(httpserver: HTTPServer) -> None:
    tells(httpserver)
    streams(
        httpserver,
        b":)\n\n",
        event("update", status("1")),
        b":thump\n\n",
        event("status.update", status("1", content="<p>new</p>")),
        event("notification", MENTION),
        event("notification", {"id": "8", "type": "follow"}),
        event("delete", "1"),
        event("filters_changed", ""),
    )
    heard, ready, error = hears(httpserver, [HOME, MENTIONS])
    host = host_of(httpserver)
    assert [(one.sources, [post.remote_id for post in one.posts], one.gone) for one in heard] == [
        ((HOME,), [f"{host}/1"], ()),
        ((HOME,), [f"{host}/1"], ()),
        ((MENTIONS,), [f"{host}/3"], ()),
        ((HOME, MENTIONS), [], (f"{host}/1",)),
    ]
    assert heard[1].posts[0].text == "new"
    assert json.loads(heard[0].posts[0].raw) == status("1")
    assert ready == 1
    assert isinstance(error, NetworkDown)


def test_direct_messages_have_a_stream_of_their_own(httpserver: HTTPServer) -> None:
    tells(httpserver)
    told = {"id": "d1", "last_status": status("4", visibility="direct")}
    streams(httpserver, event("conversation", told), path="/api/v1/streaming/direct")
    heard, _, _ = hears(httpserver, [MESSAGES])
    assert heard[0].sources == (MESSAGES,)
    assert heard[0].posts[0].root == f"{host_of(httpserver)}/d1"


@pytest.mark.parametrize(
    ("source", "path", "query"),
    [
        (TAG, "/api/v1/streaming/hashtag", {"tag": "M97"}),
        (LIST, "/api/v1/streaming/list", {"list": "5"}),
    ],
)
def test_hashtags_and_lists_are_streams_too(
    httpserver: HTTPServer, source: Source, path: str, query: dict[str, str]
) -> None:
    tells(httpserver)
    streams(httpserver, event("update", status("1")), path=path)
    heard, _, _ = hears(httpserver, [source])
    assert heard[0].sources == (source,)
    assert httpserver.log[-1][0].args.to_dict() == query


def test_sources_are_parted_by_stream() -> None:
    lower = Source("mastodon", SourceKind.HASHTAG, 1, "m97")
    posts = Source("mastodon", SourceKind.POSTS, 1)
    with_all = [HOME, TAG, posts, MENTIONS, lower, MESSAGES, LIST]
    parted = channels(with_all)
    assert parted == ((HOME, MENTIONS), (TAG, lower), (MESSAGES,), (LIST,))
    pushed = {kind for kind, reading in CAPABILITIES.reads.items() if reading.pushed}
    assert pushed == {source.kind for part in parted for source in part}


def test_the_token_goes_in_a_header_and_never_in_an_address(httpserver: HTTPServer) -> None:
    tells(httpserver)
    streams(httpserver, b":)\n")
    hears(httpserver, [HOME])
    request = httpserver.log[-1][0]
    assert request.headers["Authorization"] == "Bearer SENTINEL"
    assert "SENTINEL" not in request.url


def test_what_cannot_be_read_is_left_out(httpserver: HTTPServer) -> None:
    tells(httpserver)
    streams(
        httpserver,
        event("update", "{"),
        event("update", {"id": "1"}),
        event("update", '{"a":' * 9_000),
        event("delete", "../x"),
        event("update", status("2")),
    )
    heard, _, _ = hears(httpserver, [HOME])
    assert len(heard) == 1


def test_an_event_in_several_lines_and_pieces_is_one(httpserver: HTTPServer) -> None:
    tells(httpserver)
    body = json.dumps(status("1"), indent=1).replace("\n", "\r\ndata:")
    whole = f":)\r\nid: 5\r\nevent:update\r\ndata: {body}\r\n\r\n".encode()
    streams(httpserver, *(whole[at : at + 700] for at in range(0, len(whole), 700)))
    heard, _, _ = hears(httpserver, [HOME])
    assert [post.remote_id for post in heard[0].posts] == [f"{host_of(httpserver)}/1"]


def test_an_event_without_end_is_cut_off(httpserver: HTTPServer) -> None:
    tells(httpserver)
    line = b"data: " + b"x" * 50_000 + b"\n"
    streams(httpserver, *[line] * (LONGEST // 50_000 + 2))
    _, _, error = hears(httpserver, [HOME])
    assert isinstance(error, NonsenseReceived)


def test_a_server_that_says_it_does_not_stream_is_believed(httpserver: HTTPServer) -> None:
    tells(httpserver, None)
    _, ready, error = hears(httpserver, [HOME])
    assert (type(error), ready) == (NotFound, 0)
    assert asked(httpserver) == ["/api/v2/instance"]


@pytest.mark.parametrize(
    ("code", "error"), [(401, TokenExpired), (429, BudgetUsed), (503, NetworkDown)]
)
def test_a_refusal_is_not_taken_for_another_way(
    httpserver: HTTPServer, code: int, error: type[ReadError]
) -> None:
    tells(httpserver)
    httpserver.expect_request(USER).respond_with_data("<html>no</html>", status=code)
    _, ready, why = hears(httpserver, [HOME])
    assert (type(why), ready) == (error, 0)


@pytest.mark.parametrize("code", [200, 400, 404, 405, 426, 501])
def test_where_there_are_only_websockets_those_are_used(httpserver: HTTPServer, code: int) -> None:
    asked_for: list[ServerConnection] = []
    frames = [frame("update", status("1")), "{", frame("delete", "1"), frame("x", "")]
    with sockets(*frames, seen=asked_for.append, otherwise=code) as address:
        tells(httpserver, address)
        heard, ready, error = hears(httpserver, [HOME])
    host = host_of(httpserver)
    assert [(len(one.posts), one.gone) for one in heard] == [(1, ()), (0, (f"{host}/1",))]
    assert (ready, type(error)) == (1, NetworkDown)
    (request,) = [one.request for one in asked_for]
    assert request is not None
    assert request.path == "/api/v1/streaming?stream=user"
    assert request.headers["Authorization"] == "Bearer SENTINEL"


def test_a_hashtag_over_a_websocket(httpserver: HTTPServer) -> None:
    asked_for: list[ServerConnection] = []
    with sockets(frame("update", status("1")), seen=asked_for.append) as address:
        tells(httpserver, address)
        heard, _, _ = hears(httpserver, [TAG])
    assert heard[0].sources == (TAG,)
    assert asked_for[0].request is not None
    assert asked_for[0].request.path == "/api/v1/streaming?stream=hashtag&tag=M97"


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"error": "Missing access token", "status": 401}, TokenExpired),
        ({"error": "Unknown stream type", "status": 400}, NonsenseReceived),
        ({"error": {"any": "thing"}}, NonsenseReceived),
    ],
)
def test_a_refusal_over_a_websocket(
    httpserver: HTTPServer, told: Item, error: type[ReadError]
) -> None:
    with sockets(json.dumps(told)) as address:
        tells(httpserver, address)
        _, _, why = hears(httpserver, [HOME])
    assert type(why) is error


def test_a_token_is_renewed_before_listening_and_after_a_refusal(httpserver: HTTPServer) -> None:
    tells(httpserver)
    granted = {"access_token": "SENTINEL-NEW", "refresh_token": "SENTINEL-NEXT"}
    httpserver.expect_request("/oauth/token", method="POST").respond_with_json(granted)
    old = {"Authorization": "Bearer SENTINEL-OLD"}
    httpserver.expect_request(USER, headers=old).respond_with_data("<html>", status=401)
    streams(httpserver, event("update", status("1")))
    credential = Credential("SENTINEL-OLD", "SENTINEL-REFRESH", app=AppKey("a", "b"))
    heard, ready, _ = hears(httpserver, [HOME], credential)
    assert (len(heard), ready) == (1, 1)


def test_a_token_that_is_no_header_is_not_quoted(
    httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tells(httpserver)
    _, ready, error = hears(httpserver, [HOME], Credential("SENTINEL-with\nnewline"))
    assert (type(error), ready) == (NonsenseReceived, 0)
    assert "SENTINEL" not in repr(error) + caplog.text
    assert error.__cause__ is None


def test_hanging_up_ends_it_at_once(httpserver: HTTPServer) -> None:
    tells(httpserver)
    over, stands = threading.Event(), threading.Event()
    errors: list[ReadError] = []

    def endless() -> Iterator[bytes]:
        yield b":)\n\n"
        over.wait(10)

    httpserver.expect_request(USER).respond_with_handler(lambda _: Response(endless()))
    with feed_to(httpserver) as feed:

        def work() -> None:
            try:
                feed.listen([HOME], lambda _: None, stands.set)
            except ReadError as error:
                errors.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        assert stands.wait(60)
        feed.close()
        thread.join(5)
        over.set()
    assert [type(error) for error in errors] == [HungUp]


def test_nothing_is_begun_after_hanging_up(httpserver: HTTPServer) -> None:
    tells(httpserver)
    with feed_to(httpserver) as feed:
        feed.close()
        with pytest.raises(HungUp):
            feed.listen([HOME], lambda _: None, lambda: None)
