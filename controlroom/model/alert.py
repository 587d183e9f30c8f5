"""Alerts: what somebody wants to be told of at once, and what was told."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class Level(IntEnum):
    """How grave an alert is, from a mere count to what stands until somebody takes it."""

    COUNT = 1
    NOTICE = 2
    ALERT = 3
    CRITICAL = 4


@dataclass(frozen=True, slots=True)
class AlertRule:
    """New posts that raise an alert.

    Attributes:
        id: 0 for a new one.
        query: in the query language, "" for every post.
        stream: id of the stream the posts must be in, 0 for any post that comes.
        sound: it may be heard, if its level has a sound.
        quiet_minutes: for so long after it was raised, more of the same only counts.
    """

    id: int
    name: str
    query: str = ""
    stream: int = 0
    level: Level = Level.NOTICE
    sound: bool = False
    quiet_minutes: int = 5


@dataclass(frozen=True, slots=True)
class KeptAlert:
    """An alert as the bell keeps it. What the post says is read from the cache when it is shown.

    Attributes:
        id: 0 for a new one.
        name: what its rule was called then.
        query, stream: what its rule asked then.
        text: what is told where no rule raised it, "" where that is what the post says.
        post: id of the newest post that raised it.
        at: when it was last raised.
        count: posts it stands for.
        more: there were others beyond `count` that were not counted.
    """

    id: int
    rule: int
    name: str
    level: Level
    post: int
    at: datetime
    count: int = 1
    more: bool = False
    is_read: bool = False
    query: str = ""
    stream: int = 0
    text: str = ""
