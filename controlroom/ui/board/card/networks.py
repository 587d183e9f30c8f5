"""How the networks look on a card. One that is not named here looks like any other."""

from typing import NamedTuple


class NetworkLook(NamedTuple):
    """A network's glyph, its own name, and the sign before its handles."""

    glyph: str
    name: str
    sign: str = "@"


LOOKS = {
    "x": NetworkLook("net-x", "X"),
    "facebook": NetworkLook("net-fb", "Facebook", ""),
    "instagram": NetworkLook("net-ig", "Instagram"),
    "bluesky": NetworkLook("net-bs", "Bluesky"),
    "mastodon": NetworkLook("net-ma", "Mastodon"),
    "youtube": NetworkLook("net-yt", "YouTube", ""),
    "rss": NetworkLook("globe", "RSS", ""),
}


def look_of(network: str) -> NetworkLook:
    """Returns how a network looks."""
    return LOOKS.get(network) or NetworkLook("globe", network.capitalize(), "")
