"""A day of reading for 300 profiles in simulated time, the rate from wire to cache, an idle engine.

    python -m benchmarks.intake --profiles 300

The plan, the budgets, the collector and the cache are the real ones, and so are the limits of the
networks; the networks and their posts are simulated (`benchmarks.simulated`). In the middle of the
day the engine is started anew. A source starves if nobody reads it for four times its longest
pause while its network answers.
"""

import random
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from benchmarks.idle import idle_engine
from benchmarks.measure import KEY, folder, peak_mib, percentile, report, say
from benchmarks.simulated import Network, NetworkFeed, Written, moments, shares, spread
from benchmarks.virtual_time import VirtualTime
from benchmarks.wire import wire_ratio
from controlroom.feeds.base import Capabilities
from controlroom.feeds.errors import HungUp
from controlroom.feeds.registry import NETWORKS, capabilities_of
from controlroom.intake.collector import Collector
from controlroom.intake.plan import Plan, Turn
from controlroom.intake.purses import Purses
from controlroom.intake.till import Till
from controlroom.intake.wanted import wanted_sources
from controlroom.intake.wanting import Wanted
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.profile import Profile
from controlroom.model.reading import Gap
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.spending import SpendingKeeper
from controlroom.store.cache.states import StateKeeper
from controlroom.store.cache.writer import CacheWriter

START = datetime(2026, 11, 22, tzinfo=UTC)
READERS = 12
DRAINED = 2
"""Of the longest pauses, after the last post, in which everything has to come in."""
LOOKED_EACH = timedelta(minutes=5)
SETTLED = timedelta(minutes=2)
"""After the last post: a read that ends later has begun after it."""
STARVED = 4
OWN = (SourceKind.MENTIONS, SourceKind.COMMENTS, SourceKind.MESSAGES, SourceKind.POSTS)
A_DAY = {
    SourceKind.MENTIONS: (20, 3_000),
    SourceKind.COMMENTS: (30, 4_000),
    SourceKind.MESSAGES: (3, 200),
    SourceKind.POSTS: (4, 40),
    SourceKind.SEARCH: (400, 20_000),
    SourceKind.HASHTAG: (150, 8_000),
    SourceKind.FEED: (8, 120),
}
"""Posts a day: what a usual source gets, and what the busiest one does."""
A_DAY_ON = {("youtube", SourceKind.SEARCH): (12, 300)}
"""Where a network differs: a search of videos finds fewer than one of remarks, and YouTube allows
no more than a hundred searches of fifty a day, for all of them together."""
ASKED = 6
"""Searches and hashtags on each network that has them."""


class Day:
    """A force, its networks and the engine that reads them."""

    def __init__(self, place: Path, profiles: int, hours: float, names: Sequence[str]) -> None:
        self.chance = random.Random(11)
        self.time = VirtualTime(START)
        self.hours = hours
        self.capabilities = {name: capabilities_of(name) for name in names}
        self.profiles, self.streams = force(self.capabilities, profiles)
        self.wanted = wanted_sources(
            self.profiles, self.streams, self.capabilities.__getitem__, lambda _: "force"
        )
        self.networks = {name: self._network(name) for name in names}
        self.writer = CacheWriter.open(place, KEY)
        self.pool = ThreadPoolExecutor(READERS)
        self.running = 0
        self.ended = False
        self.drained = timedelta(0)
        self.woken_at: datetime | None = None
        self.delays: dict[tuple[str, bool], list[float]] = defaultdict(list)
        self.arrived: set[tuple[str, str]] = set()
        self.read_at: dict[Source, datetime] = {}
        self.starved: set[Source] = set()
        self.turns = 0
        self.start_engine()

    def start_engine(self) -> None:
        """Begins with nothing but what the cache remembers."""
        spendings = SpendingKeeper(self.writer.database, self.time.now)
        self.till = Till(spendings)
        self.purses = Purses(spendings, till=self.till)
        self.plan = Plan(self.purses)
        self.hung_up = hung_up = threading.Event()
        self.collector = Collector(
            lambda wanted: NetworkFeed(self.networks[wanted.source.network], wanted, hung_up),
            self._put,
            StateKeeper(self.writer.database),
            lambda: self.time.now,
            self.purses,
        )
        self.plan.want(self.wanted, self.time.now)

    def run(self) -> dict[str, Any]:
        """Lives through the day and returns the figures."""
        self.time.at(START + timedelta(hours=self.hours / 2), self._restart)
        for hour in range(1, int(self.hours) + 1):
            self.time.at(START + timedelta(hours=hour), lambda hour=hour: say(self._progress(hour)))
        self._listen()
        self._look()
        self._drain()
        self.pool.shutdown()
        figures = self._figures()
        self.writer.close()
        return figures

    def _drain(self) -> None:
        """Lets the day pass, then waits until everything was read after it, or long enough."""
        evening = START + timedelta(hours=self.hours)
        self.time.run(evening)
        longest = max(wanted.reading.longest_pause for wanted in self.wanted)
        told = evening
        while not self._is_drained(evening) and self.time.now < evening + DRAINED * longest:
            self.time.run(self.time.now + LOOKED_EACH)
            if self.time.now - told >= timedelta(hours=1):
                told = self.time.now
                say(self._waiting(evening))
        self.drained = self.time.now - evening
        self.ended = True
        while self.running:
            self.time.run(self.time.now + timedelta(seconds=1))

    def _is_drained(self, evening: datetime) -> bool:
        return not (self._unread(evening) or self._open_gaps())

    def _unread(self, evening: datetime) -> list[Turn]:
        read_by = evening + SETTLED
        return [one for one in self.plan.turns() if one.last is None or one.last < read_by]

    def _open_gaps(self) -> list[Gap]:
        standing = StateKeeper(self.writer.database).gaps(standing=True)
        return [gap for gap in standing if not gap.lost]

    def _waiting(self, evening: datetime) -> str:
        kinds = Counter(
            f"{one.wanted.source.network} {one.wanted.source.kind}" for one in self._unread(evening)
        )
        left = ", ".join(f"{number} of {kind}" for kind, number in kinds.items())
        return f"still to be read: {left or 'nothing'}; gaps: {len(self._open_gaps())}"

    def _look(self) -> None:
        """Begins what may begin and comes back when the next may."""
        if self.ended:
            return
        while self.running < READERS and (turn := self.plan.next(self.time.now)):
            self._begin(turn)
        wakes = self.plan.wakes_at(self.time.now) if self.running < READERS else None
        if wakes is not None and (self.woken_at is None or wakes < self.woken_at):
            self.woken_at = max(wakes, self.time.now + timedelta(milliseconds=10))
            self.time.at(self.woken_at, self._woken)

    def _woken(self) -> None:
        if self.woken_at is not None and self.woken_at <= self.time.now:
            self.woken_at = None
            self._look()

    def _begin(self, turn: Turn) -> None:
        self.running += 1
        plan, collector = self.plan, self.collector

        def work() -> None:
            try:
                collected = collector.collect(turn)
            except HungUp:
                return
            finally:
                self.running -= 1
            if collected.put_off:
                plan.put_off(turn)
            else:
                self._note(turn, failed=collected.error is not None)
                plan.settle(turn, collected.outcome(), self.time.now)
            self.time.at(self.time.now, self._look)

        self.time.start(self.pool.submit, work)

    def _note(self, turn: Turn, *, failed: bool) -> None:
        self.turns += 1
        source, now = turn.wanted.source, self.time.now
        since = now - self.read_at.get(source, START)
        if since > STARVED * turn.wanted.reading.longest_pause:
            self.starved.add(source)
        if not failed or self._is_out(source.network):
            self.read_at[source] = now

    def _is_out(self, network: str) -> bool:
        outages = self.networks[network].outages
        return any(begins <= self.time.now < ends for begins, ends in outages)

    def _restart(self) -> None:
        say("the engine is started anew")
        self.hung_up.set()
        self.start_engine()
        for wanted in self.wanted:
            if wanted.reading.pushed:
                self._stands(wanted.source, True)
        self._look()

    def _listen(self) -> None:
        """Pushes arrive after some seconds; every connection breaks some times a day."""
        for wanted in self.wanted:
            if wanted.reading.pushed:
                self._connect(wanted)

    def _connect(self, wanted: Wanted) -> None:
        at, ends = START, START + timedelta(hours=self.hours)
        breaks = []
        while (at := at + timedelta(hours=self.chance.expovariate(1 / 4))) < ends:
            breaks.append((at, at + timedelta(seconds=self.chance.uniform(5, 600))))
            at = breaks[-1][1]
        self.time.at(START, lambda: self._stands(wanted.source, True))
        for begins, over in breaks:
            self.time.at(begins, lambda: self._stands(wanted.source, False))
            self.time.at(over, lambda: self._stands(wanted.source, True))
        written = self.networks[wanted.source.network].written[wanted.source]
        for number, moment in enumerate(written.moments):
            if not any(begins <= moment < over for begins, over in breaks):
                late = timedelta(seconds=self.chance.uniform(1, 7))
                self.time.at(moment + late, lambda n=number: self._push(wanted, written, n))

    def _stands(self, source: Source, now: bool) -> None:
        self.plan.push([source], self.time.now, stands=now)
        self.time.at(self.time.now, self._look)

    def _push(self, wanted: Wanted, written: Written, number: int) -> None:
        post = written.post(number)
        self._put([Sighting(post, self.time.now, (), wanted.streams)], ())

    def _put(
        self, sightings: Sequence[Sighting], missed: Sequence[Disappearance]
    ) -> "Future[None]":
        self.writer.ingest(sightings, missed)
        for sighting in sightings:
            self._arrive(sighting)
        written: Future[None] = Future()
        written.set_result(None)
        return written

    def _arrive(self, sighting: Sighting) -> None:
        post = sighting.post
        key = post.network, post.remote_id
        if key not in self.arrived:
            self.arrived.add(key)
            urgent = any(self.streams[stream - 1].urgent for stream in sighting.streams)
            delay = (self.time.now - post.created_at).total_seconds()
            self.delays[post.network, urgent].append(delay)

    def _network(self, name: str) -> Network:
        written = {}
        for wanted in self.wanted:
            source = wanted.source
            if source.network == name:
                usual = A_DAY.get(source.kind, (20, 2_000))
                median, most = A_DAY_ON.get((name, source.kind), usual)
                a_day = spread(self.chance, median * (4 if wanted.urgent else 1), most)
                found = list(moments(self.chance, START, self.hours, a_day))
                written[source] = Written(source, found)
        begins = START + timedelta(hours=self.chance.uniform(0.3, 0.9) * self.hours)
        outage = (begins, begins + timedelta(minutes=self.chance.uniform(2, 20)))
        return Network(self.time, self.capabilities[name], written, [outage], self.chance)

    def _progress(self, hour: int) -> str:
        return f"hour {hour}: {self.turns:,} reads, {len(self.arrived):,} posts"

    def _figures(self) -> dict[str, Any]:
        made = sum(len(w.moments) for n in self.networks.values() for w in n.written.values())
        stored = self._stored()
        never = {wanted.source for wanted in self.wanted} - self.read_at.keys()
        return {
            "sources": len(self.wanted),
            "posts": made,
            "reads": self.turns,
            "calls": {name: network.calls for name, network in self.networks.items()},
            "limits_exceeded": sum(network.exceeded for network in self.networks.values()),
            "starved": len(self.starved | never),
            "starved_of": Counter(f"{one.network} {one.kind}" for one in self.starved | never),
            "lost": made - stored,
            "lost_of": self._missing(),
            "drained_h": self.drained / timedelta(hours=1),
            "gaps_standing": len(StateKeeper(self.writer.database).gaps(standing=True)),
            "cost_a_day": {
                name: {c: str(a) for c, a in self.till.bill(name, self.time.now).month.items()}
                for name in self.networks
            },
            **delay_figures(self.delays),
        }

    def _missing(self) -> dict[str, int]:
        """How many posts never came, by network and kind."""
        missing: Counter[str] = Counter()
        for network in self.networks.values():
            for source, written in network.written.items():
                ids = (written.remote_id(number) for number in range(len(written.moments)))
                lost = [one for one in ids if (source.network, one) not in self.arrived]
                missing[f"{source.network} {source.kind}"] += len(lost)
                if lost:
                    say(f"never came, of {len(written.moments)}: {lost[:3]}")
        return dict(+missing)

    def _stored(self) -> int:
        with self.writer.database.read() as connection:
            count: int = connection.exec_driver_sql("SELECT count(*) FROM post").scalar_one()
        return count


def force(
    capabilities: dict[str, Capabilities], profiles: int
) -> tuple[list[Profile], list[Stream]]:
    """Returns profiles, and streams over all they can be read for, one in ten of them urgent."""
    made: list[Profile] = []
    sources: list[tuple[Source, bool]] = []
    for name, share in shares(list(capabilities), profiles).items():
        offers = capabilities[name]
        for number in range(share):
            profile = len(made) + 1
            host = f"{name}{number % 3}.example" if offers.many_hosts else ""
            made.append(Profile(profile, name, f"{name}-{number}", f"unit{number}", host=host))
            sources += [(source, number % 10 == 0) for source in own(offers, made[-1], number)]
        sources += [(source, source.term == "term0") for source in asked(offers, made[-1].id)]
    calm = Stream(1, "All", tuple(source for source, urgent in sources if not urgent))
    rest = Stream(2, "Now", tuple(source for source, urgent in sources if urgent), urgent=True)
    return made, [calm, rest]


def own(offers: Capabilities, profile: Profile, number: int) -> Iterable[Source]:
    """Yields what is read of a profile of the force."""
    for kind in OWN:
        if kind in offers.reads:
            yield Source(offers.network, kind, profile.id)
    if not offers.signs_in:
        yield Source(offers.network, SourceKind.FEED, 0, f"https://feed{number}.example/news")


def asked(offers: Capabilities, profile: int) -> Iterable[Source]:
    """Yields searches and hashtags."""
    for kind in (SourceKind.SEARCH, SourceKind.HASHTAG):
        if kind in offers.reads:
            for number in range(ASKED):
                yield Source(offers.network, kind, profile, f"term{number}")


def delay_figures(delays: dict[tuple[str, bool], list[float]]) -> dict[str, Any]:
    """Returns median and p95 in seconds by network, those of urgent streams apart."""
    figures: dict[str, dict[str, float]] = defaultdict(dict)
    for (network, urgent), found in sorted(delays.items()):
        suffix = "_urgent_s" if urgent else "_s"
        figures[f"delay_median{suffix}"][network] = round(percentile(found, 0.5), 1)
        figures[f"delay_p95{suffix}"][network] = round(percentile(found, 0.95), 1)
    return dict(figures)


@click.command()
@click.option("--profiles", default=300, show_default=True)
@click.option("--hours", default=24.0, show_default=True)
@click.option("--wire/--no-wire", default=True, help="Measure the rate from wire to cache.")
@click.option("--idle/--no-idle", default=True, help="Measure an engine with nothing to read.")
def main(profiles: int, hours: float, wire: bool, idle: bool) -> None:
    """Measures intake."""
    names = [name for name in NETWORKS if name != "dummy"]
    say(f"networks: {', '.join(names)}")
    with folder() as place:
        figures = Day(place, profiles, hours, names).run()
    if wire:
        figures |= wire_ratio()
    if idle:
        figures |= idle_engine(profiles)
    report(profiles=profiles, hours=hours, **figures, peak_mib=peak_mib())


if __name__ == "__main__":
    main()
