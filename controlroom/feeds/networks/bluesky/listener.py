"""What waits between the stream of all posts and one profile that listens."""

import threading
from collections import deque
from dataclasses import dataclass

from controlroom.feeds.errors import HungUp, NetworkDown, ReadError
from controlroom.feeds.networks.bluesky.jetstream import Sighted, Wish
from controlroom.model.stream import Source

MOST_WAITING = 10_000
"""Notes; the stream waits beyond that, and its server keeps what follows."""
PATIENCE_S = 30.0
"""So long the stream waits for one of those who listen to take anything."""
GATHERED_S = 0.05
"""Who wants some notes waits so long for more: being woken for each costs more than the note."""


@dataclass(frozen=True, slots=True)
class Note:
    """A post that was published, changed or deleted and concerns some sources."""

    sighted: Sighted
    sources: tuple[Source, ...]


class Listener:
    """Takes notes from the thread of the stream and gives them to the one that listens."""

    def __init__(self, wish: Wish, host: str) -> None:
        self.wish = wish
        self._host = host
        self._notes: deque[Note] = deque()
        self._enough = 1
        self._lock = threading.Lock()
        self._came = threading.Condition(self._lock)
        self._left = threading.Condition(self._lock)
        self._ready = threading.Event()
        self._error: ReadError | None = None

    def accepted(self) -> None:
        """Tells that the stream stands."""
        self._ready.set()

    def put(self, note: Note) -> None:
        """Adds a note, once there is room; who takes none for long is cut off, and reads what was
        missed."""
        with self._lock:
            if self._left.wait_for(self._has_room_or_is_over, PATIENCE_S):
                self._add(note)
                return
        self.end(NetworkDown(host=self._host, reason="more comes than can be read"))

    def leave(self) -> None:
        """Ends listening from this side: nobody waits for room any more."""
        self.end(HungUp(host=self._host))

    def end(self, error: ReadError) -> None:
        """Ends listening with this error; the first one counts."""
        with self._lock:
            self._error = self._error or error
            self._came.notify()
            self._left.notify()
        self._ready.set()

    def wait(self) -> None:
        """Waits until the stream stands. Raises `ReadError`."""
        self._ready.wait()
        self._raise_if_over()

    def some(self, most: int, within: float | None = None) -> list[Note]:
        """Waits for notes, so many seconds at most, and returns those there are.

        Raises `ReadError`.
        """
        with self._lock:
            self._came.wait_for(lambda: self._error or (most > 0 and self._notes), within)
            if 0 < len(self._notes) < most:
                self._enough = most
                self._came.wait_for(lambda: self._error or len(self._notes) >= most, GATHERED_S)
            taken = [self._notes.popleft() for _ in range(min(most, len(self._notes)))]
            self._left.notify()
        self._raise_if_over()
        return taken

    def _add(self, note: Note) -> None:
        if self._error is None:
            self._notes.append(note)
            if len(self._notes) in (1, self._enough):
                self._came.notify()

    def _has_room_or_is_over(self) -> bool:
        return len(self._notes) < MOST_WAITING or self._error is not None

    def _raise_if_over(self) -> None:
        if self._error is not None:
            raise self._error
