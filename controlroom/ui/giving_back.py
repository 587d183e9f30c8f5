"""Has the C library give memory back to the system when it is free again.

Left to itself, glibc keeps a heap for each thread and takes ever larger pieces from them. Pictures
of cards and pages of the cache are large, come and go in several threads, and leave holes that
nothing else fits into: in an hour of a surge those were a fifth of the desk's memory, and grew.
"""

import sys
from typing import Any

from PySide6.QtCore import QObject, QTimer

LARGE = 1024 * 1024
"""Bytes from which a piece is mapped by itself, and goes back as soon as it is free.

Cards are smaller: to map each anew makes drawing it a third slower. The holes they leave in the
heap are given back in whole pages.
"""
HEAPS = 1
EVERY_MS = 10_000
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8


class GivingBack(QObject):
    """Asks for it as long as this object lives; does nothing where there is no glibc."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(give_back)
        if ask_for_it():
            self._timer.start(EVERY_MS)

    def is_at_work(self) -> bool:
        """Returns whether this computer's C library can be asked."""
        return self._timer.isActive()


def ask_for_it() -> bool:
    """Sets few heaps and large pieces apart; returns False where that is not to be had."""
    library = _glibc()
    if library is None:
        return False
    return bool(library.mallopt(_ARENA_MAX, HEAPS) and library.mallopt(_MMAP_THRESHOLD, LARGE))


def give_back() -> bool:
    """Gives back whole pages that are free, in some milliseconds; returns whether there were."""
    library = _glibc()
    return library is not None and bool(library.malloc_trim(0))


def _glibc() -> Any:
    """Other C libraries have ways of their own."""
    if not sys.platform.startswith("linux"):
        return None
    # Loaded once the frame has been painted: it takes longer than anything here.
    import ctypes

    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None
