"""Posts to make cards of."""

from datetime import UTC, datetime
from typing import Any

from controlroom.model.cached import CachedPost
from controlroom.model.post import Author, Post

NOW = datetime(2026, 5, 14, 18, 42, tzinfo=UTC)


def post(number: int = 1, text: str = "Smoke right across the plots.", **values: Any) -> CachedPost:
    """Returns a stored post; `values` go to the post, those of the cache to what is stored."""
    stored = {
        name: values.pop(name) for name in ("gone_at", "versions", "profiles") if name in values
    }
    values.setdefault("author", Author("a1", "kop_dunmarsh", "Karen Oduya-Platt"))
    values.setdefault("created_at", NOW)
    values.setdefault("network", "x")
    made = Post(remote_id=str(number), text=text, **values)
    return CachedPost(id=number, post=made, profiles=stored.pop("profiles", (1,)), seen_at=NOW,
                      **stored)  # fmt: skip
