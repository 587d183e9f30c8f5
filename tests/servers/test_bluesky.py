"""Our feed against the Bluesky reference servers, beside people who write with another client."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import requests
from atproto import client_utils, models

from controlroom.feeds.base import Per, Seat
from controlroom.feeds.errors import BudgetUsed, NotFound, SignInRefused, TokenExpired
from controlroom.feeds.networks.bluesky.connect import BlueskyConnector, make_connector
from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.model.post import MediaKind, PostKind, SpanKind
from controlroom.model.profile import Profile
from controlroom.model.stream import SourceKind
from tests.engine.mastodon_server import wait_until
from tests.feeds.seats import SignedIn
from tests.servers.people import (
    PASSWORD,
    Person,
    connected,
    feed_of,
    led,
    now,
    page,
    until,
)
from tests.servers.stack import Stack

pytestmark = [pytest.mark.servers, pytest.mark.xdist_group("bluesky")]

People = Callable[[str], Person]


def picture() -> bytes:
    """Returns a PNG of 8 by 4 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 8, 4, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x30\x60\x90" * 8) * 4)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def answer_to(first: object, latest: object) -> models.AppBskyFeedPost.ReplyRef:
    root, parent = models.create_strong_ref(first), models.create_strong_ref(latest)  # type: ignore[arg-type]
    return models.AppBskyFeedPost.ReplyRef(root=root, parent=parent)


def test_an_app_password_signs_in_and_a_wrong_one_does_not(bluesky: Stack, person: People) -> None:
    westmarch = person("westmarch")
    made = westmarch.client.com.atproto.server.create_app_password({"name": "control room"})
    connector = make_connector(Entrance("", now, led(bluesky.pds)))
    (offer,) = connector.with_password(f" @{westmarch.handle}", made.password)
    assert (offer.remote_id, offer.handle) == (westmarch.did, westmarch.handle)
    assert offer.credential.scopes == ("com.atproto.appPass",)
    assert offer.credential.server == bluesky.pds
    assert offer.credential.expires_at is not None
    assert offer.credential.ends_at is not None
    assert now() < offer.credential.expires_at < offer.credential.ends_at
    with pytest.raises(SignInRefused, match="wrong handle or app password"):
        connector.with_password(westmarch.handle, "nonsense")
    connector.close()


def test_timeline_mentions_search_and_threads_show_what_people_wrote(
    bluesky: Stack, person: People
) -> None:
    westmarch, ida = person("westmarch"), person("ida")
    feed = feed_of(bluesky.pds, westmarch)
    westmarch.client.follow(ida.did)
    text = (
        client_utils.TextBuilder()
        .text("🚲 Zoë says ")
        .mention(f"@{westmarch.handle}", westmarch.did)
    )
    text = text.text(" the weir road is shut ").tag("#M97", "M97").text(" ")
    asked = ida.posts(
        text.link("westmarch.example/…", "https://westmarch.example/weir"), langs=["en-GB"]
    )
    thanked = westmarch.posts("Thank you, we know.", reply_to=answer_to(asked, asked))
    again = ida.posts("Since when?", reply_to=answer_to(asked, thanked))

    mentions = until(feed, SourceKind.MENTIONS, "", lambda read: len(read.posts) == 2)
    assert [post.remote_id for post in mentions.posts] == [again.uri, asked.uri]
    post = mentions.posts[1]
    assert (post.author.remote_id, post.author.handle) == (ida.did, ida.handle)
    assert post.language == "en-GB"
    stretches = [(span.kind, post.text[span.start : span.end]) for span in post.spans]
    assert stretches == [
        (SpanKind.MENTION, f"@{westmarch.handle}"),
        (SpanKind.HASHTAG, "#M97"),
        (SpanKind.LINK, "westmarch.example/…"),
    ]
    home = until(feed, SourceKind.HOME, "", lambda read: len(read.posts) >= 3)
    assert {asked.uri, thanked.uri, again.uri} <= {post.remote_id for post in home.posts}
    for kind, term in ((SourceKind.SEARCH, "weir road"), (SourceKind.HASHTAG, "M97")):
        found = until(feed, kind, term, lambda read: read.posts)
        assert asked.uri in {post.remote_id for post in found.posts}
    thread = until(feed, SourceKind.CONVERSATION, thanked.uri, lambda read: len(read.posts) == 3)
    assert [post.remote_id for post in thread.posts] == [again.uri, thanked.uri, asked.uri]
    assert [post.root for post in thread.posts] == [asked.uri, asked.uri, ""]
    assert thread.posts[0].reply_to == thanked.uri
    feed.close()


@pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")
def test_pictures_quotes_reposts_and_warnings_come_as_they_are_meant(
    bluesky: Stack, person: People
) -> None:
    westmarch, ida = person("westmarch"), person("ida")
    feed = feed_of(bluesky.pds, westmarch)
    ratio = models.AppBskyEmbedDefs.AspectRatio(width=8, height=4)
    shown = ida.client.send_image(
        "The weir", picture(), "Water over a wall", image_aspect_ratio=ratio
    )
    record = models.AppBskyEmbedRecord.Main(record=models.create_strong_ref(shown))
    quoting = ida.posts("Look", embed=record)
    repost = westmarch.client.repost(shown.uri, shown.cid)
    warned = models.AppBskyFeedPost.Record(
        text="Not for everybody",
        created_at=westmarch.client.get_current_time_iso(),
        labels=models.ComAtprotoLabelDefs.SelfLabels(
            values=[models.ComAtprotoLabelDefs.SelfLabel(val="graphic-media")]
        ),
    )
    ida.client.app.bsky.feed.post.create(ida.did, warned)

    theirs = until(feed, SourceKind.POSTS, ida.handle, lambda read: len(read.posts) == 3)
    by_text = {post.text: post for post in theirs.posts}
    (medium,) = by_text["The weir"].media
    assert (medium.kind, medium.alt) == (MediaKind.IMAGE, "Water over a wall")
    assert (medium.width, medium.height) == (8, 4)
    fetched = requests.get(medium.preview_url, timeout=10)
    assert fetched.headers["Content-Type"].startswith("image/")
    quote = by_text["Look"].quote
    assert quote is not None
    assert (quote.remote_id, quote.author, quote.text) == (shown.uri, ida.handle, "The weir")
    assert quoting.uri == by_text["Look"].remote_id
    assert by_text["Not for everybody"].warning == "graphic-media"
    (ours,) = until(feed, SourceKind.POSTS, "", lambda read: read.posts).posts
    assert (ours.kind, ours.remote_id, ours.author.remote_id) == (
        PostKind.REPOST,
        repost.uri,
        westmarch.did,
    )
    assert ours.quote is not None
    assert ours.quote.remote_id == shown.uri
    feed.close()


def test_lists_and_likes_are_read(bluesky: Stack, person: People) -> None:
    westmarch, ida = person("westmarch"), person("ida")
    feed = feed_of(bluesky.pds, westmarch)
    sent = ida.posts("The mill road is clear")
    made = westmarch.client.app.bsky.graph.list.create(
        westmarch.did,
        models.AppBskyGraphList.Record(
            name="Neighbours",
            purpose="app.bsky.graph.defs#curatelist",
            created_at=westmarch.client.get_current_time_iso(),
        ),
    )
    westmarch.client.app.bsky.graph.listitem.create(
        westmarch.did,
        models.AppBskyGraphListitem.Record(
            list=made.uri, subject=ida.did, created_at=westmarch.client.get_current_time_iso()
        ),
    )
    listed = until(feed, SourceKind.LIST, made.uri, lambda read: read.posts)
    assert [post.remote_id for post in listed.posts] == [sent.uri]
    westmarch.client.like(sent.uri, sent.cid)
    wait_until(lambda: any(post.metrics.likes for post in feed.look([sent.uri]).posts))
    with pytest.raises(NotFound):
        page(feed, SourceKind.FEED, f"at://{ida.did}/app.bsky.feed.generator/none")
    with pytest.raises(NotFound):
        page(feed, SourceKind.POSTS, "nobody.test")
    feed.close()


def texts_of_all_pages(feed: BlueskyFeed, handle: str) -> list[str]:
    texts, older = [], "first"
    while older:
        read = page(feed, SourceKind.POSTS, handle, older="" if older == "first" else older)
        texts += [post.text for post in read.posts]
        older = read.older
    return texts


def test_pages_lead_back_to_the_first_post(bluesky: Stack, person: People) -> None:
    westmarch, ida = person("westmarch"), person("ida")
    feed = feed_of(bluesky.pds, westmarch)
    ida.posts_many(f"report {number}" for number in range(60))
    expected = [f"report {number}" for number in reversed(range(60))]
    wait_until(lambda: texts_of_all_pages(feed, ida.handle) == expected, 30)
    first = page(feed, SourceKind.POSTS, ida.handle)
    assert len(first.posts) == 50
    assert page(feed, SourceKind.POSTS, ida.handle, known=first.mark).reached_known
    feed.close()


def test_what_everybody_may_read_is_read_without_a_sign_in(bluesky: Stack, person: People) -> None:
    ida = person("ida")
    sent = ida.posts("Open to all")
    public = Servers({"public.api.bsky.app": bluesky.bsky}, sealed=True)
    feed = BlueskyFeed(Seat(None, SignedIn(), now, public))
    read = until(feed, SourceKind.POSTS, ida.handle, lambda read: read.posts)
    assert [post.remote_id for post in read.posts] == [sent.uri]
    thread = page(feed, SourceKind.CONVERSATION, sent.uri)
    assert [post.text for post in thread.posts] == ["Open to all"]
    feed.close()


def test_a_second_look_knows_what_was_deleted(bluesky: Stack, person: People) -> None:
    westmarch, ida = person("westmarch"), person("ida")
    feed = feed_of(bluesky.pds, westmarch)
    kept, taken_back = ida.posts("It stays"), ida.posts("It goes")
    ida.client.delete_post(taken_back.uri)

    wait_until(lambda: feed.look([kept.uri, taken_back.uri]).gone == (taken_back.uri,))
    looked = feed.look([kept.uri, taken_back.uri])
    assert [post.remote_id for post in looked.posts] == [kept.uri]
    feed.close()


def test_a_sign_in_is_renewed_with_a_refresh_token_that_serves_once(
    bluesky: Stack, person: People
) -> None:
    westmarch = person("westmarch")
    offer = connected(bluesky.pds, westmarch)
    soon = replace(offer.credential, expires_at=datetime.now(UTC) + timedelta(seconds=5))
    sign_in = SignedIn(soon)
    profile = Profile(1, "bluesky", offer.remote_id, offer.handle)
    feed = BlueskyFeed(Seat(profile, sign_in, now, led(bluesky.pds)))
    until(feed, SourceKind.HOME, "", lambda read: not read.set_aside)
    (renewed,) = sign_in.renewals
    assert renewed.refresh != offer.credential.refresh
    assert renewed.server == bluesky.pds
    feed.close()


def test_a_token_that_is_nonsense_needs_a_person(bluesky: Stack, person: People) -> None:
    westmarch = person("westmarch")
    offer = connected(bluesky.pds, westmarch)
    wrong = SignedIn(replace(offer.credential, access="SENTINEL", refresh="SENTINEL"))
    profile = Profile(1, "bluesky", offer.remote_id, offer.handle)
    feed = BlueskyFeed(Seat(profile, wrong, now, led(bluesky.pds)))
    with pytest.raises(TokenExpired):
        page(feed, SourceKind.HOME)
    assert wrong.renewals == []
    feed.close()


def sign_in_often(connector: BlueskyConnector, handle: str) -> None:
    """The servers allow it 30 times in five minutes."""
    for _ in range(40):
        connector.with_password(handle, PASSWORD)


def test_the_servers_own_limits_are_understood(bluesky: Stack, person: People) -> None:
    westmarch = person("westmarch")
    feed = feed_of(bluesky.pds, westmarch)
    (budget,) = page(feed, SourceKind.HOME).budgets
    assert (budget.limit, budget.per) == (3000, Per.HOST)
    assert 0 < budget.remaining < 3000
    assert now() < budget.resets_at <= now() + timedelta(minutes=5)
    feed.close()
    connector = make_connector(Entrance("", now, led(bluesky.pds)))
    with pytest.raises(BudgetUsed) as caught:
        sign_in_often(connector, westmarch.handle)
    assert now() < caught.value.resets_at <= now() + timedelta(minutes=5)
    connector.close()
