"""Whether what reading back has found is what was sent: pure.

Two equal, lawful posts both exist: what is known to be another delivery's is nobody else's.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime

from controlroom.feeds.writing import LookedBack, Outgoing, Seen
from controlroom.model.frozen import dataclass

_BLANKS = re.compile(r"\s+")
_UNSEEN = re.compile("[\u200b\u2060\ufeff\ufe0e\ufe0f]")
_SLASH = re.compile(r"(https?://\S*?)/(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Window:
    """When a post can have come about, by the network's clock."""

    begins: datetime
    ends: datetime

    def holds(self, at: datetime | None) -> bool:
        """Returns whether a moment lies in it; where the network tells none it may."""
        return at is None or self.begins <= at <= self.ends


def found(
    outgoing: Outgoing, looked: LookedBack, window: Window, is_bound: Callable[[str], bool]
) -> Seen | None:
    """Returns the post that came of an attempt, the oldest if several could; None if none did.

    Args:
        is_bound: says of a post's id whether it is known to be another delivery's.
    """
    free = [one for one in looked.seen if not is_bound(one.sent.remote_id)]
    if looked.certain:
        return free[0] if free else None
    fitting = [one for one in free if window.holds(one.sent.at) and _fits(outgoing, one)]
    return fitting[-1] if fitting else None


def is_clean(looked: LookedBack, since: datetime) -> bool:
    """Returns whether a look that found nothing says anything: it reached back far enough."""
    return looked.certain or looked.since <= since


def normalised(text: str) -> str:
    """Returns a text as networks and we have it alike, however each writes blanks and links."""
    bare = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return _SLASH.sub(r"\1", _BLANKS.sub(" ", bare).strip())


def _fits(outgoing: Outgoing, seen: Seen) -> bool:
    return (
        seen.files == len(outgoing.files)
        and _answers_alike(outgoing, seen)
        and normalised(seen.text) == normalised(outgoing.text)
    )


def _answers_alike(outgoing: Outgoing, seen: Seen) -> bool:
    """Not every network tells what a comment answers."""
    about = outgoing.about.remote_id if outgoing.about is not None else ""
    return not seen.answers or seen.answers == about
