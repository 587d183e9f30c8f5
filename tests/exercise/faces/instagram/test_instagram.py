"""Our own feed reads the simulated Instagram, through the Graph of the simulated Facebook."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
import requests

from controlroom.exercise.faces.facebook import make_face as make_facebook
from controlroom.exercise.faces.facebook.gram_shown import KNOWN, OF_NODE
from controlroom.exercise.faces.instagram import make_face
from controlroom.exercise.world import Account, PostKind, Said, World
from controlroom.feeds.base import Page, Seat
from controlroom.feeds.networks.instagram.connect import make_connector
from controlroom.feeds.networks.instagram.feed import InstagramFeed, make_feed
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.model.credential import AppKey
from controlroom.model.post import MediaKind, Post
from controlroom.model.post import PostKind as ModelKind
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.exercise.faces.facebook.test_publishing import PNG
from tests.exercise.faces.facebook.town import FILM, PICTURE, Town, at
from tests.exercise.serving import Served, serving
from tests.feeds.seats import SignedIn


class Gallery(Town):
    """The town with accounts on Instagram."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.ours = self._gram("WestmarchPolice", ours=True)
        self.mo = self._gram("mo.pictures")
        self.gram = make_face(self.world)

    def _gram(self, handle: str, *, ours: bool = False) -> Account:
        kind = "force" if ours else "person"
        account = Account(0, "instagram", handle, handle, kind=kind, ours=ours)
        return self.world.add_account(account)

    def remark(self, on: int, text: str) -> int:
        self.later()
        return self.world.publish(self.mo.number, Said(text), kind=PostKind.COMMENT, reply_to=on)


@pytest.fixture
def town() -> Gallery:
    return Gallery()


@pytest.fixture
def server(town: Gallery) -> Iterator[Served]:
    with serving(town.world, [town.face, town.gram]) as one:
        yield one


@pytest.fixture
def feed(town: Gallery, server: Served) -> Iterator[InstagramFeed]:
    profile = Profile(1, "instagram", town.gram.remote_id(town.ours), "WestmarchPolice")
    signed_in = SignedIn(town.gram.credential(town.ours))
    servers = Servers(server.led, sealed=True)
    one = make_feed(Seat(profile, signed_in, town.world.clock.now, servers))
    yield one
    one.close()


def read_all(feed: InstagramFeed, kind: SourceKind, term: str = "", known: str = "") -> list[Post]:
    source = Source("instagram", kind, 1, term)
    read: Page = feed.page(source, known=known)
    posts = list(read.posts)
    while read.older and not read.reached_known:
        read = feed.page(source, older=read.older, known=known)
        assert not read.set_aside
        posts += read.posts
    return posts


def test_posts_are_read_with_their_pictures(town: Gallery, feed: InstagramFeed) -> None:
    town.post("Bridge @mo.pictures #M97", town.ours, (PICTURE,))
    town.post("Album", town.ours, (PICTURE, FILM))
    for number in range(30):
        town.post(f"Post {number}", town.ours, (PICTURE,))
    *_, album, bridge = posts = read_all(feed, SourceKind.POSTS)
    assert len(posts) == 32
    assert (bridge.text, bridge.media[0].alt) == ("Bridge @mo.pictures #M97", "The bridge, shut")
    assert [one.kind for one in album.media] == [MediaKind.IMAGE, MediaKind.VIDEO]
    assert bridge.author.handle == "WestmarchPolice"


def test_comments_and_the_replies_below_them_are_all_read(
    town: Gallery, feed: InstagramFeed
) -> None:
    root = town.post("Appeal", town.ours, (PICTURE,))
    first = town.remark(root, "I saw him")
    below = town.remark(first, "Where?")
    town.remark(below, "On the bus")
    for number in range(120):
        town.remark(root if number % 2 else first, f"Comment {number}")
    posts = {post.text: post for post in read_all(feed, SourceKind.COMMENTS)}
    assert len(posts) == 123
    assert posts["On the bus"].reply_to == posts["I saw him"].remote_id
    assert posts["Where?"].root == posts["I saw him"].root == posts["I saw him"].reply_to


def test_messages_to_the_account_and_its_answers_are_read(
    town: Gallery, feed: InstagramFeed
) -> None:
    tom = town._gram("tom.walks")
    for number in range(15):
        town.message(f"Message {number}", town.mo, town.ours)
    town.message("On the bus, @WestmarchPolice", tom, town.ours)
    town.message("Which one?", town.ours, tom)
    read = read_all(feed, SourceKind.MESSAGES)
    posts = {post.text: post for post in read}
    first, answer = posts["On the bus, @WestmarchPolice"], posts["Which one?"]
    assert (first.kind, first.author.handle) == (ModelKind.MESSAGE, "tom.walks")
    assert first.root == answer.root != posts["Message 14"].root
    assert answer.author.remote_id == town.gram.remote_id(town.ours)
    talk = read_all(feed, SourceKind.CONVERSATION, first.root)
    assert [one.text for one in talk] == [answer.text, first.text]
    assert feed.look([first.remote_id, first.root]).gone == ()
    assert town.gram.post_number(first.remote_id) > 0


def test_who_tags_the_account_is_read(town: Gallery, feed: InstagramFeed) -> None:
    town.post("Thanks @WestmarchPolice", town.mo, (PICTURE,))
    (post,) = read_all(feed, SourceKind.MENTIONS)
    assert (post.text, post.author.handle) == ("Thanks @WestmarchPolice", "mo.pictures")


def test_a_second_look_sees_edits_and_deletions(town: Gallery, feed: InstagramFeed) -> None:
    root = town.post("Appeal", town.ours, (PICTURE,))
    gone = town.remark(root, "Rude")
    ids = [post.remote_id for post in read_all(feed, SourceKind.COMMENTS)]
    ids += [post.remote_id for post in read_all(feed, SourceKind.POSTS)]
    town.world.edit(root, replace(town.world.post(root).said, text="Found"))
    town.world.delete(gone)
    looked = feed.look(ids)
    assert [post.text for post in looked.posts] == ["Found"]
    assert looked.gone == (ids[0],)


def test_an_account_is_connected_through_its_page(town: Gallery, server: Served) -> None:
    servers = Servers(server.led, sealed=True)
    connector = make_connector(Entrance("", town.world.clock.now, servers))
    (offer,) = connector.with_token(AppKey(), town.face.person_token())
    connector.close()
    assert (offer.remote_id, offer.handle) == (town.gram.remote_id(town.ours), "WestmarchPolice")


class Desk:
    """Asks in the account's name."""

    def __init__(self, town: Gallery, server: Served) -> None:
        self.server, self.token = server, town.gram.credential(town.ours).access
        self.name = town.gram.remote_id(town.ours)

    def __call__(self, method: str, path: str, **given: str) -> dict[str, Any]:
        given["access_token"] = self.token
        where = at(self.server, path)
        sent = {"data": given} if method == "POST" else {"params": given}
        told: dict[str, Any] = requests.request(method, where, timeout=5, **sent).json()
        return told


@pytest.fixture
def desk(town: Gallery, server: Served) -> Desk:
    return Desk(town, server)


def test_a_post_is_published_in_two_steps_from_an_address(
    town: Gallery, server: Served, desk: Desk, feed: InstagramFeed
) -> None:
    town.world.media["poster"] = PNG
    town.post("x", town.mo, (replace(PICTURE, key="poster"),))
    where = f"{server.led['scontent.cdninstagram.com']}/media/poster?of=18050000000000001"
    part = {"image_url": where, "alt_text": "A poster"}
    one = desk("POST", f"{desk.name}/media", caption="Have you seen him?", **part)
    assert desk("GET", one["id"], fields="status_code")["status_code"] == "FINISHED"
    made = desk("POST", f"{desk.name}/media_publish", creation_id=one["id"])
    (post,) = read_all(feed, SourceKind.POSTS)
    assert (post.remote_id, post.text) == (made["id"], "Have you seen him?")
    assert post.media[0].alt == "A poster"
    again = desk("POST", f"{desk.name}/media_publish", creation_id=one["id"])
    assert again["error"]["code"] == 9007
    limit = desk("GET", f"{desk.name}/content_publishing_limit")["data"][0]
    assert limit["quota_usage"] == 1
    parts = [desk("POST", f"{desk.name}/media", is_carousel_item="true", **part) for _ in "ab"]
    album = desk(
        "POST", f"{desk.name}/media", media_type="CAROUSEL",
        children=",".join(one["id"] for one in parts),
    )  # fmt: skip
    desk("POST", f"{desk.name}/media_publish", creation_id=album["id"])
    assert len(read_all(feed, SourceKind.POSTS)[0].media) == 2
    elsewhere = desk("POST", f"{desk.name}/media", image_url="https://elsewhere.example/a.png")
    assert elsewhere["error"]["error_subcode"] == 2207052


def test_comments_are_answered_hidden_and_taken_down(
    town: Gallery, desk: Desk, feed: InstagramFeed
) -> None:
    root = town.post("Appeal", town.ours, (PICTURE,))
    number = town.remark(root, "Rude")
    (post,) = read_all(feed, SourceKind.COMMENTS)
    reply = desk("POST", f"{post.remote_id}/replies", message="Please do not")
    assert desk("GET", reply["id"], fields="parent_id")["parent_id"] == post.remote_id
    assert desk("POST", post.remote_id, hide="true") == {"success": True}
    assert town.world.post(number).hidden
    assert desk("DELETE", post.remote_id) == {"success": True}
    assert town.world.is_gone(number)
    theirs = town.remark(town.post("Theirs", town.mo, (PICTURE,)), "x")
    refused = desk("DELETE", f"{17_900_000_000_000_000 + theirs}")
    assert refused["error"]["code"] == 10


@pytest.mark.parametrize("name", ["IGUser", "IGMedia", "IGComment"])
def test_every_field_is_one_the_platforms_library_knows(name: str) -> None:
    module = import_module(f"facebook_business.adobjects.{name.lower()}")
    fields = vars(getattr(module, name).Field).items()
    known = {value for key, value in fields if not key.startswith("__")}
    assert KNOWN[name] <= known
    shown = next(fields for node, fields in OF_NODE.items() if node == name)
    assert set(shown) <= known


def test_both_faces_can_be_made_in_any_order() -> None:
    for names in (("facebook", "instagram"), ("instagram", "facebook")):
        world = World(Town().world.clock)
        made = [import_module(f"controlroom.exercise.faces.{n}").make_face(world) for n in names]
        hosts = [host for face in made for host in face.hosts]
        assert len(hosts) == len(set(hosts)) == 6
    assert make_facebook(world).network == "facebook"
