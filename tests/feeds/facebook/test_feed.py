"""Reading a page: paths, pages, marks, conversations, figures of videos."""

import hashlib
import hmac
import logging
from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.errors import HungUp, NetworkDown, NonsenseReceived, NotFound
from controlroom.feeds.networks.facebook.feed import FacebookFeed, make_feed
from controlroom.model.credential import AppKey
from controlroom.model.errors import OurError
from controlroom.model.post import PostKind
from controlroom.model.stream import Source, SourceKind
from tests.feeds.facebook.graphs import (
    PAGE,
    TOKEN,
    comment,
    error,
    expect,
    feed_of,
    listing,
    post,
)
from tests.feeds.seats import seat

POSTS = Source("facebook", SourceKind.POSTS, 1)


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("facebook", kind, 1, term)


@pytest.fixture
def feed(httpserver: HTTPServer) -> Iterator[FacebookFeed]:
    one = feed_of(httpserver)
    yield one
    one.close()


def test_pages_go_on_at_the_cursor_until_the_known_post(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    expect(httpserver, f"{PAGE}/posts", {"limit": "25"}).respond_with_data(
        listing(post("9"), post("8"), after="AFTER==")
    )
    first = feed.page(POSTS)
    assert [one.remote_id for one in first.posts] == [f"{PAGE}_9", f"{PAGE}_8"]
    assert (first.mark, first.reached_known) == (f"{PAGE}_9 {PAGE}_8", False)
    assert TOKEN not in first.older
    expect(httpserver, f"{PAGE}/posts", {"after": "AFTER=="}).respond_with_data(
        listing(post("7"), post("6"), after="MORE")
    )
    second = feed.page(POSTS, older=first.older, known=f"{PAGE}_6 {PAGE}_5")
    assert (second.mark, second.reached_known) == ("", True)


def test_the_end_of_a_list_is_all_there_is(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    expect(httpserver, f"{PAGE}/posts").respond_with_data(listing(post("2")))
    read = feed.page(POSTS, known=f"{PAGE}_1")
    assert (read.older, read.reached_known) == ("", True)


def test_a_page_that_leads_to_itself_is_the_end(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    expect(httpserver, f"{PAGE}/posts").respond_with_data(listing(post("2"), after="same"))
    assert feed.page(POSTS, older="after=same").older == ""


def test_an_empty_page_keeps_what_was_known(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    expect(httpserver, f"{PAGE}/posts").respond_with_data(listing())
    assert feed.page(POSTS, known="a b").mark == "a b"


@pytest.mark.parametrize(
    ("asked", "path", "query"),
    [
        (source(SourceKind.POSTS), f"{PAGE}/posts", {}),
        (source(SourceKind.POSTS, "9002"), "9002/posts", {}),
        (source(SourceKind.HOME), f"{PAGE}/feed", {}),
        (source(SourceKind.MENTIONS), f"{PAGE}/tagged", {}),
        (
            source(SourceKind.COMMENTS, "1_2"),
            "1_2/comments",
            {"filter": "stream", "order": "reverse_chronological", "limit": "100"},
        ),
        (source(SourceKind.LIVE, "77"), "77/comments", {"live_filter": "no_filter"}),
        (source(SourceKind.MESSAGES, "t_5"), "t_5/messages", {"limit": "20"}),
        (source(SourceKind.CONVERSATION, "t_5"), "t_5/messages", {"limit": "20"}),
    ],
)
def test_each_kind_has_its_path(
    feed: FacebookFeed, httpserver: HTTPServer, asked: Source, path: str, query: dict[str, str]
) -> None:
    expect(httpserver, path, query).respond_with_data(listing())
    assert feed.page(asked).posts == ()


def test_a_kind_facebook_does_not_have_is_our_fault(feed: FacebookFeed) -> None:
    with pytest.raises(OurError):
        feed.page(source(SourceKind.HASHTAG, "a17"))


def test_nobody_reads_facebook_without_a_page() -> None:
    with pytest.raises(OurError):
        make_feed(seat(None))


def test_a_term_cannot_leave_its_place(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    term = "../../me/accounts?x=1#"
    httpserver.expect_request(f"/v26.0/{term}/comments").respond_with_data(listing())
    assert feed.page(source(SourceKind.COMMENTS, term)).posts == ()
    assert "..%2F..%2Fme%2F" in httpserver.log[0][0].environ["REQUEST_URI"]


@pytest.mark.parametrize("term", [".", ".."])
def test_a_term_that_leads_upwards_is_not_asked_for(
    feed: FacebookFeed, httpserver: HTTPServer, term: str
) -> None:
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.CONVERSATION, term))
    assert httpserver.log == []


def test_the_token_goes_in_the_header_and_only_its_proof_in_the_query(
    httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    expect(httpserver, f"{PAGE}/posts").respond_with_data(listing())
    feed_of(httpserver, AppKey("12", "app-secret")).page(POSTS)
    request = httpserver.log[0][0]
    proof = hmac.new(b"app-secret", TOKEN.encode(), hashlib.sha256).hexdigest()
    assert request.headers["Authorization"] == f"Bearer {TOKEN}"
    assert request.args["appsecret_proof"] == proof
    assert TOKEN not in request.url
    assert "app-secret" not in request.url
    assert TOKEN not in caplog.text


def test_what_is_kept_or_logged_of_an_item_holds_no_token(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    inside = {"data": [], "paging": {"next": f"https://x/?access_token={TOKEN}&after=Q"}}
    message = {"id": "m_1", "created_time": "2026-11-22T11:00:00+0000", "message": "x"}
    bad = {"paging": inside["paging"], "id": 5}
    expect(httpserver, "t_5/messages").respond_with_data(
        listing(message | {"attachments": inside}, bad, after="Q")
    )
    read = feed.page(source(SourceKind.MESSAGES, "t_5"))
    assert (len(read.posts), len(read.set_aside)) == (1, 1)
    assert TOKEN not in repr(read)


def test_without_a_secret_there_is_no_proof(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    expect(httpserver, f"{PAGE}/posts").respond_with_data(listing())
    feed.page(POSTS)
    assert "appsecret_proof" not in httpserver.log[0][0].args


def test_own_videos_get_their_figures(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    expect(httpserver, f"{PAGE}/posts").respond_with_data(
        listing(post("3", **video("70")), post("2"), post("1", **video("71")))
    )
    expect(httpserver, "", {"ids": "70,71", "fields": "id,length,views"}).respond_with_json(
        {"70": {"id": "70", "length": 12.5, "views": 4_800_000}, "71": {"id": "71"}}
    )
    read = feed.page(POSTS)
    assert [one.metrics.views for one in read.posts] == [4_800_000, None, None]
    assert [m.duration_ms for one in read.posts for m in one.media] == [12_500, 0]


def test_only_the_latest_videos_are_asked_for(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    posts = [post(str(one), **video(str(one))) for one in range(9, 0, -1)]
    expect(httpserver, f"{PAGE}/posts").respond_with_data(listing(*posts))
    expect(httpserver, "", {"ids": "9,8,7,6,5"}).respond_with_json({"9": {"views": 3}, "8": 5})
    read = feed.page(POSTS)
    assert [one.metrics.views for one in read.posts] == [3, *[None] * 8]


def test_posts_go_without_figures_that_are_withheld(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    expect(httpserver, f"{PAGE}/posts").respond_with_data(listing(post("3", **video("70"))))
    expect(httpserver, "").respond_with_data(error(10), status=403)
    assert [one.remote_id for one in feed.page(POSTS).posts] == [f"{PAGE}_3"]


def test_other_peoples_videos_are_not_asked_for(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    others = post("3", **video("70"), **{"from": {"id": "9002", "name": "Westmarch Fire"}})
    expect(httpserver, f"{PAGE}/tagged").respond_with_data(listing(others))
    assert len(feed.page(source(SourceKind.MENTIONS)).posts) == 1
    assert len(httpserver.log) == 1


def video(number: str) -> dict[str, object]:
    attachment = {
        "type": "video_inline",
        "media": {"source": "https://video.cdn.example/v.mp4"},
        "target": {"id": number},
    }
    return {"attachments": {"data": [attachment]}}


def test_a_conversation_is_a_post_and_all_below_it(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    root = f"{PAGE}_5"
    expect(httpserver, root).respond_with_json(post("5"))
    below = expect(httpserver, f"{root}/comments", {"filter": "stream"})
    below.respond_with_data(listing(comment("5_2", parent={"id": "5_1"}), after="NEXT"))
    first = feed.page(source(SourceKind.CONVERSATION, root))
    assert [one.remote_id for one in first.posts] == [root, "5_2"]
    assert (first.posts[1].reply_to, first.posts[1].root) == ("5_1", root)
    older = expect(httpserver, f"{root}/comments", {"after": "NEXT"})
    older.respond_with_data(listing(comment("5_1")))
    second = feed.page(source(SourceKind.CONVERSATION, root), older=first.older)
    assert [(one.reply_to, one.root) for one in second.posts] == [(root, root)]
    assert second.older == ""


def test_a_conversation_may_begin_at_a_comment(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    unknown = error(100, "(#100) Tried accessing nonexisting field (story) on node type (Comment)")
    expect(httpserver, "5_1").respond_with_data(unknown, status=400)
    expect(httpserver, "5_1").respond_with_json(comment("5_1", object={"id": "5"}))
    reply = comment("5_2", parent={"id": "5_1"})
    expect(httpserver, "5_1/comments").respond_with_data(listing(reply, after="N"))
    expect(httpserver, "5_1/comments", {"after": "N"}).respond_with_data(listing(reply))
    first = feed.page(source(SourceKind.CONVERSATION, "5_1"))
    second = feed.page(source(SourceKind.CONVERSATION, "5_1"), older=first.older)
    roots = {one.root for one in (*first.posts, *second.posts)}
    assert roots == {f"{PAGE}_5"}
    assert [one.kind for one in first.posts] == [PostKind.COMMENT, PostKind.COMMENT]


def test_a_conversation_that_is_gone_is_not_found(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    expect(httpserver, "5_1").respond_with_data(error(100, error_subcode=33), status=400)
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.CONVERSATION, "5_1"))


def test_what_is_too_much_at_once_is_asked_in_a_small_piece(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    much = error(1, "Please reduce the amount of data you're asking for")
    expect(httpserver, f"{PAGE}/posts", {"limit": "25"}).respond_with_data(much, status=500)
    expect(httpserver, f"{PAGE}/posts", {"limit": "5"}).respond_with_data(listing(post("1")))
    assert len(feed.page(POSTS).posts) == 1


def test_what_is_too_much_in_a_small_piece_is_down(
    feed: FacebookFeed, httpserver: HTTPServer
) -> None:
    expect(httpserver, f"{PAGE}/posts", once=False).respond_with_data(error(1), status=500)
    with pytest.raises(NetworkDown):
        feed.page(POSTS)
    assert len(httpserver.log) == 2


@pytest.mark.parametrize(
    "body",
    [
        "<html>Sign in to the hotel</html>",
        "[]",
        "{}",
        '{"data": {}}',
        '{"data": [',
        '{"data": null}',
        "",
        '{"data": [],,}',
        '{"data": []} x',
        '{"data" []}',
        "[" * 100_000,
        '{"data": ' + "[" * 100_000,
        '{"error": "a word"}',
        "\xff\xfe",
    ],
)
def test_an_answer_that_is_no_page_is_nonsense(
    feed: FacebookFeed, httpserver: HTTPServer, body: str
) -> None:
    expect(httpserver, f"{PAGE}/posts").respond_with_data(body.encode("latin-1"))
    with pytest.raises(NonsenseReceived):
        feed.page(POSTS)


def test_odd_paging_is_the_end(feed: FacebookFeed, httpserver: HTTPServer) -> None:
    for paging in ("[]", '{"next": 5}', '{"next": "http://[x"}', '{"cursors": 3, "next": ""}'):
        body = f'{{"data": [], "paging": {paging}}}'
        expect(httpserver, f"{PAGE}/posts").respond_with_data(body)
        assert feed.page(POSTS).older == ""


def test_a_feed_hung_up_says_so(httpserver: HTTPServer) -> None:
    feed = feed_of(httpserver)

    def answer(_: Request) -> Response:
        feed.close()
        return Response(listing())

    expect(httpserver, f"{PAGE}/posts").respond_with_handler(answer)
    with pytest.raises(HungUp):
        feed.page(POSTS)
