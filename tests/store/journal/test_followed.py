"""A team's record copied to a workstation: what does not follow is not taken."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from controlroom.model.journal import Entry
from controlroom.store.journal.base import PAGE
from controlroom.store.journal.errors import EntryUnreadable
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.folded import Kept, sealed
from controlroom.store.journal.followed import CopiedJournal
from tests.store.journal.samples import KEY, SIGNER, fill

Change = Callable[[Entry], Entry]


class Told(JournalFile):
    """A record of which one entry is told otherwise than it is."""

    wrong: tuple[int, Change] | None = None
    begins_at = 0

    def entries(self, after: int = 0, limit: int = PAGE) -> list[Entry]:
        return [self._told(one) for one in super().entries(after, limit)]

    def before(self, seq: int, limit: int = PAGE) -> list[Entry]:
        found = [one for one in super().entries(0, seq) if one.seq < seq]
        return [self._told(one) for one in found[::-1][:limit]]

    def kept(self) -> Kept | None:
        at = super().entries(self.begins_at - 1, 1) if self.begins_at else []
        return sealed(SIGNER, at[0].seq, at[0].hash, b"folded") if at else None

    def _told(self, entry: Entry) -> Entry:
        if self.wrong is None or entry.seq != self.wrong[0]:
            return entry
        return self.wrong[1](entry)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    (tmp_path / "team").mkdir()
    with closing(Told.open(tmp_path / "team", KEY, "4711")) as journal:
        fill(journal, 30)
        yield journal


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[JournalFile]:
    (tmp_path / "own").mkdir()
    with closing(JournalFile.open(tmp_path / "own", KEY, "4711")) as journal:
        yield journal


def take_all(record: CopiedJournal, told: Told) -> None:
    """Waits a few times, each of which copies what there is, new or old."""
    for _ in range(5):
        record.wait(told.head().seq, 0)


CHANGES: dict[str, Change] = {
    "its body": lambda one: replace(one, body='{"v":1}'),
    "its actor": lambda one: replace(one, actor="666"),
    "its place": lambda one: replace(one, seq=one.seq + 1),
    "its hash": lambda one: replace(one, hash=bytes(32)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("begins_at", [0, 25])
def test_a_changed_entry_is_never_copied(
    told: Told, copy: JournalFile, change: Change, begins_at: int
) -> None:
    told.begins_at, told.wrong = begins_at, (12, change)
    record = CopiedJournal(told, copy)
    record.prepare()
    with pytest.raises(EntryUnreadable):
        take_all(record, told)
    assert 12 not in [one.seq for one in copy.entries()]


@pytest.mark.parametrize("begins_at", [0, 25])
def test_what_follows_is_copied_whole(told: Told, copy: JournalFile, begins_at: int) -> None:
    told.begins_at = begins_at
    record = CopiedJournal(told, copy)
    record.prepare()
    take_all(record, told)
    assert copy.entries() == told.entries()
