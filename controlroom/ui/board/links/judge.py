"""Whether an address is what its words say it is. Pure: nothing is asked of any network."""

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, quote, urlsplit

from controlroom.ui.board.links.letters import plain_form, scripts_of

LONGEST = 4_096
_ORDINARY_PORTS = {"http": 80, "https": 443}
_SHOWN_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#\s@]*@)?([^/?#\s@:…]+\.[^/?#\s@:…]+)")
_BAD = re.compile(
    r"[\x00-\x1f\x7f-\x9f\\\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_NAME = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_NUMBERS = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}", re.IGNORECASE)
_SAFE_PATH = "/%:@!$&'()*+,;=~-._"


class Doubt(StrEnum):
    """Why a person should look at an address before it is opened."""

    OTHER_HOST = "other_host"
    """The words name another host."""
    HIDDEN_HOST = "hidden_host"
    """The words name no host."""
    LOOK_ALIKE = "look_alike"
    """All its letters pass for plain ones."""
    MIXED = "mixed"
    """Letters of several scripts stand in one part of the name."""
    FOREIGN = "foreign"
    """There are letters beyond ASCII, or their encoded form."""
    CREDENTIALS = "credentials"
    NUMERIC = "numeric"
    PORT = "port"
    INSIDE = "inside"
    """It is a host of this computer or of the force's own network."""


class Refusal(StrEnum):
    """Why an address is not opened at all."""

    SCHEME = "scheme"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Judged:
    """An address as it stands.

    Attributes:
        address: what would be opened, in ASCII and without credentials; "" if it is refused.
        host: the true host, in ASCII; numbers in their usual form.
        reads: the host as it is read, where that is another form; else "".
        passes_for: what a look-alike is mistaken for, else "".
    """

    address: str
    host: str = ""
    reads: str = ""
    passes_for: str = ""
    doubts: tuple[Doubt, ...] = ()
    refusal: Refusal | None = None


def judge(address: str, shown: str = "") -> Judged:
    """Returns what is to be known of an address.

    Args:
        shown: the words that stand for it, "" if it is shown itself.
    """
    if len(address) > LONGEST:
        return Judged("", refusal=Refusal.BROKEN)
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return Judged("", refusal=Refusal.BROKEN)
    if parts.scheme.lower() not in _ORDINARY_PORTS:
        return Judged("", refusal=Refusal.SCHEME)
    given = (parts.hostname or "").rstrip(".")
    host = _ascii(given)
    if not _NAME.fullmatch(host) or _BAD.search(address.strip()):
        return Judged("", refusal=Refusal.BROKEN)
    number = _number(host)
    host = number or host
    reads = _read(given)
    looks = plain_form(reads)
    return Judged(
        address=_rebuilt(parts, host, port),
        host=host,
        reads=reads if reads != host else "",
        passes_for=looks if looks != reads and looks.isascii() else "",
        doubts=tuple(_doubts(parts, port, host, reads, looks, shown, numeric=bool(number))),
    )


def _doubts(
    parts: SplitResult,
    port: int | None,
    host: str,
    reads: str,
    looks: str,
    shown: str,
    *,
    numeric: bool,
) -> "list[Doubt]":
    said = _host_in(shown)
    found = (
        (Doubt.OTHER_HOST, bool(said) and _bare(said) not in (_bare(host), _bare(reads))),
        (Doubt.HIDDEN_HOST, bool(shown) and not said),
        (Doubt.LOOK_ALIKE, looks != reads and looks.isascii()),
        (Doubt.MIXED, any(len(scripts_of(label)) > 1 for label in reads.split("."))),
        (Doubt.FOREIGN, not reads.isascii() or "xn--" in host),
        (Doubt.CREDENTIALS, "@" in parts.netloc),
        (Doubt.NUMERIC, numeric),
        (Doubt.PORT, port not in (None, _ORDINARY_PORTS[parts.scheme.lower()])),
        (Doubt.INSIDE, _is_inside(host, numeric=numeric)),
    )
    return [doubt for doubt, holds in found if holds]


def _host_in(shown: str) -> str:
    """Returns the host that words name, "" if they name none."""
    words = shown.strip().casefold()
    met = _SHOWN_HOST.match(words)
    return met.group(1).rstrip(".") if met else ""


def _bare(host: str) -> str:
    return host.casefold().removeprefix("www.")


def _ascii(host: str) -> str:
    """Returns the form of a name that is asked for, "" if it has none."""
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except (UnicodeError, ValueError):
        return ""


def _read(host: str) -> str:
    """Returns a name as a browser may show it: encoded parts in their letters."""
    return ".".join(_letters(label) for label in host.casefold().split("."))


def _letters(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _number(host: str) -> str:
    """Returns a numeric host in its usual form: browsers take 0x7f.1 and 2130706433 for one too."""
    try:
        return str(ipaddress.ip_address(host.strip("[]")))
    except ValueError:
        if not _NUMBERS.fullmatch(host):
            return ""
    *first, last = [_part(one) for one in host.split(".")]
    whole = last + sum(one << (24 - 8 * place) for place, one in enumerate(first))
    try:
        return str(ipaddress.IPv4Address(whole))
    except ValueError:
        return ""


def _part(text: str) -> int:
    if text.lower().startswith("0x"):
        return int(text[2:] or "0", 16)
    is_octal = len(text) > 1 and text[0] == "0" and set(text) <= set("01234567")
    return int(text, 8) if is_octal else int(text)


def _is_inside(host: str, *, numeric: bool) -> bool:
    if numeric:
        return not ipaddress.ip_address(host).is_global
    return "." not in host or host.endswith((".local", ".localhost", ".internal", ".home.arpa"))


def _rebuilt(parts: SplitResult, host: str, port: int | None) -> str:
    """Returns the address in ASCII, without credentials."""
    scheme = parts.scheme.lower()
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != _ORDINARY_PORTS[scheme]:
        place += f":{port}"
    path = quote(parts.path, safe=_SAFE_PATH)
    query = "?" + quote(parts.query, safe=_SAFE_PATH + "?[]|") if parts.query else ""
    tail = "#" + quote(parts.fragment, safe=_SAFE_PATH + "?") if parts.fragment else ""
    return f"{scheme}://{place}{path}{query}{tail}"
