"""An item of the case lists: made and read by whoever has the reading key."""

import base64
import binascii
import secrets
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from controlroom.model.decoding import from_json
from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass
from controlroom.model.journal_outgoing import CaseListChanged, CaseListMarked
from controlroom.outbound.case_lists.keys import ReadingKey
from controlroom.outbound.case_lists.marks import MADE, marks
from controlroom.outbound.checks.surroundings import ListKind

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12
_ROOM = 256
"""Sealed words are filled up to a multiple of this, so that their length tells nothing."""


class ItemUnreadable(WorldError):
    sentence = "An item of the case lists cannot be read with this desk’s key."
    remedy = "It was made with another key; import that key, or enter the item anew."


class ItemEmpty(WorldError):
    sentence = "An item of the case lists needs at least one word."
    remedy = "Enter the name or the words that must not be published."


@dataclass(frozen=True, slots=True)
class Item:
    """Words that must not be published.

    Attributes:
        id: 32 hexadecimal digits.
        words: as they would be written; a name with its first name first.
        reference: number of the order or the case, "" for none.
        note: why, for whoever keeps the lists.
        until: the last day on which it holds, None for ever.
    """

    id: str
    kind: ListKind
    words: str
    reference: str = ""
    note: str = ""
    until: date | None = None


def changed(item: Item, key: ReadingKey) -> CaseListChanged:
    """Returns the entry that puts an item on the lists. Raises `ItemEmpty`."""
    found = marks(key.match_key(), item.kind, item.words)
    if not found:
        raise ItemEmpty
    plain = msgspec.json.encode(item)
    plain += b" " * (-len(plain) % _ROOM)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = nonce + _cipher(key).encrypt(nonce, plain, item.id.encode())
    until = item.until.isoformat() if item.until else ""
    return CaseListChanged(item.id, found, base64.b64encode(sealed).decode(), until, MADE)


def is_behind(made: int) -> bool:
    """Returns whether an item cannot be found in every way that this version knows."""
    return made < MADE


def marked(item: str, sealed: str, key: ReadingKey) -> CaseListMarked:
    """Returns the entry by which an item is found in every way. Raises `ItemUnreadable`."""
    told = read(item, sealed, key)
    return CaseListMarked(item, marks(key.match_key(), told.kind, told.words), MADE)


def read(item: str, sealed: str, key: ReadingKey) -> Item:
    """Returns what an entry has sealed. Raises `ItemUnreadable`."""
    from cryptography.exceptions import InvalidTag

    try:
        raw = base64.b64decode(sealed, validate=True)
        plain = _cipher(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], item.encode())
        return from_json(plain, Item)
    except (binascii.Error, ValueError, InvalidTag, msgspec.MsgspecError):
        raise ItemUnreadable from None


def _cipher(key: ReadingKey) -> "AESGCM":
    # Imported here: whoever only drafts needs no cipher.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key.reveal())
