"""The sign-ins of an open data folder: read from the keychain once, then kept in step with it."""

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from controlroom.keychain.sign_ins import SignInKeeper
    from controlroom.model.credential import AppKey, Credential

Kept = Callable[[], "SignInKeeper"]


class SignInBook:
    """Every profile's credential. Every call may wait for the keychain; safe in several threads.

    Every method may raise what `Keychain` raises; nothing in memory has changed then.

    Args:
        keeper: gives the keychain's keeper; asked once, when it is first needed.
    """

    def __init__(self, keeper: Kept) -> None:
        self._make = keeper
        self._keeper: SignInKeeper | None = None
        self._known: dict[int, Credential] = {}
        self._asked: set[int] = set()
        self._lock = threading.Lock()

    def of(self, profiles: Iterable[int]) -> "Mapping[int, Credential]":
        """Returns the credentials there are."""
        with self._lock:
            wanted = list(profiles)
            new = [profile for profile in wanted if profile not in self._asked]
            if new:
                self._known |= self._kept().of(new)
                self._asked |= set(new)
            return {profile: self._known[profile] for profile in wanted if profile in self._known}

    def save(self, profile: int, credential: "Credential") -> None:
        """Keeps a credential; an empty one is forgotten."""
        with self._lock:
            if credential:
                self._kept().save(profile, credential)
                self._known[profile] = credential
            else:
                self._kept().forget(profile)
                self._known.pop(profile, None)
            self._asked.add(profile)

    def app(self, network: str, host: str = "") -> "AppKey | None":
        """Returns the force's own application at a network, None if none was entered."""
        with self._lock:
            return self._kept().app(network, host)

    def save_app(self, network: str, app: "AppKey", host: str = "") -> None:
        """Keeps the force's own application at a network."""
        with self._lock:
            self._kept().save_app(network, app, host)

    def _kept(self) -> "SignInKeeper":
        if self._keeper is None:
            self._keeper = self._make()
        return self._keeper
