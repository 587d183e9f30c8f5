"""What somebody should look at before it leaves, in the wordings of haste."""

import pytest

from tests.outbound.checks.saying import said_of


@pytest.mark.parametrize(
    "text",
    [
        "white Transit with a ladder rack and yj09 ort on the back",
        "van, kp 21 xyz i think, seen twice near the school",
        "the moped had DK18 on it, didn't get the rest",
        "Reg: Lima Mike six eight Kilo Victor X-ray",
        "#LM68KVX still outstanding",
    ],
)
def test_a_plate_is_found_in_small_letters_in_part_or_spelt_out(text: str) -> None:
    assert "number_plate" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "txt me o double seven double o nine double o two six three",
        "my mob is 7700 900123 any time",
        "call Jean at home, Tarnbridge 960 412",
        "O77OO 9OO 123 thats with letter o's",
    ],
)
def test_a_number_is_found_that_is_read_out_or_not_whole(text: str) -> None:
    assert "phone" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Everyone asking who we nicked for the cash machine job, it's Liam Droylsden.",
        "Hunt continues for Darren Slate, who we think did the post office",
        "We'd like a word with Shane Moxley about the lead theft.",
        "Our number one suspect? Shane Moxley.",
        "Shane Moxley has been RUI'd over the burglary",
    ],
)
def test_whoever_is_held_or_sought_is_found(text: str) -> None:
    assert said_of(text).keys() & {"named_before_charge", "suspect_named"}


@pytest.mark.parametrize(
    "text",
    [
        "see you at b12 the old road, 3 for 2 on pizza at the van",
        "van blocked the A12 all of monday, m25 too",
        "dashcam 0745-0815 weds please",
        "the code is one two three four, never share your PIN",
        "log 0224 of 15/11, crime no 44110022/26",
        "Meet us at the dot matrix cafe at noon",
        "We'd like a word with Shane Moxley: thank you! He found a lost purse.",
        "We've closed two problem flats by court order. Sgt Mark Osborne led the team.",
    ],
)
def test_hours_roads_and_thanks_are_left_alone(text: str) -> None:
    assert said_of(text) == {}
