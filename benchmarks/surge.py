"""Two thousand posts a second for a minute: does the window stay awake, and does all of it arrive?

    python -m benchmarks.surge

Three processes as in an exercise: simulated networks that publish, the engine that listens to them,
and the desk with twelve columns, one of which is being scrolled all the time. How late the window's
event loop is comes from a timer of 10 ms. `pill_p95_ms` is the time from the moment a post was
published until its column has it, in the list or behind the pill. `lost` are posts that were
published and are not in the cache once nothing more comes.
"""

import os
import time
from dataclasses import dataclass, field
from typing import Any

import click

from benchmarks.flood import Flood, Scrolling, cpu_s, engine_pid, exercise, rss_mib, run_desk
from benchmarks.measure import peak_mib, percentile, report, say

TICK_MS, FRAME_MS = 10, 16
STEP = 30
"""Pixels a frame."""
STILL_S = 5.0
"""All has arrived when the cache has not grown for so long."""


@dataclass
class Figures:
    """What was seen while posts came in.

    Attributes:
        late: milliseconds each tick came after it was due.
        shown: milliseconds from a post's publishing until its column had it.
        frames: milliseconds of each scrolled frame, painting included.
    """

    late: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)
    published: int = 0
    stored: int = 0
    took_s: float = 0.0
    desk_s: float = 0.0
    engine_s: float = 0.0
    desk_mib: float = 0.0
    engine_mib: float = 0.0


@click.command()
@click.option("--columns", default=12, show_default=True)
@click.option("--a-second", default=2_000.0, show_default=True)
@click.option("--seconds", default=60, show_default=True)
@click.option("--patience", default=60.0, show_default=True, help="Seconds to wait for the last.")
def main(columns: int, a_second: float, seconds: int, patience: float) -> None:
    """Measures the desk in a surge."""
    figures = measure(Flood(columns, a_second, seconds), patience)
    report(late_p99_ms=percentile(figures.late, 0.99), late_max_ms=max(figures.late),
           lost=figures.published - figures.stored, pill_p95_ms=percentile(figures.shown, 0.95),
           pill_p50_ms=percentile(figures.shown, 0.5), published=figures.published,
           taken_per_s=figures.stored / figures.took_s,
           frame_p95_ms=percentile(figures.frames, 0.95), desk_cpu=figures.desk_s / figures.took_s,
           engine_cpu=figures.engine_s / figures.took_s, peak_mib=peak_mib(),
           engine_mib=figures.engine_mib)  # fmt: skip


def measure(flood: Flood, patience: float) -> Figures:
    """Runs the desk until everything has arrived."""
    figures = Figures()
    with exercise(flood) as (room, folder):
        run_desk(room, folder, (1920, 1080), lambda window: watch(window, flood, figures, patience))
    return figures


def watch(window: Any, flood: Flood, figures: Figures, patience: float) -> None:
    """Watches a window until everything has arrived, then closes it."""
    from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

    from controlroom.model import clock

    class Watching(QObject):
        def __init__(self) -> None:
            super().__init__(window)
            self._lap = QElapsedTimer()
            self._begun = self._cpu = self._engine_cpu = 0.0
            self._newest: dict[int, int] = {}
            self._coming: dict[int, list[Any]] = {}
            self._grown_at = 0.0
            self._tick = self._timer(TICK_MS, self._note_late)
            self._scroll = self._timer(FRAME_MS, self._scroll_one)
            self._look = self._timer(500, self._look_whether_over)
            window.exercise.status.connect(self._heed)

        def _timer(self, ms: int, work: Any) -> QTimer:
            timer = QTimer(self)
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.setInterval(ms)
            timer.timeout.connect(work)
            return timer

        def _heed(self, status: dict[str, Any]) -> None:
            figures.published = status["posts"]
            if status["posts"] and not self._begun:
                say(f"posts come: {status['now']}")
                self._begin()

        def _begin(self) -> None:
            self._begun = time.monotonic()
            self._cpu, self._engine_cpu = cpu_s(os.getpid()), cpu_s(engine_pid())
            for view in self._columns():
                view.feed.news.connect(lambda news, view=view: self._take(view, news))
                view.flow.entered.connect(lambda view=view: self._note_shown(view))
            self._scrolling = Scrolling(self._columns()[0].list, STEP)
            self._lap.start()
            for timer in (self._tick, self._scroll, self._look):
                timer.start()

        def _columns(self) -> Any:
            return window.pages.page("board").row.in_view()

        def _note_late(self) -> None:
            figures.late.append(max(0.0, self._lap.nsecsElapsed() / 1e6 - TICK_MS))
            self._lap.restart()

        def _scroll_one(self) -> None:
            figures.frames.append(self._scrolling.frame())

        def _take(self, view: Any, news: Any) -> None:
            """The column has taken the news before: it was connected first."""
            waiting, before = news.waiting or [], self._newest.get(id(view), 0)
            fresh = [post for post in waiting if post.id > before]
            self._coming.setdefault(id(view), []).extend(fresh)
            if waiting:
                self._newest[id(view)] = max(before, waiting[0].id)
            if not view.flow.is_entering():
                self._note_shown(view)

        def _note_shown(self, view: Any) -> None:
            """What was about to enter has entered, or waits behind the pill."""
            now = clock.now()
            for post in self._coming.pop(id(view), ()):
                figures.shown.append((now - post.post.created_at).total_seconds() * 1000)

        def _look_whether_over(self) -> None:
            now = time.monotonic()
            if now - self._begun < flood.for_s:
                return
            if self._tick.isActive():
                self._stop_measuring(now)
            stored = window.house.cache.totals().posts
            if stored != figures.stored:
                figures.stored, self._grown_at = stored, now
            if now - self._grown_at > STILL_S or now - self._begun > flood.for_s + patience:
                self._look.stop()
                window.close()

        def _stop_measuring(self, now: float) -> None:
            self._tick.stop()
            self._scroll.stop()
            engine = engine_pid()
            figures.took_s = now - self._begun
            figures.desk_s = cpu_s(os.getpid()) - self._cpu
            figures.engine_s = cpu_s(engine) - self._engine_cpu
            figures.desk_mib, figures.engine_mib = rss_mib(os.getpid()), rss_mib(engine)
            say(f"published {figures.published}, still coming in")

    Watching()


if __name__ == "__main__":
    main()
