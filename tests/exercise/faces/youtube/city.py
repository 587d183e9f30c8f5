"""A small city on YouTube, served beside a test."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import googleapiclient
import httplib2
from googleapiclient.discovery import build_from_document

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.youtube import YouTubeFace, make_face
from controlroom.exercise.world import Account, PostKind, Said, World
from controlroom.feeds.base import Seat
from controlroom.feeds.networks.youtube.feed import YouTubeFeed
from controlroom.feeds.servers import Servers
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.exercise.serving import Served, serving
from tests.feeds.seats import SignedIn

STARTS = datetime(2026, 5, 14, 9, tzinfo=UTC)
API = "youtube.googleapis.com"
DOCUMENT = Path(googleapiclient.__file__).parent / "discovery_cache/documents/youtube.v3.json"


@dataclass
class City:
    """Who is there, and where they are served."""

    world: World
    face: YouTubeFace
    server: Served
    force: Account
    oldmere: Account
    ida: Account
    lines: list[httplib2.Http] = field(default_factory=list)

    @property
    def servers(self) -> Servers:
        return Servers(self.server.led, sealed=True)

    def say(self, author: Account, text: str, reply_to: int = 0, **more: Any) -> int:
        """Publishes: a comment if it answers something, otherwise a video."""
        kind = more.pop("kind", PostKind.COMMENT if reply_to else PostKind.VIDEO)
        return self.server.do(
            self.world.publish, author.number, Said(text), kind=kind, reply_to=reply_to, **more
        )

    def sign_in(self, account: Account) -> SignedIn:
        return SignedIn(self.face.credential(account))

    @contextmanager
    def feed(self, account: Account, sign_in: SignedIn | None = None) -> Iterator[YouTubeFeed]:
        """Yields our own feed."""
        remote_id = self.face.remote_id(account)
        profile = Profile(1, "youtube", remote_id, account.handle, account.name)
        held = sign_in or self.sign_in(account)
        one = YouTubeFeed(Seat(profile, held, self.world.clock.now, self.servers))
        yield one
        one.close()

    def client(self, account: Account) -> Any:
        """Returns Google's client; in the description it ships only the host is another."""
        document = json.loads(DOCUMENT.read_text())
        base = f"{self.server.led[API]}/"
        document |= {"rootUrl": base, "baseUrl": base, "mtlsRootUrl": base}
        token = self.face.credential(account).access
        self.lines.append(_Signed(token))
        return build_from_document(document, http=self.lines[-1])


class _Signed(httplib2.Http):  # type: ignore[misc]
    """Sends a token along, as Google's own libraries for signing in do."""

    def __init__(self, token: str) -> None:
        super().__init__(timeout=10)
        self.redirect_codes = frozenset(httplib2.Http().redirect_codes - {308})
        self._token = token

    def request(self, uri: str, *given: Any, **named: Any) -> Any:
        headers = dict(named.pop("headers", None) or {})
        headers["Authorization"] = f"Bearer {self._token}"
        return super().request(uri, *given, headers=headers, **named)


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("youtube", kind, 1, term)


@contextmanager
def city() -> Iterator[City]:
    """Yields a served city whose clock stands still."""
    world = World(Clock(STARTS, real=lambda: 0.0))
    face = make_face(world)

    def add(handle: str, name: str, *, ours: bool = False) -> Account:
        return world.add_account(
            Account(0, "youtube", handle, name, ours=ours, followers=900, joined_ms=1_400_000_000)
        )

    people = (
        add("WestmarchPolice", "Westmarch Police", ours=True),
        add("OldmerePolice", "Oldmere Police", ours=True),
        add("idabrook", "Ida Brook"),
    )
    with serving(world, [face]) as server:
        fen = City(world, face, server, *people)
        yield fen
        for line in fen.lines:
            line.close()
