"""Who may do what on which profile, and why."""

from datetime import timedelta

import pytest

from controlroom.model.journal import propose
from controlroom.model.journal_kinds import (
    ConversationAssigned,
    CoverEnded,
    CoverGiven,
    Decision,
    GroupPlaced,
    JournalFounded,
    OfficerAdded,
    OfficerChanged,
    OfficerLeft,
    ProfileLocked,
    ProfilePlaced,
    ProfileUnlocked,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
)
from controlroom.model.journal_rights import (
    STOPPED_BY_LOCK,
    Covered,
    Denial,
    Denied,
    Granted,
    Refusal,
    Right,
)
from controlroom.model.journal_subject import FORCE, profile_scope
from controlroom.team.rights import answer, may, of_officer, of_profile
from controlroom.team.roles import limits, roles
from tests.team.record import CHIEF, M, Record, X, with_profiles

BOROUGHS = "group/Boroughs"
ON_X, ON_M = profile_scope(X), profile_scope(M)


def staffed() -> Record:
    """Three officers: 22 operator in the boroughs, 33 supervisor everywhere, 44 with nothing."""
    record = with_profiles()
    people = [OfficerAdded(number, f"Officer {number}") for number in ("22", "33", "44")]
    granted = [RoleGranted("22", "operator", BOROUGHS), RoleGranted("33", "supervisor", FORCE)]
    assert record.says(CHIEF, *people, *granted) == []
    return record


def can(record: Record, number: str, right: Right, scope: str, later_min: int = 0) -> bool:
    at = record.now + timedelta(minutes=later_min)
    told = answer(record.fold.state, number, right, scope, at)
    assert told.allowed == may(record.fold.state, number, right, scope, at)
    return told.allowed


def refused(record: Record, actor: str, decision: Decision) -> Refusal:
    (seq,) = record.says(actor, decision)
    return record.fold.state.refused[seq]


def test_the_roles_of_the_force_are_all_there() -> None:
    known = {role.key: role for role in roles()}
    assert set(known) == {
        "administrator",
        "analyst",
        "case_officer",
        "commander",
        "media_officer",
        "neighbourhood_officer",
        "operator",
        "supervisor",
        "trainer",
    }
    assert all({"en", "fr"} <= set(role.name) & set(role.purpose) for role in known.values())
    assert Right.READ_MESSAGES not in known["administrator"].rights
    assert limits().most_officers == 10


def test_a_role_on_a_group_reaches_the_profiles_below_it() -> None:
    record = staffed()
    assert can(record, "22", Right.REPLY, ON_M)
    assert not can(record, "22", Right.REPLY, ON_X)
    assert can(record, "33", Right.APPROVE, ON_X)
    assert can(record, "33", Right.APPROVE, ON_M)


def test_an_answer_names_the_role_and_the_entry_that_gave_it() -> None:
    record = staffed()
    told = answer(record.fold.state, "22", Right.REPLY, ON_M, record.now)
    seq = next(e.seq for e in record.entries if e.kind == "role.granted")
    assert told.because == (Granted("operator", BOROUGHS, seq),)
    told = answer(record.fold.state, "22", Right.APPROVE, ON_M, record.now)
    assert told.because == (Denied(Denial.NO_ROLE),)
    told = answer(record.fold.state, "99", Right.READ, ON_M, record.now)
    assert told.because == (Denied(Denial.UNKNOWN),)


def test_who_may_do_what_reads_both_ways() -> None:
    record = staffed()
    by_officer = of_officer(record.fold.state, "22", record.now)
    assert set(by_officer) == {M}
    by_profile = of_profile(record.fold.state, M, record.now)
    assert set(by_profile) == {CHIEF, "22", "33"}
    assert by_profile["22"] == by_officer[M]
    assert {one.right for one in by_officer[M]} == {
        Right.READ,
        Right.READ_MESSAGES,
        Right.DRAFT,
        Right.REPLY,
        Right.HOLD,
    }
    assert of_officer(record.fold.state, "44", record.now) == {}


def test_cover_lends_rights_until_its_end() -> None:
    record = staffed()
    until = record.now + timedelta(minutes=10)
    record.says("33", CoverGiven("33", "44", until))
    seq = record.entries[-1].seq
    assert can(record, "44", Right.APPROVE, ON_X)
    told = answer(record.fold.state, "44", Right.APPROVE, ON_X, record.now)
    (why,) = told.because
    assert isinstance(why, Covered)
    assert (why.officer, why.until, why.seq) == ("33", until, seq)
    assert not can(record, "44", Right.APPROVE, ON_X, later_min=9)
    assert can(record, "33", Right.APPROVE, ON_X, later_min=9)


def test_cover_is_not_passed_on() -> None:
    record = staffed()
    until = record.now + timedelta(days=9)
    record.says("33", CoverGiven("33", "22", until))
    record.says("22", CoverGiven("22", "44", until))
    assert can(record, "44", Right.REPLY, ON_M)
    assert not can(record, "44", Right.APPROVE, ON_M)


def test_cover_can_end_before_its_time() -> None:
    record = staffed()
    record.says("33", CoverGiven("33", "44", record.now + timedelta(days=9)))
    assert refused(record, "22", CoverEnded("33", "44")) is Refusal.NO_RIGHT
    assert record.says("44", CoverEnded("33", "44")) == []
    assert not can(record, "44", Right.APPROVE, ON_X)


def test_a_leaver_is_cut_off_at_once_and_everywhere() -> None:
    record = staffed()
    conversation = f"{M}/5"
    record.says("33", CoverGiven("33", "44", record.now + timedelta(days=9)))
    record.says("22", ConversationAssigned(conversation, "33"))
    record.says(CHIEF, OfficerLeft("33"))
    for number in ("33", "44"):
        assert not any(can(record, number, right, ON_X) for right in Right)
    assert record.fold.state.dealing(conversation) == ""
    told = answer(record.fold.state, "33", Right.READ, ON_X, record.now)
    assert told.because == (Denied(Denial.LEFT, record.entries[-1].seq),)
    late = refused(record, "33", ConversationAssigned(conversation, "22"))
    assert late is Refusal.NOT_AN_OFFICER


def test_who_comes_back_comes_without_the_roles_of_before() -> None:
    record = staffed()
    record.says("22", ConversationAssigned(f"{M}/5", "22"))
    record.says(CHIEF, OfficerLeft("22"), OfficerAdded("22", "Officer 22"))
    assert not can(record, "22", Right.READ, ON_M)
    assert record.fold.state.dealing(f"{M}/5") == ""


def test_a_locked_profile_is_read_only_until_it_is_unlocked() -> None:
    record = staffed()
    assert refused(record, "44", ProfileLocked(M)) is Refusal.NO_RIGHT
    assert record.says("22", ProfileLocked(M, "posts nobody here wrote")) == []
    lock = record.entries[-1].seq
    for right in Right:
        mine = can(record, "33", right, ON_M)
        not_theirs = {Right.MANAGE, Right.CASES}
        assert mine == (right not in STOPPED_BY_LOCK and right not in not_theirs)
    told = answer(record.fold.state, "33", Right.PUBLISH, ON_M, record.now)
    assert told.because == (Denied(Denial.LOCKED, lock),)
    assert can(record, "33", Right.PUBLISH, ON_X)
    assert refused(record, "22", ProfileUnlocked(M)) is Refusal.NO_RIGHT
    assert record.says("33", ProfileUnlocked(M)) == []
    assert can(record, "33", Right.PUBLISH, ON_M)


def test_a_profile_has_no_more_officers_than_it_may() -> None:
    record = staffed()
    for number in ("22", "44"):
        assert record.says(CHIEF, RoleGranted(number, "neighbourhood_officer", ON_M)) == []
    assert refused(record, CHIEF, RoleGranted("33", "operator", ON_M)) is Refusal.TOO_MANY
    assert record.says(CHIEF, RoleGranted("22", "operator", ON_M)) == []
    record.says(CHIEF, OfficerLeft("44"))
    assert record.says(CHIEF, RoleGranted("33", "operator", ON_M)) == []


def test_moving_a_profile_moves_who_may_use_it() -> None:
    record = staffed()
    assert can(record, "22", Right.REPLY, ON_M)
    record.says(CHIEF, ProfilePlaced(M))
    assert not can(record, "22", Right.REPLY, ON_M)
    record.says(CHIEF, ProfilePlaced(X, "Fenmarsh"))
    assert can(record, "22", Right.REPLY, ON_X)


def test_a_manager_of_a_group_grants_within_it_only() -> None:
    record = staffed()
    record.says(CHIEF, RoleGranted("33", "administrator", BOROUGHS))
    assert record.says("33", RoleGranted("44", "operator", ON_M)) == []
    assert refused(record, "33", RoleGranted("44", "operator", ON_X)) is Refusal.NO_RIGHT
    assert refused(record, "33", RoleGranted("44", "analyst", FORCE)) is Refusal.NO_RIGHT


UNTIL = Record().now + timedelta(days=400)
REFUSED: list[tuple[str, Decision, Refusal]] = [
    ("99", OfficerAdded("55", "Nobody"), Refusal.NOT_AN_OFFICER),
    ("login:postgres", OfficerAdded("55", "Nobody"), Refusal.NOT_AN_OFFICER),
    ("22", OfficerAdded("55", "Friend"), Refusal.NO_RIGHT),
    ("22", RoleGranted("22", "supervisor", FORCE), Refusal.NO_RIGHT),
    (CHIEF, RoleGranted(CHIEF, "supervisor", FORCE), Refusal.OWN_RIGHTS),
    (CHIEF, RoleDefined("administrator", ("manage", "publish")), Refusal.OWN_RIGHTS),
    (CHIEF, RoleDefined("operator", ("fly",)), Refusal.UNKNOWN_RIGHT),
    (CHIEF, RoleDefined("administrator", ("hold",)), Refusal.LAST_MANAGER),
    (CHIEF, RoleRevoked(CHIEF, "administrator", FORCE), Refusal.LAST_MANAGER),
    (CHIEF, OfficerLeft(CHIEF), Refusal.LAST_MANAGER),
    (CHIEF, OfficerLeft("99"), Refusal.UNKNOWN_OFFICER),
    (CHIEF, OfficerChanged("99", "Nobody"), Refusal.UNKNOWN_OFFICER),
    (CHIEF, OfficerAdded("22", "Twice"), Refusal.THERE_ALREADY),
    (CHIEF, OfficerAdded("22/33", "Two"), Refusal.MALFORMED),
    (CHIEF, RoleGranted("99", "operator", FORCE), Refusal.UNKNOWN_OFFICER),
    (CHIEF, RoleGranted("22", "wizard", FORCE), Refusal.UNKNOWN_ROLE),
    (CHIEF, RoleGranted("22", "operator", "group/Nowhere"), Refusal.UNKNOWN_SCOPE),
    (CHIEF, RoleGranted("22", "operator", "profile/x//1"), Refusal.UNKNOWN_SCOPE),
    (CHIEF, RoleGranted("22", "operator", BOROUGHS), Refusal.THERE_ALREADY),
    (CHIEF, RoleRevoked("44", "operator", FORCE), Refusal.NOT_THERE),
    ("22", RoleRevoked("33", "supervisor", FORCE), Refusal.NO_RIGHT),
    ("22", CoverGiven("33", "22", UNTIL), Refusal.NO_RIGHT),
    (CHIEF, CoverGiven("33", CHIEF, UNTIL), Refusal.OWN_RIGHTS),
    ("33", CoverGiven("33", "99", UNTIL), Refusal.UNKNOWN_OFFICER),
    ("33", CoverGiven("33", "33", UNTIL), Refusal.UNKNOWN_OFFICER),
    ("33", CoverGiven("33", "44", Record().now), Refusal.IN_THE_PAST),
    ("33", CoverEnded("33", "44"), Refusal.NOT_THERE),
    (CHIEF, GroupPlaced("Boroughs", "Fenmarsh"), Refusal.CIRCLE),
    (CHIEF, GroupPlaced("Alone", "Alone"), Refusal.UNKNOWN_SCOPE),
    ("33", GroupPlaced("Mine"), Refusal.NO_RIGHT),
    ("33", ProfilePlaced(M, ""), Refusal.NO_RIGHT),
    (CHIEF, ProfilePlaced(M, "Nowhere"), Refusal.UNKNOWN_SCOPE),
    (CHIEF, ProfilePlaced(M, "", -1), Refusal.MALFORMED),
    (CHIEF, ProfileUnlocked(M), Refusal.NOT_THERE),
    ("22", ConversationAssigned(f"{X}/1", "22"), Refusal.NO_RIGHT),
    ("22", ConversationAssigned(f"{M}/1", "44"), Refusal.UNKNOWN_OFFICER),
    (CHIEF, JournalFounded("44", "I", {}, ()), Refusal.FOUNDED_BEFORE),
]


@pytest.mark.parametrize(("actor", "decision", "why"), REFUSED, ids=lambda one: str(one)[:60])
def test_a_decision_nobody_had_the_right_to_is_kept_without_effect(
    actor: str, decision: Decision, why: Refusal
) -> None:
    record = staffed()
    people, before = ("1", "22", "33", "44"), record.now
    rights = {n: of_officer(record.fold.state, n, before) for n in people}
    assert refused(record, actor, decision) is why
    assert {n: of_officer(record.fold.state, n, before) for n in people} == rights
    assert record.entries[-1].seq == record.fold.state.seq


def test_who_covers_a_manager_cannot_widen_the_role_they_borrow() -> None:
    record = staffed()
    record.says(CHIEF, CoverGiven(CHIEF, "44", record.now + timedelta(days=1)))
    assert record.says("44", OfficerAdded("55", "New")) == []
    wider = RoleDefined("administrator", ("manage", "hold", "publish"))
    assert refused(record, "44", wider) is Refusal.OWN_RIGHTS


def test_nobody_grants_to_whom_they_cover() -> None:
    """What the covered officer gains is lent on at once."""
    record = staffed()
    record.says("33", CoverGiven("33", CHIEF, record.now + timedelta(minutes=3)))
    assert refused(record, CHIEF, RoleGranted("33", "operator", FORCE)) is Refusal.OWN_RIGHTS
    assert record.says(CHIEF, RoleGranted("33", "operator", FORCE)) == []


def test_kinds_and_versions_from_elsewhere_pass_without_effect() -> None:
    record = staffed()
    strange = [
        propose("weather.changed", "weather/1", {"name": "Fog"}),
        propose("officer.added", "officer/77", {"name": "Later"}, version=2),
    ]
    assert record.adds(CHIEF, strange) == []
    assert record.fold.state.unknown == 2
    assert "77" not in record.fold.state.officers


def test_a_malformed_decision_is_refused() -> None:
    record = staffed()
    wrong = [
        propose("officer.added", "officer/77", {"name": 5}),
        propose("officer.added", "profile/77", {"name": "On a profile"}),
        propose("officer.added", "officer", {"name": "Nobody"}),
        propose("cover.given", "officer/33", {"to": "44", "until": "tomorrow"}),
        propose("cover.given", "officer/33", {"to": "44", "until": "2027-01-01T00:00:00Z"}),
    ]
    seqs = record.adds(CHIEF, wrong)
    assert [record.fold.state.refused[seq] for seq in seqs] == [Refusal.MALFORMED] * len(wrong)


def test_nothing_counts_in_a_record_that_nobody_founded() -> None:
    record = Record()
    stranger = Record.__new__(Record)
    stranger.entries, stranger.fold = [], type(record.fold)()
    assert stranger.says(CHIEF, OfficerAdded("22", "A")) == [1]
    assert stranger.says(CHIEF, OfficerAdded("22", "A")) == [2]
    assert set(stranger.fold.state.refused.values()) == {Refusal.NOT_FOUNDED}


def test_a_workstation_of_one_may_do_everything_alone() -> None:
    record = Record(alone=True)
    record.says(CHIEF, ProfilePlaced(X))
    assert all(can(record, CHIEF, right, ON_X) for right in Right)
