"""The Merkle tree over a journal, after RFC 6962: one hash that stands for all entries before it.

The leaf of an entry is SHA-256 of a zero byte and its hash; a node is SHA-256 of a one byte and its
two halves, of which the left is the largest full tree. A checkpoint signs the root.
"""

from hashlib import sha256

_SIZE = 32


class Tree:
    """Grows by entries and tells the root at any size it had. 64 bytes an entry."""

    def __init__(self) -> None:
        self.size = 0
        self._levels: list[bytearray] = []

    def add(self, entry_hash: bytes) -> None:
        """Takes the hash of the next entry."""
        node, level, place = sha256(b"\0" + entry_hash).digest(), 0, self.size
        self._put(0, node)
        while place & 1:
            node = sha256(b"\1" + self._node(level, place - 1) + node).digest()
            level, place = level + 1, place >> 1
            self._put(level, node)
        self.size += 1

    def root(self, size: int) -> bytes:
        """Returns the root over the first `size` entries; of none it is the SHA-256 of nothing."""
        if not 0 <= size <= self.size:
            raise ValueError(size)
        found, before = b"", size
        for level in range(size.bit_length()):
            if size >> level & 1:
                before -= 1 << level
                node = self._node(level, before >> level)
                found = sha256(b"\1" + node + found).digest() if found else node
        return found or sha256().digest()

    def _put(self, level: int, node: bytes) -> None:
        if level == len(self._levels):
            self._levels.append(bytearray())
        self._levels[level] += node

    def _node(self, level: int, place: int) -> bytes:
        return bytes(self._levels[level][place * _SIZE : (place + 1) * _SIZE])


class Frontier:
    """Grows like a tree, but tells only the root of now: it holds some hashes, however many."""

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[bytes] = []

    def add(self, entry_hash: bytes) -> None:
        """Takes the hash of the next entry."""
        node, place = sha256(b"\0" + entry_hash).digest(), self.size
        while place & 1:
            node = sha256(b"\1" + self._peaks.pop() + node).digest()
            place >>= 1
        self._peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        """Returns the root over all entries taken; of none it is the SHA-256 of nothing."""
        found = b""
        for peak in reversed(self._peaks):
            found = sha256(b"\1" + peak + found).digest() if found else peak
        return found or sha256().digest()
