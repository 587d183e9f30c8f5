"""What is looked at of a post where thousands come at once: its words and what makes it count."""

import msgspec


class Glimpse(msgspec.Struct, frozen=True, gc=False):
    """A stored post in short.

    Attributes:
        id: ours, as `CachedPost.id`.
        author: the network's id of who wrote it.
        followers: of the author, 0 where the network does not say.
        has_media: pictures, clips or sounds hang on it.
    """

    id: int
    text: str
    author: str
    followers: int
    has_media: bool
