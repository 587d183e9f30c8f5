"""Whether a file is sound, told from its pages alone: the database is not opened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from controlroom.store.pages import PAGE, sound_pages, true_salt

SMALL = 64 * 1024 * 1024
"""Bytes up to which a quick check reads the whole file."""

_FIRST = 1024
_SPREAD = 1024
_TOLD_EVERY = 4096
_PLAIN_HEADER = b"SQLite format 3\0"

Progress = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""


class State(Enum):
    """What a file is, as far as its pages tell."""

    SOUND = "sound"
    DAMAGED = "damaged"
    WRONG_KEY = "wrong key"
    NOT_OURS = "not ours"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Soundness:
    """What a check found.

    Attributes:
        pages: of the file, 4 KiB each.
        checked: how many of them were read.
        broken: numbers of those that are not as they were written, counted from 1.
    """

    state: State
    pages: int = 0
    checked: int = 0
    broken: tuple[int, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every page was read."""
        return self.checked == self.pages


def soundness(
    path: Path, key: bytes, *, whole: bool | None = None, progress: Progress | None = None
) -> Soundness:
    """Checks the pages of a file against the key, without a trace.

    Args:
        whole: read every page; None: if the file has no more than 64 MiB. Otherwise the first
            pages are read and as many spread over the rest.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            return Soundness(State.NOT_OURS)
        if not size:
            return Soundness(State.EMPTY)
        with path.open("rb") as file:
            if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
                return Soundness(State.NOT_OURS)
        return _checked(path, key, size, size <= SMALL if whole is None else whole, progress)
    except FileNotFoundError:
        return Soundness(State.ABSENT)
    except OSError:
        return Soundness(State.UNREADABLE)


def _checked(
    path: Path, key: bytes, size: int, whole: bool, progress: Progress | None
) -> Soundness:
    pages = -(-size // PAGE)
    checked, broken = 0, []
    for number, sound in _read(path, key, pages, whole=whole):
        checked += 1
        if not sound:
            broken.append(number)
        if progress and (checked % _TOLD_EVERY == 0 or number == pages):
            progress(number, pages)
    if not broken:
        return Soundness(State.SOUND, pages, checked)
    if len(broken) < checked:
        return Soundness(State.DAMAGED, pages, checked, tuple(broken))
    if true_salt(path, key) is None:
        return Soundness(State.WRONG_KEY, pages, checked, tuple(broken))
    return Soundness(State.DAMAGED, pages, checked, (1,))  # the salt stands on the first page


def _read(path: Path, key: bytes, pages: int, *, whole: bool) -> Iterator[tuple[int, bool]]:
    if whole or pages <= _FIRST:
        yield from enumerate(sound_pages(path, key), 1)
        return
    yield from enumerate(sound_pages(path, key, last=_FIRST), 1)
    step = max(1, (pages - _FIRST) // _SPREAD)
    for number in range(pages, _FIRST, -step):
        yield from ((number, sound) for sound in sound_pages(path, key, number, number))
