"""Our own feed reads the simulated server as it reads real ones."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from msgspec import structs
from websockets.asyncio.client import connect

from controlroom.exercise.faces.mastodon import MastodonFace
from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from controlroom.exercise.world.post import Poll
from controlroom.feeds.base import Heard, Page
from controlroom.feeds.errors import BudgetUsed, HungUp, NotFound, ReadError, TokenExpired
from controlroom.feeds.networks.mastodon import streaming
from controlroom.feeds.networks.mastodon.connect import make_connector
from controlroom.feeds.networks.mastodon.events import NoEvents
from controlroom.feeds.networks.mastodon.feed import MastodonFeed
from controlroom.feeds.networks.mastodon.instance import instance_of
from controlroom.feeds.signing_in import Entrance
from controlroom.model.credential import AppKey
from controlroom.model.outgoing.content import Piece
from controlroom.model.post import PostKind as Kind
from controlroom.model.post import SpanKind
from controlroom.model.stream import Source, SourceKind
from controlroom.outbound.counting import count, limits_of
from tests.engine.mastodon_server import wait_until
from tests.exercise.faces.mastodon.city import HOST, City, city, own_id, source

REDIRECT = "http://127.0.0.1:45123/signed-in"


@pytest.fixture
def fen() -> Iterator[City]:
    with city() as one:
        yield one


@pytest.fixture
def feed(fen: City) -> Iterator[MastodonFeed]:
    with fen.feed(fen.force) as one:
        yield one


def texts(*pages: Page) -> list[str]:
    assert all(not page.set_aside for page in pages)
    return [post.text for page in pages for post in page.posts]


def say(fen: City, author: int, text: str, **more: object) -> int:
    return fen.server.do(fen.world.publish, author, Said(text), **more)  # type: ignore[arg-type]


def everything(feed: MastodonFeed, wanted: Source) -> list[Page]:
    pages = [feed.page(wanted)]
    while pages[-1].older:
        pages.append(feed.page(wanted, older=pages[-1].older))
    return pages


def test_a_post_is_read_as_it_was_said(fen: City, feed: MastodonFeed) -> None:
    text = "M97 <closed> & @ida.brook\nsafe, see https://westmarch.example/m97?a=1&b=2.\n\n#M97"
    media = (Media("cctv-1", MediaKind.IMAGE, "A lorry", 1200, 800),)
    poll = Poll(("Yes", "No"), (3, 4), fen.world.clock.now_ms() + 60_000)
    said = Said(text, "en", media, poll, "Fire")
    fen.server.do(fen.world.publish, fen.force.number, said)
    (post,) = feed.page(source(SourceKind.POSTS)).posts
    assert post.text == text.replace("https://", "")
    assert [(span.kind, span.target.partition("@")[0]) for span in post.spans] == [
        (SpanKind.MENTION, "ida.brook"),
        (SpanKind.LINK, "https://westmarch.example/m97?a=1&b=2"),
        (SpanKind.HASHTAG, "M97"),
    ]
    assert (post.warning, post.language, post.kind) == ("Fire", "en", Kind.STATUS)
    assert post.author.name == "Westmarch Police"
    assert post.author.handle.partition("@")[0] == "WestmarchPolice"
    assert post.created_at == fen.world.clock.now()
    (medium,) = post.media
    assert (medium.alt, medium.width, medium.height) == ("A lorry", 1200, 800)
    assert medium.url.startswith(f"https://{HOST}/media/cctv-1")
    assert post.poll is not None
    assert [(one.text, one.votes) for one in post.poll.options] == [("Yes", 3), ("No", 4)]


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        (SourceKind.HOME, ""),
        (SourceKind.MENTIONS, ""),
        (SourceKind.POSTS, ""),
        (SourceKind.HASHTAG, "M97"),
        (SourceKind.LIST, "1"),
        (SourceKind.SEARCH, "lorry fire"),
    ],
)
def test_every_list_is_read_to_its_end_without_loss(
    fen: City, feed: MastodonFeed, kind: SourceKind, term: str
) -> None:
    author = fen.ida if kind is SourceKind.MENTIONS else fen.force
    name = "@WestmarchPolice " if kind is SourceKind.MENTIONS else ""
    said = [f"{name}lorry fire #M97 number {n}" for n in range(95)]
    for text in said:
        say(fen, author.number, text)
        fen.world.clock.jump(timedelta(milliseconds=7))
    pages = everything(feed, source(kind, term))
    assert texts(*pages) == said[::-1]
    assert len(pages) >= 3
    assert feed.page(source(kind, term), known=pages[0].mark).reached_known


def test_home_is_what_those_write_whom_a_profile_follows(fen: City, feed: MastodonFeed) -> None:
    for account in (fen.oldmere, fen.gazette, fen.ida):
        say(fen, account.number, f"from {account.handle}")
    assert texts(feed.page(source(SourceKind.HOME))) == ["from FenGazette", "from WMPOldmere"]
    fen.client(fen.force).account_follow(own_id(fen.face.remote_id(fen.ida)))
    assert texts(feed.page(source(SourceKind.HOME)))[0] == "from ida.brook"


def test_replies_quotes_and_reposts(fen: City, feed: MastodonFeed) -> None:
    root = say(fen, fen.force.number, "Is anybody hurt?")
    say(fen, fen.ida.number, "@WestmarchPolice no", reply_to=root)
    say(fen, fen.gazette.number, "They ask", quote=root)
    say(fen, fen.gazette.number, "", kind=PostKind.REPOST, quote=root)
    (mention,) = feed.page(source(SourceKind.MENTIONS)).posts
    gazette = source(SourceKind.POSTS, fen.face.remote_id(fen.gazette))
    repost, quote = feed.page(gazette).posts
    (asked,) = feed.page(source(SourceKind.POSTS)).posts
    assert own_id(mention.reply_to) == own_id(asked.remote_id)
    assert quote.quote is not None
    assert repost.quote is not None
    assert quote.quote.text == "Is anybody hurt?"
    assert repost.kind is Kind.REPOST
    assert (repost.text, own_id(repost.quote.remote_id)) == (
        "Is anybody hurt?",
        own_id(asked.remote_id),
    )
    assert (asked.metrics.replies, asked.metrics.reposts) == (1, 1)


def test_a_conversation_is_read_whole(fen: City, feed: MastodonFeed) -> None:
    root = say(fen, fen.ida.number, "Is the B9 open?")
    answer = say(fen, fen.force.number, "@ida.brook it is", reply_to=root)
    say(fen, fen.ida.number, "@WestmarchPolice ta", reply_to=answer)
    (about,) = feed.page(source(SourceKind.POSTS)).posts
    page = feed.page(source(SourceKind.CONVERSATION, about.remote_id))
    assert set(texts(page)) == {"Is the B9 open?", "@ida.brook it is", "@WestmarchPolice ta"}


def test_direct_messages_come_dialogue_by_dialogue(fen: City, feed: MastodonFeed) -> None:
    message = PostKind.MESSAGE
    me, ida, gazette = fen.force.number, fen.ida.number, fen.gazette.number
    first = say(fen, ida, "I know him", kind=message, to=me)
    second = say(fen, me, "Who is it?", kind=message, to=ida, reply_to=first)
    say(fen, gazette, "A comment?", kind=message, to=me)
    say(fen, ida, "Mr Sedge", kind=message, to=me, reply_to=second)
    messages = source(SourceKind.MESSAGES)
    newest = feed.page(messages)
    again = feed.page(messages, known=newest.mark)
    earlier = feed.page(messages, older=again.older, known=newest.mark)
    assert texts(newest) == ["@WestmarchPolice Mr Sedge", "@WestmarchPolice A comment?"]
    assert texts(earlier) == ["@ida.brook Who is it?", "@WestmarchPolice I know him"]
    roots = {post.root for post in (*newest.posts, *earlier.posts)}
    assert len(roots) == 2
    with fen.feed(fen.oldmere) as other:
        assert other.page(messages).posts == ()


def test_edits_and_deletions_show_at_a_second_look(fen: City, feed: MastodonFeed) -> None:
    numbers = [say(fen, fen.force.number, text) for text in ("stays", "chages", "goes")]
    before = {post.text: post.remote_id for post in feed.page(source(SourceKind.POSTS)).posts}
    fen.server.do(fen.world.edit, numbers[1], Said("changes"))
    fen.server.do(fen.world.delete, numbers[2])
    looked = feed.look(list(before.values()))
    assert {post.text: bool(post.edited_at) for post in looked.posts} == {
        "stays": False,
        "changes": True,
    }
    assert looked.gone == (before["goes"],)
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.CONVERSATION, before["goes"]))


def test_what_the_server_says_of_itself(fen: City, feed: MastodonFeed) -> None:
    told = instance_of(feed._client)
    assert (told.characters, told.per_link, told.media, told.alt_characters) == (500, 23, 4, 1500)
    assert told.poll_s == (300, 2_629_746)
    assert "image/png" in told.kinds_of_media


@pytest.mark.parametrize("characters", [280, 11_000])
def test_what_it_takes_is_what_is_kept_of_it(
    fen: City, feed: MastodonFeed, characters: int
) -> None:
    given = fen.face.site.limits
    fen.face.site.limits = structs.replace(
        given, characters=characters, poll_options=7, poll_least_s=90, attachments=2
    )
    told = feed.server()
    assert (told.characters, told.poll_options, told.files) == (characters, 7, 2)
    assert (told.poll_least_min, told.poll_most_min) == (2, 43_829)
    assert (told.photo_bytes, told.clip_bytes) == (given.image_bytes, given.video_bytes)
    limits = limits_of("mastodon", told)
    assert limits.text().most == characters
    assert count("mastodon", limits, Piece("a" * characters)).fits
    assert not count("mastodon", limits, Piece("a" * (characters + 1))).fits


def test_limits_bite_and_are_told(fen: City, feed: MastodonFeed) -> None:
    page = feed.page(source(SourceKind.POSTS))
    (budget,) = page.budgets
    assert (budget.limit, budget.remaining) == (300, 299)
    assert budget.resets_at == fen.world.clock.now() + timedelta(minutes=5)
    for _ in range(299):
        page = feed.page(source(SourceKind.POSTS))
    assert page.budgets[0].remaining == 0
    with pytest.raises(BudgetUsed):
        feed.page(source(SourceKind.POSTS))
    fen.world.clock.jump(timedelta(minutes=5))
    assert feed.page(source(SourceKind.POSTS)).budgets[0].remaining == 299


def test_a_token_that_ended_is_refused(fen: City, feed: MastodonFeed) -> None:
    fen.server.do(fen.world.tokens.end, fen.force.number)
    with pytest.raises(TokenExpired):
        feed.page(source(SourceKind.HOME))


def test_connecting_in_the_browser(fen: City) -> None:
    entrance = Entrance(HOST, fen.world.clock.now, fen.servers)
    connector = make_connector(entrance)
    begun = connector.begin(AppKey(), REDIRECT)
    sent_back = requests.get(begun.address, allow_redirects=False, timeout=10)
    told = parse_qs(urlsplit(sent_back.headers["Location"]).query)
    answer = {name: values[0] for name, values in told.items()}
    (offer,) = connector.finish(begun, answer)
    with pytest.raises(ReadError):
        connector.finish(begun, answer)
    connector.close()
    assert (offer.name, offer.host) == ("Westmarch Police", HOST)
    assert own_id(offer.remote_id) == own_id(fen.face.remote_id(fen.force))
    assert offer.credential.scopes == ("read", "write")


@contextmanager
def listening(fen: City, *sources: Source) -> Iterator[list[Heard]]:
    """Listens beside the test, and yields what was heard so far."""
    heard: list[Heard] = []
    stands = threading.Event()
    with fen.feed(fen.force) as feed:
        thread = threading.Thread(
            target=until_hung_up, args=(feed, sources, heard.append, stands.set)
        )
        thread.start()
        assert stands.wait(60)
        yield heard
        feed.close()
        thread.join()


def until_hung_up(
    feed: MastodonFeed,
    sources: tuple[Source, ...],
    hear: Callable[[Heard], None],
    ready: Callable[[], None],
) -> None:
    with suppress(HungUp):
        feed.listen(sources, hear, ready)


def by_events(_: City, __: pytest.MonkeyPatch) -> None:
    """The usual way."""


def by_socket(_: City, patched: pytest.MonkeyPatch) -> None:
    """As with servers that have no stream of events."""

    def none(*_: object) -> None:
        raise NoEvents(host=HOST, reason="no events")

    patched.setattr(streaming.Listener, "_by_events", none)


@pytest.mark.parametrize("way", [by_events, by_socket])
def test_what_happens_is_pushed(
    fen: City, way: Callable[[City, pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    way(fen, monkeypatch)
    home, mentions = source(SourceKind.HOME), source(SourceKind.MENTIONS)
    with listening(fen, home, mentions) as heard:
        number = say(fen, fen.oldmere.number, "@WestmarchPolice smoke over the mil")
        fen.server.do(fen.world.edit, number, Said("@WestmarchPolice smoke over the mill"))
        say(fen, fen.ida.number, "nobody follows me")
        fen.server.do(fen.world.delete, number)
        wait_until(lambda: bool(heard) and bool(heard[-1].gone))
    told = [([s.kind for s in one.sources], [post.text for post in one.posts]) for one in heard]
    assert told == [
        ([SourceKind.HOME], ["@WestmarchPolice smoke over the mil"]),
        ([SourceKind.MENTIONS], ["@WestmarchPolice smoke over the mil"]),
        ([SourceKind.HOME], ["@WestmarchPolice smoke over the mill"]),
        ([SourceKind.HOME, SourceKind.MENTIONS], []),
    ]


@pytest.mark.parametrize("term", ["M97", "1"])
def test_hashtags_and_lists_are_pushed(fen: City, term: str) -> None:
    kind = SourceKind.LIST if term == "1" else SourceKind.HASHTAG
    with listening(fen, source(kind, term)) as heard:
        say(fen, fen.ida.number, "nothing of this")
        say(fen, fen.oldmere.number, "closed #m97")
        wait_until(lambda: bool(heard))
    assert [post.text for one in heard for post in one.posts] == ["closed #m97"]


def test_direct_messages_are_pushed(fen: City) -> None:
    with listening(fen, source(SourceKind.MESSAGES)) as heard:
        say(fen, fen.ida.number, "to others", kind=PostKind.MESSAGE, to=fen.oldmere.number)
        say(fen, fen.ida.number, "I saw it", kind=PostKind.MESSAGE, to=fen.force.number)
        wait_until(lambda: bool(heard))
    (post,) = (post for one in heard for post in one.posts)
    assert (post.text, post.kind) == ("@WestmarchPolice I saw it", Kind.MESSAGE)


def test_a_push_that_broke_is_taken_up_again(fen: City) -> None:
    broke = threading.Event()

    def listen(feed: MastodonFeed) -> None:
        with pytest.raises(ReadError):
            feed.listen([source(SourceKind.HOME)], lambda _: None, fen_down)
        broke.set()

    def fen_down() -> None:
        fen.server.do(_hang_up, fen.face)

    with fen.feed(fen.force) as feed:
        thread = threading.Thread(target=listen, args=(feed,))
        thread.start()
        assert broke.wait(60)
        thread.join()
    with listening(fen, source(SourceKind.HOME)) as heard:
        say(fen, fen.oldmere.number, "back again")
        wait_until(lambda: bool(heard))
    assert heard[0].posts[0].text == "back again"


def _hang_up(face: MastodonFace) -> None:
    for ear in tuple(face.hub.ears):
        ear.hang_up()


def test_a_websocket_takes_up_other_channels(fen: City) -> None:
    async def told() -> list[dict[str, object]]:
        address = fen.base.replace("http", "ws") + "/api/v1/streaming"
        async with connect(f"{address}?access_token={fen.token(fen.force)}") as socket:
            await socket.send('{"type": "subscribe", "stream": "nonsense"}')
            refused = json.loads(await socket.recv())
            await socket.send('{"type": "subscribe", "stream": "hashtag", "tag": "M97"}')
            await socket.send('{"type": "subscribe", "stream": "nonsense"}')
            await socket.recv()
            await asyncio.to_thread(say, fen, fen.ida.number, "closed #m97")
            return [refused, json.loads(await socket.recv())]

    refused, heard = asyncio.run(told())
    assert refused == {"error": "Unknown stream type", "status": 400}
    assert (heard["event"], heard["stream"]) == ("update", ["hashtag", "m97"])
