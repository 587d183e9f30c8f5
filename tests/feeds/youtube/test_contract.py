"""What we ask and read, held against the API's own description (its discovery document)."""

import json
from datetime import timedelta
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.networks.youtube import shape
from controlroom.feeds.networks.youtube.connect import SCOPE
from controlroom.model.stream import Source, SourceKind
from tests.feeds.seats import NOW
from tests.feeds.youtube.network import PATH, Network, comment, feed_to, message, video

HERE = Path(__file__).parent
LOOSE = ("unknown_new_fields", "wrong_types", "bad_items", "bad_answer")
"""Pairs that break the description on purpose."""
PAYLOADS = sorted(
    path for path in HERE.glob("*.payload.json") if not any(one in path.name for one in LOOSE)
)


@lru_cache
def described() -> dict[str, Any]:
    """Returns the description in google-api-python-client, which is not imported for it."""
    found = find_spec("googleapiclient")
    if found is None or found.origin is None:
        pytest.skip("google-api-python-client is not installed")
    document = Path(found.origin).parent / "discovery_cache/documents/youtube.v3.json"
    told: dict[str, Any] = json.loads(document.read_bytes())
    return told


def method_of(what: str) -> dict[str, Any]:
    """Returns how the API describes the GET of a path."""
    for resource in described()["resources"].values():
        for method in resource.get("methods", {}).values():
            if method["path"] == f"youtube/v3/{what}" and method["httpMethod"] == "GET":
                found: dict[str, Any] = method
                return found
    raise AssertionError(f"the API knows no {what}")


def everything_asked(server: HTTPServer) -> list[tuple[str, dict[str, str]]]:
    """Reads all there is to read, with older pages, and returns what was asked."""
    top = "UgwTop00000000000000AaAB"
    network = Network(
        videos={one: video(one) for one in ("v3", "v2", "v1")},
        uploads=["v3", "v2", "v1"],
        found=["v3", "v2", "v1"],
        threads=[top, "UgwTwo", "UgwOne"],
        answers={top: [comment(f"{top}.{n}") for n in range(9)]},
        live={"id": "v3", "snippet": {"liveChatId": "CHAT"}},
        chat={"": ([message("LCC.1")], "p1"), "p1": ([], "p2")},
    )
    sources = [
        Source("youtube", SourceKind.POSTS, 1),
        Source("youtube", SourceKind.COMMENTS, 1),
        Source("youtube", SourceKind.COMMENTS, 1, "v3"),
        Source("youtube", SourceKind.CONVERSATION, 1, "v3"),
        Source("youtube", SourceKind.CONVERSATION, 1, top),
        Source("youtube", SourceKind.SEARCH, 1, "a17"),
        Source("youtube", SourceKind.LIVE, 1),
        Source("youtube", SourceKind.LIVE, 1, "v3"),
    ]
    marks = {}
    with feed_to(server, network) as feed:
        assert set(feed.capabilities.reads) == {source.kind for source in sources}
        for source in sources:
            page = feed.page(source)
            marks[source] = page.mark
            while page.older:
                page = feed.page(source, older=page.older)
        feed.look(["v3", top, f"{top}.1"])
    with feed_to(server, network, NOW + timedelta(minutes=1)) as feed:
        for source in sources:
            feed.page(source, known=marks[source])
    return network.asked


def test_every_request_is_one_the_api_knows(httpserver: HTTPServer) -> None:
    asked = everything_asked(httpserver)
    assert {what for what, _ in asked} == {
        "channels",
        "playlistItems",
        "videos",
        "search",
        "commentThreads",
        "comments",
        "liveBroadcasts",
        "liveChat/messages",
    }
    for what, query in asked:
        parameters = method_of(what)["parameters"]
        assert set(query) <= set(parameters), what
        required = {name for name, one in parameters.items() if one.get("required")}
        assert required <= set(query), what
        for name, value in query.items():
            fits(parameters[name], value)


def fits(parameter: dict[str, Any], value: str) -> None:
    if "enum" in parameter:
        assert value in parameter["enum"]
    if parameter["type"] == "integer":
        assert int(parameter["minimum"]) <= int(value) <= int(parameter["maximum"])
    if parameter["type"] == "boolean":
        assert value in ("true", "false")


def test_every_part_asked_for_is_a_part_of_what_comes(httpserver: HTTPServer) -> None:
    for what, query in everything_asked(httpserver):
        items = schema(method_of(what)["response"]["$ref"])["properties"]["items"]
        assert set(query["part"].split(",")) <= set(schema(items["items"]["$ref"])["properties"])


def test_the_scope_allows_every_call(httpserver: HTTPServer) -> None:
    for what, _ in everything_asked(httpserver):
        assert SCOPE in method_of(what)["scopes"]


def test_the_paths_begin_where_the_api_is() -> None:
    assert described()["rootUrl"] == "https://youtube.googleapis.com/"
    assert all(
        method["path"].startswith(PATH.strip("/"))
        for resource in described()["resources"].values()
        for method in resource.get("methods", {}).values()
    )


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = described()["schemas"][name]
    return found


SHAPES = [
    (shape.Video, "Video"),
    (shape.VideoSnippet, "VideoSnippet"),
    (shape.VideoStatistics, "VideoStatistics"),
    (shape.VideoStatus, "VideoStatus"),
    (shape.VideoContent, "VideoContentDetails"),
    (shape.Live, "VideoLiveStreamingDetails"),
    (shape.Thumbnail, "Thumbnail"),
    (shape.Resource, "ResourceId"),
    (shape.Resource, "PlaylistItemContentDetails"),
    (shape.Listed, "PlaylistItem"),
    (shape.Found, "SearchResult"),
    (shape.Comment, "Comment"),
    (shape.CommentSnippet, "CommentSnippet"),
    (shape.Value, "CommentSnippetAuthorChannelId"),
    (shape.Thread, "CommentThread"),
    (shape.ThreadSnippet, "CommentThreadSnippet"),
    (shape.Replies, "CommentThreadReplies"),
    (shape.ChatMessage, "LiveChatMessage"),
    (shape.ChatSnippet, "LiveChatMessageSnippet"),
    (shape.ChatAuthor, "LiveChatMessageAuthorDetails"),
    (shape.ChatText, "LiveChatTextMessageDetails"),
    (shape.Deleted, "LiveChatMessageDeletedDetails"),
    (shape.Retracted, "LiveChatMessageRetractedDetails"),
    (shape.ChatPoll, "LiveChatPollDetails"),
    (shape.ChatQuestion, "LiveChatPollDetailsPollMetadata"),
    (shape.ChatOption, "LiveChatPollDetailsPollMetadataPollOption"),
    (shape.Channel, "Channel"),
    (shape.ChannelSnippet, "ChannelSnippet"),
    (shape.ChannelContent, "ChannelContentDetails"),
    (shape.Broadcast, "LiveBroadcast"),
    (shape.BroadcastSnippet, "LiveBroadcastSnippet"),
]


@pytest.mark.parametrize(("kind", "name"), SHAPES, ids=lambda one: getattr(one, "__name__", one))
def test_every_field_we_read_is_one_the_api_sends(kind: type[msgspec.Struct], name: str) -> None:
    fields = {field.encode_name for field in msgspec.structs.fields(kind)}
    assert fields <= set(schema(name)["properties"])


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.name.split(".")[0])
def test_the_payloads_of_the_pairs_are_what_the_api_sends(path: Path) -> None:
    payload = json.loads(path.read_bytes())
    kind = payload["kind"].removeprefix("youtube#")
    conforms(payload, {"$ref": kind[0].upper() + kind[1:]}, kind)


TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "object": (dict,),
}


def conforms(value: Any, described_as: dict[str, Any], where: str) -> None:
    """Fails unless a value is what a schema of the description allows."""
    if "$ref" in described_as:
        described_as = schema(described_as["$ref"])
    if described_as["type"] == "array":
        for number, one in enumerate(value):
            conforms(one, described_as["items"], f"{where}[{number}]")
        return
    assert type(value) in TYPES[described_as["type"]], where
    known = described_as.get("properties", {})
    for name, one in value.items() if isinstance(value, dict) else ():
        assert name in known, f"{where}.{name}"
        conforms(one, known[name], f"{where}.{name}")
    assert value in described_as.get("enum", [value]), where
