"""Who wrote lately, as the network shows them: the stream of all posts tells ids alone."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable

import msgspec

from controlroom.feeds.networks.bluesky import shape
from controlroom.model.decoding import decoder

MOST = 20_000
FRESH_S = 900.0
"""A change of name or picture shows after this at the latest."""


class _Written(msgspec.Struct):
    author: shape.Author


_written = decoder(_Written).decode


class People:
    """Authors as they were shown last. Safe in several threads.

    Args:
        steady_s: a clock in seconds that never jumps.
    """

    def __init__(self, steady_s: Callable[[], float] = time.monotonic) -> None:
        self._steady_s = steady_s
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[shape.Author, float]] = OrderedDict()

    def find(self, did: str) -> shape.Author | None:
        """Returns who this is, None if that is not known or was learned too long ago."""
        with self._lock:
            known = self._known.get(did)
        if known is None or self._steady_s() - known[1] > FRESH_S:
            return None
        return known[0]

    def learn(self, views: Iterable[bytes]) -> None:
        """Takes who wrote posts from how the network shows these."""
        now = self._steady_s()
        authors = [author for raw in views if (author := _author(raw))]
        with self._lock:
            for author in authors:
                self._known[author.did] = author, now
                self._known.move_to_end(author.did)
            while len(self._known) > MOST:
                self._known.popitem(last=False)


def _author(raw: bytes) -> shape.Author | None:
    try:
        return _written(raw).author
    except (ValueError, RecursionError):
        return None
