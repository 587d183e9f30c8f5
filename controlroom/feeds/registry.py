"""The networks: one line each. A network's code is imported when the first profile needs it."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from controlroom.feeds.base import Feed, Seat
from controlroom.model.errors import OurError

NETWORKS: Mapping[str, str] = MappingProxyType(
    {
        "mastodon": "controlroom.feeds.networks.mastodon.feed",
        "rss": "controlroom.feeds.networks.rss.feed",
    }
)


class UnknownNetwork(OurError):
    """A source names a network that has no line in the registry."""


def make_feed(network: str, seat: Seat, networks: Mapping[str, str] = NETWORKS) -> Feed:
    """Returns a new feed of this network. Raises `UnknownNetwork`."""
    if network not in networks:
        raise UnknownNetwork(network)
    make: Callable[[Seat], Feed] = import_module(networks[network]).make_feed
    return make(seat)
