"""A websocket that is listened to: what a server may do wrong, done by a real one on loopback."""

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from websockets.frames import Frame, Opcode
from websockets.server import ServerProtocol
from websockets.sync.server import ServerConnection, serve

from controlroom.feeds.errors import (
    AddressRefused,
    BudgetUsed,
    HungUp,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.sockets import Socket, SocketLimits
from tests.feeds.test_wire import own_certificate

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TOKEN = "SENTINEL-TOKEN-of-a-profile"
QUICK = SocketLimits(connect_s=1, silence_s=1, size=1000)


@contextmanager
def server(talk: Callable[[ServerConnection], object]) -> Iterator[str]:
    """A websocket server that has this talk with whoever comes."""
    with serve(talk, "127.0.0.1", 0, close_timeout=0.2) as one:  # type: ignore[arg-type]
        thread = threading.Thread(target=one.serve_forever)
        thread.start()
        try:
            yield f"ws://127.0.0.1:{one.socket.getsockname()[1]}/live"
        finally:
            one.shutdown()
            thread.join()


@contextmanager
def bare_server(*parts: bytes, pause: float = 0.0, hold: float = 0.0) -> Iterator[str]:
    """A server that sends these bytes, whatever it is asked."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        try:
            connection, _ = listener.accept()
        except OSError:
            return  # Nobody came.
        with connection:
            connection.recv(65_536)
            try:
                for part in parts:
                    connection.sendall(part)
                    time.sleep(pause)
                time.sleep(hold)
            except OSError:
                return

    thread = threading.Thread(target=talk)
    thread.start()
    try:
        yield f"ws://127.0.0.1:{listener.getsockname()[1]}/live"
    finally:
        # Else a thread that waits for somebody may wait for ever.
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def quick(address: str, limits: SocketLimits = QUICK, **more: object) -> Socket:
    return Socket(address, lambda: TOKEN, lambda: NOW, limits=limits, **more)  # type: ignore[arg-type]


def heard(one: Socket) -> tuple[list[bytes], ReadError]:
    """Returns the messages that come, and why it ended."""
    messages: list[bytes] = []
    with pytest.raises(ReadError) as caught:
        listen(one, messages)
    assert caught.value.__cause__ is None
    return messages, caught.value


def listen(one: Socket, into: list[bytes]) -> None:
    for message in one.frames():
        into.append(message)


def test_messages_come_whole_whatever_pieces_they_are_sent_in() -> None:
    def talk(connection: ServerConnection) -> None:
        connection.send("Fenbridge is open")
        connection.send(["in ", "three ", "pieces"])
        connection.send(b"bytes")
        connection.send("")

    with server(talk) as address:
        messages, error = heard(quick(address))
    assert messages == [b"Fenbridge is open", b"in three pieces", b"bytes", b""]
    assert type(error) is NetworkDown


def test_the_token_goes_in_a_header_and_the_query_may_repeat_names() -> None:
    asked = []

    def talk(connection: ServerConnection) -> None:
        request = connection.request
        assert request is not None
        asked.append((request.path, request.headers["Authorization"]))

    query = [("wantedDids", "did:plc:a"), ("wantedDids", "did:plc:b")]
    with server(talk) as address:
        heard(quick(address, query=query))
    path = "/live?wantedDids=did%3Aplc%3Aa&wantedDids=did%3Aplc%3Ab"
    assert asked == [(path, f"Bearer {TOKEN}")]


def test_what_is_sent_when_the_server_has_accepted_arrives() -> None:
    arrived = []

    def talk(connection: ServerConnection) -> None:
        arrived.append(connection.recv())
        connection.send("subscribed")

    with server(talk) as address:
        one = quick(address)
        frames = one.frames(ready=lambda: one.send(b'{"type":"subscribe"}'))
        assert next(frames) == b"subscribed"
        frames.close()
    assert arrived == ['{"type":"subscribe"}']


def test_nothing_can_be_sent_before_there_is_a_connection() -> None:
    with pytest.raises(NetworkDown):
        quick("ws://127.0.0.1:1/").send(b"early")


def test_a_quiet_server_that_answers_when_asked_is_listened_to() -> None:
    def talk(connection: ServerConnection) -> None:
        time.sleep(0.9)
        connection.send("late")

    with server(talk) as address:
        messages, _ = heard(quick(address, SocketLimits(1, 0.4, 1000)))
    assert messages == [b"late"]


def accepted(*parts: bytes, hold: float = 5) -> Callable[[socket.socket], None]:
    """A talk that accepts by hand and then sends these bytes, deaf to everything."""

    def talk(connection: socket.socket) -> None:
        protocol = ServerProtocol()
        protocol.receive_data(connection.recv(65_536))
        (request,) = protocol.events_received()
        protocol.send_response(protocol.accept(request))  # type: ignore[arg-type]
        for data in protocol.data_to_send():
            connection.sendall(data)
        for part in parts:
            connection.sendall(part)
        connection.settimeout(hold)
        try:
            while connection.recv(65_536):
                pass
        except OSError:
            return

    return talk


@contextmanager
def deaf_server(*parts: bytes) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    talk = accepted(*parts)

    def serve_one() -> None:
        connection, _ = listener.accept()
        with connection:
            talk(connection)

    thread = threading.Thread(target=serve_one)
    thread.start()
    try:
        yield f"ws://127.0.0.1:{listener.getsockname()[1]}/live"
    finally:
        listener.close()
        thread.join()


def frame(opcode: Opcode, data: bytes, *, fin: bool = True) -> bytes:
    return Frame(opcode, data, fin).serialize(mask=False)


def test_a_server_that_does_not_answer_when_asked_is_left() -> None:
    with deaf_server(frame(Opcode.TEXT, b"one")) as address:
        began = time.monotonic()
        messages, error = heard(quick(address, SocketLimits(1, 0.4, 1000)))
        took = time.monotonic() - began
    assert messages == [b"one"]
    assert "too slow" in str(error)
    assert took < 3


def test_a_server_that_refuses_is_not_called_slow() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        messages, error = heard(quick(f"ws://127.0.0.1:{nobody.getsockname()[1]}/live"))
    assert messages == []
    assert "the connection broke" in str(error)


def test_what_comes_together_with_the_consent_is_not_lost() -> None:
    with deaf_server(frame(Opcode.TEXT, b"a") + frame(Opcode.TEXT, b"b")) as address:
        frames = quick(address).frames()
        assert [next(frames), next(frames)] == [b"a", b"b"]
        frames.close()


BEGINNING = frame(Opcode.TEXT, b"x" * 600, fin=False)


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (frame(Opcode.TEXT, b"x" * 2000), NonsenseReceived),
        (
            frame(Opcode.TEXT, b"x" * 600, fin=False) + frame(Opcode.CONT, b"x" * 600),
            NonsenseReceived,
        ),
        (frame(Opcode.CONT, b"x"), NonsenseReceived),
        (b"\xff\xff not a frame", NonsenseReceived),
        (b"\x81\x85\x00\x00\x00\x00hello", NonsenseReceived),
        (frame(Opcode.CLOSE, b"\x03\xe8bye"), NetworkDown),
        (frame(Opcode.CLOSE, b"\x03\xf0no"), NetworkDown),
    ],
    ids=["big", "big in pieces", "no beginning", "noise", "masked", "bye", "bye for a reason"],
)
def test_what_breaks_the_rules_ends_it(sent: bytes, error: type[ReadError]) -> None:
    with deaf_server(sent) as address:
        messages, why = heard(quick(address))
    assert messages == []
    assert type(why) is error


def refusal(status: int, *headers: str, body: str = "<html>no</html>") -> bytes:
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", body]).encode()


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (refusal(401), TokenExpired),
        (refusal(403), PermissionMissing),
        (refusal(404), NotFound),
        (refusal(503), NetworkDown),
        (refusal(200), NonsenseReceived),
        (refusal(302, "Location: ws://elsewhere.example/"), NonsenseReceived),
        (refusal(101), NonsenseReceived),
        (b"\x00\xff nothing like HTTP\r\n\r\n", NonsenseReceived),
        (b"HTTP/1.1 101 Fine\r\n" + b"X: y\r\n" * 500 + b"\r\n", NonsenseReceived),
        (b"", NetworkDown),
        (b"HTTP/1.1 101 Fin", NetworkDown),
    ],
)
def test_a_server_that_does_not_accept_is_understood(sent: bytes, error: type[ReadError]) -> None:
    with bare_server(sent) as address:
        messages, why = heard(quick(address))
    assert messages == []
    assert type(why) is error


def test_too_many_listeners_wait_as_told() -> None:
    with bare_server(refusal(429, "retry-after: 7")) as address:
        _, why = heard(quick(address))
    assert isinstance(why, BudgetUsed)
    assert why.resets_at == NOW + timedelta(seconds=7)


def test_a_consent_that_trickles_in_is_left_at_the_deadline() -> None:
    began = time.monotonic()
    with bare_server(b"HTTP/1.1 101 Fine\r\n", *[b"X"] * 25, pause=0.1) as address:
        _, why = heard(quick(address))
        took = time.monotonic() - began
    assert "too slow" in str(why)
    assert took < 2


def test_a_message_that_trickles_in_is_no_sign_of_life() -> None:
    whole = frame(Opcode.TEXT, b"x" * 40)

    def talk(connection: ServerConnection) -> None:
        try:
            for at in range(len(whole)):
                connection.socket.sendall(whole[at : at + 1])
                time.sleep(0.1)
        except OSError:
            return

    with server(talk) as address:
        messages, why = heard(quick(address, SocketLimits(1, 0.5, 1000)))
    assert messages == []
    assert "too slow" in str(why)


def test_nobody_there_is_a_network_that_is_down() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    _, why = heard(quick(f"ws://127.0.0.1:{port}"))
    assert type(why) is NetworkDown


def test_hanging_up_ends_listening_in_another_thread() -> None:
    done = threading.Event()
    with server(lambda _: done.wait(5)) as address:
        one = quick(address, SocketLimits(5, 30, 1000))
        threading.Timer(0.3, one.close).start()
        began = time.monotonic()
        _, why = heard(one)
        took = time.monotonic() - began
        done.set()
    assert type(why) is HungUp
    assert took < 2


def test_what_was_hung_up_before_it_began_never_connects() -> None:
    one = quick("ws://127.0.0.1:1/")
    one.close()
    _, why = heard(one)
    assert type(why) is HungUp


@pytest.mark.parametrize(
    "address",
    ["ws://fenmast.example/x", "http://fenmast.example", "wss://a:b@fenmast.example/", "file:///x"],
)
def test_only_a_safe_address_is_listened_to(address: str) -> None:
    with pytest.raises(AddressRefused):
        quick(address)


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    context = own_certificate(tmp_path)
    with serve(lambda _: None, "127.0.0.1", 0, ssl=context) as one:
        thread = threading.Thread(target=one.serve_forever)
        thread.start()
        _, why = heard(quick(f"wss://127.0.0.1:{one.socket.getsockname()[1]}/"))
        one.shutdown()
        thread.join()
    assert "certificate" in str(why)


def test_no_error_and_no_log_line_holds_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.CRITICAL, "websockets.server")
    for token in (TOKEN, f"{TOKEN}\r\nX-More: {TOKEN}"):
        with bare_server(refusal(401, f"X-Echo: {TOKEN}")) as address:
            _, why = heard(Socket(address, lambda t=token: t, lambda: NOW, limits=QUICK))
        assert TOKEN not in repr(why) + str(why) + repr(why.values)
    with deaf_server(frame(Opcode.TEXT, b"ok")) as address:
        assert type(heard(quick(address, SocketLimits(1, 0.3, 9)))[1]) is NetworkDown
    assert TOKEN not in caplog.text
