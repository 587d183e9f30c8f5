"""Splitting a JSON answer into its items, each with the network's own bytes.

Strict: no NaN, no trailing commas, no bytes that are not UTF-8, no nesting beyond what the
interpreter allows. Of keys given twice the last counts. One bad item never costs the page.
"""

import json

import msgspec

from controlroom.feeds.errors import NonsenseReceived

_split = msgspec.json.Decoder(list[msgspec.Raw]).decode


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


_item = json.JSONDecoder().raw_decode


def _after_comma(text: str, at: int) -> int:
    at = _blanks(text, at)
    if at == len(text) - 1:
        return at
    if text[at] != ",":
        raise ValueError("no comma between items")
    at = _blanks(text, at + 1)
    if at == len(text) - 1:
        raise ValueError("no item after a comma")
    return at


def _blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _what(text: str) -> str:
    if text.startswith("<"):
        return "a web page instead of data"
    if text.startswith("{"):
        return "one object instead of a list"
    return "broken JSON"
