"""Ways in which somebody with every right over the storage could change a record."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from controlroom.model.journal import (
    NO_HASH,
    Entry,
    Head,
    Proposal,
    chained,
    hash_of_body,
    hash_of_entry,
    stamp,
)

Tamper = Callable[[list[Entry], random.Random], list[Entry]]


def rehashed(entry: Entry) -> Entry:
    """Returns an entry whose own hashes fit it again."""
    body_hash = entry.body_hash if entry.body is None else hash_of_body(entry.body)
    about = (entry.actor, entry.kind, entry.subject)
    digest = hash_of_entry(entry.seq, stamp(entry.at), *about, body_hash, entry.prev_hash)
    return replace(entry, body_hash=body_hash, hash=digest)


def changed(entry: Entry, chance: random.Random) -> Entry:
    """Returns an entry that says something else."""
    ways: list[Callable[[], Entry]] = [
        lambda: replace(entry, actor=entry.actor + "1"),
        lambda: replace(entry, at=entry.at + timedelta(microseconds=chance.choice((-1, 1)))),
        lambda: replace(entry, kind=entry.kind + "_not"),
        lambda: replace(entry, subject=entry.subject + "1"),
        lambda: replace(entry, body=(entry.body or "{}")[:-1] + ',"zz":1}'),
    ]
    return chance.choice(ways)()


def alter(entries: list[Entry], chance: random.Random) -> list[Entry]:
    place = chance.randrange(len(entries))
    made = changed(entries[place], chance)
    entries[place] = rehashed(made) if chance.random() < 0.5 else made
    return entries


def flip_a_hash(entries: list[Entry], chance: random.Random) -> list[Entry]:
    place, name = chance.randrange(len(entries)), chance.choice(("hash", "prev_hash", "body_hash"))
    raw = bytearray(getattr(entries[place], name))
    raw[chance.randrange(32)] ^= 1 << chance.randrange(8)
    entries[place] = replace(entries[place], **{name: bytes(raw)})
    return entries


def take_a_body(entries: list[Entry], chance: random.Random) -> list[Entry]:
    with_body = [n for n, entry in enumerate(entries) if entry.body is not None]
    place = chance.choice(with_body)
    entries[place] = replace(entries[place], body=None)
    return entries


def delete(entries: list[Entry], chance: random.Random) -> list[Entry]:
    start = chance.randrange(len(entries))
    del entries[start : start + chance.choice((1, 1, 2, 5))]
    return renumbered(entries) if chance.random() < 0.5 else entries


def insert(entries: list[Entry], chance: random.Random) -> list[Entry]:
    place = chance.randrange(len(entries))
    before = entries[place - 1] if place else None
    head = Head(before.seq, before.hash) if before else Head()
    forged = Proposal("note.added", "note/1", '{"salt":"00","text":"forged","v":1}')
    entries.insert(place, chained(forged, head, entries[place].at, "4711"))
    return renumbered(entries) if chance.random() < 0.5 else entries


def reorder(entries: list[Entry], chance: random.Random) -> list[Entry]:
    one, other = chance.sample(range(len(entries)), 2)
    entries[one], entries[other] = entries[other], entries[one]
    return renumbered(entries) if chance.random() < 0.5 else entries


def cut_the_end_off(entries: list[Entry], chance: random.Random) -> list[Entry]:
    return entries[: chance.randrange(len(entries))]


def write_anew(entries: list[Entry], chance: random.Random) -> list[Entry]:
    """Changes one entry and chains all behind it again, without one mistake."""
    place = chance.randrange(len(entries))
    if chance.random() < 0.3 and len(entries) > 1:
        del entries[place]
        place = min(place, len(entries) - 1)
        if place == len(entries) - 1:
            entries[place] = changed(entries[place], chance)
    else:
        entries[place] = changed(entries[place], chance)
    return rechained(entries)


def renumbered(entries: list[Entry]) -> list[Entry]:
    """Returns entries without a gap, their hashes as they were."""
    return [replace(entry, seq=number) for number, entry in enumerate(entries, 1)]


def rechained(entries: list[Entry]) -> list[Entry]:
    """Returns a perfect chain of what the entries say now."""
    last, made = NO_HASH, []
    for number, entry in enumerate(entries, 1):
        made.append(rehashed(replace(entry, seq=number, prev_hash=last)))
        last = made[-1].hash
    return made


TAMPERS: tuple[Tamper, ...] = (
    alter,
    flip_a_hash,
    take_a_body,
    delete,
    insert,
    reorder,
    cut_the_end_off,
    write_anew,
)
