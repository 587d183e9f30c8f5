"""How a stored post is found in the record: as part of which conversation. Pure.

A conversation is named by a profile it came through and by its root post. Another desk may have
fewer posts of it, or have it through fewer profiles, and so call it otherwise: what is looked up is
looked up under every name it can have here, and what is decided is decided under the first.
"""

from collections.abc import Iterable, Mapping, Sequence

from controlroom.model.cached import CachedPost
from controlroom.model.journal_subject import conversation_key

HIGHEST = 200
"""Steps up from a post to the beginning of its conversation."""
MOST_NAMES = 60


def names_of(
    post: CachedPost, profiles: Mapping[int, str], thread: Iterable[CachedPost] = ()
) -> tuple[str, ...]:
    """Returns the keys the conversation of a post can have, the one to decide under first.

    A post that came through no profile of ours is of the whole force, by its network's name.

    Args:
        profiles: keys of the force's profiles, by their ids here.
        thread: what else is held of the conversation.
    """
    known = sorted({profiles[one] for one in post.profiles if one in profiles})
    through = known or [post.post.network]
    found = (conversation_key(one, root) for root in roots_of(post, thread) for one in through)
    return tuple(dict.fromkeys(found))[:MOST_NAMES]


def roots_of(post: CachedPost, thread: Iterable[CachedPost] = ()) -> Sequence[str]:
    """Returns the ids under which the conversation of a post can begin, the topmost first.

    One, where the network names the root.
    """
    if post.post.root:
        return (post.post.root,)
    held = {one.post.remote_id: one for one in thread}
    way = [post.post.remote_id]
    above = post.post.reply_to
    while above and above not in way and len(way) < HIGHEST:
        way.append(above)
        one = held.get(above)
        if one is not None and one.post.root:
            return (one.post.root, *reversed(way))
        above = one.post.reply_to if one is not None else ""
    return tuple(dict.fromkeys(reversed(way)))
