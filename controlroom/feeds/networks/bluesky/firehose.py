"""One connection to the stream of all posts for everybody in this process who wants it.

The stream has no filter for mentions, hashtags or words: all posts of the network come, about
1 Mbit/s. So it is read once, however many profiles listen. Those who want the posts of a few
accounts only have these alone sent, unless the whole stream is there already.
"""

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType

import msgspec

from controlroom.bundle import bundled
from controlroom.feeds.addresses import shown
from controlroom.feeds.errors import HungUp, NetworkDown, ReadError
from controlroom.feeds.networks.bluesky.addresses import POST
from controlroom.feeds.networks.bluesky.jetstream import Key, Sighted, sighted_in
from controlroom.feeds.networks.bluesky.listener import Listener, Note
from controlroom.feeds.networks.bluesky.people import People
from controlroom.feeds.sockets import Socket
from controlroom.model.decoding import from_toml
from controlroom.model.stream import Source

_REMEMBERED = 20_000
"""Posts whose deletion is told to those who were told of the post."""
_GOODBYE_S = 2.0

Address = str
Authors = tuple[str, ...]
Told = tuple[Listener, tuple[Source, ...]]


class Listening(msgspec.Struct):
    """Where the stream is to be had, with source and date."""

    hosts: list[str]
    source: str
    checked: date


class _File(msgspec.Struct):
    listening: Listening


@lru_cache
def listening() -> Listening:
    """Returns the servers of the stream."""
    raw = bundled("networks", "bluesky.toml").read_bytes()
    return from_toml(raw, _File).listening


@contextmanager
def joined(
    listener: Listener, server: Callable[[str], str], now: Callable[[], datetime]
) -> Iterator[None]:
    """Has notes put into `listener` until the block ends. Raises `AddressRefused`."""
    stream = _join(listener, server, now)
    try:
        yield
    finally:
        # The stream may be waiting for it, and others wait for the stream.
        listener.leave()
        if _leave(stream, listener):
            stream.stop()


PEOPLE = People()
"""Whoever was looked up lately, for all who listen."""
_LOCK = threading.Lock()
_STREAMS: dict[tuple[Address, Authors], "_Stream"] = {}
_BREAKS: Counter[Authors] = Counter()
"""How often a stream broke: the next one is taken from the next server."""


def _join(
    listener: Listener, server: Callable[[str], str], now: Callable[[], datetime]
) -> "_Stream":
    with _LOCK:
        everything = _STREAMS.get((_address(server, ()), ()))
        stream = everything or _made(listener.wish.authors, server, now)
        stream.add(listener)
        return stream


def _made(authors: Authors, server: Callable[[str], str], now: Callable[[], datetime]) -> "_Stream":
    key = _address(server, authors), authors
    if key not in _STREAMS:
        _STREAMS[key] = _Stream(key, now)
    return _STREAMS[key]


def _address(server: Callable[[str], str], authors: Authors) -> Address:
    hosts = listening().hosts
    return server(hosts[_BREAKS[authors] % len(hosts)])


def _leave(stream: "_Stream", listener: Listener) -> bool:
    """Returns whether nobody is left."""
    with _LOCK:
        if stream.remove(listener):
            return False
        _forget(stream)
        return True


def _forget(stream: "_Stream") -> None:
    if _STREAMS.get(stream.key) is stream:
        del _STREAMS[stream.key]


class _Stream:
    """A connection and who listens to it; `add` and `remove` only under the lock."""

    def __init__(self, key: tuple[Address, Authors], now: Callable[[], datetime]) -> None:
        self.key = key
        address, authors = key
        query = [("wantedCollections", POST), *(("wantedDids", who) for who in authors)]
        self._socket = Socket(f"{address}/subscribe", lambda: "", now, query=query)
        self._listeners: tuple[Listener, ...] = ()
        self._keys: Mapping[Key, tuple[Told, ...]] = MappingProxyType({})
        self._searches: tuple[tuple[Listener, tuple[str, ...], Source], ...] = ()
        self._told: OrderedDict[str, tuple[Told, ...]] = OrderedDict()
        self._stands = False
        self._thread = threading.Thread(target=self._read, name="bluesky-stream", daemon=True)

    def add(self, listener: Listener) -> None:
        self._set((*self._listeners, listener))
        if self._stands:
            listener.accepted()
        if not self._thread.is_alive():
            self._thread.start()

    def remove(self, listener: Listener) -> int:
        """Returns how many are left."""
        self._set(tuple(one for one in self._listeners if one is not listener))
        return len(self._listeners)

    def stop(self) -> None:
        """Hangs up and waits a little for the thread to end."""
        self._socket.close()
        self._thread.join(_GOODBYE_S)

    def _set(self, listeners: tuple[Listener, ...]) -> None:
        """Takes over who listens, in new objects: the thread may be reading the old ones."""
        keys: dict[Key, tuple[Told, ...]] = {}
        for listener in listeners:
            for key, sources in listener.wish.keys.items():
                keys[key] = (*keys.get(key, ()), (listener, sources))
        self._listeners, self._keys = listeners, MappingProxyType(keys)
        self._searches = tuple(
            (listener, phrases, source)
            for listener in listeners
            for phrases, source in listener.wish.searches
        )

    def _read(self) -> None:
        error: ReadError = NetworkDown(host=shown(self.key[0]), reason="the connection broke")
        try:
            for frame in self._socket.frames(ready=self._accepted):
                if sighted := sighted_in(frame):
                    self._spread(sighted)
        except ReadError as told:
            error = told
        finally:
            self._break(error)

    def _accepted(self) -> None:
        with _LOCK:
            self._stands = True
            for listener in self._listeners:
                listener.accepted()

    def _break(self, error: ReadError) -> None:
        with _LOCK:
            _forget(self)
            if not isinstance(error, HungUp):
                _BREAKS[self.key[1]] += 1
            for listener in self._listeners:
                listener.end(type(error)(**error.values))

    def _spread(self, sighted: Sighted) -> None:
        concerned = self._concerned(sighted)
        for listener, sources in concerned.items():
            listener.put(Note(sighted, sources))
        if concerned and sighted.record is not None:
            self._told[sighted.uri] = tuple(concerned.items())
            if len(self._told) > _REMEMBERED:
                self._told.popitem(last=False)

    def _concerned(self, sighted: Sighted) -> dict[Listener, tuple[Source, ...]]:
        """Returns whom a post concerns and for which sources, each once."""
        told = list(self._told.pop(sighted.uri, ()) if sighted.record is None else ())
        for key in sighted.keys:
            told += self._keys.get(key, ())
        told += self._searching(sighted)
        return _together(told, self._listeners) if told else {}

    def _searching(self, sighted: Sighted) -> Iterator[Told]:
        for listener, phrases, source in self._searches:
            if all(phrase in sighted.words for phrase in phrases):
                yield listener, (source,)


def _together(
    told: Iterable[Told], here: Collection[Listener]
) -> dict[Listener, tuple[Source, ...]]:
    """Returns what each of those who are still here is told, every source once."""
    concerned: dict[Listener, tuple[Source, ...]] = {}
    for listener, sources in told:
        if listener in here:
            both = (*concerned.get(listener, ()), *sources)
            concerned[listener] = tuple(dict.fromkeys(both))
    return concerned
