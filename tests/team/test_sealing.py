"""A workstation of one signs its own record while it is followed."""

import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from controlroom.model import clock
from controlroom.model.journal import propose
from controlroom.model.journal_kinds import CheckpointSigned, GroupPlaced, proposal_of
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.checkpoints import MOST_ENTRIES, checkpoints_of
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.verify import verify
from controlroom.team import follower
from controlroom.team.sealing import custody, is_due
from tests.team.ears import LONGEST_S, Listener
from tests.team.test_follower import KEY, beginning, door


def begun(folder: Path, notes: int, ago: timedelta = timedelta()) -> None:
    """Leaves a record with some notes, the last of them made some time ago."""
    with closing(JournalFile.open(folder, KEY, "1", lambda: clock.now() - ago)) as journal:
        journal.append_all(
            [beginning(), *(propose("note.added", f"note/{n}", {"n": n}) for n in range(notes))]
        )


def until(holds: Callable[[], bool]) -> None:
    patience = time.monotonic() + LONGEST_S
    while not holds():
        assert time.monotonic() < patience
        time.sleep(0.05)


def signed(one: Listener) -> int:
    assert one.fold is not None
    return one.fold.state.seq


def kinds(folder: Path) -> list[str]:
    with closing(JournalFile.look(folder, KEY)) as journal:
        return [entry.kind for entry in all_entries(journal)]


def test_five_hundred_entries_are_signed_and_a_copy_is_beside_the_backups(tmp_path: Path) -> None:
    begun(tmp_path, MOST_ENTRIES - 2)
    with Listener(door(tmp_path)) as one:
        one.decide(GroupPlaced("Boroughs"))
        one.until(lambda: signed(one) == MOST_ENTRIES + 1)
    with closing(JournalFile.open(tmp_path, KEY, "1")) as journal:
        kept = checkpoints_of(custody(journal))
        assert [one.size for one in kept] == [MOST_ENTRIES]
        verdict = verify(all_entries(journal), kept, {journal.signer().public})
        assert (verdict.broken, verdict.checkpoints, verdict.exported) == (None, 1, 1)
        assert not is_due(journal, clock.now())


def test_what_is_a_quarter_of_an_hour_old_is_signed_without_being_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "SEAL_LOOK_S", 0.0)
    begun(tmp_path, 3, timedelta(minutes=16))
    with Listener(door(tmp_path)) as one:
        one.until(lambda: signed(one) == 5)
    assert kinds(tmp_path)[-1] == CheckpointSigned.kind


def test_what_is_young_and_little_is_not_signed_yet(tmp_path: Path) -> None:
    with Listener(door(tmp_path), beginning()) as one:
        one.decide(GroupPlaced("Boroughs"))
        one.until(lambda: one.entries)
    assert CheckpointSigned.kind not in kinds(tmp_path)


def test_a_long_record_is_signed_over_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "SEAL_LOOK_S", 0.0)
    begun(tmp_path, 5_000)
    with Listener(door(tmp_path)) as one:
        one.until(lambda: signed(one) == 5_002)
    with closing(JournalFile.look(tmp_path, KEY)) as journal:
        verdict = verify(all_entries(journal), checkpoints_of(custody(journal)))
    assert (verdict.broken, verdict.covered) == (None, 5_001)


def test_two_who_follow_one_file_sign_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path, MOST_ENTRIES)
    monkeypatch.setattr(follower, "SEAL_LOOK_S", 0.0)
    with Listener(door(tmp_path)) as one, Listener(door(tmp_path)) as other:
        for listener in (one, other):
            listener.until(lambda who=listener: signed(who) >= MOST_ENTRIES + 2)
            listener.decide(GroupPlaced(f"Group {id(listener)}"))
            listener.until(lambda who=listener: who.entries)
    assert kinds(tmp_path).count(CheckpointSigned.kind) == 1


def test_a_copy_that_cannot_be_written_keeps_nothing_out_of_the_record(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "backups").write_text("in the way")
    begun(tmp_path, MOST_ENTRIES)
    with Listener(door(tmp_path)) as one:
        one.decide(GroupPlaced("Boroughs"))
        one.until(lambda: one.entries)
        one.decide(GroupPlaced("Fenmarsh"))
        one.until(lambda: len(one.entries) == 2)
        until(lambda: "no checkpoint" in caplog.text)
        assert one.trouble is None
    assert proposal_of(GroupPlaced("Fenmarsh")).kind in kinds(tmp_path)
