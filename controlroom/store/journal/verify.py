"""Checks a record from its first entry to its last, and says where it is broken first.

Without exported checkpoints this shows every change that does not go on to the end of the chain.
With them it also shows that everything was written anew, or that the end was cut off, for as far as
the newest of them reaches: entries appended since are covered by the next one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from controlroom.model.journal import (
    NO_HASH,
    Entry,
    hash_of_body,
    hash_of_entry,
    is_name,
    stamp,
)
from controlroom.model.journal_checkpoint import Checkpoint, checkpoint_of
from controlroom.model.journal_kinds import BodyErased, CheckpointSigned, read
from controlroom.model.journal_tree import Tree
from controlroom.store.journal.errors import EntryUnreadable
from controlroom.store.journal.signing import holds


class Fault(StrEnum):
    """What is wrong with an entry."""

    UNREADABLE = "unreadable"
    OUT_OF_PLACE = "out of place"
    UNCHAINED = "not chained to the entry before"
    BODY_CHANGED = "its body was changed"
    CHANGED = "it was changed"
    BODY_GONE = "its body is gone, and nothing says who erased it"
    CHECKPOINT_FALSE = "a checkpoint that does not fit the entries before it"
    CHECKPOINT_FOREIGN = "a checkpoint signed with another key"
    ROOT_DIFFERS = "not what was signed in an exported checkpoint"
    CUT_OFF = "missing: an exported checkpoint covers it"
    EXPORT_FALSE = "covered by an exported checkpoint whose signature is false"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a record is not what it was; `seq` is the entry, or the line."""

    seq: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found.

    Attributes:
        entries: that are sound, from the first.
        head: hash of the last of them.
        erased: bodies that were erased under a rule.
        checkpoints: in the record, sound.
        exported: checkpoints of the custodian that fit.
        keys: the public keys all those were signed with, in hexadecimal.
        covered: up to which entry a fitting exported checkpoint reaches.
    """

    entries: int
    head: bytes
    erased: int
    checkpoints: int
    exported: int
    keys: frozenset[str]
    covered: int
    broken: Break | None


def verify(
    entries: Iterable[Entry],
    exported: Iterable[Checkpoint] = (),
    keys: Collection[str] = (),
) -> Verdict:
    """Reads a record to its end or to its first break.

    Args:
        exported: checkpoints as another custodian has kept them.
        keys: the public keys that may sign; empty for any.

    Raises what reading raises, `EntryUnreadable` excepted: that is a break.
    """
    walk = _Walk(exported, frozenset(keys))
    try:
        for entry in entries:
            fault = walk.step(entry)
            if fault is not None:
                return walk.verdict(fault)
    except EntryUnreadable as error:
        return walk.verdict(Break(_seq(error, walk.size + 1), Fault.UNREADABLE))
    return walk.verdict(walk.end())


def _seq(error: EntryUnreadable, expected: int) -> int:
    seq = error.values["seq"]
    return seq if isinstance(seq, int) else expected


class _Walk:
    """The way through a record."""

    def __init__(self, exported: Iterable[Checkpoint], keys: frozenset[str]) -> None:
        self._tree, self._last = Tree(), NO_HASH
        self._trusted, self._keys = keys, set[str]()
        self._gone: dict[str, int] = {}
        self._erased = self._checkpoints = self._fitting = self._covered = 0
        self._exported: dict[int, list[Checkpoint]] = {}
        for one in exported:
            self._exported.setdefault(one.size, []).append(one)

    @property
    def size(self) -> int:
        return self._tree.size

    def step(self, entry: Entry) -> Break | None:
        fault = self._chain_fault(entry)
        if fault is None:
            self._tree.add(entry.hash)
            self._last = entry.hash
            fault = self._told_fault(entry) or self._export_fault()
        return Break(entry.seq, fault) if fault else None

    def end(self) -> Break | None:
        beyond = [size for size in self._exported if size > self.size]
        if beyond:
            return Break(self.size + 1, Fault.CUT_OFF)
        return Break(min(self._gone.values()), Fault.BODY_GONE) if self._gone else None

    def verdict(self, broken: Break | None) -> Verdict:
        return Verdict(
            self.size,
            self._last,
            self._erased,
            self._checkpoints,
            self._fitting,
            frozenset(self._keys),
            self._covered,
            broken,
        )

    def _chain_fault(self, entry: Entry) -> Fault | None:
        if entry.seq != self.size + 1:
            return Fault.OUT_OF_PLACE
        if entry.prev_hash != self._last:
            return Fault.UNCHAINED
        names = (entry.actor, entry.kind, entry.subject)
        if not all(is_name(name) for name in names):
            return Fault.UNREADABLE
        if entry.body is None:
            self._gone[str(entry.seq)] = entry.seq
        elif hash_of_body(entry.body) != entry.body_hash:
            return Fault.BODY_CHANGED
        seq, at = entry.seq, stamp(entry.at)
        if hash_of_entry(seq, at, *names, entry.body_hash, entry.prev_hash) != entry.hash:
            return Fault.CHANGED
        return None

    def _told_fault(self, entry: Entry) -> Fault | None:
        if entry.kind == BodyErased.kind:
            self._take_erasure(entry)
        elif entry.kind == CheckpointSigned.kind:
            return self._checkpoint_fault(entry)
        return None

    def _take_erasure(self, entry: Entry) -> None:
        told = read(entry)
        if isinstance(told, BodyErased) and self._gone.pop(told.entry, 0):
            self._erased += 1

    def _checkpoint_fault(self, entry: Entry) -> Fault | None:
        told = read(entry)
        if not isinstance(told, CheckpointSigned):
            return Fault.CHECKPOINT_FALSE
        one = checkpoint_of(told)
        if not 0 < one.size < entry.seq or not self._fits(one):
            return Fault.CHECKPOINT_FALSE
        if self._trusted and one.key not in self._trusted:
            return Fault.CHECKPOINT_FOREIGN
        self._checkpoints += 1
        self._keys.add(one.key)
        return None

    def _export_fault(self) -> Fault | None:
        for one in self._exported.get(self.size, ()):
            if not holds(one):
                return Fault.EXPORT_FALSE
            if self._trusted and one.key not in self._trusted:
                return Fault.CHECKPOINT_FOREIGN
            if not self._fits(one):
                return Fault.ROOT_DIFFERS
            self._fitting, self._covered = self._fitting + 1, self.size
            self._keys.add(one.key)
        return None

    def _fits(self, one: Checkpoint) -> bool:
        return self._tree.root(one.size).hex() == one.root and holds(one)
