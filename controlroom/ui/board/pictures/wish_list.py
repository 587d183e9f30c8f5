"""Which pictures were asked for in vain, found by their address, the last ones only."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator

Key = tuple[str, int, int]
"""Address, width and height in pixels of the screen."""


class WishList:
    """Pictures to come, those asked for last kept longest.

    Args:
        most: of these no more are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._keys: OrderedDict[Key, None] = OrderedDict()
        self._of: dict[str, set[Key]] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def put(self, key: Key) -> None:
        """Takes a picture up as the last one asked for."""
        self._keys[key] = None
        self._keys.move_to_end(key)
        self._of.setdefault(key[0], set()).add(key)
        if len(self._keys) > self._most:
            self.drop(next(iter(self._keys)))

    def drop(self, key: Key) -> None:
        """Forgets a picture, if it was asked for."""
        if key not in self._keys:
            return
        del self._keys[key]
        sizes = self._of[key[0]]
        sizes.discard(key)
        if not sizes:
            del self._of[key[0]]

    def among(self, addresses: Iterable[str]) -> list[Key]:
        """Returns the pictures of these addresses that were asked for, in all their sizes."""
        return [key for address in addresses for key in self._of.get(address, ())]

    def clear(self) -> None:
        """Forgets all."""
        self._keys.clear()
        self._of.clear()
