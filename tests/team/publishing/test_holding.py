"""One press stops what leaves; what fell due meanwhile waits for a person, one by one."""

from datetime import timedelta

from controlroom.model.journal_kinds import CoverGiven
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryLetGo,
    DraftWithdrawn,
    HoldExplained,
    HoldPlaced,
    HoldReleased,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.journal_subject import group_scope, profile_scope
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.team.publishing import views
from tests.team.publishing.desk import (
    BEAT,
    BOSS,
    CASE,
    COMMANDER,
    DRAFT,
    MEDIA,
    OTHER,
    STATION,
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


def let_go(desk: Desk, name: str, officer: str) -> list[int]:
    return desk.says(officer, DeliveryLetGo(f"{DRAFT}/{name}", desk.draft().hash))


def test_nothing_leaves_after_a_hold() -> None:
    desk = approved()
    assert desk.says(WRITER, HoldPlaced("force")) == []
    assert desk.due() == []
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.HELD
    assert desk.stands(ON_X) is DeliveryState.HELD
    assert views.why_held(desk.state, key(ON_X)) is Refusal.HELD


def test_what_was_claimed_before_the_hold_may_end() -> None:
    desk = approved()
    claim = desk.claim(ON_X)
    assert desk.says(STATION, claim) == []
    desk.says(WRITER, HoldPlaced("force"))
    assert desk.stands(ON_X) is DeliveryState.SENDING


def test_a_hold_holds_within_its_scope() -> None:
    desk = approved()
    desk.says(WRITER, HoldPlaced(group_scope("Boroughs")))
    assert desk.due() == [ON_X]
    desk.says(WRITER, HoldPlaced(profile_scope(X)))
    assert desk.due() == []
    assert [one.scope for one in views.holds(desk.state)] == ["profile/x//97", "group/Boroughs"]
    found = views.hold(desk.state, M)
    assert found is not None
    assert (found.scope, found.officer) == ("group/Boroughs", WRITER)
    assert views.hold(desk.state, M, "i1") is not None


def test_a_hold_lets_an_incident_through() -> None:
    desk = Desk()
    desk.submits(post(incident="i1"))
    desk.approves(COMMANDER)
    desk.submits(one_approval(), draft=OTHER)
    desk.approves(draft=OTHER)
    desk.says(COMMANDER, HoldPlaced("force", "i1"))
    assert [str(one.key) for one in views.due(desk.state, desk.now)] == [
        f"{DRAFT}/{ON_X}",
        f"{DRAFT}/{ON_M}",
    ]
    assert views.hold(desk.state, X, "i1") is None
    assert views.hold(desk.state, X, "i2") is not None


def test_only_who_may_release_opens_a_hold_for_an_incident() -> None:
    desk = Desk()
    assert desk.says(WRITER, HoldPlaced("force")) == []
    assert desk.refused(WRITER, HoldPlaced("force")) is Refusal.THERE_ALREADY
    assert desk.refused(WRITER, HoldPlaced("force", "i1")) is Refusal.NO_RIGHT
    assert desk.says(COMMANDER, HoldPlaced("force", "i1")) == []
    assert desk.says(WRITER, HoldPlaced("force")) == []
    assert views.holds(desk.state)[0].but_incident == ""


def test_what_fell_due_before_a_hold_was_opened_for_its_incident_waits_for_a_person() -> None:
    desk = Desk()
    desk.submits(post(incident="i1"))
    desk.says(WRITER, HoldPlaced("force"))
    desk.approves(COMMANDER)
    desk.says(COMMANDER, HoldPlaced("force", "i1"))
    assert desk.due() == []
    assert desk.stands(ON_X) is DeliveryState.LATE


def test_what_fell_due_while_held_waits_for_a_person_one_by_one() -> None:
    desk = approved()
    desk.submits(one_approval(at=desk.now + timedelta(hours=1)), draft=OTHER)
    desk.approves(draft=OTHER)
    desk.says(WRITER, HoldPlaced("force"))
    desk.waits(minutes=2)
    assert desk.refused(WRITER, HoldReleased("force")) is Refusal.NO_RIGHT
    assert desk.says(BOSS, HoldReleased("force", "over")) == []
    assert desk.due() == []
    assert desk.stands(ON_X) is DeliveryState.LATE
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.LATE
    assert let_go(desk, ON_M, MEDIA) == []
    assert desk.due() == [ON_M]
    assert desk.stands(ON_X, OTHER) is DeliveryState.SCHEDULED
    desk.waits(hours=1)
    assert desk.due() == [ON_X, ON_M]


def test_what_another_hold_stops_stays_held() -> None:
    desk = approved()
    desk.says(WRITER, HoldPlaced("force"), HoldPlaced("group/Boroughs"))
    desk.says(BOSS, HoldReleased("force"))
    assert desk.stands(ON_X) is DeliveryState.LATE
    assert desk.stands(ON_M) is DeliveryState.HELD
    desk.says(BOSS, HoldReleased("group/Boroughs"))
    assert desk.stands(ON_M) is DeliveryState.LATE
    assert desk.due() == []


def test_only_who_may_release_lets_one_pass_a_hold() -> None:
    desk = approved()
    desk.says(WRITER, HoldPlaced("force"))
    digest = desk.draft().hash
    told = DeliveryLetGo(f"{DRAFT}/{ON_X}", digest)
    assert desk.refused(MEDIA, told) is Refusal.HELD
    assert desk.says(BOSS, told) == []
    assert desk.due() == [ON_X]
    assert desk.sends(ON_X) == []


def test_a_new_hold_stops_what_was_let_through_the_last() -> None:
    desk = approved()
    desk.says(WRITER, HoldPlaced("force"))
    let_go(desk, ON_X, BOSS)
    desk.says(WRITER, HoldPlaced(group_scope("Boroughs")))
    assert desk.due() == [ON_X]
    desk.says(BOSS, HoldReleased("force"))
    assert desk.due() == [ON_X]
    desk.says(WRITER, HoldPlaced("force"))
    assert desk.due() == []


def test_who_lets_through_answers_with_rights_there() -> None:
    desk = approved()
    desk.says(WRITER, HoldPlaced("force"))
    told = DeliveryLetGo(f"{DRAFT}/{ON_X}", desk.draft().hash)
    assert desk.refused(COMMANDER, told) is Refusal.NO_RIGHT
    assert desk.refused(CASE, told) is Refusal.NO_RIGHT


def test_a_withdrawal_passes_every_hold() -> None:
    desk = approved()
    desk.sends(ON_X, "900")
    desk.says(WRITER, HoldPlaced("force"), HoldPlaced(profile_scope(X)))
    desk.says(WRITER, DraftWithdrawn(DRAFT))
    assert desk.due() == [f"w{ON_X}"]
    assert desk.sends(f"w{ON_X}") == []


def test_why_is_told_afterwards_by_who_may_hold() -> None:
    desk = Desk()
    assert desk.refused(WRITER, HoldExplained("force", "why")) is Refusal.NOT_THERE
    desk.says(WRITER, HoldPlaced("force"))
    assert desk.refused(BEAT, HoldExplained("force", "why")) is Refusal.NO_RIGHT
    assert desk.says(MEDIA, HoldExplained("force", "A lorry burns.")) == []
    assert views.holds(desk.state)[0].reason == "A lorry burns."
    assert desk.refused(MEDIA, HoldExplained("force", "a" * 4_001)) is Refusal.MALFORMED


def test_who_may_not_hold_does_not() -> None:
    desk = Desk()
    assert desk.refused(BEAT, HoldPlaced("force")) is Refusal.NO_RIGHT
    assert desk.refused(WRITER, HoldPlaced("group/Nowhere")) is Refusal.UNKNOWN_SCOPE
    assert desk.refused(BOSS, HoldReleased("force")) is Refusal.NOT_THERE


def test_cover_lends_the_right_to_release() -> None:
    desk = approved()
    desk.says(WRITER, HoldPlaced("force"))
    desk.says(BOSS, CoverGiven(BOSS, WRITER, desk.now + timedelta(hours=8)))
    assert desk.says(WRITER, HoldReleased("force")) == []


def test_what_is_approved_while_held_and_due_waits_for_a_person_afterwards() -> None:
    desk = Desk()
    desk.submits(one_approval())
    desk.says(WRITER, HoldPlaced("force"))
    desk.approves()
    assert desk.stands(ON_X) is DeliveryState.HELD
    desk.says(BOSS, HoldReleased("force"))
    assert desk.stands(ON_X) is DeliveryState.LATE


def test_a_claim_and_a_hold_take_effect_in_the_order_of_the_record() -> None:
    first, second = approved(), approved()
    claim = DeliveryClaimed(f"{DRAFT}/{ON_X}", first.draft().hash, "5" * 32)
    assert first.says(STATION, claim) == []
    assert first.says(WRITER, HoldPlaced("force")) == []
    assert second.says(WRITER, HoldPlaced("force")) == []
    assert second.refused(STATION, claim) is Refusal.HELD
