"""Questions that are posted, and answers that go on for ever, from servers that misbehave."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Budget
from controlroom.feeds.errors import (
    AddressRefused,
    BudgetUsed,
    HungUp,
    NetworkDown,
    NonsenseReceived,
    ReadError,
    RedirectRefused,
    TokenExpired,
)
from controlroom.feeds.items import items_of
from controlroom.feeds.wire import Limits, Refusal, Send, Wire
from tests.feeds.test_wire import NOW, TOKEN, answer, bare_server, quick

QUICK = Limits(connect_s=1, silence_s=0.5, whole_s=1, size=100_000)
STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"


@contextmanager
def counting_server(reply: bytes, asked: list[bytes]) -> Iterator[str]:
    """A server that notes every request and gives each the same answer."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                with connection:
                    asked.append(connection.recv(65_536))
                    connection.sendall(reply)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def heard(base: str, limits: Limits = QUICK) -> tuple[list[bytes], ReadError]:
    """Listens until it ends; returns the lines and why it ended."""
    lines: list[bytes] = []
    with pytest.raises(ReadError) as caught:
        lines.extend(_noting(quick(base, limits), lines))
    return lines, caught.value


def _noting(wire: Wire, lines: list[bytes]) -> Iterator[bytes]:
    for line in wire.lines("/stream"):
        lines.append(line)
        yield from ()


def test_a_question_is_posted_with_its_body_and_the_token_in_the_header(
    httpserver: HTTPServer,
) -> None:
    asked = httpserver.expect_request(
        "/q",
        "POST",
        headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
        data=b'{"a": 1}',
    )
    asked.respond_with_data("{}", 201)
    base = httpserver.url_for("").rstrip("/")
    assert quick(base).post("/q", Send(body=b'{"a": 1}')).status == 201
    httpserver.expect_request("/f", "POST", data=b"code=x+y").respond_with_data("{}")
    assert quick(base).post("/f", Send(form={"code": "x y"})).body == b"{}"


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{",
        b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 503 Later\r\nContent-Length: 0\r\nRetry-After: 0\r\n\r\n",
    ],
    ids=["reset", "cut off", "server error", "try later"],
)
def test_a_post_is_never_sent_twice(reply: bytes) -> None:
    asked: list[bytes] = []
    with counting_server(reply, asked) as base, pytest.raises(NetworkDown):
        quick(base).post("/q", Send(body=b"x"))
    assert len(asked) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_post_follows_no_redirect_not_even_on_the_same_server(
    httpserver: HTTPServer, status: int
) -> None:
    httpserver.expect_request("/q").respond_with_data("", status, {"Location": "/other"})
    with pytest.raises(RedirectRefused):
        quick(httpserver.url_for("").rstrip("/")).post("/q", Send(body=b"secret"))
    assert [request.path for request, _ in httpserver.log] == ["/q"]


def test_a_post_goes_over_https_or_to_this_computer_only() -> None:
    with pytest.raises(AddressRefused):
        quick("").post("http://fenmast.example/token", Send(form={"secret": "x"}))


def test_a_networks_own_refusal_is_read_and_bounded(httpserver: HTTPServer) -> None:
    seen: list[Refusal] = []

    def refused(refusal: Refusal) -> ReadError | None:
        seen.append(refusal)
        return TokenExpired(host=refusal.host)

    body = '{"error": "expired"}' + " " * 1_000_000
    httpserver.expect_request("/q").respond_with_data(body, 400)
    wire = Wire(httpserver.url_for("").rstrip("/"), str, lambda: NOW, refused=refused, limits=QUICK)
    with pytest.raises(TokenExpired):
        wire.get("/q", {"token_like": "value"})
    assert seen[0].asked == "/q"
    assert len(seen[0].body) <= 65_536


def test_lines_come_without_their_ends_and_empty_ones_are_signs_of_life() -> None:
    with bare_server(STREAM + b"one\r\ntwo\n\nthr", b"ee\n", pause=0.1) as base:
        lines, error = heard(base)
    assert lines == [b"one", b"two", b"", b"three"]
    assert isinstance(error, NetworkDown)


def test_a_server_that_falls_silent_is_left() -> None:
    began = time.monotonic()
    with bare_server(STREAM + b"one\n", pause=2.5) as base:
        lines, error = heard(base)
        assert time.monotonic() - began < 2
    assert lines == [b"one"]
    assert isinstance(error, NetworkDown)
    assert "too slow" in str(error)


def test_a_line_without_an_end_is_left_when_it_is_too_long() -> None:
    with bare_server(STREAM, *[b"x" * 50_000] * 6) as base:
        lines, error = heard(base)
    assert lines == []
    assert isinstance(error, NonsenseReceived)


@pytest.mark.parametrize(
    "parts",
    [(STREAM, *[b"x"] * 40), (b"HTTP/1.1 200 OK\r\n", *[b"X"] * 40)],
    ids=["line", "headers"],
)
def test_a_trickle_is_left(parts: tuple[bytes, ...]) -> None:
    began = time.monotonic()
    with bare_server(*parts, pause=0.1) as base:
        _, error = heard(base)
        assert time.monotonic() - began < 3
    assert isinstance(error, NetworkDown)


def test_a_long_life_is_no_trickle() -> None:
    with bare_server(STREAM, *[b"beat\n"] * 15, pause=0.1) as base:
        lines, _ = heard(base)
    assert len(lines) == 15


@pytest.mark.parametrize(
    ("status", "error"), [(401, TokenExpired), (429, BudgetUsed), (503, NetworkDown)]
)
def test_a_stream_that_is_refused_never_gets_ready(status: int, error: type[ReadError]) -> None:
    ready = threading.Event()
    with bare_server(answer(status, {})) as base, pytest.raises(error):
        list(quick(base).lines("/stream", ready=ready.set))
    assert not ready.is_set()


def test_a_stream_that_points_elsewhere_is_left() -> None:
    moved = answer(302, {"Location": "https://elsewhere.example/"})
    with bare_server(moved) as base, pytest.raises(NonsenseReceived):
        list(quick(base).lines("/stream"))


def test_hanging_up_ends_who_listens() -> None:
    with bare_server(STREAM + b"one\n", *[b"beat\n"] * 30, pause=0.1) as base:
        wire = quick(base, Limits(whole_s=30))
        threading.Timer(0.4, wire.close).start()
        began = time.monotonic()
        with pytest.raises(HungUp):
            list(wire.lines("/stream"))
        assert time.monotonic() - began < 2


def test_a_packed_stream_is_bounded_after_unpacking() -> None:
    bomb = gzip.compress(b"0" * 20_000_000)
    head = STREAM.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")
    with bare_server(head + bomb) as base:
        _, error = heard(base)
    assert isinstance(error, NonsenseReceived)


def test_a_bomb_in_a_bomb_is_left(httpserver: HTTPServer) -> None:
    twice = gzip.compress(gzip.compress(b"0" * 50_000_000))
    headers = {"Content-Encoding": "gzip, gzip"}
    httpserver.expect_request("/x").respond_with_data(twice, headers=headers)
    with pytest.raises(NonsenseReceived):
        quick(httpserver.url_for("").rstrip("/")).get("/x")


def test_encodings_heaped_up_without_end_are_left(httpserver: HTTPServer) -> None:
    headers = {"Content-Encoding": ", ".join(["gzip"] * 40)}
    httpserver.expect_request("/x").respond_with_data(gzip.compress(b"[]"), headers=headers)
    with pytest.raises(ReadError):
        quick(httpserver.url_for("").rstrip("/")).get("/x")


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"[" * 200_000 + b"]" * 200_000,
        b"<html><body>Sign in to the hotel</body></html>",
        b'[{"id": 1}, {"id": ',
        b"\xff\xfe[]",
        b"",
    ],
)
def test_a_body_that_is_no_list_of_items_is_nonsense_at_once(body: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(NonsenseReceived):
        items_of(body, "host")
    assert time.monotonic() - began < 2


def test_a_clock_that_jumps_between_two_answers_moves_no_budget() -> None:
    clock = [NOW]
    headers = {
        "Date": "Sun, 22 Nov 2026 12:00:00 GMT",
        "X-RateLimit-Limit": "300",
        "X-RateLimit-Remaining": "7",
        "X-RateLimit-Reset": "2026-11-22T12:03:00Z",
    }
    for jump in (timedelta(0), timedelta(days=1), timedelta(days=-365), timedelta(hours=8)):
        clock[0] = NOW + jump
        with bare_server(answer(200, headers, "[]")) as base:
            wire = Wire(base, str, lambda: clock[0], budget_headers="X-RateLimit", limits=QUICK)
            budgets = wire.get("/x").budgets
        assert budgets == (Budget(300, 7, clock[0] + timedelta(minutes=3)),)
