"""The lines of a stream of events, well and badly sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.errors import NonsenseReceived, NotFound, TokenExpired
from controlroom.feeds.networks.mastodon.events import NoEvents, event_in, events_in
from tests.feeds.seats import NOW

HOST = "fenmast.example"
LINE = st.one_of(
    st.sampled_from([b"", b":thump", b"event: update", b"data: {}", b"data:{", b"retry: 5", b"id"]),
    st.binary(max_size=20).map(lambda line: line.replace(b"\n", b"")),
)


def events(*lines: bytes) -> list[tuple[str, bytes]]:
    return list(events_in(lines, HOST, lambda: None))


def test_an_event_ends_at_an_empty_line() -> None:
    told = [b":)", b"", b"event: update", b"data: {", b"data: }", b"", b"event: delete", b"data: 5"]
    assert events(*told) == [("update", b"{\n}")]


def test_what_has_no_data_is_no_event() -> None:
    assert events(b"event: update", b"", b"data: 1", b"") == [("", b"1")]


@pytest.mark.parametrize("line", [b"<!doctype html>", b"{}", b"OK", b"\xff"])
def test_another_kind_of_text_is_no_stream(line: bytes) -> None:
    began: list[None] = []
    with pytest.raises(NoEvents):
        list(events_in([b"", line], HOST, lambda: began.append(None)))
    assert began == []


def test_it_begins_once() -> None:
    began: list[None] = []
    list(events_in([b":)", b"", b"data: 1", b""], HOST, lambda: began.append(None)))
    assert len(began) == 1


@given(st.lists(LINE, max_size=12))
def test_whatever_comes_is_events_or_refused(lines: list[bytes]) -> None:
    try:
        for name, payload in events(*lines):
            assert isinstance(name, str)
            assert isinstance(payload, bytes)
    except NonsenseReceived:
        pass


@given(st.binary(max_size=40))
def test_whatever_comes_over_a_websocket_is_read_or_refused(message: bytes) -> None:
    with pytest.raises((ValueError, NonsenseReceived)):
        event_in(message + b"\0", HOST, NOW)


@pytest.mark.parametrize(
    ("told", "error"),
    [
        (b'{"error": "no", "status": 401}', TokenExpired),
        (b'{"error": "no", "status": 404}', NotFound),
        (b'{"error": "no"}', NonsenseReceived),
    ],
)
def test_a_refusal_is_raised(told: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        event_in(told, HOST, NOW)
