"""Outcomes that wait for the record on this computer's disk."""

from contextlib import closing
from pathlib import Path

from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_outgoing import DeliveryUnknown
from controlroom.store.journal.outcomes import OutcomeShelf
from tests.store.journal.samples import KEY


def test_outcomes_stay_in_their_order_until_they_are_told(tmp_path: Path) -> None:
    told = [proposal_of(DeliveryUnknown(f"{n:032}/0/x//1", "e" * 32, "ß")) for n in range(3)]
    with closing(OutcomeShelf.open(tmp_path, KEY)) as shelf:
        for one in told:
            shelf.add(one)
    with closing(OutcomeShelf.open(tmp_path, KEY)) as shelf:
        found = shelf.all()
        assert [one for _, one in found] == told
        shelf.drop(found[0][0])
        assert [one for _, one in shelf.all()] == told[1:]


def test_nothing_of_them_can_be_read_without_the_key(tmp_path: Path) -> None:
    with closing(OutcomeShelf.open(tmp_path, KEY)) as shelf:
        shelf.add(proposal_of(DeliveryUnknown("5" * 32 + "/0/x//1", "e" * 32, "said so")))
    raw = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert b"said so" not in raw
    assert b"delivery" not in raw
