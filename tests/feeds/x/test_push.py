"""The filtered stream, against an X on loopback that keeps rules and a connection."""

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.base import Heard
from controlroom.feeds.errors import BudgetUsed, HungUp, NetworkDown, PermissionMissing, ReadError
from controlroom.feeds.networks.x.errors import NoAppToken
from controlroom.feeds.networks.x.feed import XFeed
from controlroom.feeds.networks.x.push import Push
from controlroom.feeds.networks.x.words import LONGEST_RULE, MOST_RULES, OURS, tag_of
from controlroom.feeds.wire import Limits
from controlroom.model.credential import AppKey
from controlroom.model.stream import Source, SourceKind
from tests.feeds.x.servers import APP, post, problem, seat

STREAM = "/2/tweets/search/stream"
RULES = f"{STREAM}/rules"
M97 = Source("x", SourceKind.HASHTAG, 1, "M97")
M97_TOO = Source("x", SourceKind.HASHTAG, 2, "#M97")
WEIR = Source("x", SourceKind.SEARCH, 1, "weir Brackenford")
APP_TOKEN = "SENTINEL-OF-THE-APP"


class StreamingX:
    """An X with rules and a stream of prepared lines; then the connection ends."""

    def __init__(self, server: HTTPServer) -> None:
        self.rules: list[dict[str, str]] = []
        self.lines: list[bytes] = []
        self.refuse: set[str] = set()
        self.changes: list[dict[str, Any]] = []
        self.hold = threading.Event()
        self.hold.set()
        server.expect_request("/oauth2/token").respond_with_handler(self.token)
        server.expect_request(RULES, method="GET").respond_with_handler(self.told)
        server.expect_request(RULES, method="POST").respond_with_handler(self.change)
        server.expect_request(STREAM).respond_with_handler(self.stream)

    def token(self, request: Request) -> Response:
        assert request.authorization is not None
        good = (request.authorization.username, request.authorization.password) == (
            APP.own_id,
            APP.own_secret,
        )
        assert request.form["grant_type"] == "client_credentials"
        body = json.dumps({"token_type": "bearer", "access_token": APP_TOKEN})
        return Response(body if good else "{}", status=200 if good else 403)

    def told(self, request: Request) -> Response:
        assert request.headers["Authorization"] == f"Bearer {APP_TOKEN}"
        return Response(
            json.dumps({"data": self.rules, "meta": {}} if self.rules else {"meta": {}})
        )

    def change(self, request: Request) -> Response:
        change = json.loads(request.get_data())
        self.changes.append(change)
        gone = change.get("delete", {}).get("ids", [])
        self.rules = [rule for rule in self.rules if rule["id"] not in gone]
        if any(rule["value"] in self.refuse for rule in change.get("add", ())):
            return Response(problem("invalid-rules"), status=400)
        new = [
            rule | {"id": str(100 + len(self.rules) + at)}
            for at, rule in enumerate(change.get("add", ()))
        ]
        self.rules += new
        return Response(json.dumps({"data": new, "meta": {}}), status=201 if new else 200)

    def stream(self, request: Request) -> Response:
        assert request.headers["Authorization"] == f"Bearer {APP_TOKEN}"

        def lines() -> Iterator[bytes]:
            yield b"\r\n"
            for line in self.lines:
                yield line + b"\r\n"
            assert self.hold.wait(10)

        return Response(lines(), direct_passthrough=True)

    def id_of(self, value: str) -> str:
        return next(rule["id"] for rule in self.rules if rule["value"] == value)


@pytest.fixture
def x(httpserver: HTTPServer) -> Iterator[StreamingX]:
    one = StreamingX(httpserver)
    yield one
    one.hold.set()


def pushed(number: int, *rules: dict[str, str]) -> bytes:
    return json.dumps({"data": post(number), "matching_rules": list(rules)}).encode()


def listen(
    server: HTTPServer, *sources: Source, app: AppKey = APP
) -> tuple[list[Heard], ReadError, int]:
    """Listens until the connection ends; returns what was heard, why it ended, and `ready`s."""
    heard: list[Heard] = []
    ready: list[bool] = []
    with closing(XFeed(seat(server, app=app))) as feed, pytest.raises(ReadError) as caught:
        feed.listen(sources, heard.append, lambda: ready.append(True))
    return heard, caught.value, len(ready)


def test_what_matches_a_rule_is_heard_for_its_sources(
    x: StreamingX, httpserver: HTTPServer
) -> None:
    m97, weir = {"id": "100", "tag": tag_of(M97)}, {"id": "101", "tag": tag_of(WEIR)}
    x.lines = [pushed(1, m97), b"", pushed(2, m97, weir), pushed(3, {"id": "7", "tag": "theirs"})]
    heard, why, ready = listen(httpserver, M97, WEIR, M97_TOO)
    told = [([one.remote_id for one in some.posts], some.sources) for some in heard]
    assert told == [(["1"], (M97, M97_TOO)), (["2"], (M97, M97_TOO, WEIR))]
    assert isinstance(why, NetworkDown)
    assert ready == 1


def test_rules_are_added_and_ours_that_nobody_wants_go_but_never_those_of_others(
    x: StreamingX, httpserver: HTTPServer
) -> None:
    x.rules = [
        {"id": "1", "value": "#M97", "tag": tag_of(M97)},
        {"id": "2", "value": "#old", "tag": f"{OURS}hashtag 0123456789abcdef"},
        {"id": "3", "value": "cats", "tag": "of another program"},
        {"id": "4", "value": "dogs"},
    ]
    listen(httpserver, M97, M97_TOO, WEIR)
    assert {rule["value"] for rule in x.rules} == {"#M97", "cats", "dogs", "weir Brackenford"}
    add = {"add": [{"value": "weir Brackenford", "tag": tag_of(WEIR)}]}
    assert x.changes == [{"delete": {"ids": ["2"]}}, add]
    x.changes.clear()
    listen(httpserver, M97, WEIR)
    assert x.changes == []


def test_a_rule_of_another_program_with_the_same_words_serves_us_too(
    x: StreamingX, httpserver: HTTPServer
) -> None:
    x.rules = [{"id": "3", "value": "#M97", "tag": "of another program"}]
    x.lines = [pushed(1, {"id": "3", "tag": "of another program"})]
    heard, _, _ = listen(httpserver, M97)
    assert heard[0].sources == (M97,)
    assert x.changes == []


def test_one_search_that_makes_no_rule_does_not_cost_the_others_theirs(
    x: StreamingX, httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    x.refuse = {"weir Brackenford"}
    x.lines = [pushed(1, {"id": "100"})]
    heard, _, _ = listen(httpserver, WEIR, M97)
    assert [rule["value"] for rule in x.rules] == ["#M97"]
    assert heard[0].sources == (M97,)
    assert "polled only" in caplog.text
    assert "weir" not in caplog.text


def test_a_post_sent_twice_is_heard_once_and_an_edit_again(
    x: StreamingX, httpserver: HTTPServer
) -> None:
    rule = {"id": "100"}
    edit = {"data": post(2) | {"edit_history_post_ids": ["1", "2"]}, "matching_rules": [rule]}
    x.lines = [pushed(1, rule), pushed(1, rule), json.dumps(edit).encode(), pushed(1, rule)]
    heard, _, _ = listen(httpserver, M97)
    assert [one.posts[0].remote_id for one in heard] == ["1", "1"]


@pytest.mark.parametrize(
    "line",
    [
        b"<html>",
        b'{"data": {"id": "1"',
        b'{"data": {"id": "5"}, "matching_rules": [{"id": "100"}]}',
        b'{"data": null, "matching_rules": [{"id": "100"}]}',
        b'{"matching_rules": 7, "data": 7}',
        b"[" * 20_000,
        b"\xff\xfe",
    ],
)
def test_a_line_nobody_can_read_does_not_end_the_stream(
    x: StreamingX, httpserver: HTTPServer, line: bytes
) -> None:
    x.lines = [line, pushed(9, {"id": "100"})]
    heard, _, _ = listen(httpserver, M97)
    assert [one.posts[0].remote_id for one in heard] == ["9"]


def test_x_says_that_it_ends_the_stream(x: StreamingX, httpserver: HTTPServer) -> None:
    ends = {"title": "operational-disconnect", "disconnect_type": "UpstreamOperationalDisconnect"}
    x.lines = [json.dumps({"errors": [ends]}).encode(), pushed(9, {"id": "100"})]
    heard, why, _ = listen(httpserver, M97)
    assert heard == []
    assert "ended the connection" in str(why)


def test_a_place_that_is_still_taken_is_waited_for(x: StreamingX, httpserver: HTTPServer) -> None:
    taken = problem("streaming-connection", connection_issue="TooManyConnections")
    httpserver.clear_all_handlers()
    httpserver.expect_request("/oauth2/token").respond_with_handler(x.token)
    httpserver.expect_request(RULES, method="GET").respond_with_handler(x.told)
    httpserver.expect_request(RULES, method="POST").respond_with_handler(x.change)
    httpserver.expect_request(STREAM).respond_with_data(taken, status=429)
    heard, why, ready = listen(httpserver, M97)
    assert isinstance(why, BudgetUsed)
    assert (heard, ready, why.allowance) == ([], 0, "stream")


def test_the_names_of_the_other_age_are_tried_for_the_stream_too(
    x: StreamingX, httpserver: HTTPServer
) -> None:
    def new(request: Request) -> Response:
        if "tweet.fields" in request.args:
            return Response(problem("invalid-request", parameter="tweet.fields"), status=400)
        return Response(pushed(1, {"id": "100"}) + b"\r\n")

    httpserver.clear_all_handlers()
    httpserver.expect_request("/oauth2/token").respond_with_handler(x.token)
    httpserver.expect_request(RULES, method="GET").respond_with_handler(x.told)
    httpserver.expect_request(RULES, method="POST").respond_with_handler(x.change)
    httpserver.expect_request(STREAM).respond_with_handler(new)
    heard, _, ready = listen(httpserver, M97)
    assert (len(heard), ready) == (1, 1)


@pytest.mark.parametrize(
    "app",
    [
        AppKey("app"),
        AppKey(APP.own_id, APP.own_secret),
        AppKey(APP.id, APP.secret, APP.own_id),
        AppKey(APP.id, APP.secret, APP.own_id, "wrong"),
    ],
)
def test_without_a_key_of_its_own_an_application_is_not_pushed_to(
    x: StreamingX, httpserver: HTTPServer, app: AppKey
) -> None:
    heard, why, ready = listen(httpserver, M97, app=app)
    assert isinstance(why, NoAppToken)
    assert isinstance(why, PermissionMissing)
    assert (heard, ready) == ([], 0)


def test_a_stream_needs_no_pair_under_which_people_sign_in(
    x: StreamingX, httpserver: HTTPServer
) -> None:
    own = AppKey(own_id=APP.own_id, own_secret=APP.own_secret)
    _, why, ready = listen(httpserver, M97, app=own)
    assert isinstance(why, NetworkDown)
    assert ready == 1


def test_closing_hangs_up_while_nothing_comes(x: StreamingX, httpserver: HTTPServer) -> None:
    x.hold.clear()
    feed = XFeed(seat(httpserver))
    connected = threading.Event()

    def close() -> None:
        connected.wait(10)
        feed.close()

    closing_thread = threading.Thread(target=close)
    closing_thread.start()
    with pytest.raises(HungUp):
        feed.listen([M97], lambda heard: None, connected.set)
    closing_thread.join()
    x.hold.set()


def test_a_connection_without_signs_of_life_is_given_up(
    x: StreamingX, httpserver: HTTPServer
) -> None:
    x.hold.clear()
    push = Push(seat(httpserver), Limits(silence_s=0.2))
    with closing(push), pytest.raises(NetworkDown, match="too slow"):
        push.listen([M97], lambda heard: None, lambda: None)
    x.hold.set()


def test_one_connection_carries_what_fits_and_the_rest_is_polled(httpserver: HTTPServer) -> None:
    many = [Source("x", SourceKind.HASHTAG, 1, f"m{n}") for n in range(MOST_RULES)]
    again = Source("x", SourceKind.HASHTAG, 2, "m1")
    long = Source("x", SourceKind.SEARCH, 1, "w" * (LONGEST_RULE + 1))
    home = Source("x", SourceKind.HOME, 1)
    with closing(XFeed(seat(httpserver))) as feed:
        assert feed.channels([home, long]) == ()
        (channel,) = feed.channels([long, home, *many, WEIR, again])
    assert channel == (*many, again)
