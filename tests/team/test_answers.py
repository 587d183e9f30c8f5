"""Who may take an answer over that somebody else was writing."""

import pytest

from controlroom.model.journal_kinds import AnswerTakenOver, OfficerAdded, RoleGranted
from controlroom.model.journal_rights import Refusal
from controlroom.model.journal_subject import FORCE
from tests.team.record import CHIEF, Record, X, with_profiles

TALK = f"{X}/5"


@pytest.fixture
def record() -> Record:
    """A record with a supervisor, two operators and an analyst."""
    made = with_profiles()
    roles = {"6": "supervisor", "7": "operator", "8": "operator", "9": "analyst"}
    people = [OfficerAdded(number, "Somebody") for number in roles]
    given = [RoleGranted(number, role, FORCE) for number, role in roles.items()]
    assert made.says(CHIEF, *people, *given) == []
    return made


def refusal(record: Record, actor: str, told: AnswerTakenOver) -> Refusal | None:
    record.says(actor, told)
    return record.fold.state.refused.get(record.fold.state.seq)


@pytest.mark.parametrize("how", ["given", "unanswered", "silent", "own"])
def test_whoever_may_reply_takes_over_what_was_given_or_left(record: Record, how: str) -> None:
    assert refusal(record, "8", AnswerTakenOver(TALK, "7", how)) is None


def test_only_a_supervisor_takes_over_at_once(record: Record) -> None:
    told = AnswerTakenOver(TALK, "7", "at_once")
    assert refusal(record, "6", told) is None
    assert refusal(record, "8", told) is Refusal.NO_RIGHT


def test_who_may_not_reply_takes_nothing_over(record: Record) -> None:
    assert refusal(record, "9", AnswerTakenOver(TALK, "7", "given")) is Refusal.NO_RIGHT


def test_what_nobody_knows_is_no_way_to_take_over(record: Record) -> None:
    assert refusal(record, "6", AnswerTakenOver(TALK, "7", "won")) is Refusal.MALFORMED
