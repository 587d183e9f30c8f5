"""The phrase books that come with the program: every section can be said, in every language."""

import re
from collections.abc import Iterator

import pytest

from controlroom.exercise.scenario import Scenario, load, names, path_of
from controlroom.exercise.talk.chance import Dice, mix
from controlroom.exercise.talk.habits import worn
from controlroom.exercise.talk.speech import Speech

SPOKEN = {"US": "@us", "THEM": "Jo", "CLOCK": "17:00"}
LANGUAGES = {"en", "pl", "ur", "pa", "ar", "fr", "ro"}


@pytest.fixture(scope="module", params=names())
def scenario(request: pytest.FixtureRequest) -> Scenario:
    scenario = load(path_of(request.param))
    assert set(scenario.library.books) == LANGUAGES
    assert {one for one, _ in scenario.languages} == LANGUAGES
    return scenario


@pytest.fixture
def speech(scenario: Scenario) -> Speech:
    return Speech(scenario.library, scenario.facts)


def said(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Every section a theme says, in every language that has it."""
    sections = {section for theme in scenario.themes for section, _ in theme.says}
    for language, book in scenario.library.books.items():
        yield from ((section, language) for section in sections & book.sections.keys())


def test_every_section_can_be_said_without_a_brace_left(scenario: Scenario, speech: Speech) -> None:
    assert len(list(said(scenario))) > 25
    for section, language in said(scenario):
        for grain in range(40):
            topic = speech.topic(grain, SPOKEN)
            text = speech.rule(section, language)(Dice(mix(grain)), topic)
            assert text.strip(), (section, language)
            assert not re.search(r"[{}|]", text), (section, language, text)
            assert len(text) < 400


def test_names_are_of_letters_and_handles_fit_everywhere(speech: Speech) -> None:
    for language in sorted(LANGUAGES):
        for grain in range(200):
            name, handle = speech.named(language, Dice(mix(grain)))
            assert name.strip()
            assert re.fullmatch(r"[a-z0-9_]{2,15}", handle), handle


def test_the_same_thing_is_said_in_many_ways() -> None:
    scenario = load(path_of("m97-closed"))
    speech = Speech(scenario.library, scenario.facts)
    say = speech.rule("fire_question", "en")
    heard = {say(Dice(mix(grain)), speech.topic(grain, SPOKEN)) for grain in range(2000)}
    assert len(heard) > 500


def test_people_keep_their_habits_and_addresses_stay_whole() -> None:
    text = "Is the smoke dangerous, @WestmarchRoads? https://westmarch.example/Help you"
    for person in range(300):
        for grain in range(3):
            written = worn(text, person, Dice(mix(grain)), english=True)
            assert "@WestmarchRoads" in written
            assert "https://westmarch.example/Help" in written
            assert written == worn(text, person, Dice(mix(grain)), english=True)
    ways = {worn(text, person, Dice(1), english=True) for person in range(3000)}
    assert len(ways) > 10
