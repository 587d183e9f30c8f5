"""What servers tell of themselves: version 2, version 1, or nothing."""

import json
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.errors import AddressRefused, NonsenseReceived
from controlroom.feeds.networks.mastodon.client import Client
from controlroom.feeds.networks.mastodon.instance import (
    Instance,
    instance_of,
    knows_keys,
    read_instance,
    taken_by,
)
from controlroom.feeds.networks.mastodon.streaming import streaming_base
from controlroom.feeds.servers import Servers
from controlroom.model.profile import Profile
from controlroom.model.server import Server
from tests.feeds.mastodon.server import base_of
from tests.feeds.seats import seat

V2 = {
    "domain": "fenmast.example",
    "version": "4.5.0",
    "configuration": {
        "urls": {"streaming": "wss://streaming.fenmast.example", "status": None},
        "statuses": {
            "max_characters": 900,
            "max_media_attachments": 6,
            "characters_reserved_per_url": 30,
        },
        "media_attachments": {
            "supported_mime_types": ["image/png"],
            "image_size_limit": 16,
            "video_size_limit": 99,
            "description_limit": 800,
        },
        "polls": {
            "max_options": 8,
            "max_characters_per_option": 90,
            "min_expiration": 60,
            "max_expiration": 600,
        },
    },
}
V1 = {
    "uri": "small.example",
    "version": "3.1.0 (compatible; Other 1.0)",
    "urls": {"streaming_api": "wss://small.example"},
    "max_toot_chars": 5000,
}


def told(server: HTTPServer) -> Instance:
    profile = Profile(1, "mastodon", "h/77", "westmarch", host=base_of(server))
    client = Client(seat(profile), profile.host)
    try:
        return instance_of(client)
    finally:
        client.close()


def test_version_2_says_everything(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v2/instance").respond_with_json(V2)
    assert told(httpserver) == Instance(
        streaming="wss://streaming.fenmast.example",
        version="4.5.0",
        characters=900,
        per_link=30,
        media=6,
        kinds_of_media=("image/png",),
        image_size=16,
        video_size=99,
        alt_characters=800,
        poll_options=8,
        poll_characters=90,
        poll_s=(60, 600),
    )


def test_a_server_without_version_2_is_asked_for_version_1(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v2/instance").respond_with_data("", status=404)
    httpserver.expect_request("/api/v1/instance").respond_with_json(V1)
    one = told(httpserver)
    assert (one.streaming, one.characters, one.per_link) == ("wss://small.example", 5000, 23)


@pytest.mark.parametrize("body", ["<html>hotel</html>", "[]", '{"configuration": null}'])
def test_a_version_2_that_cannot_be_read_leads_to_version_1(
    httpserver: HTTPServer, body: str
) -> None:
    httpserver.expect_request("/api/v2/instance").respond_with_data(body)
    httpserver.expect_request("/api/v1/instance").respond_with_json(V1)
    assert told(httpserver).characters == 5000


def test_a_server_that_says_nothing_is_taken_for_a_usual_one(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v2/instance").respond_with_data("", status=404)
    httpserver.expect_request("/api/v1/instance").respond_with_data("", status=404)
    assert told(httpserver) == Instance()


@pytest.mark.parametrize(
    ("body", "streaming"),
    [
        ({"configuration": {"urls": {"streaming": None}}}, None),
        ({"urls": {"streaming_api": ""}}, None),
        ({"configuration": {"urls": {}}}, ""),
        ({}, ""),
        (
            {"configuration": {"urls": {"streaming": None}}, "urls": {"streaming_api": "wss://x"}},
            "wss://x",
        ),
    ],
)
def test_where_a_server_streams(body: dict[str, Any], streaming: str | None) -> None:
    assert read_instance(json.dumps(body).encode(), "h").streaming == streaming


def test_nonsense_is_said_to_be() -> None:
    with pytest.raises(NonsenseReceived):
        read_instance(b'{"configuration":' * 50_000, "h")


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("", "https://fenmast.example"),
        ("wss://fenmast.example", "https://fenmast.example"),
        ("wss://fenmast.example:4000", "https://fenmast.example:4000"),
        ("wss://streaming.fenmast.example", "https://streaming.fenmast.example"),
        ("https://streaming.fenmast.example", "https://streaming.fenmast.example"),
        ("wss://streaming.other.example", "https://fenmast.example"),
        ("wss://notfenmast.example", "https://fenmast.example"),
        ("wss://fenmast.example.other.example", "https://fenmast.example"),
        ("ftp://fenmast.example", "https://fenmast.example"),
        ("wss://fenmast.example:x", "https://fenmast.example"),
        ("streaming", "https://fenmast.example"),
    ],
)
def test_a_token_goes_only_to_its_server_and_those_under_its_name(
    address: str, leads_to: str
) -> None:
    base = "https://fenmast.example"
    assert streaming_base(address, base, "fenmast.example", Servers()) == leads_to


def test_an_exercise_leads_streaming_elsewhere_too() -> None:
    led = Servers({"fenmast.example": "http://127.0.0.1:9"}, sealed=True)
    base = led("fenmast.example")
    assert streaming_base("wss://fenmast.example", base, "fenmast.example", led) == base
    with pytest.raises(AddressRefused):
        streaming_base("wss://streaming.fenmast.example", base, "fenmast.example", led)


def test_streaming_is_never_unencrypted() -> None:
    told, base = "ws://streaming.fenmast.example", "https://fenmast.example"
    with pytest.raises(AddressRefused):
        streaming_base(told, base, "fenmast.example", Servers())


@pytest.mark.parametrize(
    ("version", "keys"),
    [
        ("4.5.0", True),
        ("4.3.0-alpha.1+glitch", True),
        ("2.7.2 (compatible; Pleroma 2.5.0)", False),
        ("0.17.3+git-1234567", False),
        ("", False),
        ("unknown", False),
    ],
)
def test_keys_are_relied_on_with_mastodon_itself_only(version: str, keys: bool) -> None:
    assert knows_keys(version) is keys


def test_what_a_server_takes_is_what_it_says(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v2/instance").respond_with_json(V2)
    assert taken_by(told(httpserver)) == Server(
        characters=900, per_link=30, files=6, kinds=("image/png",), photo_bytes=16,
        clip_bytes=99, alt=800, poll_options=8, poll_option=90, poll_least_min=1,
        poll_most_min=10,
    )  # fmt: skip


@pytest.mark.parametrize("figure", [-1, 0, 1 << 50])
def test_a_figure_that_cannot_be_meant_is_as_if_it_had_not_been_told(figure: int) -> None:
    odd = Instance(characters=figure, media=figure, poll_s=(figure, figure))
    assert taken_by(odd).characters == taken_by(odd).files == taken_by(odd).poll_most_min == 0
    kinds = ("image/png", "text/html", "image/<b>", "video/mp4", "image/" + "x" * 500)
    assert taken_by(Instance(kinds_of_media=kinds)).kinds == ("image/png", "video/mp4")
