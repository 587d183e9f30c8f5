"""What was sent, row by row, and which rows somebody looks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from controlroom.model.journal import Entry, stamp
from controlroom.model.journal_outgoing import (
    DeliveryFailed,
    DeliveryMarkedSent,
    DeliverySent,
    DeliveryUnknown,
)
from controlroom.model.query.fold import fold
from controlroom.team.publishing.sent_record import SentRow
from controlroom.ui.journal.names import Names

LEAST_HASH = 8
"""From this many signs on, a word may be the beginning of a hash."""


class Became(StrEnum):
    """What became of what was sent."""

    STANDS = "sent"
    FOUND = "found"
    """It was found there by reading back."""
    BY_HAND = "by_hand"
    """A person says that it was sent elsewhere."""
    WITHDRAWING = "withdrawing"
    NOT_BACK = "not_taken_back"
    """Taking it back went wrong: a person has to look."""
    TAKEN_BACK = "taken_back"
    """The network said yes; that it is gone has not been seen yet."""
    GONE = "seen_gone"
    REPLACED = "replaced"
    """Its text was replaced, and that has been seen."""
    UNKNOWN = "unknown"
    """Nobody knows whether it left."""
    FAILED = "failed"
    NEVER_LEFT = "never_left"
    """It was withdrawn, and surely nothing of it has left."""


_ENTRIES = {
    Became.STANDS: (DeliverySent.kind,),
    Became.FOUND: (DeliverySent.kind,),
    Became.BY_HAND: (DeliveryMarkedSent.kind,),
    Became.UNKNOWN: (DeliveryUnknown.kind,),
    Became.FAILED: (DeliveryFailed.kind,),
    Became.NEVER_LEFT: (DeliveryFailed.kind, DeliveryUnknown.kind),
}


@dataclass(frozen=True, slots=True)
class Sent:
    """One delivery that left, or did not, or of which nobody knows.

    Attributes:
        authors: everybody who put a version of the draft forward, in order.
        behind: everybody whose decision it stands on, by force number.
        basis: the entries it stands on, in order.
        veiled: it is a private message that is not for who asks: its words were taken out.
    """

    row: SentRow
    became: Became
    authors: tuple[str, ...]
    behind: frozenset[str]
    basis: Sequence[Entry]
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for; what is empty does not count.

    Attributes:
        text: words, all of which have to be in it.
        profile, network: their keys.
        officer: force number of somebody who had a part in it.
        since, until: when the record says how it ended; aware, `until` is excluded.
    """

    text: str = ""
    profile: str = ""
    network: str = ""
    officer: str = ""
    became: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.words() and self == Sought(self.text)

    def kinds(self) -> tuple[str, ...]:
        """Returns the kinds of entries that what is looked for ended with."""
        left = DeliverySent.kind, DeliveryMarkedSent.kind
        if self.became:
            return _ENTRIES.get(Became(self.became), left)
        return *left, DeliveryFailed.kind, DeliveryUnknown.kind

    def words(self) -> list[str]:
        """Returns the words, folded."""
        return fold(self.text).split()

    def recorded(self) -> str:
        """Returns it as an export tells the record of it, alike in every language."""
        parts = {
            "what": "sent",
            "profile": self.profile,
            "network": self.network,
            "officer": self.officer,
            "state": self.became,
            "since": stamp(self.since) if self.since else "",
            "until": stamp(self.until) if self.until else "",
            "text": " ".join(self.words()),
        }
        return "; ".join(f"{name}={value}" for name, value in parts.items() if value)


def fits(sent: Sent, sought: Sought, names: Names) -> bool:
    """Returns whether a row is looked for. The time is up to who reads."""
    key = sent.row.key
    return (
        sought.profile in ("", key.profile)
        and sought.network in ("", key.network)
        and (not sought.officer or sought.officer in sent.behind)
        and sought.became in ("", sent.became)
        and _has(sent, sought.words(), names)
    )


def _has(sent: Sent, words: Sequence[str], names: Names) -> bool:
    if not words:
        return True
    row = sent.row
    people = [*sent.behind, *map(names.person, sent.behind)]
    told = [row.title, row.text, row.url, row.said, row.why, row.remote_id, row.key.profile]
    told.append(row.not_back or "")
    files = [text for one in row.files for text in (one.alt, one.sha256)]
    parts = [*told, *files, *people, names.profile(row.key.profile)]
    folded = " ".join(_folded(part) for part in parts if part)
    return all(word in folded or _begins(word, sent) for word in words)


def _begins(word: str, sent: Sent) -> bool:
    if len(word) < LEAST_HASH:
        return False
    hashes = chain((sent.row.hash, sent.row.key.draft), (one.hash.hex() for one in sent.basis))
    return any(one.startswith(word) for one in hashes)


@lru_cache(512)
def _folded(text: str) -> str:
    # What a draft says is the same on hundreds of profiles.
    return fold(text)
