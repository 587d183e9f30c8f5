"""The record looked through for what was sent, or was to be: a page at a time, newest first."""

import time
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import read
from controlroom.model.journal_outgoing import DeliverySeenGone, DraftSubmitted
from controlroom.model.journal_subject import is_force_number
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import delivery_key
from controlroom.store.journal.left import behind, look_for_left
from controlroom.team.publishing.sent_record import Outcome, SentRow, sent_rows
from controlroom.ui.journal.names import Names
from controlroom.ui.sent.sought import Became, Sent, Sought, fits

if TYPE_CHECKING:
    from controlroom.store.database import Database

PAGE, MANY = 100, 1_000
"""Rows of a page, and those looked through at a time where few of them may fit: the deliveries of
one draft stand together, and are best read together.
"""
_NOT_LEFT = {Outcome.FAILED: Became.FAILED, Outcome.UNKNOWN: Became.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Asked:
    """Who looks for what.

    Attributes:
        refused: numbers of the entries that have no effect.
        head: number of the last entry that was judged; what stands behind it is left out.
        may_read: whether the private messages of a profile are for who asks; from any thread.
        unknown: deliveries of which nobody knows yet whether they left, as the record names them.
    """

    sought: Sought
    refused: Container[int]
    head: int
    names: Names
    may_read: Callable[[str], bool]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page, newest first; `reached` is the lowest number that was looked at, 1 at the end."""

    rows: tuple[Sent, ...]
    reached: int


def search(
    database: "Database",
    asked: Asked,
    before: int,
    limit: int = PAGE,
    going: Callable[[], bool] = lambda: True,
    most_s: float = 0.25,
) -> Found:
    """Looks for rows below a number until there are enough, or time is up. Raises `StoreError`."""
    found: list[Sent] = []
    until, reached, sought = time.monotonic() + most_s, before, asked.sought
    many = limit if sought.everything else max(limit, MANY)
    while reached > 1 and len(found) < limit:
        rest = max(0.0, until - time.monotonic())
        left = look_for_left(
            database, reached, many, sought.since, sought.until, going, rest, sought.kinds()
        )
        found += _wanted(database, asked, left.entries)
        reached = left.reached
        if time.monotonic() >= until or not going():
            break
    return Found(tuple(found), reached)


def _wanted(database: "Database", asked: Asked, entries: Sequence[Entry]) -> list[Sent]:
    """Returns the rows of some entries that say how sending ended, in their order."""
    valid = [one for one in entries if _holds(one, asked) and _may_fit(one, asked.sought)]
    drafts = dict.fromkeys(_draft_of(one) for one in valid)
    if not drafts:
        return []
    known = [one for one in behind(database, drafts) if _holds(one, asked)]
    rows = {row.seq: row for row in sent_rows(known, ())}
    by_subject: dict[str, list[Entry]] = {}
    for one in known:
        by_subject.setdefault(one.subject, []).append(one)
    made = (_sent(rows[one.seq], by_subject, asked) for one in valid if one.seq in rows)
    return [one for one in made if fits(one, asked.sought, asked.names)]


def _holds(entry: Entry, asked: Asked) -> bool:
    return entry.seq <= asked.head and entry.seq not in asked.refused


def _sent(row: SentRow, by_subject: dict[str, list[Entry]], asked: Asked) -> Sent:
    basis = [one for subject in _subjects(row) for one in by_subject.get(subject, ())]
    basis.sort(key=lambda one: one.seq)
    versions = [one.actor for one in basis if one.kind == DraftSubmitted.kind]
    people = frozenset(one.actor for one in basis if is_force_number(one.actor))
    veiled = row.act is Act.MESSAGE and not asked.may_read(row.key.profile)
    became = _became(row, basis)
    shown = _veil(row) if veiled else row
    return Sent(shown, became, tuple(dict.fromkeys(versions)), people, basis, veiled)


def _subjects(row: SentRow) -> tuple[str, str, str]:
    key = row.key
    own, back = (f"delivery/{key.draft}/{one}{key.part}/{key.profile}" for one in ("", "w"))
    return f"draft/{key.draft}", own, back


def _veil(row: SentRow) -> SentRow:
    back = None if row.not_back is None else ""
    none = replace(row, title="", text="", files=(), remote_id="", url="", said="", why="")
    return replace(none, not_back=back)


def _became(row: SentRow, basis: Iterable[Entry]) -> Became:
    if row.outcome is not Outcome.LEFT:
        return Became.NEVER_LEFT if row.never_left else _NOT_LEFT[row.outcome]
    if row.seen_gone is not None:
        return Became.REPLACED if _is_edited(basis) else Became.GONE
    if row.taken_back is not None:
        return Became.TAKEN_BACK
    if row.not_back is not None:
        return Became.NOT_BACK
    if row.withdrawn_by:
        return Became.WITHDRAWING
    if row.by_hand:
        return Became.BY_HAND
    return Became.FOUND if row.found else Became.STANDS


def _is_edited(basis: Iterable[Entry]) -> bool:
    told = (read(one) for one in basis if one.kind == DeliverySeenGone.kind)
    return any(isinstance(one, DeliverySeenGone) and one.edited for one in told)


def _may_fit(entry: Entry, sought: Sought) -> bool:
    """Returns whether an entry tells of a delivery, not of its being taken back, where it may."""
    try:
        key = delivery_key(entry.subject.partition("/")[2])
    except ValueError:
        return False
    fits_there = sought.profile in ("", key.profile) and sought.network in ("", key.network)
    return fits_there and not key.withdraws


def _draft_of(entry: Entry) -> str:
    return delivery_key(entry.subject.partition("/")[2]).draft
