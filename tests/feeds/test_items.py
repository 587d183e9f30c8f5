"""One bad item never costs the page."""

import pytest

from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.items import items_of


def test_items_keep_the_bytes_of_the_network() -> None:
    assert items_of(b' [ {"a" : 1.0e2}, [2] ,"\\u00e9"]\n', "h") == [
        b'{"a" : 1.0e2}',
        b"[2]",
        b'"\\u00e9"',
    ]


@pytest.mark.parametrize(
    "bad", [b'{"a":NaN}', b'"\\ud800"', b"-Infinity", b'{"a":"\xff"}', b'"\xed\xa0\x80"']
)
def test_what_is_not_strictly_json_leaves_its_neighbours_whole(bad: bytes) -> None:
    assert items_of(b'[{"a":1}, ' + bad + b' , {"b":2}]', "h") == [b'{"a":1}', bad, b'{"b":2}']


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!DOCTYPE html><html>Sign in to the hotel</html>", "web page"),
        (b'{"error":"The access token is invalid"}', "one object"),
        (b'[{"a":1}, {"b":', "broken"),
        (b'[{"a":1} {"b":2}]', "broken"),
        (b"[1,]", "broken"),
        (b"[,]", "broken"),
        (b"", "broken"),
        (b"[", "broken"),
        (b"]", "broken"),
        (b"\x00\x01", "broken"),
        (b"[" * 100_000 + b"]" * 100_000, "deep"),
        (b'[{"a":' * 50_000 + b"1" + b"}]" * 50_000, "deep"),
        (b"[NaN," + b"[" * 100_000 + b"]" * 100_000 + b"]", "deep"),
    ],
)
def test_what_is_no_list_is_refused_with_a_reason(body: bytes, reason: str) -> None:
    with pytest.raises(NonsenseReceived, match=reason):
        items_of(body, "h")


def test_no_reason_quotes_what_was_received() -> None:
    with pytest.raises(NonsenseReceived) as caught:
        items_of(b'["SENTINEL", ', "h")
    assert "SENTINEL" not in repr(caught.value.values)
