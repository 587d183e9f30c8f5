"""Finished cards, kept as pictures up to a number of bytes for the whole board."""

from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtGui import QPixmap

LIMIT = 56 * 1024 * 1024


class Pixmaps:
    """The pictures used last; the others are drawn again when they are wanted."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.bytes = 0
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> QPixmap | None:
        """Returns a picture, None if it is not kept."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def has(self, key: Hashable) -> bool:
        """Returns whether a picture is kept."""
        return key in self._kept

    def put(self, key: Hashable, picture: QPixmap) -> None:
        """Keeps a picture and lets go of the oldest ones where they are too many."""
        self._let_go(key)
        self._kept[key] = picture
        self.bytes += _size(picture)
        while self.bytes > self.limit and len(self._kept) > 1:
            self._let_go(next(iter(self._kept)))

    def take(self, key: Hashable) -> QPixmap | None:
        """Returns a picture and keeps it no longer, None if it is not kept."""
        found = self._kept.get(key)
        self._let_go(key)
        return found

    def clear(self) -> None:
        """Lets go of everything."""
        self._kept.clear()
        self.bytes = 0

    def _let_go(self, key: Hashable) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self.bytes -= _size(gone)


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
