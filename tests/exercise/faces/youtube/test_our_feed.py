"""Our own feed reads the simulated YouTube as it reads the real one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from controlroom.feeds.base import Page
from controlroom.feeds.errors import BudgetUsed, NotFound, TokenExpired
from controlroom.feeds.networks.youtube.connect import SCOPE, make_connector
from controlroom.feeds.networks.youtube.feed import YouTubeFeed
from controlroom.feeds.signing_in import Entrance
from controlroom.model.credential import AppKey
from controlroom.model.post import PostKind as Kind
from controlroom.model.stream import Source, SourceKind
from tests.exercise.faces.youtube.city import City, city, source

REDIRECT = "http://127.0.0.1:45123/signed-in"


@pytest.fixture
def fen() -> Iterator[City]:
    with city() as one:
        yield one


@pytest.fixture
def feed(fen: City) -> Iterator[YouTubeFeed]:
    with fen.feed(fen.force) as one:
        yield one


def texts(*pages: Page) -> list[str]:
    assert all(not page.set_aside for page in pages)
    return [post.text for page in pages for post in page.posts]


def everything(feed: YouTubeFeed, wanted: Source, known: str = "") -> list[Page]:
    pages = [feed.page(wanted, known=known)]
    while pages[-1].older:
        pages.append(feed.page(wanted, older=pages[-1].older, known=known))
    return pages


def test_a_video_is_read_as_it_was_published(fen: City, feed: YouTubeFeed) -> None:
    text = "M97 <closed> & diverted\nSee https://westmarch.example/m97 #M97"
    clip = Media("clip", MediaKind.VIDEO, duration_ms=83_000)
    said = Said(text, "en", (clip,))
    fen.server.do(fen.world.publish, fen.force.number, said, kind=PostKind.VIDEO)
    fen.world.clock.jump(timedelta(hours=3))
    (post,) = feed.page(source(SourceKind.POSTS)).posts
    assert post.text == text.replace("\n", "\n\n")
    assert (post.kind, post.author.remote_id) == (Kind.VIDEO, fen.face.remote_id(fen.force))
    assert post.created_at == fen.world.clock.starts
    assert (post.media[0].duration_ms, post.language) == (83_000, "en")
    assert post.metrics.views == fen.world.post(1).views > 0


@pytest.mark.parametrize("kind", [SourceKind.POSTS, SourceKind.SEARCH])
def test_videos_are_read_to_their_end_without_loss(
    fen: City, feed: YouTubeFeed, kind: SourceKind
) -> None:
    for number in range(120):
        fen.say(fen.force, f"Appeal {number}\nlorry")
        fen.world.clock.jump(timedelta(seconds=1))
    wanted = source(kind, "LORRY appeal" if kind is SourceKind.SEARCH else "")
    pages = everything(feed, wanted)
    assert texts(*pages) == [f"Appeal {n}\n\nlorry" for n in range(119, -1, -1)]
    assert len(pages) == 3
    assert feed.page(wanted, known=pages[0].mark).reached_known


def test_a_channel_without_videos_has_none(feed: YouTubeFeed) -> None:
    assert feed.page(source(SourceKind.POSTS)).posts == ()


def test_comments_and_all_their_answers_are_read(fen: City, feed: YouTubeFeed) -> None:
    video = fen.say(fen.force, "Do you know him?")
    other = fen.say(fen.oldmere, "Another channel")
    fen.say(fen.ida, "elsewhere", other)
    for number in range(130):
        top = fen.say(fen.ida, f"comment {number}", video)
        fen.world.clock.jump(timedelta(seconds=1))
    said = [fen.say(fen.oldmere, f"answer {number}", top) for number in range(30)]
    fen.say(fen.ida, "below an answer", said[0])
    comments = source(SourceKind.COMMENTS)
    first = feed.page(comments)
    told = texts(*everything(feed, comments, known=first.mark))
    assert set(told) == {
        *(f"comment {n}" for n in range(130)), *(f"answer {n}" for n in range(30)),
        "below an answer",
    }  # fmt: skip
    post = next(post for post in first.posts if post.text == "comment 129")
    assert (post.metrics.replies, post.author.handle) == (31, "idabrook")
    on_video = feed.page(source(SourceKind.POSTS)).posts[0]
    assert post.reply_to == on_video.remote_id
    assert on_video.metrics.replies == 161


def test_a_conversation_is_read_from_a_comment_and_from_a_video(
    fen: City, feed: YouTubeFeed
) -> None:
    video = fen.say(fen.force, "Do you know him?")
    top = fen.say(fen.ida, "Mr <b> & co, see https://x.example/1 #m97 @WestmarchPolice", video)
    fen.say(fen.force, "Thank you", top)
    (asked,) = feed.page(source(SourceKind.POSTS)).posts
    whole = feed.page(source(SourceKind.CONVERSATION, asked.remote_id))
    comment = next(post for post in whole.posts if post.text.startswith("Mr"))
    thread = feed.page(source(SourceKind.CONVERSATION, comment.remote_id))
    assert set(texts(thread)) == {comment.text, "Thank you"}
    assert set(texts(whole)) == {comment.text, "Thank you", asked.text}
    assert comment.text == "Mr <b> & co, see https://x.example/1 #m97 @WestmarchPolice"
    assert [span.target for span in comment.spans] == [
        "https://x.example/1", "m97", "WestmarchPolice"
    ]  # fmt: skip
    answer = next(post for post in thread.posts if post.text == "Thank you")
    assert answer.reply_to == comment.remote_id


def test_edits_and_deletions_show_at_a_second_look(fen: City, feed: YouTubeFeed) -> None:
    video, gone = fen.say(fen.force, "stays"), fen.say(fen.force, "goes")
    top = fen.say(fen.ida, "chages", video)
    answer = fen.say(fen.ida, "an answer that goes", top)
    posts = [
        *feed.page(source(SourceKind.POSTS)).posts, *feed.page(source(SourceKind.COMMENTS)).posts
    ]  # fmt: skip
    ids = {post.text: post.remote_id for post in posts}
    fen.world.clock.jump(timedelta(minutes=2))
    fen.server.do(fen.world.edit, top, Said("changes"))
    for number in (gone, answer):
        fen.server.do(fen.world.delete, number)
    looked = feed.look(list(ids.values()))
    assert {post.text: bool(post.edited_at) for post in looked.posts} == {
        "stays": False, "changes": True
    }  # fmt: skip
    assert set(looked.gone) == {ids["goes"], ids["an answer that goes"]}
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.CONVERSATION, ids["goes"]))


def test_what_is_hidden_is_seen_by_the_owner_alone(fen: City, feed: YouTubeFeed) -> None:
    video = fen.say(fen.force, "Do you know him?")
    number = fen.say(fen.ida, "names the victim", video)
    assert texts(feed.page(source(SourceKind.COMMENTS))) == ["names the victim"]
    fen.server.do(fen.world.hide, number)
    assert feed.page(source(SourceKind.COMMENTS)).posts == ()


def test_a_live_chat_is_followed(fen: City, feed: YouTubeFeed) -> None:
    client = fen.client(fen.force)
    body = {"snippet": {"title": "Statement", "scheduledStartTime": "2026-05-14T10:00:00Z"}}
    made = client.liveBroadcasts().insert(part="snippet,status", body=body).execute()
    live = source(SourceKind.LIVE)
    assert feed.page(live).posts == ()
    client.liveBroadcasts().transition(
        part="status", id=made["id"], broadcastStatus="live"
    ).execute()

    def say(text: str) -> str:
        details = {"messageText": text}
        snippet = {"liveChatId": made["snippet"]["liveChatId"], "textMessageDetails": details}
        body = {"snippet": {"type": "textMessageEvent", **snippet}}
        messages = fen.client(fen.oldmere).liveChatMessages()
        return str(messages.insert(part="snippet", body=body).execute()["id"])

    first = say("is it safe?")
    page = feed.page(live)
    assert texts(page) == ["is it safe?"]
    fen.world.clock.jump(timedelta(seconds=6))
    say("thank you")
    client.liveChatMessages().delete(id=first).execute()
    following = feed.page(live, known=page.mark)
    assert (texts(following), following.gone) == (["thank you"], (first,))
    assert following.reached_known
    assert feed.page(source(SourceKind.COMMENTS)).posts == ()


def test_units_are_used_up_until_midnight_in_the_west(fen: City, feed: YouTubeFeed) -> None:
    till = fen.face.site.till
    fen.server.do(till._meter.spend, "units", _today(fen), 10_000, 172_800, 10_000)
    with pytest.raises(BudgetUsed) as refused:
        feed.page(source(SourceKind.COMMENTS))
    assert refused.value.resets_at == datetime(2026, 5, 15, 7, tzinfo=UTC)
    assert refused.value.allowance == "units"
    fen.world.clock.jump(timedelta(hours=22))
    assert feed.page(source(SourceKind.COMMENTS)).posts == ()


def _today(fen: City) -> str:
    app = fen.face.credential(fen.force).app.id
    return f"{app} 2026-05-14"


def test_searches_have_a_bucket_of_their_own(fen: City, feed: YouTubeFeed) -> None:
    for _ in range(100):
        feed.page(source(SourceKind.SEARCH, "nothing"))
    with pytest.raises(BudgetUsed) as refused:
        feed.page(source(SourceKind.SEARCH, "nothing"))
    assert refused.value.allowance == "searches"
    assert feed.page(source(SourceKind.COMMENTS)).posts == ()


def test_connecting_in_the_browser_and_renewing(fen: City) -> None:
    connector = make_connector(Entrance("", fen.world.clock.now, fen.servers))
    app = AppKey("another-app", "its-secret")
    begun = connector.begin(app, REDIRECT)
    sent_back = requests.get(begun.address, allow_redirects=False, timeout=10)
    told = parse_qs(urlsplit(sent_back.headers["Location"]).query)
    (offer,) = connector.finish(begun, {name: values[0] for name, values in told.items()})
    connector.close()
    assert (offer.remote_id, offer.handle) == (fen.face.remote_id(fen.force), "WestmarchPolice")
    assert (offer.name, offer.credential.scopes) == ("Westmarch Police", (SCOPE,))
    fen.world.clock.jump(timedelta(hours=2))
    held = fen.sign_in(fen.force)
    held.now = offer.credential
    with fen.feed(fen.force, held) as one:
        one.page(source(SourceKind.COMMENTS))
        held.now = replace(held.now, expires_at=None)
        fen.world.clock.jump(timedelta(hours=2))
        one.page(source(SourceKind.COMMENTS))
    assert len(held.renewals) == 2


def test_a_sign_in_that_ended_is_refused(fen: City, feed: YouTubeFeed) -> None:
    fen.server.do(fen.world.tokens.end, fen.force.number)
    with pytest.raises(TokenExpired):
        feed.page(source(SourceKind.COMMENTS))
