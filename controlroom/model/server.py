"""What a server tells of itself, on networks of many servers."""

from controlroom.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Server:
    """What a server takes; 0 or empty where it does not say.

    Attributes:
        characters: most of a post; `per_link` is what an address counts.
        files: most in one post.
        kinds: media types it takes.
        photo_bytes, clip_bytes: most of a file.
        alt: most characters of a description.
        poll_options, poll_option: most answers of a poll, and most characters of one.
        poll_least_min, poll_most_min: minutes a poll may run.
    """

    characters: int = 0
    per_link: int = 0
    files: int = 0
    kinds: tuple[str, ...] = ()
    photo_bytes: int = 0
    clip_bytes: int = 0
    alt: int = 0
    poll_options: int = 0
    poll_option: int = 0
    poll_least_min: int = 0
    poll_most_min: int = 0


Servers = dict[tuple[str, str], Server]
"""By network and host."""
