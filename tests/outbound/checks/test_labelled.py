"""The figures of the labelled drafts, kept."""

import pytest

from benchmarks.checks import CLEAN, PARTS, drafts, measured
from controlroom.outbound.checks import rules

LEAST_RECALL = 0.95
MOST_FALSE_ALARMS = 0.05


@pytest.mark.parametrize("part", PARTS)
def test_what_must_not_leave_is_blocked_and_what_may_is_left_alone(part: str) -> None:
    figures = measured(part)
    assert figures["recall"] >= LEAST_RECALL
    assert figures["false_alarms"] <= MOST_FALSE_ALARMS


def test_the_drafts_are_many_and_half_of_them_clean() -> None:
    every = [draft for part in PARTS for draft in drafts(part)]
    assert len(every) >= 400
    assert len({draft.text for draft in every}) == len(every)
    clean = sum(draft.expected == CLEAN for draft in every)
    assert 0.45 <= clean / len(every) <= 0.55
    assert {draft.expected for draft in every} - {CLEAN} <= {note.key for note in rules()}
