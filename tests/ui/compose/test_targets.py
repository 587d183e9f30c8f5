"""The tree of profiles, and what a press on a box chooses."""

from controlroom.model.profile import Group, Profile
from controlroom.ui.compose.targets import Target, Tick, Tree, per_network, turned

GROUPS = (Group(1, "Boroughs"), Group(2, "Fenmarsh", 1), Group(3, "Traffic"))


def target(key: str, group: int, why: str = "", *, offered: bool = True) -> Target:
    network, _, number = key.partition("//")
    return Target(key, Profile(0, network, number, f"h{number}", group=group), why, why, offered)


def tree() -> Tree:
    return Tree(
        GROUPS,
        [
            target("x//1", 2),
            target("x//2", 2),
            target("bluesky//3", 3, "expired"),
            target("mastodon//4", 3),
            target("x//5", 3, offered=False),
            target("x//6", 0),
        ],
    )


def test_a_group_stands_in_its_group_and_closed_groups_hide_what_is_in_them() -> None:
    rows = tree().rows(frozenset(), frozenset())
    assert [(one.name, one.depth) for one in rows] == [("Boroughs", 0), ("Traffic", 0), ("@h6", 0)]
    rows = tree().rows(frozenset(), frozenset({"group/1", "group/2"}))
    names = [(one.name, one.depth) for one in rows]
    assert names[:4] == [("Boroughs", 0), ("Fenmarsh", 1), ("@h1", 2), ("@h2", 2)]


def test_a_box_has_three_states() -> None:
    opened = frozenset({"group/1"})
    some = tree().rows(frozenset({"x//1"}), opened)
    assert [one.tick for one in some[:2]] == [Tick.SOME, Tick.SOME]
    every = tree().rows(frozenset({"x//1", "x//2"}), opened)
    assert [one.tick for one in every[:2]] == [Tick.ALL, Tick.ALL]
    assert (every[0].chosen, every[0].total) == (2, 2)


def test_a_press_on_a_group_chooses_whoever_can_be_chosen_and_another_lets_go() -> None:
    chosen = turned(tree(), "group/3", ("x//1",))
    assert chosen == ("x//1", "mastodon//4")
    assert turned(tree(), "group/3", chosen) == ("x//1",)


def test_what_cannot_publish_is_not_chosen_but_can_be_let_go() -> None:
    assert turned(tree(), "bluesky//3", ()) == ()
    assert turned(tree(), "bluesky//3", ("bluesky//3",)) == ()


def test_a_search_opens_every_group_and_finds_by_group_too() -> None:
    names = [one.name for one in tree().rows(frozenset(), frozenset(), "fen")]
    assert names == ["Boroughs", "Fenmarsh", "@h1", "@h2"]
    assert [one.name for one in tree().rows(frozenset(), frozenset(), "h4")] == ["Traffic", "@h4"]


def test_who_has_no_right_sees_no_row_but_is_counted() -> None:
    assert tree().hidden == 1
    assert "x//5" not in tree().by_key


def test_groups_that_stand_in_each_other_do_no_harm() -> None:
    ring = (Group(1, "A", 2), Group(2, "B", 1))
    assert Tree(ring, [target("x//1", 1)]).rows(frozenset(), frozenset()) == []


def test_targets_are_counted_by_network() -> None:
    assert per_network(["x//1", "bluesky//2", "x//3"]) == {"x": 2, "bluesky": 1}
