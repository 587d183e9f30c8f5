"""What the planner advises, and what of the plan is wanted, without a window."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.model.profile import Group, Profile
from controlroom.ui.compose.kept import COMPOSE, Kept, Sheet
from controlroom.ui.planner.advice import MOST_CLASHES, clashes, gaps
from controlroom.ui.planner.narrowed import Narrowed, grouped
from controlroom.ui.planner.plan import PlanItem, PlanState
from controlroom.ui.planner.spans import View, span_of

NINE = datetime(2026, 6, 3, 9, tzinfo=UTC)
ZONE = ZoneInfo("UTC")
FEN, ROADS = "x/11", "mastodon/12"


def item(
    key: str, minute: int = 0, series: str = "", targets: tuple[str, ...] = (FEN,)
) -> PlanItem:
    at = NINE + timedelta(minutes=minute)
    said = Content(Act.POST, targets, (Piece(f"Words of {key}"),), at=at)
    kept = Kept(COMPOSE + key, Sheet(key, said), NINE)
    return PlanItem(
        key, f"Post {key}", at, at, targets, PlanState.DRAFT, kept=kept, series=series
    )  # fmt: skip


def test_what_is_near_on_the_same_profile_gets_in_the_way_and_an_item_never_in_its_own() -> None:
    one, near, elsewhere = item("a"), item("b", 10), item("c", 10, targets=(ROADS,))
    assert clashes(one, [one, elsewhere]) == []
    (told,) = clashes(one, [one, near, elsewhere])
    assert "10 min from “Post b”" in told


def test_those_of_one_series_do_not_get_in_each_others_way() -> None:
    one, next_one = item("a", series="s"), item("b", 10, series="s")
    assert clashes(one, [one, next_one]) == []
    assert clashes(item("a", series="s"), [item("b", 10, series="t")])


def test_no_more_is_told_of_what_gets_in_the_way_than_a_person_reads() -> None:
    assert len(clashes(item("a"), [item(str(n), n) for n in range(1, 20)])) == MOST_CLASHES


def test_room_is_found_ahead_within_what_is_shown_only() -> None:
    day = span_of(View.DAY, NINE.date(), ZONE)
    now = NINE + timedelta(hours=2)
    found = [at for _told, at in gaps([item("a")], (), day, ZONE, now)]
    assert found
    assert all(now < at < day.end for at in found)
    assert gaps([item("a")], (), day, ZONE, NINE + timedelta(days=2)) == []


def test_an_item_is_wanted_by_its_state_and_by_any_of_its_groups() -> None:
    groups = {"Fenmarsh": [FEN], "Traffic": [ROADS]}
    every = Narrowed({PlanState.DRAFT}, groups, ())
    assert every.takes(item("a"))
    assert every.targets() == ()
    traffic = Narrowed({PlanState.DRAFT}, groups, {"Traffic"})
    assert not traffic.takes(item("a"))
    assert traffic.takes(item("a", targets=(FEN, ROADS)))
    assert traffic.targets() == (ROADS,)
    assert not Narrowed({PlanState.SENT}, groups, ()).takes(item("a"))


def test_groups_are_named_with_their_profiles_and_those_of_none_are_left_out() -> None:
    profiles = {
        FEN: Profile(1, "x", "11", "FenPolice", group=2),
        ROADS: Profile(2, "mastodon", "12", "Roads", host="m.test", group=1),
        "x/13": Profile(3, "x", "13", "Nobody"),
    }
    groups = [Group(1, "Traffic"), Group(2, "Fenmarsh"), Group(3, "Empty")]
    assert grouped(groups, profiles) == {"Fenmarsh": [FEN], "Traffic": [ROADS]}
    assert list(grouped(groups, profiles)) == ["Fenmarsh", "Traffic"]
