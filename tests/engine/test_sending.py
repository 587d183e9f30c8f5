"""A sender with the real record and its rules, on a small network with the faults of large ones."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from controlroom.feeds.writing import Keyed, NotSent, Outgoing, SentAs, WayOut
from controlroom.model.guard import Guard
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryLetGo,
    DraftWithdrawn,
    HoldPlaced,
    HoldReleased,
)
from controlroom.model.outgoing.content import About, Act
from controlroom.model.outgoing.delivery import DeliveryKey, DeliveryState, Unsent
from controlroom.model.server import Server
from controlroom.outbound.case_lists import Item, ReadingKey, changed
from controlroom.outbound.checks import ListKind, OwnProfile
from controlroom.outbound.counting import limits_of
from tests.engine.sending_desk import START, A, B, C, Desk, desk
from tests.outbound.sending.network import SmallNetwork, broken, dropped, late, lost, refused

SENT, FAILED, UNKNOWN = DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.UNKNOWN
HELD, LATE, SCHEDULED = DeliveryState.HELD, DeliveryState.LATE, DeliveryState.SCHEDULED


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as made:
        yield made


def keyed_desk(folder: Path, **others: Any) -> Any:
    way = WayOut(timedelta(seconds=15), Keyed.HEADER, key_life=timedelta(minutes=55))
    return desk(folder, way=way, **others)


def test_what_is_approved_leaves_once_on_each_profile(one: Desk) -> None:
    one.start()
    draft = one.submit("Road closed", A, B, C)
    for profile in (A, B, C):
        one.wait_for(draft, SENT, profile)
        assert one.network.texts(profile) == ["Road closed"]
        assert one.kinds(draft, profile) == ["claimed", "sent"]
    one.wait_until(lambda: one.network.paid == 0)


def test_what_is_planned_leaves_at_its_time_and_not_before(one: Desk) -> None:
    one.start()
    draft = one.submit("Later", at=START + timedelta(minutes=30))
    one.pass_by(29 * 60)
    one.rest()
    assert one.network.requests == []
    one.pass_by(61)
    one.wait_for(draft, SENT)


def test_what_is_eleven_minutes_late_waits_for_a_person(one: Desk) -> None:
    draft = one.submit("Late", at=START + timedelta(minutes=5))
    one.pass_by(16 * 60 + 1)
    one.start()
    one.rest()
    assert one.network.requests == []
    assert one.delivery(draft).state is LATE
    one.says(DeliveryLetGo(str(DeliveryKey(draft, "0", A)), one.hash_of(draft)))
    one.wait_for(draft, SENT)


def test_a_thread_leaves_piece_by_piece_and_each_answers_the_one_before(one: Desk) -> None:
    one.start()
    draft = one.submit("One", more=("Two", "Three"))
    one.wait_for(draft, SENT, part="2")
    posts = one.network.posts
    assert [post.text for post in posts] == ["One", "Two", "Three"]
    assert [post.answers for post in posts] == ["", posts[0].id, posts[1].id]


def test_drafts_of_one_profile_leave_in_their_order(one: Desk) -> None:
    drafts = [one.submit(f"No {number}") for number in range(8)]
    one.start()
    one.wait_for(drafts[-1], SENT)
    assert one.network.texts(A) == [f"No {number}" for number in range(8)]


def test_a_hold_stops_what_is_ready_to_leave(one: Desk) -> None:
    one.network.before = lambda _: hold()

    def hold() -> None:
        one.network.before = lambda _: None
        one.says(HoldPlaced("force"))

    one.start()
    draft = one.submit("Not now")
    one.wait_until(lambda: one.kinds(draft) == ["claimed", "failed"])
    one.rest()
    assert one.network.requests == []
    assert one.delivery(draft).state is HELD


def test_what_fell_due_during_a_hold_waits_for_a_person(one: Desk) -> None:
    one.start()
    one.says(HoldPlaced("force"))
    draft = one.submit("Held")
    one.rest()
    one.says(HoldReleased("force"))
    one.rest()
    assert one.network.requests == []
    assert one.delivery(draft).state is LATE
    one.says(DeliveryLetGo(str(DeliveryKey(draft, "0", A)), one.hash_of(draft)))
    one.wait_for(draft, SENT)


def test_a_withdrawal_stops_what_is_ready_to_leave(one: Desk) -> None:
    drafts: list[str] = []

    def withdraw(_: str) -> None:
        one.network.before = lambda _: None
        one.says(DraftWithdrawn(drafts[0]))

    drafts.append(one.submit("Never"))
    one.network.before = withdraw
    one.start()
    one.wait_for(drafts[0], DeliveryState.WITHDRAWN)
    assert one.network.requests == []


def test_what_was_sent_is_taken_back_under_a_hold_and_seen_gone(one: Desk) -> None:
    one.start()
    draft = one.submit("Wrong", A, B)
    one.wait_for(draft, SENT, B)
    one.wait_for(draft, SENT, A)
    one.says(HoldPlaced("force"), DraftWithdrawn(draft))
    for profile in (A, B):
        one.wait_for(draft, SENT, profile, "w0")
    one.pass_by(10)
    for profile in (A, B):
        one.wait_until(lambda profile=profile: one.delivery(draft, profile, "w0").seen_gone)
    assert one.network.posts == []


@pytest.mark.parametrize("fault", [lost, late(100)])
def test_what_arrived_without_an_answer_is_found_and_never_sent_again(
    one: Desk, fault: Any
) -> None:
    one.network.faults[A].append(fault)
    one.start()
    draft = one.submit("Only once")
    one.wait_for(draft, UNKNOWN)
    one.pass_by(119)
    one.rest()
    assert one.network.looks == 0
    one.pass_by(2)
    one.wait_for(draft, SENT)
    assert one.network.texts(A) == ["Only once"]
    assert one.kinds(draft) == ["claimed", "unknown", "sent"]


def test_what_never_arrived_without_a_key_waits_for_a_person_after_two_clean_looks(
    one: Desk,
) -> None:
    one.network.faults[A].append(dropped)
    one.start()
    draft = one.submit("Gone")
    key = str(DeliveryKey(draft, "0", A))
    one.wait_for(draft, UNKNOWN)
    for looks in (1, 2):
        one.pass_by(121)
        one.wait_until(lambda looks=looks: one.delivery(draft).read_backs == looks)
    one.rest()
    assert one.delivery(draft).state is UNKNOWN
    assert len(one.network.requests) == 1
    one.says(DeliveryLetGo(key, one.hash_of(draft), again=True))
    one.wait_for(draft, SENT)
    assert one.network.texts(A) == ["Gone"]


def test_two_equal_posts_both_exist_though_nobody_heard_of_either(one: Desk) -> None:
    one.network.faults[A] += [lost, lost]
    drafts = [one.submit("Same words"), one.submit("Same words")]
    one.start()
    for draft in drafts:
        one.wait_for(draft, UNKNOWN)
    one.pass_by(121)
    for draft in drafts:
        one.wait_for(draft, SENT)
    ids = {one.delivery(draft).remote_id for draft in drafts}
    assert ids == {post.id for post in one.network.posts}
    assert len(ids) == 2


def test_a_key_lets_what_never_arrived_be_sent_again_by_itself(tmp_path: Path) -> None:
    with keyed_desk(tmp_path) as one:
        one.network.faults[A] += [dropped, lost]
        one.start()
        draft = one.submit("By key")
        one.wait_for(draft, UNKNOWN)
        one.pass_by(16)
        one.wait_until(lambda: one.kinds(draft).count("claimed") == 2)
        one.wait_for(draft, UNKNOWN)
        one.pass_by(61)
        one.wait_for(draft, SENT)
        assert one.network.texts(A) == ["By key"]


def test_a_key_is_not_used_after_ten_minutes(tmp_path: Path) -> None:
    with keyed_desk(tmp_path) as one:
        one.network.faults[A].append(dropped)
        one.network.down = True
        one.start()
        draft = one.submit("Too late now")
        one.wait_for(draft, UNKNOWN)
        one.pass_by(601)
        one.network.down = False
        one.pass_by(60)
        one.wait_until(lambda: one.delivery(draft).read_backs)
        one.rest()
        assert len(one.network.requests) == 1
        assert one.delivery(draft).state is UNKNOWN


def test_a_network_that_answers_by_key_says_for_certain_that_it_is_not_there(
    tmp_path: Path,
) -> None:
    way = WayOut(timedelta(seconds=15), Keyed.RECORD)
    with desk(tmp_path, way=way, certain=True) as one:
        one.network.faults[A].append(dropped)
        one.network.down = True
        one.start()
        draft = one.submit("Surely not")
        one.wait_for(draft, UNKNOWN)
        one.pass_by(601)
        one.network.down = False
        one.pass_by(60)
        one.wait_for(draft, FAILED)
        assert len(one.network.requests) == 1


@pytest.mark.parametrize("reason", [Unsent.TOO_MANY, Unsent.UNREACHED])
def test_what_surely_did_not_leave_goes_on_by_itself(one: Desk, reason: Unsent) -> None:
    one.network.faults[A].append(refused(reason, START + timedelta(seconds=90)))
    one.start()
    draft = one.submit("Again")
    one.wait_until(lambda: one.kinds(draft) == ["claimed", "failed"])
    one.pass_by(89)
    one.rest()
    assert len(one.network.requests) == 1
    one.pass_by(2)
    one.wait_for(draft, SENT)
    assert one.network.texts(A) == ["Again"]


def test_what_may_go_on_only_after_ten_minutes_is_late(one: Desk) -> None:
    one.network.faults[A].append(refused(Unsent.TOO_MANY, START + timedelta(minutes=11)))
    one.start()
    draft = one.submit("Again")
    one.wait_until(lambda: one.kinds(draft) == ["claimed", "failed"])
    one.pass_by(11 * 60 + 1)
    one.rest()
    assert len(one.network.requests) == 1
    assert one.delivery(draft).state is LATE


def test_a_profile_without_a_sign_in_burns_one_delivery_and_not_the_others(one: Desk) -> None:
    one.network.faults[A].append(refused(Unsent.SIGN_IN))
    drafts = [one.submit(f"No {number}", A, B) for number in range(3)]
    one.start()
    one.wait_for(drafts[2], SENT, B)
    one.wait_for(drafts[0], FAILED)
    one.rest()
    assert one.delivery(drafts[1]).state is SCHEDULED
    one.network.signed_in[A] = "anew"
    one.wake()
    one.wait_for(drafts[2], SENT)
    assert one.network.texts(A) == ["No 1", "No 2"]


def test_a_mistake_of_ours_after_the_request_is_unknown(one: Desk) -> None:
    one.network.faults[A].append(broken)
    one.start()
    draft = one.submit("Ours")
    one.wait_for(draft, UNKNOWN)
    one.pass_by(121)
    one.wait_for(draft, SENT)
    assert len(one.network.requests) == 1


def test_a_mistake_of_ours_before_the_request_has_sent_nothing(one: Desk) -> None:
    def fail(_: str) -> None:
        raise KeyError("ours")

    one.network.before = fail
    one.start()
    draft = one.submit("Ours")
    one.wait_for(draft, FAILED)
    assert one.network.requests == []


def test_a_claim_that_is_begun_too_late_has_slept_and_goes_on(one: Desk) -> None:
    def sleep(_: str) -> None:
        one.network.before = lambda _: None
        one.pass_by(601)

    one.network.before = sleep
    one.start()
    draft = one.submit("Slept")
    one.wait_until(lambda: one.kinds(draft) == ["claimed", "failed"])
    one.rest()
    assert one.network.requests == []
    assert one.delivery(draft).state is LATE


def test_what_a_check_blocks_fails_before_anything_leaves(one: Desk) -> None:
    one.blocked = "home_address"
    one.start()
    draft = one.submit("Number 9")
    one.wait_for(draft, FAILED)
    found = one.delivery(draft)
    assert (found.reason, found.said) == (Unsent.BLOCKED, "home_address")
    assert one.network.requests == []


def test_a_name_on_the_case_lists_of_the_record_does_not_leave(one: Desk) -> None:
    key = ReadingKey(bytes(range(32)))
    one.says(changed(Item("1" * 32, ListKind.NAME, "Orla Fenwick"), key))
    one.start(guard=lambda: Guard(key.match_key().reveal().hex()))
    other, named = one.submit("The bridge is open"), one.submit("Thank you, Orla Fenwick", B)
    one.wait_for(named, FAILED, B)
    found = one.delivery(named, B)
    assert (found.reason, found.said) == (Unsent.BLOCKED, "protected_name")
    one.wait_for(other, SENT)
    assert one.network.texts(B) == []


def test_a_sender_that_ended_leaves_its_claim_unknown(one: Desk) -> None:
    one.start()
    draft = one.submit("Interrupted")
    one.wait_for(draft, SENT)
    other = claimed_and_gone(one)
    one.wait_for(other, UNKNOWN)
    assert one.kinds(other) == ["claimed", "unknown"]
    assert len(one.network.requests) == 1


def claimed_and_gone(one: Desk) -> str:
    """A claim of a sender that came no further."""
    one.stop()
    draft = one.submit("Claimed")
    key = str(DeliveryKey(draft, "0", A))
    one.says(DeliveryClaimed(key, one.hash_of(draft), "f" * 32))
    one.start()
    return draft


def test_a_sender_beside_others_lets_their_claims_be_for_a_while(one: Desk) -> None:
    draft = claimed_and_gone(one)
    one.wait_for(draft, UNKNOWN)
    one.stop()
    one.start(alone=False)
    other = one.submit("Beside", at=START + timedelta(seconds=1))
    one.stop()
    one.pass_by(1)
    one.says(DeliveryClaimed(str(DeliveryKey(other, "0", A)), one.hash_of(other), "e" * 32))
    one.start(alone=False)
    one.pass_by(1_000)
    one.rest()
    assert one.delivery(other).state is DeliveryState.SENDING
    one.pass_by(300)
    one.wait_for(other, UNKNOWN)


def test_many_senders_on_one_record_send_everything_once(one: Desk) -> None:
    drafts = [one.submit(f"No {number}", A, B, C) for number in range(12)]
    for _ in range(4):
        one.start(alone=False)
    for draft in drafts:
        for profile in (A, B, C):
            one.wait_for(draft, SENT, profile)
    for profile in (A, B, C):
        assert one.network.texts(profile) == [f"No {number}" for number in range(12)]


def test_a_clock_that_jumps_sends_nothing_early_and_says_so(one: Desk) -> None:
    one.start(running=lambda: 0.0)
    one.submit("Tomorrow", at=START + timedelta(days=1))
    one.rest()
    one.pass_by(86_400 + 5)
    one.rest()
    assert one.network.requests == []
    assert one.doubts == [True]
    now = one.submit("Now")
    one.wait_for(now, SENT)


def test_a_key_is_chosen_even_if_the_first_claim_came_to_nothing(tmp_path: Path) -> None:
    with keyed_desk(tmp_path) as one:
        one.blocked = "court_order"
        one.start()
        draft = one.submit("Looked at again")
        one.wait_for(draft, FAILED)
        one.blocked = ""
        one.says(DeliveryLetGo(str(DeliveryKey(draft, "0", A)), one.hash_of(draft)))
        one.wait_for(draft, SENT)
        assert one.network.posts[0].key


def test_what_a_network_says_is_recorded_whatever_it_is(one: Desk) -> None:
    def told(network: SmallNetwork, profile: str, outgoing: Outgoing) -> SentAs:
        raise NotSent(host="x", reason=Unsent.REFUSED, said="\ud83d half" * 200)

    one.network.faults[A].append(told)
    one.start()
    draft = one.submit("Strange")
    one.wait_for(draft, FAILED)
    assert one.delivery(draft).said.startswith("? half")


def test_a_like_that_nobody_answered_is_done_again(one: Desk) -> None:
    one.network.faults[A].append(dropped)
    one.start()
    draft = one.submit("", act=Act.LIKE, about=About("q1"))
    one.wait_for(draft, UNKNOWN)
    one.pass_by(121)
    one.wait_for(draft, SENT)
    assert len(one.network.requests) == 2


def test_a_server_that_takes_less_than_when_it_was_approved_is_sent_nothing(one: Desk) -> None:
    def taking(characters: int) -> dict[str, OwnProfile]:
        limits = limits_of("mastodon", Server(characters=characters))
        return {key: OwnProfile(key, "small", "west", limits=limits) for key in (A, B)}

    told = [taking(11_000)]
    one.start(guard=Guard, own=lambda: told[-1])
    long = "Weir Street is closed. " * 20
    draft = one.submit(long, A, C)
    one.wait_for(draft, SENT, A)
    later = one.submit(long, A, C, at=START + timedelta(minutes=30))
    told.append(taking(280))
    one.pass_by(31 * 60)
    one.wait_for(later, FAILED, A)
    stands = one.delivery(later)
    assert (stands.reason, stands.said) == (Unsent.BLOCKED, "too_long 180/280")
    one.wait_for(later, SENT, C)
    assert len(one.network.texts(A)) == 1
