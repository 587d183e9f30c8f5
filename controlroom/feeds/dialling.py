"""Reaching a server for a talk that does not stay HTTP: through the same proxies, and with the same
trust in certificates, as everything that `Wire` asks.
"""

import socket
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH, select_proxy
from urllib3.connection import HTTPConnection, HTTPSConnection

from controlroom.feeds import addresses


def dial(address: str, seconds: float) -> socket.socket:
    """Returns a socket to the server of an https address, or of an http one on this computer.

    Args:
        seconds: until the connection stands, and afterwards between two bytes.

    Raises:
        AddressRefused: for any other address.
        OSError, urllib3.exceptions.HTTPError: there is no connection.
    """
    addresses.refuse_insecure(address)
    verify, proxy = surroundings(address)
    connection = _connection(urlsplit(address), verify, proxy, seconds)
    connection.connect()
    sock = connection.sock
    # The connection closes its socket when nobody holds it any more.
    connection.sock = None
    if sock is None:
        raise ConnectionError("no socket")
    return sock


def surroundings(address: str) -> tuple[str, str | None]:
    """Returns the file or folder of trusted certificates, and the proxy to go through, if any."""
    with requests.Session() as session:
        session.trust_env = not addresses.is_loopback(addresses.shown(address))
        told = session.merge_environment_settings(address, {}, None, None, None)
    verify = told["verify"] if isinstance(told["verify"], str) else DEFAULT_CA_BUNDLE_PATH
    return verify, select_proxy(address, told["proxies"])


def _connection(
    parts: SplitResult, verify: str, proxy: str | None, seconds: float
) -> HTTPConnection:
    host, port = parts.hostname or "", parts.port
    if parts.scheme == "http":
        return HTTPConnection(host, port or 80, timeout=seconds)
    to = urlsplit(proxy) if proxy else parts
    connection = HTTPSConnection(
        to.hostname or "",
        to.port or (8080 if proxy else 443),
        timeout=seconds,
        cert_reqs="CERT_REQUIRED",
        ca_certs=None if Path(verify).is_dir() else verify,
        ca_cert_dir=verify if Path(verify).is_dir() else None,
    )
    if proxy:
        connection.set_tunnel(host, port or 443, HTTPAdapter().proxy_headers(proxy))
    return connection
