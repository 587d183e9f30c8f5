"""How fast the record is: appended to by many, shown to many, folded from the first entry.

    python -m benchmarks.journal

PostgreSQL is started for it on this computer, with fsync as in service; clients run beside it, on
the same processors. Raw is the same row by a plain INSERT of its own transaction. Shown is the time
from before an append to after the fold of it in each of 50 followers. The fold reads from
`journal.db`, checks every hash and judges every right; most entries assign conversations. Ready is
the time from an empty folder to the folded state on a new workstation of a team with that record,
by the state a station has kept.
"""

import multiprocessing
import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import click
import psycopg

from benchmarks.measure import KEY, folder, peak_mib, percentile, report, say
from benchmarks.postgres import Cluster, cluster, missing
from controlroom.model.journal import Entry, Head, Proposal, chained, propose, stamp
from controlroom.model.journal_kinds import (
    ConversationAssigned,
    GroupPlaced,
    OfficerAdded,
    ProfilePlaced,
    RoleGranted,
    proposal_of,
)
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.file import JournalFile, write
from controlroom.store.journal.folded import sealed
from controlroom.store.journal.followed import CopiedJournal
from controlroom.store.journal.moving import copy_into
from controlroom.store.journal.postgres.setup import (
    add_officer,
    add_station,
    create,
    create_with,
)
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.signing import Signer
from controlroom.team.fold import Fold
from controlroom.team.follower import folded
from controlroom.team.roles import founding
from controlroom.team.snapshot import restored, snapshot

if TYPE_CHECKING:
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier

PROCESSES = 5
INSERT = """
INSERT INTO raw (at, actor, kind, subject, body, body_hash, prev_hash, hash)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""
RAW = """
CREATE TABLE raw (seq bigserial PRIMARY KEY, at text, actor text, kind text, subject text,
    body text, body_hash bytea, prev_hash bytea, hash bytea);
CREATE INDEX raw_subject ON raw (subject, seq)
"""
Turn = Callable[[int], None]


@click.command()
@click.option("--seconds", default=4.0, show_default=True, help="Of each round of appending.")
@click.option("--shown", default=60, show_default=True, help="Entries shown to the followers.")
@click.option("--followers", default=50, show_default=True)
@click.option("--entries", default=1_000_000, show_default=True, help="To fold; 0 for none.")
@click.option("--server/--no-server", default=True, help="Without it only the fold is measured.")
def main(seconds: float, shown: int, followers: int, entries: int, server: bool) -> None:
    """Measures appending, showing and folding."""
    figures: dict[str, object] = {}
    if reason := missing():
        say(reason)
    with folder() as place:
        if entries:
            figures |= folding(place, entries)
        if server and not reason:
            with cluster(durable=True) as one:
                figures |= _with_server(one, seconds, shown, followers)
                if entries:
                    figures["ready_s"] = joining(one, place)
    report(**figures, entries=entries, peak_mib=peak_mib())


def _with_server(server: Cluster, seconds: float, shown: int, followers: int) -> dict[str, object]:
    name = server.database()
    admin = server.url(database=name)
    create(admin, proposal_of(founding("1", "Asha Venn", alone=True)))
    url = server.url(add_officer(admin, "1", "word"), name, "word")
    server.run("ALTER ROLE officer_1 CONNECTION LIMIT -1", name)
    server.run(RAW, name)
    appends, raw = {}, {}
    for writers in (1, 10, 50):
        raw[str(writers)] = rate(inserting, admin, writers, seconds)
        appends[str(writers)] = rate(appending, url, writers, seconds)
        say(f"{writers} writers: {appends[str(writers)]:.0f}/s, raw {raw[str(writers)]:.0f}/s")
    times = showing(url, shown, followers)
    return {
        "appends_per_s": {name: round(value, 1) for name, value in appends.items()},
        "raw_per_s": {name: round(value, 1) for name, value in raw.items()},
        "shown_p50_ms": percentile(times, 0.5),
        "shown_p95_ms": percentile(times, 0.95),
        "shown_max_ms": max(times),
    }


def rate(turns: Callable[[str, int], Turn], url: str, writers: int, seconds: float) -> float:
    """Returns how many turns a second so many writers get done together."""
    shares = [writers // PROCESSES + (n < writers % PROCESSES) for n in range(PROCESSES)]
    told: Queue[int] = multiprocessing.Queue()
    start = multiprocessing.Barrier(sum(share > 0 for share in shares))
    made = [
        multiprocessing.Process(target=_write, args=(turns, url, n, share, seconds, start, told))
        for n, share in enumerate(shares)
        if share
    ]
    for one in made:
        one.start()
    total = sum(told.get(timeout=seconds + 60) for _ in made)
    for one in made:
        one.join()
    return total / seconds


def _write(
    turns: Callable[[str, int], Turn],
    url: str,
    number: int,
    share: int,
    seconds: float,
    start: "Barrier",
    told: "Queue[int]",
) -> None:
    """One process with a share of the writers, a thread and a connection each."""
    mine = [turns(url, number * 100 + n) for n in range(share)]
    for turn in mine:
        turn(0)
    start.wait(60)
    counts, until = [0] * share, time.monotonic() + seconds

    def work(n: int) -> None:
        while time.monotonic() < until:
            counts[n] += 1
            mine[n](counts[n])

    threads = [Thread(target=work, args=(n,)) for n in range(share)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told.put(sum(counts))


def appending(url: str, number: int) -> Turn:
    """Returns a turn of one writer who appends about subjects of their own."""
    journal, run = TeamJournal(url), time.monotonic_ns()
    return lambda n: void(journal.append(_note(f"{run}/{number}/{n}"), 0))


def inserting(url: str, number: int) -> Turn:
    """Returns a turn of one writer who inserts the same rows without any promise."""
    connection = psycopg.connect(url, autocommit=True)

    def turn(n: int) -> None:
        made = chained(_note(f"{number}/{n}"), Head(), datetime.now(UTC), "1")
        values = (made.at.isoformat(), made.actor, made.kind, made.subject, made.body)
        connection.execute(INSERT, (*values, made.body_hash, made.prev_hash, made.hash))

    return turn


def void(_: object) -> None:
    """Drops what is not needed."""


def _note(subject: str) -> Proposal:
    return propose(
        "note.added", f"note/{subject}", {"text": "Seen at the M97 junction, both ways."}
    )


def showing(url: str, count: int, followers: int) -> list[float]:
    """Returns the milliseconds from before each append until each follower has folded it."""
    shares = [followers // PROCESSES + (n < followers % PROCESSES) for n in range(PROCESSES)]
    told: Queue[dict[int, list[float]]] = multiprocessing.Queue()
    ready = multiprocessing.Barrier(PROCESSES + 1)
    with closing(TeamJournal(url)) as journal:
        head = journal.head().seq
        state = Fold()
        state.take(all_entries(journal))
        raw = snapshot(state.state)
        made = [
            multiprocessing.Process(
                target=_follow, args=(url, share, raw, head + count, ready, told)
            )
            for share in shares
        ]
        for one in made:
            one.start()
        ready.wait(60)
        time.sleep(1)
        sent = {}
        for n in range(count):
            before = time.monotonic()
            sent[journal.append(_note(f"shown/{head}/{n}"), 0).seq] = before
            time.sleep(0.2)
        seen = [told.get(timeout=60) for _ in made]
    for one in made:
        one.join()
    return [
        (at - sent[seq]) * 1000 for part in seen for seq, all_at in part.items() for at in all_at
    ]


def _follow(
    url: str, share: int, raw: bytes, last: int, ready: "Barrier", told: "Queue[Any]"
) -> None:
    """One process with a share of the followers, a thread each."""
    seen: dict[int, list[float]] = {}

    def follow() -> None:
        fold = Fold(restored(raw))
        with closing(TeamJournal(url)) as journal:
            while fold.state.seq < last:
                journal.wait(fold.state.seq, 30)
                page = journal.entries(fold.state.seq)
                fold.take(page)
                at = time.monotonic()
                for entry in page:
                    seen.setdefault(entry.seq, []).append(at)

    threads = [Thread(target=follow) for _ in range(share)]
    for thread in threads:
        thread.start()
    ready.wait(60)
    for thread in threads:
        thread.join()
    told.put(seen)


def folding(place: Path, count: int) -> dict[str, object]:
    """Returns how long a million entries take to fold, from the file, and the next hundred."""
    journal = JournalFile.open(place, KEY, "1")
    fill(journal, count + 100)
    fold = Fold()
    start = time.perf_counter()
    while fold.state.seq < count:
        fold.take(journal.entries(fold.state.seq, min(2_000, count - fold.state.seq)))
    taken = time.perf_counter() - start
    assert not fold.state.refused
    say(f"folded {fold.state.seq} entries, {len(fold.state.assigned)} conversations")
    start = time.perf_counter()
    raw = snapshot(fold.state)
    put = time.perf_counter() - start
    start = time.perf_counter()
    back = Fold(restored(raw))
    got = time.perf_counter() - start
    start = time.perf_counter()
    back.take(journal.entries(count, 100))
    next_ms = (time.perf_counter() - start) * 1000
    assert back.state.seq == count + 100
    journal.close()
    return {
        "fold_s": taken,
        "fold_next_ms": next_ms,
        "snapshot_s": put,
        "restore_s": got,
        "snapshot_mib": len(raw) / 2**20,
    }


def joining(server: Cluster, place: Path) -> float:
    """Returns the seconds a new workstation needs until it knows what a long record says."""
    name = server.database()
    admin = server.url(database=name)
    with closing(JournalFile.open(place, KEY, "1")) as journal:
        create_with(admin, lambda cursor: copy_into(cursor, all_entries(journal)))
        state = folded(journal).state
    signer = Signer.fresh()
    with closing(TeamJournal(server.url(add_station(admin, "s", "word"), name, "word"))) as station:
        signed = signer.sign(state.seq, state.hash, stamp(datetime.now(UTC)))
        station.append(proposal_of(signed.as_decision()), state.seq)
        station.keep(sealed(signer, state.seq, state.hash, snapshot(state)))
    url = server.url(add_officer(admin, "1", "word"), name, "word")
    new = place / "new"
    new.mkdir()
    start = time.perf_counter()
    with closing(CopiedJournal(TeamJournal(url), JournalFile.open(new, KEY, "1"))) as record:
        record.prepare()
        fold = folded(record)
        taken = time.perf_counter() - start
    assert fold.state.seq == state.seq
    return taken


def fill(journal: JournalFile, count: int) -> None:
    """Writes a record of so many entries, chained as ever, in few transactions."""
    entries = _story(count)
    while batch := list(islice(entries, 50_000)):
        with journal.database.write() as connection:
            for entry in batch:
                write(connection, entry)


def _story(count: int) -> Iterator[Entry]:
    """Yields a force of 300 officers and 260 profiles, and then its daily work."""
    chance, head = random.Random(6), Head()
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for n, (actor, proposal) in enumerate(_work(chance)):
        if n == count:
            return
        entry = chained(proposal, head, at + timedelta(seconds=30 * n), actor)
        head = Head(entry.seq, entry.hash)
        yield entry


def _work(chance: random.Random) -> Iterator[tuple[str, Proposal]]:
    yield "1", proposal_of(founding("1", "Asha Venn"))
    for group in range(32):
        yield "1", proposal_of(GroupPlaced(f"Borough {group}"))
    for profile in range(260):
        yield "1", proposal_of(ProfilePlaced(f"x//{profile}", f"Borough {profile % 32}"))
    for number in range(2, 302):
        scope = f"group/Borough {number % 32}"
        yield "1", proposal_of(OfficerAdded(str(number), f"Officer {number}"))
        yield "1", proposal_of(RoleGranted(str(number), "operator", scope))
    while True:
        profile = chance.randrange(260)
        actor, to = (str(_of_borough(profile % 32, chance)) for _ in range(2))
        conversation = f"x//{profile}/{chance.randrange(10**6)}"
        yield actor, proposal_of(ConversationAssigned(conversation, to))


def _of_borough(borough: int, chance: random.Random) -> int:
    return borough + 32 * chance.randrange(1, 9)


if __name__ == "__main__":
    main()
