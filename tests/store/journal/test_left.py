"""What left, found in the record by pages, with every entry behind it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import Decision, GroupPlaced, proposal_of
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryFailed,
    DeliveryMarkedSent,
    DeliverySent,
    DraftSubmitted,
    DraftWithdrawn,
)
from controlroom.store.journal import left
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.left import behind, entry_at, look_for_left
from tests.store.journal.samples import KEY, Ticking

A, B, SENDER = "a" * 32, "b" * 32, "5" * 32
LIKE_A = "a" * 31 + "0"


def said() -> Iterator[Decision]:
    for draft in (A, LIKE_A, B):
        yield DraftSubmitted(draft, "{}")
        for profile in ("x//1", "x//2"):
            yield DeliveryClaimed(f"{draft}/0/{profile}", "h", SENDER)
            yield DeliverySent(f"{draft}/0/{profile}", SENDER, f"{draft[:2]}{profile}")
        yield GroupPlaced(f"Group {draft[-1]}")
    yield DeliveryFailed(f"{A}/0/x//3", SENDER, "refused")
    yield DeliveryMarkedSent(f"{A}/0/x//3")
    yield DraftWithdrawn(A)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalFile]:
    one = JournalFile.open(tmp_path_factory.mktemp("left"), KEY, "4711", Ticking())
    one.append_all([proposal_of(decision) for decision in said()])
    yield one
    one.close()


@pytest.fixture(scope="module")
def entries(journal: JournalFile) -> list[Entry]:
    return [*all_entries(journal)]


def expected(entries: list[Entry]) -> list[int]:
    kinds = (DeliverySent.kind, DeliveryMarkedSent.kind, DeliveryFailed.kind)
    return [one.seq for one in reversed(entries) if one.kind in kinds]


def test_what_left_or_failed_is_found_newest_first(
    journal: JournalFile, entries: list[Entry]
) -> None:
    found = look_for_left(journal.database, len(entries) + 1, 100)
    assert [one.seq for one in found.entries] == expected(entries)
    assert found.reached == 1


@pytest.mark.parametrize("stretch", [1, 3, 10_000])
@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_join_up_without_gap_or_repetition(
    journal: JournalFile,
    entries: list[Entry],
    monkeypatch: pytest.MonkeyPatch,
    stretch: int,
    limit: int,
) -> None:
    monkeypatch.setattr(left, "STRETCH", stretch)
    numbers, before = [], len(entries) + 1
    while before > 1:
        page = look_for_left(journal.database, before, limit)
        assert len(page.entries) <= limit
        assert page.reached < before
        numbers += [one.seq for one in page.entries]
        before = page.reached
    assert numbers == expected(entries)


def test_a_search_ends_when_it_is_told_to(
    journal: JournalFile, entries: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(left, "STRETCH", 2)
    page = look_for_left(journal.database, len(entries) + 1, 100, going=lambda: False)
    assert page.reached == len(entries) - 1
    assert look_for_left(journal.database, len(entries) + 1, 100, most_s=0) == page


def test_a_stretch_of_time_leaves_the_rest_out(journal: JournalFile, entries: list[Entry]) -> None:
    newest = entries[-2]
    late = look_for_left(journal.database, len(entries) + 1, 100, since=newest.at)
    assert [one.seq for one in late.entries] == [newest.seq]
    early = look_for_left(journal.database, len(entries) + 1, 100, until=newest.at)
    assert [one.seq for one in early.entries] == expected(entries)[1:]
    hour = timedelta(hours=1)
    assert not look_for_left(journal.database, len(entries) + 1, 100, newest.at + hour).entries


def test_behind_a_draft_is_all_about_it_and_nothing_of_another(
    journal: JournalFile, entries: list[Entry]
) -> None:
    found = behind(journal.database, [A])
    assert [one.seq for one in found] == [one.seq for one in entries if A in one.subject]
    assert {one.subject.partition("/")[0] for one in found} == {"draft", "delivery"}
    both = behind(journal.database, [B, A])
    assert [one.seq for one in both] == sorted(one.seq for one in both)
    assert behind(journal.database, ["d" * 32]) == []


def test_an_entry_is_found_by_its_number(journal: JournalFile, entries: list[Entry]) -> None:
    assert entry_at(journal.database, 3) == entries[2]
    assert entry_at(journal.database, 999) is None


def test_only_what_ended_in_some_way_is_looked_for(
    journal: JournalFile, entries: list[Entry]
) -> None:
    found = look_for_left(journal.database, len(entries) + 1, 100, kinds=[DeliveryFailed.kind])
    assert [one.kind for one in found.entries] == [DeliveryFailed.kind]
    assert found.reached == 1
