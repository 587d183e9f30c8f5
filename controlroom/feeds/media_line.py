"""A connection to an address that was judged, whatever its name leads to by now."""

import http.client
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter

from controlroom.feeds.connections import HangUp
from controlroom.feeds.dialling import surroundings


@dataclass(frozen=True, slots=True)
class Line:
    """Where a picture is asked for.

    Attributes:
        host: the name its certificate is for.
        places: numeric addresses, tried in this order.
        target: path and query.
    """

    host: str
    places: list[str]
    port: int
    target: str
    secure: bool


def connected(line: Line, seconds: float, hang_up: HangUp) -> http.client.HTTPConnection:
    """Returns a connection that stands. Raises OSError, http.client.HTTPException.

    Args:
        seconds: until it stands, and between two bytes.
        hang_up: told of the socket before a word is said on it.
    """
    connection = http.client.HTTPConnection(line.host, line.port, timeout=seconds)
    if line.secure:
        verify, proxy = surroundings(f"https://{line.host}/")
        plain = _first(line, seconds, proxy)
        try:
            sock = _trusting(verify).wrap_socket(
                plain, server_hostname=line.host, do_handshake_on_connect=False
            )
        except BaseException:
            plain.close()
            raise
        _shake_hands(sock, hang_up)
        connection.sock = sock
    else:
        connection.sock = _first(line, seconds, None)
        hang_up.now_uses(connection.sock)
    return connection


def _shake_hands(sock: ssl.SSLSocket, hang_up: HangUp) -> None:
    """A server that shakes hands for ever is hung up like one that talks for ever."""
    hang_up.now_uses(sock)
    try:
        sock.do_handshake()
    except BaseException:
        sock.close()
        raise


def _first(line: Line, seconds: float, proxy: str | None) -> socket.socket:
    for place in line.places[:-1]:
        with suppress(OSError):
            return _reach(place, line.port, seconds, proxy)
    return _reach(line.places[-1], line.port, seconds, proxy)


def _reach(place: str, port: int, seconds: float, proxy: str | None) -> socket.socket:
    if proxy is None:
        return socket.create_connection((place, port), timeout=seconds)
    to = urlsplit(proxy)
    through = http.client.HTTPConnection(to.hostname or "", to.port or 8080, timeout=seconds)
    # The proxy is told the number and not the name, so that it reaches what was judged.
    through.set_tunnel(place, port, HTTPAdapter().proxy_headers(proxy))
    through.connect()
    sock = through.sock
    through.sock = None
    return sock


@lru_cache(4)
def _trusting(verify: str) -> ssl.SSLContext:
    folder = Path(verify).is_dir()
    return ssl.create_default_context(
        cafile=None if folder else verify, capath=verify if folder else None
    )
