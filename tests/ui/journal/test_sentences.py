"""Every kind of entry is a sentence, in English and in French."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from string import Formatter

import pytest

from controlroom.model.journal import Entry, Head, chained, propose
from controlroom.model.journal_kinds import (
    KINDS,
    AnswerTakenOver,
    BoardShared,
    BoardUnshared,
    BodyErased,
    CheckpointSigned,
    ConversationAssigned,
    ConversationNoted,
    CoverEnded,
    CoverGiven,
    Decision,
    GroupPlaced,
    JournalFounded,
    JournalMoved,
    NoteChanged,
    OfficerAdded,
    OfficerChanged,
    OfficerLeft,
    ProfileLocked,
    ProfileLockExplained,
    ProfilePlaced,
    ProfileUnlocked,
    RecordExported,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
    StationEquipped,
    StationTookOver,
    proposal_of,
)
from controlroom.model.journal_outgoing import (
    DeliveryFailed,
    DeliveryLetGo,
    DraftReturned,
    DraftWithdrawn,
    PublishersLimited,
    Remark,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import Act
from controlroom.model.profile import Profile
from controlroom.store.journal.listing import Unread
from controlroom.store.journal.wanted import fits
from controlroom.ui.journal.chosen import Chosen, wanted
from controlroom.ui.journal.explained import facts_of, fields_of
from controlroom.ui.journal.labels import FIELDS, FORMS, SORTS, refusal_told
from controlroom.ui.journal.labels import KINDS as LABELS
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.rows import row_of
from controlroom.ui.journal.sentences import TEMPLATES, parts, plain, sentence
from controlroom.ui.language import speak
from tests.team.record import Record, with_profiles
from tests.ui.journal.outgoing_said import DRAFT, HERE, OUTGOING, put

AT = datetime(2026, 11, 22, 14, 5, 9, tzinfo=UTC)
UNTIL = AT + timedelta(days=9)
X, M = "x//97", "mastodon/fenmast.example/12"
PROFILES = {
    X: Profile(1, "x", "97", "WestmarchPolice", "Westmarch Police"),
    M: Profile(2, "mastodon", "12", "Fenmarsh", "Fenmarsh Police", host="fenmast.example"),
}
SAID: tuple[tuple[Decision, str], ...] = (
    (JournalFounded("1", "Asha Venn", {}, ()), "Asha Venn (1) began this record."),
    (JournalMoved("team"), "Asha Venn moved the record to team, where it goes on."),
    (
        RoleDefined("operator", ("read", "reply")),
        "Asha Venn set what the role Operator may do: read, reply.",
    ),
    (RoleDefined("trainer", ()), "Asha Venn took every right from the role Trainer."),
    (OfficerAdded("9", "PC Fenn"), "Asha Venn added PC Fenn (9) to the officers."),
    (OfficerChanged("2", "Sgt Oake"), "Asha Venn changed the name of officer 2 to Sgt Oake."),
    (OfficerLeft("2"), "Asha Venn cut off Ben Oake, who left."),
    (OfficerLeft("1"), "Asha Venn left, and gave up every role."),
    (
        RoleGranted("2", "operator", "group/Fenmarsh"),
        "Asha Venn gave Ben Oake the role Operator for Fenmarsh.",
    ),
    (
        RoleRevoked("2", "operator", f"profile/{X}"),
        "Asha Venn took the role Operator for @WestmarchPolice on X from Ben Oake.",
    ),
    (
        RoleRevoked("1", "operator", "force"),
        "Asha Venn gave up the role Operator for the whole force.",
    ),
    (CoverGiven("2", "3", UNTIL), "Asha Venn had 3 stand in for Ben Oake until 1 Dec 2026, "),
    (CoverGiven("1", "2", UNTIL), "Asha Venn has Ben Oake stand in until 1 Dec 2026, "),
    (CoverEnded("2", "1"), "Asha Venn ended that Asha Venn stands in for Ben Oake."),
    (GroupPlaced("Fens", "Boroughs"), "Asha Venn placed the group Fens in Boroughs."),
    (GroupPlaced("Fens"), "Asha Venn placed the group Fens right below the force."),
    (
        ProfilePlaced(M, "Fenmarsh", 10),
        "Asha Venn placed @Fenmarsh in Fenmarsh, with room for 10 officers.",
    ),
    (
        ProfilePlaced(M),
        "Asha Venn placed @Fenmarsh in the whole force, with room for any number of officers.",
    ),
    (ProfileLocked(X), "Asha Venn locked @WestmarchPolice."),
    (ProfileLocked(X, "odd posts"), "Asha Venn locked @WestmarchPolice: odd posts"),
    (
        ProfileLockExplained(X, "odd posts"),
        "Asha Venn said why @WestmarchPolice was locked: odd posts",
    ),
    (ProfileUnlocked(X), "Asha Venn unlocked @WestmarchPolice."),
    (ProfileUnlocked(X, "all well"), "Asha Venn unlocked @WestmarchPolice: all well"),
    (
        ConversationAssigned(f"{X}/33", "2"),
        "Asha Venn gave Ben Oake the conversation 33 of @WestmarchPolice.",
    ),
    (
        ConversationAssigned(f"{X}/33", "1"),
        "Asha Venn took the conversation 33 of @WestmarchPolice.",
    ),
    (
        ConversationAssigned(f"{X}/33", ""),
        "Asha Venn left the conversation 33 of @WestmarchPolice to nobody in particular.",
    ),
    (
        ConversationNoted(f"{X}/33/a", "Ring her first."),
        "Asha Venn left a note in a conversation of @WestmarchPolice: Ring her first.",
    ),
    (
        NoteChanged(f"{X}/33/a", "Ring him."),
        "Asha Venn rewrote a note in a conversation of @WestmarchPolice: Ring him.",
    ),
    (
        CheckpointSigned(1_500, "00", "2026-11-22T07:00:00.000000Z", "00", "00"),
        "A checkpoint over the first 1,500 entries was signed.",
    ),
    *(
        (AnswerTakenOver(f"{X}/5", "2", how), said)
        for how, said in (
            (
                "given",
                (
                    "Asha Venn took over an answer in a conversation of @WestmarchPolice"
                    " that Ben Oake handed over."
                ),
            ),
            (
                "unanswered",
                (
                    "Asha Venn asked for an answer of Ben Oake in a conversation of"
                    " @WestmarchPolice, and took it over."
                ),
            ),
            (
                "silent",
                (
                    "Asha Venn took over an answer in a conversation of @WestmarchPolice from the"
                    " silent desk of Ben Oake."
                ),
            ),
            (
                "at_once",
                (
                    "Asha Venn took over at once an answer of Ben Oake in a conversation of"
                    " @WestmarchPolice."
                ),
            ),
            (
                "own",
                (
                    "Asha Venn went on at another desk with an answer in a conversation of"
                    " @WestmarchPolice."
                ),
            ),
        )
    ),
    (BoardShared("ab" * 16, "Roads", "{}"), "Asha Venn shared the board Roads as it then stood."),
    (BoardUnshared("ab" * 16, "Roads"), "Asha Venn stopped sharing the board Roads."),
    (BodyErased("17", "notes"), "What entry 17 said was erased under the rule notes."),
    (
        RecordExported("00", "package", 433),
        "Asha Venn exported the whole record, 433 entries, as signed package.",
    ),
    (
        RecordExported("00", "csv", 12, "actor=1"),
        "Asha Venn exported 12 entries of the record as table (CSV), chosen by actor=1.",
    ),
    (StationTookOver("NORTH-7"), "Asha Venn is on duty, on the computer NORTH-7."),
    (
        StationEquipped("NORTH-7", case_key=True, sites=True),
        "Asha Venn: the computer NORTH-7 lacks nothing to check with.",
    ),
    (
        StationEquipped("NORTH-7", case_key=False, sites=True),
        "Asha Venn: the computer NORTH-7 has no key of the case lists.",
    ),
    (
        StationEquipped("NORTH-7", case_key=True, sites=False),
        "Asha Venn: the force’s own sites are not entered on the computer NORTH-7.",
    ),
    (
        StationEquipped("NORTH-7", case_key=False, sites=False),
        (
            "Asha Venn: the computer NORTH-7 has neither a key of the case lists nor the force’s"
            " own sites."
        ),
    ),
    *OUTGOING,
)


@pytest.fixture
def names() -> Names:
    record = Record(alone=True)
    placed = GroupPlaced("Fenmarsh"), ProfilePlaced(X), ProfilePlaced(M, "Fenmarsh")
    assert record.says("1", *placed, OfficerAdded("2", "Ben Oake")) == []
    return Names(record.fold.state, PROFILES, "1")


@pytest.fixture
def french() -> Iterator[None]:
    speak("fr")
    yield
    speak("en")


def entry_of(decision: Decision, actor: str = "1") -> Entry:
    return chained(proposal_of(decision), Head(), AT, actor)


def told(entry: Entry, names: Names) -> str:
    return plain(sentence(entry, names))


@pytest.mark.parametrize(("decision", "said"), SAID, ids=lambda one: str(one)[:40])
def test_each_kind_is_a_sentence(names: Names, decision: Decision, said: str) -> None:
    found = told(entry_of(decision), names)
    assert found.startswith(said) if "until" in said else found == said


def test_every_kind_there_is_has_a_sentence_and_a_name() -> None:
    assert {type(decision) for decision, _said in SAID} == set(KINDS.values())
    assert set(TEMPLATES) == set(LABELS) == set(KINDS)
    assert {kind.about for kind in KINDS.values()} <= set(SORTS)


def test_every_kind_is_a_sentence_in_french_too(names: Names, french: None) -> None:
    for decision, said in SAID:
        found = told(entry_of(decision), names)
        assert found
        assert found != said
        assert "{" not in found


def test_every_word_of_the_section_has_its_french(french: None) -> None:
    from PySide6.QtCore import QCoreApplication

    templates = [one for several in TEMPLATES.values() for one in several]
    words = [*templates, *LABELS.values(), *SORTS.values(), *FORMS.values()]
    for english in words:
        found = QCoreApplication.translate("Record", english)
        placeholders = {field for _, field, *_ in Formatter().parse(english) if field}
        assert {field for _, field, *_ in Formatter().parse(found) if field} <= placeholders
        assert found != english or english in SAME


SAME = ("Notes", "Stations", "Conversations", "Incidents")


def test_who_and_what_it_is_about_stand_out(names: Names) -> None:
    found = sentence(entry_of(RoleGranted("2", "operator", "force")), names)
    assert [part.text for part in found if part.named] == [
        "Asha Venn",
        "Ben Oake",
        "Operator",
        "the whole force",
    ]


def test_what_nobody_knows_is_told_all_the_same(names: Names) -> None:
    later = propose("tea.brewed", "officer/2", {"cups": 3})
    assert told(chained(later, Head(), AT, "1"), names) == (
        "Asha Venn: tea.brewed, about Ben Oake (2); this version cannot read it."
    )
    twisted = propose("officer.added", "officer/2", {"name": 7})
    assert "not written as it should be" in told(chained(twisted, Head(), AT, "1"), names)
    gone = replace(entry_of(OfficerAdded("2", "x")), body=None)
    assert told(gone, names) == (
        "Asha Venn: Officer added, about Ben Oake (2). What it said was erased."
    )
    assert told(entry_of(OfficerAdded("9", "PC Fenn"), "login:north"), names).startswith(
        "The login north added"
    )


def test_what_others_wrote_cannot_break_a_sentence(names: Names) -> None:
    hostile = "a\nb \u202egnol\x07 {officer} %s <b>x</b>" + "z" * 1_000
    found = told(entry_of(ProfileLocked(X, hostile)), names)
    assert "\n" not in found
    assert "\u202e" not in found
    assert "{officer}" in found
    assert len(found) < 400
    assert plain(parts("{who} {what}", {"who": "{what}", "what": "x"})) == "{what} x"


def test_a_refused_entry_says_that_it_has_no_effect_and_why() -> None:
    record = with_profiles()
    refused = record.says("7", OfficerAdded("2", "Ben Oake"))
    row = row_of(record.entries[-1], Names(record.fold.state, PROFILES, "1"))
    assert refused == [record.entries[-1].seq]
    assert (row.badge, row.why) == ("Without effect", "who decided it was no officer then")
    assert row.spoken.endswith("Without effect: who decided it was no officer then.")


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_has_words(refusal: Refusal) -> None:
    assert " " in refusal_told(refusal)


def test_a_draft_is_called_by_its_first_words_and_a_message_by_none(names: Names) -> None:
    record = Record(alone=True)
    assert record.says("1", ProfilePlaced(X), put(Act.POST)) == []
    known = Names(record.fold.state, PROFILES, "1")
    assert (
        told(entry_of(DraftWithdrawn(DRAFT)), known) == "Asha Venn withdrew “The M97 is closed.”."
    )
    assert known.subject(f"delivery/{HERE}") == "“The M97 is closed.” · @WestmarchPolice"
    assert names.subject(f"draft/{DRAFT}") == "the draft d4af7000"
    record = Record(alone=True)
    assert record.says("1", ProfilePlaced(X), put(Act.MESSAGE)) == []
    known = Names(record.fold.state, PROFILES, "1")
    assert known.draft(DRAFT) == "a private message"


def test_a_private_message_is_not_for_who_may_not_read_them() -> None:
    record = Record(alone=True)
    record.says("1", ProfilePlaced(X), OfficerAdded("2", "B"), RoleGranted("2", "analyst", "force"))
    entry = entry_of(put(Act.MESSAGE))
    assert Names(record.fold.state, PROFILES, "2").is_veiled(entry)
    assert fields_of(entry, Names(record.fold.state, PROFILES, "2")) == []
    assert not Names(record.fold.state, PROFILES, "1").is_veiled(entry)
    assert not Names(record.fold.state, PROFILES, "2").is_veiled(entry_of(put(Act.POST)))


def test_the_fields_of_an_outcome_are_told_in_words(names: Names) -> None:
    failed = DeliveryFailed(HERE, "5" * 32, "too_many", "429", UNTIL)
    found = dict(fields_of(entry_of(failed), names))
    assert found["The network said"] == "429"
    assert found["Goes on"].startswith("1 Dec 2026, ")
    limited = PublishersLimited("force", ("2",))
    assert dict(fields_of(entry_of(limited), names))["Officers"] == "Ben Oake (2)"
    returned = DraftReturned(DRAFT, "0" * 64, (Remark("Why?"), Remark("When?")))
    assert dict(fields_of(entry_of(returned), names))["Remarks"] == "Why?\nWhen?"
    let_go = dict(fields_of(entry_of(DeliveryLetGo(HERE, "0" * 64, again=True)), names))
    assert (let_go["Once more"], let_go["Time"]) == ("yes", "")


def test_a_place_that_cannot_be_read_is_a_row_too(names: Names) -> None:
    assert plain(row_of(Unread(1_204, ""), names).sentence) == "Entry 1,204 is missing."
    assert "1,204 cannot be read" in row_of(Unread(1_204, "x"), names).spoken


def test_the_body_is_told_field_by_field(names: Names) -> None:
    found = dict(fields_of(entry_of(RoleGranted("2", "operator", f"profile/{X}")), names))
    assert found == {"Role": "Operator", "For": "@WestmarchPolice on X"}
    rights = dict(fields_of(entry_of(RoleDefined("operator", ("read", "moo"))), names))
    assert rights == {"Rights": "read, moo"}
    cover = dict(fields_of(entry_of(CoverGiven("1", "2", UNTIL)), names))
    assert cover["To"] == "Ben Oake (2)"
    assert cover["Until"].startswith("1 Dec 2026")
    assert dict(facts_of(entry_of(OfficerLeft("2")), names))["UTC"] == "2026-11-22T14:05:09.000000Z"
    for decision, _said in SAID:
        assert {field for field, _value in fields_of(entry_of(decision), names)} <= {
            *FIELDS.values()
        }


def test_a_note_is_only_for_who_may_read_there(names: Names) -> None:
    entry = entry_of(ConversationNoted(f"{X}/33/a", "Ring her first."))
    stranger = Names(names.state, PROFILES, "2")
    assert "Ring her" not in told(entry, stranger)
    assert told(entry, stranger).endswith("(not shown: no right to read there)")
    assert fields_of(entry, stranger) == []
    assert fields_of(entry, names) == [("Text", "Ring her first.")]
    assert fits(entry, wanted(Chosen("ring"), names))
    assert not fits(entry, wanted(Chosen("ring"), stranger))
    assert fits(entry, wanted(Chosen("note"), stranger))


@pytest.mark.parametrize(
    "text",
    ["gave", "role operator", "OAKE", "ben gave", "westmarchpolice", "97", "force", "Rôle"],
)
def test_what_a_sentence_says_is_found_by_its_words(names: Names, text: str) -> None:
    entry = entry_of(RoleGranted("2", "operator", f"profile/{X}"))
    other = entry_of(OfficerAdded("3", "PC Fenn"), "9")
    meant = wanted(Chosen(text), names)
    if text != "force":
        assert fits(entry, meant)
    assert not fits(other, meant)


def test_words_that_are_in_no_sentence_find_nothing(names: Names) -> None:
    entry = entry_of(RoleGranted("2", "operator", "force"))
    assert not fits(entry, wanted(Chosen("gave helicopter"), names))
    assert wanted(Chosen("  ,; "), names).everything
    assert Chosen("  ,; ").everything
