"""How people talk on each network: what they may publish, where, and whom they name."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from controlroom.exercise.world import PostKind


@dataclass(frozen=True, slots=True)
class Manners:
    """What is usual on one network.

    Attributes:
        reply: what an answer is.
        ours: what the force publishes.
        open: people publish for themselves; where they do not, they comment on posts of ours.
        visits: share of people who write on a profile's page rather than below a post.
        names_parent: an answer begins with the handle of whom it answers.
        edits: what was published can be changed.
        reposts: what others said can be passed on.
        domain: under which handles of people stand, "" where handles are no domains.
    """

    reply: PostKind = PostKind.STATUS
    ours: PostKind = PostKind.STATUS
    open: bool = True
    visits: float = 0.0
    names_parent: bool = False
    edits: bool = True
    reposts: bool = True
    domain: str = ""


MANNERS: Mapping[str, Manners] = MappingProxyType(
    {
        "x": Manners(names_parent=True),
        "facebook": Manners(reply=PostKind.COMMENT, open=False, visits=0.15, reposts=False),
        "mastodon": Manners(names_parent=True),
        "bluesky": Manners(edits=False, domain="fensky.example"),
        "youtube": Manners(reply=PostKind.COMMENT, ours=PostKind.VIDEO, open=False, reposts=False),
        "rss": Manners(ours=PostKind.ARTICLE, edits=True, reposts=False),
    }
)
USUAL = Manners()


def manners_of(network: str) -> Manners:
    """Returns what is usual on a network."""
    return MANNERS.get(network, USUAL)
