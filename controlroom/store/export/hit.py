"""One hit as it is exported, and what is said about the whole export."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from controlroom.model.cached import CachedPost
from controlroom.store.cache.versions import StoredVersion


@dataclass(frozen=True, slots=True)
class Hit:
    """A post with everything an export says of it.

    Attributes:
        through: handles of the profiles it came through.
        earlier: what it said before, the latest first; empty for a post never edited.
        begins: how many posts of the conversation that it is the first of follow with it, 0 where
            posts are not exported by conversation or it stands alone.
    """

    cached: CachedPost
    through: tuple[str, ...] = ()
    earlier: tuple[StoredVersion, ...] = ()
    begins: int = 0


@dataclass(frozen=True, slots=True)
class About:
    """What was asked, and when.

    Attributes:
        query: in the query language, "" for everything.
        made_at: aware.
        profiles: handles by profile id.
        chosen: somebody chose the posts among those that fit.
        grouped: they come conversation by conversation, not by time alone.
    """

    query: str
    made_at: datetime
    profiles: Mapping[int, str] = field(default_factory=dict)
    chosen: bool = False
    grouped: bool = False

    def through(self, cached: CachedPost) -> tuple[str, ...]:
        """Returns the handles of the profiles a post came through, as far as they are known."""
        return tuple(self.profiles[one] for one in cached.profiles if one in self.profiles)


def moment(at: datetime | None) -> str:
    """Returns a moment in UTC, to the second, as ISO 8601 has it; "" for none."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def sound(text: str) -> str:
    """Returns a text that every encoding and reader takes: no broken or unseen characters."""
    if text.isascii() and text.isprintable():
        return text
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(one for one in whole if one in "\n\t" or one >= " ").replace("\x7f", "")
