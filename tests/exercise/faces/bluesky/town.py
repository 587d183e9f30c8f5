"""A small world on a simulated Bluesky, its server, and seats of the real feed in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.bluesky.face import BlueskyFace
from controlroom.exercise.world import Account, Said, World
from controlroom.feeds.base import Seat
from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from controlroom.feeds.servers import Servers
from controlroom.model.credential import Credential
from controlroom.model.post import Post
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.exercise.faces.people import Town
from tests.exercise.serving import Served, serving
from tests.feeds.seats import SignedIn

STARTS = datetime(2026, 5, 14, 9, tzinfo=UTC)
JOINED_MS = 1_600_000_000_000
PASSWORD = "abcd-efgh-ijkl-mnop"
HOME = "bsky.social"


def town() -> Town:
    """Returns a world with five accounts on Bluesky."""
    world = World(Clock(STARTS, real=lambda: 0.0), seed=7)

    def account(handle: str, name: str, **more: Any) -> Account:
        return world.add_account(
            Account(0, "bluesky", handle, name, joined_ms=JOINED_MS, followers=120, **more)
        )

    return Town(
        world,
        account("police.westmarch.example", "Westmarch Police", ours=True, kind="force",
                verified=True),
        account("roads.westmarch.example", "Roads of Westmarch", ours=True, kind="force"),
        account("fentimes.example", "The Fen Times", kind="press"),
        account("idaquill.fensky.example", "Ida Quill", about="Baker & gardener"),
        account("tompell.fensky.example", "Tom Pell"),
    )  # fmt: skip


@dataclass
class Desk:
    """A simulated Bluesky that answers, and what reads it."""

    server: Served
    face: BlueskyFace
    town: Town
    feeds: list[BlueskyFeed] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.server.led[HOME]

    def servers(self) -> Servers:
        return Servers(led=self.server.led, sealed=True)

    def seat(self, account: Account | None, credential: Credential | None = None) -> Seat:
        """Returns a seat of the real feed; only where the hosts are differs."""
        if account is None:
            return Seat(None, SignedIn(), self.town.now, self.servers())
        profile = Profile(account.number, "bluesky", self.face.remote_id(account), account.handle)
        given = credential or self.face.credential(account)
        return Seat(profile, SignedIn(given), self.town.now, self.servers())

    def feed(self, account: Account | None, credential: Credential | None = None) -> BlueskyFeed:
        feed = BlueskyFeed(self.seat(account, credential))
        self.feeds.append(feed)
        return feed

    def did(self, account: Account) -> str:
        return self.face.remote_id(account)

    def ask(self, name: str, who: Account | str | None = None, **query: Any) -> requests.Response:
        """Asks as a program of nobody in particular would."""
        return requests.get(
            f"{self.base}/xrpc/{name}", params=query, headers=self._headers(who), timeout=10
        )

    def tell(self, name: str, who: Account | str | None = None, **body: Any) -> requests.Response:
        return requests.post(
            f"{self.base}/xrpc/{name}", json=body, headers=self._headers(who), timeout=10
        )

    def writes(self, who: Account, collection: str, record: Any, **more: Any) -> requests.Response:
        return self.tell(
            "com.atproto.repo.createRecord", who, repo=self.did(who), collection=collection,
            record=record, **more,
        )  # fmt: skip

    def says(self, who: Account, text: str | Said, **more: Any) -> int:
        return self.server.do(lambda: self.town.says(who, text, **more))

    def _headers(self, who: Account | str | None) -> dict[str, str]:
        if who is None:
            return {}
        token = who if isinstance(who, str) else self.face.credential(who).access
        return {"Authorization": f"Bearer {token}"}


@contextmanager
def desk(**how: Any) -> Iterator[Desk]:
    """Serves a town until the block ends."""
    there = town()
    how.setdefault("real", lambda: 0.0)
    face = BlueskyFace(there.world, **how)
    with serving(there.world, [face]) as server:
        one = Desk(server, face, there)
        try:
            yield one
        finally:
            for feed in one.feeds:
                feed.close()


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("bluesky", kind, 1, term)


def read_all(feed: BlueskyFeed, wanted: Source) -> list[Post]:
    """Follows pages to the end."""
    posts: list[Post] = []
    older = ""
    for _ in range(50):
        page = feed.page(wanted, older=older)
        assert not page.set_aside
        posts += page.posts
        older = page.older
        if not older:
            return posts
    raise AssertionError("there is no end to the pages")


def texts(posts: list[Post]) -> list[str]:
    return [post.text for post in posts]
