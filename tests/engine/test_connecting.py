"""Sign-ins from order to answer, over real pipes, a real listener and a network of our own."""

import json
import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from controlroom.engine.connecting import Connecting
from controlroom.engine.orders import Connect
from controlroom.feeds.loopback import Loopback
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance, Way
from controlroom.model.credential import AppKey
from controlroom.pipes import Voice

NETWORKS = {"dummy": "tests.engine.dummy.feed"}


def entrance(host: str) -> Entrance:
    return Entrance(host, lambda: datetime(2026, 11, 22, tzinfo=UTC), Servers())


class Desk:
    """Gives orders and reads the answers line by line."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe()
        self._lines = os.fdopen(self._read, "rb")
        self.voice = Voice(self._write)
        self.connecting = Connecting(self.voice, entrance, NETWORKS)

    def begin(self, **order: Any) -> None:
        host = "fenmast.example"
        self.connecting.begin(Connect(ticket=7, network="dummy", host=host, **order))

    def hear(self) -> dict[str, Any]:
        line: dict[str, Any] = json.loads(self._lines.readline())
        return line

    def close(self) -> None:
        self.connecting.close()
        self.voice.close()
        os.close(self._write)
        self._lines.close()


@pytest.fixture
def desk() -> Iterator[Desk]:
    one = Desk()
    yield one
    one.close()


def come_back(redirects: list[str], query: str) -> None:
    at = urlsplit(redirects[0])
    connection = HTTPConnection(at.hostname or "", at.port or 0, timeout=10)
    connection.request("GET", f"{at.path}?{query}")
    assert connection.getresponse().status == 200
    connection.close()


@pytest.fixture
def redirects(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Returns the addresses browsers are to come back to, as they are made."""
    made: list[str] = []
    begin = Loopback.__init__

    def noting(self: Loopback, port: int) -> None:
        begin(self, port)
        made.append(self.redirect)

    monkeypatch.setattr(Loopback, "__init__", noting)
    return made


def test_a_sign_in_in_the_browser_ends_with_the_account_on_offer(
    desk: Desk, redirects: list[str]
) -> None:
    desk.begin(app=AppKey("desk"), page="Done.")
    assert desk.hear() == {
        "connecting": {"ticket": 7, "open": "https://fenmast.example/authorise?client=desk"}
    }
    come_back(redirects, "code=good&state=the-state")
    told = desk.hear()["connected"]
    assert told["ticket"] == 7
    assert told["offers"][0]["handle"] == "westmarch"
    assert told["offers"][0]["credential"]["access"] == "token for verifier"


def test_a_person_who_refuses_in_the_browser_is_told_of(desk: Desk, redirects: list[str]) -> None:
    desk.begin()
    desk.hear()
    come_back(redirects, "error=access_denied&state=the-state")
    told = desk.hear()["unconnected"]
    assert (told["ticket"], told["kind"]) == (7, "SignInRefused")
    assert "access_denied" in told["text"]


def test_a_sign_in_that_brings_no_account_says_so(desk: Desk, redirects: list[str]) -> None:
    desk.begin()
    desk.hear()
    come_back(redirects, "code=other&state=the-state")
    assert desk.hear()["unconnected"]["kind"] == "NoAccountFound"


def test_a_sign_in_is_broken_off_by_the_desk(desk: Desk) -> None:
    desk.begin()
    desk.hear()
    desk.connecting.begin(Connect(ticket=7, cancel=True))
    assert desk.hear()["unconnected"]["kind"] == "NobodyCameBack"


def test_a_pasted_token_and_a_password_bring_the_account(desk: Desk) -> None:
    desk.begin(way=Way.TOKEN, secret="pasted")
    assert desk.hear()["connected"]["offers"][0]["credential"]["access"] == "pasted"
    desk.begin(way=Way.PASSWORD, handle="westmarch", secret="app-password")
    offered = desk.hear()["connected"]["offers"][0]
    assert offered["credential"]["access"] == "westmarch:app-password"


def test_what_goes_wrong_is_one_sentence_without_a_secret(desk: Desk) -> None:
    desk.begin(way=Way.TOKEN, secret="bad")
    told = desk.hear()["unconnected"]
    assert told["kind"] == "TokenExpired"
    desk.begin(way=Way.TOKEN, secret="broken")
    assert desk.hear()["unconnected"]["kind"] == "OurError"


def test_ending_the_engine_ends_waiting_sign_ins_and_their_threads(desk: Desk) -> None:
    before = set(threading.enumerate())
    for ticket in range(4):
        desk.connecting.begin(Connect(ticket=ticket, network="dummy", host="fenmast.example"))
    for _ in range(4):
        desk.hear()
    desk.connecting.close()
    left = [t for t in set(threading.enumerate()) - before if t.is_alive()]
    assert left == []
