"""What a station works with."""

import platform
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from controlroom.feeds.registry import NETWORKS
from controlroom.feeds.servers import Servers
from controlroom.model.credential import Credential
from controlroom.model.guard import Guard
from controlroom.settings import RETENTION
from controlroom.store.archive.writing import Keep
from controlroom.store.journal.signing import Signer

SignInsOf = Callable[[Iterable[int]], Mapping[int, Credential]]
Renewed = Callable[[int, Credential], None]


def _nothing(*_: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Seat:
    """One station's.

    Attributes:
        folder: of the cache, the spool and the locks.
        key: of the databases in it, 32 bytes.
        url: of the team's database, with everything that signs in to it.
        signer: who signs checkpoints here.
        custody: a file to which every checkpoint is added, None for none.
        sign_ins: gives those of profiles, by id.
        renewed: called with a profile and its new credential, for the keychain.
        guard: gives what this computer gives to the checks; it may wait for the keychain.
        days: at which age posts and messages go from the team's database.
        computer: how this computer calls itself, for the record.
    """

    folder: Path
    key: bytes = field(repr=False)
    url: str = field(repr=False)
    signer: Signer
    custody: Path | None = None
    sign_ins: SignInsOf = field(default=lambda _: {}, repr=False)
    renewed: Renewed = field(default=_nothing, repr=False)
    networks: Mapping[str, str] = field(default_factory=lambda: NETWORKS)
    servers: Servers = field(default_factory=Servers)
    guard: Callable[[], Guard] = field(default=Guard, repr=False)
    days: Mapping[str, int] = field(default_factory=lambda: RETENTION)
    computer: str = field(default_factory=lambda: platform.node()[:200] or "unknown")

    def keep(self, today: date) -> Keep:
        """Returns the rule of retention as of a day."""
        posts, messages = (timedelta(days=self.days[kind]) for kind in ("posts", "messages"))
        return Keep(today - posts, today - messages)
