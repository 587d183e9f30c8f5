"""Entries in, state out: the same entries give the same state, in whatever batches they come."""

from collections.abc import Iterable

from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry, Head, is_chained
from controlroom.model.journal_kinds import Malformed, Read, Unknown, read
from controlroom.model.journal_rights import Refusal
from controlroom.team.rules import RULES
from controlroom.team.state import State


class NotTheRecord(WorldError):
    """An entry does not follow the one folded before it; nothing of it was folded."""

    sentence = "Entry {seq} of the record does not follow from the one before it."
    remedy = "Run “controlroom verify”, and tell who keeps the record."


class Fold:
    """Follows a journal.

    Args:
        state: what was folded before, from a snapshot.
    """

    def __init__(self, state: State | None = None) -> None:
        self.state = state or State()

    def take(self, entries: Iterable[Entry]) -> list[int]:
        """Folds the next entries, in order; returns those that were refused.

        Raises `NotTheRecord` at the first that is not chained to what was folded; those before it
        are folded.
        """
        refused = []
        for entry in entries:
            self._refuse_unchained(entry)
            refusal = _told(self.state, entry)
            if refusal is not None:
                self.state.refused[entry.seq] = refusal
                refused.append(entry.seq)
            self.state.seq, self.state.hash = entry.seq, entry.hash
        return refused

    def _refuse_unchained(self, entry: Entry) -> None:
        if not is_chained(Head(self.state.seq, self.state.hash), entry):
            raise NotTheRecord(seq=entry.seq)


def _told(state: State, entry: Entry) -> Refusal | None:
    told = read(entry)
    rule = RULES.get(type(told))
    if rule is None:
        return _without_rule(state, told)
    # Only decisions have rules; a check at every one of a million entries would be felt.
    if not told.reserved and not state.here(entry.actor):  # type: ignore[union-attr]
        return Refusal.NOT_AN_OFFICER if state.officers else Refusal.NOT_FOUNDED
    return rule(state, entry, told)


def _without_rule(state: State, told: Read) -> Refusal | None:
    if isinstance(told, Unknown):
        state.unknown += 1
    return Refusal.MALFORMED if isinstance(told, Malformed) else None
