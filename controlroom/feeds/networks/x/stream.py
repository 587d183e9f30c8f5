"""Questions about X's filtered stream, spelt by tweepy.

tweepy does not hold the connection: its own loop reads lines of any length, sleeps where nobody can
wake it, and connects again by itself, while whoever listens has to be told of every break in order
to fetch what was missed.
"""

from collections.abc import Callable, Mapping
from typing import Any

import requests
import tweepy

from controlroom.feeds.networks.x.client import send
from controlroom.feeds.networks.x.names import Names
from controlroom.feeds.wire import Answer, Wire

Line = Callable[[bytes], None]


class Stream(tweepy.StreamingClient):  # type: ignore[misc]
    """tweepy without its network and its loop.

    Args:
        line: takes each line that is not empty, once `filter` is called.
        ready: called when X has accepted.
    """

    def __init__(
        self,
        wire: Wire,
        names: Names,
        line: Line = lambda _: None,
        ready: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__("", return_type=requests.Response)
        self._wire = wire
        self._ready = ready
        self._line = line
        self._names = names

    def request(
        self,
        method: str,
        route: str,
        params: Mapping[str, Any] | None = None,
        json: Mapping[str, Any] | None = None,
        user_auth: bool = False,
    ) -> Answer:
        return send(self._wire, method, route, self._names.renamed(params or {}), json)

    def _connect(self, method: str, endpoint: str, **given: Any) -> None:
        query = self._names.renamed(given["params"])
        path = f"/2/tweets/{endpoint}/stream"
        for line in self._wire.lines(path, query, ready=self._ready):
            if line.strip():
                self._line(line)
