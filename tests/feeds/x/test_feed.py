"""Paging, marks and refusals of X, scripted on loopback."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.base import Budget, Per
from controlroom.feeds.errors import (
    BudgetUsed,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.networks.x.errors import QuestionRefused, ReadsUsedUp
from controlroom.feeds.networks.x.feed import XFeed, make_feed
from controlroom.feeds.registry import capabilities_of
from controlroom.model.errors import OurError
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW
from tests.feeds.seats import seat as plain_seat
from tests.feeds.x.servers import (
    MENTIONS,
    PROFILE,
    SEARCH,
    page,
    post,
    problem,
    queries,
    seat,
)

MENTIONED = Source("x", SourceKind.MENTIONS, 1)
WEIR = Source("x", SourceKind.SEARCH, 1, "weir Brackenford")
LIST = Source("x", SourceKind.LIST, 1, "55")
IN_LIST = "/2/lists/55/tweets"
A_MOMENT = timedelta(seconds=10)


def by_their_clock(minutes: int) -> str:
    """Returns a moment of reset by the clock of the server, which is not ours."""
    return str(int((datetime.now(UTC) + timedelta(minutes=minutes)).timestamp()))


@pytest.fixture
def feed(httpserver: HTTPServer) -> Iterator[XFeed]:
    one = make_feed(seat(httpserver))
    yield one
    one.close()


def ids(server: HTTPServer, name: str) -> list[str | None]:
    return [query.get(name) for query in queries(server)]


def test_older_pages_go_on_by_id_and_not_by_a_token_that_runs_out(
    feed: XFeed, httpserver: HTTPServer
) -> None:
    httpserver.expect_ordered_request(MENTIONS).respond_with_data(page(9, 8, further="b26v89c19z"))
    httpserver.expect_ordered_request(MENTIONS).respond_with_data(page(7, 6))
    first = feed.page(MENTIONED)
    assert (first.mark, first.reached_known) == ("9 8", False)
    second = feed.page(MENTIONED, older=first.older)
    assert (second.older, second.mark, second.reached_known) == ("", "", False)
    assert ids(httpserver, "until_id") == [None, "8"]
    assert ids(httpserver, "pagination_token") == [None, None]


def test_a_newest_page_begins_at_the_known_posts(feed: XFeed, httpserver: HTTPServer) -> None:
    httpserver.expect_request(MENTIONS).respond_with_data(page(12, 10, 9))
    read = feed.page(MENTIONED, known="10 9 7")
    assert ids(httpserver, "since_id") == ["7"]
    assert (read.reached_known, read.older, read.mark) == (True, "", "12 10 9 7")


def test_the_mark_holds_the_newest_few(feed: XFeed, httpserver: HTTPServer) -> None:
    httpserver.expect_request(MENTIONS).respond_with_data(page(*range(30, 9, -1)))
    assert feed.page(MENTIONED, known="8 7").mark == "30 29 28 27 26"


def test_more_news_than_a_page_is_not_yet_all_since(feed: XFeed, httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request(MENTIONS).respond_with_data(page(30, 20, further="t"))
    httpserver.expect_ordered_request(MENTIONS).respond_with_data(page(15, 10))
    first = feed.page(MENTIONED, known="10 9")
    assert not first.reached_known
    second = feed.page(MENTIONED, older=first.older, known="10 9")
    assert second.reached_known
    assert queries(httpserver)[1]["since_id"] == "9"
    assert queries(httpserver)[1]["until_id"] == "20"


def test_an_empty_page_keeps_what_was_known(feed: XFeed, httpserver: HTTPServer) -> None:
    httpserver.expect_request(MENTIONS).respond_with_data(page())
    read = feed.page(MENTIONED, known="9 8")
    assert (read.mark, read.posts, read.reached_known) == ("9 8", (), True)


def test_a_page_of_posts_that_all_are_hidden_still_leads_on(
    feed: XFeed, httpserver: HTTPServer
) -> None:
    httpserver.expect_ordered_request(SEARCH).respond_with_data(page(further="tok"))
    httpserver.expect_ordered_request(SEARCH).respond_with_data(page(3))
    older = feed.page(WEIR).older
    assert older == "tok"
    assert [one.remote_id for one in feed.page(WEIR, older=older).posts] == ["3"]
    assert ids(httpserver, "next_token") == [None, "tok"]


def test_a_page_that_leads_to_itself_goes_on_by_its_token(
    feed: XFeed, httpserver: HTTPServer
) -> None:
    httpserver.expect_request(SEARCH).respond_with_data(page(5, further="tok"))
    assert feed.page(WEIR, older="until:5").older == "tok"


def test_lists_go_on_by_token_and_are_read_in_small_pages_once_known(
    feed: XFeed, httpserver: HTTPServer
) -> None:
    httpserver.expect_request(IN_LIST).respond_with_data(page(9, 8, further="tok"))
    first = feed.page(LIST)
    known = feed.page(LIST, known="8 7")
    feed.page(LIST, older=first.older, known="8 7")
    assert (first.older, known.reached_known) == ("tok", True)
    assert ids(httpserver, "max_results") == ["100", "20", "100"]
    assert ids(httpserver, "pagination_token") == [None, None, "tok"]
    assert ids(httpserver, "since_id") == [None] * 3


@pytest.mark.parametrize(
    ("kind", "term", "path", "words"),
    [
        (SourceKind.HOME, "", f"/2/users/{PROFILE.remote_id}/timelines/reverse_chronological", ""),
        (SourceKind.MENTIONS, "", MENTIONS, ""),
        (SourceKind.POSTS, "", f"/2/users/{PROFILE.remote_id}/tweets", ""),
        (SourceKind.POSTS, "77", "/2/users/77/tweets", ""),
        (SourceKind.SEARCH, " a OR b ", SEARCH, "a OR b"),
        (SourceKind.HASHTAG, "#M97", SEARCH, "#M97"),
        (SourceKind.HASHTAG, "M97", SEARCH, "#M97"),
        (SourceKind.CONVERSATION, "61", SEARCH, "conversation_id:61"),
        (SourceKind.LIST, "55", IN_LIST, ""),
        (SourceKind.MESSAGES, "", "/2/dm_events", ""),
    ],
)
def test_each_kind_has_its_path(
    feed: XFeed, httpserver: HTTPServer, kind: SourceKind, term: str, path: str, words: str
) -> None:
    httpserver.expect_request(path).respond_with_data(page())
    assert feed.page(Source("x", kind, 1, term)).posts == ()
    assert queries(httpserver)[0].get("query", "") == words


def test_every_declared_kind_can_be_read_and_no_other(feed: XFeed) -> None:
    declared = set(capabilities_of("x").reads)
    assert declared == set(SourceKind) - {SourceKind.COMMENTS, SourceKind.FEED, SourceKind.LIVE}
    with pytest.raises(OurError):
        feed.page(Source("x", SourceKind.COMMENTS, 1))


def test_a_term_cannot_leave_its_path(feed: XFeed, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/2/lists/a/../../b?c/tweets").respond_with_data(page())
    assert feed.page(Source("x", SourceKind.LIST, 1, "a/../../b?c")).posts == ()
    assert "%2F" in httpserver.log[0][0].environ["REQUEST_URI"]


def test_messages_carry_their_dialogue(feed: XFeed, httpserver: HTTPServer) -> None:
    event = {
        "id": "5", "event_type": "MessageCreate", "text": "Help", "sender_id": "101",
        "created_at": "2026-11-22T08:14:05.000Z", "dm_conversation_id": "100-101",
    }  # fmt: skip
    joined = {"id": "6", "event_type": "ParticipantsJoin", "participant_ids": ["9"]}
    body = json.dumps({"data": [joined, event], "meta": {"result_count": 2}})
    httpserver.expect_request("/2/dm_events").respond_with_data(body)
    read = feed.page(Source("x", SourceKind.MESSAGES, 1))
    assert [(one.text, one.root) for one in read.posts] == [("Help", "100-101")]
    assert read.mark == "6 5"


def test_a_bad_item_is_set_aside_and_costs_nothing_else(
    feed: XFeed, httpserver: HTTPServer
) -> None:
    body = json.dumps({"data": [post(3), {"id": "2"}, post(1)], "meta": {"result_count": 3}})
    httpserver.expect_request(MENTIONS).respond_with_data(body)
    read = feed.page(MENTIONED)
    assert [one.remote_id for one in read.posts] == ["3", "1"]
    assert [one.raw for one in read.set_aside] == [b'{"id": "2"}']


def test_names_of_the_other_age_are_tried_when_x_does_not_know_the_new_ones(
    feed: XFeed, httpserver: HTTPServer
) -> None:
    def old(request: Request) -> Response:
        if "post.fields" in request.args:
            about = {"parameters": {"post.fields": ["id"]}, "message": "is not one of"}
            return Response(problem("invalid-request", errors=[about]), status=400)
        assert "referenced_tweets" in request.args["tweet.fields"]
        return Response(page(4))

    httpserver.expect_request(MENTIONS).respond_with_handler(old)
    assert len(feed.page(MENTIONED).posts) == 1
    assert len(feed.page(MENTIONED).posts) == 1
    assert ["post.fields" in query for query in queries(httpserver)] == [True, False, False]


def test_a_refusal_of_both_ages_is_told(feed: XFeed, httpserver: HTTPServer) -> None:
    body = problem("invalid-request", parameter="expansions")
    httpserver.expect_request(MENTIONS).respond_with_data(body, status=400)
    with pytest.raises(QuestionRefused):
        feed.page(MENTIONED)
    assert len(httpserver.log) == 2


def test_a_mark_older_than_x_searches_is_let_go(feed: XFeed, httpserver: HTTPServer) -> None:
    def recent(request: Request) -> Response:
        if "since_id" in request.args:
            about = {"parameters": {"since_id": ["7"]}, "message": "must be created after"}
            return Response(problem("invalid-request", errors=[about]), status=400)
        return Response(page(99))

    httpserver.expect_request(SEARCH).respond_with_handler(recent)
    read = feed.page(WEIR, known="8 7")
    assert ([one.remote_id for one in read.posts], read.reached_known) == (["99"], False)


def test_a_gap_further_back_than_x_searches_ends_there(feed: XFeed, httpserver: HTTPServer) -> None:
    body = problem("invalid-request", parameter="until_id", value="7")
    httpserver.expect_request(SEARCH).respond_with_data(body, status=400)
    read = feed.page(WEIR, older="until:7")
    assert (read.posts, read.older, read.reached_known) == ((), "", False)


def test_a_search_x_does_not_understand_says_so(feed: XFeed, httpserver: HTTPServer) -> None:
    about = {"parameters": {"query": ["(weir"]}, "message": "missing ')'"}
    body = problem("invalid-request", errors=[about])
    httpserver.expect_request(SEARCH).respond_with_data(body, status=400)
    with pytest.raises(QuestionRefused, match="does not understand") as caught:
        feed.page(WEIR)
    assert caught.value.parameters == {"query"}


def test_budgets_are_read_by_the_kind_of_question(feed: XFeed, httpserver: HTTPServer) -> None:
    headers = {
        "x-rate-limit-limit": "300",
        "x-rate-limit-remaining": "287",
        "x-rate-limit-reset": by_their_clock(10),
    }
    httpserver.expect_request(MENTIONS).respond_with_data(page(1), headers=headers)
    (budget,) = feed.page(MENTIONED).budgets
    assert budget == Budget(300, 287, budget.resets_at, "mentions", Per.PROFILE)
    assert abs(budget.resets_at - NOW - timedelta(minutes=10)) < A_MOMENT


@pytest.mark.parametrize(
    ("reset", "wait"),
    [
        (lambda: by_their_clock(10), timedelta(minutes=10)),
        (lambda: "", timedelta(minutes=1)),
        (lambda: "99999999999999", timedelta(hours=1)),
        (lambda: "soon", timedelta(minutes=1)),
    ],
)
def test_too_many_reads_wait_for_the_reset(
    feed: XFeed, httpserver: HTTPServer, reset: Callable[[], str], wait: timedelta
) -> None:
    headers = {"x-rate-limit-reset": reset()} if reset() else {}
    httpserver.expect_request(SEARCH).respond_with_data("{}", status=429, headers=headers)
    with pytest.raises(BudgetUsed) as caught:
        feed.page(WEIR)
    assert abs(caught.value.resets_at - NOW - wait) < A_MOMENT
    assert caught.value.allowance == "search"


@pytest.mark.parametrize(
    ("status", "kind"), [(429, "usage-capped"), (402, "credits"), (403, "usage-capped")]
)
def test_reads_used_up_for_the_month_are_a_budget_of_the_application(
    feed: XFeed, httpserver: HTTPServer, status: int, kind: str
) -> None:
    body = problem(kind, title="UsageCapExceeded", period="Monthly", scope="Product")
    httpserver.expect_request(SEARCH).respond_with_data(body, status=status)
    with pytest.raises(ReadsUsedUp) as caught:
        feed.page(WEIR)
    assert (caught.value.resets_at - NOW, caught.value.allowance) == (timedelta(hours=1), "month")


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, problem("about:blank"), TokenExpired),
        (403, problem("client-not-enrolled"), PermissionMissing),
        (403, "<html>", PermissionMissing),
        (404, problem("resource-not-found"), NotFound),
        (400, "{}", QuestionRefused),
        (418, "{}", NonsenseReceived),
        (500, "", NetworkDown),
        (503, problem("internal-error"), NetworkDown),
        (200, problem("?", errors=[json.loads(problem("resource-not-found"))]), NotFound),
        (200, "<html>Sign in to the hotel</html>", NonsenseReceived),
        (200, '{"data": [{"id":', NonsenseReceived),
        (200, "[]", NonsenseReceived),
    ],
)
def test_what_goes_wrong_has_a_name(
    feed: XFeed, httpserver: HTTPServer, status: int, body: str, error: type[ReadError]
) -> None:
    httpserver.expect_request(IN_LIST).respond_with_data(body, status=status)
    with pytest.raises(error):
        feed.page(LIST)


def test_a_second_look_finds_edits_counts_and_deletions(
    feed: XFeed, httpserver: HTTPServer
) -> None:
    edited = post(11) | {"edit_history_post_ids": ["11", "12"]}
    counted = post(21) | {"public_metrics": {"like_count": 9}}
    gone = json.loads(problem("resource-not-found", resource_type="post", resource_id="31"))
    hidden = json.loads(problem("not-authorized-for-resource", resource_type="tweet", value="41"))
    body = json.dumps({"data": [edited, counted], "errors": [gone, hidden]})
    latest = post(12, "Now closed") | {"edit_history_post_ids": ["11", "12"]}
    asked = "11,21,31,41,51"
    httpserver.expect_ordered_request("/2/tweets").respond_with_data(body)
    httpserver.expect_ordered_request("/2/tweets").respond_with_data(json.dumps({"data": [latest]}))
    looked = feed.look(asked.split(","))
    told = {one.remote_id: (one.text, one.metrics.likes) for one in looked.posts}
    assert told == {"11": ("Now closed", None), "21": ("Something in Brackenford", 9)}
    assert looked.gone == ("31", "41")
    assert ids(httpserver, "ids") == [asked, "12"]


def test_a_look_at_posts_that_are_all_gone(feed: XFeed, httpserver: HTTPServer) -> None:
    gone = json.loads(problem("resource-not-found", resource_type="post", resource_id="31"))
    httpserver.expect_request("/2/tweets").respond_with_data(json.dumps({"errors": [gone]}))
    looked = feed.look(["31"])
    assert (looked.posts, looked.gone) == ((), ("31",))


def test_a_look_at_nothing_asks_nothing(feed: XFeed, httpserver: HTTPServer) -> None:
    assert feed.look([]).posts == ()
    assert httpserver.log == []


def test_an_edited_post_of_a_page_is_a_later_version_of_the_first(
    feed: XFeed, httpserver: HTTPServer
) -> None:
    edited = post(12) | {"edit_history_post_ids": ["11", "12"]}
    body = json.dumps({"data": [edited], "meta": {"result_count": 1}})
    httpserver.expect_request(MENTIONS).respond_with_data(body)
    read = feed.page(MENTIONED)
    assert (read.posts[0].remote_id, read.mark) == ("11", "12")


def test_x_is_read_through_a_profile() -> None:
    with pytest.raises(OurError):
        make_feed(plain_seat(None))
