"""What the simulated YouTube tells, held against the description Google's own client ships."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from tests.exercise.faces.youtube.city import DOCUMENT, City, city

SCHEMAS: dict[str, Any] = json.loads(DOCUMENT.read_text())["schemas"]
_KINDS = {"string": str, "boolean": bool, "number": (int, float), "integer": int, "any": object}
UNDESCRIBED = {"publishTime"}
"""YouTube tells it in what a search finds, and describes it nowhere."""


def wrong_in(told: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    """Yields what does not fit a schema of the description."""
    if "$ref" in schema:
        yield from wrong_in(told, SCHEMAS[schema["$ref"]], place)
    elif schema.get("type") == "array":
        for at, one in enumerate(told):
            yield from wrong_in(one, schema["items"], f"{place}[{at}]")
    elif schema.get("type") == "object":
        yield from _wrong_in_object(told, schema, place)
    elif not _fits(told, schema):
        yield f"{place} is {told!r}"


def _fits(told: Any, schema: dict[str, Any]) -> bool:
    named = not told or told in schema.get("enum", [told])
    return named and isinstance(told, _KINDS[schema["type"]])


def _wrong_in_object(told: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    for name, value in told.items():
        inner = schema.get("properties", {}).get(name) or schema.get("additionalProperties")
        if inner is None and name not in UNDESCRIBED:
            yield f"{place}.{name} is not described"
        elif inner is not None:
            yield from wrong_in(value, inner, f"{place}.{name}")


@pytest.fixture(scope="module")
def fen() -> Iterator[City]:
    with city() as one:
        clip = Media("clip", MediaKind.VIDEO, duration_ms=3_700_000)
        said = Said("Closed\nThe M97", "en", (clip,))
        video = one.server.do(one.world.publish, one.force.number, said, kind=PostKind.VIDEO)
        top = one.say(one.ida, "which way?", video)
        one.say(one.force, "over Tarnbridge", top)
        one.server.do(one.world.hide, one.say(one.ida, "names the victim", video))
        yield one


def test_the_check_finds_what_is_wrong() -> None:
    told = {"kind": 1, "another": 2}
    found = list(wrong_in(told, {"$ref": "Video"}, "video"))
    assert found == ["video.kind is 1", "video.another is not described"]


def test_lists_are_as_described(fen: City) -> None:
    client, channel = fen.client(fen.force), fen.face.remote_id(fen.force)
    uploads = channel.replace("UC", "UU", 1)
    (listed,) = client.playlistItems().list(
        part="snippet,contentDetails,status", playlistId=uploads
    ).execute()["items"]  # fmt: skip
    video = listed["contentDetails"]["videoId"]
    parts = "snippet,statistics,status,contentDetails,liveStreamingDetails"
    related = {"part": "snippet,replies", "allThreadsRelatedToChannelId": channel}
    asked = {
        "ChannelListResponse": client.channels().list(
            part="snippet,contentDetails,statistics,status", mine=True
        ),
        "PlaylistItemListResponse": client.playlistItems().list(
            part="snippet,contentDetails,status", playlistId=uploads
        ),
        "VideoListResponse": client.videos().list(part=parts, id=video),
        "SearchListResponse": client.search().list(part="snippet", q="closed", type="video"),
        "CommentThreadListResponse": client.commentThreads().list(**related),
    }
    for name, request in asked.items():
        answer = request.execute()
        assert answer["items"], name
        assert list(wrong_in(answer, {"$ref": name}, name)) == []
    held = client.commentThreads().list(**related, moderationStatus="heldForReview").execute()
    assert list(wrong_in(held, {"$ref": "CommentThreadListResponse"}, "held")) == []
    status = held["items"][0]["snippet"]["topLevelComment"]["snippet"]["moderationStatus"]
    assert status == "heldForReview"


def test_broadcasts_and_chats_are_as_described(fen: City) -> None:
    client = fen.client(fen.force)
    body = {"snippet": {"title": "Statement", "scheduledStartTime": "2026-05-14T10:00:00Z"}}
    made = client.liveBroadcasts().insert(part="snippet,status", body=body).execute()
    for stage in ("testing", "live"):
        made = client.liveBroadcasts().transition(
            part="snippet,status", id=made["id"], broadcastStatus=stage
        ).execute()  # fmt: skip
    assert list(wrong_in(made, {"$ref": "LiveBroadcast"}, "broadcast")) == []
    chat = made["snippet"]["liveChatId"]
    said = {"type": "textMessageEvent", "liveChatId": chat,
            "textMessageDetails": {"messageText": "Good morning"}}  # fmt: skip
    messages = client.liveChatMessages()
    first = messages.insert(part="snippet", body={"snippet": said}).execute()
    place = messages.list(liveChatId=chat, part="snippet,authorDetails").execute()
    messages.delete(id=first["id"]).execute()
    following = messages.list(
        liveChatId=chat, part="snippet,authorDetails", pageToken=place["nextPageToken"]
    ).execute()  # fmt: skip
    for answer in (place, following):
        assert answer["items"]
        assert list(wrong_in(answer, {"$ref": "LiveChatMessageListResponse"}, "chat")) == []
