"""The figures of a debrief, in the languages of the desk."""

import pytest

from controlroom.exercise.debrief.words import grouped, speaker


@pytest.mark.parametrize(
    ("language", "told"), [("en", "46,144"), ("fr", "46\u202f144"), ("pl", "46,144")]
)
def test_a_large_number_is_written_as_its_language_writes_it(language: str, told: str) -> None:
    assert grouped(46_144, speaker(language)) == told
