"""A desk on an exercise of its own making: real processes, one board, posts at a steady rate.

Every post carries the hashtag of a column, so whatever the simulated networks have published
belongs on the board and has to be in the cache.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from controlroom.bundle import bundled

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ALL = "M97"
BEGINS_S = 25
"""Seconds after the start until the first post; by then everybody listens."""
NETWORKS = ("mastodon", "bluesky")
"""Networks that push what is new without a price for each post."""
WORDS = ("names", "common")
_SAYINGS = (
    "{Smoke|Fire|Flames|Something} {on|over|beside} the {ROAD} {near|at|by} {JUNCTION}",
    "{Anyone know|Who knows|Can anybody say} {what is on fire|why we stand} at {JUNCTION}{?|??}",
    "{Stuck|Parked up|Nothing moving} {by|before|just after} {JUNCTION} since {CLOCK}",
    "{Two|Three|Four|Five} engines {past us|on the hard shoulder|at {JUNCTION}} {now|just now}",
)


class Flood(NamedTuple):
    """What comes in.

    Attributes:
        columns: of the board, a hashtag each.
        whole: the first column has every post, besides the one whose hashtag it carries.
        a_second: posts a second over all networks.
        pictures: how many of a hundred posts have some.
    """

    columns: int
    a_second: float
    for_s: int
    pictures: int = 5
    whole: bool = True
    networks: tuple[str, ...] = NETWORKS


def write_scenario(place: Path, flood: Flood) -> Path:
    """Writes a scenario into a folder, with the force and the words it needs; returns its file."""
    source = bundled("scenarios", "words").parent
    (place / "words").mkdir()
    for name in WORDS:
        for file in sorted((source / "words").glob(f"{name}.*.txt")):
            shutil.copy(file, place / "words" / file.name)
    shutil.copy(source / "forces" / "westmarch.yaml", place / "westmarch.yaml")
    (place / "words" / "flood.en.txt").write_text(_phrases(flood), "utf-8")
    file = place / "flood.yaml"
    file.write_text(_scenario(flood), "utf-8")
    return file


def _tags(flood: Flood) -> list[str]:
    return [ALL if flood.whole else "tag0", *(f"tag{n}" for n in range(1, flood.columns))]


def _phrases(flood: Flood) -> str:
    every = f" #{ALL}" if flood.whole else ""
    return "".join(
        f"== flood_{number}\n" + "".join(f"{text}{every} #{tag}\n" for text in _SAYINGS)
        for number, tag in enumerate(_tags(flood))
    )


def _scenario(flood: Flood) -> str:
    weights = ", ".join(f"{name}: 1" for name in flood.networks)
    crowd = ", ".join(f"{name}: 9000" for name in flood.networks)
    sections = ", ".join(f"flood_{number}: 1" for number in range(flood.columns))
    ends, rate = BEGINS_S + flood.for_s, f"{flood.a_second:g}/s"
    columns = "\n".join(
        f'      - {{title: "#{tag}", kind: hashtag, term: {tag}}}' for tag in _tags(flood)
    )
    return f"""title: Flood
about: Posts at a steady rate.
force: westmarch.yaml
starts: 2026-05-14 17:20
lasts: 2h
history: 1m
words: [names, common, flood]
networks: {{{weights}}}
languages: {{en: 1}}
crowd: {{{crowd}}}
facts:
  PLACE: [Dunmarsh, Marlcross]
  STREET: [Quarry Road, Hob Lane]
  JUNCTION: [J4, J5, J6]
  ROAD: [M97]
waves:
  flood: {{0m: 0, {BEGINS_S}s: 0, {BEGINS_S + 1}s: {rate}, {ends}s: {rate}, {ends + 1}s: 0}}
themes:
  - name: flood
    says: {{{sections}}}
    rate: 100% of flood
    pictures: {{share: {flood.pictures}%, scenes: [smoke, fire], described: 30%}}
boards:
  - name: Flood
    columns:
{columns}
"""


@contextmanager
def exercise(flood: Flood) -> Iterator[tuple[Any, Path]]:
    """Runs the exercise; yields its room and a furnished data folder."""
    arguments = ["--networks", ",".join(flood.networks)]
    with running(lambda place: write_scenario(place, flood), arguments) as found:
        yield found


@contextmanager
def running(write: Callable[[Path], Path], arguments: Sequence[str]) -> Iterator[tuple[Any, Path]]:
    """Runs the exercise that `write` writes; yields its room and a furnished data folder."""
    from controlroom.exercise_room import ExerciseRoom

    with tempfile.TemporaryDirectory(dir=os.environ.get("CONTROLROOM_BENCH_DIR")) as own:
        place = Path(own)
        (place / "data").mkdir()
        (place / "scenario").mkdir()
        room = ExerciseRoom.start([str(write(place / "scenario")), *arguments])
        try:
            room.furnish(place / "data")
            yield room, place / "data"
        finally:
            room.close()


def run_desk(room: Any, folder: Path, size: tuple[int, int], begin: Callable[[Any], None]) -> None:
    """Runs the desk on an exercise until its window is closed; `begin` gets the shown window."""
    from controlroom import app

    def painted(window: Any) -> None:
        window.resize(*size)
        begin(window)

    app.main(
        folder, config_dir=folder.parent, first_painted=painted, keychain=room.keychain,
        exercise=room,
    )  # fmt: skip


class Scrolling:
    """Scrolls a list down to its end, up to its top, and so on; returns how long each frame takes.

    Args:
        step: pixels a frame.
    """

    def __init__(self, cards: Any, step: int) -> None:
        self._cards, self._way = cards, -step

    def frame(self) -> float:
        """Scrolls one frame and paints it; returns the milliseconds."""
        from PySide6.QtCore import QCoreApplication

        bar = self._cards.verticalScrollBar()
        if bar.value() >= bar.maximum():
            self._way = abs(self._way)
        elif bar.value() <= bar.minimum():
            self._way = -abs(self._way)
        begun = time.perf_counter()
        self._cards.scroll_by(self._way)
        QCoreApplication.sendPostedEvents()
        return (time.perf_counter() - begun) * 1000


def engine_pid() -> int:
    """Returns the process of the engine, a child of this one; 0 if there is none."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
            words = (status.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and b"controlroom.engine" in words:
            return int(status.parent.name)
    return 0


def cpu_s(pid: int) -> float:
    """Returns the processor's time a process has used, in seconds; 0 if it has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss_mib(pid: int) -> float:
    """Returns the resident memory of a process now, in MiB; 0 if it has gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / (1024 * 1024)
