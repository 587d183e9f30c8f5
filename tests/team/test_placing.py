"""What the record is told of groups and profiles."""

from controlroom.model.journal_kinds import GroupPlaced, ProfilePlaced
from controlroom.model.profile import Group, Profile
from controlroom.team.placing import placements
from tests.team.record import CHIEF, Record

GROUPS = [Group(7, "Fenmarsh", 9), Group(9, "Boroughs")]
PROFILES = [Profile(3, "x", "97", "FenPolice", group=7), Profile(4, "bluesky", "did:a", "fen")]


def test_a_new_record_is_told_everything_with_the_upper_groups_first() -> None:
    record = Record()
    told = placements(record.fold.state, GROUPS, PROFILES, 10)
    assert told == [
        GroupPlaced("Boroughs", ""),
        GroupPlaced("Fenmarsh", "Boroughs"),
        ProfilePlaced("x//97", "Fenmarsh", 10),
        ProfilePlaced("bluesky//did:a", "", 10),
    ]
    assert record.says(CHIEF, *told) == []
    assert placements(record.fold.state, GROUPS, PROFILES, 10) == []


def test_a_profile_that_moved_keeps_its_places() -> None:
    record = Record()
    record.says(CHIEF, *placements(record.fold.state, GROUPS, PROFILES, 3))
    moved = [Profile(3, "x", "97", "FenPolice", group=9)]
    told = placements(record.fold.state, GROUPS, moved, 10)
    assert told == [ProfilePlaced("x//97", "Boroughs", 3)]


def test_what_only_another_desk_knows_is_left_alone() -> None:
    record = Record()
    record.says(CHIEF, *placements(record.fold.state, GROUPS, PROFILES, 3))
    assert placements(record.fold.state, [], [], 3) == []


def test_groups_that_stand_in_each_other_are_told_all_the_same() -> None:
    circle = [Group(1, "A", 2), Group(2, "B", 1)]
    told = placements(Record().fold.state, circle, [], 3)
    assert {one.group for one in told if isinstance(one, GroupPlaced)} == {"A", "B"}
