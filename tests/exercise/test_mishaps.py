"""Mishaps of single requests, as a writer meets them."""

import time
from collections import Counter
from collections.abc import Iterator

import pytest

from controlroom.exercise.mishaps import DONE, Mishap, Plan
from controlroom.feeds.base import Seat
from controlroom.feeds.registry import make_writer
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import NotSent, PerhapsSent, Writer
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.profile import Profile
from tests.exercise.faces.mastodon.city import HOST, City, city
from tests.feeds.outgoing.pieces import Asked, piece
from tests.feeds.seats import SignedIn

LONGEST_S = 60


@pytest.fixture(scope="module")
def fen() -> Iterator[City]:
    with city() as one:
        yield one


@pytest.fixture
def writer(fen: City, request: pytest.FixtureRequest) -> Iterator[Writer]:
    """A writer; it waits for an answer for a second only where none is to come in time."""
    force = fen.force
    profile = Profile(1, "mastodon", fen.face.remote_id(force), force.handle, force.name, HOST)
    sign_in = SignedIn(fen.face.credential(force))
    seat = Seat(profile, sign_in, fen.world.clock.now, fen.servers)
    named = getattr(request.node, "callspec", None)
    silent = named is not None and named.params.get("mishap") is Mishap.SILENT
    one = make_writer("mastodon", seat, limits=Limits(silence_s=1) if silent else Limits())
    yield one
    one.close()
    fen.server.do(fen.server.faults.mishaps.lift, "mastodon")


def plan(fen: City, **shares: float) -> None:
    """Names a share by the mishap's name."""
    told = Plan({Mishap[name]: share for name, share in shares.items()}, 5, 0.2, 3.0)
    fen.server.do(fen.server.faults.mishaps.set, "mastodon", told)


def count(fen: City) -> int:
    return fen.server.do(lambda: len(fen.world.columns))


@pytest.mark.parametrize("mishap", sorted({Mishap.LOST, Mishap.REFUSED} | DONE))
def test_nobody_knows_what_became_of_it(fen: City, writer: Writer, mishap: Mishap) -> None:
    plan(fen, **{mishap.name: 1.0})
    before = count(fen)
    outgoing = piece(f"This is {mishap}", fen.world.clock.now())
    with pytest.raises(PerhapsSent):
        writer.send(outgoing, Asked())
    until = time.monotonic() + LONGEST_S
    while mishap in DONE and count(fen) == before and time.monotonic() < until:
        time.sleep(0.02)
    there = [one.text for one in writer.look_back(outgoing).seen]
    assert (outgoing.text in there) == (mishap in DONE)
    assert count(fen) == before + (mishap in DONE)
    assert fen.server.do(fen.server.faults.mishaps.happened, "mastodon") == {mishap: 1}


def test_what_comes_late_is_not_there_at_first(fen: City, writer: Writer) -> None:
    late = Plan({Mishap.LATE: 1.0}, late_s=3600)
    fen.server.do(fen.server.faults.mishaps.set, "mastodon", late)
    outgoing = piece("Later", fen.world.clock.now())
    with pytest.raises(PerhapsSent):
        writer.send(outgoing, Asked())
    assert "Later" not in [one.text for one in writer.look_back(outgoing).seen]


def test_too_many_says_until_when(fen: City, writer: Writer) -> None:
    plan(fen, TOO_MANY=1.0)
    with pytest.raises(NotSent) as caught:
        writer.send(piece("Too many", fen.world.clock.now()), Asked())
    assert caught.value.reason is Unsent.TOO_MANY
    assert caught.value.again_at is not None
    assert 0 < (caught.value.again_at - fen.world.clock.now()).total_seconds() <= 3


def test_a_key_that_came_before_is_answered_with_an_error(fen: City, writer: Writer) -> None:
    plan(fen, AGAIN=1.0)
    before = count(fen)
    outgoing = piece("Once", fen.world.clock.now(), key=writer.new_key())
    writer.send(outgoing, Asked())
    with pytest.raises(PerhapsSent):
        writer.send(outgoing, Asked())
    assert count(fen) == before + 1


def test_what_happens_follows_from_the_seed(fen: City, writer: Writer) -> None:
    runs = []
    for _ in range(2):
        plan(fen, BROKEN=0.3, LOST=0.2)
        runs.append([happens(fen, writer) for _ in range(40)])
    assert runs[0] == runs[1]
    told = Counter(runs[0])
    assert 4 <= told[Mishap.BROKEN] <= 20
    assert 2 <= told[Mishap.LOST] <= 16


def happens(fen: City, writer: Writer) -> Mishap | None:
    """Returns what happens to one request."""
    before = fen.server.do(fen.server.faults.mishaps.happened, "mastodon")
    try:
        writer.send(piece("One of many", fen.world.clock.now()), Asked())
    except PerhapsSent:
        now = fen.server.do(fen.server.faults.mishaps.happened, "mastodon")
        return next(iter(now - before))
    return None


def test_what_is_read_is_spared(fen: City, writer: Writer) -> None:
    plan(fen, LOST=1.0)
    writer.look_back(piece("x", fen.world.clock.now()))
    assert not fen.server.do(fen.server.faults.mishaps.happened, "mastodon")


@pytest.mark.parametrize("shares", [{Mishap.LOST: 1.1}, {Mishap.LOST: -1}, dict.fromkeys(DONE, 1)])
def test_shares_that_cannot_be_are_refused(shares: dict[Mishap, float]) -> None:
    with pytest.raises(ValueError, match="together at most 1"):
        Plan(shares)
