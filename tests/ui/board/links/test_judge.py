"""Addresses of strangers: which are plain and true, which need a look, which are never opened."""

import pytest

from controlroom.ui.board.links.judge import LONGEST, Doubt, Refusal, judge
from tests.ui.board.hostile import hostile_texts

PLAIN = (
    ("https://example.org/path?q=1#f", "https://example.org/path?q=1#f"),
    ("https://example.org/a/very/long/path", "example.org/a/very/l…"),
    ("https://www.westmarch.example/x", "westmarch.example/x"),
    ("http://example.org", "EXAMPLE.org"),
    ("https://example.org/", ""),
    ("https://example.org:443/x", "example.org/x"),
)


@pytest.mark.parametrize(("address", "shown"), PLAIN)
def test_plain_true_links_are_in_no_doubt(address: str, shown: str) -> None:
    judged = judge(address, shown)
    assert judged.doubts == ()
    assert judged.refusal is None
    assert judged.address


@pytest.mark.parametrize(
    ("address", "shown", "doubts"),
    [
        ("https://evil.example/", "https://facebook.com/", {Doubt.OTHER_HOST}),
        ("https://facebook.com.evil.example/", "facebook.com/help", {Doubt.OTHER_HOST}),
        ("https://short.example/x", "bbc.co.uk/news/…", {Doubt.OTHER_HOST}),
        ("https://example.org", "Read more here", {Doubt.HIDDEN_HOST}),
        ("https://аррӏе.com/", "", {Doubt.LOOK_ALIKE, Doubt.FOREIGN}),
        ("https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com", {Doubt.LOOK_ALIKE, Doubt.FOREIGN}),
        ("https://paypаl.com", "", {Doubt.LOOK_ALIKE, Doubt.MIXED, Doubt.FOREIGN}),
        ("https://bücher.example", "", {Doubt.LOOK_ALIKE, Doubt.FOREIGN}),
        ("https://пример.example/", "", {Doubt.FOREIGN}),
        ("https://bank.example@evil.example/", "", {Doubt.CREDENTIALS}),
        ("https://8.8.8.8/", "", {Doubt.NUMERIC}),
        ("http://2130706433/", "", {Doubt.NUMERIC, Doubt.INSIDE}),
        ("http://0x7f.1/", "", {Doubt.NUMERIC, Doubt.INSIDE}),
        ("http://0177.0.0.1/", "", {Doubt.NUMERIC, Doubt.INSIDE}),
        ("http://[::1]/", "", {Doubt.NUMERIC, Doubt.INSIDE}),
        ("http://192.168.0.1/", "", {Doubt.NUMERIC, Doubt.INSIDE}),
        ("https://printer.local/", "", {Doubt.INSIDE}),
        ("https://intranet/", "", {Doubt.INSIDE}),
        ("https://example.org:8443/", "", {Doubt.PORT}),
    ],
)
def test_doubts_are_told(address: str, shown: str, doubts: set[Doubt]) -> None:
    judged = judge(address, shown)
    assert set(judged.doubts) == doubts
    assert judged.refusal is None


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        ("javascript:alert(1)", Refusal.SCHEME),
        ("file:///etc/passwd", Refusal.SCHEME),
        ("data:text/html,<script>", Refusal.SCHEME),
        ("mailto:jo@example.org", Refusal.SCHEME),
        ("ms-settings:", Refusal.SCHEME),
        ("//example.org/x", Refusal.SCHEME),
        ("example.org", Refusal.SCHEME),
        ("", Refusal.SCHEME),
        ("https://", Refusal.BROKEN),
        ("https://exa\u202emple.org/", Refusal.BROKEN),
        ("https://example.org\\@evil.example/", Refusal.BROKEN),
        ("https://exa%6dple.org/", Refusal.BROKEN),
        ("https://example.org/\x00", Refusal.BROKEN),
        ("http://[::1", Refusal.BROKEN),
        ("http://example.org:port/", Refusal.BROKEN),
        ("https://example.org/" + "a" * LONGEST, Refusal.BROKEN),
    ],
)
def test_what_is_no_web_address_is_never_opened(address: str, refusal: Refusal) -> None:
    judged = judge(address)
    assert judged.refusal is refusal
    assert judged.address == ""


def test_the_true_host_and_what_it_passes_for_are_both_known() -> None:
    judged = judge("https://аррӏе.com/login")
    assert judged.host == "xn--80ak6aa92e.com"
    assert judged.reads == "аррӏе.com"
    assert judged.passes_for == "apple.com"
    assert judged.address == "https://xn--80ak6aa92e.com/login"


def test_credentials_never_reach_the_browser_and_numbers_take_their_usual_form() -> None:
    assert judge("http://user:pw@0x7f.1/a").address == "http://127.0.0.1/a"


def test_what_is_opened_is_ascii() -> None:
    assert judge("https://example.org/é?ü=1").address == "https://example.org/%C3%A9?%C3%BC=1"


def test_no_text_of_a_stranger_stops_the_judge() -> None:
    found = list(hostile_texts())
    for text in (*found, *(f"https://{text[:300]}" for text in found)):
        for shown in ("", text[:2_000]):
            judged = judge(text, shown)
            assert judged.refusal is not None or judged.address.isascii()
