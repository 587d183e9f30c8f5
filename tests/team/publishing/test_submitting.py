"""Who may put something forward, and what an edit does."""

from dataclasses import replace

import pytest

from controlroom.model.journal_kinds import OfficerLeft, ProfileLocked, ProfilePlaced, RoleGranted
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import About, Act, Content, Piece, written
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.team.publishing.views import Stage
from tests.team.publishing.desk import (
    BEAT,
    BOSS,
    CASE,
    CHIEF,
    DRAFT,
    MEDIA,
    SECOND,
    TEXT,
    WRITER,
    B,
    Desk,
    M,
    X,
    approved,
    one_approval,
    post,
)

ABOUT = About("99")


@pytest.mark.parametrize(
    ("act", "may", "may_not"),
    [
        (Act.POST, WRITER, CASE),
        (Act.REPLY, WRITER, CASE),
        (Act.MESSAGE, WRITER, CASE),
        (Act.REPOST, MEDIA, CASE),
        (Act.LIKE, WRITER, CASE),
        (Act.EDIT, MEDIA, CASE),
        (Act.HIDE, BOSS, MEDIA),
        (Act.SHOW, BOSS, MEDIA),
        (Act.DELETE, BOSS, MEDIA),
        (Act.REPLY_RULE, MEDIA, CASE),
    ],
)
def test_each_act_takes_its_right_on_every_target(act: Act, may: str, may_not: str) -> None:
    desk = Desk()
    content = Content(act, (X, M), TEXT, about=None if act is Act.POST else ABOUT)
    desk.submits(content, may_not)
    assert list(desk.state.refused.values()) == [Refusal.NO_RIGHT]
    assert desk.submits(content, may) == []


def test_who_may_on_one_target_alone_may_not_put_it_forward_for_two() -> None:
    desk = Desk()
    assert desk.submits(post(M, X), BEAT) != []
    assert desk.submits(post(M), BEAT) == []


def test_what_needs_nobody_is_due_at_once_if_its_author_may_publish() -> None:
    desk = Desk()
    desk.submits(post(M), BEAT)
    assert desk.draft().stage is Stage.APPROVED
    assert desk.due() == [f"0/{M}"]


def test_what_needs_nobody_waits_for_somebody_if_its_author_may_not_publish() -> None:
    desk = Desk()
    desk.submits(post(), WRITER)
    assert desk.draft().stage is Stage.WAITING
    assert [one.name for one in desk.draft().steps] == ["approver"]
    assert desk.due() == []
    desk.approves(BOSS)
    assert desk.due() == [f"0/{X}", f"0/{M}"]


def test_an_answer_leaves_by_who_may_reply() -> None:
    desk = Desk()
    desk.submits(Content(Act.REPLY, (X,), TEXT, about=ABOUT), WRITER)
    assert desk.due() == [f"0/{X}"]


def test_before_a_force_has_routes_somebody_else_agrees_to_everything() -> None:
    desk = Desk(routes=False)
    desk.submits(Content(Act.LIKE, (X,), about=ABOUT), BOSS)
    assert desk.draft().stage is Stage.WAITING


def test_an_edit_voids_what_was_agreed_to() -> None:
    desk = approved()
    assert desk.due()
    assert desk.submits(one_approval(pieces=(Piece("Other words."),)), MEDIA) == []
    assert desk.draft().approvals == ()
    assert desk.draft().stage is Stage.WAITING
    assert desk.draft().authors == (WRITER, MEDIA)
    assert desk.due() == []


def test_the_same_words_again_are_an_edit_too() -> None:
    desk = approved()
    desk.submits(one_approval())
    assert desk.draft().stage is Stage.WAITING


def test_nothing_is_edited_once_a_sender_has_taken_some_of_it_on() -> None:
    desk = approved()
    desk.says("login:station_one", desk.claim(f"0/{X}"))
    desk.submits(one_approval(pieces=(Piece("Other words."),)))
    assert Refusal.CLAIMED in desk.state.refused.values()
    assert desk.stands(f"0/{M}") is DeliveryState.SCHEDULED
    assert desk.draft().is_fixed


def test_who_may_not_write_there_edits_nothing_there() -> None:
    desk = approved()
    assert desk.refused(BEAT, DraftSubmitted(DRAFT, written(post(M)))) is Refusal.NO_RIGHT
    assert desk.draft().stage is Stage.APPROVED


def test_a_draft_for_a_profile_nobody_knows_is_refused() -> None:
    desk = Desk()
    told = DraftSubmitted(DRAFT, written(post("x//12345")))
    assert desk.refused(BOSS, told) is Refusal.UNKNOWN_SCOPE


def test_nothing_is_put_forward_for_a_locked_profile() -> None:
    desk = Desk()
    desk.says(BOSS, ProfileLocked(X))
    assert desk.refused(BOSS, DraftSubmitted(DRAFT, written(post()))) is Refusal.LOCKED


def test_a_leavers_draft_waits_until_somebody_puts_it_forward_as_theirs() -> None:
    desk = Desk()
    desk.submits(one_approval())
    desk.says(CHIEF, OfficerLeft(WRITER))
    assert desk.refused(BOSS, desk.approval()) is Refusal.AUTHOR_LEFT
    desk.submits(one_approval(), MEDIA)
    assert desk.approves() == []


def test_what_a_leaver_alone_stands_for_waits_for_a_person() -> None:
    desk = Desk()
    desk.submits(post(), MEDIA)
    assert desk.due()
    desk.says(CHIEF, OfficerLeft(MEDIA))
    assert desk.due() == []
    assert desk.stands(f"0/{X}") is DeliveryState.LATE
    assert desk.is_whole()


def test_what_others_agreed_to_leaves_though_its_author_has_left() -> None:
    desk = approved()
    desk.says(CHIEF, OfficerLeft(WRITER))
    assert desk.due()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "null",
        '{"act":"post","targets":["x//97"],"pieces":[{"text":"a"}],"at":"2026-11-22T07:00:00"}',
        '{"act":"hide","targets":["x//97"],"about":{"remote_id":"1"},"at":"0001-01-01T00:00+05:00"}',
        '{"act":"hide","targets":["x//97"],"about":{"remote_id":"1"},"at":"9999-12-31T23:59:59Z"}',
        '{"act":"post","targets":["x//97"],"pieces":[{"text":"a","files":[0]}]}',
        '{"act":"post","targets":["x//97"],"pieces":[{"text":"a","files":[-1]}]}',
        "[" * 30_000,
    ],
)
def test_what_is_no_content_is_refused(content: str) -> None:
    desk = Desk()
    assert desk.refused(BOSS, DraftSubmitted(DRAFT, content)) is Refusal.MALFORMED


@pytest.mark.parametrize(
    "content",
    [
        replace(post(), targets=()),
        replace(post(), targets=(X, X)),
        replace(post(), pieces=()),
        replace(post(), spread_min=-1),
        replace(post(), act=Act.REPLY),
        replace(post(), withdraw_days=-1),
        replace(post(), title="a" * 501),
        replace(post(), incident="a" * 101),
    ],
)
def test_what_cannot_be_sent_is_refused(content: Content) -> None:
    desk = Desk()
    assert desk.refused(BOSS, DraftSubmitted(DRAFT, written(content))) is Refusal.MALFORMED


def test_a_draft_has_the_name_of_one() -> None:
    desk = Desk()
    told = DraftSubmitted("A" * 32, written(post()))
    assert desk.refused(BOSS, told) is Refusal.MALFORMED


def test_a_hundred_targets_are_spread_evenly_over_the_minutes() -> None:
    desk = Desk()
    names = [f"x//{number}" for number in range(1000, 1100)]
    desk.says(CHIEF, *(ProfilePlaced(one) for one in names))
    begin = desk.now
    desk.submits(post(*names, at=begin, spread_min=50), MEDIA)
    times = [desk.delivery(f"0/{one}").due for one in names]
    minutes = [(one - begin).total_seconds() / 60 for one in times if one is not None]
    assert minutes == [number / 2 for number in range(100)]


def test_who_takes_a_draft_over_answers_for_it() -> None:
    desk = Desk()
    desk.submits(one_approval(X, M, B))
    desk.says(CHIEF, RoleGranted(WRITER, "supervisor", "force"))
    desk.submits(one_approval(X, M, B), BOSS)
    assert desk.draft().author == BOSS
    assert desk.refused(BOSS, desk.approval()) is Refusal.OWN_WORK
    assert desk.refused(WRITER, desk.approval()) is Refusal.OWN_WORK
    assert desk.approves(SECOND) == []
