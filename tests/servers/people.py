"""People on the Bluesky servers, each with another program's client."""

import secrets
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from atproto import Client, models
from atproto_client.exceptions import BadRequestError

from controlroom.feeds.base import Page, Seat
from controlroom.feeds.networks.bluesky.connect import make_connector
from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance, Offer
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import SignedIn

PASSWORD = "SENTINEL-PASSWORD-of-a-person"
T = TypeVar("T")


def now() -> datetime:
    return datetime.now(UTC)


class Person:
    """Somebody with an account, who writes with PyPI's atproto."""

    def __init__(self, base: str, name: str) -> None:
        self.base, self.name = base, name
        self.handle = f"{name}-{secrets.token_hex(3)}.test"
        self.client = Client(base_url=base)
        told = {"handle": self.handle, "email": f"{self.handle}@post.example"}
        self.client.com.atproto.server.create_account({**told, "password": PASSWORD})
        # The app view gets to know of new accounts a little later.
        self.did = patiently(lambda: self.client.login(self.handle, PASSWORD).did)

    def posts(self, text: Any, **more: Any) -> Any:
        """Publishes a post and returns its reference, once the app view has it."""
        sent = self.client.send_post(text, **more)
        patiently(lambda: self.client.app.bsky.feed.get_posts({"uris": [sent.uri]}).posts[0])
        return sent

    def posts_many(self, texts: Iterable[str]) -> None:
        """Publishes posts in one go, a millisecond apart, the last one now."""
        last = now()
        told = list(texts)
        moments = [last - timedelta(milliseconds=left) for left in reversed(range(len(told)))]
        writes = [
            models.ComAtprotoRepoApplyWrites.Create(
                collection="app.bsky.feed.post",
                value=models.AppBskyFeedPost.Record(text=text, created_at=moment.isoformat()),
            )
            for text, moment in zip(told, moments, strict=True)
        ]
        data = models.ComAtprotoRepoApplyWrites.Data(repo=self.did, writes=writes)
        self.client.com.atproto.repo.apply_writes(data)

    def close(self) -> None:
        self.client.request.close()


def patiently(what: Callable[[], T], seconds: float = 20) -> T:
    """Tries until it works."""
    until = time.monotonic() + seconds
    while True:
        try:
            return what()
        except (BadRequestError, IndexError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def connected(base: str, person: Person) -> Offer:
    """Signs a profile of ours in with the password of a person."""
    connector = make_connector(Entrance("", now, led(base)))
    try:
        (offer,) = connector.with_password(f"@{person.handle}", PASSWORD)
    finally:
        connector.close()
    return offer


def led(base: str) -> Servers:
    """Leads the network's entry to the server under test."""
    return Servers({"bsky.social": base}, sealed=True)


def feed_of(base: str, person: Person) -> BlueskyFeed:
    """Returns our feed for a person, signed in through our connector."""
    return BlueskyFeed(seat_of(base, person))


def seat_of(base: str, person: Person) -> Seat:
    """Returns a person's seat, signed in through our connector."""
    offer = connected(base, person)
    profile = Profile(1, "bluesky", offer.remote_id, offer.handle)
    return Seat(profile, SignedIn(offer.credential), now, led(base))


def page(feed: BlueskyFeed, kind: SourceKind, term: str = "", **more: str) -> Page:
    return feed.page(Source("bluesky", kind, 1, term), **more)


def until(feed: BlueskyFeed, kind: SourceKind, term: str, holds: Callable[[Page], object]) -> Page:
    """Reads until the page is as expected: the app view is always a little behind."""
    limit = time.monotonic() + 20
    while not holds(read := page(feed, kind, term)):
        assert time.monotonic() < limit, [post.text for post in read.posts]
        time.sleep(0.2)
    return read
