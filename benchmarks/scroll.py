"""A whole frame while every column of a board is scrolled, beside plain lists of one line a row.

    python -m benchmarks.scroll --columns 6 --size 1920x1080

Offscreen, raster, posts with pictures of the exercise. A frame is the scrolling of all columns and
everything painted because of it. Frames are due sixty times a second, as on a screen, and between
them the window does what it does in its pauses; `late_p95_ms` is how much later than due a frame
was painted, its own time included.
The figures that begin with `flat_` are of frames one after the other without any pause, with all
that is prepared for later in them; `flat_cpu_p95_ms` is time of the processor alone, for a machine
that is busy. Board and lists take turns, so that both meet the same machine.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from benchmarks.measure import KEY, folder, peak_mib, percentile, report, say
from benchmarks.pictures import keep_pictures, with_faces
from benchmarks.posts import sightings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
STEP, TURN, WARM_UP = 40, 50, 20
"""Pixels a frame, frames between two turns, frames before the first that counts."""
FRAME_S = 1 / 60
ROWS = 2_000
REACHED = 10_000
"""Posts, the newest first, that have their pictures in the cache: as far as is ever scrolled."""


class Frame(NamedTuple):
    """Milliseconds: what a frame took, of the processor alone, and from when it was due."""

    ms: float
    cpu_ms: float
    late_ms: float


Timing = Callable[[Callable[[], None], int], list[Frame]]


class House(NamedTuple):
    """The open house as the board takes it."""

    desk: Any
    cache: Any


@click.command()
@click.option("--columns", default=6, show_default=True)
@click.option("--size", default="1920x1080", show_default=True)
@click.option("--posts", default=20_000, show_default=True, help="Size of the cache.")
@click.option("--frames", default=400, show_default=True)
@click.option("--picture", type=click.Path(path_type=Path), default=None)
def main(columns: int, size: str, posts: int, frames: int, picture: Path | None) -> None:
    """Measures frames while scrolling."""
    width, height = (int(part) for part in size.split("x"))
    with folder() as place:
        house = filled(place, posts, columns)
        window = shown(place, house, width, height)
        page = window.pages.page("board")
        settle(page)
        say(f"{len(page.row.in_view())} columns in view")
        if picture:
            window.grab().save(str(picture))
        _window, bare = plain_lists(columns, page.row.width(), page.row.height())
        ours, theirs = measure(page, bare, frames, paced)
        flat, flat_theirs = measure(page, bare, frames, flat_out)
        window.close()
        page.close_house()
    figures = told("", ours, theirs) | told("flat_", flat, flat_theirs)
    report(columns=columns, size=size, **figures, frames=len(ours), peak_mib=peak_mib())


def told(name: str, ours: list[Frame], theirs: list[Frame]) -> dict[str, float]:
    """Returns the figures of one way to time frames, each under its name."""
    took, bare = [one.ms for one in ours], [one.ms for one in theirs]
    p95, bare_p95 = percentile(took, 0.95), percentile(bare, 0.95)
    found = {"p50_ms": percentile(took, 0.5), "p95_ms": p95, "bare_p95_ms": bare_p95,
             "ratio": p95 / bare_p95, "cpu_p95_ms": percentile([one.cpu_ms for one in ours], 0.95),
             "late_p95_ms": percentile([one.late_ms for one in ours], 0.95)}  # fmt: skip
    return {name + key: value for key, value in found.items()}


def filled(place: Path, posts: int, columns: int) -> House:
    """Returns a house with streams of invented posts and a board that shows them."""
    from controlroom.model.board import Board, Column
    from controlroom.model.profile import Profile
    from controlroom.model.stream import Source, SourceKind, Stream
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.cache.writer import CacheWriter
    from controlroom.store.desk.store import DeskStore

    writer = CacheWriter.open(place, KEY)
    for number in range(1, 265):
        writer.save_profile(Profile(0, "mastodon", f"unit{number}", f"WestmarchUnit{number}"))
    for number in range(40):
        source = Source("mastodon", SourceKind.MENTIONS, number + 1)
        writer.save_stream(Stream(0, f"Stream {number + 1}", (source,)))
    made = list(with_faces(sightings(posts)))
    for start in range(0, posts, 500):
        writer.ingest(made[start : start + 500])
    writer.close()
    keep_pictures(place, made[-REACHED:])
    desk = DeskStore.open(place, KEY)
    shown = tuple(Column(0, 1 + number % 40) for number in range(columns))
    desk.save_board(Board(0, "Board", shown))
    return House(desk, CacheReader.open(place, KEY))


def shown(place: Path, house: House, width: int, height: int) -> Any:
    """Returns the desk's window with the board of a house."""
    from controlroom.app import application
    from controlroom.settings import SettingsFile
    from controlroom.ui.frame.window import DeskWindow
    from controlroom.ui.sweeping import Sweeper

    application()
    window = DeskWindow(SettingsFile(place))
    Sweeper(window)
    window.resize(width, height)
    window.show()
    window.pages.settle()
    window.go("board")
    window.pages.page("board").open_house(house)
    return window


def settle(page: Any) -> None:
    """Waits until everything asked for has been read and painted."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    while page.desk.reading.busy():
        QApplication.processEvents()
        time.sleep(0.005)
    QApplication.processEvents()


def plain_lists(columns: int, width: int, height: int) -> tuple[Any, list[Any]]:
    """Returns a window of as many of Qt's own lists, a line of text in each row, and the lists."""
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

    lines = [one.post.text.replace("\n", " ") for one in sightings(ROWS)]
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    lists = []
    for _column in range(columns):
        view = QListView(around)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setModel(QStringListModel(lines, view))
        row.addWidget(view)
        lists.append(view)
    around.resize(width, height)
    around.show()
    return around, lists


def measure(
    page: Any, lists: list[Any], frames: int, timing: Timing
) -> tuple[list[Frame], list[Frame]]:
    """Returns every frame: the board's and the lists'."""
    ours: list[Frame] = []
    theirs: list[Frame] = []
    for turn in range(frames // TURN):
        down = turn % 4 < 3
        ours += timing(lambda: scroll_board(page, STEP if not down else -STEP), TURN)  # noqa: B023
        theirs += timing(lambda: scroll_lists(lists, STEP if down else -STEP), TURN)  # noqa: B023
    return ours[WARM_UP:], theirs[WARM_UP:]


def scroll_board(page: Any, by: int) -> None:
    """Scrolls every column in view."""
    for view in page.row.in_view():
        view.list.scroll_by(by)


def scroll_lists(lists: list[Any], by: int) -> None:
    """Scrolls every list."""
    for view in lists:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + by)


def paced(frame: Callable[[], None], times: int) -> list[Frame]:
    """Returns frames due sixty times a second."""
    from PySide6.QtCore import QCoreApplication

    def paint() -> None:
        frame()
        # What has been asked to be painted is painted, and nothing else done before.
        QCoreApplication.sendPostedEvents()

    found, due = [], time.perf_counter()
    for _time in range(times):
        due += FRAME_S
        rest_until(due)
        found.append(timed(paint, due))
        due += max(0, int((time.perf_counter() - due) / FRAME_S)) * FRAME_S
    return found


def rest_until(moment: float) -> None:
    """Lets the window do what it has to do in its pauses."""
    from PySide6.QtWidgets import QApplication

    while (left := moment - time.perf_counter()) > 0:
        QApplication.processEvents()
        time.sleep(min(0.001, max(0.0, left)))


def flat_out(frame: Callable[[], None], times: int) -> list[Frame]:
    """Returns frames one after the other, all that is due in between included."""
    from PySide6.QtWidgets import QApplication

    def paint() -> None:
        frame()
        QApplication.processEvents()

    return [timed(paint, time.perf_counter()) for _time in range(times)]


def timed(paint: Callable[[], None], due: float) -> Frame:
    """Returns one frame, painted now."""
    begun, cpu = time.perf_counter(), time.thread_time()
    paint()
    ended, cpu = time.perf_counter(), time.thread_time() - cpu
    return Frame((ended - begun) * 1000, cpu * 1000, (ended - due) * 1000)


if __name__ == "__main__":
    main()
