"""When a sender may take a delivery on, and whose word about it counts."""

from datetime import timedelta

import pytest

from controlroom.model.journal_kinds import ProfileLocked, ProfileUnlocked, StationTookOver
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryFailed,
    DeliveryLetGo,
    DeliveryMarkedSent,
    DeliveryReadBack,
    DeliverySent,
    DeliveryUnknown,
    PublishersLimited,
    PublishersOpened,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import About, Act, Content, Piece
from controlroom.model.outgoing.delivery import DeliveryState, Unsent
from controlroom.team.publishing import views
from tests.team.publishing.desk import (
    BEAT,
    BOSS,
    CASE,
    CHIEF,
    COMMANDER,
    DRAFT,
    MEDIA,
    OTHER,
    RIVAL,
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
TO_X = f"{DRAFT}/{ON_X}"


def claimed(**more: object) -> Desk:
    desk = approved(**more)
    assert desk.says(STATION, desk.claim(ON_X)) == []
    return desk


def unknown(*, keyed: bool = False) -> Desk:
    desk = approved()
    claim = desk.claim(ON_X, key="k" if keyed else "", keyed=keyed)
    assert desk.says(STATION, claim, DeliveryUnknown(TO_X, SENDER, "reset")) == []
    return desk


def failed(desk: Desk, reason: Unsent, minutes: float | None = None) -> list[int]:
    again = None if minutes is None else desk.now + timedelta(minutes=minutes)
    return desk.says(STATION, DeliveryFailed(TO_X, SENDER, reason, "no", again))


def test_a_claimed_delivery_is_nobody_elses() -> None:
    desk = claimed()
    assert desk.refused(STATION, desk.claim(ON_X, RIVAL)) is Refusal.CLAIMED
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.CLAIMED
    assert desk.due() == [ON_M]
    (under_way,) = views.unresolved(desk.state, desk.now)
    assert (str(under_way.key), under_way.attempts) == (TO_X, 1)


def test_what_was_sent_is_not_claimed_again() -> None:
    desk = approved()
    assert desk.sends(ON_X, "900") == []
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.ENDED
    found = desk.delivery(ON_X)
    assert (found.state, found.remote_id) == (DeliveryState.SENT, "900")


def test_a_claim_names_the_content_that_was_approved() -> None:
    desk = approved()
    told = DeliveryClaimed(TO_X, "0" * 64, SENDER)
    assert desk.refused(STATION, told) is Refusal.OTHER_VERSION


def test_what_nobody_approved_is_not_claimed() -> None:
    desk = Desk()
    desk.submits(one_approval())
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.NOT_APPROVED


@pytest.mark.parametrize("name", [f"1/{X}", "0/x//1", f"w0/{X}"])
def test_what_there_is_not_is_not_claimed(name: str) -> None:
    desk = approved()
    assert desk.refused(STATION, desk.claim(name)) is Refusal.NOT_THERE


@pytest.mark.parametrize("name", ["x", "0", f"-1/{X}", f"w/{X}", f"/{X}"])
def test_what_names_no_delivery_is_refused(name: str) -> None:
    desk = approved()
    assert desk.refused(STATION, desk.claim(name)) is Refusal.MALFORMED


def test_nothing_leaves_before_its_time() -> None:
    desk = approved(at=Desk().now + timedelta(hours=1))
    assert desk.due() == []
    assert views.next_due(desk.state, desk.now) == desk.delivery(ON_X).due
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.TOO_EARLY
    desk.waits(hours=1)
    assert desk.says(STATION, desk.claim(ON_X)) == []


def test_nothing_leaves_more_than_ten_minutes_late_without_a_person() -> None:
    desk = approved()
    desk.waits(minutes=9)
    assert desk.due() == [ON_X, ON_M]
    desk.waits(minutes=2)
    assert desk.due() == []
    assert desk.stands(ON_X) is DeliveryState.LATE
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.LATE
    assert desk.says(WRITER, DeliveryLetGo(TO_X, desk.draft().hash)) != []
    assert desk.says(MEDIA, DeliveryLetGo(TO_X, desk.draft().hash)) == []
    assert desk.due() == [ON_X]
    assert desk.sends(ON_X) == []


def test_only_who_claimed_says_what_came_of_it() -> None:
    desk = claimed()
    assert desk.refused(STATION, DeliverySent(TO_X, RIVAL, "9")) is Refusal.OTHER_SENDER
    told = DeliveryFailed(TO_X, RIVAL, Unsent.REFUSED)
    assert desk.refused(STATION, told) is Refusal.OTHER_SENDER
    assert desk.refused(STATION, DeliveryUnknown(TO_X, RIVAL)) is Refusal.OTHER_SENDER
    assert desk.says(STATION, DeliverySent(TO_X, SENDER, "9")) == []
    assert desk.refused(STATION, DeliverySent(TO_X, SENDER, "9")) is Refusal.NOT_THERE


def test_another_station_says_that_nobody_knows_what_became_of_a_claim() -> None:
    desk = claimed()
    assert desk.says("login:station_two", DeliveryUnknown(TO_X, SENDER, "it has ended")) == []
    assert desk.stands(ON_X) is DeliveryState.UNKNOWN
    assert desk.refused("login:station_two", desk.claim(ON_X, RIVAL)) is Refusal.CLAIMED


def test_a_sender_that_wakes_up_tells_what_it_did_and_nothing_is_sent_twice() -> None:
    desk = claimed()
    desk.says("login:station_two", DeliveryUnknown(TO_X, SENDER))
    assert desk.says(STATION, DeliverySent(TO_X, SENDER, "900")) == []
    assert desk.stands(ON_X) is DeliveryState.SENT


def test_a_stale_senders_word_does_not_count_once_another_has_claimed() -> None:
    desk = unknown(keyed=True)
    again = desk.claim(ON_X, RIVAL, "k", keyed=True)
    assert desk.says("login:station_two", again) == []
    assert desk.refused(STATION, DeliverySent(TO_X, SENDER, "1")) is Refusal.OTHER_SENDER
    assert desk.says("login:station_two", DeliverySent(TO_X, RIVAL, "2")) == []
    assert desk.delivery(ON_X).remote_id == "2"


def test_what_is_unknown_is_sent_again_only_by_the_key_the_network_knows() -> None:
    desk = unknown(keyed=True)
    other = desk.claim(ON_X, key="another", keyed=True)
    assert desk.refused(STATION, other) is Refusal.OTHER_KEY
    assert desk.refused(STATION, desk.claim(ON_X, key="k")) is Refusal.CLAIMED
    desk.waits(minutes=12)
    late = desk.claim(ON_X, key="k", keyed=True)
    assert desk.refused(STATION, late) is Refusal.LATE


def test_what_is_unknown_without_a_key_is_never_sent_again_by_itself() -> None:
    desk = unknown()
    claim = desk.claim(ON_X, key="k", keyed=True)
    assert desk.refused(STATION, claim) is Refusal.CLAIMED


def test_a_claim_tells_what_the_next_sender_needs() -> None:
    desk = unknown(keyed=True)
    found = views.claim(desk.state, key(ON_X))
    assert found is not None
    assert (found.sender, found.key, found.keyed) == (SENDER, "k", True)
    assert views.claim(desk.state, key(ON_M)) is None


def looked(desk: Desk, minutes: float = -60) -> list[int]:
    since = desk.now + timedelta(minutes=minutes)
    return desk.says(STATION, DeliveryReadBack(TO_X, 20, since))


def test_after_two_clean_looks_a_person_may_send_what_is_unknown_again() -> None:
    desk = unknown()
    again = DeliveryLetGo(TO_X, desk.draft().hash, again=True)
    assert looked(desk) == []
    assert desk.refused(MEDIA, again) is Refusal.NOT_READ_BACK
    assert looked(desk) == []
    plain = DeliveryLetGo(TO_X, desk.draft().hash)
    assert desk.refused(MEDIA, plain) is Refusal.NOT_WAITING
    assert desk.says(MEDIA, again) == []
    assert desk.due()[-1:] == [ON_X]
    assert desk.sends(ON_X) == []


def test_a_sender_that_wakes_up_after_it_was_let_go_again_keeps_it_from_leaving_twice() -> None:
    desk = unknown()
    looked(desk)
    looked(desk)
    desk.says(MEDIA, DeliveryLetGo(TO_X, desk.draft().hash, again=True))
    assert desk.refused(STATION, DeliverySent(TO_X, RIVAL, "900")) is Refusal.OTHER_SENDER
    assert desk.says(STATION, DeliverySent(TO_X, SENDER, "900")) == []
    assert ON_X not in desk.due()
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.ENDED
    assert desk.is_whole()


def test_nothing_is_sent_that_was_never_claimed() -> None:
    desk = approved()
    assert desk.refused(STATION, DeliverySent(TO_X, "", "900")) is Refusal.NOT_THERE


def test_a_look_that_does_not_reach_back_to_the_claim_does_not_count() -> None:
    desk = unknown()
    desk.waits(minutes=5)
    assert looked(desk, -1) == []
    assert desk.delivery(ON_X).read_backs == 0
    assert looked(desk, -60) == []
    assert desk.delivery(ON_X).read_backs == 1


def test_where_the_network_knows_the_key_one_clean_look_is_enough() -> None:
    desk = unknown(keyed=True)
    looked(desk)
    again = DeliveryLetGo(TO_X, desk.draft().hash, again=True)
    assert desk.says(MEDIA, again) == []


def test_what_is_found_by_looking_is_sent() -> None:
    desk = unknown()
    told = DeliverySent(TO_X, RIVAL, "900", found=True)
    assert desk.says("login:station_two", told) == []
    assert desk.stands(ON_X) is DeliveryState.SENT
    assert views.unresolved(desk.state, desk.now) == []


def test_a_post_that_belongs_to_another_delivery_is_not_found_twice() -> None:
    desk = unknown()
    desk.submits(one_approval(X), draft=OTHER)
    desk.approves(draft=OTHER)
    other = f"{OTHER}/{ON_X}"
    claim = DeliveryClaimed(other, desk.draft(OTHER).hash, RIVAL)
    desk.says(STATION, claim, DeliveryUnknown(other, RIVAL))
    assert desk.says(STATION, DeliverySent(TO_X, SENDER, "900", found=True)) == []
    found = DeliverySent(other, RIVAL, "900", found=True)
    assert desk.refused(STATION, found) is Refusal.BOUND
    assert desk.stands(ON_X, OTHER) is DeliveryState.UNKNOWN
    found = DeliverySent(other, RIVAL, "901", found=True)
    assert desk.says(STATION, found) == []


def test_two_hidings_of_one_post_are_both_sent() -> None:
    desk = Desk()
    for draft in (DRAFT, OTHER):
        desk.submits(Content(Act.HIDE, (X,), about=About("700")), BOSS, draft)
        told = DeliveryClaimed(f"{draft}/{ON_X}", desk.draft(draft).hash, SENDER)
        sent = DeliverySent(f"{draft}/{ON_X}", SENDER, "700", found=False)
        assert desk.says(STATION, told, sent) == []


@pytest.mark.parametrize("reason", [Unsent.TOO_MANY, Unsent.UNREACHED, Unsent.SLEPT])
def test_what_passes_goes_on_by_itself_within_ten_minutes(reason: Unsent) -> None:
    desk = claimed()
    assert failed(desk, reason, 3) == []
    assert desk.stands(ON_X) is DeliveryState.SCHEDULED
    assert desk.due() == [ON_M]
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.TOO_EARLY
    desk.waits(minutes=4)
    assert desk.sends(ON_X) == []


def test_what_would_go_on_after_ten_minutes_waits_for_a_person() -> None:
    desk = claimed()
    assert failed(desk, Unsent.TOO_MANY, 30) == []
    assert desk.stands(ON_X) is DeliveryState.LATE
    desk.waits(minutes=31)
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.LATE


@pytest.mark.parametrize("reason", [Unsent.REFUSED, Unsent.SIGN_IN, Unsent.BLOCKED, Unsent.GONE])
def test_what_the_network_refuses_waits_for_a_person(reason: Unsent) -> None:
    desk = claimed()
    assert failed(desk, reason, 1) == []
    desk.waits(minutes=2)
    found = desk.delivery(ON_X)
    assert (found.state, found.reason, found.said) == (DeliveryState.FAILED, reason, "no")
    assert desk.due() == [ON_M]
    assert desk.says(MEDIA, DeliveryLetGo(TO_X, desk.draft().hash)) == []
    assert desk.sends(ON_X) == []


def test_a_reason_nobody_knows_is_refused() -> None:
    desk = claimed()
    assert desk.refused(STATION, DeliveryFailed(TO_X, SENDER, "?")) is Refusal.MALFORMED


def test_a_person_says_that_it_was_sent_by_hand() -> None:
    desk = claimed()
    marked = DeliveryMarkedSent(TO_X, "https://x.example/1")
    assert desk.refused(MEDIA, marked) is Refusal.CLAIMED
    failed(desk, Unsent.REFUSED)
    assert desk.refused(CASE, marked) is Refusal.NO_RIGHT
    assert desk.says(MEDIA, marked) == []
    found = desk.delivery(ON_X)
    assert (found.state, found.by_hand, found.url) == (
        DeliveryState.SENT, True, "https://x.example/1",
    )  # fmt: skip


def test_letting_go_names_a_time_that_is_not_long_past() -> None:
    desk = claimed()
    failed(desk, Unsent.REFUSED)
    digest = desk.draft().hash
    past = DeliveryLetGo(TO_X, digest, desk.now - timedelta(minutes=30))
    assert desk.refused(MEDIA, past) is Refusal.IN_THE_PAST
    later = desk.now + timedelta(hours=2)
    assert desk.says(MEDIA, DeliveryLetGo(TO_X, digest, later)) == []
    assert desk.delivery(ON_X).due == later


def test_nobody_lets_go_what_is_on_its_way_or_waits_for_its_time() -> None:
    desk = claimed()
    digest = desk.draft().hash
    assert desk.refused(MEDIA, DeliveryLetGo(TO_X, digest)) is Refusal.NOT_WAITING
    told = DeliveryLetGo(f"{DRAFT}/{ON_M}", digest)
    assert desk.refused(MEDIA, told) is Refusal.NOT_WAITING
    failed(desk, Unsent.REFUSED)
    assert desk.refused(BEAT, DeliveryLetGo(TO_X, digest)) is Refusal.NO_RIGHT
    assert desk.refused(MEDIA, DeliveryLetGo(TO_X, "0" * 64)) is Refusal.OTHER_VERSION


def test_a_locked_profile_stops_claims_until_it_is_unlocked() -> None:
    desk = approved()
    desk.says(BOSS, ProfileLocked(X))
    assert desk.due() == [ON_M]
    assert desk.stands(ON_X) is DeliveryState.HELD
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.LOCKED
    assert views.why_held(desk.state, key(ON_X)) is Refusal.LOCKED
    desk.says(BOSS, ProfileUnlocked(X))
    assert desk.sends(ON_X) == []


def test_a_thread_goes_on_when_the_piece_before_is_there() -> None:
    desk = approved(X, pieces=(Piece("One."), Piece("Two."), Piece("Three.")))
    assert desk.due() == [ON_X]
    assert desk.refused(STATION, desk.claim(f"1/{X}")) is Refusal.NOT_THERE
    desk.sends(ON_X, "900")
    desk.waits(minutes=30)
    assert desk.due() == []
    desk = approved(X, pieces=(Piece("One."), Piece("Two.")))
    desk.sends(ON_X, "900")
    assert desk.due() == [f"1/{X}"]
    assert views.sent_before(desk.state, key(f"1/{X}")) == "900"
    assert desk.sends(f"1/{X}") == []
    assert desk.draft().ended == desk.now


def test_a_thread_is_as_long_as_the_profiles_own_text() -> None:
    variants = {"mastodon": (Piece("All in one."),)}
    desk = approved(pieces=(Piece("One."), Piece("Two.")), variants=variants)
    desk.sends(ON_X)
    desk.sends(ON_M)
    assert desk.due() == [f"1/{X}"]


def test_while_publishers_are_few_nothing_of_others_leaves() -> None:
    desk = approved()
    limited = PublishersLimited("force", (COMMANDER,), "i1")
    assert desk.refused(MEDIA, limited) is Refusal.NO_RIGHT
    assert desk.says(BOSS, limited) == []
    assert desk.due() == []
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.LIMITED
    assert desk.refused(MEDIA, PublishersOpened("force")) is Refusal.NO_RIGHT
    assert desk.says(BOSS, PublishersOpened("force")) == []
    assert desk.due() == [ON_X, ON_M]


def test_one_publisher_on_the_list_who_stands_behind_it_is_enough() -> None:
    desk = approved()
    desk.says(COMMANDER, PublishersLimited("force", (BOSS,)))
    assert desk.due() == [ON_X, ON_M]


def test_a_list_of_publishers_holds_within_its_scope() -> None:
    desk = approved()
    desk.says(COMMANDER, PublishersLimited("group/Boroughs", (COMMANDER,)))
    assert desk.due() == [ON_X]


def test_a_list_of_publishers_does_not_stop_hiding() -> None:
    desk = Desk()
    desk.says(COMMANDER, PublishersLimited("force", (COMMANDER,)))
    desk.submits(Content(Act.HIDE, (X,), about=About("7")), BOSS)
    assert desk.due() == [ON_X]


def test_who_is_not_on_the_list_sends_nothing_by_themselves() -> None:
    desk = Desk()
    desk.says(COMMANDER, PublishersLimited("force", (COMMANDER,)))
    desk.submits(Content(Act.REPLY, (X,), TEXT, about=About("7")), WRITER)
    assert list(desk.state.refused.values()) == [Refusal.LIMITED]


def test_publishers_are_officers_who_are_here() -> None:
    desk = Desk()
    limited = PublishersLimited("force", ("NOBODY",))
    assert desk.refused(BOSS, limited) is Refusal.UNKNOWN_OFFICER
    limited = PublishersLimited("group/Nowhere", (BOSS,))
    assert desk.refused(BOSS, limited) is Refusal.UNKNOWN_SCOPE


def test_once_a_station_is_on_duty_no_officer_claims() -> None:
    desk = approved()
    assert desk.says(WRITER, desk.claim(ON_X)) == []
    desk.says(STATION, StationTookOver("vm-1"))
    assert desk.refused(WRITER, desk.claim(ON_M)) is Refusal.NO_SENDER
    assert desk.refused(CHIEF, DeliverySent(TO_X, SENDER, "1")) is Refusal.NO_SENDER
    assert desk.refused("login:postgres", desk.claim(ON_M)) is Refusal.NO_SENDER
    assert desk.says("login:station_two", desk.claim(ON_M)) == []


def test_a_stranger_is_no_sender() -> None:
    desk = approved()
    assert desk.refused("99", desk.claim(ON_X)) is Refusal.NO_SENDER


def test_a_leavers_desk_is_no_sender() -> None:
    desk = Desk()
    desk.submits(post(), MEDIA)
    assert desk.refused("NOBODY", desk.claim(ON_X)) is Refusal.NO_SENDER
    assert desk.says(MEDIA, desk.claim(ON_X)) == []
