"""Whatever a server sends, reading ends with posts and notes, and never with a mistake of ours."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.networks.bluesky import threads
from controlroom.feeds.networks.bluesky.jetstream import sighted_in
from controlroom.feeds.networks.bluesky.messages import message_of
from controlroom.feeds.networks.bluesky.parse import item_of, post_of
from controlroom.feeds.networks.bluesky.reads import read
from tests.feeds.bluesky.stream import event

HERE = Path(__file__).parent
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["$type", "uri", "record", "text"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def items() -> list[tuple[str, Any]]:
    """Returns every item of every pair, with the name of the list it stands in."""
    found = []
    for path in sorted(HERE.glob("*.payload.json")):
        for name, listed in json.loads(path.read_bytes()).items():
            if name in ("feed", "posts", "messages"):
                found += [(name, item) for item in listed]
            if name == "thread":
                found.append((name, listed))
    return [*found, ("stream", event("1", tags=["M97"]))]


ITEMS = items()


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yields every place in a tree of JSON: what holds it, and under which key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


@given(st.data())
def test_a_payload_with_anything_anywhere_is_read_or_set_aside(data: st.DataObject) -> None:
    name, item = data.draw(st.sampled_from(ITEMS))
    changed = {"item": json.loads(json.dumps(item))}
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(list(places(changed))))
        holder[key] = data.draw(ANYTHING)
    raw = json.dumps(changed.get("item")).encode()
    take_in(name, raw)


def take_in(name: str, raw: bytes) -> None:
    match name:
        case "thread":
            taken = read(threads.posts_of(raw), post_of)
        case "stream":
            sighted = sighted_in(raw)
            assert sighted is None or (sighted.keys and sighted.words)
            return
        case "messages":
            with suppress(ValueError, RecursionError, OverflowError):
                message_of(raw, "dialogue", {})
            return
        case _:
            taken = read([raw], item_of if name == "feed" else post_of)
            assert len(taken.posts) + len(taken.set_aside) == 1
    for post in taken.posts:
        assert all(post.text[span.start : span.end] for span in post.spans)
