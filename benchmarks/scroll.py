"""A whole frame while every column of a board is scrolled, beside plain lists of one line a row.

    python -m benchmarks.scroll --columns 6 --size 1920x1080

Offscreen, raster. A frame is the scrolling of all columns and everything painted because of it.
Board and lists take turns, so that both meet the same machine.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from benchmarks.measure import KEY, folder, peak_mib, percentile, report, say
from benchmarks.posts import sightings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
STEP, TURN, WARM_UP = 40, 50, 20
"""Pixels a frame, frames between two turns, frames before the first that counts."""
ROWS = 2_000


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
        ours, theirs = measure(page, bare, frames)
        window.close()
        page.close_house()
    p95, bare_p95 = percentile(ours, 0.95), percentile(theirs, 0.95)
    report(columns=columns, size=size, p50_ms=percentile(ours, 0.5), p95_ms=p95,
           bare_p95_ms=bare_p95, ratio=p95 / bare_p95, frames=len(ours),
           peak_mib=peak_mib())  # fmt: skip


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
    made = list(sightings(posts))
    for start in range(0, posts, 500):
        writer.ingest(made[start : start + 500])
    writer.close()
    desk = DeskStore.open(place, KEY)
    shown = tuple(Column(0, 1 + number % 40) for number in range(columns))
    desk.save_board(Board(0, "Board", shown))
    return House(desk, CacheReader.open(place, KEY))


def shown(place: Path, house: House, width: int, height: int) -> Any:
    """Returns the desk's window with the board of a house."""
    from controlroom.app import application
    from controlroom.settings import SettingsFile
    from controlroom.ui.frame.window import DeskWindow

    application()
    window = DeskWindow(SettingsFile(place))
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


def measure(page: Any, lists: list[Any], frames: int) -> tuple[list[float], list[float]]:
    """Returns the milliseconds of every frame: the board's and the lists'."""
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(frames // TURN):
        down = turn % 4 < 3
        ours += timed(lambda: scroll_board(page, STEP if not down else -STEP), TURN)  # noqa: B023
        theirs += timed(lambda: scroll_lists(lists, STEP if down else -STEP), TURN)  # noqa: B023
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


def timed(frame: Callable[[], None], times: int) -> list[float]:
    """Returns the milliseconds of some frames, the painting included."""
    from PySide6.QtWidgets import QApplication

    found = []
    for _time in range(times):
        start = time.perf_counter()
        frame()
        QApplication.processEvents()
        found.append((time.perf_counter() - start) * 1000)
    return found


if __name__ == "__main__":
    main()
