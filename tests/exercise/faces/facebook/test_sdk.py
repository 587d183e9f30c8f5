"""The platform's own library reads and publishes, led here by its host alone."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from controlroom.exercise.world import PostKind
from tests.exercise.faces.facebook.test_publishing import PNG
from tests.exercise.faces.facebook.town import GRAPH, Town
from tests.exercise.serving import Served

business = import_module("facebook_business.api")
session = import_module("facebook_business.session")
pages = import_module("facebook_business.adobjects.page")
posts = import_module("facebook_business.adobjects.pagepost")
comments = import_module("facebook_business.adobjects.comment")
threads = import_module("facebook_business.adobjects.unifiedthread")
lives = import_module("facebook_business.adobjects.livevideo")
failure = import_module("facebook_business.exceptions").FacebookRequestError


@pytest.fixture
def api(town: Town, server: Served, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setattr(session.FacebookSession, "GRAPH", server.led[GRAPH])
    credential = town.face.credential(town.page)
    one = session.FacebookSession(credential.app.id, credential.app.secret, credential.access)
    yield business.FacebookAdsApi(one)
    one.requests.close()


@pytest.fixture
def page(town: Town, api: Any) -> Any:
    return pages.Page(town.face.remote_id(town.page), api=api)


def test_it_reads_a_page_and_follows_its_cursors(town: Town, page: Any) -> None:
    for number in range(60):
        town.post(f"Post {number}")
    page.api_get(fields=["name", "username", "fan_count"])
    assert (page["name"], page["fan_count"]) == ("Westmarch Police", 20_000)
    found = [one["message"] for one in page.get_posts(fields=["message"], params={"limit": 7})]
    assert found == [f"Post {number}" for number in range(59, -1, -1)]


def test_it_publishes_answers_changes_and_deletes(town: Town, page: Any, api: Any) -> None:
    made = page.create_feed(
        params={"message": "M97 is shut", "link": "https://westmarch.example/m97"}
    )
    (post,) = page.get_feed(params={"fields": "message,attachments{unshimmed_url}"})
    assert post["id"] == made["id"]
    assert post["attachments"]["data"][0]["unshimmed_url"] == "https://westmarch.example/m97"
    town.comment(1, "Until when?")
    (asked,) = posts.PagePost(made["id"], api=api).get_comments(
        fields=["message", "from", "can_hide"], params={"filter": "stream"}
    )
    assert (asked["from"]["name"], asked["can_hide"]) == ("Ida Quill", True)
    comment = comments.Comment(asked["id"], api=api)
    comment.create_comment(params={"message": "Until noon"})
    comment.create_like()
    comment.api_update(params={"is_hidden": True})
    assert town.world.post(2).hidden
    assert town.world.post(3).reply_to == 2
    comment.api_delete()
    assert town.world.is_gone(2)
    posts.PagePost(made["id"], api=api).api_update(params={"message": "M97 is open"})
    assert town.world.post(1).said.text == "M97 is open"
    posts.PagePost(made["id"], api=api).api_delete()
    assert list(page.get_posts()) == []


def test_it_puts_up_pictures_with_descriptions(
    town: Town, page: Any, api: Any, tmp_path: Path
) -> None:
    path = tmp_path / "bridge.png"
    path.write_bytes(PNG)
    with path.open("rb") as file:
        photo = api.call(
            "POST",
            (page["id"], "photos"),
            params={"published": False, "alt_text_custom": "The bridge"},
            files={"source": file},
        ).json()
    page.create_feed(params={"message": "Shut", "attached_media": [{"media_fbid": photo["id"]}]})
    (post,) = page.get_posts(params={"fields": "attachments{type,description,target,media}"})
    (attachment,) = post["attachments"]["data"]
    assert (attachment["type"], attachment["description"]) == ("photo", "The bridge")
    assert attachment["target"]["id"] == photo["id"]
    assert attachment["media"]["image"]["width"] == 3
    assert town.world.media[photo["id"]] == PNG


def test_it_answers_by_message_and_reads_the_dialogue(town: Town, page: Any, api: Any) -> None:
    town.message("His name is Carl Venn", town.ida, town.page)
    sent = page.create_message(
        params={
            "recipient": {"id": town.face.remote_id(town.ida)},
            "message": {"text": "Thank you"},
            "messaging_type": "RESPONSE",
        }
    )
    assert town.world.post(2).kind is PostKind.MESSAGE
    (thread,) = page.get_conversations(fields=["participants", "message_count", "can_reply"])
    assert (thread["message_count"], thread["can_reply"]) == (2, True)
    found = threads.UnifiedThread(thread["id"], api=api).get_messages(
        params={"fields": "message,from"}
    )
    assert [one["message"] for one in found] == ["Thank you", "His name is Carl Venn"]
    assert sent.export_all_data()["recipient_id"] == town.face.remote_id(town.ida)


def test_it_goes_live_and_ends(town: Town, page: Any, api: Any) -> None:
    made = page.create_live_video(params={"title": "Live", "status": "LIVE_NOW"})
    assert made["secure_stream_url"].startswith("rtmps://")
    (live,) = page.get_live_videos(
        fields=["status", "title"], params={"broadcast_status": ["LIVE"]}
    )
    assert (live["id"], live["title"]) == (made["id"], "Live")
    lives.LiveVideo(made["id"], api=api).api_update(params={"end_live_video": True})
    assert list(page.get_live_videos(params={"broadcast_status": ["LIVE"]})) == []
    assert town.world.post(1).kind is PostKind.VIDEO


def test_it_asks_several_things_in_one_batch(town: Town, page: Any, api: Any) -> None:
    town.post("Post")
    batch, told = api.new_batch(), []
    page.api_get(fields=["name"], batch=batch, success=lambda one: told.append(one.json()["name"]))
    page.get_posts(batch=batch, success=lambda one: told.append(len(one.json()["data"])))
    batch.execute()
    assert told == ["Westmarch Police", 1]


def test_errors_come_as_the_library_knows_them(town: Town, page: Any, api: Any) -> None:
    with pytest.raises(failure) as caught:
        comments.Comment("1_2", api=api).api_get()
    assert (caught.value.api_error_code(), caught.value.api_error_subcode()) == (100, 33)
    town.world.tokens.end(town.page.number)
    with pytest.raises(failure) as caught:
        page.api_get()
    assert (caught.value.http_status(), caught.value.api_error_code()) == (401, 190)
