"""A third party's client reads and publishes on the simulated server; only the host differs."""

import struct
import threading
import time
import zlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
import requests
from mastodon import Mastodon, StreamListener
from mastodon.errors import (
    MastodonAPIError,
    MastodonNotFoundError,
    MastodonRatelimitError,
    MastodonUnauthorizedError,
)

from controlroom.exercise.world import PostKind, Said
from controlroom.feeds.renewal import challenge
from tests.engine.mastodon_server import wait_until
from tests.exercise.faces.mastodon.city import City, city, own_id

SHOWN = "urn:ietf:wg:oauth:2.0:oob"


def png(width: int = 6, height: int = 4) -> bytes:
    def part(kind: bytes, told: bytes) -> bytes:
        return (
            struct.pack(">I", len(told)) + kind + told + struct.pack(">I", zlib.crc32(kind + told))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    parts = part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


CLIP = b"\0\0\0\x18ftypmp42\0\0\0\0" + b"\0" * 64


@pytest.fixture
def fen() -> Iterator[City]:
    with city() as one:
        yield one


@pytest.fixture
def client(fen: City) -> Mastodon:
    return fen.client(fen.force)


def code_of(address: str) -> str:
    """Returns the code a page shows to whoever agreed."""
    page = requests.get(address, timeout=10).text
    return page.partition("<code>")[2].partition("</code>")[0]


def signed_in(fen: City, scopes: list[str]) -> Mastodon:
    name, secret = Mastodon.create_app("Desk", scopes=scopes, api_base_url=fen.base)
    one = Mastodon(client_id=name, client_secret=secret, api_base_url=fen.base)
    code = code_of(one.auth_request_url(scopes=scopes, allow_http=True))
    one.log_in(code=code, scopes=scopes, allow_http=True)
    return one


def test_signing_in(fen: City) -> None:
    one = signed_in(fen, ["read", "write"])
    assert one.account_verify_credentials().username == "WestmarchPolice"
    assert one.app_verify_credentials().name == "Desk"
    token = one.access_token
    one.revoke_access_token(allow_http=True)
    again = Mastodon(api_base_url=fen.base, access_token=token, version_check_mode="none")
    with pytest.raises(MastodonUnauthorizedError):
        again.account_verify_credentials()


@pytest.mark.parametrize(
    ("verifier", "told"), [("another", (400, "invalid_grant")), ("right", (200, None))]
)
def test_a_code_is_worth_nothing_without_its_verifier(
    fen: City, verifier: str, told: tuple[int, str | None]
) -> None:
    name, secret = Mastodon.create_app("Desk", scopes=["read"], api_base_url=fen.base)
    asked = {"client_id": name, "redirect_uri": SHOWN, "response_type": "code", "scope": "read"}
    asked |= {"code_challenge": challenge("right"), "code_challenge_method": "S256"}
    code = code_of(f"{fen.base}/oauth/authorize?{urlencode(asked)}")
    form = {"grant_type": "authorization_code", "code": code, "client_id": name}
    form |= {"client_secret": secret, "redirect_uri": SHOWN, "code_verifier": verifier}
    answer = requests.post(f"{fen.base}/oauth/token", form, timeout=10)
    assert (answer.status_code, answer.json().get("error")) == told


def test_a_token_to_read_does_not_write(fen: City) -> None:
    one = signed_in(fen, ["read"])
    assert one.timeline_home() == []
    with pytest.raises(MastodonAPIError, match="outside the authorized scopes"):
        one.status_post("no")


def test_a_post_and_an_answer(fen: City, client: Mastodon) -> None:
    posted = client.status_post(
        "M97 closed <both ways> @ida.brook #M97", spoiler_text="Traffic", language="en"
    )
    ida = fen.client(fen.ida)
    answer = ida.status_reply(posted, "which junction?")
    assert posted.content.startswith("<p>M97 closed &lt;both ways&gt; <span")
    assert [one.acct for one in posted.mentions] == ["ida.brook"]
    assert [one.name for one in posted.tags] == ["m97"]
    assert (posted.spoiler_text, posted.sensitive) == ("Traffic", True)
    assert answer.in_reply_to_id == posted.id
    context = client.status_context(posted)
    assert [one.id for one in context.descendants] == [answer.id]
    (news,) = client.notifications(types=["mention"])
    assert (news.type, news.status.id) == ("mention", answer.id)
    assert client.notifications(exclude_types=["mention"]) == []


def test_the_same_key_publishes_once(fen: City, client: Mastodon) -> None:
    first = client.status_post("Stay away from the mill", idempotency_key="one")
    again = client.status_post("Stay away from the mill", idempotency_key="one")
    other = fen.client(fen.oldmere).status_post("Stay away", idempotency_key="one")
    assert first.id == again.id != other.id
    fen.world.clock.jump(timedelta(hours=1))
    assert client.status_post("Stay away", idempotency_key="one").id != first.id


def test_pictures_have_descriptions(fen: City, client: Mastodon) -> None:
    content = png()
    uploaded = client.media_post(content, mime_type="image/png", description="A gate")
    described = client.media_update(uploaded, description="The mill's gate")
    posted = client.status_post("", media_ids=[described], sensitive=True)
    (shown,) = posted.media_attachments
    assert (shown.type, shown.description) == ("image", "The mill's gate")
    assert (shown.meta.original.width, shown.meta.original.height) == (6, 4)
    assert posted.sensitive
    path = shown.url.partition("fenmast.example")[2]
    answer = requests.get(f"{fen.base}{path}", timeout=10)
    assert (answer.content, answer.headers["Content-Type"]) == (content, "image/png")


def test_a_clip_has_to_be_ready(fen: City, client: Mastodon) -> None:
    clip = client.media_post(CLIP, mime_type="video/mp4")
    assert clip.url is None
    with pytest.raises(MastodonAPIError, match="not finished processing"):
        client.status_post("The lorry", media_ids=[clip])
    fen.world.clock.jump(timedelta(seconds=5))
    assert client.media(clip).url
    assert client.status_post("The lorry", media_ids=[clip]).media_attachments[0].type == "video"


def test_a_file_of_another_kind_is_refused(client: Mastodon) -> None:
    with pytest.raises(MastodonAPIError, match="content type is invalid"):
        client.media_post(b"MZ" + b"\0" * 90, mime_type="image/png")


def test_a_poll_is_held_and_voted_in(fen: City, client: Mastodon) -> None:
    poll = client.make_poll(["Yes", "No"], expires_in=600)
    posted = client.status_post("Were you there?", poll=poll)
    ida = fen.client(fen.ida)
    voted = ida.poll_vote(posted.poll, [1])
    assert [one.votes_count for one in voted.options] == [0, 1]
    assert (voted.voted, voted.own_votes) == (True, [1])
    with pytest.raises(MastodonAPIError, match="already voted"):
        ida.poll_vote(posted.poll, [0])
    fen.world.clock.jump(timedelta(minutes=10))
    assert client.poll(posted.poll).expired


def test_a_post_waits_for_its_time(fen: City, client: Mastodon) -> None:
    at = fen.world.clock.now() + timedelta(minutes=20)
    waiting = client.status_post("Open again", scheduled_at=at)
    later = client.scheduled_status_update(waiting, at + timedelta(minutes=1))
    other = client.status_post("Never mind", scheduled_at=at)
    client.scheduled_status_delete(other)
    assert [one.id for one in client.scheduled_statuses()] == [waiting.id]
    assert later.params.text == "Open again"
    fen.world.clock.jump(timedelta(minutes=20))
    assert client.account_statuses(client.me()) == []
    fen.world.clock.jump(timedelta(minutes=1))
    wait_until(lambda: bool(client.account_statuses(client.me())))
    assert client.scheduled_statuses() == []
    with pytest.raises(MastodonAPIError, match="must be in the future"):
        client.status_post("Too soon", scheduled_at=fen.world.clock.now() + timedelta(minutes=1))


def test_changing_and_deleting(fen: City, client: Mastodon) -> None:
    posted = client.status_post("chages")
    fen.world.clock.jump(timedelta(minutes=1))
    changed = client.status_update(posted, "changes")
    assert (changed.content, changed.edited_at) == ("<p>changes</p>", fen.world.clock.now())
    assert [one.content for one in client.status_history(posted)] == [
        "<p>chages</p>",
        "<p>changes</p>",
    ]
    assert client.status_source(posted).text == "changes"
    with pytest.raises(MastodonAPIError, match="not allowed"):
        fen.client(fen.ida).status_delete(posted)
    assert client.status_delete(posted).text == "changes"
    with pytest.raises(MastodonNotFoundError):
        client.status(posted)
    assert client.statuses([posted]) == []


def test_liking_and_passing_on(fen: City, client: Mastodon) -> None:
    number = fen.server.do(fen.world.publish, fen.ida.number, Said("A heron"))
    (heron,) = client.account_statuses(own_id(fen.face.remote_id(fen.ida)))
    likes = heron.favourites_count
    assert client.status_favourite(heron).favourites_count == likes + 1
    assert client.status_favourite(heron).favourites_count == likes + 1
    passed_on = client.status_reblog(heron)
    assert passed_on.reblog.id == heron.id
    assert client.status_reblog(heron).id == passed_on.id
    shown = client.status(heron)
    assert (shown.favourited, shown.reblogged, shown.reblogs_count) == (True, True, 1)
    assert [one.username for one in client.status_reblogged_by(heron)] == ["WestmarchPolice"]
    client.status_unreblog(heron)
    client.status_unfavourite(heron)
    shown = client.status(heron)
    assert (shown.favourited, shown.reblogged, shown.favourites_count) == (False, False, likes)
    assert number == 1


def test_who_sees_what(fen: City, client: Mastodon) -> None:
    open_ = client.status_post("for all")
    private = client.status_post("for followers #M97", visibility="private")
    direct = client.status_post("@ida.brook for you", visibility="direct")
    ida, oldmere = fen.client(fen.ida), fen.client(fen.oldmere)
    assert {one.id for one in ida.account_statuses(client.me())} == {open_.id}
    assert {one.id for one in oldmere.account_statuses(client.me())} == {open_.id, private.id}
    assert ida.timeline_hashtag("M97") == []
    (dialogue,) = ida.conversations()
    assert (dialogue.last_status.id, dialogue.unread) == (direct.id, True)
    assert not ida.conversations_read(dialogue).unread
    with pytest.raises(MastodonNotFoundError):
        oldmere.status(direct)
    (post,) = fen.world.newest("mastodon", "messages", fen.ida.number)
    assert (post.kind, post.to) == (PostKind.MESSAGE, fen.ida.number)


def test_quoting(client: Mastodon) -> None:
    first = client.status_post("The M97 is closed")
    second = client.status_post("Still so", quoted_status_id=first.id)
    assert (second.quote.state, second.quote.quoted_status.id) == ("accepted", first.id)
    client.status_delete(first)
    assert client.status(second).quote.state == "deleted"


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("x" * 500, True),
        ("x" * 501, False),
        ("x" * 476 + " https://westmarch.example/" + "y" * 300, True),
        ("x" * 477 + " https://westmarch.example/y", False),
        ("  ", False),
    ],
)
def test_what_fits_in_a_post(client: Mastodon, text: str, allowed: bool) -> None:
    if allowed:
        client.status_post(text)
    else:
        with pytest.raises(MastodonAPIError, match="Validation failed: Text"):
            client.status_post(text)


def test_pages_follow_their_links(fen: City, client: Mastodon) -> None:
    for n in range(25):
        fen.server.do(fen.world.publish, fen.ida.number, Said(f"@WestmarchPolice {n}"))
    for page in (client.account_statuses(own_id(fen.face.remote_id(fen.ida)), limit=10),
                 client.notifications(limit=10)):  # fmt: skip
        following = client.fetch_next(page)
        back = client.fetch_previous(following)
        assert len(client.fetch_remaining(page)) == 25
        assert [one.id for one in back] == [one.id for one in page]
        assert not {one.id for one in following} & {one.id for one in page}


def test_people_are_followed_muted_and_found(fen: City, client: Mastodon) -> None:
    (ida,) = client.account_search("ida")
    assert (ida.acct, ida.display_name) == ("ida.brook", "Ida Brook")
    assert client.account_lookup("ida.brook").id == ida.id
    assert client.account_follow(ida).following
    fen.server.do(fen.world.publish, fen.ida.number, Said("@WestmarchPolice Good Morning"))
    assert [one.account.id for one in client.timeline_home()] == [ida.id]
    assert [one.account.id for one in client.search("MORNING good").statuses] == [ida.id]
    assert client.account_mute(ida).muting
    assert client.timeline_home() == client.notifications() == []
    assert not client.account_unmute(ida).muting
    assert not client.account_unfollow(ida).following


def test_limits_of_uploads_and_deletions(fen: City, client: Mastodon) -> None:
    posted = [client.status_post(f"number {n}") for n in range(31)]
    for one in posted[:30]:
        client.status_delete(one)
    with pytest.raises(MastodonRatelimitError):
        client.status_delete(posted[30])
    fen.world.clock.jump(timedelta(minutes=30))
    client.status_delete(posted[30])
    assert (client.ratelimit_limit, client.ratelimit_remaining) == (30, 29)
    assert client.ratelimit_reset == pytest.approx(time.time() + 1800, abs=30)


class Heard(StreamListener):  # type: ignore[misc]
    """Remembers what came."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Any]] = []
        self.alive = threading.Event()

    def on_update(self, status: Any) -> None:
        self.told.append(("update", status.content))

    def on_status_update(self, status: Any) -> None:
        self.told.append(("status.update", status.content))

    def on_notification(self, notification: Any) -> None:
        self.told.append((notification.type, notification.account.username))

    def on_delete(self, status_id: Any) -> None:
        self.told.append(("delete", str(status_id)))

    def on_conversation(self, conversation: Any) -> None:
        self.told.append(("conversation", conversation.last_status.content))


def test_listening(fen: City, client: Mastodon) -> None:
    fen.face.site.keep_alive_s = 0.2
    heard = Heard()
    stream = client.stream_user(heard, run_async=True, timeout=10)
    wait_until(lambda: bool(fen.face.hub.ears))
    posted = fen.client(fen.oldmere).status_post("@WestmarchPolice look")
    fen.client(fen.oldmere).status_delete(posted)
    wait_until(lambda: len(heard.told) == 3)
    stream.close()
    assert [kind for kind, _ in heard.told] == ["update", "mention", "delete"]
    assert heard.told[1:] == [("mention", "WMPOldmere"), ("delete", posted.id)]
