"""What is pushed goes into the next batch, and is paid for with it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from controlroom.feeds.base import Capabilities, Heard, Reading
from controlroom.feeds.rules import Price, Rules
from controlroom.intake.gatherer import Gatherer
from controlroom.intake.hearing import Hearing
from controlroom.intake.spendings import Nothing
from controlroom.intake.till import Till
from controlroom.intake.wanting import Wanted
from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.model.post import Author, Post
from controlroom.model.stream import Source, SourceKind

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TAG = Source("x", SourceKind.HASHTAG, 3, "m97")
OTHER = Source("x", SourceKind.HASHTAG, 3, "a1")
OFFERS = Capabilities("x", "X", {SourceKind.HASHTAG: Reading(10, pushed=True)})


def posts(number: int) -> tuple[Post, ...]:
    return tuple(Post("x", str(n), Author("1", "ida"), "x", NOW) for n in range(number))


class Spendings(Nothing):
    """Notes each time something is saved."""

    def __init__(self) -> None:
        self.saved: list[list[tuple[str, int, int]]] = []

    def spend(self, slots: object) -> None:
        self.saved.append(list(slots))  # type: ignore[call-overload]


class Kept:
    """What was written."""

    def __init__(self) -> None:
        self.seen: list[Sighting] = []
        self.missed: list[Disappearance] = []

    def write(self, seen: Sequence[Sighting], missed: Sequence[Disappearance]) -> Changes:
        self.seen += seen
        self.missed += missed
        return Changes()


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def spendings() -> Spendings:
    return Spendings()


@pytest.fixture
def gatherer(kept: Kept) -> Iterator[Gatherer]:
    one = Gatherer(kept.write)
    yield one
    one.close()


@pytest.fixture
def hearing(gatherer: Gatherer, spendings: Spendings) -> Hearing:
    rules = Rules("x", "s", NOW.date(), prices=(Price("post", Decimal("0.01"), "USD"),))
    one = Hearing(gatherer, Till(spendings, lambda _: rules), lambda: NOW)
    one.wanted = {TAG: Wanted(TAG, (7, 8), ("x", "", 3), OFFERS, urgent=False)}
    return one


def test_posts_of_what_is_wanted_go_to_its_streams(
    hearing: Hearing, gatherer: Gatherer, kept: Kept
) -> None:
    hearing.take(Heard((TAG, OTHER), posts(2), gone=("9",)))
    hearing.take(Heard((OTHER,), posts(5)))
    gatherer.close()
    assert [(one.profiles, one.streams) for one in kept.seen] == [((3,), (7, 8))] * 2
    assert [one.remote_id for one in kept.missed] == ["9"]


def test_a_burst_is_paid_for_in_one_go(hearing: Hearing, spendings: Spendings) -> None:
    for post in posts(40):
        hearing.take(Heard((TAG,), (post,)))
    assert spendings.saved == []
    hearing.settle()
    hearing.settle()
    [[(_, _, charged)]] = spendings.saved
    assert charged == 40
