"""Who is read next, in simulated time."""

from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from controlroom.feeds.base import Budget, Capabilities, Reading
from controlroom.intake.plan import Outcome, Plan, Turn, Wanted
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
    made.settle(turn, Outcome(failed=True, not_before=whole), START)
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


def test_what_needs_a_person_sleeps_until_somebody_has_acted() -> None:
    made = plan(wanted(1))
    made.settle(taken(made, START), Outcome(failed=True, lasting=True), START)
    assert made.wakes_at(START) is None
    made.wake([2], START)
    assert made.next(START + 3600 * S) is None
    made.wake([1], START)
    assert made.next(START) is not None


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
