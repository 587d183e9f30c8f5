"""A station as a process, on a network of its own: what is in a file is what is published.

`python -m tests.engine.station.machines FOLDER URL`: the network is the file `FOLDER/../network`,
a post a line; a line that begins with `@` is a direct message.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from controlroom.engine.station.hearing import log_plainly
from controlroom.engine.station.seat import Seat as StationSeat
from controlroom.engine.station.serving import serve
from controlroom.feeds.base import Capabilities, Page, Reading, Seat
from controlroom.model.post import Author, Post, PostKind
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.archive.names import Names
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.journal.signing import Signer

KEY = bytes(range(32))
SIGNER = Signer(bytes(range(2, 34)))
PROFILE = Profile(1, "paper", "9", "hall", "Town Hall")
KEY_OF_PROFILE = Names({1: PROFILE}).keys((1,))[0]
PAUSE = timedelta(seconds=0.2)
CAPABILITIES = Capabilities(
    "paper",
    "Paper",
    MappingProxyType(
        {SourceKind.FEED: Reading(1_000, least_pause=PAUSE, longest_pause=PAUSE, by_profile=False)}
    ),
    signs_in=False,
)
BEGAN = datetime(2026, 11, 22, 6, tzinfo=UTC)


class Paper:
    """Gives what is new in a file since the line of the mark."""

    capabilities = CAPABILITIES

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        lines = Path(source.term).read_text(encoding="utf-8").splitlines()
        new = [_post(n, line) for n, line in enumerate(lines) if n >= int(known or 0)]
        return Page(tuple(reversed(new)), mark=str(len(lines)), reached_known=True)

    def close(self) -> None:
        return


def make_feed(seat: Seat) -> Paper:
    return Paper()


def furnish(folder: Path, paper: Path) -> None:
    """Makes the data folder of a station that reads a file."""
    folder.mkdir()
    paper.touch()
    cache = CacheWriter.open(folder, KEY)
    number = cache.save_profile(PROFILE)
    sources = (Source("paper", SourceKind.FEED, number, str(paper)),)
    cache.save_stream(Stream(0, "Town", sources, urgent=True))
    cache.close()


def _post(number: int, line: str) -> Post:
    kind = PostKind.MESSAGE if line.startswith("@") else PostKind.STATUS
    at = BEGAN + timedelta(seconds=number)
    return Post("paper", str(number), Author("1", "hall"), line, at, kind)


def main(folder: Path, url: str) -> None:
    """Runs a station until it is told to end."""
    log_plainly()
    networks = {"paper": "tests.engine.station.machines"}
    custody = folder / "checkpoints.jsonl"
    serve(StationSeat(folder, KEY, url, SIGNER, custody, networks=networks, computer=folder.name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
