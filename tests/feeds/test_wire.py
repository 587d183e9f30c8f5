"""What a server may do wrong, done by a real one on loopback."""

import gzip
import logging
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pytest_httpserver import HTTPServer
from werkzeug import Response

from controlroom.feeds.base import Budget
from controlroom.feeds.errors import (
    AddressRefused,
    BudgetUsed,
    HungUp,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    RedirectRefused,
    TokenExpired,
)
from controlroom.feeds.wire import Limits, Wire

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TOKEN = "SENTINEL-TOKEN-of-a-profile"
QUICK = Limits(connect_s=1, silence_s=0.5, whole_s=1, size=100_000)


@pytest.fixture
def wire(httpserver: HTTPServer) -> Iterator[Wire]:
    one = quick(httpserver.url_for("").rstrip("/"))
    yield one
    one.close()


@contextmanager
def bare_server(*parts: bytes, pause: float = 0.0) -> Iterator[str]:
    """A server that sends these bytes, whatever it is asked, and waits after each part."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65_536)
            try:
                for part in parts:
                    connection.sendall(part)
                    time.sleep(pause)
            except OSError:
                return

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()
        thread.join()


def answer(status: int, headers: dict[str, str], body: str = "") -> bytes:
    """Returns an answer to the byte: a server of a library would add a date of its own."""
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", body]).encode()


def own_certificate(folder: Path) -> ssl.SSLContext:
    """A server's context with a certificate signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = x509.CertificateBuilder(
        name, name, key.public_key(), 1, now, now + timedelta(days=1)
    ).sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "cert.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, *plain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def quick(base: str, limits: Limits = QUICK) -> Wire:
    return Wire(base, lambda: TOKEN, lambda: NOW, budget_headers="X-RateLimit", limits=limits)


def test_the_token_goes_in_a_header_and_the_budget_comes_in_one(
    wire: Wire, httpserver: HTTPServer
) -> None:
    asked = httpserver.expect_request(
        "/x", query_string="limit=40", headers={"Authorization": f"Bearer {TOKEN}"}
    )
    asked.respond_with_data("[]")
    assert wire.get("/x", {"limit": "40"}).body == b"[]"
    headers = {
        "x-ratelimit-limit": "300",
        "x-ratelimit-remaining": "299",
        "x-ratelimit-reset": "2026-11-22T12:05:00.123Z",
        "date": "Sun, 22 Nov 2026 12:00:00 GMT",
    }
    with bare_server(answer(200, headers, "[]")) as base:
        budget = quick(base).get("/x").budgets
    assert budget == (Budget(300, 299, NOW + timedelta(seconds=300.123)),)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, TokenExpired),
        (403, PermissionMissing),
        (404, NotFound),
        (410, NotFound),
        (422, NonsenseReceived),
        (500, NetworkDown),
        (503, NetworkDown),
        (204, NonsenseReceived),
    ],
)
def test_each_refusal_has_its_own_error(
    wire: Wire, httpserver: HTTPServer, status: int, error: type[ReadError]
) -> None:
    httpserver.expect_request("/x").respond_with_data("<html>no</html>", status=status)
    with pytest.raises(ReadError) as caught:
        wire.get("/x")
    assert type(caught.value) is error


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, 60),
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "0"}, 1),
        ({"Retry-After": "-5"}, 1),
        ({"Retry-After": "Sun, 22 Nov 2026 12:00:30 GMT"}, 30),
        ({"Retry-After": "whenever"}, 60),
        ({"Retry-After": "99999999999999999999"}, 3600),
        ({"Retry-After": "1e400"}, 60),
        ({"Retry-After": "nan"}, 60),
        ({"X-RateLimit-Reset": "2026-11-22T12:04:00Z"}, 240),
        ({"X-RateLimit-Reset": "9999-12-31T23:59:59Z"}, 3600),
        ({"X-RateLimit-Reset": str(int(NOW.timestamp()) + 90)}, 90),
        ({"X-RateLimit-Reset": "1000000000"}, 1),
    ],
)
def test_too_many_reads_waits_as_told_but_never_absurdly(
    headers: dict[str, str], wait: float
) -> None:
    dated = {"Date": "Sun, 22 Nov 2026 12:00:00 GMT"} | headers
    with bare_server(answer(429, dated)) as base, pytest.raises(BudgetUsed) as caught:
        quick(base).get("/x")
    assert caught.value.resets_at == NOW + timedelta(seconds=wait)


def test_a_server_whose_clock_is_wrong_is_understood_by_its_own_clock() -> None:
    headers = {
        "Date": "Tue, 01 Dec 2026 00:00:00 GMT",
        "X-RateLimit-Reset": "2026-12-01T00:02:00Z",
    }
    with bare_server(answer(429, headers)) as base, pytest.raises(BudgetUsed) as caught:
        quick(base).get("/x")
    assert caught.value.resets_at == NOW + timedelta(minutes=2)


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "https://elsewhere.example/x",
        "//elsewhere.example/x",
        "ftp://127.0.0.1/x",
        "http://127.0.0.1:1/x",
    ],
)
def test_a_redirect_elsewhere_is_not_followed(
    target: str,
) -> None:
    with bare_server(answer(302, {"Location": target})) as base, pytest.raises(RedirectRefused):
        quick(base).get("/x")


def test_a_redirect_to_no_address_at_all_is_nonsense() -> None:
    broken = answer(302, {"Location": "http://[broken"})
    with bare_server(broken) as base, pytest.raises(NonsenseReceived):
        quick(base).get("/x")


def test_a_redirect_on_the_same_server_is_followed_but_not_round_and_round(
    wire: Wire, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/old").respond_with_data("", 301, {"Location": "/new"})
    httpserver.expect_request("/new").respond_with_data("[]")
    httpserver.expect_request("/round").respond_with_data("", 301, {"Location": "/round"})
    assert wire.get("/old").body == b"[]"
    with pytest.raises(RedirectRefused):
        wire.get("/round")


def test_a_gzip_bomb_is_left_when_it_is_too_long(wire: Wire, httpserver: HTTPServer) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    httpserver.expect_request("/x").respond_with_data(bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(NonsenseReceived, match="far too long"):
        wire.get("/x")


def test_what_does_not_unpack_is_nonsense(wire: Wire, httpserver: HTTPServer) -> None:
    headers = {"Content-Encoding": "gzip"}
    httpserver.expect_request("/x").respond_with_data(b"not packed", headers=headers)
    with pytest.raises(NonsenseReceived):
        wire.get("/x")


def test_an_endless_body_ends(wire: Wire, httpserver: HTTPServer) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"0" * 10_000

    httpserver.expect_request("/x").respond_with_handler(lambda _: Response(endless()))
    with pytest.raises(NonsenseReceived, match="far too long"):
        wire.get("/x")


@pytest.mark.parametrize("status", [302, 429, 500])
def test_no_body_is_read_that_is_not_wanted(status: int) -> None:
    head = f"HTTP/1.1 {status} Whatever\r\nLocation: https://elsewhere.example\r\n\r\n"
    with bare_server(head.encode(), *[b"x" * 1000] * 50, pause=0.1) as base:
        began = time.monotonic()
        with pytest.raises(ReadError):
            quick(base, Limits(whole_s=30, silence_s=30)).get("/x")
        took = time.monotonic() - began
    assert took < 2


@pytest.mark.parametrize(
    "parts",
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", *[b"x"] * 40),
        (b"HTTP/1.1 200 OK\r\n", *[b"X"] * 40),
        (b"", *[b"H"] * 40),
    ],
    ids=["body", "headers", "status"],
)
def test_a_trickle_is_left_at_the_deadline(parts: tuple[bytes, ...]) -> None:
    began = time.monotonic()
    with bare_server(*parts, pause=0.1) as base:
        with pytest.raises(NetworkDown, match="too slow"):
            quick(base).get("/x")
        took = time.monotonic() - began
    assert took < 2


def test_silence_is_left_after_a_while() -> None:
    with bare_server(b"", pause=2) as base, pytest.raises(NetworkDown, match="too slow"):
        quick(base).get("/x")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n[",
        b"\x00\xff nothing like HTTP\r\n\r\n",
        b"HTTP/1.1 banana\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
    ],
)
def test_broken_http_is_a_broken_connection(sent: bytes) -> None:
    with bare_server(sent) as base, pytest.raises(ReadError) as caught:
        quick(base).get("/x")
    assert type(caught.value) in (NetworkDown, NonsenseReceived)


def test_nobody_there_is_a_network_that_is_down() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(NetworkDown):
        quick(f"http://127.0.0.1:{port}").get("/x")


@pytest.mark.parametrize(
    "address",
    ["http://fenmast.example/x", "file:///etc/passwd", "https://a:b@fenmast.example/", "http://"],
)
def test_only_https_or_this_computer_is_read(address: str) -> None:
    with pytest.raises(AddressRefused):
        quick("").get(address)


def test_hanging_up_ends_a_read_in_another_thread() -> None:
    parts = (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", *[b"x"] * 30)
    with bare_server(*parts, pause=0.1) as base:
        wire = quick(base, Limits(whole_s=30))
        threading.Timer(0.3, wire.close).start()
        began = time.monotonic()
        with pytest.raises(HungUp):
            wire.get("/x")
        assert time.monotonic() - began < 2


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    context = own_certificate(tmp_path)
    with HTTPServer(host="127.0.0.1", ssl_context=context) as server:
        with pytest.raises(NetworkDown, match="certificate"):
            quick(f"https://127.0.0.1:{server.port}").get("/x")
        assert server.log == []


def test_no_error_and_no_log_line_holds_the_token(
    wire: Wire, httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    httpserver.expect_request("/x").respond_with_data("", 302, {"Location": f"https://e/{TOKEN}"})
    bad = Wire("http://127.0.0.1:1", lambda: f"{TOKEN}\n", lambda: NOW, limits=QUICK)
    for one in (wire, bad):
        with pytest.raises(ReadError) as caught:
            one.get("/x")
        seen = [repr(caught.value), str(caught.value), repr(caught.value.values)]
        assert TOKEN not in "".join(seen)
        assert caught.value.__cause__ is None
    assert TOKEN not in caplog.text
