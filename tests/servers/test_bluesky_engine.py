"""The engine as the desk starts it, against the Bluesky reference servers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from atproto import client_utils

from controlroom.feeds.networks.bluesky.firehose import listening
from tests.engine.desk import Desk, desk
from tests.engine.mastodon_server import wait_until
from tests.feeds.bluesky.stream import event, streaming
from tests.servers.people import Person, connected
from tests.servers.stack import Stack

pytestmark = [pytest.mark.servers, pytest.mark.xdist_group("bluesky")]

People = Callable[[str], Person]


def first_line(bluesky: Stack, *people: Person) -> dict[str, Any]:
    """Returns what a desk says first: sign-ins, and where the network is."""
    credentials = [connected(bluesky.pds, person).credential for person in people]
    sign_ins = {str(n): msgspec.to_builtins(one) for n, one in enumerate(credentials, 1)}
    return {"sign_ins": sign_ins, "servers": {"bsky.social": bluesky.pds}, "sealed": True}


def profile(one: Desk, person: Person, number: int) -> None:
    told = {"id": 0, "network": "bluesky", "remote_id": person.did, "handle": person.handle}
    one.say(save_profile=told)
    one.hears("saved", lambda saved: saved.get("profile") == number)


def watch(one: Desk, *sources: tuple[str, int, str]) -> int:
    """Saves a stream over kinds, profiles and terms and returns its id."""
    before = len(one.heard("saved"))
    told = [
        {"network": "bluesky", "kind": kind, "profile": number, "term": term}
        for kind, number, term in sources
    ]
    one.say(save_stream={"id": 0, "name": "Watched", "sources": told, "urgent": True})
    stream: int = one.hears("saved", lambda saved: "stream" in saved, before)["stream"]
    one.hears("state", lambda state: stream in state["streams"])
    return stream


def read_until(one: Desk, stream: int, holds: Callable[[list[str]], object]) -> list[str]:
    """Has a stream read until what is in the cache is as expected; the app view is behind."""

    def reads() -> object:
        one.read(stream)
        return holds(one.texts())

    wait_until(reads, 30)
    return one.texts()


def test_what_somebody_posts_appears_in_the_cache(
    bluesky: Stack, person: People, tmp_path: Path
) -> None:
    westmarch, ida = person("westmarch"), person("ida")
    with desk(tmp_path / "data", **first_line(bluesky, westmarch)) as one:
        profile(one, westmarch, 1)
        stream = watch(one, ("posts", 1, ida.handle))
        ida.posts("The ford is closed")
        assert read_until(one, stream, len) == ["The ford is closed"]
        (cached,) = one.posts()
        assert cached.profiles == (1,)
        assert cached.post.author.remote_id == ida.did
        assert one.close() == 0


def test_what_is_posted_while_the_engine_is_off_appears_and_the_gap_closes(
    bluesky: Stack, person: People, tmp_path: Path
) -> None:
    westmarch, ida = person("westmarch"), person("ida")
    start = first_line(bluesky, westmarch)
    ida.posts("before the night")
    with desk(tmp_path / "data", **start) as one:
        profile(one, westmarch, 1)
        stream = watch(one, ("posts", 1, ida.handle))
        read_until(one, stream, len)
        assert one.close() == 0
    ida.posts_many(f"at night {number}" for number in range(55))
    ida.posts("in the morning")
    with desk(tmp_path / "data", **start) as one:
        read_until(one, stream, lambda told: len(told) == 57)
        by_age = sorted(one.posts(), key=lambda cached: cached.post.created_at)
        expected = ["before the night", *(f"at night {number}" for number in range(55))]
        assert [cached.post.text for cached in by_age] == [*expected, "in the morning"]
        assert all(gap.filled_at is not None for gap in one.gaps())
        assert one.close() == 0


def test_one_post_seen_through_two_profiles_is_stored_once(
    bluesky: Stack, person: People, tmp_path: Path
) -> None:
    westmarch, fenbridge, ida = person("westmarch"), person("fenbridge"), person("ida")
    ida.posts("A lorry on its side #M97")
    with desk(tmp_path / "data", **first_line(bluesky, westmarch, fenbridge)) as one:
        profile(one, westmarch, 1)
        profile(one, fenbridge, 2)
        term = "A lorry on its side"
        stream = watch(one, ("search", 1, term), ("posts", 2, ida.handle))
        read_until(one, stream, len)
        wait_until(lambda: one.posts()[0].profiles == (1, 2))
        assert len(one.posts()) == 1
        assert one.close() == 0


def test_what_the_stream_tells_of_is_there_before_anybody_reads(
    bluesky: Stack, person: People, tmp_path: Path
) -> None:
    westmarch, ida = person("westmarch"), person("ida")
    start = first_line(bluesky, westmarch)
    with streaming() as stream:
        start["servers"] |= dict.fromkeys(listening().hosts, stream.address)
        with desk(tmp_path / "data", **start) as one:
            profile(one, westmarch, 1)
            watch(one, ("posts", 1, ida.did), ("hashtag", 1, "A17closure"))
            stream.waits_for(1)
            wait_until(lambda: one.heard("state")[-1]["now"] == "live")
            tagged = ida.posts(
                client_utils.TextBuilder().text("Shut ").tag("#A17closure", "A17closure")
            )
            stream.send(event(tagged.uri.rpartition("/")[2], ida.did))
            wait_until(one.texts)
            assert one.texts() == ["Shut #A17closure"]
            ida.client.delete_post(tagged.uri)
            stream.send(event(tagged.uri.rpartition("/")[2], ida.did, "delete"))
            wait_until(lambda: one.posts()[0].gone_at is not None)
            assert one.close() == 0


def test_no_token_is_ever_told_or_logged(bluesky: Stack, person: People, tmp_path: Path) -> None:
    westmarch = person("westmarch")
    start = first_line(bluesky, westmarch)
    secrets = [start["sign_ins"]["1"]["access"], start["sign_ins"]["1"]["refresh"]]
    with desk(tmp_path / "data", **start) as one:
        profile(one, westmarch, 1)
        watch(one, ("home", 1, ""), ("messages", 1, ""))
        one.hears("error")
        one.close()
        told = one.errors.read_text() + repr(one.lines)
    assert not any(secret in told for secret in secrets)
