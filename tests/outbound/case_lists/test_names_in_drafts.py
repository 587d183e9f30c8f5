"""Listed names as officers write them in haste, and what only looks like one."""

from datetime import date

import pytest

from controlroom.outbound.case_lists import Item, Listed, Matcher, ReadingKey, changed
from controlroom.outbound.checks import ListKind

KEY = ReadingKey(bytes(range(32)))
ID = "0" * 31 + "1"


def _is_found(words: str, text: str, kind: ListKind = ListKind.NAME) -> bool:
    told = changed(Item(ID, kind, words), KEY)
    matcher = Matcher(KEY.match_key(), [Listed(told.item, told.marks)], date(2026, 11, 22))
    return bool(matcher.found(text))


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Cathryn Pritchet", "Katherine Pritchard told the jury what she saw."),
        ("Jacqueline Thorogood", "Jaqueline Thorrowgood has been moved."),
        ("Lyndsey MacAllister", "Thanks Lindsay McAlister for your statement."),
        ("Hannah Brightwell", "Hannah Brihgtwlel is doing well."),
        ("Temitope Balogun", "Temi Balogoon has rung about the attack."),
    ],
)
def test_a_name_is_found_that_was_heard_badly_or_mistyped_twice(listed: str, text: str) -> None:
    assert _is_found(listed, text)


@pytest.mark.parametrize(
    "text",
    [
        "Prosser (Gethin), now moved",
        "Prosser, G., gave evidence for two days",
        "Mr GD Prosser has been told",
        "Gethin and Carys Prosser have been rehoused",
        "gethin p from the garage was in again",
        "Cheers Gethin, and a thank you to the other Prossers.",
    ],
)
def test_a_name_is_found_in_initials_shared_and_apart(text: str) -> None:
    assert _is_found("Gethin Prosser", text)


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Rosalind Thackeray", "Thackery's statement is in"),
        ("Chidiebere Okonkwo", "Chidi O. was so brave in court"),
        ("Maria del Carmen Ruiz", "Carmen Ruiz was with her sister"),
        ("Beatrix Lomax", "the lomax girl is safe"),
        ("Gwenllian ap Rhys", "anytime gwen ap rhys, you did brilliant picking him out"),
        ("Jonathan Vause", "Jonty's not the one who was hurt, he's the one who rang it in."),
    ],
)
def test_a_name_is_found_by_a_half_of_it_where_that_is_told_of_somebody(
    listed: str, text: str
) -> None:
    assert _is_found(listed, text)


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Jarvis Oyelaran", "Jarvis at the bakery gave us the names of all three dealers"),
        ("Temitope Balogun", "Ask Temi next door what she saw, she's the one who rang us"),
        ("Mark Bishop", "Thanks to mark bishop for his statement"),
        ("June Frost", "June told the court that she had been followed."),
    ],
)
def test_a_first_name_or_small_words_mean_somebody_who_told_something(
    listed: str, text: str
) -> None:
    assert _is_found(listed, text)


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Tuesday Blythe", "Last seen on Tuesday evening. Any witnesses to Tuesday's crash?"),
        ("April Munro", "Burglary in April this year? We arrested a man on 3 June."),
        ("Hilda Rowntree", "Lead thieves at St Hilda's churchyard. No one was hurt."),
        ("Nelson Achebe", "The Lord Nelson on Quay Road was burgled."),
        ("Nelson Achebe", "Nelson's Column in the park was hit; witnesses call 101."),
        ("Nelson Achebe", "A man from Nelson, Lancashire, was arrested."),
        ("Brooke Cross-Daly", "A collision at Brook Cross, two taken to hospital."),
        ("Heather Cross", "Heath Cross roundabout is blocked. Victims are in hospital."),
        ("Tyrese Cable", "Check lights, breakaway cable, tyres."),
        ("Mark Bishop", "Bishop Street, mark 2: the man hurt on Friday is recovering."),
        ("Gethin Prosser", "Gethin Hale, our volunteer, met Cllr Prosser at the fair."),
        ("Lily Marsh", "Lily Marsh wetlands: two hurt in a kayak accident"),
        ("Priti Solanki", "Priti from the chemist is running our bike stall."),
        ("Beatrix Lomax", "Lomax & Sons skip fire out. No injuries."),
        ("Marta Kowalczyk", "Marta's Cafe had its till stolen. Witnesses call 101."),
        ("Jo Lattimer", "Josephine's on Market Row called us; a man has been arrested."),
        ("Rose Fielding", "Two bikes stolen from outside Rosie's Tearoom."),
        ("Stephanie Gull", "The path is shut to Gull Steps; two are in hospital."),
        ("Colleen Stroud", "Colin Strood, 49, will appear before magistrates."),
        ("Neve Dorman", "Ward surgery with PCSO Niamh Doran, Sat 10-12."),
        ("Candice Card", "She bought a birthday card, aged 40, and a cake knife."),
        ("Jane Hector", "Our horses Hector and Lady Jane will be on the seafront."),
    ],
)
def test_days_saints_pubs_places_and_other_people_are_left_alone(listed: str, text: str) -> None:
    assert not _is_found(listed, text)
