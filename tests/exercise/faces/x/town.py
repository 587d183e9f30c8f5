"""A small world on a simulated X, its server, and seats of the real feed in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.x.face import XFace
from controlroom.exercise.world import Account, Said, World
from controlroom.feeds.base import Seat
from controlroom.feeds.networks.x.feed import XFeed
from controlroom.feeds.servers import Servers
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from tests.exercise.faces.people import Town
from tests.exercise.serving import Served, serving
from tests.feeds.seats import SignedIn

STARTS = datetime(2026, 5, 14, 9, tzinfo=UTC)
JOINED_MS = 1_500_000_000_000
API, PEOPLE = "api.x.com", "x.com"


def town() -> Town:
    """Returns a world with five accounts on X."""
    world = World(Clock(STARTS, real=lambda: 0.0), seed=7)

    def account(handle: str, name: str, **more: Any) -> Account:
        return world.add_account(
            Account(0, "x", handle, name, joined_ms=JOINED_MS, followers=120, **more)
        )

    return Town(
        world,
        account("WestmarchPolice", "Westmarch Police", ours=True, kind="force", verified=True),
        account("WestmarchRoads", "Roads of Westmarch", ours=True, kind="force"),
        account("FenTimes", "The Fen Times", kind="press"),
        account("idaquill", "Ida Quill", about="Baker & gardener"),
        account("tompell", "Tom Pell"),
    )


@dataclass
class Desk:
    """A simulated X that answers, and what reads it."""

    server: Served
    face: XFace
    town: Town
    feeds: list[XFeed] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.server.led[API]

    def seat(self, account: Account, credential: Credential | None = None) -> Seat:
        """Returns a seat of the real feed; only where the hosts are differs."""
        profile = Profile(account.number, "x", self.face.remote_id(account), account.handle)
        given = credential or self.face.credential(account)
        servers = Servers(led=self.server.led, sealed=True)
        return Seat(profile, SignedIn(given), self.town.now, servers)

    def feed(self, account: Account, credential: Credential | None = None) -> XFeed:
        feed = XFeed(self.seat(account, credential))
        self.feeds.append(feed)
        return feed

    def token(self, account: Account) -> str:
        return self.face.credential(account).access

    def ask(self, method: str, path: str, who: Account | str, **more: Any) -> requests.Response:
        """Asks as a program of nobody in particular would."""
        token = who if isinstance(who, str) else self.token(who)
        headers = {"Authorization": f"Bearer {token}"}
        return requests.request(method, self.base + path, headers=headers, timeout=10, **more)

    def says(self, who: Account, text: str | Said, **more: Any) -> int:
        return self.server.do(lambda: self.town.says(who, text, **more))


@contextmanager
def desk(**how: Any) -> Iterator[Desk]:
    """Serves a town until the block ends."""
    there = town()
    face = XFace(there.world, **how)
    with serving(there.world, [face]) as server:
        one = Desk(server, face, there)
        try:
            yield one
        finally:
            for feed in one.feeds:
                feed.close()
