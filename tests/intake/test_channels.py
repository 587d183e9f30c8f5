"""Connections over which networks push: how they break, come back and end."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest

from controlroom.feeds.base import Capabilities, Heard, Page, Per, Reading
from controlroom.feeds.errors import BudgetUsed, HungUp, NetworkDown, ReadError, TokenExpired
from controlroom.intake import channels as channels_module
from controlroom.intake.channels import Channels
from controlroom.intake.wanting import Wanted
from controlroom.model.post import Author, Post
from controlroom.model.stream import Source, SourceKind

NETWORK = Capabilities(
    "n",
    "N",
    MappingProxyType({SourceKind.HOME: Reading(40, pushed=True), SourceKind.POSTS: Reading(40)}),
)


def utc_now() -> datetime:
    return datetime.now(UTC)


def wanted(profile: int, kind: SourceKind = SourceKind.HOME, *, urgent: bool = False) -> Wanted:
    return Wanted(Source("n", kind, profile), (1,), ("n", "h", profile), NETWORK, urgent)


def wait_for(holds: Callable[[], object]) -> None:
    until = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.01)


class Exchange:
    """A network that accepts, refuses and breaks connections as told."""

    def __init__(self) -> None:
        self.open: list[PushedFeed] = []
        self.refusals: list[ReadError | Exception] = []
        self.asked = 0
        self.lock = threading.Lock()

    def feed(self, one: Wanted) -> "PushedFeed":
        return PushedFeed(self)

    def break_all(self, error: ReadError) -> None:
        for feed in list(self.open):
            feed.broken = error
            feed.over.set()


@dataclass(eq=False)
class PushedFeed:
    """One connection."""

    exchange: Exchange
    capabilities: Capabilities = NETWORK
    broken: ReadError = field(default_factory=lambda: HungUp(host="n"))
    over: threading.Event = field(default_factory=threading.Event)
    hear: Callable[[Heard], None] = lambda _: None

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        raise AssertionError("a feed that listens reads no pages")

    def channels(self, sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
        return tuple((source,) for source in sources)

    def listen(
        self, sources: Sequence[Source], hear: Callable[[Heard], None], ready: Callable[[], None]
    ) -> None:
        with self.exchange.lock:
            self.exchange.asked += 1
            if self.exchange.refusals:
                raise self.exchange.refusals.pop(0)
        self.hear = hear
        self.exchange.open.append(self)
        ready()
        self.over.wait(20)
        self.exchange.open.remove(self)
        raise self.broken

    def close(self) -> None:
        self.over.set()


class Ears:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.told: list[tuple[int, bool]] = []
        self.faults: list[ReadError] = []

    def hear(self, heard: Heard) -> None:
        self.heard.append(heard)

    def stands(self, sources: Sequence[Source], now: bool) -> None:
        self.told += [(source.profile, now) for source in sources]

    def fault(self, error: ReadError) -> None:
        self.faults.append(error)


class Bench:
    def __init__(self, most: int = 64) -> None:
        self.exchange = Exchange()
        self.ears = Ears()
        self.channels = Channels(self.exchange.feed, self.exchange.feed, self.ears, utc_now, most)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterable[Bench]:
    monkeypatch.setattr(channels_module, "_FIRST_PAUSE_S", 0.02)
    one = Bench()
    yield one
    one.channels.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("listen-")]


def test_what_is_pushed_arrives_and_the_plan_is_told_that_it_stands(bench: Bench) -> None:
    bench.channels.want([wanted(1), wanted(2, SourceKind.POSTS)])
    wait_for(lambda: bench.exchange.open)
    post = Post("n", "1", Author("1", "ida"), "x", utc_now())
    bench.exchange.open[0].hear(Heard((wanted(1).source,), (post,)))
    assert bench.ears.heard[0].posts == (post,)
    assert bench.ears.told == [(1, True)]


def test_every_break_and_every_return_is_told_so_that_what_was_missed_is_read(
    bench: Bench,
) -> None:
    bench.channels.want([wanted(1)])
    for _ in range(3):
        wait_for(lambda: bench.exchange.open)
        bench.exchange.break_all(NetworkDown(host="n", reason="test"))
        wait_for(lambda: not bench.exchange.open or not bench.exchange.open[0].over.is_set())
    wait_for(lambda: len(bench.ears.told) >= 7)
    assert [now for _, now in bench.ears.told[:7]] == [True, False, True, False, True, False, True]
    assert len(bench.ears.faults) == 3


def test_a_refused_connection_is_not_told_to_stand(bench: Bench) -> None:
    bench.exchange.refusals = [NetworkDown(host="n", reason="test")] * 2
    bench.channels.want([wanted(1)])
    wait_for(lambda: bench.exchange.open)
    assert bench.ears.told == [(1, True)]
    assert bench.exchange.asked == 3


def test_an_expired_sign_in_waits_for_a_person(bench: Bench) -> None:
    bench.exchange.refusals = [TokenExpired(host="n")]
    bench.channels.want([wanted(1)])
    wait_for(lambda: bench.ears.faults)
    time.sleep(0.3)
    assert bench.exchange.asked == 1
    bench.channels.renew([2])
    bench.channels.renew([1])
    wait_for(lambda: bench.exchange.open)


def test_a_network_that_wants_to_be_left_alone_is(bench: Bench) -> None:
    until = utc_now() + timedelta(seconds=0.6)
    bench.exchange.refusals = [BudgetUsed(host="n", resets_at=until)]
    bench.channels.want([wanted(1)])
    wait_for(lambda: bench.exchange.open)
    assert utc_now() >= until


def test_a_mistake_of_ours_ends_no_thread(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(channels_module, "LONGEST_PAUSE_S", 0.02)
    bench.exchange.refusals = [ValueError("ours")]
    bench.channels.want([wanted(1)])
    wait_for(lambda: bench.exchange.open)
    assert "listening failed" in caplog.text


def test_what_is_not_wanted_any_more_is_hung_up_and_the_rest_goes_on(bench: Bench) -> None:
    bench.channels.want([wanted(1), wanted(2)])
    wait_for(lambda: len(bench.exchange.open) == 2)
    bench.channels.want([wanted(2), wanted(3)])
    wait_for(lambda: (1, False) in bench.ears.told and (3, True) in bench.ears.told)
    assert (2, False) not in bench.ears.told
    assert bench.exchange.asked == 3


def test_there_are_never_more_than_allowed_and_urgent_ones_come_first() -> None:
    bench = Bench(most=2)
    bench.channels.want([wanted(1), wanted(2), wanted(3, urgent=True)])
    wait_for(lambda: len(bench.ears.told) == 2)
    bench.channels.close()
    assert {profile for profile, _ in bench.ears.told} == {1, 3}


def test_closing_ends_all_threads_within_seconds() -> None:
    bench = Bench()
    bench.channels.want([wanted(number) for number in range(1, 21)])
    wait_for(lambda: len(bench.exchange.open) == 20)
    began = time.monotonic()
    bench.channels.close()
    assert time.monotonic() - began < 3
    assert len(bench.channels) == 0
    assert not [t for t in threading.enumerate() if t.name.startswith("listen-")]


def test_pauses_grow_with_full_jitter_up_to_a_bound(bench: Bench) -> None:
    channel = channels_module._Channel(
        wanted(1), (wanted(1).source,), bench.exchange.feed, bench.ears, utc_now
    )
    error = NetworkDown(host="n", reason="test")
    for failures, most in ((1, 0.04), (5, 0.64), (50, 20.48)):
        pauses = [channel._pause(error, failures) or 0.0 for _ in range(300)]
        assert max(pauses) <= most
        assert max(pauses) > most * 0.8
        assert min(pauses) < most * 0.2


def test_only_what_a_network_pushes_to_an_application_shares_a_connection() -> None:
    sources = [wanted(1), wanted(2)]
    assert [len(group) for group in channels_module._groups(sources)] == [1, 1]
    shared = replace(NETWORK, pushes_per=Per.APP)
    together = [replace(one, capabilities=shared) for one in sources]
    assert [len(group) for group in channels_module._groups(together)] == [2]
