"""Files that were drawn lately, as many as a bound allows; used by several threads."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

File = tuple[bytes, str]
"""Bytes and content type."""


class Cache:
    """Keeps what was used last.

    Args:
        most: bytes of all files together.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[object, File] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Bytes that are held."""
        return self._size

    def get(self, key: object, make: Callable[[], File]) -> File:
        """Returns a file, made now if it is not held."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._keep(key, made)
        return made

    def _keep(self, key: object, made: File) -> None:
        if key in self._held or len(made[0]) > self._most:
            return
        self._held[key] = made
        self._size += len(made[0])
        while self._size > self._most:
            _, (dropped, _) = self._held.popitem(last=False)
            self._size -= len(dropped)
