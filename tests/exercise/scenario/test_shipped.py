"""The force and the three scenarios that come with the program hold what they promise."""

from collections import Counter

import pytest

from controlroom.exercise.scenario import load, path_of
from controlroom.exercise.scenario.plan import Scenario


@pytest.fixture(scope="module")
def m97() -> Scenario:
    return load(path_of("m97-closed"))


def test_the_force_has_264_profiles_on_five_networks(m97: Scenario) -> None:
    networks = Counter(one.network for one in m97.force.profiles)
    assert networks.total() == 264
    assert set(networks) == {"x", "facebook", "mastodon", "bluesky", "youtube"}
    boroughs = [group.name for group in m97.force.groups if group.parent == "Boroughs"]
    assert len(boroughs) == 7
    assert len({one.handle for one in m97.force.profiles if one.name.split()[0] in _RANKS}) >= 96
    assert len(m97.force.neighbours) == 10


_RANKS = ("PC", "PCSO", "Sgt", "Insp", "DC")


def rate(scenario: Scenario, minutes: float) -> float:
    """Posts a second of everybody, rumours left aside."""
    return sum(one.curve.at(minutes * 60) for one in scenario.themes if not one.after)


def test_the_motorway_surges_to_fifty_and_for_two_minutes_to_two_thousand(m97: Scenario) -> None:
    assert rate(m97, -60) < 2
    assert rate(m97, 0.5) < 3
    assert 47 < rate(m97, 25) < 56
    for minute in (40.2, 41, 42):
        assert 1950 < rate(m97, minute) < 2060
    assert rate(m97, 43) < 75


def test_the_appeal_goes_to_58_profiles_and_25_tips_name_one_man() -> None:
    scenario = load(path_of("route-61-appeal"))
    injects = {one.id: one for one in scenario.injects}
    appeal = injects["appeal"].ours
    assert appeal is not None
    assert len(scenario.force.chosen(appeal)) == 58
    assert (injects["named"].crowd, injects["named"].networks) == (13, ("facebook",))
    assert injects["named-privately"].crowd == 12
    seconds = range(600, 4200)
    themes = [one for one in scenario.themes if "appeal" in one.replies_to or one.name == "answers"]
    comments = sum(one.curve.at(at) for one in themes for at in seconds)
    assert 950 < comments < 1100


def test_everybody_who_answers_for_a_profile_is_an_officer(m97: Scenario) -> None:
    officers = m97.force.everybody()
    numbers = [one.number for one in officers]
    assert len(set(numbers)) == len(numbers) > 150
    assert {one.owner for one in m97.force.profiles if one.owner} <= set(numbers)
    assert sum(one.at_desk for one in officers) == 1
    assert all(one.roles and one.name for one in officers)
