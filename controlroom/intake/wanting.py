"""What is to be read."""

from dataclasses import dataclass

from controlroom.feeds.base import Capabilities, Per, Reading
from controlroom.model.stream import Source

Scope = tuple[str, str, int]
"""What one feed reads: network, host, profile."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source to be read, and for which streams.

    Attributes:
        app: under which application its profile is signed in; all of them share its allowances.
    """

    source: Source
    streams: tuple[int, ...]
    scope: Scope
    capabilities: Capabilities
    urgent: bool = False
    app: str = ""

    @property
    def reading(self) -> Reading:
        """How the network lets this kind be read."""
        return self.capabilities.reads[self.source.kind]

    def holder(self, per: Per) -> str:
        """Returns in whose hand an allowance is that is given per profile, app or host."""
        _, host, profile = self.scope
        match per:
            case Per.APP:
                return f"{per} {self.app}"
            case Per.HOST:
                return f"{per} {host}"
            case _:
                return f"{per} {host} {profile}"
