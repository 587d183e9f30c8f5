"""Seats for feeds under test."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from controlroom.feeds.base import Seat
from controlroom.feeds.servers import Servers
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass
class SignedIn:
    """A sign-in in memory that remembers what it was renewed with."""

    now: Credential = Credential()
    renewals: list[Credential] = field(default_factory=list)

    def credential(self) -> Credential:
        return self.now

    def renewed(self, credential: Credential) -> None:
        self.now = credential
        self.renewals.append(credential)


def seat(
    profile: Profile | None,
    servers: dict[str, str] | None = None,
    credential: Credential = Credential("token"),
    now: datetime = NOW,
) -> Seat:
    """Returns a seat at noon; `servers` leads hosts to servers under test."""
    return Seat(profile, SignedIn(credential), lambda: now, Servers(servers or {}))
