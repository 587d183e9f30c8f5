"""From process start to the first painted frame, beside a bare PySide6 window with one label.

    python -m benchmarks.start

Both are started in turns as processes of their own, offscreen, and tell the moment of their first
paint on the clock that all processes share. The desk stands on a folder with a large cache.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import click

from benchmarks.measure import folder, peak_mib, percentile, report, say
from benchmarks.search import fill

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
DESK = """
import sys, time
from controlroom import __main__
from controlroom import app as desk
run = desk.main
def painted(window):
    print(time.monotonic(), flush=True)
    window.close()
desk.main = lambda folder: run(folder, first_painted=painted)
__main__.start()
"""


@click.command()
@click.option("--posts", default=1_000_000, show_default=True, help="Size of the cache.")
@click.option("--rounds", default=15, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), default=None)
def main(posts: int, rounds: int, keep: Path | None) -> None:
    """Measures the start."""
    with folder() as own:
        place = (keep or own) / "controlroom"
        place.mkdir(exist_ok=True)
        fill(place, posts)
        bare, desk = [], []
        for number in range(rounds + 2):
            bare.append(until_painted(BARE, place))
            desk.append(until_painted(DESK, place))
            say(f"{number}: bare {bare[-1]:.0f} ms, desk {desk[-1]:.0f} ms")
    bare_ms, ms = percentile(bare[2:], 0.5), percentile(desk[2:], 0.5)
    report(posts=posts, ratio=ms / bare_ms, board_ratio=None, ms=ms, bare_ms=bare_ms,
           peak_mib=peak_mib())  # fmt: skip


def until_painted(program: str, place: Path) -> float:
    """Returns the milliseconds from the start of a process to what it prints when painted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(place.parent)}
    # As installed: byte code is written once and read ever after.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False,
        env=environment,
    )  # fmt: skip
    if ended.returncode:
        raise RuntimeError(ended.stderr)
    return (float(ended.stdout.split()[-1]) - start) * 1000


if __name__ == "__main__":
    main()
