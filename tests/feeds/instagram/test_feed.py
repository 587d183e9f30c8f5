"""Reading a business account: posts, tags, comments at both depths, a second look."""

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer
from werkzeug.http import http_date
from werkzeug.serving import WSGIRequestHandler

from controlroom.feeds import registry
from controlroom.feeds.base import Budget, Per
from controlroom.feeds.errors import NoAccountFound, NotFound
from controlroom.feeds.networks.instagram.connect import SCOPES, make_connector
from controlroom.feeds.networks.instagram.feed import InstagramFeed, make_feed
from controlroom.feeds.rules import rules_of
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.model.credential import AppKey, Credential
from controlroom.model.errors import OurError
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from tests.feeds.facebook.graphs import error, expect, listing
from tests.feeds.instagram.busy_account import ACCOUNT, TOKEN, BusyAccount, Node
from tests.feeds.seats import NOW, seat

COMMENTS = Source("instagram", SourceKind.COMMENTS, 1)
MINUTE = timedelta(minutes=1)


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("instagram", kind, 1, term)


@pytest.fixture
def feed(httpserver: HTTPServer) -> Iterator[InstagramFeed]:
    profile = Profile(1, "instagram", ACCOUNT, "westmarchpolice")
    base = httpserver.url_for("").rstrip("/")
    one = InstagramFeed(seat(profile, {"graph.facebook.com": base}, Credential(TOKEN)))
    yield one
    one.close()


@pytest.fixture
def account(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> BusyAccount:
    one = BusyAccount(NOW - 5_000 * MINUTE)
    one.serve(httpserver)
    monkeypatch.setattr(WSGIRequestHandler, "date_time_string", lambda *_: http_date(one.now))
    return one


def read_all(feed: InstagramFeed, source: Source, known: str) -> tuple[set[str], str]:
    read = feed.page(source, known=known)
    ids, mark = {one.remote_id for one in read.posts}, read.mark
    while read.older and not read.reached_known:
        assert TOKEN not in read.older
        read = feed.page(source, older=read.older, known=known)
        ids |= {one.remote_id for one in read.posts}
    assert read.reached_known == bool(known)
    return ids, mark


@pytest.mark.parametrize("seed", range(4))
def test_no_comment_is_missed_at_either_depth(
    account: BusyAccount, feed: InstagramFeed, seed: int
) -> None:
    dice = random.Random(seed)
    account.posts = [Node(f"p{one}", {}) for one in range(dice.choice([2, 20]))]
    found, mark = set[str](), ""
    for _ in range(5):
        for _ in range(dice.choice([0, 1, 30, 150])):
            account.now += dice.choice([0, 1]) * MINUTE
            post = dice.choice(account.posts[:3])
            account.say(dice.choice([post, *post.below[-3:]]))
        ids, mark = read_all(feed, COMMENTS, mark)
        found |= ids
        assert len(found) == account.made
        account.now += 30 * MINUTE


def test_an_account_without_news_costs_one_question(
    account: BusyAccount, feed: InstagramFeed
) -> None:
    account.posts = [Node("p1", {}), Node("p2", {})]
    first = account.say(account.posts[0])
    for _ in range(120):
        account.say(account.posts[0])
    for _ in range(60):
        account.say(first)
    _, mark = read_all(feed, COMMENTS, "")
    account.now += 30 * MINUTE
    account.asked.clear()
    _, mark = read_all(feed, COMMENTS, mark)
    assert account.asked == [f"{ACCOUNT}/media"]
    new = account.say(first)
    account.asked.clear()
    ids, _ = read_all(feed, COMMENTS, mark)
    assert new.id in ids
    assert account.asked[0] == f"{ACCOUNT}/media"
    assert set(account.asked[1:]) == {"p1/comments", "c1/replies"}


def test_the_comments_of_one_post_are_read_to_their_end(
    account: BusyAccount, feed: InstagramFeed
) -> None:
    account.posts = [Node("p1", {})]
    comments = [account.say(account.posts[0]) for _ in range(70)]
    for _ in range(55):
        account.say(comments[0])
    ids, mark = read_all(feed, source(SourceKind.COMMENTS, "p1"), "")
    assert len(ids) == 125
    ids, _ = read_all(feed, source(SourceKind.COMMENTS, "p1"), mark)
    assert len(ids) == 125


def test_each_list_has_its_path_and_goes_on(feed: InstagramFeed, httpserver: HTTPServer) -> None:
    item = {"id": "1", "timestamp": "2026-11-22T11:00:00+0000"}
    for kind, edge in ((SourceKind.POSTS, "media"), (SourceKind.MENTIONS, "tags")):
        path = f"{ACCOUNT}/{edge}"
        expect(httpserver, path, {"limit": "25"}).respond_with_data(listing(item, after="N"))
        expect(httpserver, path, {"after": "N"}).respond_with_data(listing())
        first = feed.page(source(kind))
        assert (first.mark, first.reached_known) == ("1", False)
        assert feed.page(source(kind), older=first.older).older == ""


def test_a_conversation_is_a_post_and_all_below_it(
    feed: InstagramFeed, httpserver: HTTPServer
) -> None:
    post = {"id": "p1", "timestamp": "2026-11-22T10:00:00+0000", "caption": "root"}
    reply = {"id": "c1", "timestamp": "2026-11-22T11:00:00+0000", "text": "x"}
    expect(httpserver, "p1").respond_with_json(post)
    expect(httpserver, "p1/comments").respond_with_data(listing(reply, after="N"))
    expect(httpserver, "p1/comments", {"after": "N"}).respond_with_data(listing())
    first = feed.page(source(SourceKind.CONVERSATION, "p1"))
    assert [(one.remote_id, one.root) for one in first.posts] == [("p1", ""), ("c1", "p1")]
    assert feed.page(source(SourceKind.CONVERSATION, "p1"), older=first.older).older == ""


def test_a_conversation_may_begin_at_a_comment(feed: InstagramFeed, httpserver: HTTPServer) -> None:
    comment = {"id": "c1", "timestamp": "2026-11-22T11:00:00+0000", "media": {"id": "p1"}}
    unknown = error(100, "(#100) Tried accessing nonexisting field (caption)")
    expect(httpserver, "c1").respond_with_data(unknown, status=400)
    expect(httpserver, "c1").respond_with_json(comment)
    reply = comment | {"id": "c2", "parent_id": "c1"}
    expect(httpserver, "c1/replies").respond_with_data(listing(reply))
    read = feed.page(source(SourceKind.CONVERSATION, "c1"))
    assert [(one.reply_to, one.root) for one in read.posts] == [("p1", "p1"), ("c1", "p1")]


@pytest.mark.parametrize("kind", [SourceKind.COMMENTS, SourceKind.CONVERSATION])
def test_what_is_gone_is_not_found(
    feed: InstagramFeed, httpserver: HTTPServer, kind: SourceKind
) -> None:
    gone = error(100, error_subcode=33)
    expect(httpserver, "p1", once=False).respond_with_data(gone, status=400)
    expect(httpserver, "p1/comments").respond_with_data(gone, status=400)
    with pytest.raises(NotFound):
        feed.page(source(kind, "p1"))


def test_a_second_look_finds_posts_and_comments(
    feed: InstagramFeed, httpserver: HTTPServer
) -> None:
    comment = {"id": "c1", "timestamp": "2026-11-22T11:00:00+0000", "media": {"id": "p1"}}
    post = {"id": "p1", "timestamp": "2026-11-22T10:00:00+0000"}
    unknown = error(100, "(#100) Tried accessing nonexisting field (text)")
    expect(httpserver, "", {"ids": "c1,p1,c9"}).respond_with_data(unknown, status=400)
    expect(httpserver, "c1").respond_with_json(comment)
    expect(httpserver, "p1").respond_with_data(unknown, status=400)
    expect(httpserver, "p1").respond_with_json(post)
    expect(httpserver, "c9").respond_with_data(error(100, error_subcode=33), status=400)
    looked = feed.look(["c1", "p1", "c9"])
    assert [one.remote_id for one in looked.posts] == ["c1", "p1"]
    assert looked.gone == ("c9",)


def test_the_budget_is_the_accounts_own(feed: InstagramFeed, httpserver: HTTPServer) -> None:
    uses = '{"1": [{"type": "instagram", "call_count": 40}]}'
    expect(httpserver, f"{ACCOUNT}/media").respond_with_data(
        listing(), headers={"X-Business-Use-Case-Usage": uses}
    )
    (budget,) = feed.page(source(SourceKind.POSTS)).budgets
    assert budget == Budget(100, 60, NOW + 15 * MINUTE, "instagram", Per.PROFILE)


def test_a_kind_instagram_does_not_have_is_our_fault(feed: InstagramFeed) -> None:
    with pytest.raises(OurError):
        feed.page(source(SourceKind.HOME))
    with pytest.raises(OurError):
        make_feed(seat(None))


def test_accounts_are_connected_through_their_pages(httpserver: HTTPServer) -> None:
    base = httpserver.url_for("").rstrip("/")
    connector = make_connector(Entrance("", lambda: NOW, Servers({"graph.facebook.com": base})))
    user = {"id": ACCOUNT, "username": "westmarchpolice", "name": "Westmarch Police"}
    pages = [
        {"id": "1", "access_token": "PAGE-TOKEN", "instagram_business_account": user},
        {"id": "2", "access_token": "OTHER-TOKEN"},
    ]
    expect(httpserver, "me/accounts").respond_with_data(listing(*pages))
    expect(httpserver, "debug_token").respond_with_json({"data": {"scopes": list(SCOPES)}})
    (offer,) = connector.with_token(AppKey(), "TOKEN")
    connector.close()
    assert (offer.network, offer.remote_id, offer.handle) == (
        "instagram",
        ACCOUNT,
        "westmarchpolice",
    )
    assert offer.credential == Credential("PAGE-TOKEN", account=ACCOUNT, scopes=SCOPES)


def test_a_page_without_an_account_has_none_to_connect(httpserver: HTTPServer) -> None:
    base = httpserver.url_for("").rstrip("/")
    connector = make_connector(Entrance("", lambda: NOW, Servers({"graph.facebook.com": base})))
    unknown = error(100, "(#100) Tried accessing nonexisting field (accounts)")
    expect(httpserver, "me/accounts").respond_with_data(unknown, status=400)
    expect(httpserver, "me").respond_with_json({"id": "1"})
    with pytest.raises(NoAccountFound):
        connector.with_token(AppKey(), "PAGE-TOKEN")
    connector.close()


def test_instagram_is_registered_with_its_terms() -> None:
    assert registry.capabilities_of("instagram").name == "Instagram"
    assert registry.ways_of("instagram").scopes == SCOPES
    (term,) = rules_of("instagram").terms
    assert set(term.text) == {"en", "fr"}
