"""What the words of a draft weigh."""

from pathlib import Path

import pytest

from controlroom.model.errors import OurError
from controlroom.outbound.checks import weighing
from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.traits import traits_in
from controlroom.outbound.checks.weighing import weigh, weights

TOLD = "She was raped in her flat and her neighbours know who she is."
CLEAN = "Roadworks begin on Monday, so allow ten more minutes."


def _weight(text: str, kind: str = "") -> float:
    return weigh(tuple(traits for _, _, traits in traits_in(folded(text), frozenset())), kind)


def test_what_gives_somebody_away_weighs_more_than_what_does_not() -> None:
    assert _weight(TOLD) > 0 > _weight(CLEAN)


def test_a_draft_of_unknown_words_weighs_next_to_nothing() -> None:
    assert _weight("Qwxzy") == pytest.approx(weights().start, abs=0.1)


def test_an_appeal_for_somebody_missing_may_say_more() -> None:
    assert _weight(TOLD, "missing") < _weight(TOLD)


def test_weights_that_cannot_be_read_are_one_clear_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "weights.json"
    damaged.write_text('{"fitted": "2026-11-23", "drafts": "many"}')
    monkeypatch.setattr(weighing, "bundled", lambda *_: damaged)
    with pytest.raises(OurError, match=r"weights\.json"):
        weighing.weights.__wrapped__()
