"""A small town on Facebook: the force's page, a council, people, and what they said."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.facebook import make_face
from controlroom.exercise.faces.facebook.face import FacebookFace
from controlroom.exercise.world import Account, Media, MediaKind, PostKind, Said, World
from controlroom.feeds.base import Page, Seat
from controlroom.feeds.networks.facebook.feed import FacebookFeed, make_feed
from controlroom.feeds.servers import Servers
from controlroom.model.post import Post
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.exercise.serving import Served
from tests.feeds.seats import SignedIn

STARTS = datetime(2026, 5, 14, 9, tzinfo=UTC)
GRAPH = "graph.facebook.com"
LONG_AGO = round(datetime(2015, 1, 1, tzinfo=UTC).timestamp() * 1000)


@dataclass
class Town:
    """A world that stands still until it is moved, and who lives there."""

    world: World = field(default_factory=lambda: World(Clock(STARTS, real=lambda: 0.0), seed=7))
    page: Account = field(init=False)
    other: Account = field(init=False)
    council: Account = field(init=False)
    ida: Account = field(init=False)
    tom: Account = field(init=False)
    face: FacebookFace = field(init=False)

    def __post_init__(self) -> None:
        self.page = self._add("WestmarchPolice", "Westmarch Police", followers=20_000, kind="force")
        self.other = self._add("BrackenfordPolice", "Brackenford Police", kind="force")
        self.council = self._add("WestmarchCouncil", "Westmarch Council", kind="council")
        self.ida = self._add("ida.quill", "Ida Quill")
        self.tom = self._add("tom.ashdown", "Tom Ashdown")
        self.face = make_face(self.world)

    def _add(self, handle: str, name: str, kind: str = "person", followers: int = 0) -> Account:
        return self.world.add_account(
            Account(0, "facebook", handle, name, kind=kind, ours=kind == "force",
                    followers=followers, joined_ms=LONG_AGO)
        )  # fmt: skip

    def later(self, minutes: float = 1) -> None:
        self.world.clock.jump(timedelta(minutes=minutes))

    def post(self, text: str, by: Account | None = None, media: tuple[Media, ...] = ()) -> int:
        """Publishes on somebody's own wall."""
        self.later()
        return self.world.publish((by or self.page).number, Said(text, media=media))

    def visit(self, text: str, by: Account) -> int:
        """Writes on the page's wall."""
        self.later()
        return self.world.publish(by.number, Said(text), to=self.page.number)

    def comment(self, on: int, text: str, by: Account | None = None) -> int:
        self.later()
        said = Said(text)
        return self.world.publish((by or self.ida).number, said, kind=PostKind.COMMENT, reply_to=on)

    def message(self, text: str, by: Account, to: Account, media: tuple[Media, ...] = ()) -> int:
        self.later()
        said = Said(text, media=media)
        return self.world.publish(by.number, said, kind=PostKind.MESSAGE, to=to.number)


FILM = Media("cctv", MediaKind.VIDEO, width=1280, height=720, duration_ms=12_000)
PICTURE = Media("bridge", MediaKind.IMAGE, alt="The bridge, shut")


def profile(account: Account, face: FacebookFace) -> Profile:
    return Profile(1, "facebook", face.remote_id(account), account.handle, account.name)


def seat_at(town: Town, server: Served, page: Account | None = None) -> Seat:
    """Returns a seat whose clock is the exercise's."""
    page = page or town.page
    return Seat(
        profile(page, town.face),
        SignedIn(town.face.credential(page)),
        town.world.clock.now,
        Servers(server.led, sealed=True),
    )


@contextmanager
def reading(town: Town, server: Served, page: Account | None = None) -> Iterator[FacebookFeed]:
    feed = make_feed(seat_at(town, server, page))
    try:
        yield feed
    finally:
        feed.close()


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("facebook", kind, 1, term)


def read_all(feed: FacebookFeed, one: Source, known: str = "") -> tuple[list[Post], Page]:
    """Reads to the end, or to what is known; returns the newest page, too."""
    first = read = feed.page(one, known=known)
    posts = list(read.posts)
    assert not read.set_aside
    while read.older and not read.reached_known:
        read = feed.page(one, older=read.older, known=known)
        assert not read.set_aside
        posts += read.posts
    return posts, first


def at(server: Served, path: str) -> str:
    return f"{server.led[GRAPH]}/v26.0/{path}"
