"""A record written for a test, chained as a journal chains it."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from controlroom.model.journal import Entry, Head, Proposal, chained
from controlroom.model.journal_kinds import Decision, GroupPlaced, ProfilePlaced, proposal_of
from controlroom.team.fold import Fold
from controlroom.team.roles import founding

START = datetime(2026, 11, 22, 6, tzinfo=UTC)
CHIEF = "1"
X = "x//97"
M = "mastodon/fenmast.example/12"


class Record:
    """Entries so far, a minute apart, and their fold."""

    def __init__(self, *, alone: bool = False) -> None:
        self.entries: list[Entry] = []
        self.fold = Fold()
        self.says(CHIEF, founding(CHIEF, "Asha Venn", alone=alone))

    @property
    def now(self) -> datetime:
        """The stamp of the last entry."""
        return START + timedelta(minutes=len(self.entries))

    def says(self, actor: str, *decisions: Decision) -> list[int]:
        """Adds decisions; returns those that were refused."""
        return self.adds(actor, (proposal_of(one) for one in decisions))

    def adds(self, actor: str, proposals: Iterable[Proposal]) -> list[int]:
        """Adds proposals; returns those that were refused."""
        added = [self._chained(actor, one) for one in proposals]
        return self.fold.take(added)

    def _chained(self, actor: str, proposal: Proposal) -> Entry:
        head = Head(self.entries[-1].seq, self.entries[-1].hash) if self.entries else Head()
        at = START + timedelta(minutes=len(self.entries) + 1)
        self.entries.append(chained(proposal, head, at, actor))
        return self.entries[-1]


def with_profiles() -> Record:
    """Returns a record with two profiles: X for the force, M in Fenmarsh in the boroughs."""
    record = Record()
    placed = (
        GroupPlaced("Boroughs"),
        GroupPlaced("Fenmarsh", "Boroughs"),
        ProfilePlaced(X),
        ProfilePlaced(M, "Fenmarsh", 2),
    )
    assert record.says(CHIEF, *placed) == []
    return record
