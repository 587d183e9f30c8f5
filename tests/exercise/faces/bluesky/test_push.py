"""Our own feed listens to the simulated stream of all posts."""

import asyncio
import json
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from controlroom.exercise.faces.bluesky.limits import stream_hosts
from controlroom.exercise.world import PostKind, Said
from controlroom.feeds.errors import NetworkDown
from controlroom.model.stream import Source, SourceKind
from tests.exercise.faces.bluesky.town import Desk, source
from tests.exercise.faces.ear import Ear, listening_with, wait_for

M97 = source(SourceKind.HASHTAG, "M97")
WEIR = source(SourceKind.SEARCH, "weir")
MENTIONS = source(SourceKind.MENTIONS)


def listening(bluesky: Desk, *sources: Source) -> AbstractContextManager[Ear]:
    return listening_with(bluesky.feed(bluesky.town.police), *sources)


def stream(bluesky: Desk, query: str = "") -> str:
    address = bluesky.server.led[stream_hosts()[0]].replace("http", "ws", 1)
    return f"{address}/subscribe{query}"


def received(bluesky: Desk, query: str, many: int) -> list[dict[str, Any]]:
    with connect(stream(bluesky, query)) as socket:
        return [json.loads(socket.recv(timeout=5)) for _ in range(many)]


def test_what_concerns_a_source_is_pushed_once_and_its_deletion_too(bluesky: Desk) -> None:
    town = bluesky.town
    with listening(bluesky, M97, WEIR, MENTIONS) as ear:
        bluesky.says(town.ida, "Nothing of that")
        both = bluesky.says(town.ida, "Fire on the #M97 near the weir")
        bluesky.says(town.tom, f"@{town.police.handle} look")
        wait_for(lambda: len(ear.texts()) == 2)
        bluesky.server.do(town.world.delete, both)
        wait_for(lambda: any(one.gone for one in ear.heard))
    assert ear.texts() == ["Fire on the #M97 near the weir", f"@{town.police.handle} look"]
    assert [set(one.sources) for one in ear.heard[:2]] == [{M97, WEIR}, {MENTIONS}]
    assert ear.heard[2].gone == (ear.heard[0].posts[0].remote_id,)


def test_a_stream_that_broke_is_joined_again(bluesky: Desk) -> None:
    with listening(bluesky, M97) as ear:

        def break_off() -> None:
            for one in bluesky.face._stream.listeners:
                request = one.socket._req
                assert request is not None
                assert request.transport is not None
                request.transport.abort()

        bluesky.server.do(break_off)
        wait_for(lambda: ear.ended)
    assert isinstance(ear.ended[0], NetworkDown)
    with listening(bluesky, M97) as again:
        bluesky.says(bluesky.town.ida, "#M97 after")
        wait_for(lambda: again.heard)
    assert again.texts() == ["#M97 after"]


def test_a_cursor_plays_again_what_was_missed_in_its_order(bluesky: Desk) -> None:
    town = bluesky.town
    first = bluesky.says(town.ida, "one")
    bluesky.says(town.tom, "two")
    bluesky.server.do(town.world.delete, first)
    events = received(bluesky, "?cursor=0", 3)
    told = [(event["commit"]["operation"], event["did"]) for event in events]
    ida, tom = bluesky.did(town.ida), bluesky.did(town.tom)
    assert told == [("create", ida), ("create", tom), ("delete", ida)]
    moments = [event["time_us"] for event in events]
    assert moments == sorted(set(moments))
    later = received(bluesky, f"?cursor={moments[1]}", 2)
    assert later == events[1:]
    assert "record" not in events[2]["commit"]


def test_only_wanted_authors_and_collections_are_sent(bluesky: Desk) -> None:
    town = bluesky.town
    post = bluesky.says(town.ida, "one")
    bluesky.says(town.tom, "two")
    bluesky.server.do(lambda: town.says(town.ida, "", kind=PostKind.REPOST, quote=post))
    by_tom = f"?cursor=0&wantedDids={bluesky.did(town.tom)}"
    (event,) = received(bluesky, by_tom, 1)
    assert event["commit"]["record"]["text"] == "two"
    (event,) = received(bluesky, "?cursor=0&wantedCollections=app.bsky.feed.repost", 1)
    assert event["commit"]["record"]["subject"]["uri"].endswith(
        events_key(received(bluesky, "?cursor=0&wantedCollections=app.bsky.feed.post", 1))
    )


def events_key(events: list[dict[str, Any]]) -> str:
    return str(events[0]["commit"]["rkey"])


def test_wishes_may_change_while_listening(bluesky: Desk) -> None:
    town = bluesky.town
    with connect(stream(bluesky, f"?wantedDids={bluesky.did(town.ida)}")) as socket:
        payload = {"wantedDids": [bluesky.did(town.tom)], "wantedCollections": []}
        socket.send(json.dumps({"type": "options_update", "payload": payload}))
        wants = frozenset([town.tom.number])
        wait_for(lambda: _wishes(bluesky) == [wants])
        bluesky.says(town.ida, "one")
        bluesky.says(town.tom, "two")
        assert json.loads(socket.recv(timeout=5))["did"] == bluesky.did(town.tom)


def _wishes(bluesky: Desk) -> list[frozenset[int]]:
    return [one.wants.authors for one in bluesky.face._stream.listeners]


def test_who_falls_far_behind_is_cut_off(bluesky: Desk) -> None:
    limit = bluesky.face._stream._happened.maxlen or 0
    ours = bluesky.face._stream

    async def flood() -> None:
        for _ in range(limit + 10):
            bluesky.town.world.publish(bluesky.town.ida.number, None, voice=voice)

    voice = bluesky.server.do(bluesky.town.world.add_voice, lambda number: Said(f"{number}"))
    with connect(stream(bluesky)) as socket:
        wait_for(lambda: ours.listeners)
        asyncio.run_coroutine_threadsafe(flood(), bluesky.server.loop).result(30)
        with pytest.raises(ConnectionClosed, match="1008"):
            drain(socket)


def drain(socket: ClientConnection) -> None:
    while True:
        socket.recv(timeout=5)


@pytest.mark.parametrize(
    "query", ["?cursor=yesterday", "?wantedCollections=posts", "?wantedDids=ida.example"]
)
def test_what_makes_no_sense_is_refused(bluesky: Desk, query: str) -> None:
    with pytest.raises(InvalidStatus, match="HTTP 400"):
        connect(stream(bluesky, query))


def test_events_stay_in_order_when_the_clock_stands_still(bluesky: Desk) -> None:
    def both() -> None:
        bluesky.town.says(bluesky.town.ida, "one", after_s=0)
        bluesky.town.says(bluesky.town.ida, "two", after_s=0)

    bluesky.server.do(both)
    bluesky.server.do(bluesky.town.world.clock.jump, timedelta(seconds=1))
    one, two = received(bluesky, "?cursor=0", 2)
    assert (one["commit"]["record"]["text"], two["commit"]["record"]["text"]) == ("one", "two")
    assert one["time_us"] < two["time_us"]
    assert one["commit"]["rkey"] < two["commit"]["rkey"]
