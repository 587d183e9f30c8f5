"""Who is there and what is said, independent of how any network shows it."""

from controlroom.exercise.world.account import Account
from controlroom.exercise.world.event import Event, EventKind
from controlroom.exercise.world.post import Media, MediaKind, Poll, PostKind, Said, SimPost
from controlroom.exercise.world.world import Denied, World

__all__ = [
    "Account",
    "Denied",
    "Event",
    "EventKind",
    "Media",
    "MediaKind",
    "Poll",
    "PostKind",
    "Said",
    "SimPost",
    "World",
]
