"""An account on a simulated network."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody on one network.

    Attributes:
        number: from 1, over all networks.
        handle: without sign or server.
        ours: one of the force's own profiles.
        kind: "person", "press", "council", "service", "bot", "force".
        followers: about how many.
        joined_ms: when it was made, milliseconds since 1970.
    """

    number: int
    network: str
    handle: str
    name: str
    about: str = ""
    ours: bool = False
    kind: str = "person"
    followers: int = 0
    verified: bool = False
    language: str = "en"
    joined_ms: int = 0
