"""A bounded websocket to listen on: in size, in silence, hung up from any thread.

`websockets` parses and we read: its own clients run threads beside ours, follow redirects to other
servers and log headers. Nothing is unpacked here, since no packing is offered.
"""

import logging
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode, urlsplit

import urllib3
from requests.structures import CaseInsensitiveDict
from websockets.client import ClientProtocol
from websockets.exceptions import (
    InvalidHandshake,
    InvalidStatus,
    PayloadTooBig,
    WebSocketException,
)
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.protocol import State
from websockets.uri import parse_uri

from controlroom import __version__
from controlroom.feeds import addresses
from controlroom.feeds.connections import HangUp
from controlroom.feeds.dialling import dial
from controlroom.feeds.errors import HungUp, NetworkDown, NonsenseReceived, ReadError
from controlroom.feeds.wire import usual_error

_CHUNK = 65_536
_MUTE = logging.getLogger("controlroom.feeds.sockets.library")
_MUTE.setLevel(logging.CRITICAL + 1)
"""The library would write headers, and with them tokens, into its log."""
_SCHEMES: Mapping[str, str] = {"wss": "https", "ws": "http"}

Query = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SocketLimits:
    """What listening may cost.

    Attributes:
        connect_s: seconds until the server has accepted.
        silence_s: seconds without a sign of life; after half of it the server is asked for one.
        size: bytes of one message.
    """

    connect_s: float = 15
    silence_s: float = 60
    size: int = 1_000_000


class Socket:
    """One websocket, opened once. Used by one thread, except for `close`.

    Args:
        address: of the server and path; https for wss, and http for ws to this computer.
        token: returns the token, "" for none; it goes into the `Authorization` header.
        query: names may come twice, in pairs.

    Raises:
        AddressRefused: for an address that is not safe.
    """

    def __init__(
        self,
        address: str,
        token: Callable[[], str],
        now: Callable[[], datetime],
        *,
        query: Query = (),
        limits: SocketLimits | None = None,
    ) -> None:
        self._address = _over_http(address)
        self._token = token
        self._now = now
        self._query = query
        self._limits = limits or SocketLimits()
        self._hang_up = HangUp()
        self._socket: socket.socket | None = None
        self._protocol: ClientProtocol | None = None

    def frames(self, ready: Callable[[], None] = lambda: None) -> Iterator[bytes]:
        """Connects and yields whole messages, text and binary alike, as bytes.

        Args:
            ready: called once the server has accepted; it may `send`.

        Raises:
            ReadError: why it ended, `HungUp` after `close`. It never ends otherwise.
        """
        try:
            with closing(self._dialled()) as sock:
                yield from self._listen(sock, ready)
        except ReadError:
            raise
        except (WebSocketException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            # Without its cause: what libraries raise holds addresses and headers.
            raise self._failed(error) from None

    def send(self, text: bytes) -> None:
        """Sends one text message, from the thread that listens. Raises `ReadError`."""
        if self._protocol is None or self._protocol.state is not State.OPEN:
            raise self._failed(ConnectionError())
        try:
            self._protocol.send_text(text)
            self._flush()
        except OSError as error:
            raise self._failed(error) from None

    def close(self) -> None:
        """Hangs up; `frames` in another thread ends with `HungUp`."""
        self._hang_up.end()

    @property
    def _host(self) -> str:
        return addresses.shown(self._address)

    def _dialled(self) -> socket.socket:
        if self._hang_up.for_good:
            raise HungUp(host=self._host)
        sock = dial(self._address, self._limits.connect_s)
        self._socket = sock
        self._hang_up.now_uses(sock)
        return sock

    def _listen(self, sock: socket.socket, ready: Callable[[], None]) -> Iterator[bytes]:
        self._protocol = protocol = self._greeting()
        with self._hang_up.within(self._limits.connect_s):
            early = self._shake_hands(protocol)
        # The deadline of the handshake lets go of the socket; hanging up goes on with it.
        self._hang_up.now_uses(sock)
        ready()
        yield from _whole_messages(self._frames(protocol, early))

    def _greeting(self) -> ClientProtocol:
        scheme = "wss" if urlsplit(self._address).scheme == "https" else "ws"
        query = f"?{urlencode(self._query)}" if self._query else ""
        address = f"{scheme}:{self._address.partition(':')[2]}{query}"
        return ClientProtocol(parse_uri(address), max_size=self._limits.size, logger=_MUTE)

    def _shake_hands(self, protocol: ClientProtocol) -> list[Frame]:
        """Returns what came together with the server's consent."""
        request = protocol.connect()
        request.headers["User-Agent"] = f"ControlRoom/{__version__}"
        if token := self._token():
            request.headers["Authorization"] = f"Bearer {_printable(token)}"
        protocol.send_request(request)
        events: list[object] = []
        while not events:
            events = self._exchange(protocol, self._receive(self._limits.connect_s))
        if protocol.handshake_exc is not None:
            raise protocol.handshake_exc
        return [event for event in events if isinstance(event, Frame)]

    def _frames(self, protocol: ClientProtocol, early: list[Frame]) -> Iterator[Frame]:
        """Yields frames as they come; a silence is ended by asking, a longer one ends it."""
        yield from early
        alive = time.monotonic()
        asked = False
        while True:
            waited = time.monotonic() - alive
            if waited >= self._limits.silence_s:
                raise TimeoutError
            if waited >= self._limits.silence_s / 2 and not asked:
                protocol.send_ping(b"")
                asked = True
            frames = self._hear(protocol, alive, asked=asked)
            if frames:
                alive, asked = time.monotonic(), False
            yield from frames

    def _hear(self, protocol: ClientProtocol, alive: float, *, asked: bool) -> list[Frame]:
        """Returns the next frames, none if the time to ask or to give up comes first."""
        patience = self._limits.silence_s * (1 if asked else 0.5)
        left = max(alive + patience - time.monotonic(), 0.001)
        _refuse_broken(protocol)
        events = self._exchange(protocol, self._receive(left))
        return [event for event in events if isinstance(event, Frame)]

    def _receive(self, patience: float) -> bytes | None:
        """Sends what is to be sent and returns what comes; None if nothing does in time."""
        self._flush()
        sock = self._open_socket()
        sock.settimeout(patience)
        try:
            return sock.recv(_CHUNK)
        except TimeoutError:
            return None

    def _exchange(self, protocol: ClientProtocol, chunk: bytes | None) -> list[object]:
        """Takes in what came and returns what it amounts to."""
        self._refuse_cut()
        if chunk is None:
            return []
        if chunk:
            protocol.receive_data(chunk)
        else:
            protocol.receive_eof()
        events: list[object] = list(protocol.events_received())
        if not events:
            _refuse_broken(protocol, ended=not chunk)
        return events

    def _refuse_cut(self) -> None:
        """A cut connection looks like one the server ended."""
        if self._hang_up.late:
            raise TimeoutError
        if self._hang_up.for_good:
            raise ConnectionError

    def _flush(self) -> None:
        sock, protocol = self._open_socket(), self._protocol
        sock.settimeout(self._limits.connect_s)
        for data in protocol.data_to_send() if protocol else ():
            if data:
                sock.sendall(data)

    def _open_socket(self) -> socket.socket:
        if self._socket is None:
            raise ConnectionError
        return self._socket

    def _failed(self, error: Exception) -> ReadError:
        if self._hang_up.for_good:
            return HungUp(host=self._host)
        if isinstance(error, InvalidStatus):
            return self._refused(error.response)
        return _meaning(self._host, error)

    def _refused(self, response: Response) -> ReadError:
        headers = CaseInsensitiveDict(response.headers.raw_items())
        return usual_error(response.status_code, headers, self._host, "X-RateLimit", self._now())


def _over_http(address: str) -> str:
    """Returns an address with the scheme it has over HTTP. Raises `AddressRefused`."""
    scheme, colon, rest = address.partition(":")
    over_http = f"{_SCHEMES.get(scheme, scheme)}{colon}{rest}"
    addresses.refuse_insecure(over_http)
    return over_http


def _refuse_broken(protocol: ClientProtocol, *, ended: bool = False) -> None:
    """Raises what the library found wrong with what came, or that nothing more will come."""
    if ended:
        raise ConnectionError
    if broken := protocol.handshake_exc or protocol.parser_exc:
        raise broken


def _printable(token: str) -> str:
    """A token with a line break would be a header of its own."""
    if not token.isascii() or not token.isprintable():
        raise ValueError("the token is not printable")
    return token


def _whole_messages(frames: Iterable[Frame]) -> Iterator[bytes]:
    """Joins what came in pieces; their sum is bounded by the protocol."""
    joined = bytearray()
    for frame in frames:
        if frame.opcode is Opcode.CLOSE:
            raise ConnectionError
        if frame.opcode in (Opcode.TEXT, Opcode.BINARY, Opcode.CONT):
            joined += frame.data
            if frame.fin:
                yield bytes(joined)
                joined.clear()


def _is_slow(error: Exception) -> bool:
    """urllib3 counts a refused connection among those that took too long."""
    slow = isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError)
    return slow and not isinstance(error, urllib3.exceptions.NewConnectionError)


def _meaning(host: str, error: Exception) -> ReadError:
    if isinstance(error, ssl.SSLError | urllib3.exceptions.SSLError):
        return NetworkDown(host=host, reason="its certificate is not valid")
    if _is_slow(error):
        return NetworkDown(host=host, reason="it is too slow")
    if isinstance(error, PayloadTooBig):
        return NonsenseReceived(host=host, reason="far too long")
    if isinstance(error, InvalidHandshake | WebSocketException | ValueError):
        return NonsenseReceived(host=host, reason="it speaks no websocket")
    return NetworkDown(host=host, reason="the connection broke")
