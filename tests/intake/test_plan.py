"""Who is read next, in simulated time."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from controlroom.feeds.base import Budget, Capabilities, Per, Reading
from controlroom.feeds.errors import BudgetUsed
from controlroom.feeds.rules import Allowance, Rules
from controlroom.intake.plan import (
    LASTING_REST,
    MOST_PER_HOST,
    MOST_PER_NETWORK,
    Outcome,
    Plan,
    Turn,
)
from controlroom.intake.purses import Purses
from controlroom.intake.wanting import Wanted
from controlroom.model.stream import Source, SourceKind

START = datetime(2026, 11, 22, tzinfo=UTC)
S = timedelta(seconds=1)
READING = Reading(40, least_pause=30 * S, longest_pause=900 * S)
NETWORK = Capabilities("n", "N", MappingProxyType({SourceKind.HOME: READING}))


def wanted(profile: int, *, urgent: bool = False, scope: int | None = None) -> Wanted:
    source = Source("n", SourceKind.HOME, profile)
    return Wanted(source, (profile,), ("n", "h", scope or profile), NETWORK, urgent)


def plan(*sources: Wanted) -> Plan:
    made = Plan()
    made.want(sources, START)
    return made


def taken(made: Plan, now: datetime) -> Turn:
    turn = made.next(now)
    assert turn is not None
    return turn


def test_urgent_sources_are_read_first() -> None:
    made = plan(wanted(1), wanted(2, urgent=True))
    assert taken(made, START).wanted.source.profile == 2


def test_an_urgent_source_does_not_starve_the_others() -> None:
    made = plan(wanted(1, scope=9), wanted(2, scope=9, urgent=True))
    read, now = [], START
    for _ in range(60):
        turn = made.next(now)
        if turn:
            read.append(turn.wanted.source.profile)
            now += 40 * S
            made.settle(turn, Outcome(found=1), now)
        else:
            now += 5 * S
    assert read.count(1) >= 3
    assert read.count(2) > read.count(1)


def test_one_budget_is_read_by_one_at_a_time_and_others_beside_it() -> None:
    made = plan(wanted(1, scope=9), wanted(2, scope=9), wanted(3))
    first, second = taken(made, START), taken(made, START)
    assert {first.wanted.scope[2], second.wanted.scope[2]} == {9, 3}
    assert made.next(START) is None


def test_a_used_budget_rests_until_it_is_whole_again() -> None:
    made = plan(wanted(1, scope=9), wanted(2, scope=9))
    turn = taken(made, START)
    whole = START + 200 * S
    used_up = BudgetUsed(host="n.example", resets_at=whole)
    made.settle(turn, Outcome(failed=True, refused=used_up), START)
    assert made.next(START + 100 * S) is None
    assert made.wakes_at(START + 100 * S) == whole
    assert made.next(whole) is not None


def test_a_tenth_of_every_budget_is_spared() -> None:
    made = plan(wanted(1, scope=9), wanted(2, scope=9))
    left = Budget(limit=300, remaining=30, resets_at=START + 120 * S)
    made.settle(taken(made, START), Outcome(budgets=(left,)), START)
    assert made.next(START + 119 * S) is None
    assert made.next(START + 120 * S) is not None


def test_a_quiet_source_is_read_ever_more_rarely_and_a_lively_one_often() -> None:
    quiet, lively = plan(wanted(1)), plan(wanted(1))
    for made, found in ((quiet, 0), (lively, 40)):
        now = START
        for _ in range(30):
            now = max(now, made.wakes_at(now) or now)
            made.settle(taken(made, now), Outcome(found=found), now)
    assert quiet.turns()[0].pause > 800 * S
    assert lively.turns()[0].pause == 30 * S


def test_failures_back_off_but_never_give_up() -> None:
    made, now, rests = plan(wanted(1)), START, []
    for _ in range(8):
        made.settle(taken(made, now), Outcome(failed=True), now)
        wakes = made.wakes_at(now)
        assert wakes is not None
        rests.append((wakes - now) // S)
        now = wakes
    assert rests == [30, 60, 120, 240, 480, 600, 600, 600]


def test_what_needs_a_person_is_tried_seldom_until_somebody_has_acted() -> None:
    made = plan(wanted(1))
    turn = taken(made, START)
    made.settle(turn, Outcome(failed=True, lasting=True), START)
    assert turn.asleep
    assert made.wakes_at(START) == START + LASTING_REST
    made.wake([2], START)
    assert made.next(START + LASTING_REST - 1 * S) is None
    made.settle(taken(made, START + LASTING_REST), Outcome(failed=True, lasting=True), START)
    assert made.wakes_at(START) == START + LASTING_REST
    made.wake([1], START)
    assert made.next(START) is not None


def test_once_a_refused_source_is_read_again_those_of_its_server_are_tried_at_once() -> None:
    elsewhere = replace(wanted(3), scope=("n", "other.example", 3))
    made = plan(wanted(1), wanted(2), elsewhere)
    first, other, far = sorted(
        (taken(made, START) for _ in range(3)), key=lambda turn: turn.wanted.source.profile
    )
    for turn in (first, other, far):
        made.settle(turn, Outcome(failed=True, lasting=True), START)
    made.hurry(first.wanted.streams[0], START + 1 * S)
    assert taken(made, START + 1 * S) is first
    made.settle(first, Outcome(), START + 2 * S)
    assert taken(made, START + 2 * S) is other
    assert far.asleep
    assert made.next(START + 3 * S) is None


def test_a_stream_can_be_hurried() -> None:
    made = plan(wanted(1), wanted(2))
    for _ in range(2):
        made.settle(taken(made, START), Outcome(), START)
    assert made.next(START) is None
    assert made.hurry(2, START) == 1
    assert taken(made, START).wanted.source.profile == 2


def test_new_wishes_keep_what_is_known_of_old_ones() -> None:
    made = plan(wanted(1))
    made.settle(taken(made, START), Outcome(), START)
    made.want([wanted(1), wanted(2)], START)
    assert taken(made, START).wanted.source.profile == 2
    made.want([wanted(2)], START)
    assert len(made.turns()) == 1


def test_three_hundred_profiles_all_get_their_turn() -> None:
    made = plan(*(wanted(n, urgent=n % 10 == 0) for n in range(1, 301)))
    read: dict[int, int] = {}
    for second in range(0, 3600, 2):
        now = START + second * S
        turn = made.next(now)
        if turn:
            profile = turn.wanted.source.profile
            read[profile] = read.get(profile, 0) + 1
            made.settle(turn, Outcome(found=1), now)
    assert len(read) == 300


def budgeted(profile: int, *, urgent: bool = False, app: str = "a") -> Wanted:
    """A source of a network whose application may read so many pages in 15 minutes."""
    reading = Reading(40, least_pause=30 * S, longest_pause=900 * S, draws={"all": 1})
    network = Capabilities("n", "N", MappingProxyType({SourceKind.HOME: reading}))
    source = Source("n", SourceKind.HOME, profile)
    return Wanted(source, (profile,), ("n", "", profile), network, urgent, app)


def with_limit(limit: int) -> Plan:
    allowance = Allowance("all", Per.APP, limit, 900)
    return Plan(Purses(rules=lambda _: Rules("n", "", START.date(), (allowance,))))


def live(made: Plan, seconds: int, found: int = 0) -> Counter[int]:
    """Reads as the engine does, each read taking a second; returns how often each was read."""
    return Counter(profile for profile, _ in reads(made, seconds, found))


def reads(made: Plan, seconds: int, found: int = 0) -> list[tuple[int, datetime]]:
    """The same; returns which profile was read when."""
    read: list[tuple[int, datetime]] = []
    now, end = START, START + seconds * S
    while now < end:
        turn = made.next(now)
        if turn is None:
            wakes = made.wakes_at(now) or end
            now = min(max(wakes, now + S / 100), end)
        elif made.purses.spend(turn.wanted, now, pressing=turn.pressing(now)):
            read.append((turn.wanted.source.profile, now))
            now += S
            made.purses.answered(turn.wanted, (), now)
            made.settle(turn, Outcome(found=found), now)
        else:
            made.put_off(turn)
    return read


def test_many_profiles_share_one_application_and_none_starves() -> None:
    made = with_limit(90)
    made.want([budgeted(n, urgent=n <= 2) for n in range(1, 61)], START)
    read = live(made, 4 * 3600)
    assert len(read) == 60
    assert sum(read.values()) <= 81 * 17
    calm = [count for profile, count in read.items() if profile > 2]
    assert min(calm) >= 8
    assert max(calm) <= 3 * min(calm)
    assert min(count for profile, count in read.items() if profile <= 2) > 3 * max(calm)


def test_urgent_sources_that_would_take_everything_leave_the_others_their_turns() -> None:
    made = with_limit(90)
    made.want([budgeted(n, urgent=n <= 6) for n in range(1, 41)], START)
    last = dict.fromkeys(range(1, 41), START)
    longest = dict.fromkeys(last, timedelta(0))
    for profile, at in reads(made, 8 * 3600):
        longest[profile] = max(longest[profile], at - last[profile])
        last[profile] = at
    assert max(longest.values()) <= 4 * READING.longest_pause


def test_urgent_sources_are_bounded_by_the_budget_too() -> None:
    made = with_limit(20)
    made.want([budgeted(n, urgent=True) for n in range(1, 6)], START)
    assert sum(live(made, 900).values()) <= 18


def test_a_turn_that_could_not_be_paid_keeps_its_place_and_waits_for_the_budget() -> None:
    made = with_limit(1)
    made.want([budgeted(1), budgeted(2)], START)
    first, second = taken(made, START), taken(made, START)
    assert made.purses.spend(first.wanted, START, pressing=True)
    assert not made.purses.spend(second.wanted, START, pressing=True)
    made.put_off(second)
    assert made.next(START) is None
    assert second.short
    assert second.due == START
    wakes = made.wakes_at(START)
    assert wakes is not None
    assert wakes > START + 60 * S


def test_sources_of_one_network_are_read_beside_each_other_up_to_a_bound() -> None:
    made = plan(*(wanted(n) for n in range(1, 20)))
    assert sum(1 for _ in range(20) if made.next(START)) == MOST_PER_HOST
    many = Plan()
    many.want([replace(wanted(n), scope=("n", f"h{n}", n)) for n in range(1, 20)], START)
    assert sum(1 for _ in range(20) if many.next(START)) == MOST_PER_NETWORK


def test_a_push_is_polled_rarely_while_it_stands_and_read_at_once_when_it_breaks() -> None:
    made = plan(wanted(1, urgent=True))
    source = wanted(1).source
    made.settle(taken(made, START), Outcome(), START)
    made.push([source], START + S, stands=True)
    made.settle(taken(made, START + S), Outcome(found=9), START + S)
    assert made.wakes_at(START + S) == START + 901 * S
    made.push([source], START + 60 * S, stands=False)
    made.settle(taken(made, START + 60 * S), Outcome(), START + 60 * S)
    assert made.wakes_at(START + 60 * S) == START + 90 * S


def test_a_gap_can_be_filled_on_demand() -> None:
    made = plan(wanted(1))
    made.settle(taken(made, START), Outcome(), START)
    assert made.next(START + S) is None
    assert made.fill(wanted(1).source, 17, START + S)
    turn = taken(made, START + S)
    assert turn.fill == 17
    made.settle(turn, Outcome(), START + S)
    assert turn.fill == 0
    assert not made.fill(wanted(2).source, 17, START)


def test_a_clock_set_back_leaves_nobody_unread_for_a_day() -> None:
    made = plan(wanted(1))
    made.settle(taken(made, START), Outcome(), START)
    day = timedelta(days=1)
    made.clock_moved(-day)
    wakes = made.wakes_at(START - day)
    assert wakes is not None
    assert wakes <= START - day + 60 * S


def test_after_a_sleep_everything_is_read_at_once() -> None:
    made = plan(wanted(1), wanted(2))
    for _ in range(2):
        made.settle(taken(made, START), Outcome(), START)
    later = START + timedelta(hours=8)
    made.clock_moved(timedelta(hours=8))
    assert made.next(later) is not None
    assert made.next(later) is not None


def test_a_feed_lent_for_something_else_is_not_read_with() -> None:
    made = plan(wanted(1))
    assert made.lend(wanted(1).scope)
    assert not made.lend(wanted(1).scope)
    assert made.next(START) is None
    made.give_back(wanted(1).scope)
    assert made.next(START) is not None


def test_a_push_that_begins_while_its_source_is_read_has_it_read_once_more() -> None:
    made = plan(wanted(1))
    turn = taken(made, START)
    made.push([turn.wanted.source], START + 1 * S, stands=True)
    made.settle(turn, Outcome(), START + 2 * S)
    assert taken(made, START + 2 * S) is turn
    made.settle(turn, Outcome(), START + 3 * S)
    assert made.wakes_at(START + 3 * S) == START + 903 * S


def test_a_gap_to_be_filled_is_not_forgotten_while_its_source_is_read() -> None:
    made = plan(wanted(1))
    turn = taken(made, START)
    assert made.fill(turn.wanted.source, 7, START + 1 * S)
    made.settle(turn, Outcome(), START + 2 * S)
    assert taken(made, START + 2 * S).fill == 7
    made.settle(turn, Outcome(), START + 3 * S)
    assert turn.fill == 0


def test_a_sign_in_that_is_mended_while_its_source_is_refused_is_tried() -> None:
    made = plan(wanted(1))
    turn = taken(made, START)
    made.wake([1], START + 1 * S)
    made.settle(turn, Outcome(failed=True, lasting=True), START + 2 * S)
    assert taken(made, START + 2 * S) is turn
    made.settle(turn, Outcome(failed=True, lasting=True), START + 3 * S)
    assert made.wakes_at(START + 3 * S) == START + 3 * S + LASTING_REST
