"""Following the record in a real file, from two sides."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from controlroom.model.journal import Proposal
from controlroom.model.journal_kinds import (
    GroupPlaced,
    OfficerAdded,
    OfficerChanged,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_subject import FORCE
from controlroom.store.journal.errors import Conflict
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.folded import kept_fold
from controlroom.team import follower
from controlroom.team.follower import folded
from controlroom.team.roles import founding
from controlroom.team.state import State
from tests.team.ears import Listener

KEY = bytes(range(32))


def door(folder: Path, actor: str = "1") -> Callable[[], JournalFile]:
    return lambda: JournalFile.open(folder, KEY, actor)


def beginning() -> Proposal:
    return proposal_of(founding("1", "Asha Venn", alone=True))


def test_a_new_record_is_founded_once(tmp_path: Path) -> None:
    for _ in range(2):
        with Listener(door(tmp_path), beginning()) as one:
            assert one.fold is not None
            assert one.fold.state.seq == 1
            assert one.fold.state.here("1")


def test_a_decision_is_told_to_who_made_it_and_folded_by_everybody(tmp_path: Path) -> None:
    with Listener(door(tmp_path), beginning()) as one, Listener(door(tmp_path)) as other:
        one.decide(OfficerAdded("2", "Ben Oake"))
        one.until(lambda: one.entries)
        for listener in (one, other):
            listener.until(lambda who=listener: who.fold.state.here("2"))
        assert one.entries[0].subject == "officer/2"
        assert not one.errors


def test_who_comes_second_gets_the_first_ones_entry(tmp_path: Path) -> None:
    with Listener(door(tmp_path), beginning()) as one, Listener(door(tmp_path)) as other:
        one.decide(OfficerAdded("2", "Ben Oake"))
        one.until(lambda: one.entries)
        other.decide(OfficerChanged("2", "Benjamin Oake"), seen=1)
        other.until(lambda: other.errors)
        error = other.errors[0]
        assert isinstance(error, Conflict)
        assert error.first == one.entries[0]


def test_somebody_else_acts_after_reopening(tmp_path: Path) -> None:
    actor = ["1"]
    with Listener(lambda: JournalFile.open(tmp_path, KEY, actor[0]), beginning()) as one:
        one.decide(OfficerAdded("2", "Ben Oake"))
        one.decide(RoleGranted("2", "administrator", FORCE), seen=9)
        one.until(lambda: one.entries and one.errors)
        actor[0] = "2"
        one.follower.reopen()
        one.decide(GroupPlaced("Fenmarsh"))
        one.until(lambda: len(one.entries) == 2)
        assert [entry.actor for entry in one.entries] == ["1", "2"]


def test_a_long_record_is_not_folded_again_from_the_start(tmp_path: Path) -> None:
    places = [GroupPlaced(f"G{number}") for number in range(follower.KEPT_EACH)]
    proposals = [beginning(), *map(proposal_of, places)]
    with closing(JournalFile.open(tmp_path, KEY, "1")) as journal:
        journal.append_all(proposals)
        whole = folded(journal).state
        assert kept_fold(journal.database) is not None
        journal.append(proposal_of(OfficerAdded("2", "Ben Oake")), whole.seq)
        again = folded(journal).state
        assert set(again.officers) == {"1", "2"}
        assert again.groups == whole.groups


def test_what_was_kept_of_another_record_is_not_believed(tmp_path: Path) -> None:
    with closing(JournalFile.open(tmp_path, KEY, "1")) as journal:
        journal.append_all([beginning(), proposal_of(OfficerAdded("2", "Ben Oake"))])
        state = State(seq=2, hash=b"?" * 32)
        follower.keep_fold(journal.database, state.seq, state.hash, follower.snapshot(state))
        assert kept_fold(journal.database) is None
        assert set(folded(journal).state.officers) == {"1", "2"}


def test_a_kept_state_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    with closing(JournalFile.open(tmp_path, KEY, "1")) as journal:
        head = journal.append_all([beginning()])
        follower.keep_fold(journal.database, head.seq, head.hash, b"nonsense")
        assert set(folded(journal).state.officers) == {"1"}
