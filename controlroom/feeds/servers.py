"""Where the servers of the networks are: at their own addresses, or in an exercise on loopback."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from controlroom.feeds.addresses import base_of, is_loopback, shown
from controlroom.feeds.errors import AddressRefused


@dataclass(frozen=True, slots=True)
class Servers:
    """From hosts to addresses.

    Attributes:
        led: hosts that are led elsewhere, to whole addresses.
        sealed: only servers on this computer may be reached, as in an exercise.
    """

    led: Mapping[str, str] = field(default_factory=dict)
    sealed: bool = False

    def __call__(self, host: str) -> str:
        """Returns the address of a server. Raises `AddressRefused`."""
        address = base_of(self.led.get(host, host))
        if self.sealed and not is_loopback(shown(address)):
            raise AddressRefused(host=shown(address))
        return address
