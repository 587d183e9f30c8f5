"""A feed that listens in a thread, and what it heard."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from controlroom.feeds.base import Heard, Listens
from controlroom.feeds.errors import ReadError
from controlroom.model.stream import Source


@dataclass
class Ear:
    """Listens in a thread."""

    feed: Listens
    sources: tuple[Source, ...]
    heard: list[Heard] = field(default_factory=list)
    ended: list[ReadError] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        try:
            self.feed.listen(self.sources, self.heard.append, self.ready.set)
        except ReadError as error:
            self.ended.append(error)
            self.ready.set()

    def texts(self) -> list[str]:
        return [post.text for one in self.heard for post in one.posts]


@contextmanager
def listening_with(feed: Listens, *sources: Source) -> Iterator[Ear]:
    """Listens until the block ends."""
    ear = Ear(feed, sources)
    thread = threading.Thread(target=ear.run)
    thread.start()
    assert ear.ready.wait(60)
    try:
        yield ear
    finally:
        ear.feed.close()
        thread.join(10)
        assert not thread.is_alive()


def wait_for(what: Callable[[], object]) -> None:
    """Waits until something is true."""
    for _ in range(1000):
        if what():
            return
        time.sleep(0.01)
    raise AssertionError("it did not happen")
