"""The seal of an exercise: nothing leaves this computer, and no real sign-in can be read.

It holds for the whole process and for its whole life: an audit hook of the interpreter cannot be
taken off again. It refuses at the socket, whatever library asks.
"""

import ipaddress
import sys
from typing import Any

_REACHING = ("socket.connect", "socket.sendto", "socket.sendmsg")
_ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
_KEYCHAINS = ("keyring", "secretstorage", "jeepney", "win32ctypes")
_LOCAL_NAMES = ("localhost", "", None)


class Sealed(OSError):
    """An exercise may not do that: it would reach past this computer, or read a real sign-in."""


def seal() -> None:
    """Seals this process for good."""
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _REACHING:
        _refuse_elsewhere(arguments[-1])
    elif event in _ASKING:
        _refuse_name(arguments[0])
    elif event == "import" and str(arguments[0]).partition(".")[0] in _KEYCHAINS:
        raise Sealed("an exercise reads no keychain")


def _refuse_elsewhere(address: Any) -> None:
    # A path is a socket of this computer; None is one that is connected already.
    if isinstance(address, tuple):
        _refuse_name(address[0])


def _refuse_name(host: Any) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name in _LOCAL_NAMES:
        return
    try:
        local = ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        local = False
    if not local:
        raise Sealed("an exercise reaches this computer only")
