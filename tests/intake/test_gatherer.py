"""What comes from all sides is written in few batches, soon, and nobody is left waiting."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest

from controlroom.intake import gatherer as gathering
from controlroom.intake.gatherer import BATCH, LINGER_S, PATIENCE_S, Gatherer
from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.model.errors import WorldError
from controlroom.model.post import Author, Post

NOW = datetime(2026, 11, 22, tzinfo=UTC)
_IDS = itertools.count()


def sightings(count: int, stream: int = 1) -> list[Sighting]:
    return [
        Sighting(Post("n", str(next(_IDS)), Author("1", "ida"), "x", NOW), NOW, (), (stream,))
        for _ in range(count)
    ]


class Store:
    """Notes batches; holds each until it is let go."""

    def __init__(self) -> None:
        self.batches: list[tuple[int, int]] = []
        self.error: Exception | None = None
        self.free = threading.Event()
        self.free.set()

    def write(self, seen: Sequence[Sighting], missed: Sequence[Disappearance]) -> Changes:
        self.free.wait(5)
        self.batches.append((len(seen), len(missed)))
        if self.error:
            raise self.error
        return Changes(new=tuple(range(len(seen))))


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def make(store: Store) -> Iterator[Callable[..., Gatherer]]:
    made: list[Gatherer] = []

    def gatherer(*args: object) -> Gatherer:
        made.append(Gatherer(store.write, *args))  # type: ignore[arg-type]
        return made[-1]

    yield gatherer
    for one in made:
        one.close()


def test_what_waits_while_a_batch_is_written_becomes_one_batch(
    store: Store, make: Callable[..., Gatherer]
) -> None:
    gatherer = make()
    store.free.clear()
    first = gatherer.put(sightings(1))
    time.sleep(3 * LINGER_S)
    others = [gatherer.put(sightings(10)) for _ in range(5)]
    store.free.set()
    for written in (first, *others):
        written.result(5)
    assert store.batches == [(1, 0), (50, 0)]


def test_a_batch_does_not_grow_without_end(store: Store, make: Callable[..., Gatherer]) -> None:
    gatherer = make()
    store.free.clear()
    parts = [gatherer.put(sightings(100)) for _ in range(BATCH // 100 * 2 + 5)]
    store.free.set()
    for written in parts:
        written.result(5)
    assert max(size for size, _ in store.batches) <= BATCH + 100
    assert sum(size for size, _ in store.batches) == 100 * len(parts)


def test_what_is_pushed_post_by_post_is_written_together(
    store: Store, make: Callable[..., Gatherer]
) -> None:
    gatherer = make()
    parts = [gatherer.put(sightings(1), patient=True) for _ in range(50)]
    began = time.monotonic()
    for written in parts:
        written.result(5)
    assert store.batches == [(50, 0)]
    assert time.monotonic() - began < PATIENCE_S + 2


def test_what_is_not_patient_takes_the_patient_along(
    store: Store, make: Callable[..., Gatherer]
) -> None:
    gatherer = make()
    patient = gatherer.put(sightings(1), patient=True)
    gatherer.put(sightings(2)).result(5)
    assert patient.done()
    assert store.batches == [(3, 0)]


def test_a_failure_is_told_to_all_of_the_batch_and_the_next_goes_on(
    store: Store, make: Callable[..., Gatherer]
) -> None:
    gatherer = make()
    store.error = WorldError()
    with pytest.raises(WorldError):
        gatherer.put(sightings(1)).result(5)
    store.error = None
    assert gatherer.put(sightings(1)).result(5) is None


def test_the_desk_is_told_what_changed_and_for_which_streams(
    make: Callable[..., Gatherer],
) -> None:
    heard: list[tuple[Changes, tuple[int, ...]]] = []
    gatherer = make(lambda changes, streams: heard.append((changes, streams)))
    gone = Disappearance("n", "9", NOW)
    gatherer.put([*sightings(1, 7), *sightings(1, 3)], [gone]).result(5)
    assert heard == [(Changes(new=(0, 1)), (3, 7))]


def test_closing_writes_what_waits(store: Store, make: Callable[..., Gatherer]) -> None:
    gatherer = make()
    written = [gatherer.put(sightings(1), patient=True) for _ in range(3)]
    gatherer.close()
    assert all(one.done() for one in written)
    assert sum(size for size, _ in store.batches) == 3


def test_the_same_post_from_two_sides_is_written_once(
    store: Store, make: Callable[..., Gatherer]
) -> None:
    gatherer = make()
    one = sightings(1)
    parts = [gatherer.put(one, patient=True), gatherer.put(one, patient=True)]
    for written in parts:
        written.result(5)
    assert store.batches == [(1, 0)]


def test_who_brings_more_than_can_be_written_waits_and_nothing_is_lost(
    store: Store, make: Callable[..., Gatherer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MOST_WAITING", 50)
    gatherer = make()
    store.free.clear()
    brought: list[int] = []

    def bring() -> None:
        for number in range(300):
            gatherer.put(sightings(1), patient=True)
            brought.append(number)

    bringing = threading.Thread(target=bring)
    bringing.start()
    until = time.monotonic() + 10
    while len(brought) < 50:
        assert time.monotonic() < until
        time.sleep(0.01)
    # One batch may have been taken before the store held it; no more than that can have come.
    bringing.join(0.3)
    assert len(brought) < 300
    store.free.set()
    bringing.join(10)
    gatherer.close()
    assert sum(size for size, _ in store.batches) == 300


def test_after_the_end_nothing_is_taken(store: Store, make: Callable[..., Gatherer]) -> None:
    gatherer = make()
    gatherer.close()
    assert gatherer.put(sightings(1)).cancelled()
    assert store.batches == []
