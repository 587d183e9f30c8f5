"""What an order forbids: names in it, schools by half their name, and facts by what they are."""

from datetime import date

import pytest

from controlroom.outbound.case_lists import Item, Listed, Matcher, ReadingKey, changed
from controlroom.outbound.case_lists.orders import Topic, told, topics
from controlroom.outbound.checks import ListKind

KEY = ReadingKey(bytes(range(32)))
KIN = "Nothing may be reported of the family relationship between the defendant and the deceased"
AGAIN = "R v Sallow, s.4(2): no reporting of the second trial"
RECORD = "Previous convictions of the defendant in R v Dane not to be published until verdict"
WORK = "The occupation of the defendant may not be reported (s.11)"
HEALTH = "No reference to the psychiatric history of the accused"
TERMS = "Terms of settlement in Re Q, and the sum paid, not to be published"
WITNESS = "Anonymity of Witness C (Dilys Penrose)"


def _is_found(words: str, text: str) -> bool:
    told = changed(Item("0" * 31 + "1", ListKind.ORDER, words), KEY)
    matcher = Matcher(KEY.match_key(), [Listed(told.item, told.marks)], date(2026, 11, 22))
    return bool(matcher.found(text))


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (KIN, "The trial of the defendant, who is the dead man's stepson, opens today."),
        (KIN, "The accused and the dead woman were brother and sister, the court was told."),
        (KIN, "He is charged with the manslaughter of his uncle."),
        (AGAIN, "Once this trial is over he faces a further trial."),
        (AGAIN, "Fraud trial: you'll remember that the first jury couldn't agree."),
        (RECORD, "He's on trial for robbery and has form for it."),
        (WORK, "The defendant, who is a teacher, will be in court on Friday."),
        (TERMS, "The case is settled out of court. We hear that it cost them £80,000."),
        (TERMS, "The hearing is off: a payout was agreed in the corridor."),
        (HEALTH, "The accused has been diagnosed with schizophrenia, the trial heard."),
    ],
)
def test_a_fact_is_found_that_an_order_forbids(order: str, text: str) -> None:
    assert _is_found(order, text)


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.key)
def test_whatever_an_order_is_about_a_draft_that_speaks_of_a_court_is_read(topic: Topic) -> None:
    assert list(told("The trial opens on Monday in court 1.", topic)) == []


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (KIN, "Day 2 of the trial. A man of 47 denies murder. Her family were in court."),
        (KIN, "A brother and sister thanked our dog unit for finding their lost cat."),
        (AGAIN, "Jury out in the trial. We'll update you when there's news."),
        (RECORD, "The trial of Dane begins on Monday at Kingsmere Crown Court."),
        (WORK, "Career evening at Oldmere College: come and work with us."),
        (HEALTH, "The accused will stand trial in May. Mental health support: call 111."),
        (WITNESS, "Witness C gave evidence today from behind a screen."),
    ],
)
def test_other_news_of_a_case_is_left_alone(order: str, text: str) -> None:
    assert not _is_found(order, text)


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (WITNESS, "Witness C is Mrs Penrose from the post office"),
        ("identity of the youth Milo Quennell", "he's the younger Quennell boy"),
        ("s.45 order: identity of Rory Callister, 15", "Rory Calister was sentenced today"),
        ("Family court order: the Garroway children not to be named", "the three Garroway girls"),
        ("St Osyth's Primary School, Farrow: not to be named", "a teacher at St Osyth's"),
        ("Greystoke Manor School not to be identified", "Greystoke Manor's boarders were told"),
        ("Ashgrove Academy", "Ashgrove's caretaker was jailed today"),
        ("Castle Hill School", "At Castle Hill this morning the Year 6s met our horses."),
        ("Harbour Lane Nursery", "The nursery on Harbour Lane has been visited"),
        ("Tarn View School", "TVS pupils and staff were told today"),
        ("Sparrow Court", "Fire at Sparrow Ct, all out safe"),
    ],
)
def test_whoever_or_whatever_an_order_names_is_found_by_half_of_it(order: str, text: str) -> None:
    assert _is_found(order, text)


@pytest.mark.parametrize(
    ("order", "text"),
    [
        ("Rhys Calloway (s.11 order, Tarnbridge Crown Court)", "Tarnbridge Crown Court is shut."),
        ("The Beeches", "The beeches in the park are lovely this year."),
        ("Harbour Lane Nursery", "Harbour Lane is closed. The garden nursery is open."),
        ("Castle Hill School", "Castle Hill is closed to traffic for the fair."),
        ("Sparrow Court", "Sparrow nests were found in the court yard."),
    ],
)
def test_courts_trees_and_roads_called_so_are_left_alone(order: str, text: str) -> None:
    assert not _is_found(order, text)


TOWN = "Defendant's home town (Fenmarsh) not to be reported"
CARE_HOME = "The care home (Larchmount House) must not be identified"


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (TOWN, "Sentenced today: the Fenmarsh man who ran the scam."),
        (TOWN, "They have settled well over in Fenmarsh, thank you for asking."),
        (CARE_HOME, "The manager was jailed. We know Larchmount has had a hard year."),
        ("Tarn Rovers FC: not to be named", "The lads sentenced all played for Tarn Rovers."),
        ("R v Oakes: no report of the October trial", "All three go on trial again in October."),
    ],
)
def test_a_place_is_found_by_which_an_order_says_where(order: str, text: str) -> None:
    assert _is_found(order, text)


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (TOWN, "Fenmarsh High Street is closed for the market."),
        (TOWN, "He will appear before Fenmarsh magistrates on Monday."),
        (TOWN, "The court order means we can't say where he lives."),
    ],
)
def test_the_same_place_in_other_drafts_is_left_alone(order: str, text: str) -> None:
    assert not _is_found(order, text)
