"""The networks' own bytes, compressed with a dictionary learnt from the first of them.

Payloads of one network repeat the same few hundred bytes of names; with a dictionary they take a
quarter of their size and half the time. The dictionary lies in the cache itself, and each
compressed payload names the one it was made with.
"""

from collections.abc import Sequence

import zstandard

from controlroom.model.changes import Sighting
from controlroom.store.connection import Connection

_LEVEL = 1
_LEARN_FROM = 1_000
_SAMPLE = 16_384
_SIZE = 32_768
_MOST = 64 * 1024 * 1024


class Payloads:
    """Compresses and opens payloads.

    Only the writer learns; a reader that meets an unknown dictionary reads the table again.
    """

    def __init__(self, connection: Connection) -> None:
        self._samples: list[bytes | bytearray | memoryview[int]] = []
        self._dictionaries: dict[int, zstandard.ZstdCompressionDict] = {}
        self._compressor = zstandard.ZstdCompressor(level=_LEVEL)
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
        # Without these it tries many, which takes five times as long and gains a hundredth.
        made = zstandard.train_dictionary(_SIZE, self._samples, k=1000, d=8)
        self._samples = []
        connection.exec_driver_sql(
            "INSERT INTO payload_dictionary (id, body) VALUES (?, ?)",
            (made.dict_id(), made.as_bytes()),
        )
        self._use(made)

    def compress(self, payload: bytes) -> bytes:
        """Returns the payload as it is stored."""
        return self._compressor.compress(payload)

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
