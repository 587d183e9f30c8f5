"""What entries about notes come to, and what the fold lets pass."""

from datetime import UTC, datetime

from controlroom.model.journal import Entry, Head, chained
from controlroom.model.journal_kinds import (
    ConversationAssigned,
    ConversationNoted,
    Decision,
    NoteChanged,
    OfficerAdded,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.journal_subject import (
    FORCE,
    LONGEST_NOTE,
    conversation_key,
    conversation_of_note,
    note_key,
)
from controlroom.team.fold import Fold
from controlroom.team.notes import notes_of
from controlroom.team.roles import founding
from controlroom.team.snapshot import snapshot

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
TALK = conversation_key("x//1", "987")
NOTE = note_key(TALK, "4f02")
TEAM: tuple[tuple[str, Decision], ...] = (
    ("1", founding("1", "Asha Venn", alone=True)),
    ("1", OfficerAdded("7", "PC Imran Shah")),
    ("1", RoleGranted("7", "operator", FORCE)),
    ("1", OfficerAdded("8", "Imogen Sark")),
    ("1", RoleGranted("8", "analyst", FORCE)),
)


def recorded(*decisions: tuple[str, Decision]) -> list[Entry]:
    entries: list[Entry] = []
    for actor, decision in (*TEAM, *decisions):
        last = entries[-1] if entries else None
        head = Head(last.seq, last.hash) if last else Head()
        entries.append(chained(proposal_of(decision), head, AT, actor))
    return entries


def refusals(*decisions: tuple[str, Decision]) -> list[Refusal]:
    fold = Fold()
    fold.take(recorded(*decisions))
    return list(fold.state.refused.values())


def test_who_may_reply_or_draft_notes_and_nobody_else() -> None:
    assert refusals(("7", ConversationNoted(NOTE, "Log 2231"))) == []
    assert refusals(("8", ConversationNoted(NOTE, "Log 2231"))) == [Refusal.NO_RIGHT]
    assert refusals(("8", NoteChanged(NOTE, "Log 2231"))) == [Refusal.NO_RIGHT]
    assert refusals(("99", ConversationNoted(NOTE, "Log 2231"))) == [Refusal.NOT_AN_OFFICER]


def test_a_note_has_some_text_and_not_too_much() -> None:
    assert refusals(("7", ConversationNoted(NOTE, "x" * LONGEST_NOTE))) == []
    assert refusals(("7", ConversationNoted(NOTE, "x" * (LONGEST_NOTE + 1)))) == [Refusal.MALFORMED]
    assert refusals(("7", ConversationNoted(NOTE, " \n"))) == [Refusal.MALFORMED]


def test_versions_are_kept_in_order_and_refused_ones_left_out() -> None:
    entries = recorded(
        ("7", ConversationNoted(NOTE, "one")),
        ("8", NoteChanged(NOTE, "from who may not")),
        ("1", NoteChanged(NOTE, "two")),
    )
    fold = Fold()
    fold.take(entries)
    [note] = notes_of(entries, fold.state.refused)
    assert [(one.officer, one.text) for one in note.versions] == [("7", "one"), ("1", "two")]
    assert (note.first.text, note.last.seq) == ("one", entries[-1].seq)
    assert note.conversation == TALK == conversation_of_note(NOTE)


def test_a_change_of_what_was_never_noted_is_no_note() -> None:
    assert notes_of(recorded(("7", NoteChanged(NOTE, "two")))) == ()


def test_an_erased_note_is_known_to_have_been_there() -> None:
    *_, entry = recorded(("7", ConversationNoted(NOTE, "one")))
    gone = Entry(entry.seq, entry.at, entry.actor, entry.kind, entry.subject, None,
                 entry.body_hash, entry.prev_hash, entry.hash)  # fmt: skip
    [note] = notes_of([gone])
    assert note.last.text is None
    assert ConversationNoted.erasable
    assert NoteChanged.erasable
    assert not ConversationAssigned.erasable


def test_a_state_does_not_stand_on_what_can_be_erased() -> None:
    entries = recorded(("7", ConversationNoted(NOTE, "one")))
    whole, after = Fold(), Fold()
    whole.take(entries)
    last = entries[-1]
    gone = Entry(last.seq, last.at, last.actor, last.kind, last.subject, None,
                 last.body_hash, last.prev_hash, last.hash)  # fmt: skip
    after.take([*entries[:-1], gone])
    assert snapshot(after.state) == snapshot(whole.state)


def test_a_root_too_long_for_a_subject_is_named_by_its_hash() -> None:
    address = "https://herald.example/" + "a" * 2_000
    key = conversation_key("feeds//7", address)
    assert len(key) < 120
    assert key != conversation_key("feeds//7", address + "b")
    assert key.rpartition("/")[0] == "feeds//7"
