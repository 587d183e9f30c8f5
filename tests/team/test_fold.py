"""The same entries, however they come: the same state; and nobody helps themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import (
    AnswerTakenOver,
    BoardShared,
    BoardUnshared,
    ConversationAssigned,
    CoverEnded,
    CoverGiven,
    Decision,
    GroupPlaced,
    OfficerAdded,
    OfficerLeft,
    ProfileLocked,
    ProfilePlaced,
    ProfileUnlocked,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
)
from controlroom.model.journal_rights import Right
from controlroom.model.pen import Taking
from controlroom.team.fold import Fold, NotTheRecord
from controlroom.team.rights import of_officer
from controlroom.team.snapshot import SnapshotUnreadable, restored, snapshot
from tests.team.record import CHIEF, START, M, Record, X, with_profiles

PEOPLE = (CHIEF, "22", "33", "44")
ROLES = ("operator", "supervisor", "administrator", "analyst")
SCOPES = ("force", "group/Boroughs", "group/Fenmarsh", f"profile/{X}", f"profile/{M}")
people, roles, scopes = st.sampled_from(PEOPLE), st.sampled_from(ROLES), st.sampled_from(SCOPES)
profiles, groups = st.sampled_from((X, M)), st.sampled_from(("", "Boroughs", "Fenmarsh", "New"))
boards = st.sampled_from(("ab" * 16, "cd" * 16, "Roads"))
moments = st.integers(0, 90).map(lambda minutes: START + timedelta(minutes=minutes))
rights = st.lists(st.sampled_from([str(right) for right in Right]), max_size=4).map(tuple)
decisions: st.SearchStrategy[Decision] = st.one_of(
    st.builds(OfficerAdded, people, st.just("Somebody")),
    st.builds(OfficerLeft, people),
    st.builds(RoleGranted, people, roles, scopes),
    st.builds(RoleGranted, people, roles, scopes),
    st.builds(RoleRevoked, people, roles, scopes),
    st.builds(RoleDefined, roles, rights),
    st.builds(CoverGiven, people, people, moments),
    st.builds(CoverEnded, people, people),
    st.builds(GroupPlaced, st.sampled_from(("Boroughs", "Fenmarsh", "New")), groups),
    st.builds(ProfilePlaced, profiles, groups, st.integers(0, 2)),
    st.builds(ProfileLocked, profiles),
    st.builds(ProfileUnlocked, profiles),
    st.builds(
        AnswerTakenOver,
        profiles.map(lambda key: f"{key}/1"),
        people,
        st.sampled_from([*Taking, "otherwise"]),
    ),
    st.builds(BoardShared, boards, st.just("Roads"), st.just("{}")),
    st.builds(BoardUnshared, boards, st.just("Roads")),
    st.builds(ConversationAssigned, profiles.map(lambda key: f"{key}/1"), people),
)
stories = st.lists(st.tuples(st.sampled_from((CHIEF, CHIEF, *PEOPLE)), decisions), max_size=40)
MOVES = ("group.placed", "profile.placed", "profile.unlocked")


def told(story: list[tuple[str, Decision]]) -> Record:
    record = with_profiles()
    record.says(CHIEF, *[OfficerAdded(number, "Somebody") for number in ("22", "33")])
    record.says(CHIEF, RoleGranted("22", "administrator", "force"))
    for actor, decision in story:
        record.says(actor, decision)
    return record


@given(stories, st.data())
def test_any_batches_and_any_snapshot_give_the_same_state(
    story: list[tuple[str, Decision]], data: st.DataObject
) -> None:
    record = told(story)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(record.entries)))))
    other = Fold()
    for start, end in zip([0, *cuts], [*cuts, len(record.entries)], strict=True):
        other.take(record.entries[start:end])
        if data.draw(st.booleans()):
            other = Fold(restored(snapshot(other.state)))
    assert snapshot(other.state) == snapshot(record.fold.state)
    for number in PEOPLE:
        at = record.now
        assert of_officer(other.state, number, at) == of_officer(record.fold.state, number, at)


@given(stories)
def test_nobody_gains_a_right_by_an_entry_of_their_own(story: list[tuple[str, Decision]]) -> None:
    record = told([])
    for actor, decision in story:
        at = record.now + timedelta(minutes=1)
        before = held(record, actor, at)
        record.says(actor, decision)
        if decision.kind not in MOVES:
            assert held(record, actor, at) <= before


@given(stories)
def test_somebody_can_always_manage_the_force(story: list[tuple[str, Decision]]) -> None:
    record = told(story)
    state = record.fold.state
    assert any(
        Right.MANAGE in state.roles[role]
        for officer in state.officers.values()
        if not officer.left
        for role in officer.roles.get("force", {})
    )


def held(record: Record, number: str, at: object) -> set[tuple[str, str]]:
    found = of_officer(record.fold.state, number, at)  # type: ignore[arg-type]
    return {(key, one.right) for key, answers in found.items() for one in answers}


Break = Callable[[list[Entry]], list[Entry]]
BREAKS: dict[str, Break] = {
    "altered": lambda e: [*e[:3], replace(e[3], actor="22"), *e[4:]],
    "body altered": lambda e: [*e[:3], replace(e[3], body='{"v":1}'), *e[4:]],
    "left out": lambda e: [*e[:3], *e[4:]],
    "twice": lambda e: [*e[:4], e[3], *e[4:]],
    "out of order": lambda e: [*e[:3], e[4], e[3], *e[5:]],
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_not_chained_is_not_folded(name: str) -> None:
    entries = with_profiles().entries
    fold = Fold()
    with pytest.raises(NotTheRecord):
        fold.take(BREAKS[name](entries))
    seq = fold.state.seq
    assert seq in (3, 4)
    fold.take(entries[seq:])
    assert fold.state.seq == len(entries)


@pytest.mark.parametrize("raw", [b"", b"{}", b"\xff", b'{"form":1}'])
def test_a_snapshot_that_is_none_is_refused(raw: bytes) -> None:
    with pytest.raises(SnapshotUnreadable):
        restored(raw)


def test_a_snapshot_of_another_form_is_refused() -> None:
    raw = snapshot(with_profiles().fold.state)
    assert restored(raw).seq == 5
    with pytest.raises(SnapshotUnreadable):
        restored(raw.replace(b'"form":5', b'"form":4'))
