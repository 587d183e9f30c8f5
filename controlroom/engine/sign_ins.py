"""The profiles' sign-ins, in memory only."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from controlroom.model.credential import Credential

Renewed = Callable[[int, Credential], None]


@dataclass(slots=True)
class SignIns:
    """The latest credential of every profile. Safe in several threads.

    Attributes:
        renewed: called when a network has given a profile a new one; the keychain is the desk's.
    """

    by_profile: dict[int, Credential] = field(default_factory=dict, repr=False)
    renewed: Renewed = lambda _, __: None
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def take(self, credentials: Mapping[int, Credential]) -> None:
        """Takes credentials over; an empty one takes a sign-in away."""
        with self.lock:
            self.by_profile.update(credentials)

    def of(self, profile: int) -> "ProfileSignIn":
        """Returns the sign-in of one profile; 0 is nobody's."""
        return ProfileSignIn(self, profile)


@dataclass(frozen=True, slots=True)
class ProfileSignIn:
    """One profile's share of the sign-ins; a `feeds.base.SignIn`."""

    among: SignIns
    profile: int

    def credential(self) -> Credential:
        with self.among.lock:
            return self.among.by_profile.get(self.profile, Credential())

    def renewed(self, credential: Credential) -> None:
        self.among.take({self.profile: credential})
        self.among.renewed(self.profile, credential)
