"""What every journal promises, in a file and in PostgreSQL alike."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from controlroom.model.journal import Entry, Proposal, Unencodable, propose
from controlroom.model.journal_kinds import OfficerAdded, RoleGranted, proposal_of, read
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import AheadOfJournal, Conflict
from controlroom.store.journal.verify import verify
from tests.store.journal.conftest import FOUNDING, Journal, Opener

TEXTS = ("", "péniche 𝔐97", 'so "called"', "back\\slash", "\t\n\r\b\f\x1f\x7f", "\u2028", "\x00")


def note(subject: str = "note/1", **values: object) -> Proposal:
    return propose("note.added", subject, values)


def test_an_entry_is_stamped_with_who_and_when(opened: Opener) -> None:
    journal = opened("22B")
    before = datetime.now(UTC) - timedelta(seconds=1)
    entry = journal.append(note(text="x"), 0)
    assert journal.actor == entry.actor == "22B"
    assert before < entry.at < datetime.now(UTC) + timedelta(seconds=1)
    assert journal.entries(entry.seq - 1) == [entry]


def test_the_chain_holds_whatever_stands_in_it(opened: Opener) -> None:
    """Every hash that the database made is the one we make."""
    journal = opened("4711")
    for text in TEXTS:
        journal.append(note(text=text, deep=[{"é": 1} for _ in range(0)]), journal.head().seq)
        journal.append(note(f"note/é {len(text)}"), journal.head().seq)
    entries = list(all_entries(journal))
    verdict = verify(entries)
    assert verdict.broken is None
    assert verdict.entries == len(entries) == 1 + 2 * len(TEXTS)
    assert verdict.head == journal.head().hash


def test_the_first_entry_says_who_began(opened: Opener) -> None:
    assert read(opened("4711").entries()[0]) == FOUNDING


def test_who_was_first_is_named(opened: Opener) -> None:
    mine, theirs = opened("1"), opened("2")
    seen = mine.head().seq
    won = theirs.append(note(by="2"), seen)
    with pytest.raises(Conflict, match=r"2 was first: note\.added") as lost:
        mine.append(note(by="1"), seen)
    assert lost.value.first == won
    assert mine.head().seq == won.seq


def test_the_first_of_several_is_named(opened: Opener) -> None:
    mine, theirs = opened("1"), opened("2")
    first = theirs.append(note(n=1), 1)
    theirs.append(note(n=2), first.seq)
    with pytest.raises(Conflict) as lost:
        mine.append(note(n=3), 1)
    assert lost.value.first == first


def test_other_subjects_do_not_get_in_the_way(opened: Opener) -> None:
    mine, theirs = opened("1"), opened("2")
    theirs.append(note("note/other"), 1)
    assert mine.append(note("note/mine"), 1).seq == 3


def test_the_head_will_do_for_what_was_seen(opened: Opener) -> None:
    journal = opened("1")
    journal.append(note(n=1), 0)
    journal.append(note("note/2"), 0)
    assert journal.append(note(n=2), journal.head().seq).seq == 4


def test_the_same_proposal_twice_is_one_entry(opened: Opener) -> None:
    journal = opened("1")
    one = note(text="once")
    assert journal.append(one, 0) == journal.append(one, 0)
    assert journal.head().seq == 2


def test_the_same_words_twice_are_two_decisions(opened: Opener) -> None:
    journal = opened("1")
    journal.append(note(text="again"), 0)
    with pytest.raises(Conflict):
        journal.append(note(text="again"), 0)


def test_a_journal_put_back_from_a_copy_is_noticed(opened: Opener) -> None:
    journal = opened("1")
    with pytest.raises(AheadOfJournal, match="ends at entry 1, but entry 99"):
        journal.append(note(), 99)
    assert journal.head().seq == 1


def test_entries_come_in_pages(opened: Opener) -> None:
    journal = opened("1")
    made = [journal.append(note(f"note/{n}"), 0) for n in range(7)]
    assert [entry.seq for entry in journal.entries(3, 2)] == [4, 5]
    assert journal.about("note/3") == [made[3]]
    assert journal.entries(8) == []


def test_a_follower_is_woken(opened: Opener) -> None:
    mine, theirs = opened("1"), opened("2")
    assert not mine.wait(1, 0.01)
    woken: list[Entry] = []

    def follow() -> None:
        if mine.wait(1, 20):
            woken.extend(mine.entries(1))

    thread = threading.Thread(target=follow)
    thread.start()
    entry = theirs.append(note(), 1)
    thread.join(30)
    assert woken == [entry]


def test_threads_that_race_have_one_winner_a_round(opened: Opener) -> None:
    racers = [opened(number) for number in "123"]
    won: list[int] = []
    lost: list[int] = []

    def race(journal: Journal) -> None:
        for number in range(15):
            try:
                won.append(journal.append(note(f"race/{number}"), 1).seq)
            except Conflict:
                lost.append(number)

    threads = [threading.Thread(target=race, args=(one,)) for one in racers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(won) == 15
    assert len(lost) == 30
    assert verify(all_entries(racers[0])).entries == 16


def test_decisions_are_read_back_as_they_were(opened: Opener) -> None:
    journal = opened("4711")
    decisions = [OfficerAdded("22", "Ines Okoro"), RoleGranted("22", "operator", "force")]
    for one in decisions:
        journal.append(proposal_of(one), journal.head().seq)
    assert [read(entry) for entry in journal.entries(1)] == decisions


@pytest.mark.parametrize(
    ("kind", "subject", "body"),
    [
        ("Note", "note/1", {}),
        ("note", "note/1", {}),
        ("note.added", "", {}),
        ("note.added", "two\nlines", {}),
        ("note.added", "x" * 401, {}),
        ("note.added", "note/1", {"é": 1}),
        ("note.added", "note/1", {"n": 1.5}),
        ("note.added", "note/1", {"n": 2**53}),
        ("note.added", "note/1", {"n": {1}}),
        ("note.added", "note/1", {"t": "\ud800"}),
        ("note.added", "note/1", {"t": "x" * 65_537}),
    ],
)
def test_what_no_journal_can_hold_is_no_proposal(
    kind: str, subject: str, body: dict[str, object]
) -> None:
    with pytest.raises(Unencodable):
        propose(kind, subject, body)
