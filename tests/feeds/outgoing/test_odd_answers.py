"""Answers that say yes and cannot be read, and sign-ins that run out, over loopback."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest

from controlroom.feeds.base import Seat
from controlroom.feeds.errors import NetworkDown, ReadError
from controlroom.feeds.registry import make_writer
from controlroom.feeds.writing import NotSent, Outgoing, PerhapsSent, Writer
from controlroom.model.credential import AppKey, Credential
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.profile import Profile
from tests.feeds.outgoing.pieces import Asked, about, clip, photo, piece
from tests.feeds.outgoing.rude import Rude, answer, rude, says
from tests.feeds.seats import NOW, SignedIn, seat

HOSTS = (
    "h.example", "graph.facebook.com", "api.x.com", "bsky.social", "youtube.googleapis.com",
    "oauth2.googleapis.com",
)  # fmt: skip
SIGNED = Credential("the-token", app=AppKey("app", "a-secret-of-the-application"))
SENDS: dict[str, Outgoing] = {
    "bluesky": piece("x", NOW, key="3aaaaaaaaaaaa"),
    "facebook": piece("x", NOW),
    "instagram": piece("x", NOW, Act.REPLY, about=about("77")),
    "mastodon": piece("x", NOW, key="k"),
    "x": piece("x", NOW),
    "youtube": piece("x", NOW, Act.REPLY, about=about("dQw4w9WgXcQ")),
}
ODD = [
    b"", b"null", b"[]", b"{}", b'"yes"', b"7", b'{"id": null}', b'{"id": 5, "uri": []}',
    b'{"id": {}}', b'{"data": []}', b'{"data": {"id": {}}}', b'{"data": null, "errors": 3}',
    b'{"uri": {"a": 1}}', b'{"error": "no"}', b'{"error": []}', b'{"id": NaN}', b"\xff\xfe",
    b"<!doctype html><title>Guest network</title>", b"[" * 5000,
    b'{"data": {"id": ""}, "id": "", "uri": "", "created_at": "yesterday"}',
]  # fmt: skip


def seat_at(network: str, base: str, credential: Credential = SIGNED) -> Seat:
    profile = Profile(1, network, "h.example/77", "westmarch", host="h.example")
    if network == "bluesky":
        profile = replace(profile, host="bsky.social")
    return seat(profile, dict.fromkeys(HOSTS, base), credential)


@contextmanager
def writing(network: str, server: Rude, credential: Credential = SIGNED) -> Iterator[Writer]:
    one = make_writer(network, seat_at(network, server.base, credential))
    yield one
    one.close()


@pytest.mark.parametrize("network", SENDS)
def test_a_yes_nobody_can_read_is_not_believed(network: str) -> None:
    bodies = iter(ODD)

    def odd(sock: socket.socket, _: bytes) -> None:
        sock.sendall(answer(200, next(bodies)))

    with rude(odd) as server, writing(network, server) as writer:
        for body in ODD:
            asked = Asked()
            with pytest.raises((PerhapsSent, NotSent)) as caught:
                writer.send(SENDS[network], asked)
            # An error in a 200 is the Graph's way, and X's, to say no.
            assert caught.type is PerhapsSent or b"error" in body, body
            assert asked.times == 1
        assert len(server.requests) == len(ODD)


def _everything(network: str) -> list[Outgoing]:
    """Returns one piece for each way a network is written to."""
    it = {"bluesky": "at://did:plc:x/app.bsky.feed.post/3a", "youtube": "dQw4w9WgXcQ"}
    one = about(it.get(network, "t_77"), author="ida.example", person="5")
    pieces = [
        piece("@ida.example #Weir https://a.example", NOW, act, about=told, key="3aaaaaaaaaaaa")
        for act in Act
        for told in (one, None)
    ]
    files = ((photo(),), (clip(captions=b"WEBVTT"),), (photo(), photo()))
    return [*pieces, *(piece("x", NOW, files=some) for some in files)]


@pytest.mark.parametrize("network", SENDS)
def test_whatever_comes_back_nothing_else_is_raised(
    network: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies = cycle([*ODD, b'{"id": "5"}', b'{"data": {"id": "5"}}', b'{"blob": {"a": 1}}'])

    def odd(sock: socket.socket, _: bytes) -> None:
        sock.sendall(answer(200, next(bodies)))

    with rude(odd) as server, writing(network, server) as writer:
        monkeypatch.setattr(writer, "wait", lambda _: None)
        for _ in range(3):
            for outgoing in _everything(network):
                with suppress(NotSent, PerhapsSent):
                    writer.send(outgoing, Asked())
                with suppress(ReadError, NotSent):
                    writer.look_back(outgoing)


@pytest.mark.parametrize("network", SENDS)
def test_no_token_stands_in_an_address(network: str) -> None:
    with rude(says(answer(500))) as server, writing(network, server) as writer:
        with pytest.raises(PerhapsSent):
            writer.send(SENDS[network], Asked())
        (request,) = server.requests
        assert b"the-token" not in request.split(b"\r\n")[0]
        assert request.count(b"the-token") == 1
        assert b"a-secret-of-the-application" not in request


RENEWED = {
    "mastodon": b"/oauth/token", "x": b"/2/oauth2/token", "youtube": b"/token",
}  # fmt: skip


@pytest.mark.parametrize("network", RENEWED)
def test_a_sign_in_that_ran_out_is_renewed_for_the_next_attempt(network: str) -> None:
    def behaves(sock: socket.socket, request: bytes) -> None:
        if request.startswith(b"POST " + RENEWED[network] + b" "):
            token = {"access_token": "new", "expires_in": 3600, "refresh_token": "newer"}
            sock.sendall(answer(200, json.dumps(token).encode()))
        else:
            sock.sendall(answer(401, b'{"error": "expired"}'))

    with rude(behaves) as server:
        at = seat_at(network, server.base, replace(SIGNED, refresh="old"))
        writer = make_writer(network, at)
        with pytest.raises(NotSent) as caught:
            writer.send(SENDS[network], Asked())
        writer.close()
        assert len(server.requests) == 2
    assert caught.value.reason is Unsent.UNREACHED
    assert caught.value.again_at is not None
    assert isinstance(at.sign_in, SignedIn)
    assert at.sign_in.now.access == "new"


@pytest.mark.parametrize("network", ["mastodon", "bluesky", "x", "facebook"])
def test_an_upload_that_fails_has_published_nothing(network: str) -> None:
    outgoing = replace(SENDS[network], files=(photo(),))
    for status in (500, 503):
        with rude(says(answer(status))) as server, writing(network, server) as writer:
            asked = Asked()
            with pytest.raises(NotSent) as caught:
                writer.send(outgoing, asked)
            assert (caught.value.reason, asked.times) == (Unsent.UNREACHED, 0)
            assert caught.value.again_at is not None


def test_a_network_that_does_not_answer_cannot_be_read_back() -> None:
    def reset(sock: socket.socket, _: bytes) -> None:
        sock.close()

    for network, outgoing in SENDS.items():
        with (
            rude(reset) as server,
            writing(network, server) as writer,
            pytest.raises(NetworkDown),
        ):
            writer.look_back(outgoing)


@pytest.mark.parametrize("network", SENDS)
def test_nothing_is_seen_gone_because_of_an_answer_nobody_can_read(network: str) -> None:
    ids = {"bluesky": "at://did:plc:x/app.bsky.feed.post/3a", "youtube": "dQw4w9WgXcQ"}
    for body in (b"<!doctype html><title>Guest network</title>", b"{}", b"[]", b"", b"null"):
        with rude(says(answer(200, body))) as server, writing(network, server) as writer:
            try:
                gone = writer.is_gone(ids.get(network, "77"))
            except ReadError:
                continue
            assert not gone, body


def test_a_network_that_is_only_read_says_so() -> None:
    writer: Any = make_writer("rss", seat(None))
    assert (writer.ways, writer.new_key()) == ({}, "")
    with pytest.raises(NotSent) as caught:
        writer.send(SENDS["x"], Asked())
    assert caught.value.reason is Unsent.UNABLE
    writer.close()
