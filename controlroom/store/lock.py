"""One writing process per file: a lock the system drops when its holder dies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from controlroom.model.errors import OurError, WorldError


class AlreadyRunning(WorldError):
    """Another process holds the lock; `pid` names it, or is "unknown"."""

    sentence = "Control Room is already running on {folder} (process {pid})."
    remedy = "Use that window, or close it first."


class LockRefused(WorldError):
    sentence = "{path} cannot be locked ({reason})."
    remedy = "Check the access rights of its folder and the free space, then try again."


class ForkedProcess(OurError):
    """Something that belongs to one process was used in a fork of it."""


class ProcessGuard:
    """Remembers the process it was made in."""

    __slots__ = ("_pid",)

    def __init__(self) -> None:
        self._pid = os.getpid()

    @property
    def at_home(self) -> bool:
        """Whether this is still the process that made the guard."""
        return os.getpid() == self._pid

    def check(self) -> None:
        """Raises `ForkedProcess` in any other process than the one that made the guard."""
        if not self.at_home:
            raise ForkedProcess(f"made in process {self._pid}, used in process {os.getpid()}")


class Hold:
    """The lock on a file, kept until `release` or the end of the process.

    Who holds it stands in a file beside it (`.pid`): on Windows a locked file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        """Takes the lock. Raises `AlreadyRunning`, `LockRefused`."""
        from filelock import FileLock, Timeout

        self._home = ProcessGuard()
        self._note = path.with_name(path.name + ".pid")
        self._lock = FileLock(path, timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise AlreadyRunning(folder=path.parent, pid=_noted(self._note)) from error
        except OSError as error:
            raise LockRefused(path=path, reason=os.strerror(error.errno or 0)) from error
        self._write_note()

    def check(self) -> None:
        """Raises `ForkedProcess` if this process did not take the lock."""
        self._home.check()

    def release(self) -> None:
        """Gives the lock back; in a fork it does nothing, for there it is the parent's."""
        if self._home.at_home and self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()

    def _write_note(self) -> None:
        try:
            self._note.write_text(f"{os.getpid()}\n", encoding="ascii")
        except OSError as error:
            self._lock.release()
            raise LockRefused(path=self._note, reason=os.strerror(error.errno or 0)) from error


@contextmanager
def hold(path: Path) -> Iterator[Hold]:
    """Holds the lock file `path` for the length of a `with` block; raises as `Hold`."""
    held = Hold(path)
    try:
        yield held
    finally:
        held.release()


def _noted(note: Path) -> str:
    try:
        return str(int(note.read_text(encoding="ascii")))
    except (OSError, ValueError):
        return "unknown"
