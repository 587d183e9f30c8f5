"""Who has to agree, in which order, and to what."""

from dataclasses import replace
from datetime import timedelta

import pytest

from controlroom.model.journal_kinds import CoverGiven, OfficerLeft, RoleGranted
from controlroom.model.journal_outgoing import (
    DeliveryMarkedSent,
    DraftPassedOn,
    DraftReturned,
    DraftWithdrawn,
    Remark,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import (
    Attachment,
    Content,
    FileKind,
    Piece,
    Rendition,
)
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.team.publishing.views import Stage, approvers, to_open, why_not_approve
from tests.team.publishing.desk import (
    BEAT,
    BOSS,
    CASE,
    CHIEF,
    COMMANDER,
    DRAFT,
    MEDIA,
    SECOND,
    TEXT,
    WRITER,
    Desk,
    M,
    X,
    approved,
    one_approval,
    post,
)

PHOTO = Attachment(
    "0" * 64,
    FileKind.PHOTO,
    {"": Rendition("1" * 64, "image/jpeg", 9), "x": Rendition("2" * 64, "image/png", 9)},
    alt="A closed road.",
)
CLIP = Attachment(
    "3" * 64, FileKind.CLIP, {"": Rendition("4" * 64, "video/mp4", 9)}, captions="5" * 64
)


def waiting(content: Content, officer: str = WRITER) -> Desk:
    desk = Desk()
    assert desk.submits(content, officer) == []
    return desk


def test_nobody_approves_their_own() -> None:
    desk = waiting(one_approval(), BOSS)
    assert desk.refused(BOSS, desk.approval()) is Refusal.OWN_WORK
    assert desk.approves(SECOND) == []


def test_nobody_approves_what_they_edited() -> None:
    desk = waiting(one_approval())
    desk.submits(one_approval(pieces=(Piece("Better words."),)), BOSS)
    desk.submits(one_approval(), WRITER)
    assert desk.refused(BOSS, desk.approval()) is Refusal.OWN_WORK


def test_who_may_not_approve_does_not() -> None:
    desk = waiting(one_approval())
    assert desk.refused(MEDIA, desk.approval()) is Refusal.NO_RIGHT
    assert desk.refused("99", desk.approval()) is Refusal.NOT_AN_OFFICER


def test_an_approver_of_one_target_alone_does_not_approve_two() -> None:
    desk = waiting(one_approval(X, M))
    desk.says(CHIEF, RoleGranted(BEAT, "supervisor", "group/Fenmarsh"))
    assert desk.refused(BEAT, desk.approval()) is Refusal.NO_RIGHT
    desk.submits(one_approval(M))
    assert desk.approves(BEAT) == []


def test_an_approval_names_the_very_content() -> None:
    desk = waiting(one_approval())
    before = desk.approval()
    desk.submits(one_approval(pieces=(Piece("Other words."),)))
    assert desk.refused(BOSS, before) is Refusal.OTHER_VERSION
    assert desk.draft().stage is Stage.WAITING


@pytest.mark.parametrize(
    "edit",
    [
        {"pieces": (Piece("The M97 is open."),)},
        {"targets": (X,)},
        {"at": Desk().now},
        {"files": (PHOTO,), "pieces": (Piece("The M97 is closed.", files=(0,)),)},
        {"variants": {"x": (Piece("Closed."),)}},
        {"spread_min": 5},
        {"appeal": "A-121"},
    ],
)
def test_no_edit_of_any_kind_leaves_an_approval_standing(edit: dict[str, object]) -> None:
    desk = approved()
    old = desk.approval()
    assert desk.submits(replace(one_approval(), **edit)) == []  # type: ignore[arg-type]
    assert desk.draft().stage is Stage.WAITING
    assert desk.due() == []
    claim = desk.claim(f"0/{X}")
    assert desk.refused("login:station_one", claim) is Refusal.NOT_APPROVED
    assert desk.refused(BOSS, old) is Refusal.OTHER_VERSION


@pytest.mark.parametrize("left_out", ["", "x", "1" * 64, "2" * 64, "4" * 64, "5" * 64])
def test_everything_there_is_has_to_be_opened(left_out: str) -> None:
    pieces = (Piece("The M97 is closed.", files=(0, 1)),)
    content = one_approval(files=(PHOTO, CLIP), pieces=pieces, variants={"x": TEXT})
    desk = waiting(content)
    whole = desk.approval()
    assert set(whole.opened) == to_open(content)
    opened = tuple(one for one in whole.opened if one != left_out)
    assert desk.refused(BOSS, replace(whole, opened=opened)) is Refusal.NOT_OPENED
    assert desk.says(BOSS, whole) == []


def test_steps_come_in_order_and_each_from_another_person() -> None:
    desk = waiting(post(kind="appeal"))
    assert desk.refused(BOSS, desk.approval(1)) is Refusal.OTHER_STEP
    assert desk.approves(BOSS, 0) == []
    assert desk.draft().stage is Stage.WAITING
    assert desk.refused(BOSS, desk.approval(1)) is Refusal.SAME_PERSON
    assert desk.due() == []
    assert desk.approves(SECOND, 1) == []
    assert desk.draft().stage is Stage.APPROVED
    assert desk.due()


def test_a_step_of_a_role_takes_that_role_and_no_other() -> None:
    desk = waiting(post(kind="suspect_image"))
    assert desk.refused(BOSS, desk.approval(0)) is Refusal.NO_RIGHT
    assert desk.approves(CASE, 0) == []
    assert desk.refused(MEDIA, desk.approval(1)) is Refusal.NO_RIGHT
    assert desk.approves(BOSS, 1) == []


def test_a_case_officer_agrees_to_nothing_else() -> None:
    desk = waiting(one_approval())
    assert desk.refused(CASE, desk.approval()) is Refusal.NO_RIGHT


def test_during_an_incident_the_commander_speaks() -> None:
    desk = waiting(post(incident="i1"))
    assert desk.refused(BOSS, desk.approval()) is Refusal.NO_RIGHT
    assert desk.approves(COMMANDER) == []


def covers(desk: Desk, giver: str, to: str) -> None:
    until = desk.now + timedelta(hours=8)
    assert desk.says(giver, CoverGiven(giver, to, until)) == []


def test_cover_lends_the_right_to_approve() -> None:
    desk = waiting(one_approval())
    covers(desk, BOSS, MEDIA)
    assert desk.approves(MEDIA) == []


def test_cover_has_ended_when_its_time_has() -> None:
    desk = waiting(one_approval())
    covers(desk, BOSS, MEDIA)
    desk.waits(hours=9)
    assert desk.refused(MEDIA, desk.approval()) is Refusal.NO_RIGHT


def test_nobody_approves_their_own_by_the_rights_of_another() -> None:
    desk = waiting(one_approval(), MEDIA)
    covers(desk, BOSS, MEDIA)
    assert desk.refused(MEDIA, desk.approval()) is Refusal.OWN_WORK


def test_nobody_approves_work_by_the_rights_its_author_lent() -> None:
    desk = waiting(one_approval(), BOSS)
    covers(desk, BOSS, MEDIA)
    assert desk.refused(MEDIA, desk.approval()) is Refusal.NO_RIGHT
    covers(desk, SECOND, MEDIA)
    assert desk.approves(MEDIA) == []


def test_the_rights_of_who_agreed_before_do_not_count_for_the_next_step() -> None:
    desk = waiting(post(kind="appeal"))
    desk.approves(BOSS, 0)
    covers(desk, BOSS, MEDIA)
    assert desk.refused(MEDIA, desk.approval(1)) is Refusal.NO_RIGHT


def test_a_returned_draft_waits_for_its_author() -> None:
    desk = waiting(one_approval())
    remark = Remark("Which junction?", start=4, end=7)
    told = DraftReturned(DRAFT, desk.draft().hash, (remark,))
    assert desk.says(BOSS, told) == []
    assert desk.draft().stage is Stage.RETURNED
    assert (desk.draft().returned_by, desk.draft().remarks) == (BOSS, (remark,))
    assert desk.refused(SECOND, desk.approval()) is Refusal.NOT_WAITING
    desk.submits(one_approval(pieces=(Piece("Closed at J4."),)))
    assert desk.draft().stage is Stage.WAITING
    assert desk.draft().remarks == ()


def test_what_was_approved_can_be_returned_until_a_sender_takes_it() -> None:
    desk = approved()
    told = DraftReturned(DRAFT, desk.draft().hash, (Remark("Wait for the family."),))
    assert desk.says(SECOND, told) == []
    assert desk.due() == []
    assert desk.stands(f"0/{X}") is DeliveryState.WAITING
    desk.submits(one_approval())
    desk.approves()
    desk.says("login:station_one", desk.claim(f"0/{X}"))
    told = DraftReturned(DRAFT, desk.draft().hash, ())
    assert desk.refused(SECOND, told) is Refusal.CLAIMED


def test_what_a_person_has_sent_by_hand_is_neither_returned_nor_edited() -> None:
    desk = approved()
    desk.waits(minutes=20)
    desk.says(MEDIA, DeliveryMarkedSent(f"{DRAFT}/0/{X}"))
    told = DraftReturned(DRAFT, desk.draft().hash, ())
    assert desk.refused(SECOND, told) is Refusal.CLAIMED
    assert desk.submits(one_approval()) != []
    desk.says(MEDIA, DeliveryMarkedSent(f"{DRAFT}/0/{M}"))
    assert desk.draft().stage is Stage.ENDED
    assert desk.refused(SECOND, told) is Refusal.ENDED


def test_who_could_not_approve_does_not_return() -> None:
    desk = waiting(one_approval(), BOSS)
    told = DraftReturned(DRAFT, desk.draft().hash, ())
    assert desk.refused(MEDIA, told) is Refusal.NO_RIGHT
    assert desk.refused(BOSS, told) is Refusal.OWN_WORK


def test_a_remark_says_something() -> None:
    desk = waiting(one_approval())
    told = DraftReturned(DRAFT, desk.draft().hash, (Remark(" "),))
    assert desk.refused(BOSS, told) is Refusal.MALFORMED


def test_a_colleague_is_asked_who_can_decide() -> None:
    desk = waiting(one_approval())
    assert desk.refused(BOSS, DraftPassedOn(DRAFT, MEDIA)) is Refusal.UNKNOWN_OFFICER
    assert desk.refused(MEDIA, DraftPassedOn(DRAFT, SECOND)) is Refusal.NO_RIGHT
    assert desk.says(BOSS, DraftPassedOn(DRAFT, SECOND)) == []
    assert desk.draft().asked == SECOND
    assert desk.approves(BOSS) == []
    assert desk.draft().asked == ""


def test_an_approval_after_its_time_lets_nothing_leave_late() -> None:
    desk = Desk()
    desk.submits(one_approval(at=desk.now + timedelta(minutes=5)))
    desk.waits(minutes=20)
    assert desk.approves() == []
    assert desk.due() == []
    assert desk.stands(f"0/{X}") is DeliveryState.LATE


def test_what_was_withdrawn_is_not_approved() -> None:
    desk = waiting(one_approval())
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    assert desk.refused(BOSS, desk.approval()) is Refusal.WITHDRAWN


def test_the_desk_is_told_beforehand_who_may_approve() -> None:
    desk = waiting(one_approval(), BOSS)
    assert approvers(desk.state, DRAFT, desk.now) == [SECOND, COMMANDER]
    assert why_not_approve(desk.state, BOSS, DRAFT, desk.now) is Refusal.OWN_WORK
    assert why_not_approve(desk.state, BOSS, "0" * 32, desk.now) is Refusal.NOT_THERE


def test_an_approver_who_leaves_has_agreed_all_the_same() -> None:
    desk = waiting(post(kind="appeal"))
    desk.approves(BOSS, 0)
    desk.says(CHIEF, OfficerLeft(BOSS))
    assert desk.approves(SECOND, 1) == []
    assert desk.due() == [f"0/{X}", f"0/{M}"]
