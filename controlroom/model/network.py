"""What a network offers, as the desk needs to know it without loading the network's code."""

from controlroom.model.frozen import dataclass
from controlroom.model.stream import SourceKind


@dataclass(frozen=True, slots=True)
class NetworkOffer:
    """One network of the registry.

    Attributes:
        name: as people write it.
        kinds: what streams can read from it.
        by_profile: those of them for which a profile has to be chosen.
        signs_in: its profiles have a sign-in.
        many_hosts: a profile has a server of its own, which has to be named.
        usual_host: the server of profiles that name no other, "" where none may be named.
        ways: how a profile is connected, the best first: "browser", "token", "password".
        needs_app: the force's own application has to be entered for the browser.
        own_key: that application may have a second pair, with which it asks in its own name.
    """

    key: str
    name: str
    kinds: tuple[SourceKind, ...]
    by_profile: tuple[SourceKind, ...] = ()
    signs_in: bool = True
    many_hosts: bool = False
    usual_host: str = ""
    ways: tuple[str, ...] = ()
    needs_app: bool = False
    own_key: bool = False
