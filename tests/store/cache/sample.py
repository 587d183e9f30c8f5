"""Posts and sightings for tests, from as few words as possible."""

from datetime import UTC, datetime, timedelta
from typing import Any

from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import Author, Post

START = datetime(2026, 11, 1, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    """Returns a moment, in seconds after the post's own."""
    return START + timedelta(seconds=seconds)


def author(remote_id: str = "a1", name: str = "Ada Quill", **other: Any) -> Author:
    return Author(remote_id, other.pop("handle", f"{remote_id}_handle"), name, **other)


def post(text: str = "Lorry on the M97", remote_id: str = "1", **other: Any) -> Post:
    """Returns a post with a payload that says what it says."""
    fields: dict[str, Any] = {"network": "mastodon", "author": author(), "created_at": START}
    fields |= {"raw": f'{{"text": {text!r}}}'.encode("utf-8", "replace")} | other
    return Post(remote_id=remote_id, text=text, **fields)


def sighting(
    text: str = "Lorry on the M97",
    seen: float = 10,
    *,
    profiles: tuple[int, ...] = (1,),
    streams: tuple[int, ...] = (1,),
    **other: Any,
) -> Sighting:
    return Sighting(post(text, **other), at(seen), profiles, streams)


def missed(seen: float, remote_id: str = "1", network: str = "mastodon") -> Disappearance:
    return Disappearance(network, remote_id, at(seen))
