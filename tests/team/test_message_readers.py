"""The rules written out for PostgreSQL: the same as the fold says, officer by officer."""

import random
from datetime import timedelta

from controlroom.model.journal_kinds import (
    CoverGiven,
    OfficerAdded,
    OfficerLeft,
    ProfileLocked,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
)
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_scope
from controlroom.store.archive.writing import Readable
from controlroom.team.message_readers import message_readers
from controlroom.team.rights import may
from tests.team.record import CHIEF, M, Record, X, with_profiles

BEN, CY = "22", "33"
UNPLACED = "bluesky//did:plc:9"


def staffed() -> Record:
    """Returns a record with two more officers, and a role that reads messages."""
    record = with_profiles()
    inbox = RoleDefined("inbox", ("read", "read_messages"))
    assert record.says(CHIEF, OfficerAdded(BEN, "Ben"), OfficerAdded(CY, "Cy"), inbox) == []
    return record


def readers(record: Record, *profiles: str) -> set[Readable]:
    found = message_readers(record.fold.state, record.now, profiles)
    assert len(found) == len(set(found))
    return set(found)


def of(number: str, found: set[Readable]) -> set[str]:
    return {one.profile for one in found if one.officer == number}


def test_who_is_here_sees_what_is_public_and_messages_only_by_a_role() -> None:
    record = staffed()
    record.says(CHIEF, RoleGranted(BEN, "inbox", "group/Boroughs"))
    found = readers(record)
    assert (of(BEN, found), of(CY, found), of(CHIEF, found)) == ({"", M}, {""}, {""})
    record.says(CHIEF, RoleGranted(CY, "inbox", profile_scope(X)))
    assert of(CY, readers(record)) == {"", X}


def test_a_profile_the_record_has_not_placed_is_the_forces() -> None:
    record = staffed()
    record.says(CHIEF, RoleGranted(BEN, "inbox", "force"))
    assert of(BEN, readers(record, UNPLACED)) == {"", X, M, UNPLACED}


def test_a_leaver_has_no_line_at_all() -> None:
    record = staffed()
    record.says(CHIEF, RoleGranted(BEN, "inbox", "force"))
    record.says(CHIEF, OfficerLeft(BEN))
    assert of(BEN, readers(record)) == set()


def test_what_is_lent_ends_and_what_is_ones_own_does_not() -> None:
    record = staffed()
    until = record.now + timedelta(hours=1)
    record.says(CHIEF, RoleGranted(BEN, "inbox", "force"), CoverGiven(BEN, CY, until))
    assert {one for one in readers(record) if one.officer == CY} == {
        Readable(CY, ""), Readable(CY, M, until), Readable(CY, X, until),
    }  # fmt: skip
    record.says(CHIEF, RoleGranted(CY, "inbox", profile_scope(X)))
    assert Readable(CY, X, None) in readers(record)
    later = message_readers(record.fold.state, until, ())
    assert {one.profile for one in later if one.officer == CY} == {"", X}


def test_a_locked_profile_can_still_be_read() -> None:
    record = staffed()
    record.says(CHIEF, RoleGranted(BEN, "inbox", "force"), ProfileLocked(X))
    assert of(BEN, readers(record)) == {"", X, M}


def test_it_never_says_other_than_the_rules() -> None:
    chance, record = random.Random(3), staffed()
    scopes = ("force", "group/Boroughs", "group/Fenmarsh", profile_scope(X), profile_scope(M))
    for _ in range(120):
        number, scope = chance.choice((BEN, CY)), chance.choice(scopes)
        if chance.random() < 0.15:
            lent = CoverGiven(
                number, BEN if number == CY else CY, record.now + timedelta(minutes=5)
            )
            record.says(number, lent)
        else:
            record.says(CHIEF, chance.choice((RoleGranted, RoleRevoked))(number, "inbox", scope))
        state, found = record.fold.state, readers(record)
        for officer in (CHIEF, BEN, CY):
            for key in (X, M):
                allowed = may(state, officer, Right.READ_MESSAGES, profile_scope(key), record.now)
                assert (key in of(officer, found)) is allowed
