"""Thirty columns at one post a second each, one of them scrolled; and a stream that breaks off.

    python -m benchmarks.live --columns 30

Three processes as in an exercise: simulated networks, the engine, and the desk. `frame_p95_ms` is
the time of a scrolled frame until it is painted; processor and memory are those of the minute. Then
one network goes down for as long as it takes to publish a hundred posts and comes back: `missing`
are posts that are not in the cache at the end, `gaps` those that were shown meanwhile, `standing`
those that still are.
"""

import os
import time
from dataclasses import dataclass, field
from typing import Any

import click

from benchmarks.flood import Flood, Scrolling, cpu_s, engine_pid, exercise, rss_mib, run_desk
from benchmarks.measure import peak_mib, percentile, report, say

FRAME_MS, STEP = 16, 30
DROPPED = 100
"""Posts that are published while a network is down."""
FILLS_S, STILL_S, LONGEST_S = 20.0, 8.0, 90.0
"""Seconds until there is more in a column than fits into it, without growth until all has come, and
after which that is not waited for any longer."""


@dataclass
class Figures:
    """What was seen."""

    frames: list[float] = field(default_factory=list)
    published: int = 0
    stored: int = 0
    dropped: int = 0
    took_s: float = 0.0
    desk_s: float = 0.0
    engine_s: float = 0.0
    desk_mib: float = 0.0
    engine_mib: float = 0.0
    gaps: int = 0
    standing: int = 0


@click.command()
@click.option("--columns", default=30, show_default=True)
@click.option("--seconds", default=60, show_default=True)
@click.option("--size", default="3840x2160", show_default=True)
def main(columns: int, seconds: int, size: str) -> None:
    """Measures a board of many live columns."""
    width, height = (int(part) for part in size.split("x"))
    figures = Figures()
    flood = Flood(columns, float(columns), seconds + 25, pictures=10, whole=False)
    with exercise(flood) as (room, folder):
        run_desk(
            room, folder, (width, height), lambda window: watch(window, room, seconds, figures)
        )
    report(columns=columns, size=size, frame_p50_ms=percentile(figures.frames, 0.5),
           frame_p95_ms=percentile(figures.frames, 0.95), frames=len(figures.frames),
           desk_cpu=figures.desk_s / figures.took_s, engine_cpu=figures.engine_s / figures.took_s,
           desk_mib=figures.desk_mib, engine_mib=figures.engine_mib, peak_mib=peak_mib(),
           dropped=figures.dropped, missing=figures.published - figures.stored,
           gaps=figures.gaps, standing=figures.standing)  # fmt: skip


def watch(window: Any, room: Any, seconds: int, figures: Figures) -> None:
    """Scrolls for a while, breaks a network off, and closes the window when all has come."""
    from PySide6.QtCore import QObject, Qt, QTimer

    class Watching(QObject):
        def __init__(self) -> None:
            super().__init__(window)
            self._begun = self._cpu = self._engine_cpu = self._down_at = self._grown_at = 0.0
            self._before = 0
            self._scroll, self._look = QTimer(self), QTimer(self)
            self._scroll.setTimerType(Qt.TimerType.PreciseTimer)
            self._scroll.setInterval(FRAME_MS)
            self._scroll.timeout.connect(self._scroll_one)
            self._look.setInterval(500)
            self._look.timeout.connect(self._look_whether_over)
            window.exercise.status.connect(self._heed)

        def _heed(self, status: dict[str, Any]) -> None:
            figures.published = status["posts"]
            if status["posts"] and not self._begun:
                self._begun = time.monotonic()
                self._cpu, self._engine_cpu = cpu_s(os.getpid()), cpu_s(engine_pid())
                QTimer.singleShot(round(FILLS_S * 1000), self, self._begin_to_scroll)
                QTimer.singleShot(seconds * 1000, self, self._break_off)

        def _begin_to_scroll(self) -> None:
            cards = window.pages.page("board").row.columns[0].list
            self._scrolling = Scrolling(cards, STEP)
            self._scroll.start()

        def _scroll_one(self) -> None:
            figures.frames.append(self._scrolling.frame())

        def _break_off(self) -> None:
            self._scroll.stop()
            engine = engine_pid()
            figures.took_s = time.monotonic() - self._begun
            figures.desk_s = cpu_s(os.getpid()) - self._cpu
            figures.engine_s = cpu_s(engine) - self._engine_cpu
            figures.desk_mib, figures.engine_mib = rss_mib(os.getpid()), rss_mib(engine)
            self._before, self._down_at = figures.published, time.monotonic()
            room.say(fault={"network": "mastodon", "kind": "down"})
            say(f"mastodon is down after {figures.published} posts")
            self._look.start()

        def _look_whether_over(self) -> None:
            now = time.monotonic()
            # Half of what is published is published there.
            missed = (figures.published - self._before) // 2
            if not figures.dropped and missed >= DROPPED:
                figures.dropped = missed
                room.say(lift="mastodon")
                say(f"mastodon is back, {missed} posts later")
            facts = window.pages.page("board").desk.facts
            standing = sum(len(gaps) for gaps in facts.gaps.values())
            figures.gaps, figures.standing = max(figures.gaps, standing), standing
            if not figures.dropped:
                return
            stored = window.house.cache.totals().posts
            if stored != figures.stored or figures.published > stored:
                self._grown_at = self._grown_at if stored == figures.stored else now
                figures.stored = stored
            if now - self._grown_at > STILL_S or now - self._down_at > LONGEST_S:
                self._look.stop()
                window.close()

    Watching()


if __name__ == "__main__":
    main()
