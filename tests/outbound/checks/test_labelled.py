"""The figures of the labelled drafts, kept."""

import msgspec
import pytest

from benchmarks.checks import measured
from benchmarks.labelled import ASKS, BLOCKS, CLEAN, LOOKED_AT, UNSEEN, brought, drafts, parts
from controlroom.outbound.checks import rules

LEAST_RECALL = 0.95
MOST_FALSE_ALARMS = 0.03
HARDER = {
    "told_roundabout": (0.8, 0.067),
    "beats_and_schools": (0.95, 0.067),
    "three_more_hands": (0.9, 0.12),
    "contrasts": (0.9, 0.05),
    "beat_and_desk": (0.95, 0.05),
    "appeal_team": (0.95, 0.07),
    "news_copy": (0.95, 0.1),
    "schools_desk": (0.95, 0.1),
    "local_command": (0.95, 0.08),
    "court_desk": (0.95, 0.05),
    "in_the_car": (0.95, 0.06),
}
"""Recall and false alarms of parts of which not every failure is mended."""


SOME, SLACK, LEAST_ASKED = 5, 0.07, 0.5
"""Every how many-th draft the short form judges, and what so few may be worse than all."""


@pytest.mark.parametrize("part", LOOKED_AT)
def test_what_must_not_leave_is_blocked_and_the_rest_left_alone_in_a_part_of_all(part: str) -> None:
    figures = measured(part, SOME)
    recall, false_alarms = HARDER.get(part, (LEAST_RECALL, MOST_FALSE_ALARMS))
    assert figures["recall"] >= recall - SLACK
    assert figures["false_alarms"] <= false_alarms + SLACK
    assert figures["asked"] >= LEAST_ASKED


@pytest.mark.long
@pytest.mark.parametrize("part", LOOKED_AT)
def test_what_must_not_leave_is_blocked_and_the_rest_asked_about_or_left_alone(part: str) -> None:
    figures = measured(part)
    recall, false_alarms = HARDER.get(part, (LEAST_RECALL, MOST_FALSE_ALARMS))
    assert figures["recall"] >= recall
    assert figures["false_alarms"] <= false_alarms
    assert figures["asked"] >= LEAST_RECALL
    assert figures["drafts"] == len(drafts(part))


def test_every_part_that_is_there_is_measured_and_no_draft_stands_in_two() -> None:
    every = [draft for part in parts() for draft in drafts(part)]
    assert set(parts()) == {*LOOKED_AT, *UNSEEN}
    assert len({draft.text for draft in every}) == len(every)
    assert all(draft.is_own for draft in every if draft.expected.startswith((ASKS, BLOCKS)))


def test_the_drafts_are_many_and_half_of_them_clean() -> None:
    every = [draft for part in LOOKED_AT for draft in drafts(part)]
    assert len(every) >= 900
    clean = sum(draft.expected == CLEAN for draft in every)
    assert 0.4 <= clean / len(every) <= 0.55
    named = {one.expected for one in every if not one.expected.startswith((ASKS, BLOCKS))}
    assert named - {CLEAN} <= {note.key for note in rules()}


def test_drafts_of_others_are_brought_in_with_their_lists_and_lines() -> None:
    written = {
        "text": "Orla\nwas\there",
        "expect": "block",
        "rule": "protected_name",
        "protected": ["Orla Fenwick", "Nadège Vautrin"],
        "orders": [],
        "incident": True,
        "note": "",
        "language": "en",
    }
    missing = {"text": "Seen him?", "expect": "pass", "note": "clear missing person appeal"}
    told = brought(msgspec.json.encode([written, missing])).splitlines()
    assert told[1].split("\t") == [
        "block:protected_name",
        "",
        "Orla\\nwas here",
        "Orla Fenwick; Nadège Vautrin",
        "",
        "incident",
    ]
    assert told[2].split("\t") == [CLEAN, "missing", "Seen him?", "", "", "none"]
