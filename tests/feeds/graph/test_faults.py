"""Errors of the Graph, told in the body with whatever status."""

import json
from datetime import timedelta
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import (
    BudgetUsed,
    NetworkDown,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    TokenExpired,
)
from controlroom.feeds.graph.client import Graph
from controlroom.feeds.graph.faults import AppNotAccepted, TooMuchAsked, UnknownField
from controlroom.model.credential import Credential
from tests.feeds.seats import NOW

TOKEN = "EAAB-SENTINEL-of-a-page"
HEADERS = "X-Business-Use-Case-Usage"


def told(code: Any, message: str = "no", **more: Any) -> str:
    return json.dumps({"error": {"message": message, "code": code, "fbtrace_id": "A", **more}})


def fault_of(
    server: HTTPServer, body: str, status: int, headers: dict[str, str] | None = None
) -> ReadError:
    server.expect_oneshot_request("/v26.0/x").respond_with_data(
        body, status=status, headers=headers or {}
    )
    graph = Graph(server.url_for("").rstrip("/"), lambda: Credential(TOKEN), lambda: NOW)
    with pytest.raises(ReadError) as caught:
        graph.get("x")
    graph.close()
    return caught.value


CODES = [
    (190, {"error_subcode": 463}, TokenExpired),
    (190, {"error_subcode": 460}, TokenExpired),
    (102, {}, TokenExpired),
    (3, {}, PermissionMissing),
    (10, {}, PermissionMissing),
    (200, {}, PermissionMissing),
    (299, {}, PermissionMissing),
    (101, {}, AppNotAccepted),
    (1, {"message": "Error validating client secret."}, AppNotAccepted),
    (100, {"error_subcode": 33}, NotFound),
    (100, {"message": "Invalid appsecret_proof provided in the API argument"}, PermissionMissing),
    (
        100,
        {"message": "(#100) Tried accessing nonexisting field (x) on node type (Page)"},
        UnknownField,
    ),
    (803, {}, NotFound),
    (2500, {}, NotFound),
    (1, {}, TooMuchAsked),
    (2, {}, NetworkDown),
    (99_999, {"is_transient": True}, NetworkDown),
    (99_999, {}, NonsenseReceived),
    (4, {}, BudgetUsed),
    (17, {}, BudgetUsed),
    (32, {}, BudgetUsed),
    (613, {}, BudgetUsed),
    (80_001, {}, BudgetUsed),
    (80_006, {}, BudgetUsed),
]


@pytest.mark.parametrize("status", [200, 400, 403, 500])
@pytest.mark.parametrize(("code", "more", "kind"), CODES)
def test_the_code_counts_and_not_the_status(
    httpserver: HTTPServer, code: int, more: dict[str, Any], kind: type[ReadError], status: int
) -> None:
    assert type(fault_of(httpserver, told(code, **more), status)) is kind


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, TokenExpired),
        (403, PermissionMissing),
        (404, NotFound),
        (429, BudgetUsed),
        (500, NetworkDown),
        (400, NonsenseReceived),
    ],
)
@pytest.mark.parametrize(
    "body",
    ["<html>no</html>", "", '{"error": "word"}', '{"error": {"code": "many"}}', '{"error": null}'],
)
def test_without_a_code_the_status_counts(
    httpserver: HTTPServer, body: str, status: int, kind: type[ReadError]
) -> None:
    assert type(fault_of(httpserver, body, status)) is kind


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, timedelta(minutes=5)),
        ({"Retry-After": "90"}, timedelta(seconds=90)),
        ({"Retry-After": "whenever"}, timedelta(minutes=1)),
        ({HEADERS: '{"1": [{"estimated_time_to_regain_access": 19}]}'}, timedelta(minutes=19)),
        ({HEADERS: '{"1": [{"estimated_time_to_regain_access": 1e300}]}'}, timedelta(minutes=5)),
        ({HEADERS: '{"1": [{"estimated_time_to_regain_access": 90000}]}'}, timedelta(hours=1)),
        ({HEADERS: '{"1": [{"estimated_time_to_regain_access": -3}]}'}, timedelta(minutes=5)),
        ({HEADERS: "not json"}, timedelta(minutes=5)),
    ],
)
def test_a_spent_budget_says_when_it_is_whole_again(
    httpserver: HTTPServer, headers: dict[str, str], wait: timedelta
) -> None:
    fault = fault_of(httpserver, told(80_001), 400, headers)
    assert isinstance(fault, BudgetUsed)
    assert fault.resets_at == NOW + wait


def test_what_is_said_never_repeats_what_the_network_said(httpserver: HTTPServer) -> None:
    for code in (1, 2, 4, 10, 100, 190, 803, 99_999):
        fault = fault_of(httpserver, told(code, f"<img src=file:///x> {TOKEN}"), 400)
        assert "<img" not in f"{fault} {fault!r}"
        assert TOKEN not in f"{fault} {fault!r}"


def test_a_post_that_speaks_of_an_error_is_none(httpserver: HTTPServer) -> None:
    body = json.dumps({"data": [{"message": '{"error": {"code": 190}}'}], "errors": 1})
    httpserver.expect_request("/v26.0/x").respond_with_data(body)
    graph = Graph(httpserver.url_for("").rstrip("/"), lambda: Credential(TOKEN), lambda: NOW)
    assert graph.get("x").body.decode() == body
    graph.close()
