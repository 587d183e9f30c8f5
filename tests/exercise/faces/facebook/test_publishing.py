"""Publishing at the simulated Facebook: every form, and every refusal of the original."""

import json
import struct
import time
import zlib
from typing import Any

import pytest
import requests

from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.faults import FaultKind
from controlroom.exercise.world import MediaKind, PostKind, Said
from controlroom.feeds.networks.facebook.feed import FacebookFeed
from controlroom.model.stream import SourceKind
from tests.exercise.faces.facebook.town import STARTS, Town, at, read_all, source
from tests.exercise.serving import Served


def chunk(kind: bytes, data: bytes) -> bytes:
    told = kind + data
    return struct.pack(">I", len(data)) + told + struct.pack(">I", zlib.crc32(told))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0" * 20))
    + chunk(b"IEND", b"")
)
NOON_S = round(STARTS.timestamp()) + 3 * 3_600


class Desk:
    """Asks in the page's name."""

    def __init__(self, town: Town, server: Served) -> None:
        self.server = server
        self.token = town.face.credential(town.page).access
        self.name = town.face.remote_id(town.page)

    def __call__(self, method: str, path: str, files: Any = None, **given: Any) -> Any:
        token = {"access_token": given.pop("token", self.token)}
        query, form = (given | token, None) if method != "POST" else (None, given | token)
        return requests.request(method, at(self.server, path), params=query, data=form,
                                files=files, timeout=5)  # fmt: skip

    def post(self, path: str, **given: Any) -> dict[str, Any]:
        told = self("POST", path, **given)
        assert told.status_code == 200, told.text
        found: dict[str, Any] = told.json()
        return found

    def refused(self, path: str, method: str = "POST", **given: Any) -> tuple[int, int]:
        """Returns code and subcode."""
        error = self(method, path, **given).json()["error"]
        assert set(error) >= {"message", "type", "code", "fbtrace_id"}
        return error["code"], error.get("error_subcode", 0)


@pytest.fixture
def desk(town: Town, server: Served) -> Desk:
    return Desk(town, server)


def test_what_is_published_is_read(desk: Desk, feed: FacebookFeed) -> None:
    made = desk.post("me/feed", message="Shut at J4 🚨")
    (post,) = read_all(feed, source(SourceKind.POSTS))[0]
    assert (post.remote_id, post.text) == (made["id"], "Shut at J4 🚨")
    assert desk.refused("me/feed", message="Shut at J4 🚨") == (506, 1455006)
    assert desk.refused("me/feed", message=" ") == (100, 1349125)


def test_a_scheduled_post_goes_out_at_its_time_and_keeps_its_id(
    town: Town, server: Served, desk: Desk, feed: FacebookFeed
) -> None:
    made = desk.post("me/feed", message="At noon", published="false", scheduled_publish_time=NOON_S)
    (waiting,) = desk(
        "GET", "me/scheduled_posts", fields="scheduled_publish_time,is_published,message"
    ).json()["data"]
    assert (waiting["id"], waiting["scheduled_publish_time"]) == (made["id"], NOON_S)
    assert not waiting["is_published"]
    desk.post(made["id"], message="At noon, changed")
    assert feed.page(source(SourceKind.POSTS)).posts == ()
    town.later(180)
    server.do(town.face.book.send_due)
    (post,) = feed.page(source(SourceKind.POSTS)).posts
    assert (post.remote_id, post.text) == (made["id"], "At noon, changed")
    assert round(post.created_at.timestamp()) == NOON_S
    assert desk("GET", "me/scheduled_posts").json()["data"] == []
    assert [one.remote_id for one in feed.look([made["id"]]).posts] == [made["id"]]
    desk("DELETE", made["id"])
    assert feed.look([made["id"]]).gone == (made["id"],)


def test_a_time_too_near_or_too_far_is_refused(desk: Desk) -> None:
    for ahead in (-1, 599, 31 * 86_400):
        at_s = round(STARTS.timestamp()) + ahead
        given = {"message": "x", "published": "false", "scheduled_publish_time": at_s}
        assert desk.refused("me/feed", **given) == (100, 0)


def test_a_draft_that_was_dropped_does_not_go_out(town: Town, desk: Desk, server: Served) -> None:
    made = desk.post("me/feed", message="x", published="false", scheduled_publish_time=NOON_S)
    assert desk("DELETE", made["id"]).json() == {"success": True}
    town.later(200)
    server.do(town.face.book.send_due)
    assert len(town.world.columns) == 0


def test_a_picture_is_put_up_and_served(town: Town, desk: Desk, server: Served) -> None:
    made = desk.post("me/photos", files={"source": PNG}, caption="The bridge", alt_text_custom="A")
    told = desk("GET", made["id"], fields="images,alt_text_custom,page_story_id").json()
    assert (told["alt_text_custom"], told["page_story_id"]) == ("A", made["post_id"])
    image = told["images"][0]
    assert (image["width"], image["height"]) == (3, 2)
    where = image["source"].replace("https://scontent.xx.fbcdn.net",
                                    server.led["scontent.xx.fbcdn.net"])  # fmt: skip
    got = requests.get(where, timeout=5)
    assert (got.content, got.headers["Content-Type"]) == (PNG, "image/png")
    assert requests.get(where.partition("?")[0], timeout=5).status_code == 404
    assert desk.refused("me/photos", files={"source": b"no picture"}) == (324, 0)
    assert desk.refused("me/photos", url="https://elsewhere.example/a.png") == (324, 0)
    again = desk.post("me/photos", url=where)
    assert town.world.media[again["id"]] == PNG


def test_several_pictures_hang_on_one_post(desk: Desk, feed: FacebookFeed) -> None:
    ids = [desk.post("me/photos", files={"source": PNG}, published="false")["id"] for _ in range(3)]
    attached = {
        f"attached_media[{at}]": json.dumps({"media_fbid": one}) for at, one in enumerate(ids)
    }
    desk.post("me/feed", message="Three", **attached)
    (post,) = read_all(feed, source(SourceKind.POSTS))[0]
    assert len(post.media) == 3
    assert desk.refused("me/feed", message="Again", **attached) == (100, 1366046)


def test_one_of_several_pictures_is_taken_down(town: Town, desk: Desk) -> None:
    ids = [desk.post("me/photos", files={"source": PNG}, published="false")["id"] for _ in range(2)]
    attached = json.dumps([{"media_fbid": one} for one in ids])
    desk.post("me/feed", message="Two", attached_media=attached)
    assert desk("DELETE", ids[0]).json() == {"success": True}
    assert [one.key for one in town.world.post(1).said.media] == [ids[1]]
    assert desk("DELETE", ids[1]).json() == {"success": True}
    assert town.world.is_gone(1)


def test_what_is_due_goes_out_although_nobody_asks(town: Town, desk: Desk) -> None:
    desk.post("me/feed", message="x", published="false", scheduled_publish_time=NOON_S)
    town.later(180)
    patience = time.monotonic() + 10
    while not len(town.world.columns) and time.monotonic() < patience:
        time.sleep(0.05)
    assert town.world.post(1).said.text == "x"


def test_a_film_comes_in_pieces(town: Town, desk: Desk, feed: FacebookFeed) -> None:
    film = b"\0\0\0\x18ftypmp42" + bytes(2_500_000)
    begun = desk.post("me/videos", upload_phase="start", file_size=len(film))
    session, offsets = begun["upload_session_id"], begun
    wrong = {"upload_phase": "transfer", "upload_session_id": session, "start_offset": 7}
    assert desk.refused("me/videos", files={"video_file_chunk": b"x"}, **wrong) == (6001, 1363037)
    early = {"upload_phase": "finish", "upload_session_id": session}
    assert desk.refused("me/videos", **early) == (6001, 1363033)
    while offsets["start_offset"] != offsets["end_offset"]:
        first, last = int(offsets["start_offset"]), int(offsets["end_offset"])
        offsets = desk.post(
            "me/videos", files={"video_file_chunk": film[first:last]}, upload_phase="transfer",
            upload_session_id=session, start_offset=first,
        )  # fmt: skip
    assert desk.post("me/videos", **early, description="CCTV") == {"success": True}
    assert town.world.media[begun["video_id"]] == film
    (post,) = read_all(feed, source(SourceKind.POSTS))[0]
    assert (post.text, post.media[0].duration_ms) == ("CCTV", 10_000)
    status = desk("GET", begun["video_id"], fields="status,length").json()
    assert status["status"]["video_status"] == "ready"
    assert desk.refused("me/videos", **early) == (6000, 1363019)


def test_a_comment_is_hidden_by_the_page_it_stands_on_and_by_no_other(
    town: Town, desk: Desk
) -> None:
    root = town.post("Post")
    ours, theirs = town.comment(root, "Rude"), town.comment(town.post("x", by=town.council), "y")
    for number in (ours, theirs):
        town.world.like(number)
    view = f"{id_of(Stretch.STORY, root)}_{id_of(Stretch.COMMENT, ours)}"
    assert desk.post(view, is_hidden="true") == {"success": True}
    assert town.world.post(ours).hidden
    desk.post(view, is_hidden="false")
    assert not town.world.post(ours).hidden
    other = f"{id_of(Stretch.STORY, theirs - 1)}_{id_of(Stretch.COMMENT, theirs)}"
    assert desk.refused(other, is_hidden="true") == (200, 0)
    assert desk.refused(other, "DELETE") == (200, 0)
    assert desk.refused(view, message="Put into their mouth") == (200, 0)


def test_a_comment_can_carry_a_picture_and_tag_a_page(town: Town, desk: Desk) -> None:
    town.post("Post")
    story = f"{desk.name}_{id_of(Stretch.STORY, 1)}"
    council = town.face.remote_id(town.council)
    made = desk.post(f"{story}/comments", message=f"With @[{council}]", files={"source": PNG})
    told = desk("GET", made["id"], fields="message,message_tags,attachment").json()
    assert told["message"] == "With Westmarch Council"
    assert told["message_tags"][0]["offset"] == 5
    assert told["attachment"]["type"] == "photo"
    assert town.world.post(2).said.text == "With @WestmarchCouncil"


def sent(town: Town, text: str = "Hello", **more: Any) -> dict[str, Any]:
    return {
        "recipient": json.dumps({"id": town.face.remote_id(town.ida)}),
        "message": json.dumps({"text": text}),
        **more,
    }


def test_a_message_is_answered_in_its_window_only(town: Town, desk: Desk) -> None:
    assert desk.refused("me/messages", **sent(town)) == (10, 2018278)
    town.message("A tip", town.ida, town.page)
    made = desk.post("me/messages", **sent(town, "Thank you"))
    assert desk("GET", made["message_id"], fields="message,from").json()["message"] == "Thank you"
    assert desk.refused("me/messages", **sent(town, "x" * 2_001)) == (100, 2018109)
    town.later(24 * 60 + 1)
    assert desk.refused("me/messages", **sent(town)) == (10, 2018278)
    human = {"messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
    desk.post("me/messages", **sent(town, **human))
    town.later(6 * 24 * 60 + 1)
    assert desk.refused("me/messages", **sent(town, **human)) == (10, 2018278)
    nobody = sent(town) | {"recipient": json.dumps({"id": "1"})}
    assert desk.refused("me/messages", **nobody) == (100, 2018001)


def test_a_message_carries_a_picture(town: Town, desk: Desk) -> None:
    town.message("A tip", town.ida, town.page)
    message = json.dumps({"attachment": {"type": "image", "payload": {}}})
    desk.post("me/messages", **(sent(town) | {"message": message}), files={"filedata": PNG})
    assert town.world.post(2).said.media[0].kind is MediaKind.IMAGE


def test_a_comment_is_answered_privately_once_and_within_a_week(town: Town, desk: Desk) -> None:
    root = town.post("Post")
    first, late = town.comment(root, "I saw him"), town.comment(root, "Me too", town.tom)
    names = [f"{id_of(Stretch.STORY, root)}_{id_of(Stretch.COMMENT, one)}" for one in (first, late)]
    to = [json.dumps({"comment_id": name}) for name in names]
    text = json.dumps({"text": "Please tell us more"})
    made = desk.post("me/messages", recipient=to[0], message=text)
    assert made["recipient_id"] == town.face.remote_id(town.ida)
    assert desk.refused("me/messages", recipient=to[0], message=text) == (10900, 0)
    town.later(8 * 24 * 60)
    assert desk.refused("me/messages", recipient=to[1], message=text) == (10903, 0)


def test_only_the_page_itself_sees_and_does_what_is_its_own(town: Town, desk: Desk) -> None:
    other = town.face.remote_id(town.other)
    assert desk.refused(f"{other}/conversations", "GET")[0] == 283
    assert desk.refused(f"{other}/feed", message="x")[0] == 283
    person = town.face.person_token()
    assert desk.refused(f"{other}/feed", message="x", token=person)[0] == 210


@pytest.mark.parametrize(
    ("path", "given", "code"),
    [
        ("me", {"fields": "nonsense"}, 100),
        ("me", {"fields": "name{"}, 2500),
        ("me/nonsense", {}, 100),
        ("me/posts", {"after": "nonsense"}, 100),
        ("me/posts", {"limit": "x"}, 100),
        ("me/posts", {"fields": "attachments{nonsense}"}, 100),
        ("nobody.of.the.name", {}, 803),
        ("122100000000000001", {}, 12),
        ("1/2/3", {}, 2500),
        ("", {"ids": "1,2"}, 100),
        ("", {"ids": ",".join(str(one) for one in range(51))}, 100),
        ("me", {"token": "nonsense"}, 190),
        ("me", {"token": ""}, 2500),
        ("104400000000001", {"token": ""}, 104),
        ("me", {"appsecret_proof": "0" * 64}, 100),
    ],
)
def test_what_is_asked_wrongly_is_told_as_the_original_does(
    town: Town, desk: Desk, path: str, given: dict[str, str], code: int
) -> None:
    town.post("Post")
    assert desk.refused(path, "GET", **given)[0] == code


def test_the_graph_gives_up_where_an_answer_grows_too_large(town: Town, desk: Desk) -> None:
    said = Said("x")
    for _ in range(55):
        root = town.world.publish(town.page.number, said)
        for _ in range(100):
            town.world.publish(town.ida.number, said, kind=PostKind.COMMENT, reply_to=root)
    asked = {"limit": "100", "fields": "comments.limit(100){id}"}
    assert desk.refused("me/posts", "GET", **asked) == (1, 0)
    assert len(desk("GET", "me/posts", **(asked | {"limit": "5"})).json()["data"]) == 5


def test_the_next_page_comes_with_the_token_in_its_address(town: Town, desk: Desk) -> None:
    for number in range(5):
        town.post(f"Post {number}")
    told = desk("GET", "me/posts", limit="2", fields="message").json()
    assert f"access_token={desk.token}" in told["paging"]["next"]
    onward = requests.get(told["paging"]["next"], timeout=5).json()
    assert [one["message"] for one in onward["data"]] == ["Post 2", "Post 1"]
    back = requests.get(onward["paging"]["previous"], timeout=5).json()
    assert [one["message"] for one in back["data"]] == ["Post 4", "Post 3"]


def test_each_budget_that_is_spent_is_told_by_its_code(
    town: Town, server: Served, desk: Desk
) -> None:
    spend = town.face.book.usage.meter.spend
    app, person = town.face.app, town.face.person_token()
    town.comment(town.post("Post"), "I saw him")
    server.do(spend, "person", person, 200, 3_600, 200)
    assert desk.refused("me", "GET", token=person)[0] == 17
    assert desk.refused(desk.name, "GET", token=person)[0] == 32
    server.do(spend, "app", app.id, 400, 3_600, 398)
    assert desk.refused("me", "GET", token=person)[0] == 4
    page = str(town.page.number)
    server.do(spend, "private replies", page, 750, 3_600, 750)
    comment = f"{id_of(Stretch.STORY, 1)}_{id_of(Stretch.COMMENT, 2)}"
    recipient, text = json.dumps({"comment_id": comment}), json.dumps({"text": "Hello"})
    assert desk.refused("me/messages", recipient=recipient, message=text)[0] == 613
    server.do(spend, "messenger", page, 200_000, 86_400, 199_999)
    assert desk.refused("me/conversations", "GET") == (80006, 2446079)
    server.do(spend, "pages", page, 4_800_000, 86_400, 4_800_000)
    refused = desk("GET", "me")
    assert refused.json()["error"]["code"] == 80001
    used = json.loads(refused.headers["X-Business-Use-Case-Usage"])[desk.name][0]
    assert (used["type"], used["call_count"]) == ("pages", 100)
    assert used["estimated_time_to_regain_access"] == 24 * 60
    town.later(24 * 60)
    assert desk("GET", "me").status_code == 200


def test_versions_that_are_not_spoken_are_told(desk: Desk) -> None:
    base = at(desk.server, "").removesuffix("/v26.0/")
    told = requests.get(f"{base}/v99.0/me", {"access_token": desk.token}, timeout=5)
    assert told.json()["error"]["code"] == 2500
    for version in ("/v25.0", ""):
        told = requests.get(f"{base}{version}/me", {"access_token": desk.token}, timeout=5)
        assert told.json()["name"] == "Westmarch Police"


def test_what_was_accepted_stands_although_the_connection_was_cut(
    town: Town, desk: Desk, server: Served
) -> None:
    server.do(server.faults.set, "facebook", FaultKind.CUT)
    with pytest.raises(requests.ConnectionError):
        desk.post("me/feed", message="Once")
    server.do(server.faults.lift, "facebook")
    assert town.world.post(1).said.text == "Once"
    assert desk.refused("me/feed", message="Once") == (506, 1455006)
