"""How far the copying of the shelf is, and its rests."""

import time

from controlroom.store.backup.copy import Pace, Progress
from controlroom.store.pages import PAGE
from controlroom.store.shelf.base import CHUNK


class Paced:
    """Counts chunks: tells progress in pages, and rests as the copy of a database does."""

    def __init__(self, size: int, pace: Pace, progress: Progress) -> None:
        self._total, self._done = -(-size // PAGE), 0
        self._rested = 0
        self._pace, self._progress = pace, progress

    def step(self) -> None:
        """A chunk is done. Raises what the progress raises."""
        self._done = min(self._total, self._done + CHUNK // PAGE)
        self._progress(self._done, self._total)
        if self._done - self._rested >= self._pace.pages:
            self._rested = self._done
            time.sleep(self._pace.pause_s)
