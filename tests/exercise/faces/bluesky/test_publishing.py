"""Publishing: PyPI's `atproto` reads and publishes; what it does not do is asked for plainly."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
import requests
from atproto import Client, client_utils, models
from atproto.exceptions import BadRequestError
from libipld import decode_cid

from controlroom.exercise.faces.bluesky.cids import bytes_cid, record_cid
from controlroom.exercise.faults import FaultKind
from controlroom.exercise.world import MediaKind, PostKind, SimPost
from controlroom.model.stream import SourceKind
from tests.exercise.faces.bluesky.town import PASSWORD, Desk, read_all, source, texts

POST, LIKE = "app.bsky.feed.post", "app.bsky.feed.like"
GATE = "app.bsky.feed.threadgate"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
MP4 = b"\0\0\0\x18ftypmp42" + bytes(40)
WHEN = "2026-05-14T09:00:00.000Z"
KEY = "3mlrqxaz22k2a"


def said(text: str = "Hello", **more: Any) -> dict[str, Any]:
    return {"$type": POST, "text": text, "createdAt": WHEN, **more}


@pytest.fixture
def client(bluesky: Desk) -> Iterator[Client]:
    one = Client(base_url=bluesky.base)
    # The library compares tokens with the real clock, so the exercise's is set to it.
    bluesky.server.do(bluesky.town.world.clock.jump, datetime.now(UTC) - bluesky.town.now())
    me = one.login(bluesky.town.police.handle, PASSWORD)
    assert me is not None
    assert me.did == bluesky.did(bluesky.town.police)
    yield one
    one.request.close()


def newest(bluesky: Desk) -> SimPost:
    world = bluesky.town.world
    return bluesky.server.do(lambda: world.post(len(world.columns)))


def test_the_library_reads_timelines_threads_and_notifications(
    bluesky: Desk, client: Client
) -> None:
    town = bluesky.town
    ours = bluesky.says(town.police, "Statement")
    bluesky.says(town.ida, "A question", reply_to=ours)
    bluesky.says(town.roads, "The M97 is closed")
    timeline = client.get_timeline(limit=1)
    assert timeline.feed[0].post.record.text == "The M97 is closed"
    older = client.get_timeline(cursor=timeline.cursor)
    assert [item.post.record.text for item in older.feed] == ["Statement"]
    notice = client.app.bsky.notification.list_notifications().notifications[0]
    assert (notice.reason, notice.record.text) == ("reply", "A question")
    thread = client.get_post_thread(older.feed[0].post.uri).thread
    assert [reply.post.record.text for reply in thread.replies] == ["A question"]
    chat = client.with_bsky_chat_proxy()
    bluesky.server.do(town.messages, town.ida, town.police, "It was Dane")
    (convo,) = chat.chat.bsky.convo.list_convos().convos
    assert (convo.unread_count, convo.last_message.text) == (1, "It was Dane")
    sent = chat.chat.bsky.convo.send_message(
        models.ChatBskyConvoSendMessage.Data(
            convo_id=convo.id, message=models.ChatBskyConvoDefs.MessageInput(text="Thank you")
        )
    )
    assert sent.sender.did == bluesky.did(town.police)
    assert newest(bluesky).to == town.ida.number
    chat.request.close()


def test_the_library_publishes_posts_answers_and_quotes(bluesky: Desk, client: Client) -> None:
    town = bluesky.town
    asked = bluesky.says(town.ida, "Is the M97 open?")
    uri = str(bluesky.face._site.kept.uri(asked))
    (view,) = client.get_posts([uri]).posts
    ref = models.ComAtprotoRepoStrongRef.Main(uri=view.uri, cid=view.cid)
    text = client_utils.TextBuilder().text("No 🚧 ").mention("Ida", bluesky.did(town.ida))
    answer = client.send_post(text, reply_to=models.AppBskyFeedPost.ReplyRef(root=ref, parent=ref))
    post = newest(bluesky)
    assert (post.said.text, post.reply_to, post.author) == ("No 🚧 Ida", asked, town.police.number)
    quote = client.send_post("See", embed=models.AppBskyEmbedRecord.Main(record=ref), langs=["pl"])
    assert (newest(bluesky).quote, newest(bluesky).said.language) == (asked, "pl")
    feed = bluesky.feed(town.police)
    read = read_all(feed, source(SourceKind.POSTS))
    assert texts(read) == ["See", "No 🚧 Ida"]
    assert [post.remote_id for post in read] == [quote.uri, answer.uri]
    assert [span.target for span in read[1].spans] == [bluesky.did(town.ida)]
    record = client.app.bsky.feed.post.get(bluesky.did(town.police), answer.uri.rpartition("/")[2])
    assert (record.cid, record.value.text) == (answer.cid, "No 🚧 Ida")


@pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")
def test_the_library_publishes_pictures_and_videos(bluesky: Desk, client: Client) -> None:
    ratio = models.AppBskyEmbedDefs.AspectRatio(width=30, height=20)
    client.send_image("Look", PNG, "A road", image_aspect_ratio=ratio)
    (medium,) = newest(bluesky).said.media
    assert (medium.kind, medium.alt, medium.width) == (MediaKind.IMAGE, "A road", 30)
    assert medium.key == bytes_cid(PNG)
    client.send_video("Watch", MP4, "A bus")
    assert newest(bluesky).said.media[0].kind is MediaKind.VIDEO
    video, image = read_all(bluesky.feed(bluesky.town.police), source(SourceKind.POSTS))
    assert fetched(bluesky, image.media[0].url).content == PNG
    playlist = fetched(bluesky, video.media[0].url)
    assert playlist.text.startswith("#EXTM3U")
    clip = next(line for line in playlist.text.splitlines() if line.startswith("/"))
    assert fetched(bluesky, f"https://video.bsky.app{clip}").content == MP4
    blob = client.com.atproto.sync.get_blob(
        {"cid": medium.key, "did": bluesky.did(bluesky.town.police)}
    )
    assert blob == PNG


def fetched(bluesky: Desk, address: str) -> requests.Response:
    host, _, path = address.removeprefix("https://").partition("/")
    answer = requests.get(f"{bluesky.server.led[host]}/{path}", timeout=10)
    assert answer.status_code == 200
    return answer


def test_the_library_likes_passes_on_and_takes_back(bluesky: Desk, client: Client) -> None:
    world, number = bluesky.town.world, bluesky.says(bluesky.town.ida, "Nice")
    likes = bluesky.server.do(world.post, number).likes
    (view,) = client.get_posts([str(bluesky.face._site.kept.uri(number))]).posts
    like = client.like(view.uri, view.cid)
    client.like(view.uri, view.cid)
    assert bluesky.server.do(world.post, number).likes == likes + 1
    repost = client.repost(view.uri, view.cid)
    assert (newest(bluesky).kind, newest(bluesky).quote) == (PostKind.REPOST, number)
    (seen,) = client.get_posts([view.uri]).posts
    assert seen.viewer is not None
    assert seen.viewer.repost == repost.uri
    assert seen.viewer.like
    assert seen.viewer.like != like.uri
    assert client.unlike(seen.viewer.like)
    assert client.unrepost(repost.uri)
    assert bluesky.server.do(world.post, number).likes == likes
    assert newest(bluesky).deleted_ms
    mine = client.send_post("Mine")
    assert client.delete_post(mine.uri)
    assert client.get_posts([mine.uri]).posts == []
    assert client.delete_post(mine.uri)


def test_the_library_is_refused_in_the_networks_words(bluesky: Desk, client: Client) -> None:
    with pytest.raises(BadRequestError) as refused:
        client.send_post("x" * 301)
    assert refused.value.response is not None
    assert refused.value.response.content.message.endswith("longer than 300 graphemes")
    client.send_post("👩‍👩‍👧" * 100)
    bluesky.server.faults.set("bluesky", FaultKind.CUT)
    with pytest.raises(httpx.RemoteProtocolError):
        client.send_post("Cut off")
    bluesky.server.faults.lift("bluesky")
    assert newest(bluesky).said.text == "Cut off"


def test_a_key_chosen_before_sending_is_found_and_not_used_twice(bluesky: Desk) -> None:
    police = bluesky.town.police
    first = bluesky.writes(police, POST, said(), rkey=KEY)
    assert first.json()["uri"] == f"at://{bluesky.did(police)}/{POST}/{KEY}"
    again = bluesky.writes(police, POST, said(), rkey=KEY)
    assert again.status_code == 500
    assert again.json() == {
        "error": "InternalServerError", "message": "Internal Server Error",
    }  # fmt: skip
    assert len(bluesky.town.world.columns) == 1
    where = {"repo": bluesky.did(police), "collection": POST, "rkey": KEY}
    found = bluesky.ask("com.atproto.repo.getRecord", **where).json()
    assert (found["cid"], found["value"]) == (first.json()["cid"], said())
    put = bluesky.tell("com.atproto.repo.putRecord", police, record=said(), **where).json()
    assert (put["cid"], "commit" in put) == (found["cid"], False)
    other = bluesky.tell("com.atproto.repo.putRecord", police, record=said("Other"), **where)
    assert other.json()["commit"]["rev"]
    (post,) = read_all(bluesky.feed(police), source(SourceKind.POSTS))
    assert (post.text, post.remote_id) == ("Other", first.json()["uri"])
    swap = bluesky.tell(
        "com.atproto.repo.putRecord", police, record=said(), swapRecord=found["cid"], **where
    )
    assert swap.json()["error"] == "InvalidSwap"
    assert bluesky.tell("com.atproto.repo.deleteRecord", police, **where).status_code == 200
    gone = bluesky.ask("com.atproto.repo.getRecord", **where)
    assert (gone.status_code, gone.json()["error"]) == (400, "RecordNotFound")
    assert bluesky.writes(police, POST, said("Again"), rkey=KEY).status_code == 200


def test_several_writes_are_done_together_or_not_at_all(bluesky: Desk) -> None:
    police, kind = bluesky.town.police, "com.atproto.repo.applyWrites"
    post = {"$type": f"{kind}#create", "collection": POST, "rkey": KEY, "value": said()}
    gate = {
        "$type": f"{kind}#create", "collection": GATE, "rkey": KEY,
        "value": {"$type": GATE, "post": f"at://x/{POST}/{KEY}", "createdAt": WHEN, "allow": []},
    }  # fmt: skip
    wrong = post | {"rkey": "other", "value": said("x" * 301)}
    refused = bluesky.tell(kind, police, repo=bluesky.did(police), writes=[post, wrong])
    assert refused.json()["error"] == "InvalidRequest"
    assert not len(bluesky.town.world.columns)
    done = bluesky.tell(kind, police, repo=bluesky.did(police), writes=[post, gate]).json()
    assert [one["$type"] for one in done["results"]] == [f"{kind}#createResult"] * 2
    thread = bluesky.ask(
        "app.bsky.feed.getPostThread", bluesky.town.ida, uri=done["results"][0]["uri"]
    ).json()
    assert thread["threadgate"]["record"]["allow"] == []
    assert thread["thread"]["post"]["viewer"]["replyDisabled"]


def test_answers_are_hidden_by_the_one_they_answer_and_shown_again(bluesky: Desk) -> None:
    town = bluesky.town
    ours = bluesky.writes(town.police, POST, said(), rkey=KEY).json()["uri"]
    number = newest(bluesky).number
    rude = bluesky.says(town.tom, "Rude", reply_to=number)
    elsewhere = bluesky.says(town.tom, "Elsewhere")
    hidden = [str(bluesky.face._site.kept.uri(one)) for one in (rude, elsewhere)]
    gate = {"$type": GATE, "post": ours, "createdAt": WHEN, "hiddenReplies": hidden}
    where = {"repo": bluesky.did(town.police), "collection": GATE, "rkey": KEY}
    bluesky.tell("com.atproto.repo.putRecord", town.police, record=gate, **where)
    posts = [bluesky.server.do(town.world.post, one) for one in (rude, elsewhere)]
    assert [post.hidden for post in posts] == [True, False]
    bluesky.tell("com.atproto.repo.deleteRecord", town.police, **where)
    assert not bluesky.server.do(town.world.post, rude).hidden


def test_a_videos_job_is_done_at_once(bluesky: Desk) -> None:
    police = bluesky.town.police
    vouched = bluesky.ask(
        "com.atproto.server.getServiceAuth", police, aud="did:web:bsky.social",
        lxm="com.atproto.repo.uploadBlob",
    ).json()["token"]  # fmt: skip
    videos = f"{bluesky.server.led['video.bsky.app']}/xrpc/app.bsky.video"
    headers = {"Authorization": f"Bearer {vouched}", "Content-Type": "video/mp4"}
    query = {"did": bluesky.did(police), "name": "bus.mp4"}
    sent = requests.post(f"{videos}.uploadVideo", MP4, params=query, headers=headers, timeout=10)
    job = sent.json()["jobStatus"]
    assert job["state"] == "JOB_STATE_COMPLETED"
    told = requests.get(f"{videos}.getJobStatus", {"jobId": job["jobId"]}, timeout=10)
    assert told.json()["jobStatus"] == job
    embed = {"$type": "app.bsky.embed.video", "video": job["blob"], "alt": "A bus"}
    assert bluesky.writes(police, POST, said(embed=embed)).status_code == 200
    assert bluesky.ask("app.bsky.feed.getTimeline", vouched).json()["error"] == "InvalidToken"


@pytest.mark.parametrize(
    ("record", "error", "message"),
    [
        ("no record", "InvalidRequest", '"record"'),
        ({"text": "x"}, "InvalidRequest", "createdAt"),
        ({"createdAt": WHEN}, "InvalidRequest", '"text"'),
        (said(**{"$type": LIKE}), "InvalidRequest", f"expected {POST}, got {LIKE}"),
        (said(weight=1.5), "InvalidRequest", "encoded"),
        (said(facets=[{}]), "InvalidRequest", "facets"),
        (said(langs=["a", "b", "c", "d"]), "InvalidRequest", "3 elements"),
        (said(reply={"root": {}}), "InvalidRequest", "Record/root"),
        (
            said(embed={"$type": "app.bsky.embed.images", "images": [{}] * 5}),
            "InvalidRequest", "4 elements",
        ),
        (
            said(
                embed={
                    "$type": "app.bsky.embed.video",
                    "video": {"$type": "blob", "ref": {"$link": bytes_cid(b"")}},
                }
            ),
            "BlobNotFound", "Could not find blob",
        ),
    ],
)  # fmt: skip
def test_a_record_that_is_wrong_is_refused(
    bluesky: Desk, record: Any, error: str, message: str
) -> None:
    refused = bluesky.writes(bluesky.town.police, POST, record)
    assert (refused.status_code, refused.json()["error"]) == (400, error)
    assert message in refused.json()["message"]
    assert not len(bluesky.town.world.columns)


def test_nobody_writes_for_somebody_else(bluesky: Desk) -> None:
    body = {"repo": bluesky.did(bluesky.town.ida), "collection": POST, "record": said()}
    refused = bluesky.tell("com.atproto.repo.createRecord", bluesky.town.police, **body)
    assert (refused.status_code, refused.json()["error"]) == (401, "AuthenticationRequired")
    body["repo"] = "nobody.example"
    refused = bluesky.tell("com.atproto.repo.createRecord", bluesky.town.police, **body)
    assert refused.json()["message"] == "Could not find repo: nobody.example"


def test_writes_are_counted_in_points(bluesky: Desk) -> None:
    answer = bluesky.writes(bluesky.town.police, POST, said())
    assert answer.headers["RateLimit-Limit"] == "5000"
    assert answer.headers["RateLimit-Remaining"] == "4997"
    where = answer.json()["uri"].rpartition("/")[2]
    answer = bluesky.tell(
        "com.atproto.repo.deleteRecord", bluesky.town.police, rkey=where, collection=POST,
        repo=bluesky.did(bluesky.town.police),
    )  # fmt: skip
    assert answer.headers["RateLimit-Remaining"] == "4996"
    for _ in range(1665):
        bluesky.face._site.till.spend(("writes",), str(bluesky.town.police.number), 3)
    refused = bluesky.writes(bluesky.town.police, POST, said())
    assert (refused.status_code, refused.json()["error"]) == (429, "RateLimitExceeded")


def test_records_are_listed_newest_first_page_by_page(bluesky: Desk) -> None:
    ida = bluesky.town.ida
    for at in range(5):
        bluesky.says(ida, f"{at}")
    found: list[str] = []
    cursor: dict[str, str] = {}
    for _ in range(3):
        page = bluesky.ask(
            "com.atproto.repo.listRecords", repo=ida.handle, collection=POST, limit=2, **cursor
        ).json()
        found += [one["value"]["text"] for one in page["records"]]
        cursor = {"cursor": page.get("cursor", "")}
    assert found == ["4", "3", "2", "1", "0"]
    assert cursor == {"cursor": ""}
    assert all(decode_cid(one["cid"]) for one in page["records"])
    assert page["records"][0]["cid"] == record_cid(page["records"][0]["value"])
