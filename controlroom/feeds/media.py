"""Fetching what somebody has published beside words: bounded, public, and a picture if it is one.

Its address was chosen by a stranger. So the name is asked for once and the connection goes to
exactly the address that was judged; every redirect is judged anew; no token or cookie is ever sent.
"""

import http.client
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import msgspec

from controlroom import __version__
from controlroom.bundle import bundled
from controlroom.feeds.addresses import is_loopback
from controlroom.feeds.connections import HangUp
from controlroom.feeds.errors import (
    AddressRefused,
    HungUp,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    RedirectRefused,
)
from controlroom.feeds.media_line import Line, connected
from controlroom.feeds.public import Resolve, public_addresses, resolve
from controlroom.feeds.servers import Servers
from controlroom.model.decoding import from_toml
from controlroom.model.pictures import kind_of

LONGEST_ADDRESS = 4_096
_CHUNK = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
_REFUSED = {401: PermissionMissing, 403: PermissionMissing, 404: NotFound, 410: NotFound}
_HEADERS = {
    "User-Agent": f"ControlRoom/{__version__}",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class MediaLimits:
    """What one picture or clip may cost.

    Attributes:
        whole_s: seconds for everything, however the bytes come, redirects included.
        size: bytes.
    """

    connect_s: float = 10
    whole_s: float = 20
    size: int = 8_000_000
    redirects: int = 3


class Kept(msgspec.Struct, frozen=True):
    """Bytes of each that stay on the disk."""

    clips: int


class AllLimits(msgspec.Struct, frozen=True, kw_only=True):
    """What `resources/media.toml` says."""

    picture: MediaLimits
    clip: MediaLimits
    kept: Kept


@lru_cache
def media_limits() -> AllLimits:
    """Returns the bounds that came with the program."""
    return from_toml(bundled("media.toml").read_bytes(), AllLimits)


class TooLarge(NonsenseReceived):
    """There is more of it than is fetched."""


class Fetcher(ABC):
    """Fetches one thing after the other, on one thread, except for `close`.

    Args:
        servers: leads hosts to this computer in an exercise, which may reach nothing else.
        ask: returns the addresses of a name.
    """

    accept = "*/*"
    """Content types that are asked for."""

    def __init__(self, servers: Servers, limits: MediaLimits, ask: Resolve = resolve) -> None:
        self._servers, self._ask, self._limits = servers, ask, limits
        self._hang_up = HangUp()

    @abstractmethod
    def _body(self, line: Line, response: http.client.HTTPResponse) -> bytes:
        """Reads an answer within the bounds. Raises `ReadError`, OSError."""

    def _fetched(self, address: str) -> bytes:
        """Returns what `_body` makes of the answer.

        Raises:
            ReadError: and nothing else from outside; `HungUp` after `close`.
        """
        host = _host(address)
        try:
            with self._hang_up.within(self._limits.whole_s):
                body = self._follow(address, time.monotonic() + self._limits.whole_s)
        except ReadError:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            # Without its cause: it may hold the address, and that may hold a signature.
            raise self._failed(host, error) from None
        if self._hang_up.late or self._hang_up.for_good:
            raise self._failed(host, TimeoutError())
        return body

    def close(self) -> None:
        """Hangs up, also on what another thread is fetching."""
        self._hang_up.end()

    def _follow(self, address: str, ends: float) -> bytes:
        for _ in range(self._limits.redirects + 1):
            line = self._line(address)
            if time.monotonic() > ends or self._hang_up.for_good:
                raise TimeoutError
            found = self._ask_once(line)
            if isinstance(found, bytes):
                return found
            address = urljoin(address, found)
        raise RedirectRefused(host=_host(address), target="yet another address")

    def _line(self, address: str) -> Line:
        """Judges an address. Raises `ReadError`."""
        parts = _parts(address)
        host = (parts.hostname or "").rstrip(".")
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if parts.query:
            target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
        led = host in self._servers.led
        if led or self._servers.sealed:
            return self._led(parts, host, target, led=led)
        if parts.scheme != "https" or parts.port not in (None, 443) or parts.username:
            raise AddressRefused(host=host or "an address without a host")
        return Line(host, public_addresses(host, self._ask), 443, target, secure=True)

    def _led(self, parts: SplitResult, host: str, target: str, *, led: bool) -> Line:
        """A server of an exercise, which is on this computer."""
        server = urlsplit(self._servers(host)) if led else parts
        if server.scheme != "http" or not is_loopback(server.hostname or ""):
            raise AddressRefused(host=host)
        name = server.netloc if server is parts else host
        return Line(name, [server.hostname or ""], server.port or 80, target, secure=False)

    def _ask_once(self, line: Line) -> bytes | str:
        """Returns what `_body` made of it, or where it is said to lie."""
        connection = connected(line, self._limits.connect_s, self._hang_up)
        try:
            headers = _HEADERS | {"Accept": self.accept, "Host": line.host}
            connection.request("GET", line.target, headers=headers)
            with connection.getresponse() as response:
                return self._taken(line, response)
        finally:
            connection.close()

    def _taken(self, line: Line, response: http.client.HTTPResponse) -> bytes | str:
        if response.status in _REDIRECTS and (target := response.getheader("Location")):
            return target
        if response.status != 200:
            raise _refusal(line.host, response.status)
        told = response.getheader("Content-Length", "")
        if told.isdecimal() and int(told) > self._limits.size:
            raise TooLarge(host=line.host, reason="far too long")
        return self._body(line, response)

    def _failed(self, host: str, error: Exception) -> ReadError:
        if self._hang_up.for_good:
            return HungUp(host=host)
        if isinstance(error, TimeoutError) or self._hang_up.late:
            return NetworkDown(host=host, reason="it is too slow")
        if isinstance(error, OSError):
            return NetworkDown(host=host, reason="the connection broke")
        return NonsenseReceived(host=host, reason="it speaks no HTTP")


class MediaFetcher(Fetcher):
    """Fetches pictures."""

    accept = "image/webp, image/jpeg, image/png, image/gif"

    def __init__(
        self, servers: Servers, limits: MediaLimits | None = None, ask: Resolve = resolve
    ) -> None:
        super().__init__(servers, limits or media_limits().picture, ask)

    def fetch(self, address: str) -> bytes:
        """Returns the bytes of a picture: JPEG, PNG, GIF or WebP by how they begin.

        Raises:
            ReadError: and nothing else from outside; `HungUp` after `close`.
        """
        return self._fetched(address)

    def _body(self, line: Line, response: http.client.HTTPResponse) -> bytes:
        body = bytearray()
        while chunk := response.read(_CHUNK):
            body += chunk
            if len(body) > self._limits.size:
                raise TooLarge(host=line.host, reason="far too long")
            if len(body) >= 12 and not kind_of(body):
                break
        if not kind_of(body):
            raise NonsenseReceived(host=line.host, reason="it is no picture")
        if response.length:
            raise NetworkDown(host=line.host, reason="the connection broke")
        return bytes(body)


def _refusal(host: str, status: int) -> ReadError:
    if status in _REFUSED:
        return _REFUSED[status](host=host)
    return NetworkDown(host=host, reason=f"it answered {status}")


def _parts(address: str) -> SplitResult:
    """Raises `AddressRefused` for what is no address at all."""
    try:
        parts = urlsplit(address[: LONGEST_ADDRESS + 1])
        _ = parts.port, parts.hostname
    except ValueError:
        parts = urlsplit("")
    if len(address) > LONGEST_ADDRESS or not parts.hostname or not parts.hostname.isascii():
        raise AddressRefused(host=(parts.hostname or "an address without a host")[:100])
    return parts


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "an address without a host")[:100]
    except ValueError:
        return "an address without a host"
