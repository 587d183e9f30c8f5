"""Against somebody else's Mastodon server: signing in, reading everything, and listening."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from mastodon import Mastodon
from pytest_httpserver import HTTPServer

from controlroom.feeds.base import Heard, Page
from controlroom.feeds.errors import HungUp, NonsenseReceived, ReadError
from controlroom.feeds.networks.mastodon.connect import make_connector
from controlroom.feeds.networks.mastodon.events import event_in, heard_of
from controlroom.feeds.networks.mastodon.feed import MastodonFeed
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.feeds.sockets import Socket
from controlroom.model.credential import AppKey, Credential
from controlroom.model.post import PostKind
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.engine.mastodon_server import MastodonServer, wait_until
from tests.feeds.mastodon.server import feed_to, host_of
from tests.feeds.seats import NOW, seat

pytestmark = pytest.mark.xdist_group("mastodon")
REDIRECT = "http://127.0.0.1:45123/signed-in"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MastodonServer]:
    one = MastodonServer(Path(tmp_path_factory.mktemp("mastodon")))
    one.start()
    yield one
    one.stop()


@pytest.fixture(scope="module")
def ida(server: MastodonServer) -> Mastodon:
    return server.client("ida")


@pytest.fixture
def feed(server: MastodonServer) -> Iterator[MastodonFeed]:
    with westmarch(server) as one:
        yield one


@contextmanager
def westmarch(server: MastodonServer) -> Iterator[MastodonFeed]:
    account = server.client("westmarch").account_verify_credentials()
    host = f"127.0.0.1:{server.port}"
    profile = Profile(1, "mastodon", f"{host}/{account.id}", "westmarch", host=server.base)
    one = MastodonFeed(seat(profile, credential=Credential("SENTINEL-TOKEN-westmarch")))
    yield one
    one.close()


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("mastodon", kind, 1, term)


def texts(*pages: Page) -> list[str]:
    return [post.text for page in pages for post in page.posts]


def test_signing_in_as_a_person_would(server: MastodonServer) -> None:
    entrance = Entrance(server.base, lambda: NOW, Servers())
    connector = make_connector(entrance)
    begun = connector.begin(AppKey(), REDIRECT)
    chosen = {name: values[0] for name, values in parse_qs(urlsplit(begun.address).query).items()}
    page = begun.address.partition("?")[0]
    sent_back = requests.post(
        page, {**chosen, "username": "westmarch"}, allow_redirects=False, timeout=10
    )
    query = parse_qs(urlsplit(sent_back.headers["Location"]).query)
    answer = {name: values[0] for name, values in query.items()}
    (offer,) = connector.finish(begun, answer)
    connector.close()
    assert (offer.name, offer.handle) == ("Westmarch Police", f"westmarch@127.0.0.1:{server.port}")
    profile = Profile(1, "mastodon", offer.remote_id, offer.handle, host=offer.host)
    one = MastodonFeed(seat(profile, credential=offer.credential))
    assert one.page(source(SourceKind.POSTS)).set_aside == ()
    one.close()


def test_everything_we_ask_for_is_in_the_servers_own_description(
    server: MastodonServer, httpserver: HTTPServer
) -> None:
    described = requests.get(f"{server.base}/openapi.json", timeout=10).json()["paths"]
    httpserver.expect_request(re.compile(".*")).respond_with_data("[]")
    with feed_to(httpserver) as feed:
        for kind in feed.capabilities.reads:
            with suppress(NonsenseReceived):
                feed.page(source(kind, "5"), older="7" if kind is SourceKind.HOME else "")
        with suppress(NonsenseReceived):
            feed.look([f"{host_of(httpserver)}/5"])
        with pytest.raises(ReadError):
            feed.listen([source(SourceKind.LIST, "5")], lambda _: None, lambda: None)
    asked = [(request.path, set(request.args)) for request, _ in httpserver.log]
    assert len({path for path, _ in asked}) >= 13
    for path, names in asked:
        assert names <= described_names(described, path), path


IN_BRACKETS = {"types[]", "id[]"}
"""Names that are arrays; the description leaves them out."""


def described_names(described: dict[str, Any], path: str) -> set[str]:
    """Returns the names of the parameters of a GET. Fails for a path that is not described."""
    for template, methods in described.items():
        if "get" in methods and re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", template), path):
            told = methods["get"].get("parameters", [])
            return {one["name"] for one in told if one["in"] == "query"} | IN_BRACKETS
    raise AssertionError(f"no GET {path} is described")


def test_dialogues(feed: MastodonFeed, ida: Mastodon) -> None:
    first = ida.status_post("@westmarch one", visibility="direct")
    second = ida.status_post("@westmarch two", in_reply_to_id=first, visibility="direct")
    ida.status_post("@westmarch three", in_reply_to_id=second, visibility="direct")
    messages = source(SourceKind.MESSAGES)
    newest = feed.page(messages)
    again = feed.page(messages, known=newest.mark)
    earlier = feed.page(messages, older=again.older, known=newest.mark)
    assert texts(newest) == ["@westmarch three"]
    assert texts(earlier) == ["@westmarch two", "@westmarch one"]
    assert {post.kind for post in (*newest.posts, *earlier.posts)} == {PostKind.MESSAGE}
    assert len({post.root for post in (*newest.posts, *earlier.posts)}) == 1


def test_a_conversation(feed: MastodonFeed, ida: Mastodon, server: MastodonServer) -> None:
    root = ida.status_post("Is the B9 open?")
    answer = server.client("westmarch").status_post("It is.", in_reply_to_id=root)
    ida.status_post("Thank you", in_reply_to_id=answer)
    about = f"127.0.0.1:{server.port}/{answer.id}"
    page = feed.page(source(SourceKind.CONVERSATION, about))
    assert set(texts(page)) == {"Is the B9 open?", "It is.", "Thank you"}
    assert {post.root for post in page.posts} == {"", f"127.0.0.1:{server.port}/{root.id}"}


def test_a_search(feed: MastodonFeed, ida: Mastodon) -> None:
    ida.status_post("A heron on the Fenbridge roundabout")
    search = source(SourceKind.SEARCH, "heron")
    page = feed.page(search)
    assert texts(page) == ["A heron on the Fenbridge roundabout"]
    assert feed.page(search, known=page.mark).reached_known


def test_a_second_look(feed: MastodonFeed, ida: Mastodon, server: MastodonServer) -> None:
    stays, changes, goes = (ida.status_post(text) for text in ("stays", "chages", "goes"))
    ida.status_update(changes, "changes")
    ida.status_delete(goes)
    host = f"127.0.0.1:{server.port}"
    looked = feed.look([f"{host}/{one.id}" for one in (stays, changes, goes)])
    assert {post.text: bool(post.edited_at) for post in looked.posts} == {
        "stays": False,
        "changes": True,
    }
    assert looked.gone == (f"{host}/{goes.id}",)


@contextmanager
def listening(server: MastodonServer, *sources: Source) -> Iterator[list[Heard]]:
    """Listens beside the test, and yields what was heard so far."""
    heard: list[Heard] = []
    stands = threading.Event()
    with westmarch(server) as feed:
        thread = threading.Thread(target=until_hung_up, args=(feed, sources, heard.append, stands))
        thread.start()
        assert stands.wait(60)
        yield heard
        feed.close()
        thread.join()


def until_hung_up(
    feed: MastodonFeed,
    sources: tuple[Source, ...],
    hear: Callable[[Heard], None],
    stands: threading.Event,
) -> None:
    with pytest.raises(HungUp):
        feed.listen(sources, hear, stands.set)


def test_listening_to_what_is_sent_to_us(server: MastodonServer, ida: Mastodon) -> None:
    mentions = source(SourceKind.MENTIONS)
    server.client("westmarch").account_follow(ida.account_verify_credentials().id)
    with listening(server, source(SourceKind.HOME), mentions) as heard:
        status = ida.status_post("@westmarch smoke over the mil")
        ida.status_update(status, "@westmarch smoke over the mill")
        ida.status_delete(status)
        wait_until(lambda: any(one.gone for one in heard))
    said = [post.text for one in heard for post in one.posts]
    assert said.count("@westmarch smoke over the mil") == 2
    assert said[-1] == "@westmarch smoke over the mill"
    assert {one.sources[0].kind for one in heard if one.posts} == {
        SourceKind.HOME,
        SourceKind.MENTIONS,
    }
    assert heard[-1].gone == (f"127.0.0.1:{server.port}/{status.id}",)


def test_listening_to_direct_messages(server: MastodonServer, ida: Mastodon) -> None:
    with listening(server, source(SourceKind.MESSAGES)) as heard:
        ida.status_post("@westmarch psst", visibility="direct")
        wait_until(lambda: heard)
    assert [post.text for post in heard[0].posts] == ["@westmarch psst"]
    assert heard[0].posts[0].root


def test_listening_to_a_hashtag_over_a_websocket(server: MastodonServer, ida: Mastodon) -> None:
    host, tag = f"127.0.0.1:{server.port}", source(SourceKind.HASHTAG, "m97")
    query = {"stream": "hashtag", "tag": "m97"}
    address = f"{server.base}/api/v1/streaming"
    socket = Socket(address, lambda: "", lambda: NOW, query=query)

    def post() -> None:
        ida.status_post("Fog #M97")

    message = next(socket.frames(post))
    socket.close()
    heard = heard_of(event_in(message, host, NOW), host, [tag])
    assert heard is not None
    assert (heard.sources, [post.text for post in heard.posts]) == ((tag,), ["Fog #M97"])
