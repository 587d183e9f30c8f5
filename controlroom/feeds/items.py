"""Splitting a JSON answer into its items or parts, each with the network's own bytes.

Strict: no NaN, no trailing commas, no bytes that are not UTF-8, no nesting beyond what the
interpreter allows. Of keys given twice the last counts. One bad item never costs the page.
"""

import json

import msgspec

from controlroom.feeds.errors import NonsenseReceived
from controlroom.model.decoding import decoder

_split = decoder(list[msgspec.Raw]).decode
_part = decoder(dict[str, msgspec.Raw]).decode


def items_of(body: bytes, host: str) -> list[bytes]:
    """Returns the items of a JSON array, undecoded. Raises `NonsenseReceived`."""
    try:
        return [bytes(item) for item in _split(body)]
    except RecursionError:
        raise NonsenseReceived(host=host, reason="nested too deeply") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _one_by_one(body, host)


def _one_by_one(body: bytes, host: str) -> list[bytes]:
    """The same for an array in which an item is not strictly JSON but still has an end."""
    try:
        text = body.decode("utf-8", "surrogateescape").strip()
        items, at = [], _blanks(text, 1)
        if not text.startswith("[") or not text.endswith("]"):
            raise NonsenseReceived(host=host, reason=_what(text))
        while at < len(text) - 1:
            _, end = _item(text, at)
            items.append(text[at:end].encode("utf-8", "surrogateescape"))
            at = _after_comma(text, end)
    except RecursionError:
        raise NonsenseReceived(host=host, reason="nested too deeply") from None
    except ValueError:
        raise NonsenseReceived(host=host, reason="broken JSON") from None
    return items


def parts_of(body: bytes, host: str) -> dict[str, bytes]:
    """Returns the parts of a JSON object by name, undecoded. Raises `NonsenseReceived`."""
    try:
        return {name: bytes(part) for name, part in _part(body).items()}
    except RecursionError:
        raise NonsenseReceived(host=host, reason="nested too deeply") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _part_by_part(body, host)


def _part_by_part(body: bytes, host: str) -> dict[str, bytes]:
    """The same for an object in which a part is not strictly JSON but still has an end."""
    try:
        text = body.decode("utf-8", "surrogateescape").strip()
        parts, at = {}, _blanks(text, 1)
        if not text.startswith("{") or not text.endswith("}"):
            raise NonsenseReceived(host=host, reason=_what(text, "object"))
        while at < len(text) - 1:
            name, begins = _name(text, at)
            _, end = _item(text, begins)
            parts[name] = text[begins:end].encode("utf-8", "surrogateescape")
            at = _after_comma(text, end)
    except RecursionError:
        raise NonsenseReceived(host=host, reason="nested too deeply") from None
    except ValueError:
        raise NonsenseReceived(host=host, reason="broken JSON") from None
    return parts


_item = json.JSONDecoder().raw_decode


def _name(text: str, at: int) -> tuple[str, int]:
    """Returns the name of a part and where the part begins."""
    name, end = _item(text, at)
    end = _blanks(text, end)
    if not isinstance(name, str) or text[end : end + 1] != ":":
        raise ValueError("no name of a part")
    return name, _blanks(text, end + 1)


def _after_comma(text: str, at: int) -> int:
    at = _blanks(text, at)
    if at == len(text) - 1:
        return at
    if text[at : at + 1] != ",":
        raise ValueError("no comma between items")
    at = _blanks(text, at + 1)
    if at == len(text) - 1:
        raise ValueError("no item after a comma")
    return at


def _blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _what(text: str, wanted: str = "list") -> str:
    if text.startswith("<"):
        return "a web page instead of data"
    if wanted == "list" and text.startswith("{"):
        return "one object instead of a list"
    if wanted == "object" and text.startswith("["):
        return "a list instead of one object"
    return "broken JSON"
