"""The writer of a network that can only be read."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from controlroom.feeds.writing import LookedBack, NotSent, Outgoing, SentAs, WayOut
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent


class SilentWriter:
    """Can do nothing, and says so."""

    ways: Mapping[Act, WayOut] = MappingProxyType({})

    def __init__(self, network: str) -> None:
        self._network = network

    def new_key(self) -> str:
        return ""

    def send(self, outgoing: Outgoing, ready: Callable[[], None]) -> SentAs:
        said = f"{outgoing.act.value}: not on this network"
        raise NotSent(host=self._network, reason=Unsent.UNABLE, said=said)

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        return LookedBack((), 0, outgoing.since, certain=True)

    def is_gone(self, remote_id: str) -> bool:
        """Nothing of ours was ever there."""
        return True

    def close(self) -> None:
        """There is nothing to let go of."""
