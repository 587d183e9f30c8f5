"""How a profile proves to its network who it is.

A credential lives in the OS keychain and in memory. It goes through pipes between our own
processes and nowhere else; nothing that prints an object shows one.
"""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AppKey:
    """The force's own application at a network, under which profiles sign in.

    Attributes:
        id: the client id, "" where a network needs no application.
        secret: the client secret, "" for applications without one.
        own_id, own_secret: the pair with which it asks in its own name, not in a person's, where a
            network gives one beside the other; "" for none.
    """

    id: str = ""
    secret: str = field(default="", repr=False)
    own_id: str = ""
    own_secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Credential:
    """What one profile signs in with.

    Attributes:
        access: the token or key that goes with every request, "" for none.
        refresh: exchanged for a new `access` when that runs out; often good for one time only.
        expires_at: when `access` runs out, None if it does not or nobody said.
        ends_at: when a person has to sign in again, None if never or unknown.
        app: under which application it was given.
        account: the network's id of who signed in.
        server: where the account lives, if that is another place than the network's usual one.
        scopes: what it allows, as the network names it.
    """

    access: str = field(default="", repr=False)
    refresh: str = field(default="", repr=False)
    expires_at: datetime | None = None
    ends_at: datetime | None = None
    app: AppKey = AppKey()
    account: str = ""
    server: str = ""
    scopes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.access)
