"""The networks' own bytes, compressed with a dictionary learnt from the first of them.

Payloads of one network repeat the same few hundred bytes of names; with a dictionary they take a
quarter of their size and half the time. The dictionary lies in the cache itself, and each
compressed payload names the one it was made with.
"""

from collections.abc import Callable, Sequence
from threading import Thread
from typing import Any

import zstandard
from sqlalchemy import Connection

from controlroom.model.changes import Sighting

_LEVEL = 1
_LEARN_FROM = 1_000
_SAMPLE = 16_384
_SIZE = 32_768
_WORTH_A_THREAD = 64
_MOST = 64 * 1024 * 1024

Compressed = Callable[[], Sequence[Any]]


class Payloads:
    """Compresses and opens payloads.

    Only the writer learns; a reader that meets an unknown dictionary reads the table again.
    """

    def __init__(self, connection: Connection) -> None:
        self._samples: list[bytes | bytearray | memoryview[int]] = []
        self._dictionaries: dict[int, zstandard.ZstdCompressionDict] = {}
        self._compressor = zstandard.ZstdCompressor(level=_LEVEL)
        self._bulk = zstandard.ZstdCompressor(level=_LEVEL)
        self._read(connection)

    def note(self, sightings: Sequence[Sighting]) -> None:
        """Remembers payloads to learn from, until a dictionary is there."""
        if self._dictionaries:
            return
        room = _LEARN_FROM - len(self._samples)
        self._samples += [s.post.raw[:_SAMPLE] for s in sightings[:room] if s.post.raw]

    def learn(self, connection: Connection) -> None:
        """Makes and stores the dictionary once enough payloads were noted."""
        if self._dictionaries or len(self._samples) < _LEARN_FROM:
            return
        made = zstandard.train_dictionary(_SIZE, self._samples)
        self._samples = []
        connection.exec_driver_sql(
            "INSERT INTO payload_dictionary (id, body) VALUES (?, ?)",
            (made.dict_id(), made.as_bytes()),
        )
        self._use(made)

    def compress(self, payload: bytes) -> bytes:
        """Returns the payload as it is stored."""
        return self._compressor.compress(payload)

    def begin(self, payloads: list[bytes]) -> Compressed:
        """Compresses many beside what the caller does; returns what waits for them, in order.

        The library lets go of the interpreter meanwhile. Few are not worth waking a thread.
        """
        if len(payloads) < _WORTH_A_THREAD:
            return lambda: [self.compress(payload) for payload in payloads]
        done: list[Sequence[Any]] = []
        beside = Thread(target=lambda: done.append(_compress_all(self._bulk, payloads)))
        beside.start()

        def compressed() -> Sequence[Any]:
            beside.join()
            return done[0] if done else [self.compress(payload) for payload in payloads]

        return compressed

    def open(self, connection: Connection, stored: bytes) -> bytes:
        """Returns the payload as the network sent it."""
        number = zstandard.get_frame_parameters(stored).dict_id
        if number and number not in self._dictionaries:
            self._read(connection)
        dictionary = self._dictionaries.get(number)
        return zstandard.ZstdDecompressor(dict_data=dictionary).decompress(stored, _MOST)

    def _read(self, connection: Connection) -> None:
        for row in connection.exec_driver_sql("SELECT body FROM payload_dictionary ORDER BY id"):
            self._use(zstandard.ZstdCompressionDict(row[0]))

    def _use(self, dictionary: zstandard.ZstdCompressionDict) -> None:
        dictionary.precompute_compress(level=_LEVEL)
        self._dictionaries[dictionary.dict_id()] = dictionary
        self._compressor = zstandard.ZstdCompressor(level=_LEVEL, dict_data=dictionary)
        # One compressor serves one thread at a time.
        self._bulk = zstandard.ZstdCompressor(level=_LEVEL, dict_data=dictionary)


def _compress_all(compressor: zstandard.ZstdCompressor, payloads: list[Any]) -> Sequence[Any]:
    return compressor.multi_compress_to_buffer(payloads)  # type: ignore[return-value]
