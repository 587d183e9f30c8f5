"""One bad part never costs the others."""

import pytest

from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.items import parts_of


def test_parts_keep_the_bytes_of_the_network() -> None:
    assert parts_of(b' {"a" : [1.0e2], "b":{"c" :2} }\n', "h") == {
        "a": b"[1.0e2]",
        "b": b'{"c" :2}',
    }


@pytest.mark.parametrize("bad", [b'{"a":NaN}', b"-Infinity", b'"\xff"', b'["\xed\xa0\x80"]'])
def test_what_is_not_strictly_json_leaves_its_neighbours_whole(bad: bytes) -> None:
    assert parts_of(b'{"a": 1, "b" :' + bad + b' , "c": "x"}', "h") == {
        "a": b"1",
        "b": bad,
        "c": b'"x"',
    }


def test_of_parts_given_twice_the_last_counts() -> None:
    assert parts_of(b'{"a": 1, "a": 2}', "h") == {"a": b"2"}
    assert parts_of(b'{"a": NaN, "a": 2}', "h") == {"a": b"2"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!DOCTYPE html><html>Sign in to the hotel</html>", "web page"),
        (b"[1]", "a list"),
        (b'{"a":1, "b":', "broken"),
        (b'{"a":NaN "b":2}', "broken"),
        (b'{"a":NaN,}', "broken"),
        (b'{"a"}', "broken"),
        (b"{NaN:1}", "broken"),
        (b"", "broken"),
        (b"{", "broken"),
        (b"}", "broken"),
        (b"\x00\x01", "broken"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "deep"),
        (b'{"x":NaN,"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "deep"),
    ],
)
def test_what_is_no_object_is_refused_with_a_reason(body: bytes, reason: str) -> None:
    with pytest.raises(NonsenseReceived, match=reason):
        parts_of(body, "h")
