"""Pages, gaps and how they fill, over a real cache and a network that is a list."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from controlroom.feeds.base import Capabilities, Page, Per, Reading, SetAside
from controlroom.feeds.errors import BudgetUsed, HungUp, NetworkDown, NotFound, TokenExpired
from controlroom.feeds.rules import Allowance, Rules
from controlroom.intake.collector import MOST_PAGES, Collected, Collector, Put
from controlroom.intake.membership import Membership
from controlroom.intake.plan import Turn
from controlroom.intake.purses import Purses
from controlroom.intake.wanting import Wanted
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import Author, Post
from controlroom.model.reading import Gap, GapCause
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.states import StateKeeper
from controlroom.store.cache.writer import CacheWriter

START = datetime(2026, 11, 22, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SIZE = 5


@dataclass
class ListedNetwork:
    """A network whose posts are a list; it pages as networks do and fails when told to."""

    whole: bool = True
    upward: bool = False
    posts: list[Post] = field(default_factory=list)
    fail_after: int | None = None
    error: Exception = field(default_factory=lambda: NetworkDown(host="h", reason="test"))
    asked: int = 0
    bad: int = 0
    gone: tuple[str, ...] = ()
    forgotten: str = ""
    climbed: int = 0

    @property
    def capabilities(self) -> Capabilities:
        reading = Reading(SIZE, whole=self.whole, draws={"reads": 1}, upward=self.upward)
        return Capabilities("n", "N", MappingProxyType({SourceKind.HOME: reading}))

    def publish(self, count: int, at: datetime) -> None:
        for _ in range(count):
            number = len(self.posts)
            author = Author("1", "ida")
            self.posts.append(Post("n", str(number), author, f"post {number}", at))

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        if self.fail_after is not None and self.asked >= self.fail_after:
            raise self.error
        if older and older == self.forgotten:
            raise NotFound(host="h")
        self.asked += 1
        ends = int(older) if older else len(self.posts)
        begins = max(ends - SIZE, 0)
        posts = tuple(reversed(self.posts[begins:ends]))
        return Page(
            posts,
            older=str(begins) if begins else "",
            mark="" if older else (posts[0].remote_id if posts else known),
            reached_known=known in {post.remote_id for post in posts},
            set_aside=(SetAside("broken"),) * self.bad,
            gone=self.gone,
        )

    def page_above(self, source: Source, known: str) -> Page:
        if self.fail_after is not None and self.asked >= self.fail_after:
            raise self.error
        self.asked += 1
        self.climbed += 1
        above = [post for post in self.posts if int(post.remote_id) > int(known)][:SIZE]
        return Page(tuple(reversed(above)), mark=above[-1].remote_id if above else known)

    def close(self) -> None:
        return


def at_once(writer: CacheWriter) -> Put:
    """Writes without a thread, so that time is the test's."""

    def put(sightings: Sequence[Sighting], missed: Sequence[Disappearance]) -> "Future[None]":
        written: Future[None] = Future()
        writer.ingest(sightings, missed)
        written.set_result(None)
        return written

    return put


class Bench:
    """A collector, its cache and its clock."""

    def __init__(self, writer: CacheWriter) -> None:
        self.network = ListedNetwork()
        self.writer = writer
        self.ledger = StateKeeper(writer.database)
        self.now = START
        self.allowances: tuple[Allowance, ...] = ()
        purses = Purses(rules=lambda _: Rules("n", "", START.date(), self.allowances))
        self.collector = Collector(
            lambda _: self.network, at_once(writer), self.ledger, lambda: self.now, purses
        )
        self.turn = Turn(self._wanted(), self.now, MINUTE)

    def _wanted(self) -> Wanted:
        source = Source("n", SourceKind.HOME, 1)
        return Wanted(source, (7,), ("n", "", 1), self.network.capabilities)

    def allow(self, limit: int) -> None:
        """Makes it a network that allows so many pages in 15 minutes."""
        self.allowances = (Allowance("reads", Per.PROFILE, limit, 900),)

    def read(self, minutes: float = 1) -> Collected:
        self.now += minutes * MINUTE
        self.network.asked = 0
        self.turn.wanted, self.turn.due = self._wanted(), self.now
        return self.collector.collect(self.turn)

    def fail(self, after: int = 0, error: Exception | None = None) -> None:
        self.network.fail_after = after
        self.network.error = error or NetworkDown(host="h", reason="test")

    def mend(self) -> None:
        self.network.fail_after = None

    def stored(self) -> int:
        with self.writer.database.read() as connection:
            count: int = connection.exec_driver_sql("SELECT count(*) FROM post").scalar_one()
        return count

    def gap(self) -> Gap:
        (only,) = self.ledger.gaps()
        return only


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    writer = CacheWriter.open(tmp_path, b"k" * 32)
    yield Bench(writer)
    writer.close()


def test_a_first_read_takes_one_page_and_says_from_when_it_is_complete(bench: Bench) -> None:
    bench.network.publish(12, START)
    state = bench.read().state
    assert bench.stored() == SIZE
    assert state.complete_from == START
    assert state.complete_to == bench.now
    assert bench.ledger.gaps() == []


def test_pages_are_followed_until_the_known_post(bench: Bench) -> None:
    bench.network.publish(3, START)
    bench.read()
    bench.network.publish(23, bench.now)
    collected = bench.read()
    assert bench.stored() == 26
    assert bench.network.asked == 5
    assert collected.outcome().found == 23
    assert bench.ledger.gaps() == []


def test_profiles_and_streams_go_with_the_posts(bench: Bench) -> None:
    bench.network.publish(1, START)
    bench.read()
    with bench.writer.database.read() as connection:
        rows = list(connection.exec_driver_sql("SELECT profiles, streams FROM post"))
    assert rows == [("[1]", "[7]")]


def test_an_outage_is_a_gap_from_the_last_good_read_and_is_filled_by_the_next(
    bench: Bench,
) -> None:
    bench.network.publish(1, START)
    good = bench.read().state.complete_to
    bench.fail()
    assert bench.read().state.trouble is GapCause.NETWORK_DOWN
    bench.read()
    assert (bench.gap().begins, bench.gap().ends) == (good, None)
    bench.network.publish(9, bench.now)
    bench.mend()
    assert bench.read().state.trouble is None
    assert bench.gap().filled_at == bench.now
    assert bench.stored() == 10


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (TokenExpired(host="h"), GapCause.TOKEN_EXPIRED),
        (BudgetUsed(host="h", resets_at=START), GapCause.BUDGET_USED),
        (NotFound(host="h"), GapCause.NOT_FOUND),
    ],
)
def test_a_gap_knows_its_cause(bench: Bench, error: Exception, cause: GapCause) -> None:
    bench.read()
    bench.fail(error=error)
    bench.read()
    assert bench.gap().cause is cause


def test_a_read_that_breaks_halfway_leaves_a_gap_in_the_middle_that_is_filled_later(
    bench: Bench,
) -> None:
    bench.network.publish(1, START)
    bench.read()
    bench.network.publish(10, bench.now)
    middle = bench.now + MINUTE / 2
    bench.network.publish(10, middle)
    bench.fail(after=2)
    bench.read()
    assert bench.stored() == 11
    assert bench.gap().ends == middle
    assert bench.gap().filled_at is None
    bench.mend()
    bench.read()
    assert bench.stored() == 21
    assert bench.gap().filled_at is not None


def test_more_than_one_turn_can_take_is_a_gap_that_fills_turn_by_turn(bench: Bench) -> None:
    bench.network.publish(1, START)
    bench.read()
    bench.network.publish(SIZE * (MOST_PAGES + 25), bench.now)
    collected = bench.read()
    assert bench.gap().cause is GapCause.TOO_MUCH
    turns = 1
    while collected.more:
        collected = bench.read()
        turns += 1
    assert turns <= 4
    assert bench.stored() == len(bench.network.posts)
    assert bench.gap().filled_at is not None


def test_what_the_network_does_not_give_any_more_is_lost_and_said_so(bench: Bench) -> None:
    bench.network.whole = False
    bench.network.publish(5, START)
    bench.read()
    bench.network.posts = []
    bench.network.publish(30, bench.now)
    bench.network.posts = bench.network.posts[20:]
    bench.read()
    assert bench.gap().lost
    assert bench.gap().filled_at is None


def test_what_was_empty_before_has_lost_nothing_when_the_first_posts_come(bench: Bench) -> None:
    bench.network.whole = False
    bench.read()
    bench.network.publish(7, bench.now)
    bench.read()
    assert bench.stored() == 7
    assert bench.ledger.gaps() == []


def test_a_long_silence_is_a_gap_that_the_next_read_fills(bench: Bench) -> None:
    bench.network.publish(1, START)
    bench.read()
    bench.network.publish(8, bench.now)
    bench.read(minutes=300)
    assert bench.gap().cause is GapCause.NOT_READING
    assert bench.gap().filled_at == bench.now
    assert bench.stored() == 9


def test_a_silence_that_was_slept_through_says_so(bench: Bench) -> None:
    bench.network.publish(1, START)
    bench.read()
    fell_asleep = bench.now + MINUTE
    bench.network.publish(8, bench.now)
    bench.collector.asleep = (fell_asleep, fell_asleep + 298 * MINUTE)
    bench.read(minutes=300)
    assert bench.gap().cause is GapCause.ASLEEP
    assert bench.gap().filled_at == bench.now


def test_a_sleep_of_long_ago_explains_no_silence(bench: Bench) -> None:
    bench.network.publish(1, START)
    bench.collector.asleep = (START - 300 * MINUTE, START)
    bench.read()
    bench.read(minutes=60)
    assert bench.gap().cause is GapCause.NOT_READING


def test_a_known_post_that_was_deleted_costs_nothing_but_older_pages(bench: Bench) -> None:
    bench.network.publish(4, START)
    bench.read()
    bench.network.posts.pop()
    bench.network.publish(1, bench.now)
    bench.network.posts[-1] = Post("n", "new", Author("1", "ida"), "new", bench.now)
    bench.read()
    assert bench.stored() == 5
    assert bench.ledger.gaps() == []


def test_hanging_up_records_nothing(bench: Bench) -> None:
    bench.network.publish(1, START)
    before = bench.read().state
    bench.fail(error=HungUp(host="h"))
    with pytest.raises(HungUp):
        bench.read()
    assert bench.ledger.states() == [before]
    assert bench.ledger.gaps() == []


def test_bad_items_are_counted_and_the_others_stored(bench: Bench) -> None:
    bench.network.publish(2, START)
    bench.network.bad = 3
    assert bench.read().set_aside == 3
    assert bench.stored() == 2


def test_a_server_whose_pages_go_round_is_left(bench: Bench) -> None:
    class Round(ListedNetwork):
        def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
            self.asked += 1
            return Page(tuple(self.posts), older="5" if older else "6", mark="x")

    bench.network.publish(1, START)
    bench.read()
    bench.network = Round(posts=bench.network.posts)
    bench.read()
    assert bench.network.asked <= 4


def test_a_stream_with_a_query_holds_only_what_fits(bench: Bench) -> None:
    bench.collector.membership = Membership([Stream(7, "Odd", (), "post 1 OR 3")])
    bench.network.publish(4, START)
    bench.read()
    with bench.writer.database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT p.text FROM stream_post s JOIN post p ON p.id = s.post_id ORDER BY p.text"
        )
        assert [row[0] for row in rows] == ["post 1", "post 3"]
    assert bench.stored() == 4


def test_a_deletion_that_a_page_tells_is_a_mark(bench: Bench) -> None:
    bench.network.publish(2, START)
    bench.read()
    bench.network.gone = ("0",)
    bench.read()
    with bench.writer.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT remote_id FROM post WHERE gone_ms > seen_ms")
        gone = [row[0] for row in rows]
    assert gone == []
    bench.network.posts = bench.network.posts[1:]
    bench.read()
    with bench.writer.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT remote_id FROM post WHERE gone_ms > seen_ms")
        assert [row[0] for row in rows] == ["0"]


def test_without_a_budget_nothing_is_asked_and_nothing_is_recorded(bench: Bench) -> None:
    bench.allow(1)
    bench.network.publish(1, START)
    before = bench.read().state
    collected = bench.read()
    assert collected.put_off
    assert bench.network.asked == 0
    assert bench.ledger.states() == [before]
    assert bench.ledger.gaps() == []


def test_a_budget_that_runs_out_between_pages_leaves_a_gap_that_is_filled_later(
    bench: Bench,
) -> None:
    bench.allow(20)
    bench.network.publish(1, START)
    bench.read()
    bench.network.publish(40, bench.now)
    collected = bench.read()
    assert 0 < bench.network.asked < 8
    assert bench.gap().cause is GapCause.BUDGET_USED
    assert not collected.more
    for _ in range(9):
        bench.read(minutes=9)
    assert bench.gap().filled_at is not None
    assert bench.stored() == 41


def test_a_wait_for_the_budget_is_a_gap_with_that_cause(bench: Bench) -> None:
    bench.network.publish(1, START)
    bench.read()
    bench.now += 60 * MINUTE
    bench.turn.short = True
    assert bench.collector.note_silence(bench.turn) is not None
    assert bench.gap().cause is GapCause.BUDGET_USED
    assert bench.collector.note_silence(bench.turn) is None
    bench.read()
    assert bench.gap().filled_at == bench.now


def test_a_place_the_network_no_longer_knows_is_looked_for_from_the_newest_post(
    bench: Bench,
) -> None:
    bench.network.publish(1, START)
    bench.read()
    bench.network.publish(20, bench.now)
    bench.fail(after=2)
    bench.read()
    bench.mend()
    bench.network.forgotten = bench.gap().older
    bench.read()
    assert bench.gap().older == ""
    assert not bench.gap().lost
    bench.network.publish(1, bench.now)
    bench.read()
    assert bench.gap().filled_at is not None
    assert bench.stored() == 22


def broken_off(bench: Bench, count: int) -> None:
    """A network that reads upwards; a read of `count` new posts breaks off after two pages."""
    bench.network.upward = True
    bench.network.publish(1, START)
    bench.read()
    for n in range(count):
        bench.network.publish(1, START + (1 + n / count) * MINUTE)
    bench.fail(after=2)
    bench.read()
    bench.mend()


def test_a_gap_is_filled_from_its_older_end_where_its_newer_one_is_forgotten(bench: Bench) -> None:
    broken_off(bench, 30)
    bench.network.forgotten = bench.gap().older
    bench.read()
    assert (bench.gap().older, bench.gap().lost, bench.network.climbed) == ("", False, 0)
    bench.read()
    assert bench.network.climbed in (4, 5)
    assert bench.gap().filled_at is not None
    assert bench.stored() == 31


def test_a_climb_that_breaks_off_goes_on_where_it_was(bench: Bench) -> None:
    broken_off(bench, 60)
    bench.network.forgotten = bench.gap().older
    bench.read()
    bench.fail(after=3)
    bench.read()
    risen = bench.gap()
    assert (risen.begins, risen.mark) > (START + MINUTE, "0")
    assert risen.filled_at is None
    bench.mend()
    before = bench.network.climbed
    while bench.gap().filled_at is None:
        bench.read()
    assert bench.network.climbed - before <= 10
    assert bench.stored() == 61


def test_a_post_whose_clock_is_fast_does_not_end_a_climb(bench: Bench) -> None:
    broken_off(bench, 30)
    bench.network.posts[3] = replace(bench.network.posts[3], created_at=START + 60 * MINUTE)
    bench.network.forgotten = bench.gap().older
    bench.read()
    bench.read()
    assert bench.gap().filled_at is not None
    assert bench.stored() == 31


def test_a_lost_gap_is_tried_again_from_its_older_end(bench: Bench) -> None:
    broken_off(bench, 30)
    bench.network.forgotten = bench.gap().older
    bench.read()
    bench.fail(after=1, error=NotFound(host="h"))
    bench.read()
    assert bench.gap().lost
    bench.mend()
    bench.turn.fill = bench.gap().id
    bench.read()
    assert bench.gap().filled_at is not None
    assert not bench.gap().lost
    assert bench.stored() == 31


def test_a_gap_given_up_can_be_tried_again(bench: Bench) -> None:
    bench.network.whole = False
    bench.network.publish(5, START)
    bench.read()
    kept = bench.network.posts
    bench.network.publish(30, bench.now)
    bench.network.posts = bench.network.posts[20:]
    bench.read()
    assert bench.gap().lost
    bench.network.posts = kept[:5] + bench.network.posts
    bench.turn.fill = bench.gap().id
    bench.read()
    assert not bench.gap().lost
    assert bench.gap().filled_at is not None


def test_the_states_in_memory_are_those_of_the_file(bench: Bench) -> None:
    bench.network.publish(3, START)
    for _ in range(3):
        state = bench.read().state
        bench.network.publish(30, bench.now)
    bench.fail()
    collected = bench.read()
    assert bench.ledger.states() == [collected.state]
    assert bench.ledger.gaps(standing=True) == list(collected.gaps)
    assert collected.state != state
