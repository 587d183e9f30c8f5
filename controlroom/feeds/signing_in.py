"""How a profile is connected: every network declares its ways and carries them out.

A network with a sign-in has a module `connect` with `WAYS` and `make_connector(seat)`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from controlroom.model.credential import AppKey, Credential


class Way(StrEnum):
    """A way to sign in."""

    BROWSER = "browser"
    TOKEN = "token"
    PASSWORD = "password"


@dataclass(frozen=True, slots=True)
class Ways:
    """What a network asks of who connects a profile.

    Attributes:
        ways: the best first.
        needs_app: the force's own application has to be entered before the browser way; without
            it the network gives one by itself.
        own_key: the application may have a second pair, with which it asks in its own name.
        needs_host: the server has to be named.
        scopes: what is asked for in the browser, as the network names it.
    """

    ways: tuple[Way, ...]
    needs_app: bool = False
    own_key: bool = False
    needs_host: bool = False
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in in the browser that waits for its answer.

    Attributes:
        address: what the browser opens.
        state: comes back with the answer; another one is refused.
        secret: what proves that who began it ends it (PKCE); stays here.
        app: under which application.
    """

    address: str
    state: str
    redirect: str
    secret: str = field(default="", repr=False)
    app: AppKey = AppKey()


@dataclass(frozen=True, slots=True)
class Offer:
    """An account that may be connected now. A sign-in can bring several (pages)."""

    network: str
    remote_id: str
    handle: str
    name: str
    credential: Credential
    host: str = ""


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where a connector works: the server of a many-host network, and the clock."""

    host: str
    now: Callable[[], datetime]
    server: Callable[[str], str]


class Connector(Protocol):
    """Signs in to one network. Every call may read the network and raises `ReadError`."""

    def begin(self, app: AppKey, redirect: str) -> Begun:
        """Begins a sign-in in the browser; `redirect` is a loopback address of ours."""

    def finish(self, begun: Begun, answer: Mapping[str, str]) -> tuple[Offer, ...]:
        """Ends it with the query of the redirect."""

    def with_token(self, app: AppKey, token: str) -> tuple[Offer, ...]:
        """Connects with a token somebody pasted, after asking the network whose it is."""

    def with_password(self, handle: str, password: str) -> tuple[Offer, ...]:
        """Connects with a password made for this program."""

    def close(self) -> None:
        """Lets go of connections; a call under way ends with `HungUp`."""
