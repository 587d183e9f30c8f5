"""Victims of crimes that give them anonymity, told by what only they are."""

import pytest

from tests.outbound.checks.saying import said_of


@pytest.mark.parametrize(
    "text",
    [
        "A young woman was sexually assaulted in the lane. She is the curate's elder daughter.",
        "The rape was reported by the only female porter at the fish market.",
        "It was the girl who does the Saturday job in Tulley's bakery who was raped.",
        "The landlady of the Swan at Farrow was raped after closing up.",
        "Colin Peabody, 50, was jailed for rape. She was his stepdaughter, and was brave.",
        "The landlord of the Swan has been arrested for assaulting and controlling his wife.",
        "The Moldovan lad with the bad leg was freed from modern slavery on Friday.",
    ],
)
def test_whoever_can_be_guessed_from_trade_kin_or_place_is_not_told(text: str) -> None:
    assert "victim_named" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "A woman was sexually assaulted near the station. Ring 101 if you saw anything.",
        "Our domestic abuse team is at the library on Friday. PC Fenn will be there.",
        "The only specialist rape team in the county has two new detectives.",
        "Teachers at Tarn Academy raised money for a charity against domestic abuse.",
    ],
)
def test_what_points_to_nobody_is_left_alone(text: str) -> None:
    assert "victim_named" not in said_of(text)
