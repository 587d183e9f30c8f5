"""When a post is looked at again: the younger it is and the more it matters, the sooner.

Pure: posts and moments in, batches out.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from controlroom.store.cache.looking import Seen

YOUNG = timedelta(days=1)
"""Posts nobody has shown or kept are looked at again while they are younger."""
_HOUR = timedelta(hours=1)

WATCHED = ((_HOUR, timedelta(minutes=2)), (YOUNG, timedelta(minutes=10)))
KEPT = ((YOUNG, _HOUR),)
OTHERS = ((YOUNG, timedelta(hours=2)),)
"""Up to which age how often."""
RARELY = timedelta(hours=6)
"""How often what is older."""


@dataclass(frozen=True, slots=True)
class Look:
    """Posts of one network to be looked up at once, through one profile.

    Attributes:
        profile: 0 where nobody signs in.
    """

    network: str
    profile: int
    posts: tuple[Seen, ...]


def rest(post: Seen, now: datetime, *, watched: bool) -> timedelta:
    """Returns how long after its last sighting a post is looked at again."""
    age = now - post.filed_at
    steps = WATCHED if watched else KEPT if post.kept else OTHERS
    return next((each for upto, each in steps if age < upto), RARELY)


def due(
    posts: Iterable[Seen],
    watched: Collection[int],
    looked_at: Mapping[int, datetime],
    now: datetime,
) -> list[Seen]:
    """Returns the posts it is time for, what people see before them first, each once.

    Args:
        looked_at: when posts were asked for last, also without an answer.
    """
    found = {}
    for post in posts:
        seen_at = max(post.seen_at, looked_at.get(post.id, post.seen_at))
        late = (now - seen_at) / rest(post, now, watched=post.id in watched)
        if late >= 1:
            found[post.id] = (post.id not in watched, -late, post)
    return [post for *_, post in sorted(found.values(), key=lambda one: one[:2])]


def looks(posts: Iterable[Seen], at_once: Mapping[str, int]) -> list[Look]:
    """Returns batches, in the order in which their first posts come.

    Args:
        at_once: how many posts of a network can be looked up at once.
    """
    batches: dict[tuple[str, int], list[list[Seen]]] = {}
    order: list[tuple[str, int, list[Seen]]] = []
    for post in posts:
        most = at_once.get(post.network, 0)
        if not most:
            continue
        key = post.network, post.profiles[0] if post.profiles else 0
        filling = batches.setdefault(key, [])
        if not filling or len(filling[-1]) >= most:
            filling.append([])
            order.append((*key, filling[-1]))
        filling[-1].append(post)
    return [Look(network, profile, tuple(batch)) for network, profile, batch in order]
