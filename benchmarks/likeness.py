"""What it costs to compare a draft with ten thousand others while somebody types.

    python -m benchmarks.likeness

So many drafts of a year's vocabulary are folded as the record folds them, a fifth of them sent.
A letter is what the window's thread does for the checks of one; aside is what the thread of the
checks takes for the first look, which reads them all, and for each later one. Every tenth look
comes after an entry about some draft. Times are those of the processor, as these are two threads.
"""

import random
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

import click

from benchmarks.drafts import PROFILES, Record, Said, _sent
from benchmarks.measure import peak_mib, percentile, report, say
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Act, Content, Piece, hash_of, written
from controlroom.ui.compose.near import Near

LOOKS = 200
PLACES = 400


class Told(NamedTuple):
    """As much of an entry as is heard."""

    subject: str


class Ears:
    """A record's signal, as `Near` hears it."""

    def __init__(self) -> None:
        self.changed = self
        self.call: Any = None

    def connect(self, call: Any) -> None:
        self.call = call


@click.command()
@click.option("--drafts", default=10_000, show_default=True)
def main(drafts: int) -> None:
    """Measures looks for likeness."""
    record, dice = Record(), random.Random(7)
    for number in range(drafts):
        record.say(*_draft(record, number, dice))
        if number % 2_500 == 2_499:
            say(f"{number + 1} drafts folded")
    report(**_looked(record, dice), peak_mib=peak_mib())


def _looked(record: Record, dice: random.Random) -> dict[str, object]:
    ears, state = Ears(), record.fold.state
    near = Near(ears)
    letters, aside, found = [], [], 0
    for look in range(LOOKS):
        text = f"{_said(dice, look % PLACES)} Letter {look}."
        content = Content(Act.POST, PROFILES[:40], (Piece(text),))
        if look % 10 == 9:
            record.say(("1", DraftSubmitted(f"{look:032x}", _one(text))))
            ears.call([Told(f"draft/{look:032x}")])
        begun = time.thread_time()
        beside = near.of(state, content, "f" * 32, record.now)
        letters.append((time.thread_time() - begun) * 1_000)
        begun = time.thread_time()
        found += len(list(beside))
        aside.append((time.thread_time() - begun) * 1_000)
    return {
        "first_letter_ms": round(letters[0], 3),
        "letter_p50_ms": percentile(letters[1:], 0.5),
        "letter_p99_ms": percentile(letters[1:], 0.99),
        "first_aside_ms": round(aside[0], 1),
        "aside_p50_ms": percentile(aside[1:], 0.5),
        "aside_p99_ms": percentile(aside[1:], 0.99),
        "found": found,
    }


def _draft(record: Record, number: int, dice: random.Random) -> Iterator[Said]:
    target = PROFILES[number % len(PROFILES)]
    sent = number % 5 == 0
    at = None if sent else record.now + timedelta(minutes=30 + number % 1_200)
    content = written(
        Content(Act.POST, (target,), (Piece(_said(dice, number % PLACES)),), at=at, kind="news")
    )
    draft = f"c{number:031x}"
    yield "1", DraftSubmitted(draft, content)
    if sent:
        yield from _sent(f"{draft}/0/{target}", hash_of(content), f"18{number:018d}")


def _one(text: str) -> str:
    return written(Content(Act.POST, PROFILES[:1], (Piece(text),), kind="news"))


def _said(dice: random.Random, place: int) -> str:
    """Returns what forces say every day: the same sentences, other places, roads and hours."""
    road = f"A{dice.randrange(1, 99)}"
    what = dice.choice(("a collision", "flooding", "a burst water main", "a broken-down lorry"))
    return (
        f"Westmarch Police: {what} near Fenbridge{place} Road and the {road}. Please find another "
        f"way until {dice.randrange(1, 12)} o'clock, and leave room for those who help."
    )


if __name__ == "__main__":
    main()
