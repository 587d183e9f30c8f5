"""What the checks say about a draft, rule by rule."""

from dataclasses import replace
from datetime import date

import pytest

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.model.outgoing.content import (
    About,
    Act,
    Attachment,
    Content,
    FileKind,
    Piece,
    Poll,
    Rendition,
)
from controlroom.outbound.checks import Nearby, OwnProfile, Surroundings, check, rules
from controlroom.outbound.counting import Server, limits_of


def _profile(number: int, network: str = "x") -> OwnProfile:
    return OwnProfile(f"{network}/{number}", network, f"West{number}", place="Dunmarsh")


PROFILES = {one.key: one for one in [*map(_profile, range(30)), _profile(1, "mastodon")]}
ABOUT = Surroundings(
    profiles=PROFILES,
    domains=("westmarch.example",),
    phones=("01632 960 101",),
    handles=frozenset({"fenmast_council"}),
)


def _said(text: str, about: Surroundings = ABOUT, **more: object) -> tuple[Finding, ...]:
    content = Content(Act.POST, ("x/1",), (Piece(text),), **more)  # type: ignore[arg-type]
    return check(content, about)


def _rules(text: str, about: Surroundings = ABOUT) -> dict[str, str]:
    return {one.rule: one.words for one in _said(text, about)}


def test_a_finding_names_the_words_as_written_and_offers_a_repair() -> None:
    text = "Nós agents — we spoke to Jam\u200bie, １５, today."
    found = next(one for one in _said(text) if one.rule == "minor_named")
    assert found.verdict is Verdict.BLOCKS
    assert text[found.start : found.end] == found.words == "Jam\u200bie, １５"
    assert found.repair is not None
    assert found.repair.text == "a young person of 15"


@pytest.mark.parametrize(
    "text",
    [
        "14 Tannery Row",
        "14  TANNERY  ROW",
        "１４ Tannery Row",
        "14 Tan\u00adnery R\u200bow",
        "14\nTannery\nRow",
        "14 Tännery Rów",
        "14, Tannery Row",
        "14 Tаnnery Row",
        "14 Tannery Row’s",
    ],
)
def test_an_address_is_found_however_it_is_written(text: str) -> None:
    whole = f"Officers are at {text} tonight."
    found = next(one for one in _said(whole) if one.rule == "home_address")
    assert whole[found.start : found.end] in text


def test_a_baby_is_not_made_years_old_by_the_repair() -> None:
    found = next(one for one in _said("A 6 month old baby, Oscar Dale, is well") if one.repair)
    assert found.repair is not None
    assert found.repair.text == "a child of 6 months"


def test_what_blocks_comes_before_what_asks() -> None:
    verdicts = [
        one.verdict for one in _said("LOUD LOUDER LOUDEST: call 07700 900123, 14 Tannery Row")
    ]
    assert verdicts == sorted(verdicts, key=[Verdict.BLOCKS, Verdict.ASKS].index)
    assert len(set(verdicts)) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Call 07700 900123 now", "07700 900123"),
        ("Call +44 7700 900123.", "+44 7700 900123"),
        ("ring oh seven seven double-oh 900 284", "oh seven seven double-oh 900 284"),
        ("Zero tolerance: one in five, two in ten", None),
        ("Appelez le 06 12 34 56 78", "06 12 34 56 78"),
        ("Call 101 or 0800 555 111", None),
        ("Ring us on 01632 960101", None),
        ("Ring us on +44 1632 960101", None),
        ("On 01.02.2026 18.30 we met", None),
        ("Quote reference 0441234567", None),
        ("Casualty bureau: 0800 096 0233", None),
        ("Press office 01632 960455", None),
        ("Press office: 07700 900123", "07700 900123"),
        ("Gareth who found it is on 01632 960744", "01632 960744"),
    ],
)
def test_only_numbers_that_are_not_public_ask(text: str, words: str | None) -> None:
    assert _rules(text).get("phone") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Write to a.pell@mail.example now", "a.pell@mail.example"),
        ("Write to pell [at] mail [dot] example", "pell [at] mail [dot] example"),
        ("Write to desk@westmarch.example", None),
        ("Write to us@brackenford.gov.uk", None),
        ("Write to farrow.nht@westmarch.example. We read it", None),
        ("Write to ellie.pell@westmarch.example", "ellie.pell@westmarch.example"),
        ("Write to pell at mail dot example", "pell at mail dot example"),
        ("@_tractorjatt@fenmast.example thank you", None),
        ("Thanks (@trish@fenmast.example)", None),
        ("me@@pell@mail.example", "pell@mail.example"),
        ("@trish@fenmast.example write to pell@mail.example", "pell@mail.example"),
    ],
)
def test_only_addresses_of_others_ask(text: str, words: str | None) -> None:
    assert _rules(text).get("email") == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seen in a grey car, WM12 ABC, today", True),
        ("Immatriculée AB-123-CD", True),
        ("The reg is ab12 cde", True),
        ("M97 closed, bus 61, E-2264, WP0107", False),
        ("Picture shows N417 BVC on its way", True),
        ("1962 Morris, 482 HUF, now fixed", True),
        ("Yamaha, KLM 345X, ridden off", True),
        ("A38 THE worst speeding, LOG 233, PC 1234, over 50 MPH", False),
    ],
)
def test_number_plates_ask(text: str, found: bool) -> None:
    assert ("number_plate" in _rules(text)) is found


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("https://westmarch.example/a", None),
        ("https://news.westmarch.example", None),
        ("https://www.gov.uk/a", None),
        ("https://elsewhere.com/a", "unknown_link"),
        ("bit.ly/abc", "unknown_link"),
        ("https://westmarch.com", "unknown_link"),
        ("https://westrnarch.example", "false_link"),
        ("https://wеstmarch.example", "false_link"),
        ("https://westmarch.example.evil.com", "false_link"),
        ("https://westmarch.example@evil.com", "false_link"),
        ("https://westmarhc.example", "false_link"),
        (f"https://xn--{'wеstmarch'.encode('punycode').decode()}.example", "false_link"),
    ],
)
def test_links_are_ours_strange_or_false(address: str, rule: str | None) -> None:
    found = _rules(f"See {address} for more")
    assert [one for one in found if one.endswith("_link")] == ([rule] if rule else [])


def test_a_suspect_who_is_sought_asks_and_one_who_is_charged_passes() -> None:
    assert "suspect_named" in _rules("Wanted: Gareth Fenn, 29, of Dunmarsh.")
    assert "suspect_named" not in _rules("Gareth Fenn, wanted since May, has been charged.")


def test_a_missing_child_passes_until_found_in_a_draft_of_that_kind_and_blocks_in_any_other() -> (
    None
):
    text = "Help us find Jamie Colt, 14, missing since noon."
    assert _said(text, kind="missing") == ()
    assert "minor_named" in _rules(text)
    found = "Jamie Colt, 14, has been found safe and well."
    assert [(one.rule, one.verdict) for one in _said(found, kind="missing")] == [
        ("minor_missing", Verdict.ASKS)
    ]


def test_a_light_tone_asks_only_while_an_incident_is_open() -> None:
    text = "Nice try! 😂 ⚠️ The M97 is closed."
    quiet = Surroundings(profiles=PROFILES, incident="i1")
    assert "tone" not in _rules(text)
    words = [one.words for one in _said(text, quiet) if one.rule == "tone"]
    assert words == ["Nice try", "!", "😂"]


def test_capitals_ask_and_acronyms_do_not() -> None:
    found = next(one for one in _said("PLEASE STAY INDOORS TONIGHT ok") if one.rule == "capitals")
    assert found.repair is not None
    assert found.repair.text == "Please stay indoors tonight"
    assert "capitals" not in _rules("CCTV, ANPR, NPCC and HMICFRS say so")


def test_a_headline_in_capitals_does_not_ask_and_a_text_of_them_does() -> None:
    headline = "MAN JAILED FOR STRING OF BURGLARIES"
    calm = "A man who broke into four shops has been jailed for two years at the Crown Court."
    assert "capitals" not in _rules(f"{headline}\n{calm}")
    assert "capitals" in _rules(headline)
    assert "capitals" in _rules(f"{headline}\nTwo years.")
    assert "capitals" in _rules(f"{headline}\n{calm} DO NOT LEAVE DOORS UNLOCKED")


def test_short_words_in_capitals_ask_where_there_are_many() -> None:
    assert _rules("DO NOT GO NEAR THE RIVER")["capitals"] == "NEAR THE RIVER"
    assert "capitals" not in _rules("RTC AT J4 of the M5, NEAR IT")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Max Stokes, aged 9¾, rang us.", "minor_named"),
        ("KAY STOKES. 15. Known here.", "minor_named"),
        ("A boy was found at number twelve Castle Row.", "home_address"),
        ("Tannery Row, number 14", "home_address"),
        ("The pensioner's postcode is wm 12 3 ab.", "victim_postcode"),
        ("The jury is out. He is lying, and we are sure of it.", "guilt_before_verdict"),
        ("He was charged today. No stranger to our officers.", "guilt_before_verdict"),
        ("The victim has been named online as Kurt Sellers.", "victim_named"),
    ],
)
def test_what_is_said_in_other_words_blocks_too(text: str, rule: str) -> None:
    assert rule in {one.rule for one in _said(text) if one.verdict is Verdict.BLOCKS}


def test_marks_that_cannot_be_seen_ask_where_no_script_needs_them() -> None:
    assert "unseen_marks" in _rules("stay in\u200bside")
    assert "unseen_marks" in _rules("file\u202egnp.exe")
    assert "unseen_marks" not in _rules("می\u200cخواهم 👨\u200d👩\u200d👧 क्\u200dष")


def _photo(alt: str) -> Attachment:
    return Attachment("0" * 64, FileKind.PHOTO, {}, alt=alt)


def test_a_picture_needs_a_description_that_says_something() -> None:
    def asks(alt: str) -> bool:
        content = Content(Act.POST, ("x/1",), (Piece("a", files=(0,)),), files=(_photo(alt),))
        return any(one.rule == "alt_text" and one.file == 0 for one in check(content, ABOUT))

    assert asks("")
    assert asks("photo 1")
    assert not asks("A man in a dark cap leaves a bus at night.")


def test_descriptions_options_and_titles_are_read_too() -> None:
    bad = "Jamie, 15"
    poll = Poll((bad, "no"), 60)
    for content in (
        Content(Act.POST, ("x/1",), (Piece("a", poll=poll),)),
        Content(Act.POST, ("x/1",), (Piece("a", title=bad),)),
        Content(Act.POST, ("x/1",), (Piece("a", files=(0,)),), files=(_photo(f"{bad}, waves."),)),
    ):
        assert any(one.rule == "minor_named" for one in check(content, ABOUT))


def test_a_variant_holds_for_its_own_profiles() -> None:
    content = Content(
        Act.POST,
        ("x/1", "mastodon/1"),
        (Piece("All is well."),),
        variants={"mastodon": (Piece("14 Tannery Row is sealed."),)},
    )
    found = [one for one in check(content, ABOUT) if one.rule == "home_address"]
    assert [(one.variant, one.profiles) for one in found] == [("mastodon", ("mastodon/1",))]


def test_the_same_text_on_many_profiles_of_x_asks_with_their_number() -> None:
    targets = tuple(f"x/{number}" for number in range(26))
    content = Content(Act.POST, targets, (Piece("Do you know this man?"),))
    found = next(one for one in check(content, ABOUT) if one.rule == "identical_posts")
    assert (found.figure, len(found.profiles)) == ("26", 26)
    assert not any(
        one.rule == "identical_posts"
        for one in check(Content(Act.POST, ("x/1", "mastodon/1"), content.pieces), ABOUT)
    )


def test_a_text_almost_as_in_another_draft_asks() -> None:
    text = "The M97 is closed between Dunmarsh and Oldmere after a fire."
    other = Nearby("d", (text.replace("a fire", "the fire"),), frozenset({"x"}))
    about = Surroundings(profiles=PROFILES, nearby=(other,))
    assert "identical_posts" in _rules(text, about)
    assert "identical_posts" not in _rules("Something else about a lost dog in the park.", about)


def test_the_same_text_is_asked_about_once_however_often_it_stands() -> None:
    text = "The M97 is closed between Dunmarsh and Oldmere after a fire."
    shared = tuple(f"x/{number}" for number in range(26))
    own = tuple(f"x/{number}" for number in range(26, 60))
    other = Nearby("d", (text,), frozenset({"x"}))
    about = Surroundings(profiles=PROFILES, nearby=(other,))
    content = Content(
        Act.POST, shared + own, (Piece(text),),
        variants={one: (Piece("The road is closed near Oldmere."),) for one in own},
    )  # fmt: skip
    (found,) = [one for one in check(content, about) if one.rule == "identical_posts"]
    assert (found.figure, len(found.profiles)) == ("34", 34)
    assert found.variant == own[0]
    alone = Content(Act.POST, shared, (Piece(text),))
    (found,) = [one for one in check(alone, about) if one.rule == "identical_posts"]
    assert found.figure == "26"


def test_what_links_cost_on_x_is_summed() -> None:
    targets = tuple(f"x/{number}" for number in range(26))
    content = Content(Act.POST, targets, (Piece("See https://westmarch.example/a"),))
    found = next(one for one in check(content, ABOUT) if one.rule == "link_cost")
    assert found.figure == "USD 5.20"
    assert found.words == "https://westmarch.example/a"


def test_an_account_nobody_knows_asks() -> None:
    assert _rules("Thanks @somebody and @fenmast_council, says @west1") == {
        "unknown_handle": "@somebody"
    }
    content = Content(
        Act.REPLY, ("x/1",), (Piece("@Pell thanks"),), about=About("1", author="pell")
    )
    assert check(content, ABOUT) == ()


def test_many_hashtags_ask() -> None:
    assert "hashtags" in _rules("#One #Two #Three #Four #Five #Six")
    assert "hashtags" not in _rules("#One #Two #Three #Four #Five")


def test_a_text_that_is_too_long_blocks_for_the_profiles_it_is_too_long_for() -> None:
    content = Content(Act.POST, ("x/1", "mastodon/1"), (Piece("a" * 300),))
    found = next(one for one in check(content, ABOUT) if one.rule == "too_long")
    assert (found.profiles, found.start, found.end, found.figure) == (("x/1",), 280, 300, "20")
    wide = limits_of("mastodon", Server(characters=5_000))
    own = OwnProfile("mastodon/1", "mastodon", "west", limits=wide)
    about = Surroundings(profiles={own.key: own})
    assert check(Content(Act.POST, (own.key,), (Piece("a" * 4_000),)), about) == ()
    assert check(Content(Act.POST, ("mastodon/9",), (Piece("a" * 4_000),)), about) == ()


def _of_server(server: Server, *pieces: Piece, files: tuple[Attachment, ...] = ()) -> list[Finding]:
    limits = limits_of("mastodon", server)
    own = OwnProfile("mastodon/h/1", "mastodon", "west", limits=limits)
    about = Surroundings(profiles={own.key: own})
    content = Content(Act.POST, (own.key,), pieces, files=files)
    return [one for one in check(content, about) if one.limit or one.rule == "file_unfit"]


def test_profiles_of_several_servers_are_told_by_their_own_limit() -> None:
    wide, narrow = (limits_of("mastodon", Server(characters=most)) for most in (11_000, 280))
    profiles = {
        "mastodon/a/1": OwnProfile("mastodon/a/1", "mastodon", "one", limits=wide),
        "mastodon/b/2": OwnProfile("mastodon/b/2", "mastodon", "two", limits=narrow),
        "mastodon/c/3": OwnProfile("mastodon/c/3", "mastodon", "three"),
    }
    content = Content(Act.POST, tuple(profiles), (Piece("a" * 600),))
    found = check(content, Surroundings(profiles=profiles))
    assert {one.profiles: (one.figure, one.limit) for one in found} == {
        ("mastodon/b/2",): ("320", "280"),
        ("mastodon/c/3",): ("100", "500"),
    }


def test_a_poll_that_a_server_does_not_take_blocks() -> None:
    server = Server(poll_options=3, poll_option=10, poll_least_min=60, poll_most_min=600)
    poll = Poll(("Yes", "No", "Perhaps", "I do not know yet"), 30)
    found = {one.rule: (one.figure, one.limit) for one in _of_server(server, Piece("?", poll=poll))}
    assert found == {
        "poll_answers": ("4", "3"),
        "poll_answer_long": ("17", "10"),
        "poll_time": ("30", "60"),
    }
    fits = Poll(("Yes", "No"), 600)
    assert _of_server(server, Piece("?", poll=fits)) == []
    assert [one.limit for one in _of_server(server, Piece("?", poll=Poll(("Y", "N"), 601)))] == [
        "600"
    ]


def test_files_that_a_server_does_not_take_block() -> None:
    def photo(mime: str, size: int) -> Attachment:
        made = Rendition("d" * 64, mime, size)
        return Attachment("c" * 64, FileKind.PHOTO, {"": made}, alt="A bridge over the river")

    server = Server(files=1, kinds=("image/jpeg",), photo_bytes=1_000_000)
    files = (photo("image/jpeg", 1_000_000), photo("image/png", 2_000_000))
    assert _of_server(server, Piece("One", files=(0,)), files=files) == []
    found = _of_server(server, Piece("Two", files=(0, 1)), files=files)
    assert {(one.rule, one.file, one.figure, one.limit) for one in found} == {
        ("too_many_files", -1, "2", "1"),
        ("file_unfit", 1, "image/png", ""),
        ("file_unfit", 1, "2.0 MB", "1.0 MB"),
    }


@pytest.mark.parametrize(
    ("lasts", "network", "told"),
    [
        (996, "facebook", ("clip_short", "0.996 s", "1 s")),
        (1_000, "facebook", None),
        (140_500, "x", ("clip_long", "140.5 s", "140 s")),
        (900, "mastodon", None),
    ],
)
def test_a_clip_that_could_not_be_made_for_its_length_says_so(
    lasts: int, network: str, told: tuple[str, str, str] | None
) -> None:
    elsewhere = Rendition("d" * 64, "video/mp4", 5_000, duration_ms=lasts)
    clip = Attachment("c" * 64, FileKind.CLIP, {"bluesky": elsewhere}, alt="A bridge in the rain")
    own = OwnProfile(f"{network}/1", network, "west")
    content = Content(Act.POST, (own.key,), (Piece("See", files=(0,)),), files=(clip,))
    found = check(content, Surroundings(profiles={own.key: own}))
    said = [(one.rule, one.figure, one.limit) for one in found]
    assert said == ([told] if told else [])
    made = replace(clip, renditions={network: elsewhere})
    assert check(replace(content, files=(made,)), Surroundings(profiles={own.key: own})) == ()


def test_acts_without_a_text_pass() -> None:
    assert check(Content(Act.LIKE, ("x/1",), about=About("1")), ABOUT) == ()
    assert check(Content(Act.POST, (), (Piece(""),)), ABOUT) == ()


@pytest.mark.parametrize(
    "text", ["\ud83d", "\u0300", "a\u0301" * 500, " \n\t ", "(" * 400, "Jamie " * 300]
)
def test_strange_texts_break_nothing(text: str) -> None:
    for found in _said(text):
        assert 0 <= found.start <= found.end <= len(text)


def test_every_rule_says_where_it_comes_from_and_what_it_cannot_see() -> None:
    for note in rules():
        assert note.source
        assert note.blind
        assert date(2026, 1, 1) <= note.checked <= date(2026, 12, 31)


@pytest.mark.parametrize("part", ["A", "Aa ", "1 ", "a,", "the killer ", "Anna Bell, 15 ", "@a.b "])
def test_an_endless_text_is_judged_like_a_short_one(part: str) -> None:
    text = part * (20_000 // len(part)) + " 14 Tannery Row"
    assert "home_address" in _rules(text)


def test_the_area_offered_for_an_address_has_single_spaces() -> None:
    found = next(one for one in _said("He lives at 14 Tannery Row.") if one.rule == "home_address")
    assert found.repair is not None
    assert found.repair.text == "the Tannery area"


def test_thanks_do_not_let_the_name_of_a_child_pass_who_is_safe() -> None:
    assert "minor_named" in _rules("Thank you. Leo Barnes, aged 9, is safe.")
    assert "minor_named" not in _rules("Well done Leo Barnes, aged 9, for your drawing.")
