"""A small city on its Mastodon server, served beside a test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from mastodon import Mastodon

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.mastodon import MastodonFace, make_face
from controlroom.exercise.world import Account, World
from controlroom.feeds.base import Seat
from controlroom.feeds.networks.mastodon.feed import MastodonFeed
from controlroom.feeds.servers import Servers
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.exercise.serving import Served, serving
from tests.feeds.seats import SignedIn

HOST = "fenmast.example"
STARTS = datetime(2026, 5, 14, 9, tzinfo=UTC)


@dataclass
class City:
    """Who is there, and where they are served."""

    world: World
    face: MastodonFace
    server: Served
    force: Account
    oldmere: Account
    gazette: Account
    ida: Account

    @property
    def base(self) -> str:
        return self.server.led[HOST]

    @property
    def servers(self) -> Servers:
        return Servers(self.server.led, sealed=True)

    def token(self, account: Account) -> str:
        return self.face.credential(account).access

    def client(self, account: Account) -> Mastodon:
        """Returns a third party's client, which differs in nothing but the host."""
        token = self.token(account)
        return Mastodon(api_base_url=self.base, access_token=token, ratelimit_method="throw")

    @contextmanager
    def feed(self, account: Account) -> Iterator[MastodonFeed]:
        """Yields our own feed."""
        profile = Profile(
            1, "mastodon", self.face.remote_id(account), account.handle, account.name, HOST
        )
        sign_in = SignedIn(self.face.credential(account))
        one = MastodonFeed(Seat(profile, sign_in, self.world.clock.now, self.servers))
        yield one
        one.close()


def own_id(remote_id: str) -> str:
    return remote_id.rpartition("/")[2]


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("mastodon", kind, 1, term)


@contextmanager
def city() -> Iterator[City]:
    """Yields a served city whose clock stands still."""
    world = World(Clock(STARTS, real=lambda: 0.0))
    face = make_face(world)

    def add(handle: str, name: str, kind: str, *, ours: bool = False) -> Account:
        joined = round(STARTS.timestamp() * 1000) - 86_400_000 * 900
        return world.add_account(
            Account(0, "mastodon", handle, name, ours=ours, kind=kind, followers=90,
                    joined_ms=joined)
        )  # fmt: skip

    people = (
        add("WestmarchPolice", "Westmarch Police", "force", ours=True),
        add("WMPOldmere", "Oldmere Police", "force", ours=True),
        add("FenGazette", "The Fen Gazette", "press"),
        add("ida.brook", "Ida Brook", "person"),
    )
    with serving(world, [face]) as server:
        yield City(world, face, server, *people)
