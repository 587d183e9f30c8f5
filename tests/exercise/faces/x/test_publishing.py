"""What the simulated X takes from those who write, and what it refuses, as the original does."""

from datetime import timedelta
from typing import Any

import pytest
import requests

from controlroom.exercise.faults import FaultKind
from controlroom.exercise.world import Account, MediaKind, PostKind
from tests.exercise.faces.x.files import mp4, png
from tests.exercise.faces.x.town import JOINED_MS, Desk

TWEETS = "/2/tweets"


def publish(x: Desk, who: Account | None = None, **body: Any) -> requests.Response:
    return x.ask("POST", TWEETS, who or x.town.police, json=body)


def published(x: Desk, who: Account | None = None, **body: Any) -> str:
    answer = publish(x, who, **body)
    assert answer.status_code == 201, answer.text
    told: str = answer.json()["data"]["id"]
    return told


def upload(x: Desk, content: bytes, category: str, **metadata: Any) -> str:
    """Uploads in pieces and returns the media id."""
    total = {"total_bytes": len(content), "media_type": "image/png", "media_category": category}
    begun = x.ask("POST", "/2/media/upload/initialize", x.town.police, json=total)
    media_id: str = begun.json()["data"]["id"]
    half = len(content) // 2
    for at, piece in enumerate((content[:half], content[half:])):
        form = {"segment_index": str(at)}
        path = f"/2/media/upload/{media_id}/append"
        added = x.ask("POST", path, x.town.police, data=form, files={"media": piece})
        assert added.status_code == 200, added.text
    ended = x.ask("POST", f"/2/media/upload/{media_id}/finalize", x.town.police)
    assert ended.json()["data"]["size"] == len(content)
    if metadata:
        told = {"id": media_id, "metadata": metadata}
        assert x.ask("POST", "/2/media/metadata", x.town.police, json=told).status_code == 200
    return media_id


def test_a_post_with_a_picture_hangs_together(x: Desk) -> None:
    media_id = upload(x, png(30, 20), "tweet_image", alt_text={"text": "A grey road"})
    published(x, text="Look out", media={"media_ids": [media_id]})
    post = x.town.world.post(1)
    assert post.said.text == "Look out"
    (medium,) = post.said.media
    assert (medium.kind, medium.alt, medium.width) == (MediaKind.IMAGE, "A grey road", 30)
    address = f"{x.server.led['pbs.twimg.com']}/media/{media_id}"
    got = requests.get(address, timeout=10)
    assert (got.content, got.headers["Content-Type"]) == (png(30, 20), "image/png")


def test_a_clip_is_worked_on_before_it_can_be_published(x: Desk) -> None:
    media_id = upload(x, mp4(4_000), "tweet_video")
    early = publish(x, text="Look", media={"media_ids": [media_id]})
    assert (early.status_code, early.json()["title"]) == (400, "Invalid Request")
    query = {"command": "STATUS", "media_id": media_id}
    info = x.ask("GET", "/2/media/upload", x.town.police, params=query).json()["data"]
    assert info["processing_info"]["state"] == "in_progress"
    x.server.do(x.town.world.clock.jump, timedelta(seconds=3))
    info = x.ask("GET", "/2/media/upload", x.town.police, params=query).json()["data"]
    assert info["processing_info"] == {"state": "succeeded", "progress_percent": 100}
    published(x, text="Look", media={"media_ids": [media_id]})
    assert x.town.world.post(1).said.media[0].duration_ms == 4_000


def test_subtitles_are_put_to_a_clip_and_taken_away(x: Desk) -> None:
    clip = upload(x, mp4(), "tweet_video")
    words = upload(x, b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello", "subtitles")
    told = {"id": words, "language_code": "EN", "display_name": "English"}
    body = {"id": clip, "media_category": "TweetVideo", "subtitles": told}
    put = x.ask("POST", "/2/media/subtitles", x.town.police, json=body).json()["data"]
    assert put["associated_subtitles"] == {"subtitles": [told]}
    away = {"id": clip, "media_category": "TweetVideo", "language_code": "EN"}
    gone = [x.ask("DELETE", "/2/media/subtitles", x.town.police, json=away) for _ in range(2)]
    assert [one.json()["data"]["deleted"] for one in gone] == [True, False]


def test_a_small_file_goes_up_at_once(x: Desk) -> None:
    form = {"media_category": "tweet_image"}
    sent = x.ask("POST", "/2/media/upload", x.town.police, data=form, files={"media": png(8, 4)})
    data = sent.json()["data"]
    assert data["image"] == {"w": 8, "h": 4}
    published(x, media={"media_ids": [data["id"]]})


@pytest.mark.parametrize(
    ("content", "category"),
    [(b"no picture at all", "tweet_image"), (png(), "tweet_video"), (mp4(), "tweet_image")],
)
def test_a_file_of_another_kind_is_refused(x: Desk, content: bytes, category: str) -> None:
    form = {"media_category": category}
    sent = x.ask("POST", "/2/media/upload", x.town.police, data=form, files={"media": content})
    assert sent.status_code == 400


def test_a_file_that_is_too_long_somebody_elses_or_too_old_is_refused(x: Desk) -> None:
    body = {"total_bytes": 6_000_000, "media_type": "image/png", "media_category": "tweet_image"}
    long = x.ask("POST", "/2/media/upload/initialize", x.town.police, json=body)
    assert long.status_code == 400
    media_id = upload(x, png(), "tweet_image")
    theirs = publish(x, x.town.roads, text="Look", media={"media_ids": [media_id]})
    assert theirs.status_code == 400
    x.server.do(x.town.world.clock.jump, timedelta(hours=25))
    assert publish(x, text="Look", media={"media_ids": [media_id]}).status_code == 400


def test_answers_quotes_and_polls(x: Desk) -> None:
    first = published(x, x.town.roads, text="Road closed")
    published(x, text="Thank you", reply={"in_reply_to_tweet_id": first})
    published(x, text="See this", quote_tweet_id=first)
    published(x, text="Which way?", poll={"options": ["Left", "Right"], "duration_minutes": 60})
    _, answer, quote, asking = (x.town.world.post(n) for n in range(1, 5))
    assert (answer.reply_to, answer.root, quote.quote) == (1, 1, 1)
    assert asking.said.poll is not None
    assert asking.said.poll.options == ("Left", "Right")
    assert asking.said.poll.closes_ms == x.town.world.clock.now_ms() + 3_600_000


def test_who_may_answer_is_told_with_the_post(x: Desk) -> None:
    post_id = published(x, text="Only those named", reply_settings="mentionedUsers")
    query = {"post.fields": "reply_settings"}
    told = x.ask("GET", f"{TWEETS}/{post_id}", x.town.roads, params=query)
    assert told.json()["data"]["reply_settings"] == "mentionedUsers"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": "  "},
        {"text": 7},
        {"text": "a", "colour": "red"},
        {"text": "a", "reply_settings": "nobody"},
        {"text": "a", "poll": {"options": ["one"], "duration_minutes": 60}},
        {"text": "a", "poll": {"options": ["a", "b"], "duration_minutes": 4}},
        {"text": "a", "media": {"media_ids": []}},
        {"text": "a", "media": {"media_ids": ["17"]}},
        {"text": "a", "quote_tweet_id": "x"},
        {
            "text": "a",
            "quote_tweet_id": "1",
            "poll": {"options": ["a", "b"], "duration_minutes": 60},
        },
    ],
)
def test_a_post_of_another_form_is_refused(x: Desk, body: dict[str, Any]) -> None:
    answer = publish(x, **body)
    assert answer.status_code == 400
    assert answer.json()["type"].endswith("/problems/invalid-request")
    assert len(x.town.world.columns) == 0


def test_the_same_again_is_refused_as_a_duplicate(x: Desk) -> None:
    published(x, text="The M97 is closed")
    again = publish(x, text="The M97 is closed")
    assert again.status_code == 403
    assert "duplicate content" in again.json()["detail"]
    assert len(x.town.world.columns) == 1
    published(x, x.town.roads, text="The M97 is closed")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("a" * 280, 201),
        ("a" * 281, 403),
        ("字" * 140, 201),
        ("字" * 141, 403),
        ("👩‍👩‍👧" * 140, 201),
        (f"{'a' * 256} https://westmarch.example/{'x' * 200}", 201),
    ],
)
def test_a_post_is_weighed_as_x_weighs_it(x: Desk, text: str, status: int) -> None:
    assert publish(x, x.town.roads, text=text).status_code == status
    assert publish(x, x.town.police, text=text).status_code == 201


def test_what_is_gone_cannot_be_answered_or_quoted(x: Desk) -> None:
    first = published(x, text="Soon gone")
    assert x.ask("DELETE", f"{TWEETS}/{first}", x.town.police).json() == {"data": {"deleted": True}}
    bodies: tuple[dict[str, Any], ...] = (
        {"reply": {"in_reply_to_tweet_id": first}},
        {"quote_tweet_id": first},
    )
    for body in bodies:
        answer = publish(x, text="Thank you", **body)
        assert answer.status_code == 403
        assert "deleted or not visible" in answer.json()["detail"]


def test_only_an_author_deletes_and_only_once(x: Desk) -> None:
    first = published(x, text="Ours")
    path = f"{TWEETS}/{first}"
    assert x.ask("DELETE", path, x.town.roads).status_code == 403
    assert x.ask("DELETE", path, x.town.police).json()["data"] == {"deleted": True}
    again = x.ask("DELETE", path, x.town.police).json()
    assert again["errors"][0]["title"] == "Not Found Error"


def test_a_post_is_edited_for_half_an_hour_under_a_new_id(x: Desk) -> None:
    first = published(x, text="The A17 is opn")
    x.server.do(x.town.world.clock.jump, timedelta(minutes=5))
    edit: dict[str, Any] = {"edit_options": {"previous_post_id": first}}
    answer = publish(x, text="The A17 is open", **edit).json()["data"]
    assert answer["edit_history_post_ids"] == [first, answer["id"]]
    assert answer["id"] != first
    old, new = (
        x.ask("GET", f"{TWEETS}/{one}", x.town.police).json()["data"]["text"]
        for one in (first, answer["id"])
    )
    assert (old, new) == ("The A17 is opn", "The A17 is open")
    x.server.do(x.town.world.clock.jump, timedelta(minutes=26))
    assert publish(x, text="Too late", **edit).status_code == 403
    assert publish(x, x.town.roads, text="Not mine", **edit).status_code == 403


def test_answers_in_ones_own_conversation_are_hidden_and_shown(x: Desk) -> None:
    first = published(x, text="CCTV appeal")
    x.says(x.town.tom, "It was the neighbour", reply_to=1)
    answer = x.ask("GET", f"/2/tweets/search/recent?query=conversation_id:{first}", x.town.police)
    reply_id = answer.json()["data"][0]["id"]
    path = f"{TWEETS}/{reply_id}/hidden"
    for hidden in (True, False):
        told = x.ask("PUT", path, x.town.police, json={"hidden": hidden})
        assert told.json() == {"data": {"hidden": hidden}}
        assert x.town.world.post(2).hidden is hidden
    assert x.ask("PUT", path, x.town.roads, json={"hidden": True}).status_code == 403
    assert (
        x.ask("PUT", f"{TWEETS}/{first}/hidden", x.town.police, json={"hidden": True}).status_code
        == 403
    )


def test_sharing_and_liking_count_once(x: Desk) -> None:
    first = published(x, x.town.roads, text="Share this")
    own = f"/2/users/{x.face.remote_id(x.town.police)}"
    for _ in range(2):
        for path, body in (("retweets", "retweeted"), ("likes", "liked")):
            told = x.ask("POST", f"{own}/{path}", x.town.police, json={"tweet_id": first})
            assert told.json()["data"][body] is True
    post = x.town.world.post(1)
    assert (post.reposts, post.likes) == (1, 1)
    assert x.town.world.post(2).kind is PostKind.REPOST
    for path in ("retweets", "likes"):
        assert x.ask("DELETE", f"{own}/{path}/{first}", x.town.police).status_code == 200
    assert x.town.world.is_gone(2)
    assert x.town.world.post(1).likes == 0
    theirs = x.ask("POST", f"{own}/likes", x.town.roads, json={"tweet_id": first})
    assert "must be the same as the authenticating user" in theirs.json()["errors"][0]["message"]


def test_messages_are_sent_with_a_picture_and_deleted(x: Desk) -> None:
    media_id = upload(x, png(), "dm_image")
    other = x.face.remote_id(x.town.ida)
    path = f"/2/dm_conversations/with/{other}/messages"
    body = {"text": "Please call us", "attachments": [{"media_id": media_id}]}
    sent = x.ask("POST", path, x.town.police, json=body)
    assert sent.status_code == 201
    told = sent.json()["data"]
    post = x.town.world.post(1)
    assert (post.kind, post.to, post.said.text) == (
        PostKind.MESSAGE,
        x.town.ida.number,
        "Please call us",
    )
    assert len(post.said.media) == 1
    more = f"/2/dm_conversations/{told['dm_conversation_id']}/messages"
    assert x.ask("POST", more, x.town.police, json={"text": "Thank you"}).status_code == 201
    events = x.ask("GET", f"/2/dm_conversations/with/{other}/dm_events", x.town.police).json()
    assert [one["text"].partition(" https")[0] for one in events["data"]] == [
        "Thank you",
        "Please call us",
    ]
    assert x.ask("POST", more, x.town.roads, json={"text": "Not mine"}).status_code == 403
    gone = x.ask("DELETE", f"/2/dm_events/{told['dm_event_id']}", x.town.police)
    assert gone.json() == {"data": {"deleted": True}}
    assert x.ask("POST", path, x.town.police, json={}).status_code == 400


def test_the_limit_of_messages_is_told(x: Desk) -> None:
    path = f"/2/dm_conversations/with/{x.face.remote_id(x.town.ida)}/messages"
    sent = [x.ask("POST", path, x.town.police, json={"text": f"{n}"}) for n in range(16)]
    assert [one.status_code for one in sent] == [201] * 15 + [429]
    last = sent[-1]
    assert last.json()["title"] == "Too Many Requests"
    assert last.headers["x-rate-limit-remaining"] == "0"
    resets = int(last.headers["x-rate-limit-reset"])
    assert resets == x.town.world.clock.now_ms() // 1000 + 900
    assert last.headers["x-user-limit-24hour-limit"] == "1440"


def test_ids_are_made_of_the_moment_and_lead_back(x: Desk) -> None:
    one, two = published(x, text="One"), published(x, text="Two")
    assert int(one) < int(two)
    assert x.face.remote_id(x.town.police) == str((JOINED_MS - 1_288_834_974_657) << 22 | 1)
    forged = str(int(one) + (1 << 22))
    answer = x.ask("GET", TWEETS, x.town.police, params={"ids": f"{one},{forged}"}).json()
    assert [post["id"] for post in answer["data"]] == [one]
    assert answer["errors"][0]["resource_id"] == forged


def test_a_post_whose_answer_was_cut_off_is_there_and_not_taken_twice(x: Desk) -> None:
    x.server.do(x.server.faults.set, "x", FaultKind.CUT)
    with pytest.raises(requests.ConnectionError):
        publish(x, text="The M97 is closed")
    x.server.do(x.server.faults.lift, "x")
    assert [x.town.world.post(1).said.text, len(x.town.world.columns)] == ["The M97 is closed", 1]
    assert publish(x, text="The M97 is closed").status_code == 403
