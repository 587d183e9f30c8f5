"""What the ids of a second look may name.

A page's own posts begin with the page's number; the others are asked for as comments, and as posts
if they are none. Messages are not looked at: Facebook gives details of a dialogue's latest ones
only, and says of the others that they are gone, which they are not.
"""

from collections.abc import Sequence

from controlroom.feeds.graph.looking import Asked, Kind
from controlroom.feeds.networks.facebook import fields
from controlroom.feeds.networks.facebook.parse import comment_of, post_of

_MESSAGE = "m_"
_POST = Kind(fields.POST, post_of)


def asked_for(remote_ids: Sequence[str], page: str) -> Asked:
    """Returns what to ask for."""
    comment = Kind(fields.COMMENT, lambda raw: comment_of(raw, page))
    ids = [one for one in remote_ids if not one.startswith(_MESSAGE)]
    ours = [one for one in ids if one.startswith(f"{page}_")]
    others = [one for one in ids if not one.startswith(f"{page}_")]
    return [(ours, [_POST]), (others, [comment, _POST])]
