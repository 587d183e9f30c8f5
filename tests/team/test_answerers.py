"""Who may answer, written out for PostgreSQL: the same as the fold says, officer by officer."""

import random
from datetime import datetime, timedelta

import pytest

from controlroom.model.journal_kinds import (
    CoverGiven,
    OfficerAdded,
    OfficerLeft,
    ProfileLocked,
    ProfileUnlocked,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
)
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_scope
from controlroom.store.archive.writing import Allowed
from controlroom.team.answerers import WHAT, answerers
from controlroom.team.rights import may
from tests.team.record import CHIEF, M, Record, X, with_profiles

BEN, CY = "22", "33"


@pytest.fixture
def record() -> Record:
    """A record with two more officers, and roles to answer and to supervise."""
    made = with_profiles()
    roles = RoleDefined("desk", ("read", "reply")), RoleDefined("lead", ("reply", "moderate"))
    assert made.says(CHIEF, OfficerAdded(BEN, "Ben"), OfficerAdded(CY, "Cy"), *roles) == []
    return made


def told(record: Record) -> list[Allowed]:
    found = answerers(record.fold.state, record.now)
    assert len({one[:3] for one in found}) == len(found)
    return found


def judged(rows: list[Allowed], officer: str, right: Right, profile: str, at: datetime) -> bool:
    """Judges as `controlroom.is_allowed` does."""
    if any(one.officer == "" and one.profile == profile for one in rows):
        return False
    return any(
        one.officer == officer and one.what == right and one.profile in ("", profile)
        and (one.until is None or one.until > at)
        for one in rows
    )  # fmt: skip


def test_who_may_over_the_whole_force_is_named_once(record: Record) -> None:
    record.says(CHIEF, RoleGranted(BEN, "lead", "force"), RoleGranted(CY, "desk", profile_scope(X)))
    mine = [one for one in told(record) if one.officer in (BEN, CY)]
    assert mine == [
        Allowed(BEN, "reply", ""), Allowed(BEN, "moderate", ""), Allowed(CY, "reply", X)
    ]  # fmt: skip


def test_a_leaver_may_nothing(record: Record) -> None:
    record.says(CHIEF, RoleGranted(BEN, "lead", "force"), OfficerLeft(BEN))
    assert [one for one in told(record) if one.officer == BEN] == []


def test_it_never_says_other_than_the_rules(record: Record) -> None:
    chance = random.Random(5)
    scopes = ("force", "group/Boroughs", "group/Fenmarsh", profile_scope(X), profile_scope(M))
    for _ in range(200):
        number, scope = chance.choice((BEN, CY)), chance.choice(scopes)
        other, drawn = BEN if number == CY else CY, chance.random()
        if drawn < 0.15:
            record.says(number, CoverGiven(number, other, record.now + timedelta(minutes=5)))
        elif drawn < 0.25:
            record.says(CHIEF, chance.choice((ProfileLocked, ProfileUnlocked))(X))
        else:
            role = chance.choice(("desk", "lead"))
            record.says(CHIEF, chance.choice((RoleGranted, RoleRevoked))(number, role, scope))
        rows, state = told(record), record.fold.state
        for officer in (CHIEF, BEN, CY):
            for right in WHAT:
                for key in (X, M):
                    allowed = may(state, officer, right, profile_scope(key), record.now)
                    assert judged(rows, officer, right, key, record.now) == allowed
