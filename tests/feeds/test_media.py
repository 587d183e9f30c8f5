"""Pictures of strangers: fetched from public addresses only, bounded, and nothing but pictures."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from controlroom.feeds.errors import (
    AddressRefused,
    HungUp,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    ReadError,
    RedirectRefused,
)
from controlroom.feeds.media import MediaFetcher, MediaLimits
from controlroom.feeds.public import is_public
from controlroom.feeds.servers import Servers
from controlroom.model.pictures import kind_of

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 50
HOST = "media.fenmast.example"


class Server:
    """Answers with bytes, and keeps what it was asked."""

    def __init__(self, answer: Callable[[socket.socket, str], None]) -> None:
        self.asked: list[bytes] = []
        self._answer = answer
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        try:
            asked = connection.recv(65_536)
            self.asked.append(asked)
            self._answer(connection, asked.split()[1].decode())
        except OSError:
            return


def saying(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers])
    return head.encode() + b"\r\n\r\n" + body


Serve = Callable[[Callable[[socket.socket, str], None]], Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[Server] = []

    def begin(answer: Callable[[socket.socket, str], None]) -> Server:
        servers.append(Server(answer))
        return servers[-1]

    yield begin
    for one in servers:
        one.close()


def fetcher(server: Server, limits: MediaLimits | None = None) -> MediaFetcher:
    return MediaFetcher(Servers({HOST: server.address}, sealed=True), limits)


def test_a_picture_comes_as_it_lies_there_and_nothing_is_told_but_our_name(serve: Serve) -> None:
    server = serve(lambda sock, _: sock.sendall(saying(PNG, "200 OK", "Set-Cookie: a=b")))
    one = fetcher(server)
    assert one.fetch(f"https://{HOST}/a b.png?of=1") == PNG
    assert one.fetch(f"https://{HOST}/again") == PNG
    head = b"".join(server.asked).lower()
    assert server.asked[0].startswith(b"GET /a%20b.png?of=1 HTTP/1.1\r\n")
    assert f"host: {HOST}".encode() in head
    assert not any(word in head for word in (b"cookie", b"authorization", b"referer"))


@pytest.mark.parametrize(
    "body",
    [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<!doctype html>  <p>", b"", b"\xff\xd8"],
)
def test_what_is_no_picture_is_refused_whatever_it_is_called(serve: Serve, body: bytes) -> None:
    server = serve(lambda sock, _: sock.sendall(saying(body, "200 OK", "Content-Type: image/png")))
    with pytest.raises(NonsenseReceived):
        fetcher(server).fetch(f"https://{HOST}/a.png")


@pytest.mark.parametrize("told", [True, False])
def test_a_picture_that_is_too_long_is_broken_off(serve: Serve, told: bool) -> None:
    endless = saying(PNG, "200 OK") if told else b"HTTP/1.1 200 OK\r\n\r\n" + PNG * 50
    server = serve(lambda sock, _: sock.sendall(endless))
    with pytest.raises(NonsenseReceived):
        fetcher(server, MediaLimits(size=100)).fetch(f"https://{HOST}/a.png")


def test_half_a_picture_is_none(serve: Serve) -> None:
    cut = saying(PNG)[:-10]
    server = serve(lambda sock, _: sock.sendall(cut))
    with pytest.raises(NetworkDown):
        fetcher(server).fetch(f"https://{HOST}/a.png")


def test_redirects_are_followed_three_times_and_no_further(serve: Serve) -> None:
    def lead(sock: socket.socket, path: str) -> None:
        left = int(path.strip("/"))
        to = f"Location: https://{HOST}/{left - 1}"
        sock.sendall(saying(PNG) if left == 0 else saying(b"", "302 Found", to))

    server = serve(lead)
    assert fetcher(server).fetch(f"https://{HOST}/3") == PNG
    with pytest.raises(RedirectRefused):
        fetcher(server).fetch(f"https://{HOST}/4")


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/a", "https://10.0.0.1/a", "file:///etc/passwd", "//[::1"]
)
def test_a_redirect_out_of_an_exercise_is_refused(serve: Serve, target: str) -> None:
    server = serve(lambda sock, _: sock.sendall(saying(b"", "302 Found", f"Location: {target}")))
    with pytest.raises(ReadError):
        fetcher(server).fetch(f"https://{HOST}/a")


def test_a_redirect_to_this_computer_is_refused_outside_an_exercise(serve: Serve) -> None:
    inside = serve(lambda sock, _: sock.sendall(saying(PNG)))
    to = f"Location: {inside.address}/secret"
    server = serve(lambda sock, _: sock.sendall(saying(b"", "302 Found", to)))
    one = MediaFetcher(Servers({HOST: server.address}))
    with pytest.raises(AddressRefused):
        one.fetch(f"https://{HOST}/a")
    assert not inside.asked


@pytest.mark.parametrize(
    "address",
    [
        "http://media.example/a.png",
        "https://media.example:8443/a.png",
        "https://who:secret@media.example/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "https:///a.png",
        "https://[::1/a.png",
        "https://media.example/" + "a" * 5_000,
        "",
    ],
)
def test_only_plain_https_addresses_are_asked_at_all(address: str) -> None:
    def asked(_host: str) -> list[str]:
        raise AssertionError("nobody is to be asked")

    with pytest.raises(AddressRefused):
        MediaFetcher(Servers(), ask=asked).fetch(address)


@pytest.mark.parametrize(
    "found", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "fe80::1"]
)
def test_a_name_that_leads_inside_is_refused_also_among_public_addresses(found: str) -> None:
    one = MediaFetcher(Servers(), ask=lambda _host: ["93.184.215.14", found])
    with pytest.raises(NonsenseReceived):
        one.fetch("https://media.example/a.png")


@pytest.mark.parametrize("spelled", ["127.1", "2130706433", "0x7f000001", "localhost", "[::1]"])
def test_this_computer_is_known_by_any_spelling(spelled: str) -> None:
    with pytest.raises(ReadError):
        MediaFetcher(Servers()).fetch(f"https://{spelled}/a.png")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("64:ff9b::5db8:d70e", True),
        ("64:ff9b::a00:1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("192.168.1.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("fec0::1", False),
        ("media.example", False),
    ],
)
def test_public_addresses_are_told_from_the_others(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_the_address_that_was_judged_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reached: list[tuple[str, int]] = []
    answers = iter([["93.184.215.14"], ["127.0.0.1"]])

    def create(place: tuple[str, int], timeout: float) -> socket.socket:
        reached.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", create)
    monkeypatch.setenv("NO_PROXY", "*")
    one = MediaFetcher(Servers(), ask=lambda _host: next(answers))
    with pytest.raises(NetworkDown):
        one.fetch("https://media.example/a.png")
    assert reached == [("93.184.215.14", 443)]


def test_a_server_that_drips_is_hung_up(serve: Serve) -> None:
    def drip(sock: socket.socket, _path: str) -> None:
        sock.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + PNG)
        for _ in range(100):
            time.sleep(0.02)
            sock.sendall(b"x")

    server = serve(drip)
    with pytest.raises(NetworkDown):
        fetcher(server, MediaLimits(whole_s=0.2)).fetch(f"https://{HOST}/a.png")


def test_refusals_and_nonsense_have_their_own_errors(serve: Serve) -> None:
    answers = {"/gone": saying(b"", "404 Not Found"), "/down": saying(b"", "503 Later")}
    server = serve(lambda sock, path: sock.sendall(answers.get(path, b"what?\r\n\r\n")))
    for path, kind in (("gone", NotFound), ("down", NetworkDown), ("odd", NonsenseReceived)):
        with pytest.raises(kind):
            fetcher(server).fetch(f"https://{HOST}/{path}")


def test_a_closed_fetcher_fetches_nothing(serve: Serve) -> None:
    one = fetcher(serve(lambda sock, _: sock.sendall(saying(PNG))))
    one.close()
    with pytest.raises(HungUp):
        one.fetch(f"https://{HOST}/a.png")


def test_kinds_are_told_by_how_a_picture_begins() -> None:
    found = [kind_of(one) for one in (b"\xff\xd8\xff\xe0", PNG, b"GIF89a", b"RIFF1234WEBPVP8 ")]
    assert found == ["jpeg", "png", "gif", "webp"]
    assert kind_of(b"RIFF1234WAVE") == kind_of(b"") == ""
