"""The record behind a window, in a real file."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from controlroom.house.recorded import account_number
from controlroom.model.journal import Entry, Proposal
from controlroom.model.journal_kinds import (
    OfficerAdded,
    ProfileLocked,
    ProfilePlaced,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_rights import Refusal, Right
from controlroom.model.journal_subject import FORCE
from controlroom.store.journal.errors import Conflict
from controlroom.store.journal.file import JournalFile
from controlroom.team.roles import founding
from controlroom.team.state import State
from controlroom.ui.record.book import NotFollowed, RecordBook, WithoutEffect

if TYPE_CHECKING:
    from controlroom.model.errors import WorldError

KEY = bytes(range(32))


class OneDesk:
    """A house of which only the record is asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def record(self, actor: str) -> JournalFile:
        return JournalFile.open(self._folder, KEY, actor)

    def founding(self, officer: str) -> Proposal | None:
        return proposal_of(founding(officer or "1", "Asha Venn", alone=True))

    def acting(self, officer: str) -> str:
        return officer or "1"

    def acting_of(self, state: State, officer: str) -> str:
        return officer if state.here(officer) else "1"


Opener = Callable[[str], RecordBook]


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opener]:
    made: list[RecordBook] = []

    def opens(officer: str = "") -> RecordBook:
        book = RecordBook()
        made.append(book)
        with qtbot.waitSignal(book.begun, timeout=60_000):
            book.open(OneDesk(tmp_path), officer)
        return book

    yield opens
    for book in made:
        book.close()


class Answers:
    """What became of decisions."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.errors: list[WorldError] = []

    def any(self) -> bool:
        return bool(self.entries or self.errors)


def decided(book: RecordBook, qtbot: QtBot, *decisions: object) -> Answers:
    """Decides, and waits for as many answers."""
    got = Answers()
    for decision in decisions:
        book.decide(decision, got.entries.append, got.errors.append)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(got.entries) + len(got.errors) == len(decisions), timeout=60_000)
    return got


def test_who_founded_the_record_may_everything(opened: Opener) -> None:
    book = opened("")
    assert book.officer == "1"
    assert all(book.may(right) for right in Right)
    assert book.why(Right.MANAGE).because


def test_before_it_was_read_nobody_may_anything() -> None:
    book, errors = RecordBook(), []
    assert not book.may(Right.READ)
    with pytest.raises(NotFollowed):
        book.why(Right.READ)
    book.decide(OfficerAdded("2", "Ben Oake"), failed=errors.append)
    assert isinstance(errors[0], NotFollowed)


def test_a_decision_is_answered_when_the_state_has_it(opened: Opener, qtbot: QtBot) -> None:
    book = opened("")
    got = decided(book, qtbot, OfficerAdded("2", "Ben Oake"))
    assert got.entries[0].actor == "1"
    assert book.state is not None
    assert book.state.here("2")


def test_a_decision_without_effect_says_why(opened: Opener, qtbot: QtBot) -> None:
    book = opened("")
    decided(book, qtbot, OfficerAdded("2", "Ben Oake"))
    book.act_as("2")
    got = decided(book, qtbot, OfficerAdded("3", "Cara Fell"))
    assert isinstance(got.errors[0], WithoutEffect)
    assert got.errors[0].refusal is Refusal.NO_RIGHT


def test_two_desks_that_decide_at_once_get_one_entry_and_one_conflict(
    opened: Opener, qtbot: QtBot
) -> None:
    one = opened("")
    decided(one, qtbot, ProfilePlaced("x//97"))
    other = opened("")
    got = Answers()
    for book in (one, other):
        book.decide(ProfileLocked("x//97", "misuse"), got.entries.append, got.errors.append)
    qtbot.waitUntil(lambda: len(got.entries) + len(got.errors) == 2, timeout=60_000)
    assert len(got.entries) == 1
    assert isinstance(got.errors[0], Conflict)
    for book in (one, other):
        qtbot.waitUntil(lambda who=book: "x//97" in who.state.locked, timeout=60_000)


def test_the_officer_of_the_settings_works_here_if_the_record_knows_them(
    opened: Opener, qtbot: QtBot
) -> None:
    book = opened("")
    decided(book, qtbot, OfficerAdded("2", "Ben Oake"), RoleGranted("2", "operator", FORCE))
    book.close()
    assert opened("2").officer == "2"
    assert opened("77").officer == "1"


def test_a_closed_book_answers_nobody(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    book = opened("")
    heard: list[object] = []
    book.changed.connect(heard.append)
    book.close()
    with closing(OneDesk(tmp_path).record("1")) as journal:
        journal.append(proposal_of(OfficerAdded("2", "Ben Oake")), 1)
    qtbot.wait(50)
    assert not heard
    assert book.state is None


def test_an_account_gives_a_force_number() -> None:
    assert account_number().isalnum()
    assert account_number() == account_number().upper()
