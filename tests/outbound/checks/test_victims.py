"""How it is told who suffered, saw or told something."""

import pytest

from tests.outbound.checks.saying import said_of


@pytest.mark.parametrize(
    "text",
    [
        "The info on the stolen quads was from Barry Tunnicliffe at the garage, keep that quiet",
        "We got the nod about the dealing from Shirley Upton on the second floor.",
        "Intel re the chop shop was courtesy of Marek Nowicki, don't let on.",
        "We only knew about the knives thanks to Yusuf Demir, who works there.",
        "If Colin Peabody hadn't rung us about the fumes we'd never have found the lab.",
        "Two burglars are in custody. Thank you Harbinder Gill for your call and the clip.",
        "source for the drugs warrant = Patrick Noone, flat 2",
    ],
)
def test_whoever_gave_information_is_not_named(text: str) -> None:
    assert "victim_named" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "IP Gemma Stockdale states unk male took her bag outside the bank",
        "occ 4471: vic = Tomasz Zielinski, punched outside pub",
        "Wits: Anne Garside and Phil Garside, both saw the van reverse",
        "the i.p. (Gemma Stockdale) has declined to support",
        "Aggrieved is Ronnie Fairweather. CCTV being burned off to disc.",
    ],
)
def test_a_role_may_be_written_short_as_in_a_note(text: str) -> None:
    assert "victim_named" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Maureen Eccles had £4,000 taken by bogus roofers yesterday.",
        "Our hearts go out to Devon Marsh who was glassed in the Crown on Saturday.",
        "Get well soon Devon Marsh, stabbed on Saturday night outside the Crown.",
        "Wishing Edna Colley a speedy recovery after she was mugged at the bus stop.",
        "We've spoken to Edna Colley, whose bag was snatched at the bus stop.",
        "The woman pulled from the river has died. She was Lucia Ferrante from Dunmarsh.",
        "The man found dead at the flat is believed to be Gordon Pyle.",
        "Amy Latchford has withdrawn her complaint so we're not taking it further.",
        "It was Derek Moon's dashcam that caught the hit and run driver.",
    ],
)
def test_whoever_suffered_or_speaks_for_the_prosecution_is_not_named(text: str) -> None:
    assert "victim_named" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "A 44-year-old man has been jailed for stalking Abena Mensah for two years.",
        "He must not contact Abena Mensah for ten years under the restraining order.",
        "Abena Mensah's attacker was jailed today for four years",
        "It was Tamsin Orde's bag that was taken, she asked us not to say so",
        "Tamsin Orde described how she was grabbed from behind near the canal",
        "Tamsin Orde, who lives alone, woke to find the burglar at the foot of her bed",
        "Bus driver Lou Peters suffered facial injuries when a brick was thrown.",
        "Gerald Fane was walking home when three youths knocked him down and took his watch.",
        "That's what Bogdan Ionescu told us after a gang held a hammer to his throat.",
        "Lesley Garside, who works the night till, tipped us off in confidence.",
        "He was grassed up by his own brother-in-law, Gary Stokes.",
        "Tamsin Orde rang us the moment she saw them climbing in, that's how we got them",
        "Next of kin of Tamsin Orde have not yet been told, please don't share",
    ],
)
def test_whoever_an_offender_harmed_or_who_told_of_it_is_not_named(text: str) -> None:
    assert "victim_named" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Burglars struck while Pauline Etches was at her sister's funeral.",
        "Hi Jo, the lad glassed in Velvet was Corey Banfield, he's in St Anne's",
        "Terry Maddox has been feeding us info on the gang for months",
        "Tomorrow the jury will hear from Bethan Lowe.",
        "Hugh Pargiter's statement about the stabbing is signed, uploading now",
    ],
)
def test_whoever_is_named_where_a_crime_is_told_of_is_found_in_other_words(text: str) -> None:
    assert "victim_named" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Holly, tinsel and a blow-up Santa were stolen from the roundabout by the Plough.",
        "Prof Bethan Lowe told the jury that the fibres matched.",
        "Terry Maddox, 46, who supplied drugs for the gang, was jailed for nine years.",
        "Police were called to Tesco Express, 14 High Street, after a theft.",
        "Lou Peters, 44, admitted stalking and got a restraining order.",
        "He must not enter Pellbrook Retail Park for ten years under the order.",
        "Author Jill Mercer told us how she researched her latest murder mystery.",
        "Lou Peters, who died on duty in 1956, was remembered at the memorial today.",
        "With the family's permission we can name the man who died as Lou Peters.",
        "Goalkeeper Ryan Oakes was beaten twice in the charity match but we still won.",
        "Kai Bolt, 19, was hit with a £300 fine for e-scooter riding.",
        "The tip about the cannabis grow came from a member of the public. Thank you.",
        "The idea for the bike scheme came from Barry Tunnicliffe at the garage. Thanks Barry!",
        "Thank you to Doreen Pilcher for ringing us about the lost tortoise. Owner found!",
        "OIC is DC Anne Garside, the IP has been updated. Log 211.",
        "IP67 rated torches handed out by PCSO Gemma Stockdale.",
        "Maureen Eccles had a £4,000 cheque for the air ambulance. Well done Maureen!",
        "Devon Marsh, 28, has been jailed for six years for glassing a man in the Crown.",
        "PC Edna Colley, who was assaulted on duty, is back at work today.",
        "The family of Lucia Ferrante, who was killed on Friday, have released this tribute.",
        "Author Derek Moon is giving a talk on the Marlcross hit-and-run of 1962.",
    ],
)
def test_other_people_may_be_named(text: str) -> None:
    assert said_of(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Gerald Fane was on the towpath when three youths knocked him down and took his watch.",
        "That is what Bogdan Ionescu told our officers after a gang forced its way in.",
        "Lesley Garside tipped us off about the gang. It took two days.",
    ],
)
def test_whoever_is_named_beside_a_case_is_not_unless_it_says_why(text: str) -> None:
    assert "victim_named" in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Crash on Nelson Street by the Red Lion. Two hurt, nobody seriously.",
        "Theft from Khan's Barbers in Pellbrook. Did you see it?",
        "Hi Carol Dunn, the crash you rang about has been cleared.",
        "Our new PCSO Gemma Stockdale spoke to the victims of the thefts in Farrow.",
        "The jury has convicted Martin Coyle of the assault in Farrow.",
    ],
)
def test_roads_shops_callers_and_officers_may_be_named_beside_a_case(text: str) -> None:
    assert said_of(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "We're looking for Dean Rowley in connection with the stabbing in Farrow.",
        "Detectives want to speak to Dean Rowley about an assault in Farrow.",
        "Can you help us trace Dean Rowley, 34, in connection with an assault?",
    ],
)
def test_whoever_is_sought_is_asked_about_and_is_no_victim(text: str) -> None:
    assert list(said_of(text)) == ["suspect_named"]
