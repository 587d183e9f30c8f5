"""What was sent is taken back everywhere, and seen gone; what is long past is forgotten."""

from datetime import timedelta

import pytest

from controlroom.model.journal_kinds import ProfileLocked
from controlroom.model.journal_outgoing import (
    DeliveryFailed,
    DeliveryLetGo,
    DeliveryMarkedSent,
    DeliveryReadBack,
    DeliverySeenGone,
    DeliverySent,
    DeliveryUnknown,
    DraftWithdrawn,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import About, Act, Content, Piece
from controlroom.model.outgoing.delivery import DeliveryState, Unsent
from controlroom.team.publishing import views
from controlroom.team.publishing.past import KEPT_DAYS
from controlroom.team.publishing.views import Stage
from tests.team.publishing.desk import (
    BEAT,
    BOSS,
    CASE,
    DRAFT,
    MEDIA,
    SECOND,
    SENDER,
    STATION,
    TEXT,
    WRITER,
    Desk,
    M,
    X,
    approved,
    key,
    one_approval,
    post,
)

ON_X, ON_M = f"0/{X}", f"0/{M}"
BACK = f"w{ON_X}"
TO_X, BACK_X = f"{DRAFT}/{ON_X}", f"{DRAFT}/{BACK}"


def sent() -> Desk:
    desk = approved()
    assert desk.sends(ON_X, "900") == []
    return desk


def test_what_has_not_left_does_not_and_what_has_is_taken_back() -> None:
    desk = sent()
    assert desk.says(WRITER, DraftWithdrawn(DRAFT, "wrong road")) == []
    assert desk.stands(ON_M) is DeliveryState.WITHDRAWN
    assert desk.refused(STATION, desk.claim(ON_M)) is Refusal.WITHDRAWN
    assert desk.due() == [BACK]
    found = desk.delivery(BACK)
    assert (found.act, found.state) == (Act.DELETE, DeliveryState.SCHEDULED)
    assert views.sent_before(desk.state, key(BACK)) == "900"
    assert (desk.draft().stage, desk.draft().reason) == (Stage.WITHDRAWN, "wrong road")


def test_it_has_ended_when_it_is_seen_gone_everywhere() -> None:
    desk = sent()
    desk.sends(ON_M, "901")
    assert desk.draft().stage is Stage.ENDED
    desk.says(BOSS, DraftWithdrawn(DRAFT))
    assert desk.draft().stage is Stage.WITHDRAWN
    for name in (BACK, f"w{ON_M}"):
        assert desk.sends(name) == []
    waits = views.withdrawals_to_confirm(desk.state, desk.now)
    assert [one.key for one in waits] == [key(BACK), key(f"w{ON_M}")]
    assert desk.says(STATION, DeliverySeenGone(BACK_X)) == []
    assert desk.draft().stage is Stage.WITHDRAWN
    assert desk.says(STATION, DeliverySeenGone(f"{DRAFT}/w{ON_M}")) == []
    assert desk.draft().stage is Stage.ENDED
    assert desk.refused(STATION, DeliverySeenGone(BACK_X)) is Refusal.NOT_THERE


def test_a_withdrawal_is_never_late() -> None:
    desk = sent()
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    desk.waits(days=3)
    assert desk.due() == [BACK]
    assert desk.sends(BACK) == []


def test_a_draft_nobody_approved_is_withdrawn_at_once() -> None:
    desk = Desk()
    desk.submits(one_approval())
    assert desk.refused(CASE, DraftWithdrawn(DRAFT)) is Refusal.NO_RIGHT
    assert desk.refused(BEAT, DraftWithdrawn(DRAFT)) is Refusal.NO_RIGHT
    assert desk.says(WRITER, DraftWithdrawn(DRAFT)) == []
    assert desk.draft().stage is Stage.ENDED
    assert desk.refused(WRITER, DraftWithdrawn(DRAFT)) is Refusal.WITHDRAWN


@pytest.mark.parametrize("officer", [BOSS, SECOND, MEDIA, WRITER])
def test_its_author_or_who_could_send_or_approve_it_takes_it_back(officer: str) -> None:
    desk = sent()
    assert desk.says(officer, DraftWithdrawn(DRAFT)) == []


def test_what_was_on_its_way_is_taken_back_when_it_has_arrived() -> None:
    desk = approved()
    desk.says(STATION, desk.claim(ON_X))
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    assert desk.stands(ON_X) is DeliveryState.SENDING
    assert desk.due() == []
    desk.says(STATION, DeliverySent(TO_X, SENDER, "900"))
    assert desk.due() == [BACK]


def test_what_was_on_its_way_and_did_not_leave_is_withdrawn() -> None:
    desk = approved()
    desk.says(STATION, desk.claim(ON_X))
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    desk.says(STATION, DeliveryFailed(TO_X, SENDER, Unsent.STOPPED))
    assert desk.stands(ON_X) is DeliveryState.WITHDRAWN
    assert desk.draft().stage is Stage.ENDED


def test_what_is_unknown_and_withdrawn_is_over_after_two_clean_looks() -> None:
    desk = approved()
    desk.says(STATION, desk.claim(ON_X), DeliveryUnknown(TO_X, SENDER))
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    told = DeliveryLetGo(TO_X, desk.draft().hash, again=True)
    assert desk.refused(MEDIA, told) is Refusal.WITHDRAWN
    look = DeliveryReadBack(TO_X, 9, desk.now - timedelta(hours=1))
    desk.says(STATION, look)
    assert desk.stands(ON_X) is DeliveryState.UNKNOWN
    desk.says(STATION, look)
    assert desk.stands(ON_X) is DeliveryState.WITHDRAWN
    assert desk.draft().stage is Stage.ENDED


def test_taking_back_twice_does_no_harm() -> None:
    desk = sent()
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    desk.says(STATION, desk.claim(BACK), DeliveryUnknown(BACK_X, SENDER))
    assert desk.says(STATION, desk.claim(BACK)) == []
    assert desk.says(STATION, DeliverySent(BACK_X, SENDER, "")) == []


def test_what_is_gone_already_counts_as_seen_gone() -> None:
    desk = sent()
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    desk.says(STATION, desk.claim(BACK), DeliveryFailed(BACK_X, SENDER, Unsent.GONE))
    assert desk.delivery(BACK).seen_gone
    assert desk.draft().stage is Stage.ENDED


def test_what_the_network_would_not_delete_waits_for_a_person() -> None:
    desk = sent()
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    desk.says(STATION, desk.claim(BACK), DeliveryFailed(BACK_X, SENDER, Unsent.PERMISSION))
    assert desk.stands(BACK) is DeliveryState.FAILED
    digest = desk.draft().hash
    assert desk.refused(CASE, DeliveryLetGo(BACK_X, digest)) is Refusal.NO_RIGHT
    assert desk.says(WRITER, DeliveryLetGo(BACK_X, digest)) == []
    assert desk.due() == [BACK]
    desk.says(STATION, desk.claim(BACK), DeliveryFailed(BACK_X, SENDER, Unsent.PERMISSION))
    assert desk.says(MEDIA, DeliveryMarkedSent(BACK_X)) == []
    assert desk.draft().stage is Stage.ENDED


def test_what_was_sent_by_hand_is_taken_back_by_hand() -> None:
    desk = approved(X)
    desk.waits(minutes=20)
    desk.says(MEDIA, DeliveryMarkedSent(TO_X, "https://x.example/1"))
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    found = desk.delivery(BACK)
    assert (found.state, found.reason) == (DeliveryState.FAILED, Unsent.UNABLE)
    assert desk.due() == []
    assert desk.says(MEDIA, DeliveryMarkedSent(BACK_X)) == []
    assert desk.draft().stage is Stage.ENDED


def test_words_that_replace_it_are_said_by_who_may_and_did_not_write_it() -> None:
    desk = sent()
    told = DraftWithdrawn(DRAFT, instead="This was wrong.")
    assert desk.refused(WRITER, told) is Refusal.NO_RIGHT
    assert desk.refused(MEDIA, told) is Refusal.NO_RIGHT
    assert desk.says(BOSS, told) == []
    assert desk.delivery(BACK).act is Act.EDIT
    assert desk.draft().instead == "This was wrong."


def test_a_reason_is_not_a_book() -> None:
    desk = sent()
    assert desk.refused(BOSS, DraftWithdrawn(DRAFT, "a" * 4_001)) is Refusal.MALFORMED
    assert desk.refused(BOSS, DraftWithdrawn(DRAFT, "", "a" * 20_001)) is Refusal.MALFORMED


def test_an_author_who_may_approve_others_does_not_replace_their_own_words() -> None:
    desk = Desk()
    desk.submits(one_approval(), BOSS)
    desk.approves(SECOND)
    desk.sends(ON_X)
    told = DraftWithdrawn(DRAFT, instead="Anything at all.")
    assert desk.refused(BOSS, told) is Refusal.OWN_WORK


def test_of_a_thread_the_first_is_replaced_and_the_others_go() -> None:
    desk = Desk()
    desk.submits(post(X, pieces=(Piece("One."), Piece("Two."))), MEDIA)
    desk.sends(ON_X, "900")
    desk.sends(f"1/{X}", "901")
    desk.says(MEDIA, DraftWithdrawn(DRAFT, instead="This was wrong."))
    assert desk.delivery(BACK).act is Act.EDIT
    assert desk.delivery(f"w1/{X}").act is Act.DELETE
    assert sorted(desk.due()) == [BACK, f"w1/{X}"]


def test_a_thread_that_is_withdrawn_goes_no_further() -> None:
    desk = Desk()
    desk.submits(post(X, pieces=(Piece("One."), Piece("Two."))), MEDIA)
    desk.sends(ON_X, "900")
    desk.says(MEDIA, DraftWithdrawn(DRAFT))
    assert desk.stands(f"1/{X}") is DeliveryState.WITHDRAWN
    assert desk.due() == [BACK]


def test_nothing_is_taken_back_of_what_left_nothing() -> None:
    desk = Desk()
    desk.submits(Content(Act.HIDE, (X,), about=About("7")), BOSS)
    desk.sends(ON_X)
    desk.says(BOSS, DraftWithdrawn(DRAFT))
    assert desk.due() == []
    assert desk.draft().stage is Stage.ENDED


def test_a_lock_stops_a_withdrawal_too() -> None:
    desk = sent()
    assert desk.says(BOSS, ProfileLocked(X), DraftWithdrawn(DRAFT)) == []
    assert desk.due() == []
    assert desk.refused(STATION, desk.claim(BACK)) is Refusal.LOCKED


def ended(content: Content, officer: str = WRITER) -> Desk:
    desk = Desk()
    desk.submits(content, officer)
    if content.act is Act.POST:
        desk.approves()
    assert desk.sends(ON_X, "900") == []
    assert desk.draft().stage is Stage.ENDED
    return desk


def later(desk: Desk, days: float) -> None:
    """Something happens when days have passed: only entries make time pass."""
    desk.waits(days=days)
    other = f"{len(desk.entries):032x}"
    assert desk.submits(one_approval(X), draft=other) == []
    assert desk.says(WRITER, DraftWithdrawn(other)) == []


def test_a_draft_that_has_ended_keeps_no_text() -> None:
    desk = ended(one_approval(X))
    assert desk.draft().text == ""
    assert desk.draft().content is None
    assert desk.delivery(ON_X).remote_id == "900"
    assert views.drafts(desk.state) == []
    assert [one.id for one in views.drafts(desk.state, ended=True)] == [DRAFT]


def test_an_answer_is_forgotten_a_month_after_its_end() -> None:
    desk = ended(Content(Act.REPLY, (X,), TEXT, about=About("7")))
    later(desk, KEPT_DAYS - 1)
    assert views.draft(desk.state, DRAFT) is not None
    later(desk, 2)
    assert views.draft(desk.state, DRAFT) is None
    assert f"{X} 900" not in desk.state.publishing.bound
    assert desk.is_whole()


def test_a_post_can_be_taken_back_a_year_later() -> None:
    desk = ended(one_approval(X))
    later(desk, 365)
    assert desk.state.publishing.drafts[DRAFT].tracks == {}
    (found,) = views.deliveries(desk.state, DRAFT, desk.now)
    assert (found.state, found.remote_id) == (DeliveryState.SENT, "900")
    assert DRAFT not in [one.id for one in views.drafts(desk.state, ended=True)]
    assert desk.says(MEDIA, DraftWithdrawn(DRAFT)) == []
    assert desk.is_whole()
    assert desk.due() == [BACK]
    assert views.sent_before(desk.state, key(BACK)) == "900"
    assert desk.sends(BACK) == []
    assert desk.says(STATION, DeliverySeenGone(BACK_X)) == []
    assert desk.draft().stage is Stage.ENDED
    later(desk, 31)
    assert views.draft(desk.state, DRAFT) is None
    assert desk.is_whole()


def test_after_its_days_somebody_is_asked_whether_to_withdraw_it() -> None:
    desk = ended(one_approval(X, withdraw_days=40))
    later(desk, 35)
    assert views.to_reconsider(desk.state, desk.now) == []
    later(desk, 5)
    assert [one.id for one in views.to_reconsider(desk.state, desk.now)] == [DRAFT]
    desk.says(MEDIA, DraftWithdrawn(DRAFT))
    assert views.to_reconsider(desk.state, desk.now) == []


def test_what_ended_and_was_withdrawn_is_kept_a_month_from_then() -> None:
    desk = ended(one_approval(X))
    later(desk, 20)
    desk.says(MEDIA, DraftWithdrawn(DRAFT))
    desk.sends(BACK)
    desk.says(STATION, DeliverySeenGone(BACK_X))
    later(desk, 20)
    assert views.draft(desk.state, DRAFT) is not None
    later(desk, 20)
    assert views.draft(desk.state, DRAFT) is None
    assert desk.state.publishing.bound == {}
