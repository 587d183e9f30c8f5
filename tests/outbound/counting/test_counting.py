"""Texts below, at and above what each network takes, in many scripts."""

import pytest

from controlroom.model.outgoing.content import Act, Piece
from controlroom.outbound.counting import Server, Unit, count, limits_of, links_in

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
FLAG = "🇬🇧"
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
ACCENT = "e\u0301"
LONE = "\ud83d"
ONES = {
    "latin": "a",
    "arabic": "ش",
    "hindi": "न",
    "thai": "ก",
    "cjk": "漢",
    "family": FAMILY,
    "flag": FLAG,
    "england": ENGLAND,
    "combining": ACCENT,
    "lone surrogate": LONE,
    "skin": "🙋🏽",
    "keycap": "1\ufe0f\u20e3",
}
WEIGHS = {
    "cjk": 2,
    "family": 2,
    "flag": 2,
    "england": 2,
    "skin": 2,
    "keycap": 2,
    "lone surrogate": 2,
}


def _used(network: str, text: str, act: Act = Act.POST) -> int:
    return count(network, None, Piece(text), act).used


@pytest.mark.parametrize("script", ONES)
def test_x_takes_280_weighted_and_no_more(script: str) -> None:
    most = 280 // WEIGHS.get(script, 1)
    for many, fits in ((most - 1, True), (most, True), (most + 1, False)):
        text = ONES[script] * many
        counted = count("x", None, Piece(text))
        assert counted.used == many * WEIGHS.get(script, 1)
        assert counted.fits is fits
        assert counted.over_from == len(ONES[script] * min(many, most))


@pytest.mark.parametrize("network", ["bluesky", "mastodon"])
@pytest.mark.parametrize("script", [one for one in ONES if one != "lone surrogate"])
def test_graphemes_are_taken_to_the_limit_and_no_further(network: str, script: str) -> None:
    one = ONES[script]
    limits = limits_of(network).text()
    most = limits.most
    if limits.most_bytes:
        most = min(most, limits.most_bytes // len(one.encode()))
    for many, fits in ((most - 1, True), (most, True), (most + 1, False)):
        counted = count(network, None, Piece(one * many))
        assert counted.used == many
        assert counted.fits is fits
        assert counted.over_from == len(one * min(many, most))
        assert counted.is_over is not fits


def test_bluesky_stops_at_3000_bytes_before_300_graphemes() -> None:
    counted = count("bluesky", None, Piece(FAMILY * 121))
    assert (counted.used, counted.used_bytes) == (121, 121 * 25)
    assert not counted.fits
    assert counted.over_from == len(FAMILY) * 120


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("ខ្មែរ", 3),
        ("ကမ္ဘာ", 4),
        ("क्षत्रिय", 3),
        ("สวัสดี", 4),
        ("한국어", 3),
        ("❤️\u200d🔥☺️", 2),
        ("क्\u200dष", 1),
    ],
)
def test_clusters_are_those_that_servers_count(text: str, many: int) -> None:
    assert _used("bluesky", text) == many


def test_a_lone_surrogate_counts_and_breaks_nothing() -> None:
    for network in ("x", "bluesky", "mastodon", "facebook", "instagram", "youtube"):
        assert _used(network, f"a{LONE}b") > 2


def test_mastodon_counts_addresses_23_and_people_without_their_server() -> None:
    assert _used("mastodon", "https://westmarch.example/a/very/long/path/indeed") == 23
    assert _used("mastodon", "@pell@fenmast.example hello") == len("@pell hello")
    assert _used("mastodon", "westmarch.example") == 17
    assert _used("x", "westmarch.example") == 23


def test_a_server_of_its_own_limits_is_believed() -> None:
    server = Server(characters=11_000, per_link=40, files=8, photo_bytes=5, poll_options=9)
    limits = limits_of("mastodon", server)
    assert count("mastodon", limits, Piece("a" * 11_000)).fits
    assert not count("mastodon", limits, Piece("a" * 11_001)).fits
    assert count("mastodon", limits, Piece("https://a.example")).used == 40
    assert (limits.media.photos, limits.media.photo_bytes, limits.poll.options) == (8, 5, 9)
    assert limits.media.clip_bytes == limits_of("mastodon").media.clip_bytes


def test_a_paying_profile_on_x_may_write_more() -> None:
    assert count("x", limits_of("x", premium=True), Piece("a" * 25_000)).fits
    assert not count("x", limits_of("x", premium=True), Piece("a" * 25_001)).fits


def test_leading_names_of_a_reply_on_x_are_free() -> None:
    piece = Piece("@pell @marsh Thank you @pell")
    assert count("x", None, piece, Act.REPLY).used == len("Thank you @pell")
    assert count("x", None, piece).used == len(piece.text)


def test_a_message_has_limits_of_its_own() -> None:
    assert count("x", None, Piece("a" * 10_000), Act.MESSAGE).fits
    assert not count("x", None, Piece("a" * 10_001), Act.MESSAGE).fits
    assert count("instagram", None, Piece("é" * 500), Act.MESSAGE).fits
    assert not count("instagram", None, Piece("é" * 501), Act.MESSAGE).fits


@pytest.mark.parametrize("script", ["latin", "arabic", "hindi", "thai", "cjk"])
def test_facebook_and_instagram_count_characters(script: str) -> None:
    for network, most in (("facebook", 63_206), ("instagram", 2_200)):
        for many, fits in ((most - 1, True), (most, True), (most + 1, False)):
            assert count(network, None, Piece(ONES[script] * many)).fits is fits
    assert _used("instagram", FAMILY) == 11


def test_instagram_takes_30_hashtags() -> None:
    tags = " ".join(f"#tag{number}" for number in range(30))
    assert count("instagram", None, Piece(tags)).fits
    assert not count("instagram", None, Piece(f"{tags} #more")).fits


@pytest.mark.parametrize("script", ["latin", "arabic", "hindi", "thai", "cjk", "family", "flag"])
def test_youtube_counts_a_description_in_bytes_and_a_title_in_characters(script: str) -> None:
    one = ONES[script]
    most = 5_000 // len(one.encode())
    for many, fits in ((most - 1, True), (most, True), (most + 1, False)):
        counted = count("youtube", None, Piece(one * many, title="t"))
        assert counted.fits is fits
        assert counted.over_from == len(one * min(many, most))
    units = len(one.encode("utf-16-le")) // 2
    for many, fits in ((100 // units, True), (100 // units + 1, False)):
        title = count("youtube", None, Piece("d", title=one * many)).title
        assert title is not None
        assert title.fits is fits


def test_youtube_refuses_angle_brackets() -> None:
    counted = count("youtube", None, Piece("speed < 30", title="x"))
    assert (counted.fits, counted.refused, counted.over_from) == (False, "<", 6)
    assert not counted.is_over


def test_only_networks_with_titles_count_one() -> None:
    assert count("x", None, Piece("a", title="ignored")).title is None
    assert count("youtube", None, Piece("a"), Act.REPLY).title is None


def test_a_network_without_a_file_has_no_limit() -> None:
    counted = count("dummy", None, Piece("a" * 9_999))
    assert (counted.limit, counted.fits, counted.unit) == (0, True, Unit.CHARACTERS)


def test_an_unlisted_joined_emoji_falls_apart() -> None:
    assert _used("x", "🐱\u200d🚗") == 5
    assert _used("x", "🇽🇽") == 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://westmarch.example.com/a(b)c. Now", ["https://westmarch.example.com/a(b)c"]),
        ("westmarch.police.uk, or not", ["westmarch.police.uk"]),
        ("mail pc.shah@westmarch.police.uk please", []),
        ("At 18.30 in St.Ann’s", []),
        ("漢字test.com漢字", ["test.com"]),
        ("http://foo_bar.co.uk/x?y=1&z=2!", ["http://foo_bar.co.uk/x?y=1&z=2"]),
        ("http://☃.net/", ["http://☃.net/"]),
        ("@user.com #tag.com", []),
        ("(https://a.com/b)", ["https://a.com/b"]),
        ("http://www.-a.com", []),
    ],
)
def test_addresses_are_found_as_x_finds_them(text: str, found: list[str]) -> None:
    assert [link.text for link in links_in(text)] == found
    assert all(text[link.start : link.end] == link.text for link in links_in(text))
