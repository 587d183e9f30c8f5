"""What a force's drafts cost the folded state: a year of them, and a day with much to send.

    python -m benchmarks.drafts

A year: on each day so many posts for ten profiles with one approval, and so many answers, all sent.
Kept is what the state takes up afterwards, by Python's own count, snapshot its size as a file. A
day: ten thousand posts wait, a thousand of them are due in the same minute; due is how long it
takes to ask for those, held the same while everything is held.
"""

import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import click

from benchmarks.measure import peak_mib, percentile, report, say
from controlroom.model.journal import Entry, Head, chained
from controlroom.model.journal_kinds import (
    Decision,
    OfficerAdded,
    ProfilePlaced,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliverySent,
    DraftApproved,
    DraftSubmitted,
    HoldPlaced,
)
from controlroom.model.outgoing.content import About, Act, Content, Piece, hash_of, written
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.publishing.routes import defined
from controlroom.team.publishing.usual import usual
from controlroom.team.roles import founding
from controlroom.team.snapshot import restored, snapshot

BEGIN = datetime(2026, 1, 1, 6, tzinfo=UTC)
PROFILES = tuple(f"x//{number}" for number in range(1_000, 1_264))
EACH = 10
WORDS = "Westmarch Police: the road is closed between junctions 4 and 6. Please find another way. "
SENDER = "5" * 32
Said = tuple[str, Decision]


class Record:
    """Folds decisions as they are said; the clock is set by hand."""

    def __init__(self) -> None:
        self.fold, self.head, self.now = Fold(), Head(), BEGIN
        self.say(("1", founding("1", "Asha Venn", alone=True)))
        self.say(*(("1", ProfilePlaced(one)) for one in PROFILES))
        self.say(("1", OfficerAdded("2", "Ben Oake")), ("1", RoleGranted("2", "operator", "force")))
        self.say(("1", defined(usual().routes)))

    def say(self, *said: Said) -> None:
        """Folds decisions; each has to have its effect."""
        entries = [self._chained(actor, decision) for actor, decision in said]
        refused = self.fold.take(entries)
        if refused:
            raise RuntimeError(self.fold.state.refused[refused[0]])

    def _chained(self, actor: str, decision: Decision) -> Entry:
        self.now += timedelta(milliseconds=50)
        entry = chained(proposal_of(decision), self.head, self.now, actor)
        self.head = Head(entry.seq, entry.hash)
        return entry


@click.command()
@click.option("--days", default=365, show_default=True)
@click.option("--posts", default=60, show_default=True, help="On each day, to ten profiles each.")
@click.option("--answers", default=500, show_default=True, help="On each day.")
@click.option("--waiting", default=10_000, show_default=True)
@click.option("--at-once", default=1_000, show_default=True)
def main(days: int, posts: int, answers: int, waiting: int, at_once: int) -> None:
    """Measures the folded state of what leaves."""
    report(**a_year(days, posts, answers), **a_day(waiting, at_once), peak_mib=peak_mib())


def a_year(days: int, posts: int, answers: int) -> dict[str, object]:
    """Returns what a year of drafts leaves behind."""
    record = Record()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for day in range(days):
        record.now = BEGIN + timedelta(days=day, hours=1)
        for one in range(posts):
            record.say(*_post(day * posts + one))
        for one in range(answers):
            record.say(*_answer(day * answers + one))
        if day % 30 == 29:
            say(f"day {day + 1}: {len(record.fold.state.publishing.drafts)} drafts")
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    started = time.perf_counter()
    raw = snapshot(record.fold.state)
    put_away = time.perf_counter() - started
    started = time.perf_counter()
    restored(raw)
    return {
        "entries": record.head.seq,
        "drafts_kept": len(record.fold.state.publishing.drafts),
        "kept_mib": round((after - before) / 2**20, 1),
        "snapshot_mib": round(len(raw) / 2**20, 1),
        "snapshot_s": round(put_away, 2),
        "restored_s": round(time.perf_counter() - started, 2),
    }


def a_day(waiting: int, at_once: int) -> dict[str, object]:
    """Returns how long it takes to ask what is due."""
    record = Record()
    minute = record.now + timedelta(hours=6)
    for one in range(waiting):
        at = minute if one < at_once else minute + timedelta(minutes=1 + one % 1_000)
        target = PROFILES[one % len(PROFILES)]
        content = written(Content(Act.POST, (target,), (Piece(WORDS),), at=at, kind="news"))
        record.say(("1", DraftSubmitted(f"{one:032x}", content)))
    state = record.fold.state
    found = len(views.due(state, minute))
    figures = {
        "due": found,
        "due_ms": _often(lambda: views.due(state, minute)),
        "due_first_20_ms": _often(lambda: views.due(state, minute, 20)),
        "next_due_ms": _often(lambda: views.next_due(state, minute)),
        "none_due_ms": _often(lambda: views.due(state, record.now)),
    }
    record.say(("1", HoldPlaced("force")))
    return {**figures, "held_ms": _often(lambda: views.due(state, minute))}


def _often(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(50):
        started = time.perf_counter()
        ask()
        times.append((time.perf_counter() - started) * 1_000)
    return percentile(times, 0.5)


def _post(number: int) -> Iterator[Said]:
    first = number * EACH % len(PROFILES)
    targets = tuple(PROFILES[(first + one) % len(PROFILES)] for one in range(EACH))
    content = written(Content(Act.POST, targets, (Piece(WORDS * 3),), kind="other"))
    draft, digest = f"a{number:031x}", hash_of(content)
    yield "2", DraftSubmitted(draft, content)
    yield "1", DraftApproved(draft, digest, 0, ("",))
    for one in targets:
        yield from _sent(f"{draft}/0/{one}", digest, f"18500000{number:08d}{one[-4:]}")


def _answer(number: int) -> Iterator[Said]:
    target = PROFILES[number % len(PROFILES)]
    about = About(f"17{number:018d}", author="somebody")
    content = written(Content(Act.REPLY, (target,), (Piece(WORDS),), about=about))
    draft = f"b{number:031x}"
    yield "2", DraftSubmitted(draft, content)
    yield from _sent(f"{draft}/0/{target}", hash_of(content), f"19{number:018d}")


def _sent(delivery: str, digest: str, remote_id: str) -> Iterator[Said]:
    url = f"https://x.example/westmarch/status/{remote_id}"
    yield "login:engine", DeliveryClaimed(delivery, digest, SENDER)
    yield "login:engine", DeliverySent(delivery, SENDER, remote_id, url)


if __name__ == "__main__":
    main()
