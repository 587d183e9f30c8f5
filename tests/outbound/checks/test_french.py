"""A force that speaks French is protected by the same rules."""

import pytest

from benchmarks.checks import CLEAN, Draft, drafts, surroundings
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.checks import check

ABOUT = surroundings()
DRAFTS = [draft for part in ("french", "french_afterwards") for draft in drafts(part)]
COVERED = {
    "court_order",
    "email",
    "guilt_before_verdict",
    "home_address",
    "minor_named",
    "named_before_charge",
    "number_plate",
    "phone",
    "suspect_named",
    "victim_named",
    "victim_postcode",
}


def said(text: str, kind: str = "") -> dict[str, str]:
    content = Content(Act.POST, ("x/none",), (Piece(text),), kind=kind)
    return {one.rule: one.words for one in check(content, ABOUT)}


@pytest.mark.parametrize("draft", [one for one in DRAFTS if one.expected != CLEAN])
def test_what_must_not_leave_is_found(draft: Draft) -> None:
    assert draft.expected in said(draft.text, draft.kind)


@pytest.mark.parametrize("draft", [one for one in DRAFTS if one.expected == CLEAN])
def test_what_may_leave_is_left_alone(draft: Draft) -> None:
    assert said(draft.text, draft.kind) == {}


def test_every_rule_about_words_has_french_drafts_and_half_are_clean() -> None:
    assert {one.expected for one in DRAFTS} - {CLEAN} == COVERED
    clean = sum(one.expected == CLEAN for one in DRAFTS)
    assert len(DRAFTS) >= 100
    assert 0.45 <= clean / len(DRAFTS) <= 0.55


def test_where_somebody_lives_is_cut_to_the_departement() -> None:
    text = "La victime demeure à Brumeval (59187), lieu-dit Les Trois Chênes."
    content = Content(Act.POST, ("x/none",), (Piece(text),))
    (found,) = check(content, ABOUT)
    assert (found.rule, found.words) == ("victim_postcode", "59187")
    assert found.repair is not None
    assert found.repair.text == "59"


@pytest.mark.parametrize(
    "text",
    [
        "Composez le 17, le 15, le 18 ou le 112 ; par SMS, le 114.",
        "Violences Femmes Info : 3919. Enfance en danger : 119. Harcèlement : 3018.",
        "Alerte enlèvement : ne tentez rien seul, appelez le 197 ou le 17.",
    ],
)
def test_public_numbers_are_left_alone(text: str) -> None:
    assert "phone" not in said(text)


@pytest.mark.parametrize(
    "mark", ["AB-123-CD", "AB 123 CD", "AB123CD", "4821 WR 59", "12 ABC 2A", "987-BCD-974"]
)
def test_plates_of_both_systems_are_found(mark: str) -> None:
    assert said(f"La voiture grise, plaque {mark}, roulait vite.")["number_plate"] == mark
