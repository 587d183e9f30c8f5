"""Who may share boards, and what the state keeps of them."""

import pytest

from controlroom.model.journal_kinds import (
    BoardShared,
    BoardUnshared,
    Decision,
    OfficerAdded,
    OfficerLeft,
    RoleGranted,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.journal_subject import FORCE, LONGEST_BOARD_NAME
from controlroom.team.snapshot import restored, snapshot
from tests.team.record import CHIEF, Record, X, with_profiles

BOARD = "0c" * 16
SHARED = BoardShared(BOARD, "Roads", "{}")
UNSHARED = BoardUnshared(BOARD, "Roads")


@pytest.fixture
def record() -> Record:
    """A record with a reader of the force, and one of a single profile."""
    made = with_profiles()
    people = (OfficerAdded("7", "Imran Shah"), OfficerAdded("8", "Nora Barro"),
              OfficerAdded("9", "Tom Hale"))  # fmt: skip
    roles = (
        RoleGranted("7", "operator", FORCE),
        RoleGranted("8", "operator", f"profile/{X}"),
        RoleGranted("9", "operator", FORCE),
    )
    assert made.says(CHIEF, *people, *roles) == []
    return made


def refusal(record: Record, actor: str, decision: Decision) -> Refusal | None:
    record.says(actor, decision)
    return record.fold.state.refused.get(record.fold.state.seq)


def test_who_reads_over_the_force_shares_changes_and_ends_it(record: Record) -> None:
    assert refusal(record, "7", SHARED) is None
    first = record.fold.state.seq
    assert record.fold.state.shared == {BOARD: ("Roads", first)}
    assert refusal(record, "9", BoardShared(BOARD, "Floods", "{}")) is None
    assert record.fold.state.shared == {BOARD: ("Floods", first + 1)}
    assert refusal(record, "7", UNSHARED) is None
    assert record.fold.state.shared == {}


def test_nobody_else_does(record: Record) -> None:
    assert refusal(record, "8", SHARED) is Refusal.NO_RIGHT
    assert refusal(record, "7", SHARED) is None
    kept = dict(record.fold.state.shared)
    assert refusal(record, "8", UNSHARED) is Refusal.NO_RIGHT
    record.says(CHIEF, OfficerLeft("7"))
    assert refusal(record, "7", UNSHARED) is Refusal.NOT_AN_OFFICER
    assert record.fold.state.shared == kept


def test_what_is_not_shared_cannot_be_shared_no_longer(record: Record) -> None:
    assert refusal(record, "7", UNSHARED) is Refusal.NOT_THERE


@pytest.mark.parametrize("decision", [
    BoardShared("Roads", "Roads", "{}"),
    BoardShared(BOARD.upper(), "Roads", "{}"),
    BoardShared(BOARD, " ", "{}"),
    BoardShared(BOARD, "x" * (LONGEST_BOARD_NAME + 1), "{}"),
    BoardShared(BOARD, "Roads", ""),
])  # fmt: skip
def test_what_is_no_board_is_refused(record: Record, decision: Decision) -> None:
    assert refusal(record, "7", decision) is Refusal.MALFORMED
    assert record.fold.state.shared == {}


def test_a_snapshot_keeps_what_is_shared(record: Record) -> None:
    record.says("7", SHARED)
    assert restored(snapshot(record.fold.state)).shared == record.fold.state.shared
