"""Whatever is asked, the simulated Graph answers in its own words."""

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.doors import reply
from controlroom.exercise.faces.facebook.ids import Stretch, id_of, message_id, thread_id
from controlroom.exercise.faces.facebook.nodes import EDGES, FIELDS
from controlroom.exercise.faces.facebook.serving import encoded
from tests.exercise.faces.facebook.town import FILM, PICTURE, Town, at
from tests.exercise.serving import Served

ODD = st.sampled_from(
    ["", "0", "-1", "true", "null", "[]", "{}", "[1]", '{"id":1}', '{"text":1}', "9" * 30, "\x00",
     "\ud800", "a{b", "id", "x\r\ny", '{"comment_id":[]}', '[{"method":1}]', "start", "LIVE_NOW"]
)  # fmt: skip
NAMES = st.sampled_from(
    ["fields", "limit", "after", "before", "since", "until", "filter", "order", "summary", "ids",
     "message", "link", "published", "scheduled_publish_time", "attached_media", "recipient",
     "upload_phase", "file_size", "is_hidden", "batch", "status", "event_params", "platform",
     "attachment_id", "children", "media_type", "creation_id", "input_token"]
)  # fmt: skip


def busy() -> Town:
    town = Town()
    root = town.post("Post", media=(PICTURE, FILM))
    town.comment(root, "Comment")
    town.message("Tip", town.ida, town.page)
    return town


def ids(town: Town) -> list[str]:
    stories = [id_of(Stretch.STORY, 1), id_of(Stretch.COMMENT, 2), id_of(Stretch.PHOTO, 64)]
    page = town.face.remote_id(town.page)
    joined = [f"{page}_{stories[0]}", f"{stories[0]}_{stories[1]}"]
    talks = [thread_id(town.page.number, town.ida.number), message_id(3)]
    return ["me", page, *stories, *joined, *talks, "", "oauth", "debug_token", "\n", "a:b"]


EDGE_NAMES = sorted({edge for edges in EDGES.values() for edge in edges})


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["GET", "POST", "DELETE", "PUT"]),
    st.integers(0, 13),
    st.sampled_from(["", "messages", "photos", "videos", "feed", "access_token", *EDGE_NAMES]),
    st.dictionaries(NAMES, ODD, max_size=4),
)
def test_no_call_breaks_it(method: str, which: int, edge: str, given_: dict[str, str]) -> None:
    town = busy()
    told = ids(town)
    path = tuple(part for part in (told[which % len(told)], edge) if part)
    token = town.face.credential(town.page).access
    answer = reply(town.face.book, Call(method, "v26.0", path, given_, "http://127.0.0.1", token))
    assert encoded(answer.body)
    assert all("\n" not in value for value in answer.headers.values())


@pytest.mark.parametrize("node", list(FIELDS))
def test_every_field_of_everything_can_be_told(node: str) -> None:
    town = busy()
    token = town.face.credential(town.page).access
    seen = 0
    for name in ids(town):
        fields = ",".join(next(fields for one, fields in FIELDS.items() if one == node))
        call = Call("GET", "v26.0", (name,), {"fields": fields}, "http://127.0.0.1", token)
        answer = reply(town.face.book, call) if name else None
        seen += answer is not None and answer.status == 200
        assert answer is None or answer.status in (200, 400, 403, 404)
    assert seen or node not in ("Page", "PagePost", "Comment", "Photo", "UnifiedThread")


def test_a_body_nobody_can_read_is_told(town: Town, server: Served) -> None:
    credential = town.face.credential(town.page)
    head = {"Authorization": f"Bearer {credential.access}"}
    sent = [
        lambda: requests.post(at(server, "me/feed"), data=b"[", timeout=5,
                              headers=head | {"Content-Type": "application/json"}),
        lambda: requests.post(at(server, "me/feed"), data=b"xx", timeout=5,
                              headers=head | {"Content-Type": "multipart/form-data; boundary=a"}),
    ]  # fmt: skip
    for send in sent:
        assert send().json()["error"]["code"] == 100
    told = requests.post(
        at(server, "me/feed"), json={"message": "By JSON"}, headers=head, timeout=5
    )
    assert "id" in told.json()


def test_what_was_never_put_up_is_drawn(town: Town, server: Served) -> None:
    town.post("Clip", media=(FILM,))
    where = f"/media/{FILM.key}?of={id_of(Stretch.VIDEO, 64)}"
    still = requests.get(server.led["scontent.xx.fbcdn.net"] + where, timeout=20)
    assert still.headers["Content-Type"].startswith("image/")
    assert still.content
    wrong = server.led["scontent.xx.fbcdn.net"] + where.replace("cctv", "other")
    assert requests.get(wrong, timeout=5).status_code == 404
