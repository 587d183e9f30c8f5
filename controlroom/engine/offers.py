"""What the networks offer, told to the desk, which loads no network's code."""

from collections.abc import Mapping

from controlroom.feeds.registry import capabilities_of, ways_of
from controlroom.feeds.signing_in import Ways
from controlroom.model.network import NetworkOffer


def network_offers(networks: Mapping[str, str]) -> list[NetworkOffer]:
    """Returns what every network offers; loads the code of all of them."""
    return [_offer(network, networks) for network in networks]


def _offer(network: str, networks: Mapping[str, str]) -> NetworkOffer:
    offers = capabilities_of(network, networks)
    ways = ways_of(network, networks) if offers.signs_in else Ways(())
    return NetworkOffer(
        key=network,
        name=offers.name,
        kinds=tuple(offers.reads),
        by_profile=tuple(kind for kind, reading in offers.reads.items() if reading.by_profile),
        signs_in=offers.signs_in,
        many_hosts=offers.many_hosts,
        usual_host=offers.usual_host,
        ways=tuple(ways.ways),
        needs_app=ways.needs_app,
        own_key=ways.own_key,
    )
