"""The networks: one line each. A network's code is imported when the first profile needs it."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from controlroom.feeds.base import Capabilities, Feed, Seat
from controlroom.feeds.outgoing.silent import SilentWriter
from controlroom.feeds.outgoing.ways import writing_of
from controlroom.feeds.signing_in import Connector, Entrance, Ways
from controlroom.feeds.writing import Writer
from controlroom.model.errors import OurError

if TYPE_CHECKING:
    # With it comes a library of the network's, which is not wanted before the first profile.
    from controlroom.feeds.wire import Limits

NETWORKS: Mapping[str, str] = MappingProxyType(
    {
        "bluesky": "controlroom.feeds.networks.bluesky.feed",
        "facebook": "controlroom.feeds.networks.facebook.feed",
        "instagram": "controlroom.feeds.networks.instagram.feed",
        "mastodon": "controlroom.feeds.networks.mastodon.feed",
        "rss": "controlroom.feeds.networks.rss.feed",
        "x": "controlroom.feeds.networks.x.feed",
        "youtube": "controlroom.feeds.networks.youtube.feed",
    }
)


class UnknownNetwork(OurError):
    """A source names a network that has no line in the registry."""


def capabilities_of(network: str, networks: Mapping[str, str] = NETWORKS) -> Capabilities:
    """Returns what this network offers. Raises `UnknownNetwork`."""
    found: Capabilities = _module(network, networks).CAPABILITIES
    return found


def make_feed(network: str, seat: Seat, networks: Mapping[str, str] = NETWORKS) -> Feed:
    """Returns a new feed of this network. Raises `UnknownNetwork`."""
    make: Callable[[Seat], Feed] = _module(network, networks).make_feed
    return make(seat)


def ways_of(network: str, networks: Mapping[str, str] = NETWORKS) -> Ways:
    """Returns how profiles of this network are connected. Raises `UnknownNetwork`."""
    found: Ways = _connect(network, networks).WAYS
    return found


def make_connector(
    network: str, entrance: Entrance, networks: Mapping[str, str] = NETWORKS
) -> Connector:
    """Returns what signs in to this network. Raises `UnknownNetwork`."""
    make: Callable[[Entrance], Connector] = _connect(network, networks).make_connector
    return make(entrance)


def make_writer(
    network: str,
    seat: Seat,
    networks: Mapping[str, str] = NETWORKS,
    limits: "Limits | None" = None,
) -> Writer:
    """Returns a new writer for the profile in `seat`.

    Args:
        limits: how long answers are waited for, where that is not what the network's data say.

    Raises:
        UnknownNetwork: it has no line here.
        AddressRefused: the profile names an unsafe host.
    """
    if network not in networks:
        raise UnknownNetwork(network)
    if not writing_of(network).acts:
        return SilentWriter(network)
    module = import_module(networks[network].rpartition(".")[0] + ".write")
    make: Callable[[Seat, Limits | None], Writer] = module.make_writer
    return make(seat, limits)


def _connect(network: str, networks: Mapping[str, str]) -> Any:
    """Returns the module `connect` beside the network's `feed`."""
    if network not in networks:
        raise UnknownNetwork(network)
    return import_module(networks[network].rpartition(".")[0] + ".connect")


def _module(network: str, networks: Mapping[str, str]) -> Any:
    if network not in networks:
        raise UnknownNetwork(network)
    return import_module(networks[network])
