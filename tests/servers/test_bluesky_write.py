"""Our writer against the Bluesky reference servers; what arrived is read by another client."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from atproto import models
from atproto_client.exceptions import BadRequestError

from controlroom.feeds.networks.bluesky.write import BlueskyWriter
from controlroom.feeds.registry import make_writer
from controlroom.feeds.writing import NotSent, Outgoing, PerhapsSent, SentAs
from controlroom.model.outgoing.content import Act, Audience, Card
from controlroom.model.outgoing.delivery import Unsent
from tests.engine.mastodon_server import wait_until
from tests.feeds.outgoing.pieces import Asked, about, clip, photo, piece
from tests.servers.people import Person, now, seat_of
from tests.servers.stack import Stack

pytestmark = [pytest.mark.servers, pytest.mark.xdist_group("bluesky")]

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:01.000\nWater\n"
People = Callable[[str], Person]


@pytest.fixture
def force(person: People) -> Person:
    return person("westmarch")


@pytest.fixture
def writer(bluesky: Stack, force: Person) -> Iterator[BlueskyWriter]:
    one = make_writer("bluesky", seat_of(bluesky.pds, force))
    assert isinstance(one, BlueskyWriter)
    yield one
    one.close()


def out(writer: BlueskyWriter, text: str, act: Act = Act.POST, **more: Any) -> Outgoing:
    more.setdefault("key", writer.new_key())
    return piece(text, now(), act, **more)


def sent(writer: BlueskyWriter, outgoing: Outgoing) -> SentAs:
    asked = Asked()
    made = writer.send(outgoing, asked)
    assert asked.times == 1
    return made


def read(reader: Person, uri: str) -> models.AppBskyFeedDefs.PostView:
    """Returns a post as another person's client gets it from the app view, once it is there."""
    wait_until(lambda: reader.client.get_posts([uri]).posts, 60)
    return reader.client.get_posts([uri]).posts[0]


def test_a_post_is_read_by_others_as_it_was_meant(writer: BlueskyWriter, person: People) -> None:
    ida = person("ida")
    text = f"🚧 Weir Road is shut, @{ida.handle}: https://westmarch.example/é #Weir"
    made = sent(writer, out(writer, text, language="en-GB", files=(photo("A grey bridge"),)))
    view = read(ida, made.remote_id)
    assert view.cid == made.version
    record = view.record
    assert (record.text, record.langs) == (text, ["en-GB"])
    raw = text.encode()
    facets = [
        (raw[one.index.byte_start : one.index.byte_end].decode(), one.features[0])
        for one in record.facets
    ]
    assert [(words, feature.py_type.rpartition("#")[2]) for words, feature in facets] == [
        (f"@{ida.handle}", "mention"), ("https://westmarch.example/é", "link"), ("#Weir", "tag"),
    ]  # fmt: skip
    assert facets[0][1].did == ida.did
    (image,) = view.embed.images
    assert (image.alt, image.aspect_ratio.width, image.aspect_ratio.height) == (
        "A grey bridge", 3, 2,
    )  # fmt: skip


def test_a_thread_and_an_answer_hang_together(writer: BlueskyWriter, person: People) -> None:
    ida = person("ida")
    first = sent(writer, out(writer, "1/3"))
    second = sent(writer, out(writer, "2/3", about=about(first.remote_id)))
    third = sent(writer, out(writer, "3/3", about=about(second.remote_id)))
    read(ida, third.remote_id)
    thread = ida.client.get_post_thread(first.remote_id, depth=6).thread
    texts = []
    while thread is not None:
        texts.append(thread.post.record.text)
        thread = next(iter(thread.replies or []), None)
    assert texts == ["1/3", "2/3", "3/3"]
    asked = ida.posts("Since when?")
    read(ida, asked.uri)
    answer = sent(writer, out(writer, "Noon", Act.REPLY, about=about(asked.uri)))
    reply = read(ida, answer.remote_id).record.reply
    assert (reply.parent.uri, reply.root.uri) == (asked.uri, asked.uri)


@pytest.mark.parametrize("audience", [Audience.EVERYBODY, Audience.NOBODY])
def test_a_name_that_is_taken_is_refused_and_found(
    writer: BlueskyWriter, force: Person, audience: Audience
) -> None:
    """Whether the post is created alone, or with the record that says who may answer it."""
    outgoing = out(writer, "Once only", audience=audience)
    made = sent(writer, outgoing)
    with pytest.raises(PerhapsSent):
        writer.send(outgoing, Asked())
    back = writer.look_back(outgoing)
    assert back.certain
    assert [one.sent.remote_id for one in back.seen] == [made.remote_id]
    assert list(force.client.app.bsky.feed.post.list(force.did).records) == [made.remote_id]
    assert writer.look_back(out(writer, "Never sent")).seen == ()


def test_a_film_arrives_with_its_description_and_subtitles(
    writer: BlueskyWriter, person: People
) -> None:
    film = clip("Water rises", captions=CAPTIONS)
    made = sent(writer, out(writer, "A film", files=(film,), language="en"))
    record = read(person("ida"), made.remote_id).record
    assert (record.embed.alt, record.embed.video.mime_type) == ("Water rises", "video/mp4")
    (captions,) = record.embed.captions
    assert (captions.lang, captions.file.mime_type) == ("en", "text/vtt")


def test_a_card_for_a_link_arrives_in_our_words_with_the_picture_chosen(
    writer: BlueskyWriter, person: People
) -> None:
    card = Card("https://westmarch.example/weir", "Weir Road", "Shut until noon")
    made = sent(writer, out(writer, "News", card=card, files=(photo("A bridge"),)))
    view = read(person("ida"), made.remote_id)
    shown = view.embed.external
    assert (shown.uri, shown.title, shown.description) == (card.url, card.title, card.description)
    assert shown.thumb
    assert view.record.embed.external.thumb.mime_type == "image/png"
    bare = sent(writer, out(writer, "More", card=card))
    assert read(person("tom"), bare.remote_id).embed.external.thumb is None


def test_a_deleted_post_is_gone_for_everybody_and_does_not_come_back(
    writer: BlueskyWriter, person: People, force: Person
) -> None:
    ida = person("ida")
    outgoing = out(writer, "A mistake")
    made = sent(writer, outgoing)
    read(ida, made.remote_id)
    assert not writer.is_gone(made.remote_id)
    sent(writer, out(writer, "", Act.DELETE, about=about(made.remote_id)))
    wait_until(lambda: writer.is_gone(made.remote_id), 60)
    assert not ida.client.get_posts([made.remote_id]).posts
    with pytest.raises(BadRequestError):
        force.client.app.bsky.feed.post.get(force.did, made.remote_id.rpartition("/")[2])


def test_who_may_answer_holds_for_others(writer: BlueskyWriter, person: People) -> None:
    ida = person("ida")
    closed = sent(writer, out(writer, "No answers, please", audience=Audience.NOBODY))
    view = read(ida, closed.remote_id)
    assert view.threadgate is not None
    assert view.threadgate.record.allow == []
    wait_until(lambda: read(ida, closed.remote_id).viewer.reply_disabled, 60)
    opened = out(writer, "", Act.REPLY_RULE, about=about(closed.remote_id))
    sent(writer, opened)
    wait_until(lambda: not read(ida, closed.remote_id).viewer.reply_disabled, 60)


def test_reposts_and_likes_are_counted_and_taken_back(
    writer: BlueskyWriter, person: People
) -> None:
    ida = person("ida")
    post = ida.posts("Flood news")
    read(ida, post.uri)
    made = [
        sent(writer, out(writer, "", act, about=about(post.uri))) for act in (Act.REPOST, Act.LIKE)
    ]

    def counts() -> tuple[int, int]:
        view = read(ida, post.uri)
        return view.repost_count or 0, view.like_count or 0

    wait_until(lambda: counts() == (1, 1), 60)
    for one in made:
        sent(writer, out(writer, "", Act.DELETE, about=about(one.remote_id)))
    wait_until(lambda: counts() == (0, 0), 60)


def test_what_the_server_refuses_is_told_in_its_words(writer: BlueskyWriter) -> None:
    with pytest.raises(NotSent) as caught:
        writer.send(out(writer, "a" * 301), Asked())
    assert caught.value.reason is Unsent.REFUSED
    assert "300" in caught.value.said
