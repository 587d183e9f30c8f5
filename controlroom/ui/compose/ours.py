"""The force's own profiles, wherever something is written, and what their servers take."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from controlroom.outbound.counting.limits import Limits, limits_of

if TYPE_CHECKING:
    from controlroom.model.profile import Group, Profile
    from controlroom.model.server import Servers


class Ours(Protocol):
    """What is known of them; read aside, and other objects when it is read anew."""

    @property
    def profiles(self) -> "Mapping[str, Profile]":
        """By key."""

    @property
    def groups(self) -> "Sequence[Group]":
        """Those they stand in."""

    @property
    def servers(self) -> "Servers":
        """What servers told."""


def own_limits(ours: Ours) -> Mapping[str, Limits]:
    """Returns the limits of profiles whose server has told its own, by key."""
    return {
        key: limits_of(one.network, server)
        for key, one in ours.profiles.items()
        if (server := ours.servers.get((one.network, one.host))) is not None
    }
