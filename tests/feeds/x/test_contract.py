"""Every question we ask X, and every answer we learn from, held against X's own description."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.errors import ReadError
from controlroom.feeds.networks.x.connect import SCOPES, make_connector
from controlroom.feeds.networks.x.feed import CAPABILITIES, XFeed
from controlroom.feeds.networks.x.names import BY_POST, BY_TWEET
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW
from tests.feeds.x.description import description, faults_of, faults_of_request, operation, resolved
from tests.feeds.x.servers import APP, PROFILE, seat, servers_of

HERE = Path(__file__).parent
TERMS = {
    SourceKind.SEARCH: "Brackenford (flood OR closed)",
    SourceKind.HASHTAG: "M97",
    SourceKind.CONVERSATION: "1990000000000000001",
    SourceKind.LIST: "1440000000000000001",
}
NOT_DESCRIBED = ("/2/oauth2/token", "/oauth2/token")
"""The description leaves out how tokens are had."""


def answer(request: Request) -> Response:
    """Answers whatever is asked so that the one who asks goes on."""
    if "oauth2/token" in request.path:
        return Response('{"token_type": "bearer", "access_token": "of-the-app"}')
    if request.path == "/2/users/me":
        return Response('{"data": {"id": "5", "username": "w"}}')
    if request.method == "POST" and b'"add"' in request.get_data():
        rules = [one | {"id": "9"} for one in json.loads(request.get_data())["add"]]
        return Response(json.dumps({"data": rules, "meta": {}}), status=201)
    if request.path.endswith("/rules"):
        stale = {"id": "1", "value": "old", "tag": "controlroom search 0"}
        return Response(json.dumps({"data": [stale], "meta": {}}))
    return Response('{"meta": {"result_count": 0}}')


@pytest.fixture
def x(httpserver: HTTPServer) -> HTTPServer:
    httpserver.expect_request(re.compile(".*")).respond_with_handler(answer)
    return httpserver


def assert_described(server: HTTPServer) -> None:
    asked = [request for request, _ in server.log if request.path not in NOT_DESCRIBED]
    assert asked
    for request in asked:
        query = request.query_string.decode()
        faults = faults_of_request(request.method, request.path, query, request.get_data())
        assert faults == [], f"{request.method} {request.path}"


@pytest.mark.parametrize("kind", CAPABILITIES.reads)
def test_every_page_is_asked_for_as_described(x: HTTPServer, kind: SourceKind) -> None:
    feed = XFeed(seat(x))
    source = Source("x", kind, 1, TERMS.get(kind, ""))
    known = "1990000000000000009 1990000000000000002"
    without_ids = kind in (SourceKind.LIST, SourceKind.MESSAGES)
    for older in ("", "7140dibdnow9c7btw482" if without_ids else "until:1990000000000000005"):
        feed.page(source, older=older, known=known)
    feed.page(source)
    feed.close()
    assert len(x.log) == 3
    assert_described(x)


def test_a_second_look_is_asked_for_as_described(x: HTTPServer) -> None:
    feed = XFeed(seat(x))
    feed.look([str(1990000000000000000 + n) for n in range(CAPABILITIES.looks_again)])
    feed.close()
    assert_described(x)


def test_rules_and_stream_are_asked_for_as_described(x: HTTPServer) -> None:
    feed = XFeed(seat(x))
    sources = [Source("x", SourceKind.HASHTAG, 1, "M97"), Source("x", SourceKind.SEARCH, 1, "weir")]
    with pytest.raises(ReadError):
        feed.listen(sources, lambda heard: None, lambda: None)
    feed.close()
    asked = [(request.method, request.path) for request, _ in x.log]
    rules = "/2/tweets/search/stream/rules"
    stream = "/2/tweets/search/stream"
    assert asked[1:] == [("GET", rules), ("POST", rules), ("POST", rules), ("GET", stream)]
    assert_described(x)


def test_whose_a_token_is_is_asked_for_as_described(x: HTTPServer) -> None:
    connector = make_connector(Entrance("", lambda: NOW, Servers(servers_of(x))))
    connector.with_token(APP, "pasted")
    connector.close()
    assert_described(x)


def test_the_scopes_asked_for_exist_and_are_enough() -> None:
    flows = description()["components"]["securitySchemes"]["OAuth2UserToken"]["flows"]
    assert set(SCOPES) <= set(flows["authorizationCode"]["scopes"])
    own = f"/2/users/{PROFILE.remote_id}"
    for path in (
        f"{own}/mentions", f"{own}/tweets", f"{own}/timelines/reverse_chronological",
        "/2/dm_events", "/2/lists/1/tweets", "/2/tweets", "/2/tweets/search/recent", "/2/users/me",
    ):  # fmt: skip
        wanted = operation("GET", path)["security"]
        assert any(set(one.get("OAuth2UserToken", ["-"])) <= set(SCOPES) for one in wanted), path


def test_each_age_has_names_of_its_own() -> None:
    assert BY_POST.fields != BY_TWEET.fields
    assert not {"author_id", "referenced_tweets"} & set(BY_POST.post)


def now_called(value: Any) -> Any:
    """Returns a payload of the tweet age by the names of the description."""
    names = {
        "edit_history_tweet_ids": "edit_history_post_ids",
        "referenced_tweets": "referenced_posts",
        "note_tweet": "note_post",
        "tweets": "posts",
        "retweet_count": "repost_count",
        "tweet_count": "post_count",
    }
    if isinstance(value, dict):
        return {names.get(name, name): now_called(one) for name, one in value.items()}
    if isinstance(value, list):
        return [now_called(one) for one in value]
    if isinstance(value, str):
        return value.replace("https://api.twitter.com/2/problems", "https://api.x.com/2/problems")
    return value


BROKEN_ON_PURPOSE = {
    "bad_items_are_set_aside",
    "messages_among_other_events",
    "missing_fields",
    "null_fields",
    "unknown_new_fields",
    "wrong_types",
}
PAIRS = sorted(path.name.removesuffix(".payload.json") for path in HERE.glob("*.payload.json"))


@pytest.mark.parametrize("name", [name for name in PAIRS if name not in BROKEN_ON_PURPOSE])
def test_payloads_have_the_form_of_the_description(name: str) -> None:
    schemas = description()["components"]["schemas"]
    kind = "GetDirectMessagesEvents" if name.startswith("messages") else "SearchPostsRecent"
    payload = now_called(json.loads((HERE / f"{name}.payload.json").read_bytes()))
    assert list(faults_of(payload, resolved(schemas[f"{kind}Response"]), name)) == []


@pytest.mark.parametrize("name", sorted(BROKEN_ON_PURPOSE - {"bad_items_are_set_aside"}))
def test_payloads_broken_on_purpose_are_broken(name: str) -> None:
    schemas = description()["components"]["schemas"]
    kind = "GetDirectMessagesEvents" if name.startswith("messages") else "SearchPostsRecent"
    payload = now_called(json.loads((HERE / f"{name}.payload.json").read_bytes()))
    faults = list(faults_of(payload, resolved(schemas[f"{kind}Response"]), name))
    assert faults or name == "missing_fields"


def test_the_official_client_reads_the_same_payloads() -> None:
    # It takes a second to import.
    from xdk import schemas

    for name in [name for name in PAIRS if name not in BROKEN_ON_PURPOSE]:
        kind = "GetDirectMessagesEvents" if name.startswith("messages") else "SearchPostsRecent"
        payload = now_called(json.loads((HERE / f"{name}.payload.json").read_bytes()))
        model = getattr(schemas, f"{kind}Response").model_validate(payload)
        told = json.loads((HERE / f"{name}.posts.json").read_bytes())["posts"]
        ids = [post["remote_id"] for post in told if not post.get("edited_at")]
        assert [item.id for item in model.data or () if item.id in ids] == ids, name


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("query=a&tweet.fields=id", "unknown parameter tweet.fields"),
        ("query=a&post.fields=author_id", "none of"),
        ("query=a&expansions=author_id,author_id", "repeats"),
        ("query=a&max_results=5", "out of bounds"),
        ("query=a&since_id=x", "another form"),
        ("max_results=100", "query is missing"),
    ],
)
def test_a_question_that_is_not_as_described_is_noticed(query: str, fault: str) -> None:
    (told,) = faults_of_request("GET", "/2/tweets/search/recent", query, b"")
    assert fault in told


def test_a_path_or_body_that_is_not_described_is_noticed() -> None:
    with pytest.raises(AssertionError, match="does not know"):
        faults_of_request("GET", "/2/tweets/search/recently", "", b"")
    body = b'{"add": [{"tag": "t", "words": "w"}]}'
    told = faults_of_request("POST", "/2/tweets/search/stream/rules", "", body)
    assert told == ["body.add[0].value is missing", "body.add[0].words is unknown"]
