"""What waits between the stream of all posts and one profile that listens."""

import queue
import threading
from dataclasses import dataclass

from controlroom.feeds.errors import NetworkDown, ReadError
from controlroom.feeds.networks.bluesky.jetstream import Wish
from controlroom.model.stream import Source

MOST_WAITING = 2000


@dataclass(frozen=True, slots=True)
class Note:
    """A post that concerns some sources.

    Attributes:
        gone: it was deleted.
        now_says: the words it was given in place of others, None if it was not.
    """

    uri: str
    sources: tuple[Source, ...]
    gone: bool = False
    now_says: str | None = None


class Listener:
    """Takes notes from the thread of the stream and gives them to the one that listens."""

    def __init__(self, wish: Wish, host: str) -> None:
        self.wish = wish
        self._host = host
        self._notes: queue.Queue[Note | None] = queue.Queue(MOST_WAITING)
        self._ready = threading.Event()
        self._over = threading.Event()
        self._error: ReadError | None = None

    def accepted(self) -> None:
        """Tells that the stream stands."""
        self._ready.set()

    def put(self, note: Note) -> None:
        """Adds a note; who falls far behind is cut off, and reads what was missed."""
        try:
            self._notes.put_nowait(note)
        except queue.Full:
            self.end(NetworkDown(host=self._host, reason="more comes than can be read"))

    def end(self, error: ReadError) -> None:
        """Ends listening with this error; the first one counts."""
        self._error = self._error or error
        self._over.set()
        self._ready.set()
        try:
            self._notes.put_nowait(None)
        except queue.Full:
            return

    def wait(self) -> None:
        """Waits until the stream stands. Raises `ReadError`."""
        self._ready.wait()
        self._raise_if_over()

    def some(self, most: int) -> list[Note]:
        """Waits for notes and returns those that are there. Raises `ReadError`."""
        notes = [self._notes.get()]
        while len(notes) < most:
            try:
                notes.append(self._notes.get_nowait())
            except queue.Empty:
                break
        self._raise_if_over()
        return [note for note in notes if note]

    def rest(self, seconds: float) -> None:
        """Waits, but not beyond the end. Raises `ReadError`."""
        self._over.wait(seconds)
        self._raise_if_over()

    def _raise_if_over(self) -> None:
        if self._error is not None:
            raise self._error
