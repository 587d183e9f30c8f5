"""The record as a list: read by pages, looked through in stretches."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from controlroom.model.journal import Entry, propose
from controlroom.store.journal import listing
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.checkpoints import Checkpointer
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.listing import (
    Unread,
    about,
    covering,
    head_of,
    lines_at,
    look,
    unsigned,
)
from controlroom.store.journal.wanted import Wanted, Word, fits
from tests.store.journal.samples import KEY, SIGNER, START, WORDS, Ticking, fill

COUNT = 150


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalFile]:
    one = JournalFile.open(tmp_path_factory.mktemp("record"), KEY, "4711", Ticking())
    fill(one, COUNT)
    yield one
    one.close()


@pytest.fixture
def entries(journal: JournalFile) -> list[Entry]:
    return [*all_entries(journal)][::-1]


def everything(journal: JournalFile, wanted: Wanted, limit: int = 7) -> list[listing.Line]:
    """Looks page by page until the beginning of the record."""
    found: list[listing.Line] = []
    before = head_of(journal.database) + 1
    while before > 1:
        stretch = look(journal.database, wanted, before, limit)
        assert len(stretch.lines) <= limit
        found += stretch.lines
        before = stretch.reached
    return found


def test_pages_hold_every_entry_once_and_the_newest_first(
    journal: JournalFile, entries: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert everything(journal, Wanted()) == entries
    monkeypatch.setattr(listing, "STRETCH", 5)
    assert everything(journal, Wanted()) == entries


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(about="note"),
        Wanted(about="not"),
        Wanted(subject="note/3"),
        Wanted(subject="note/"),
        Wanted(actor="4711"),
        Wanted(actor="9"),
        Wanted(kind="body.erased"),
        Wanted(since=START + timedelta(minutes=5)),
        Wanted(until=START + timedelta(minutes=5)),
        Wanted(since=START + timedelta(minutes=2), until=START + timedelta(minutes=4)),
        Wanted(only=frozenset({1, 17, 40, 9_999})),
        Wanted(only=frozenset()),
        Wanted(about="note", actor="4711", words=(Word("fenmarsh"),)),
        *(Wanted(words=(Word(word),)) for word in ("fenmarsh", "peniche", "news", "17", "m97")),
        Wanted(words=(Word("so"), Word("called"))),
        Wanted(words=(Word("erased", frozenset({"body.erased"})), Word("years"))),
        Wanted(words=(Word("karen", frozenset(), frozenset({"3"})),)),
        Wanted(words=(Word("x", frozenset(), frozenset({"4711"})),)),
        Wanted(words=(Word("salt"),)),
        Wanted(words=(Word("ß"),)),
    ],
    ids=repr,
)
def test_the_database_finds_what_fits_and_nothing_else(
    journal: JournalFile, entries: list[Entry], wanted: Wanted
) -> None:
    assert everything(journal, wanted) == [one for one in entries if fits(one, wanted)]


def test_words_are_found_without_case_and_accents(entries: list[Entry]) -> None:
    spoken = [one for one in entries if one.body and "péniche" in one.body]
    assert spoken
    wanted = Wanted(words=(Word("peniche"),))
    assert [one for one in entries if fits(one, wanted)] == spoken


def test_neither_the_salt_nor_the_names_of_fields_are_words_of_an_entry() -> None:
    one = _entry(text="calm")
    assert not fits(one, Wanted(words=(Word("text"),)))
    assert not any(fits(one, Wanted(words=(Word(digit * 2),))) for digit in "0123456789abcdef")


def test_an_entry_is_found_by_its_number_and_by_its_hash(entries: list[Entry]) -> None:
    one = entries[40]
    assert fits(one, Wanted(words=(Word(str(one.seq)),)))
    assert fits(one, Wanted(words=(Word(one.hash.hex()[:12]),)))


def test_what_is_about_a_profile_is_found_by_what_the_profile_is_called() -> None:
    profile = frozenset({"x//97"})
    one = replace(_entry("calm"), subject="conversation/x//97/1234")
    assert fits(one, Wanted(words=(Word("fenmarsh", frozenset(), profile),)))
    assert not fits(one, Wanted(words=(Word("fenmarsh", frozenset(), frozenset({"x//9"})),)))


def test_a_search_that_is_stopped_tells_how_far_it_came(
    journal: JournalFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "STRETCH", 5)
    head = head_of(journal.database)
    found = look(journal.database, Wanted(actor="9"), head + 1, 10, lambda: False)
    assert (found.lines, found.reached) == ((), head - 4)
    found = look(journal.database, Wanted(actor="9"), head + 1, 10, most_s=0)
    assert found.reached == head - 4


def test_places_are_read_in_the_order_asked_for_and_a_hole_is_told(journal: JournalFile) -> None:
    found = lines_at(journal.database, [5, 99_999, 3])
    assert [one.seq for one in found] == [5, 99_999, 3]
    assert found[1] == Unread(99_999, "")


def test_what_cannot_be_read_stands_in_its_place(tmp_path: Path) -> None:
    broken = JournalFile.open(tmp_path, KEY, "4711", Ticking())
    fill(broken, 12)
    with broken.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_is_fixed")
        connection.exec_driver_sql("UPDATE entry SET at = 'noon' WHERE seq = 4")
    found = everything(broken, Wanted(words=(Word("fenmarsh"),)))
    assert Unread(4, "a time that is none") in found
    assert lines_at(broken.database, [4]) == [Unread(4, "a time that is none")]
    broken.close()


def test_a_subject_is_told_with_all_its_entries(journal: JournalFile, entries: list[Entry]) -> None:
    of_three = [one for one in entries if one.subject == "note/3"]
    assert about(journal.database, "note/3", 2) == (len(of_three), of_three[:2])


def test_the_first_checkpoint_behind_an_entry_covers_it(tmp_path: Path) -> None:
    clock = Ticking()
    record = JournalFile.open(tmp_path, KEY, "4711", clock)
    signer = Checkpointer(record, SIGNER)
    fill(record, 4)
    first = signer.sign(clock())
    fill(record, 4, 2)
    second = signer.sign(clock())
    fill(record, 2, 3)
    assert first
    assert second
    assert covering(record.database, first.size) == first
    assert covering(record.database, first.size + 1) == second
    assert covering(record.database, head_of(record.database)) is None
    left = unsigned(record.database)
    assert left.entries == 2
    assert left.oldest == lines_at(record.database, [second.size + 2])[0].at  # type: ignore[union-attr]
    record.close()


def test_a_record_without_entries_is_an_empty_list(tmp_path: Path) -> None:
    empty = JournalFile.open(tmp_path, KEY, "1")
    assert head_of(empty.database) == 0
    assert look(empty.database, Wanted(), 1, 10).lines == ()
    assert unsigned(empty.database).oldest is None
    empty.close()


def _entry(text: str = "") -> Entry:
    made = propose("note.added", "note/1", {"text": text or WORDS[0]})
    return Entry(1, START, "X", made.kind, made.subject, made.body, b"", b"", bytes(32))
