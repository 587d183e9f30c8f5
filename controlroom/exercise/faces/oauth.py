"""What sign-ins of the simulated networks have in common: refusals, proofs, whose turn it is."""

import base64
import hashlib
from dataclasses import dataclass

from controlroom.exercise.world import World


class Refused(Exception):
    """OAuth's own form of a refusal (RFC 6749, section 5.2)."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(error)
        self.status = status
        self.body = {"error": error, "error_description": description}


def challenge_of(verifier: str) -> str:
    """Returns the S256 challenge of a verifier (RFC 7636, section 4.2)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@dataclass(slots=True)
class Turns:
    """Whose sign-in the next one is."""

    world: World
    network: str
    _turn: int = 0

    def next(self, handle: str = "") -> int:
        """Returns a named profile, or that of whose turn it is; 0 if there is none."""
        if handle:
            named = self.world.by_handle(self.network, handle)
            return named.number if named is not None and named.ours else 0
        profiles = self.world.profiles(self.network)
        self._turn += 1
        return profiles[(self._turn - 1) % len(profiles)].number if profiles else 0
