"""Who wrote lately is remembered, for a while and up to a number."""

import json

import pytest

from controlroom.feeds.networks.bluesky import people as book
from controlroom.feeds.networks.bluesky.people import FRESH_S, People
from tests.feeds.bluesky.server import IDA, OWN, view


def written_by(who: str) -> bytes:
    return json.dumps(view("1", who)).encode()


def test_who_was_shown_is_known_until_it_may_have_changed() -> None:
    now = [100.0]
    people = People(lambda: now[0])
    assert people.find(IDA) is None
    people.learn([written_by(IDA), b"nonsense", b"{}"])
    ida = people.find(IDA)
    assert ida is not None
    assert ida.handle == view("1")["author"]["handle"]
    assert people.find(OWN) is None
    now[0] += FRESH_S + 1
    assert people.find(IDA) is None


def test_who_wrote_longest_ago_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "MOST", 2)
    people = People()
    people.learn(map(written_by, ("did:plc:a", "did:plc:b", "did:plc:a", "did:plc:c")))
    assert people.find("did:plc:b") is None
    assert people.find("did:plc:a")
    assert people.find("did:plc:c")
