"""How soon a hold holds that is pressed on any desk while a team's station sends at full rate.

    python -m benchmarks.hold --presses 30 --desks 6

PostgreSQL, one station and the desks are processes of their own; the station sends to the simulated
networks as fast as it may. The desks press in turn. What counts is when the last post came about at
a network, which is after its request began; none may come later than a second after the press.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import click

from benchmarks import postgres
from benchmarks.measure import folder, percentile, report, say
from benchmarks.publishing.desks import Desk
from benchmarks.publishing.people import People
from benchmarks.publishing.records import OFFICER, Lies
from benchmarks.publishing.stations import station
from benchmarks.publishing.town import Town, town
from controlroom.model.journal_kinds import OfficerAdded, RoleGranted, proposal_of
from controlroom.model.journal_subject import FORCE
from controlroom.store.journal.postgres.setup import add_officer, add_station, create
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.roles import founding

EACH, LEFT, QUIET_S, LATE_S = 500, 40, 2.5, 1.0
"""Posts of a press, how many have left when it comes, how long is listened, what is too late."""
_PATIENCE_S = 180.0


@dataclass
class Held:
    """What came of the presses, in milliseconds from the press.

    Attributes:
        last: until the last post came about; 0 where none came after the press.
        recorded: until the hold was in the record.
        known: until every desk knew of it.
        after: posts that came about after the press.
        late: those of them that came more than a second after it.
        kept: posts that the hold kept from leaving.
        rates: posts a second before the press.
    """

    last: list[float] = field(default_factory=list)
    recorded: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)
    after: int = 0
    late: int = 0
    kept: list[int] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)


@click.command()
@click.option("--presses", default=30, show_default=True)
@click.option("--desks", default=6, show_default=True)
@click.option("--profiles", default=264, show_default=True)
@click.option("--burners", default=0, show_default=True, help="Processes that only compute.")
def main(presses: int, desks: int, profiles: int, burners: int) -> None:
    """Sends, presses and listens."""
    held = Held()
    with ExitStack() as stack:
        place = stack.enter_context(folder())
        force = stack.enter_context(town(profiles))
        server = stack.enter_context(postgres.cluster(durable=True))
        lies, logins = _team(server, place, desks)
        people = People(lies, force.place.keys)
        stack.callback(people.close)
        people.furnish()
        stack.enter_context(station(place / "station", lies.station, force.place))
        here = [Desk(place / number, url, number) for number, url in logins.items()]
        for desk in here:
            stack.callback(desk.close)
        _warm_up(force, people)
        stack.enter_context(_burning(burners))
        for number in range(presses):
            _press(force, people, here, number, held)
            say(f"{number + 1}: {held.last[-1]:.0f} ms, {held.kept[-1]} kept back")
    _tell(held, presses=presses, desks=desks, burners=burners)


def _team(server: postgres.Cluster, place: Path, desks: int) -> tuple[Lies, dict[str, str]]:
    """Makes a team; returns its record, and the addresses of its supervisors by their numbers."""
    name = server.database("dba")
    admin = server.url("dba", name)
    create(admin, proposal_of(founding(OFFICER, "Asha Venn", alone=True)))

    def login(number: str) -> str:
        return server.url(add_officer(admin, number, "word"), name, "word")

    writer = login(OFFICER)
    sender = server.url(add_station(admin, "one", "word"), name, "word")
    numbers = [str(number) for number in range(2, desks + 2)]
    journal = TeamJournal(writer)
    for number in numbers:
        for told in (
            proposal_of(OfficerAdded(number, f"Sgt {number}")),
            proposal_of(RoleGranted(number, "supervisor", FORCE)),
        ):
            journal.append(told, journal.head().seq)
    journal.close()
    return Lies(place, sender, writer), {number: login(number) for number in numbers}


def _warm_up(force: Town, people: People) -> None:
    """Has every profile connected once."""
    people.submit(len(people.profiles), 1, equal=0.0)
    _until(lambda: len(force.came) >= len(people.profiles))


def _press(force: Town, people: People, desks: list[Desk], number: int, held: Held) -> None:
    """Holds in the midst of sending, listens, and lets publishing go on."""
    before, began = len(force.came), time.time()
    people.submit(EACH, number + 2, equal=0.0)
    _until(lambda: len(force.came) - before >= LEFT)
    desk = desks[number % len(desks)]
    pressed, recorded = desk.hold()
    known = max(one.learned(True) for one in desks)
    time.sleep(max(pressed + QUIET_S - time.time(), 0.0))
    came = [at for at, _ in force.came[before:]]
    after = [at - pressed for at in came if at > pressed]
    held.last.append(max(after, default=0.0) * 1000)
    held.recorded.append((recorded - pressed) * 1000)
    held.known.append((known - pressed) * 1000)
    held.after += len(after)
    held.late += sum(one > LATE_S for one in after)
    held.kept.append(EACH - len(came))
    held.rates.append((len(came) - len(after)) / (pressed - min(came, default=began)))
    desk.release()
    for one in desks:
        one.learned(False)


@contextmanager
def _burning(count: int) -> Iterator[None]:
    """So many processes that want a processor each."""
    burners = [get_context("forkserver").Process(target=_burn, daemon=True) for _ in range(count)]
    for one in burners:
        one.start()
    try:
        yield
    finally:
        for one in burners:
            one.kill()
            one.join()


def _burn() -> None:
    while True:
        pass


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not holds():
        if time.monotonic() > until:
            raise RuntimeError("the station does not send")
        time.sleep(0.02)


def _tell(held: Held, **asked: int) -> None:
    report(
        hold_p50_ms=percentile(held.last, 0.5),
        hold_max_ms=max(held.last),
        recorded_p50_ms=percentile(held.recorded, 0.5),
        recorded_max_ms=max(held.recorded),
        known_p50_ms=percentile(held.known, 0.5),
        known_max_ms=max(held.known),
        after_press=held.after,
        later_than_1_s=held.late,
        kept_back_min=min(held.kept),
        posts_a_second=percentile(held.rates, 0.5),
        **asked,
    )


if __name__ == "__main__":
    main()
