"""From process start to the first painted frame, and to the first board painted with its posts.

And in a running desk: from the choice of a board of twelve columns, which that desk has not shown
yet, until all twelve are painted with their posts, in a window in which they all can be seen.

    python -m benchmarks.start

Beside them a bare PySide6 window with one label. All are started in turns as processes of their
own, offscreen, and tell the moment on the clock that all processes share. The desk stands on a
folder with a large cache, whose key it finds in a keychain in memory. `--keep DIR` keeps the folder
there and takes it up again.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import click

from benchmarks.measure import KEY, folder, peak_mib, percentile, report, say
from benchmarks.search import fill

COLUMNS, MANY = 6, 12
WIDTH, HEIGHT = 4200, 2160
"""Of a window in which all of them can be seen."""
REST_MS = 4_000
"""The desk has come to rest: the engine runs and what could wait has been done."""
LONGEST_S = 120.0
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic(), flush=True)
        QApplication.exit(0)
app = QApplication(sys.argv)
label = Label("Control Room")
label.resize(1920, 1080)
label.show()
app.exec()
"""
BEGUN = """
import sys, time
from controlroom import __main__
# As `start` does, which has not been called yet when the desk is imported here.
__main__.get_ready()
"""
DESK = (
    BEGUN
    + """\
from controlroom import app as desk
run = desk.main
def painted(window):
    print(time.monotonic(), flush=True)
    window.close()
desk.main = lambda folder: run(folder, first_painted=painted)
__main__.start()
"""
)
BOARD = (
    BEGUN
    + f"""\
from controlroom import app as desk
run = desk.main
class OneKey:
    backend = "memory"
    def get(self, name):
        return {KEY!r}
def painted(window):
    from PySide6.QtCore import Qt, QTimer
    def filled():
        window.repaint()
        print(time.monotonic(), flush=True)
        then(window)
    def wait():
        page = window.pages.page("board")
        page.filled.connect(filled, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(0, wait)
def then(window):
    window.close()
desk.main = lambda folder: run(folder, first_painted=painted, keychain=OneKey())
"""
)
TWELVE = f"""
def then(window):
    from PySide6.QtCore import Qt, QTimer
    window.resize({WIDTH}, {HEIGHT})
    session = window.pages.page("board").session
    def choose():
        begun = time.monotonic()
        def look():
            seen = session.columns_in_view()
            if len(seen) == {MANY} and all(one.is_open and one.list.posts() for one in seen):
                window.repaint()
                print(time.monotonic() - begun, flush=True)
                session.views.opened.disconnect(look)
                window.close()
        session.views.opened.connect(look, Qt.ConnectionType.QueuedConnection)
        window.tabs.choose(window.tabs.tabs[1].board.id)
    QTimer.singleShot({REST_MS}, choose)
"""
RUN = """
__main__.start()
"""


@click.command()
@click.option("--posts", default=1_000_000, show_default=True, help="Size of the cache.")
@click.option("--rounds", default=15, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), default=None)
@click.option("--openings", default=5, show_default=True, help="Of the board of twelve columns.")
def main(posts: int, rounds: int, keep: Path | None, openings: int) -> None:
    """Measures the start."""
    with folder() as own:
        place = (keep or own) / "controlroom"
        place.mkdir(parents=True, exist_ok=True)
        fill(place, posts)
        furnish(place)
        programs = {"bare": BARE, "desk": DESK, "board": BOARD + RUN}
        told: dict[str, list[float]] = {name: [] for name in programs}
        for number in range(rounds + 2):
            for name, program in programs.items():
                told[name].append(until_painted(program, place))
            say(f"{number}: " + ", ".join(f"{name} {ms[-1]:.0f} ms" for name, ms in told.items()))
        twelve = [until_twelve_painted(place) for _ in range(openings)]
        say("twelve columns: " + ", ".join(f"{ms:.0f} ms" for ms in twelve))
    bare, ms, board = (percentile(told[name][2:], 0.5) for name in programs)
    report(posts=posts, ratio=ms / bare, board_ratio=board / bare, ms=ms, board_ms=board,
           bare_ms=bare, board12_ms=percentile(twelve, 0.5), board12_max_ms=max(twelve),
           peak_mib=peak_mib())  # fmt: skip


def furnish(place: Path) -> None:
    """Gives the folder its keys.json, streams and boards that show them, unless it has them."""
    from controlroom.keychain.keysfile import KEYS_FILE
    from controlroom.keychain.recovery import RecoveryKey
    from controlroom.keychain.secret import DataKey
    from controlroom.keychain.wrap import sealed
    from controlroom.keychain.writing import write_keys

    key = DataKey(KEY)
    if not (place / KEYS_FILE).exists():
        keys = sealed(key, RecoveryKey.fresh(), backend="memory", key_id="0" * 32, noted=True)
        write_keys(place, keys)
    add_streams(place)
    add_boards(place)


def add_streams(place: Path) -> None:
    """Names the streams that the posts are in; nothing is read for them."""
    from controlroom.model.stream import Source, SourceKind, Stream
    from controlroom.store.cache.writer import CacheWriter

    nowhere = (Source("rss", SourceKind.FEED, 0, "https://feeds.westmarch.test/"),)
    writer = CacheWriter.open(place, KEY)
    for number in range(len(writer.streams()) + 1, MANY + 1):
        writer.save_stream(Stream(0, f"Stream {number}", nowhere))
    writer.close()


def add_boards(place: Path) -> None:
    """Saves a board with a column for each stream, and one with twelve columns."""
    from controlroom.model.board import Board, Column
    from controlroom.store.desk.store import DeskStore

    desk = DeskStore.open(place, KEY)
    for number in (COLUMNS, MANY)[len(desk.boards()) :]:
        columns = tuple(Column(0, n, width=320) for n in range(1, number + 1))
        desk.save_board(Board(0, f"Board of {number}", columns))
    desk.close()


def until_painted(program: str, place: Path) -> float:
    """Returns the milliseconds from the start of a process to what it prints when painted."""
    start = time.monotonic()
    return (told_by(program, place) - start) * 1000


def until_twelve_painted(place: Path) -> float:
    """Returns the milliseconds from the choice of the board of twelve columns until it is painted.

    Each time in a desk of its own, which has not shown that board yet.
    """
    return told_by(BOARD + TWELVE + RUN, place) * 1000


def told_by(program: str, place: Path) -> float:
    """Returns the last number that a program prints."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(place.parent)}
    # As installed: byte code is written once and read ever after.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False,
        env=environment, timeout=LONGEST_S,
    )  # fmt: skip
    if ended.returncode:
        raise RuntimeError(ended.stderr)
    return float(ended.stdout.split()[-1])


if __name__ == "__main__":
    main()
