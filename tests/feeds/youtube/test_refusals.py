"""What YouTube refuses, and how it says so: each becomes its own error, never its message."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from controlroom.feeds.errors import (
    BudgetUsed,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.networks.youtube.refusals import CommentsOff, whole_at
from controlroom.feeds.outgoing.ways import writing_of
from controlroom.feeds.rules import rules_of
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW
from tests.feeds.youtube.network import Network, answer, feed_to, refusal

COMMENTS = Source("youtube", SourceKind.COMMENTS, 1)
SEARCH = Source("youtube", SourceKind.SEARCH, 1, "a17")
MIDNIGHT = datetime(2026, 11, 23, 8, tzinfo=UTC)


def raised(server: HTTPServer, told: Response, source: Source = COMMENTS) -> ReadError:
    with feed_to(server, Network(refuses=[told])) as feed, pytest.raises(ReadError) as caught:
        feed.page(source)
    assert "SENTINEL" not in f"{caught.value!r} {caught.value} {caught.value.values}"
    return caught.value


@pytest.mark.parametrize(
    ("code", "reason", "kind"),
    [
        (403, "commentsDisabled", CommentsOff),
        (403, "forbidden", PermissionMissing),
        (403, "insufficientPermissions", PermissionMissing),
        (403, "accessNotConfigured", PermissionMissing),
        (403, "somethingNew", PermissionMissing),
        (401, "authError", TokenExpired),
        (401, "youtubeSignupRequired", PermissionMissing),
        (400, "processingFailure", NetworkDown),
        (400, "invalidFilters", NonsenseReceived),
        (400, "invalidPageToken", NonsenseReceived),
        (404, "videoNotFound", NotFound),
        (404, "channelNotFound", NotFound),
        (403, "channelSuspended", NotFound),
        (500, "backendError", NetworkDown),
        (503, "backendError", NetworkDown),
    ],
)
def test_each_reason_has_its_error(
    httpserver: HTTPServer, code: int, reason: str, kind: type[ReadError]
) -> None:
    assert isinstance(raised(httpserver, refusal(code, reason)), kind)


@pytest.mark.parametrize(("source", "allowance"), [(COMMENTS, "units"), (SEARCH, "searches")])
def test_a_day_that_is_used_up_is_whole_at_midnight_in_california(
    httpserver: HTTPServer, source: Source, allowance: str
) -> None:
    error = raised(httpserver, refusal(403, "quotaExceeded"), source)
    assert isinstance(error, BudgetUsed)
    assert (error.resets_at, error.allowance) == (MIDNIGHT, allowance)


def test_the_newer_way_to_say_that_a_day_is_used_up(httpserver: HTTPServer) -> None:
    detail = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "RATE_LIMIT_EXCEEDED",
        "metadata": {"quota_unit": "1/d/{project}", "quota_limit_value": "100"},
    }
    told = refusal(429, "rateLimitExceeded", status="RESOURCE_EXHAUSTED", details=[detail])
    error = raised(httpserver, told, SEARCH)
    assert isinstance(error, BudgetUsed)
    assert error.resets_at == MIDNIGHT


@pytest.mark.parametrize("reason", ["rateLimitExceeded", "userRateLimitExceeded"])
@pytest.mark.parametrize(
    ("after", "wait"), [(None, 60), ("7", 7), ("-1", 1), ("3000000", 3600), ("soon", 60)]
)
def test_too_fast_waits_a_little(
    httpserver: HTTPServer, reason: str, after: str | None, wait: int
) -> None:
    told = refusal(403, reason)
    if after:
        told.headers["Retry-After"] = after
    error = raised(httpserver, told)
    assert isinstance(error, BudgetUsed)
    assert error.resets_at == NOW + timedelta(seconds=wait)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (refusal(403, "quotaExceeded").get_json(), BudgetUsed),
        (refusal(404, "videoNotFound").get_json(), NonsenseReceived),
        ({"error": "what?"}, NonsenseReceived),
    ],
)
def test_a_refusal_inside_a_200_is_one(
    httpserver: HTTPServer, body: object, kind: type[ReadError]
) -> None:
    assert type(raised(httpserver, answer(body))) is kind


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Sign in to the hotel</html>",
        b"[]",
        b'{"kind": "youtube#commentThreadListResponse", "items": {"a": 1}}',
        b'{"kind": "youtube#commentThreadListResponse", "items": [',
        b'{"kind": "youtube#commentThreadListResponse", "items": ' + b"[" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"kind": "youtube#commentThreadListRespons\xff"}',
        b'{"kind": 5, "items": []}',
        b"\xff\xfe",
        b"",
    ],
)
def test_what_is_no_answer_is_nonsense(httpserver: HTTPServer, body: bytes) -> None:
    assert isinstance(raised(httpserver, Response(body)), NonsenseReceived)


def test_an_item_that_is_not_strictly_json_costs_only_itself(httpserver: HTTPServer) -> None:
    body = b'{"kind": "youtube#commentThreadListResponse", "items": [{"id": NaN}, {"id": 5}]}'
    with feed_to(httpserver, Network(refuses=[Response(body)])) as feed:
        page = feed.page(COMMENTS)
    assert len(page.set_aside) == 2


@pytest.mark.parametrize("status", [403, 404, 429, 500])
def test_a_refusal_in_html_means_what_its_status_does(httpserver: HTTPServer, status: int) -> None:
    meanings = {403: PermissionMissing, 404: NotFound, 429: BudgetUsed, 500: NetworkDown}
    told = Response("<html>no</html>", status)
    assert type(raised(httpserver, told)) is meanings[status]


def test_no_token_is_ever_logged_or_in_an_address(
    httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    network = Network(refuses=[refusal(403, "forbidden")])
    with feed_to(httpserver, network) as feed, pytest.raises(PermissionMissing):
        feed.page(COMMENTS)
    assert network.headers[0]["Authorization"] == "Bearer SENTINEL-TOKEN"
    assert "SENTINEL" not in caplog.text
    assert "SENTINEL" not in repr(network.asked)


@pytest.mark.parametrize(
    ("now", "whole"),
    [
        ("2026-07-01T06:59:59+00:00", "2026-07-01T07:00:00+00:00"),
        ("2026-07-01T07:00:00+00:00", "2026-07-02T07:00:00+00:00"),
        ("2026-11-01T12:00:00+00:00", "2026-11-02T08:00:00+00:00"),
        ("2026-03-08T08:30:00+00:00", "2026-03-09T07:00:00+00:00"),
    ],
)
def test_midnight_follows_the_clock_changes_there(now: str, whole: str) -> None:
    assert whole_at("units", datetime.fromisoformat(now)) == datetime.fromisoformat(whole)


def test_every_draw_is_an_allowance_of_the_rules(httpserver: HTTPServer) -> None:
    rules = rules_of("youtube")
    with feed_to(httpserver, Network()) as feed:
        capabilities = feed.capabilities
    drawn = {name for reading in capabilities.reads.values() for name in reading.draws}
    drawn |= {name for way in writing_of("youtube").ways.values() for name in way.draws}
    assert drawn | set(capabilities.look_draws) == {one.name for one in rules.allowances}
    assert [(one.name, one.limit, one.midnight) for one in rules.allowances] == [
        ("units", 10_000, "America/Los_Angeles"),
        ("searches", 100, "America/Los_Angeles"),
        ("uploads", 100, "America/Los_Angeles"),
    ]
