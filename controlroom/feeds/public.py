"""Whether an address is one of the public network: what strangers link to must not reach inside."""

import ipaddress
import socket
from collections.abc import Callable

from controlroom.feeds.errors import NetworkDown, NonsenseReceived

MOST_TRIED = 3
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for the IPv4 address in their last four bytes (RFC 6052)."""
Resolve = Callable[[str], list[str]]


def resolve(host: str) -> list[str]:
    """Returns the addresses a name leads to. Raises OSError, UnicodeError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def public_addresses(host: str, ask: Resolve = resolve) -> list[str]:
    """Returns the addresses of a host, a few at most, if every one of them is public.

    Raises:
        NetworkDown: the name is not known.
        NonsenseReceived: one of them is private, of this computer, or otherwise not for us.
    """
    try:
        found = ask(host)
    except (OSError, UnicodeError):
        raise NetworkDown(host=host, reason="its name is not known") from None
    if not found or not all(is_public(one) for one in found):
        raise NonsenseReceived(host=host, reason="its address is not a public one")
    return found[:MOST_TRIED]


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public network."""
    try:
        one = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        if one.ipv4_mapped is not None:
            return is_public(str(one.ipv4_mapped))
        if one in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)))
        if one.sixtofour or one.teredo or one.is_site_local or one.scope_id:
            return False
    inside = one.is_private or one.is_loopback or one.is_link_local or one.is_unspecified
    return one.is_global and not (inside or one.is_multicast or one.is_reserved)
