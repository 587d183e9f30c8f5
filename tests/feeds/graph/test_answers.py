"""Taking answers apart: bytes kept as they came, except for what would give us away."""

import json

import pytest

from controlroom.feeds.graph.answers import leads_to, listing_of, without_tokens

TOKEN = "EAAB-SENTINEL-of-a-page"
HOST = "graph.facebook.com"


@pytest.mark.parametrize(
    "address",
    [
        f"https://graph.facebook.com/x?access_token={TOKEN}&after=Q",
        f"https:\\/\\/graph.facebook.com\\/x?after=Q&access_token={TOKEN}",
        f"https://graph.facebook.com/x?after=Q\\u0026access_token={TOKEN}\\u0026limit=25",
        f'https://graph.facebook.com/x?a=\\"&access_token={TOKEN}',
    ],
)
@pytest.mark.parametrize("spaced", ['"next":"{}"', '"previous" : "{}"'])
def test_no_address_keeps_its_token(address: str, spaced: str) -> None:
    body = ('{"data": [], "paging": {' + spaced.replace("{}", address) + "}}").encode()
    cut = without_tokens(body)
    assert TOKEN.encode() not in cut
    assert json.loads(cut)["paging"]
    assert len(cut) == len(body) - len(TOKEN)


def test_the_words_of_people_stay_as_they_are() -> None:
    words = (
        '"next": "https://a.example/?access_token=mine" access_token=1 "previous":"access_token=2"'
    )
    body = json.dumps({"data": [{"message": words}], "next_of": "access_token=3"}).encode()
    assert without_tokens(body) == body


def test_a_proof_goes_with_its_token() -> None:
    body = b'{"next": "https://x/?access_token=a&appsecret_proof=b&after=c"}'
    assert without_tokens(body) == b'{"next": "https://x/?access_token=&appsecret_proof=&after=c"}'


def test_a_cursor_leads_on_and_nowhere_else() -> None:
    assert leads_to("after=Q&access_token=x&fields=y&limit=5&until=3") == {
        "after": "Q",
        "until": "3",
    }


def test_a_cursor_without_end_is_none() -> None:
    body = json.dumps({"data": [], "paging": {"next": "https://x/?after=" + "Q" * 5_000}})
    assert listing_of(body.encode(), HOST).older == ""


def test_a_flood_of_addresses_is_cut_in_one_go() -> None:
    body = b'{"next": "' + b"access_token=" * 100_000 + b'", "next": "' + b"\\\\" * 100_000
    assert without_tokens(body).count(b"access_token=") == 1
