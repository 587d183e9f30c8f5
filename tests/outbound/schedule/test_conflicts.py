"""What clashes in a plan is named, and where there is room is found."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from controlroom.outbound.schedule.calendar import calendar
from controlroom.outbound.schedule.conflicts import Clash, conflicts, conflicts_of
from controlroom.outbound.schedule.gaps import best_gaps
from controlroom.outbound.schedule.planned import Planned

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
TEXT = "The M97 is closed between J4 and J6 after a lorry fire, please avoid the area"


def planned(
    draft: str,
    minutes: int,
    *targets: str,
    text: str = "",
    spread: int = 0,
    texts: tuple[tuple[str, str], ...] = (),
) -> Planned:
    at = NOON + timedelta(minutes=minutes)
    until = at + timedelta(minutes=spread)
    return Planned(draft, draft, at, until, frozenset(targets), texts or (("", text or draft),))


def test_two_on_a_profile_within_a_quarter_of_an_hour_are_too_close() -> None:
    one, other = planned("a", 0, "x//1", "x//2"), planned("b", 14, "x//2", "x//3")
    (found,) = conflicts([other, one])
    assert (found.clash, found.one, found.other) == (Clash.CLOSE, "a", "b")
    assert found.profiles == ("x//2",)
    assert conflicts([one, planned("b", 15, "x//2")]) == []
    assert conflicts([one, planned("b", 5, "x//3")]) == []


def test_a_draft_that_is_spread_takes_its_whole_time() -> None:
    assert conflicts([planned("a", 0, "x//1", spread=30), planned("b", 40, "x//1")])
    assert not conflicts([planned("a", 0, "x//1", spread=20), planned("b", 40, "x//1")])


def test_what_is_said_twice_within_a_week_is_named_and_later_it_is_not() -> None:
    day = 24 * 60
    one = planned("a", 0, "x//1", "facebook//2", text=TEXT)
    assert [c.clash for c in conflicts([one, planned("b", 6 * day, "x//1", text=TEXT)])] == [
        Clash.SAME
    ]
    near = TEXT.replace("please avoid", "please AVOID")
    assert [c.clash for c in conflicts([one, planned("b", day, "x//1", text=near)])] == [
        Clash.ALIKE
    ]
    assert conflicts([one, planned("b", 8 * day, "x//1", text=TEXT)]) == []
    other = planned("b", day, "x//1", texts=(("", "Something else entirely"), ("facebook", TEXT)))
    assert conflicts([one, other]) == []


def test_a_draft_is_never_in_its_own_way() -> None:
    one = planned("a", 0, "x//1", text=TEXT)
    assert conflicts_of(one, [one, planned("b", 60, "x//1", text="later")]) == []
    assert conflicts_of(one, [one, planned("b", -5, "x//1", text="before")])


def test_gaps_keep_away_from_what_is_planned_from_the_night_and_from_each_other() -> None:
    zone = ZoneInfo("Europe/London")
    begin = datetime(2026, 5, 14, 0, 7, tzinfo=UTC)
    plan = [planned("a", 0, "x//1", spread=20), planned("b", 10, "x//9")]
    hours = {(3, 12): 10.0, (3, 13): 9.0, (3, 17): 8.0}
    gaps = best_gaps(plan, frozenset({"x//1"}), begin, begin + timedelta(days=1), zone, hours)
    assert len(gaps) == 3
    for gap in gaps:
        assert gap.at.minute % 15 == 0
        assert gap.apart >= timedelta(minutes=30)
        assert gap.at.astimezone(zone).hour >= 7
    # At noon UTC it is one o'clock in London: the draft of noon leaves no room before 13:50.
    assert gaps[0].at.astimezone(zone).hour in (12, 17)
    assert all(abs(a.at - b.at) >= timedelta(hours=1) for a in gaps for b in gaps if a is not b)


def test_a_calendar_has_titles_and_times_and_no_text() -> None:
    one = planned("a" * 32, 0, "x//1", text="Officers will raid 14 Tannery Row\nat 05:00")
    written = calendar([one], "Planner; Westmarch", NOON).decode()
    assert "DTSTART:20260514T120000Z" in written
    assert "DTEND:20260514T120500Z" in written
    assert f"UID:{'a' * 32}@controlroom" in written
    assert "Tannery" not in written
