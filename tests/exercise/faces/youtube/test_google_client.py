"""Google's own client reads and publishes on the simulated YouTube; only the host differs."""

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from googleapiclient.errors import HttpError
from googleapiclient.http import MediaIoBaseUpload

from tests.exercise.faces.youtube.city import City, city

CLIP = b"\0\0\0\x18ftypmp42\0\0\0\0" + bytes(range(256)) * 3000
PARTS = "snippet,status"


@pytest.fixture
def fen() -> Iterator[City]:
    with city() as one:
        yield one


@pytest.fixture
def client(fen: City) -> Any:
    return fen.client(fen.force)


def upload(client: Any, title: str, *, pieces: bool = False, **status: str) -> dict[str, Any]:
    media = MediaIoBaseUpload(
        io.BytesIO(CLIP), "video/mp4", chunksize=262_144 if pieces else -1, resumable=pieces
    )
    snippet = {"title": title, "description": "The M97 at Hob Lane", "categoryId": "25"}
    body = {"snippet": snippet, "status": {"privacyStatus": "public", **status}}
    asked = client.videos().insert(part=PARTS, body=body, media_body=media)
    if not pieces:
        return dict(asked.execute())
    answer = None
    while answer is None:
        _, answer = asked.next_chunk()
    return dict(answer)


def reason_of(error: HttpError) -> str:
    return str(error.error_details[0]["reason"])


@pytest.mark.parametrize("pieces", [False, True])
def test_a_video_is_published(fen: City, client: Any, pieces: bool) -> None:
    made = upload(client, "Closed", pieces=pieces)
    assert made["snippet"]["title"] == "Closed"
    (mine,) = client.channels().list(part="contentDetails,snippet", mine=True).execute()["items"]
    playlist = mine["contentDetails"]["relatedPlaylists"]["uploads"]
    listed = client.playlistItems().list(part="contentDetails", playlistId=playlist).execute()
    assert [one["contentDetails"]["videoId"] for one in listed["items"]] == [made["id"]]
    (post,) = fen.world.newest("youtube", "posts", fen.force.number)
    assert post.said.text == "Closed\nThe M97 at Hob Lane"
    assert fen.world.media[post.said.media[0].key] == CLIP


def test_a_video_waits_for_its_time(fen: City, client: Any) -> None:
    made = upload(client, "At ten", privacyStatus="private", publishAt="2026-05-14T10:00:00Z")
    asked = fen.client(fen.oldmere).videos().list(part="status", id=made["id"])
    assert asked.execute()["items"] == []
    fen.world.clock.jump(timedelta(hours=1))
    (shown,) = asked.execute()["items"]
    assert shown["status"]["privacyStatus"] == "public"


def test_a_video_is_changed_and_deleted(fen: City, client: Any) -> None:
    made = upload(client, "Closde")
    snippet = {"title": "Closed", "categoryId": "25"}
    body = {"id": made["id"], "snippet": snippet}
    changed = client.videos().update(part="snippet", body=body).execute()
    assert changed["snippet"]["title"] == "Closed"
    assert changed["snippet"]["description"] == "The M97 at Hob Lane"
    with pytest.raises(HttpError) as refused:
        fen.client(fen.oldmere).videos().delete(id=made["id"]).execute()
    assert (refused.value.status_code, reason_of(refused.value)) == (403, "forbidden")
    client.videos().delete(id=made["id"]).execute()
    assert client.videos().list(part="snippet", id=made["id"]).execute()["items"] == []


@pytest.mark.parametrize("title", ["", "x" * 101, "a <b>"])
def test_a_title_has_to_be_one(client: Any, title: str) -> None:
    with pytest.raises(HttpError) as refused:
        upload(client, title)
    assert (refused.value.status_code, reason_of(refused.value)) == (400, "invalidTitle")


def test_a_video_is_liked_once(client: Any) -> None:
    made = upload(client, "Closed")
    for _ in range(2):
        client.videos().rate(id=made["id"], rating="like").execute()
    (shown,) = client.videos().list(part="statistics", id=made["id"]).execute()["items"]
    assert shown["statistics"]["likeCount"] == "1"
    (rated,) = client.videos().getRating(id=made["id"]).execute()["items"]
    assert rated["rating"] == "like"


def test_comments_are_written_answered_changed_and_deleted(fen: City, client: Any) -> None:
    made = upload(client, "Closed")
    top = {"snippet": {"textOriginal": "Which way round?"}}
    body = {"snippet": {"videoId": made["id"], "topLevelComment": top}}
    other = fen.client(fen.oldmere)
    thread = other.commentThreads().insert(part="snippet", body=body).execute()
    body = {"snippet": {"parentId": thread["id"], "textOriginal": "Over Tarnbridge"}}
    answer = client.comments().insert(part="snippet", body=body).execute()
    assert answer["id"].startswith(f"{thread['id']}.")
    fen.world.clock.jump(timedelta(minutes=1))
    body = {"id": answer["id"], "snippet": {"textOriginal": "Over Tarnbridge & back"}}
    client.comments().update(part="snippet", body=body).execute()
    told = client.comments().list(
        part="snippet", parentId=thread["id"], textFormat="html"
    ).execute()  # fmt: skip
    (shown,) = told["items"]
    assert shown["snippet"]["textDisplay"] == "Over Tarnbridge &amp; back"
    assert shown["snippet"]["updatedAt"] > shown["snippet"]["publishedAt"]
    client.comments().delete(id=thread["id"]).execute()
    threads = client.commentThreads().list(part="snippet,replies", videoId=made["id"]).execute()
    assert threads["items"] == []


def test_the_owner_of_a_video_decides_what_stands(fen: City, client: Any) -> None:
    made = upload(client, "Closed")
    (video,) = fen.world.newest("youtube", "posts", fen.force.number)
    fen.say(fen.ida, "names the victim", video.number)
    asked = {"part": "snippet", "videoId": made["id"]}
    other = fen.client(fen.oldmere)

    def shown(by: Any, **more: str) -> int:
        return len(by.commentThreads().list(**asked, **more).execute()["items"])

    (thread,) = client.commentThreads().list(**asked).execute()["items"]
    with pytest.raises(HttpError) as refused:
        other.comments().setModerationStatus(id=thread["id"], moderationStatus="rejected").execute()
    assert refused.value.status_code == 403
    steps = (("heldForReview", 0, 1), ("rejected", 0, 0), ("published", 1, 0))
    for status, to_others, held in steps:
        client.comments().setModerationStatus(id=thread["id"], moderationStatus=status).execute()
        assert (shown(other), shown(client)) == (to_others, to_others)
        assert shown(client, moderationStatus="heldForReview") == held


def test_pages_follow_each_other(fen: City, client: Any) -> None:
    video = fen.say(fen.force, "Closed")
    for number in range(25):
        fen.say(fen.ida, f"comment {number}", video)
    channel = fen.face.remote_id(fen.force)
    threads = client.commentThreads()
    asked = threads.list(part="snippet", allThreadsRelatedToChannelId=channel, maxResults=10)
    told = []
    while asked is not None:
        answer = asked.execute()
        told += [one["snippet"]["topLevelComment"]["snippet"] for one in answer["items"]]
        asked = threads.list_next(asked, answer)
    assert [one["textDisplay"] for one in told] == [f"comment {n}" for n in range(24, -1, -1)]
    with pytest.raises(HttpError) as refused:
        threads.list(part="snippet", videoId=told[0]["videoId"], pageToken="nowhere").execute()
    assert reason_of(refused.value) == "invalidPageToken"


def test_writing_costs_fifty_units(fen: City, client: Any) -> None:
    made = upload(client, "Closed")
    for _ in range(199):
        client.videos().rate(id=made["id"], rating="like").execute()
    for _ in range(50):
        client.videos().list(part="snippet", id=made["id"]).execute()
    with pytest.raises(HttpError) as refused:
        client.videos().list(part="snippet", id=made["id"]).execute()
    assert (refused.value.status_code, reason_of(refused.value)) == (403, "quotaExceeded")
    assert upload(client, "Uploads have a bucket of their own")["id"]
