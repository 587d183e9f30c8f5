"""Checkpoints: signed when they are due, and kept where another custodian has them."""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from controlroom.model.journal import Head, chained, propose
from controlroom.model.journal_tree import Tree
from controlroom.store.errors import StoreError
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.checkpoints import (
    MOST_ENTRIES,
    Checkpointer,
    checkpoints_of,
)
from controlroom.store.journal.errors import NotAllowed
from controlroom.store.journal.file import JournalFile, write
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.signing import Signer, holds
from controlroom.store.journal.verify import verify
from tests.store.journal.conftest import Opener
from tests.store.journal.samples import KEY, SIGNER, START, Ticking

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> Ticking:
    return Ticking(1)


@pytest.fixture
def journal(tmp_path: Path, clock: Ticking) -> Iterator[JournalFile]:
    with_clock = JournalFile.open(tmp_path, KEY, "4711", clock)
    yield with_clock
    with_clock.close()


def note(journal: JournalFile, count: int = 1) -> None:
    for _ in range(count):
        head = journal.head().seq
        journal.append(propose("note.added", f"note/{head}", {}), head)


def notes_at_once(journal: JournalFile, count: int) -> None:
    """As `note`, without a trip to the disk for each."""
    head = journal.head()
    with journal.database.write() as connection:
        for number in range(count):
            entry = chained(propose("note.added", f"note/{number}", {}), head, START, "4711")
            write(connection, entry)
            head = Head(entry.seq, entry.hash)


def test_a_quarter_of_an_hour_is_covered_at_the_latest(
    journal: JournalFile, clock: Ticking
) -> None:
    signer = Checkpointer(journal, SIGNER)
    assert signer.sign_due(clock()) is None
    note(journal)
    first = clock.now
    assert signer.sign_due(first + 14 * MINUTE) is None
    made = signer.sign_due(first + 15 * MINUTE)
    assert made is not None
    assert (made.size, made.key) == (1, SIGNER.public)
    assert journal.head().seq == 2
    assert signer.sign_due(first + 60 * MINUTE) is None, "nothing new but the checkpoint itself"


def test_five_hundred_entries_are_covered_at_the_latest(journal: JournalFile) -> None:
    signer = Checkpointer(journal, SIGNER)
    notes_at_once(journal, MOST_ENTRIES - 1)
    assert signer.sign_due(START) is None
    note(journal)
    made = signer.sign_due(START)
    assert made is not None
    assert made.size == MOST_ENTRIES
    assert verify(all_entries(journal), [made]).broken is None


def test_another_signer_goes_on_where_the_first_ended(journal: JournalFile, clock: Ticking) -> None:
    note(journal, 3)
    assert Checkpointer(journal, SIGNER).sign(clock()) is not None
    assert Checkpointer(journal, SIGNER).sign(clock()) is None
    note(journal)
    made = Checkpointer(journal, SIGNER).sign(clock())
    assert made is not None
    assert made.size == 5
    assert verify(all_entries(journal)).checkpoints == 2


def test_the_custodian_has_every_checkpoint(
    journal: JournalFile, clock: Ticking, tmp_path: Path
) -> None:
    custody = tmp_path / "custody.jsonl"
    signer = Checkpointer(journal, SIGNER, custody)
    made = []
    for _ in range(3):
        note(journal, 2)
        made.append(signer.sign(clock()))
    assert checkpoints_of(custody) == made
    assert verify(all_entries(journal), checkpoints_of(custody)).exported == 3


def test_a_custodian_out_of_reach_is_told(
    journal: JournalFile, clock: Ticking, tmp_path: Path
) -> None:
    note(journal)
    signer = Checkpointer(journal, SIGNER, tmp_path / "gone" / "custody.jsonl")
    with pytest.raises(StoreError):
        signer.sign(clock())
    assert verify(all_entries(journal)).checkpoints == 1


def test_a_workstation_signs_with_the_same_key_the_next_day(tmp_path: Path) -> None:
    journal = JournalFile.open(tmp_path, KEY, "4711")
    public = journal.signer().public
    journal.close()
    journal = JournalFile.open(tmp_path, KEY, "4711")
    assert journal.signer().public == public
    journal.close()


def test_a_station_signs_for_a_team_and_an_officer_cannot(
    opened: Opener, clock: Ticking, request: pytest.FixtureRequest
) -> None:
    journal = opened("22")
    if not isinstance(journal, TeamJournal):
        assert Checkpointer(journal, SIGNER).sign(clock()) is not None
        return
    with pytest.raises(NotAllowed):
        Checkpointer(journal, SIGNER).sign(clock())
    station = TeamJournal(request.getfixturevalue("team").station())
    assert station.actor == "login:station_north"
    made = Checkpointer(station, SIGNER).sign(clock())
    assert made is not None
    assert verify(all_entries(journal), [made], {SIGNER.public}).covered == 1
    station.close()


def test_a_signature_holds_for_what_was_signed_alone() -> None:
    signer = Signer.fresh()
    made = signer.sign(3, bytes(32), "2026-11-22T07:00:00.000000Z")
    assert holds(made)
    assert signer.public in repr(signer)
    assert signer.reveal().hex() not in repr(signer)
    other = Signer.fresh().sign(3, bytes(32), made.at)
    assert not holds(type(made)(made.size, made.root, made.at, other.key, made.signature))
    assert not holds(type(made)(made.size, made.root, made.at, "zz", made.signature))


def test_the_root_is_that_of_the_standard_at_every_size() -> None:
    """Against the definition in RFC 6962, written down as it stands there."""
    leaves = [sha256(bytes([n])).digest() for n in range(70)]
    tree = Tree()
    for size, leaf in enumerate(leaves, 1):
        tree.add(leaf)
        assert tree.root(size) == defined(leaves[:size])
    assert [tree.root(size) for size in range(71)] == [defined(leaves[:size]) for size in range(71)]
    with pytest.raises(ValueError, match="71"):
        tree.root(71)


def defined(leaves: list[bytes]) -> bytes:
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0]).digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + defined(leaves[:half]) + defined(leaves[half:])).digest()
