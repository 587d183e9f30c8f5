"""How persons, ages, roads and homes stand together in a draft: other words than anybody's set."""

import pytest

from controlroom.model.outgoing.checked import Verdict
from controlroom.outbound.checks.rulebook import expression, ties
from tests.outbound.checks.saying import said_of


@pytest.mark.parametrize("name", ["Dev Patel-Hughes", "Oluwadarasimi", "Zuri", "Brannok Tellis"])
@pytest.mark.parametrize(
    "text",
    [
        "{}, aged just 9, was followed from the bus stop.",
        "We met {} (14) after the attack.",
        "{} 15yrs from Thornmere was hurt.",
        "A boy was hurt at Farrow. His name is {} and he is being treated.",
        "The 11yo victim, {}, saw it all.",
        "The little boy who was bitten, {}, needed stitches.",
        "the boy who broke your window was {}.",
    ],
)
def test_a_child_in_a_case_is_not_named(text: str, name: str) -> None:
    assert "minor_named" in said_of(text.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "our Jayden was attacked and hasn't come home, he's only thirteen",
        "Quick reply: your nephew Idris turned 16 in May so he was interviewed.",
        "Oluwaseun Bankole (Yr 8) was robbed of his phone.",
        "Mr Dhillon, we spoke to Arjun's tutor about the knife. He is in year 8.",
        "Two kids hurt in the crash: Maya and her brother Ishaan, ages 6 and 9.",
        "Tilly's mum says she was hurt. Tilly's 7.",
        "Callum Ferris, a pupil at Oldmere High, has been charged with affray.",
        "Three pupils were hurt. Two went home. The third, Beatrix Ngata, is in hospital.",
        "So glad Isla is home after the attack. 11 is a very scary age to be lost.",
        "The lad on the roof was brought down safely. His mates call him Denny.",
        "Officers broke a car window to get a toddler out. Rafi's okay now.",
        "Our thoughts are with Aisha, the little girl killed in Friday's crash.",
        "Yes it was Amira who was grabbed at the stop, the one in Year 7.",
        "Youth nicked on an e-scooter. Name of Brody, and at thirteen years old too.",
    ],
)
def test_a_child_is_found_whose_age_stands_elsewhere(text: str) -> None:
    assert "minor_named" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "PC Ellie Marsh told a 14-year-old boy who was hurt to wait.",
        "Dean Rowley, 41, attacked a 14-year-old boy and was jailed for 12 years.",
        "Well done to Jack, aged 8, whose poster won our competition.",
        "Bailey, Rosie and Max are our newest police horses. Bailey is 7, Max is 12.",
        "Two 12-year-old girls reported a man near the swings at Jubilee Park.",
        "Mia, our youngest recruit at 18, starts on Monday.",
        "Hi Carol, two boys were hurt in the crash and both are home again.",
    ],
)
def test_others_are_named(text: str) -> None:
    assert said_of(text) == {}


@pytest.mark.parametrize("road", ["Laburnum Grove", "Mill Ln", "Chandler's Way", "Lime Gr"])
@pytest.mark.parametrize(
    "text",
    [
        "A warrant was executed at 17 {} this morning.",
        "Burglary on {}, number 14. The family were asleep.",
        "We went to {} (no. 9) after a report of shouting.",
        "Raid this morning on {}. 41 if you're wondering which one.",
        "He was seen going into his mum's at forty-one {} tonight",
        "Ivy Cottage on {} was broken into.",
        "Officers from Brackenford police station were called to 14 {} after a row.",
        "Were you on {} last night, near no. 22? Please ring.",
        "{} warrant? That was no. 9, and the tenant is in custody.",
        "We have had six calls about the music at no 63 {} already.",
        "Please stop leaving flowers outside {}, 56. The gentleman is not related.",
        "The old chap who was scammed is at Tanglewood, {} if you can drop it off.",
    ],
)
def test_a_home_is_found_in_any_order(text: str, road: str) -> None:
    assert "home_address" in said_of(text.format(road))


@pytest.mark.parametrize(
    "text",
    [
        "A man was assaulted outside the Red Lion, 6 Market Square.",
        "Police were called to Tesco Express, 14 High Street, after a theft.",
        "Fight outside Zubin's Kitchen, 88 Saltmarsh Street, one arrest.",
        "2 Park Lane burglaries in one week is 2 too many.",
        "Drop-in at the Polish Club, 40 Mill Road, about burglary.",
        "Search teams are in Elm Close. Log number 41 refers.",
        "Our front counter has moved! Find us at 22 Corporation Street, weekdays from nine.",
        "The number 9 bus will not stop in Elm Close until Friday.",
    ],
)
def test_where_the_public_goes_is_no_home(text: str) -> None:
    assert said_of(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "jury out. guilty as hell if you ask me",
        "A man has been charged. The driver told officers he was racing.",
        "Jurors have not been told that he was already banned from the road.",
        "Trial starts tomorrow for the drug dealer who flooded Stannick.",
        "Her DNA was all over the weapon. Trial begins on the 9th.",
        "Awaiting trial: Jay Moon. He's a dealer, always has been.",
        "Fingers crossed they send him down. Jury are out.",
        "He has been charged and between you and me it was definitely him.",
        "Dowd will stand trial in March. 'Fair cop, I did it,' he told PC Anand.",
        "The brothers are in the dock on Monday. These evil men enslaved eleven people.",
        "He told my colleague it was him driving, he's only pleading not guilty to annoy us.",
    ],
)
def test_no_verdict_is_told_before_the_court_has_one(text: str) -> None:
    assert said_of(text).get("guilt_before_verdict") is Verdict.BLOCKS


@pytest.mark.parametrize(
    "text",
    [
        "He denies two counts of assault and will stand trial in September.",
        "A jury has found Simon Vickers, 38, guilty of murder.",
        "Guilty plea. On the first day of his trial he admitted fraud.",
        "A serial burglar who targeted pensioners has been jailed for seven years.",
        "What does charged mean? It does not mean guilty.",
        "A jury has today convicted Sandra Hollis, 50, who had done the same before.",
        "We chased a man through Farrow. He's since been charged w/ 3 offences.",
    ],
)
def test_a_trial_and_its_outcome_are_told(text: str) -> None:
    assert said_of(text) == {}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The victim, who we can now name as Peter Osgathorpe, is well.", "victim_named"),
        ("The complaint about your van was made by a Miss Anneliese Crewe.", "victim_named"),
        ("it was Bernadette from the launderette that told us", "victim_named"),
        ("A man named locally as Dean Rudkin is in custody. No charge yet.", "named_before_charge"),
        ("Can confirm the man helping us with enquiries is Philip Astley", "named_before_charge"),
        ("we have got Wayne Sibley in for that job", "named_before_charge"),
        ("Suspected of arson: Joe Marlowe of Pellbrook.", "suspect_named"),
        ("Shed break on Fennel Drive (WM11 5AY); one at the cricket club.", "victim_postcode"),
    ],
)
def test_who_is_meant_in_a_case_is_not_told(text: str, rule: str) -> None:
    assert rule in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The family of Ravi Chohan, who died, agreed that we share his photo.",
        "Lorenzo Kettleby, 28, of Saxon Way, has been charged with robbery.",
        "A 29-year-old man is in custody. He has not been charged.",
    ],
)
def test_who_may_be_named_is(text: str) -> None:
    assert said_of(text) == {}


def test_every_tie_can_be_read_and_finds_something_of_its_own() -> None:
    assert len({tie.find for tie in ties()}) == len(ties()) > 0
    for tie in ties():
        asked = (tie.find, tie.needs, tie.near, tie.unless, tie.near_draft, tie.unless_draft)
        for one in asked:
            assert expression(one).search("") is None or not one


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("guilt_before_verdict", "Trial, day four. What jurors can't be told is that he did it."),
        ("guilt_before_verdict", "He is charged with arson and accepted that it was his fault."),
        ("guilt_before_verdict", "Charged with theft. He only came out of prison in the spring."),
        ("guilt_before_verdict", "The jury is out. Hoping for a guilty verdict against Sorrell."),
        ("guilt_before_verdict", "Two days now. One juror is holding out from what I hear."),
        ("guilt_before_verdict", "The trial goes on. The jury have been looking a bit lost."),
        ("victim_named", "The key witness, barmaid Fiona Kelso, saw the glass thrown."),
        ("victim_named", "The allegation was made by his former secretary, Ms Ada Nwosu."),
        ("victim_postcode", "Forensic officers remain at the family home in Farrow, WM18 7KY."),
        ("victim_postcode", "Residents within 100 metres of WM14 9LB should go to the rugby club."),
        ("victim_postcode", "Officers from Marlcross police station attended WM3 2HX last night."),
        ("victim_postcode", "Stolen from the hospital: a Golf belonging to a nurse from WM3 2HX."),
        ("victim_postcode", "The station is closed, so we will drop it at WM3 2HX."),
        ("minor_named", "Little girl bitten by a dog. Poppy-Mae is being treated."),
        ("minor_named", "The bricks were down to Harry Toll, still at primary school."),
        ("home_address", "Two held after a raid on a house, 14 Old Ropewalk, Farrow."),
        ("home_address", "He is staying with his nan, Harbour View 3, top floor."),
        ("court_order", "The judge ruled that he can't be named. It's DC Harlan Moyes."),
        ("suspect_named", "The bogus carer may be Ann Farr. She hasn't been arrested or charged."),
    ],
)
def test_a_roundabout_way_is_found_too(rule: str, text: str) -> None:
    assert rule in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The jury has retired. We will not comment until it returns its verdict.",
        "The jury was sent home at 4.15pm in the murder trial and will be back on Monday.",
        "A man was charged with murder. We ask you not to speculate about what he did.",
        "Rest centre open at Farrow Village Hall, WM14 9LB, for those who left home.",
        "Domestic abuse drop-in at the children's centre in WM3 2HX every Monday.",
        "The inquest on the man is at the coroner's court, WM3 2HX.",
        "Bikes marked at Oldmere Juniors, 40 Cloister Road, from three.",
        "A teenager was hurt on Saturday. Superintendent Grace Obi is leading the inquiry.",
    ],
)
def test_what_only_looks_like_it_passes(text: str) -> None:
    assert not said_of(text)
