"""What is known about a request that publishes, against a server that misbehaves."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from io import BytesIO

import pytest

from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.body import form_with, of_file
from controlroom.feeds.outgoing.outlet import Outlet, Reply, Request
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import Carried, NotSent, PerhapsSent
from controlroom.model.outgoing.content import Rendition
from controlroom.model.outgoing.delivery import Unsent
from tests.feeds.outgoing.pieces import Asked, photo
from tests.feeds.outgoing.rude import Rude, answer, rude, says
from tests.feeds.seats import NOW

TOKEN = "s3cret-token-that-must-not-leak-anywhere"
POST = Request("POST", "/post", json=b'{"text":"x"}')
QUICK = Limits(connect_s=2, silence_s=0.3, whole_s=1)


@contextmanager
def outlet(base: str, limits: Limits | None = None) -> Iterator[Outlet]:
    one = Outlet(base, lambda: TOKEN, lambda: NOW, limits or Limits())
    yield one
    one.close()


def reset(sock: socket.socket, _: bytes) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


def dribble(sock: socket.socket, _: bytes) -> None:
    """A byte now and then, for longer than anybody may wait in all."""
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")
    with suppress(OSError):
        for _one in range(100):
            sock.sendall(b"x")
            threading.Event().wait(0.1)


UNKNOWN = {
    "nothing": says(b""),
    "half a body": says(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"),
    "no HTTP at all": says(b"SSH-2.0-portal\r\n\r\n"),
    "a reset": reset,
    "an answer that never ends": dribble,
}


@pytest.mark.parametrize("behaves", UNKNOWN.values(), ids=UNKNOWN)
def test_after_the_bytes_have_left_nobody_knows(
    behaves: Callable[[socket.socket, bytes], None],
) -> None:
    asked = Asked()
    limits = QUICK if behaves is dribble else None
    with rude(behaves) as server, outlet(server.base, limits) as one:
        with pytest.raises(PerhapsSent) as caught:
            one.publish(POST, asked)
        assert (asked.times, one.left) == (1, True)
        assert len(server.requests) <= 1
    assert TOKEN not in str(caught.value)


def test_a_server_that_says_nothing_is_not_waited_for_for_ever() -> None:
    def mute(sock: socket.socket, _: bytes) -> None:
        server.ended(20)

    with rude(mute) as server, outlet(server.base, QUICK) as one:
        with pytest.raises(PerhapsSent) as caught:
            one.publish(POST, Asked())
        assert caught.value.said == "no answer in time"
        assert len(server.requests) <= 1


def test_a_server_that_is_not_there_was_surely_not_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        base = f"http://127.0.0.1:{closed.getsockname()[1]}"
    asked = Asked()
    with outlet(base) as one, pytest.raises(NotSent) as caught:
        one.publish(POST, asked)
    assert (caught.value.reason, asked.times, one.left) == (Unsent.UNREACHED, 0, False)
    assert caught.value.again_at is not None


def test_a_bad_handshake_reaches_nobody() -> None:
    asked = Asked()
    with rude(says(b"no TLS here\r\n\r\n")) as server:
        base = server.base.replace("http://", "https://")
        with outlet(base) as one, pytest.raises(NotSent) as caught:
            one.publish(POST, asked)
    assert (caught.value.reason, asked.times) == (Unsent.UNREACHED, 0)


def test_a_name_nobody_knows_reaches_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    asked = Asked()
    with outlet("https://mastodon.example") as one, pytest.raises(NotSent) as caught:
        one.publish(POST, asked)
    assert (caught.value.reason, asked.times) == (Unsent.UNREACHED, 0)


def test_the_last_look_comes_when_the_connection_stands_and_before_any_byte() -> None:
    seen: list[int] = []
    with rude(says(answer(200))) as server, outlet(server.base) as one:
        one.publish(POST, lambda: seen.append(len(server.requests)))
        assert (seen, len(server.requests)) == ([0], 1)


def test_what_stops_it_at_the_last_look_passes_through_and_nothing_leaves() -> None:
    with rude(says(answer(200))) as server, outlet(server.base) as one:
        for stop in (OSError("held"), KeyError("withdrawn"), TimeoutError("late")):
            with pytest.raises(type(stop), match=str(stop.args[0])):
                one.publish(POST, Asked(stop))
        assert not one.left
    assert b"".join(server.requests) == b""


def test_what_publishes_does_not_trust_a_connection_that_stood_idle() -> None:
    """Such a one may be closed at its other end, and then nobody would know."""
    asked = Asked()
    with rude(says(answer(200, b"{}"))) as server, outlet(server.base) as one:
        for _ in range(20):
            one.begin()
            one.prepare(Request("GET", "/look"))
            assert one.publish(POST, asked).status == 200
        assert asked.times == 20
        assert len(server.requests) == 40


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed(status: int) -> None:
    away = answer(status, Location="/elsewhere")
    with rude(says(away)) as server, outlet(server.base) as one:
        assert one.publish(POST, Asked()).status == status
        assert len(server.requests) == 1
    assert status not in outcome.SURELY_NOT


@pytest.mark.parametrize("status", [408, 409, 500, 502, 503, 504, 511, 520])
def test_statuses_that_say_nothing_certain_are_not_refusals(status: int) -> None:
    assert status not in outcome.SURELY_NOT


def test_a_refusal_is_one_even_if_its_words_are_cut_off() -> None:
    cut = b"HTTP/1.1 422 No\r\nContent-Length: 900\r\n\r\n{"
    with rude(says(cut)) as server, outlet(server.base) as one:
        assert one.publish(POST, Asked()).status == 422


def test_an_answer_of_any_size_is_not_read() -> None:
    huge = Outlet("", lambda: "", lambda: NOW, Limits(size=1000))
    with rude(says(answer(200, b"x" * 5000))) as server, pytest.raises(PerhapsSent):
        huge.publish(Request("POST", f"{server.base}/post"), Asked())
    huge.close()


def test_a_token_goes_into_the_header_and_only_there() -> None:
    with rude(says(answer(200))) as server, outlet(server.base) as one:
        one.publish(POST, Asked())
        assert server.requests[0].count(TOKEN.encode()) == 1
        assert f"Authorization: Bearer {TOKEN}".encode() in server.requests[0]


def test_a_token_does_not_go_over_an_open_line() -> None:
    with outlet("http://mastodon.example") as one, pytest.raises(NotSent) as caught:
        one.publish(POST, Asked())
    assert caught.value.reason is Unsent.UNABLE


def test_what_prepares_has_published_nothing_however_it_ends() -> None:
    for behaves in (says(b""), reset, says(answer(503)), says(answer(500))):
        with rude(behaves) as server, outlet(server.base) as one:
            with pytest.raises(NotSent) as caught:
                one.prepare(POST)
            assert (caught.value.reason, one.left) == (Unsent.UNREACHED, False)
            assert caught.value.again_at == NOW + timedelta(seconds=15)


def test_closing_ends_an_attempt_under_way() -> None:
    come = threading.Event()

    def mute(sock: socket.socket, _: bytes) -> None:
        come.set()
        server.ended(20)

    with rude(mute) as server:
        one = Outlet(server.base, lambda: TOKEN, lambda: NOW, Limits())
        ended: list[Exception] = []
        thread = threading.Thread(target=lambda: ended.append(_failure(one)))
        thread.start()
        assert come.wait(20)
        one.close()
        thread.join(20)
        assert [type(error) for error in ended] == [PerhapsSent]


def _failure(one: Outlet) -> Exception:
    try:
        one.publish(POST, Asked())
    except (NotSent, PerhapsSent) as error:
        return error
    raise AssertionError


def test_a_file_that_ends_early_is_not_sent() -> None:
    whole = photo()
    short = Carried(Rendition("", "image/png", whole.rendition.size + 1), "", whole.open)
    with rude(says(answer(200))) as server, outlet(server.base) as one:
        with pytest.raises(NotSent) as caught:
            one.prepare(Request("POST", "/f", body=form_with({}, "file", short, "h")))
        assert caught.value.reason is Unsent.NO_FILE


def test_a_form_holds_its_fields_and_the_file() -> None:
    with rude(says(answer(200))) as server, outlet(server.base) as one:
        body = form_with({"description": "Détour"}, "file", photo(), "h")
        one.prepare(Request("POST", "/f", body=body))
        request = server.requests[0]
        assert f"Content-Length: {body.size}".encode() in request
        assert "Détour".encode() in request
        assert b"\x89PNG" in request
        one.prepare(Request("PUT", "/g", body=of_file(BytesIO(b"12345"), 3, "video/mp4")))
        assert server.requests[1].endswith(b"\r\n\r\n123")


def test_the_networks_words_are_made_fit_to_show() -> None:
    said = f"Bad <b>token</b>\n{TOKEN}  see https://x.example/a?access_token=abc‮ {'y ' * 300}"
    told = outcome.plain(said)
    assert TOKEN not in told
    assert "access_token" not in told
    assert told.startswith("Bad token … see https://x.example/a")
    assert len(told) == 200


def test_absurd_waits_are_not_believed() -> None:
    for told in ("99999999", "1e300", "9999-12-31T23:59:59Z"):
        reply = Reply(429, {"Retry-After": told}, b"", "h", "/")
        error = outcome.refused(reply, "", NOW)
        assert error.reason is Unsent.TOO_MANY
        assert error.again_at is not None
        assert error.again_at <= NOW + timedelta(hours=1)


def test_a_rude_server_is_really_rude() -> None:
    with rude(reset) as server, socket.create_connection(("127.0.0.1", _port(server))) as sock:
        sock.sendall(b"GET / HTTP/1.1\r\n\r\n")
        with pytest.raises(ConnectionResetError):
            sock.recv(1)


def _port(server: Rude) -> int:
    return int(server.base.rpartition(":")[2])
