"""Addresses a token may be sent to, and how they are shown."""

import ipaddress
from urllib.parse import SplitResult, urlsplit

from controlroom.feeds.errors import AddressRefused


def base_of(host: str) -> str:
    """Returns the address of a server from how a profile names it ("fenmast.example").

    A whole address may be given for a server on this computer. Raises `AddressRefused`.
    """
    address = host if "://" in host else f"https://{host}"
    refuse_insecure(address)
    parts = _split(address)
    return f"{parts.scheme}://{parts.netloc}"


def refuse_insecure(address: str) -> None:
    """Raises `AddressRefused` for anything but https, or plain http to this computer."""
    parts = _split(address)
    local = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if not (parts.hostname and (parts.scheme == "https" or local)):
        raise AddressRefused(host=shown(address))
    if parts.username or parts.password:
        raise AddressRefused(host=shown(address))


def is_loopback(host: str) -> bool:
    """Whether a host name is this computer by its spelling alone, without asking anybody."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def same_server(address: str, other: str) -> bool:
    """Whether both are one server under one scheme."""
    a, b = _split(address), _split(other)
    return (a.scheme, a.hostname, _port(a)) == (b.scheme, b.hostname, _port(b))


def shown(address: str) -> str:
    """Returns the host for a message: never a path, a query or a name and password."""
    parts = _split(address if "://" in address else f"//{address}")
    return (parts.hostname or parts.scheme or "an address without a host")[:100]


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return urlsplit("")
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)
