"""What clients wrote into their repositories. What people say is not kept here."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from controlroom.exercise.faces.bluesky.ids import (
    account_of,
    candidates,
    did_of,
    tid,
    tid_at,
    told_by_tid,
)
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import Account, PostKind, World

Json = dict[str, Any]
POST, REPOST = "app.bsky.feed.post", "app.bsky.feed.repost"
LIKE, GATE, FOLLOW = "app.bsky.feed.like", "app.bsky.feed.threadgate", "app.bsky.graph.follow"
LIST, ITEM = "app.bsky.graph.list", "app.bsky.graph.listitem"
PROFILE = "app.bsky.actor.profile"


@dataclass(frozen=True, slots=True)
class Uri:
    """Where a record lies; `account` is 0 where nobody here owns it."""

    account: int
    collection: str
    key: str

    def __str__(self) -> str:
        return f"at://{did_of(self.account)}/{self.collection}/{self.key}"


@dataclass(slots=True)
class Kept:
    """Records of clients, and the keys they chose for their posts.

    Attributes:
        records: whole records of everything that is no post of the world.
        written: records of posts, by the posts' numbers.
    """

    world: World
    records: dict[Uri, Json] = field(default_factory=dict)
    written: dict[int, Json] = field(default_factory=dict)
    _chosen: dict[Uri, int] = field(default_factory=dict)
    _keys: dict[int, str] = field(default_factory=dict)
    _subjects: dict[tuple[int, str, str], Uri] = field(default_factory=dict)
    _last_us: int = 0

    def next_us(self) -> int:
        """Returns the moment of a change in microseconds, later than every one before."""
        self._last_us = max(self.world.clock.now_ms() * 1000, self._last_us + 1)
        return self._last_us

    def fresh_key(self) -> str:
        """Returns a record key nobody has used."""
        return tid_at(self.next_us())

    def choose(self, uri: Uri, number: int) -> None:
        """Notes which key a post lies under."""
        self._chosen[uri] = number
        self._keys[number] = uri.key

    def key(self, number: int) -> str:
        """Returns the key a post lies under."""
        return self._keys.get(number) or tid(self.world.columns.created_ms(number), number)

    def uri(self, number: int) -> Uri:
        """Returns where a post or repost lies."""
        row = self.world.columns.row(number)
        kind = self.world.kind(number)
        return Uri(row.author, REPOST if kind is PostKind.REPOST else POST, self.key(number))

    def number(self, uri: Uri) -> int:
        """Returns the post or repost that lies there, 0 for none; it may be gone."""
        if uri in self._chosen:
            return self._chosen[uri]
        told = told_by_tid(uri.key)
        if told is None or uri.collection not in (POST, REPOST):
            return 0
        columns = self.world.columns
        for number in candidates(told[1], len(columns)):
            # Number 0 is none, and what has a key of its own does not lie under another.
            if number and number not in self._keys and columns.created_ms(number) == told[0]:
                return number if self._is(uri, number) else 0
        return 0

    def live(self, uri: Uri) -> int:
        """Returns the post or repost that lies there, 0 for none and for one that is gone."""
        number = self.number(uri)
        return 0 if number and self.world.is_gone(number) else number

    def account(self, told: str) -> Account | None:
        """Returns whom a DID or handle means."""
        if told.startswith("did:"):
            account = self.world.accounts.get(account_of(told))
            return account if account and account.network == NETWORK else None
        return self.world.by_handle(NETWORK, told)

    def read_uri(self, told: str) -> Uri:
        """Returns what an address says; the account is 0 for nobody's."""
        who, _, rest = told.removeprefix("at://").partition("/")
        collection, _, key = rest.partition("/")
        account = self.account(who) if told.startswith("at://") else None
        return Uri(account.number if account else 0, collection, key)

    def of(self, account: int, collection: str) -> Iterator[tuple[Uri, Json]]:
        """Yields the records of one collection."""
        for uri, record in self.records.items():
            if uri.account == account and uri.collection == collection:
                yield uri, record

    def add(self, uri: Uri, record: Json) -> None:
        """Keeps a record."""
        self.records[uri] = record
        if subject := _subject(record):
            self._subjects[uri.account, uri.collection, subject] = uri

    def drop(self, uri: Uri) -> Json:
        """Forgets a record and returns it; an empty one if there was none."""
        record = self.records.pop(uri, {})
        self._subjects.pop((uri.account, uri.collection, _subject(record)), None)
        return record

    def about(self, account: int, collection: str, subject: str) -> Uri | None:
        """Returns the like, repost or follow an account gave to a record or to somebody."""
        return self._subjects.get((account, collection, subject))

    def _is(self, uri: Uri, number: int) -> bool:
        row, kind = self.world.columns.row(number), self.world.kind(number)
        collection = REPOST if kind is PostKind.REPOST else POST
        return (row.author, collection) == (uri.account, uri.collection) and (
            kind is not PostKind.MESSAGE
        )


def _subject(record: Json) -> str:
    """Returns the address or DID a record is about."""
    told = record.get("subject")
    told = told.get("uri") if isinstance(told, dict) else told
    return told if isinstance(told, str) else ""
