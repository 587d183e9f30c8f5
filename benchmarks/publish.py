"""Whether everything is sent exactly once, whatever breaks.

    python -m benchmarks.publish --posts 10000 --senders 8 --kills 200

Real senders, a process each, send through the simulated networks, which lose requests, lose
answers, commit late, and answer too many, 500 and 503. The senders are killed at moments of chance,
and one stands still for longer than the others wait for it. A person decides about what the record
shows as unknown, late or failed. Then what stands on the networks is counted. Trying again without
thinking on the same networks shows that the faults bite. How soon what is due leaves, and a hold
holds, is measured with one sender on networks that work.
"""

from contextlib import AbstractContextManager, ExitStack
from dataclasses import asdict
from pathlib import Path

import click

from benchmarks import postgres
from benchmarks.measure import folder, report, say
from benchmarks.publishing.naive import naive
from benchmarks.publishing.records import Lies, in_a_file, in_postgres
from benchmarks.publishing.run import run
from benchmarks.publishing.timing import Timed, timed
from benchmarks.publishing.town import town


@click.command()
@click.option("--posts", default=10_000, show_default=True)
@click.option("--senders", default=8, show_default=True)
@click.option("--kills", default=200, show_default=True)
@click.option("--profiles", default=264, show_default=True)
@click.option("--journal", type=click.Choice(["file", "postgres"]), default="file")
@click.option("--naive-posts", default=1_000, show_default=True)
@click.option("--burst", default=1_000, show_default=True, help="Due at once; 0 for no timing.")
@click.option("--seed", default=22, show_default=True)
@click.option("--longest-s", default=3_600.0, show_default=True)
def main(
    posts: int,
    senders: int,
    kills: int,
    profiles: int,
    journal: str,
    naive_posts: int,
    burst: int,
    seed: int,
    longest_s: float,
) -> None:
    """Sends, kills and counts."""
    with ExitStack() as stack:
        place = stack.enter_context(folder())
        lies = stack.enter_context(_record(journal, place, stack))
        force = stack.enter_context(town(profiles))
        figures: dict[str, object] = {}
        if posts:
            came = run(force, lies, posts, senders, kills, seed=seed, longest_s=longest_s)
            say(f"{came}")
            force.befall(seed)
            figures = {**asdict(came), "naive_duplicates": naive(force, naive_posts)}
    if burst:
        figures |= asdict(_timed(journal, profiles, burst))
    report(**figures, journal=journal)


def _timed(journal: str, profiles: int, burst: int) -> Timed:
    with ExitStack() as stack:
        place = stack.enter_context(folder())
        lies = stack.enter_context(_record(journal, place, stack))
        return timed(stack.enter_context(town(profiles)), lies, burst)


def _record(journal: str, place: Path, stack: ExitStack) -> AbstractContextManager[Lies]:
    if journal == "file":
        return in_a_file(place)
    return in_postgres(place, stack.enter_context(postgres.cluster(durable=True)))


if __name__ == "__main__":
    main()
