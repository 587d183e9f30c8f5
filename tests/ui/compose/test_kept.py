"""What the workstation keeps of drafts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from controlroom.model import clock
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.store.desk.notes import UnsentDraft
from controlroom.store.desk.store import DeskStore
from controlroom.ui.compose import kept
from controlroom.ui.compose.kept import COMPOSE, REPLY, ProfileSet, new_sheet

WHOLE = Content(
    Act.POST, ("x//1",), (Piece("Hé 😀"),), {"x": (Piece("Hi"),)},
    at=datetime(2026, 12, 1, 19, 30, tzinfo=UTC), zone="Europe/London", spread_min=6, title="T",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DeskStore]:
    one = DeskStore.open(tmp_path, bytes(32))
    yield one
    one.close()


def test_a_sheet_comes_back_as_it_was_kept(store: DeskStore) -> None:
    sheet = replace(new_sheet(WHOLE), confirmed=("phone",), submitted="ab")
    kept.save(store, COMPOSE + sheet.id, sheet)
    found = kept.load(store, COMPOSE + sheet.id)
    assert found is not None
    assert found.sheet == sheet


def test_notes_and_drafts_of_a_later_version_are_left_alone(store: DeskStore) -> None:
    store.save_draft(UnsentDraft("note/x", b"a note", clock.now()))
    store.save_draft(UnsentDraft(COMPOSE + "later", b'{"other": 1}', clock.now()))
    kept.save(store, REPLY + "x//1/2", new_sheet(WHOLE))
    assert [one.name for one in kept.load_all(store)] == [REPLY + "x//1/2"]
    assert store.draft(COMPOSE + "later") is not None


def test_sets_of_profiles_come_back_in_their_order(store: DeskStore) -> None:
    assert kept.load_sets(store) == ()
    sets = (ProfileSet("Boroughs", ("x//1",)), ProfileSet("All", ("x//1", "x//2")))
    kept.save_sets(store, sets)
    assert kept.load_sets(store) == sets
