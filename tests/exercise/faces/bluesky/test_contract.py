"""What the simulated Bluesky answers, held against the network's own lexicons.

PyPI's `atproto` carries them as models, made from the network's machine-readable descriptions.
"""

import json
from typing import Any

import pytest
import requests
from atproto_client import models
from atproto_client.models.utils import get_or_create
from libipld import decode_cid, decode_dag_cbor, encode_dag_cbor
from websockets.sync.client import connect

from controlroom.exercise.faces.bluesky.cids import cid_bytes, encoded, record_cid
from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.limits import limits, stream_hosts
from controlroom.exercise.faces.bluesky.timelines import EVERYTHING
from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from tests.exercise.faces.bluesky.town import PASSWORD, Desk

POLICE = "police.westmarch.example"
CHAT = {"atproto-proxy": "did:web:api.bsky.chat#bsky_chat"}
READS: dict[str, dict[str, Any]] = {
    "app.bsky.feed.getTimeline": {},
    "app.bsky.feed.getAuthorFeed": {"actor": "idaquill.fensky.example"},
    "app.bsky.feed.getListFeed": {"list": f"at://{did_of(1)}/app.bsky.graph.list/force"},
    "app.bsky.feed.getFeed": {"feed": f"at://{did_of(1)}/app.bsky.feed.generator/{EVERYTHING}"},
    "app.bsky.feed.getFeedGenerator": {
        "feed": f"at://{did_of(1)}/app.bsky.feed.generator/{EVERYTHING}"
    },
    "app.bsky.graph.getList": {"list": f"at://{did_of(1)}/app.bsky.graph.list/press"},
    "app.bsky.graph.getLists": {"actor": POLICE},
    "app.bsky.feed.searchPosts": {"q": "weir"},
    "app.bsky.actor.getProfile": {"actor": POLICE},
    "app.bsky.actor.getProfiles": {"actors": [POLICE]},
    "app.bsky.actor.getPreferences": {},
    "app.bsky.notification.listNotifications": {},
    "app.bsky.notification.getUnreadCount": {},
    "app.bsky.video.getUploadLimits": {},
    "com.atproto.server.describeServer": {},
    "com.atproto.server.getSession": {},
    "com.atproto.repo.describeRepo": {"repo": POLICE},
    "com.atproto.repo.listRecords": {
        "repo": "idaquill.fensky.example", "collection": "app.bsky.feed.post",
    },
    "com.atproto.identity.resolveDid": {"did": did_of(2)},
}  # fmt: skip


def furnish(bluesky: Desk) -> dict[str, str]:
    """Lets everything be said that is shown in its own way; returns addresses by name."""
    town = bluesky.town
    images = tuple(Media(f"road-{at}", alt="A road") for at in range(5))
    clip = Media("bus-1", MediaKind.VIDEO, "A bus", 640, 360, 8000)
    gif = Media("cat-1", MediaKind.GIF)
    root = bluesky.says(town.police, Said("At the weir #M97 https://fen.example/x", "en", images))
    answer = bluesky.says(town.ida, Said(f"@{POLICE} ماذا 🔥 #M97", "ar", (clip,)), reply_to=root)
    deep = bluesky.says(town.tom, Said("weir", "en", (gif,)), reply_to=answer)
    quote = bluesky.says(town.ida, "Look, the weir", quote=root)
    both = bluesky.says(town.ida, Said("And", "en", images, warning="gory"), quote=answer)
    bluesky.says(town.tom, Said("", ""), kind=PostKind.REPOST, quote=root)
    gone = bluesky.says(town.tom, "Gone")
    on_gone = bluesky.says(town.ida, "On what is gone", reply_to=gone, quote=gone)
    bluesky.server.do(town.world.delete, gone)
    bluesky.server.do(town.messages, town.ida, town.police, "Dane did it https://fen.example")
    back = bluesky.server.do(town.messages, town.tom, town.police, "No")
    bluesky.server.do(town.world.delete, back)
    kept = bluesky.face._site.kept
    numbers = {"root": root, "deep": deep, "quote": quote, "both": both, "on_gone": on_gone}
    return {name: str(kept.uri(number)) for name, number in numbers.items()}


def described(name: str) -> Any:
    """Returns what the lexicons say of a name; fails for one they do not know."""
    return getattr(models, "".join(part[0].upper() + part[1:] for part in name.split(".")))


def hold(name: str, payload: dict[str, Any]) -> Any:
    if name == "app.bsky.actor.getProfile":
        return get_or_create(payload, models.AppBskyActorDefs.ProfileViewDetailed, strict=True)
    return get_or_create(payload, described(name).Response, strict=True)


def test_every_read_answers_as_described(bluesky: Desk) -> None:
    furnish(bluesky)
    for name, query in READS.items():
        answer = bluesky.ask(name, bluesky.town.police, **query)
        assert answer.status_code == 200, f"{name}: {answer.text}"
        told = answer.json()
        lists = [one for key, one in told.items() if isinstance(one, list) and key != "labels"]
        assert all(lists) or name in _MAY_BE_EMPTY, name
        hold(name, told)


_MAY_BE_EMPTY = {"com.atproto.server.describeServer", "app.bsky.actor.getPreferences"}


def test_posts_and_threads_are_as_described(bluesky: Desk) -> None:
    uris = furnish(bluesky)
    told = bluesky.ask("app.bsky.feed.getPosts", bluesky.town.police, uris=list(uris.values()))
    posts = hold("app.bsky.feed.getPosts", told.json()).posts
    assert len(posts) == len(uris)
    for uri in uris.values():
        thread = bluesky.ask("app.bsky.feed.getPostThread", bluesky.town.police, uri=uri)
        hold("app.bsky.feed.getPostThread", thread.json())
    quotes = bluesky.ask("app.bsky.feed.getQuotes", bluesky.town.police, uri=uris["root"])
    assert len(hold("app.bsky.feed.getQuotes", quotes.json()).posts) == 1


def test_every_record_hashes_to_its_cid(bluesky: Desk) -> None:
    furnish(bluesky)
    told = bluesky.ask("app.bsky.feed.searchPosts", bluesky.town.police, q="", limit=100).json()
    assert len(told["posts"]) >= 5
    for post in told["posts"]:
        assert post["cid"] == record_cid(post["record"])
        assert decode_cid(post["cid"])["codec"] == 0x71


def test_dag_cbor_is_what_the_reference_writes() -> None:
    plain = {
        "b": [1, -1, 23, 24, -25, 255, 256, 65_536, 2**32, True, False, None],
        "aa": {"text": "ż🔥", "": "x" * 300},
        "c": {},
    }
    assert encoded(plain) == encode_dag_cbor(plain)
    link = record_cid(plain)
    assert decode_dag_cbor(encoded({"ref": {"$link": link}})) == {"ref": cid_bytes(link)}
    with pytest.raises(ValueError, match="no such value"):
        encoded({"a": 0.5})


def test_sessions_are_as_described(bluesky: Desk) -> None:
    name = "com.atproto.server.createSession"
    session = bluesky.tell(name, identifier=POLICE, password=PASSWORD).json()
    hold(name, session)
    name = "com.atproto.server.refreshSession"
    hold(name, bluesky.tell(name, session["refreshJwt"]).json())


def test_dialogues_are_as_described(bluesky: Desk) -> None:
    furnish(bluesky)
    headers = CHAT | {
        "Authorization": f"Bearer {bluesky.face.credential(bluesky.town.police).access}"
    }

    def ask(name: str, **query: Any) -> Any:
        address = f"{bluesky.base}/xrpc/chat.bsky.convo.{name}"
        answer = requests.get(address, query, headers=headers, timeout=10)
        return hold(f"chat.bsky.convo.{name}", answer.json())

    convos = ask("listConvos").convos
    assert len(convos) == 2
    for convo in convos:
        assert ask("getMessages", convoId=convo.id).messages
        assert ask("getConvo", convoId=convo.id).convo.id == convo.id
    members = [bluesky.did(bluesky.town.ida)]
    assert ask("getConvoForMembers", members=members).convo.id in {one.id for one in convos}
    assert len(ask("getLog", cursor="").logs) == 2
    without = bluesky.ask("chat.bsky.convo.listConvos", bluesky.town.police)
    assert without.json()["error"] == "MethodNotImplemented"


def test_events_of_the_stream_hold_records_as_described(bluesky: Desk) -> None:
    furnish(bluesky)
    address = bluesky.server.led[stream_hosts()[1]].replace("http", "ws", 1)
    with connect(f"{address}/subscribe?cursor=0") as socket:
        events = [json.loads(socket.recv(timeout=5)) for _ in range(9)]
    for event in events:
        commit = event["commit"]
        if commit["operation"] != "create":
            continue
        assert commit["cid"] == record_cid(commit["record"])
        name = commit["collection"]
        model = described(name).Record
        assert get_or_create(commit["record"], model, strict=True).py_type == name


def test_limits_are_those_of_the_lexicons() -> None:
    told = limits()
    images = described("app.bsky.embed.images").Main.model_fields["images"].metadata
    assert told.images == images[0].max_length
    text = described("app.bsky.feed.post").Record.model_fields["text"].metadata
    assert told.text_bytes == text[0].max_length
