"""One writing process per file: a lock the system drops when its holder dies."""

import os
import sys
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
        self._home = ProcessGuard()
        self._note = path.with_name(path.name + ".pid")
        try:
            self._file: int | None = _locked(path)
        except BlockingIOError as error:
            raise AlreadyRunning(folder=path.parent, pid=_noted(self._note)) from error
        except OSError as error:
            raise LockRefused(path=path, reason=os.strerror(error.errno or 0)) from error
        self._write_note()

    def check(self) -> None:
        """Raises `ForkedProcess` if this process did not take the lock."""
        self._home.check()

    def release(self) -> None:
        """Gives the lock back; in a fork it does nothing, for there it is the parent's."""
        if self._home.at_home and self._file is not None:
            self._note.unlink(missing_ok=True)
            self._let_go()

    def __del__(self) -> None:
        # In a fork too: the lock stays with whoever else has the file open.
        if getattr(self, "_file", None) is not None:
            self._let_go()

    def _write_note(self) -> None:
        try:
            self._note.write_text(f"{os.getpid()}\n", encoding="ascii")
        except OSError as error:
            self._let_go()
            raise LockRefused(path=self._note, reason=os.strerror(error.errno or 0)) from error

    def _let_go(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            os.close(file)


@contextmanager
def hold(path: Path) -> Iterator[Hold]:
    """Holds the lock file `path` for the length of a `with` block; raises as `Hold`."""
    held = Hold(path)
    try:
        yield held
    finally:
        held.release()


def _locked(path: Path) -> int:
    """Returns the descriptor of a file, locked until it is closed.

    By the system's own calls: filelock loads asyncio, for which the desk's start has no time.

    Raises `BlockingIOError` if somebody else has locked it, any other `OSError`.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _lock(file)
    except BaseException:
        os.close(file)
        raise
    return file


if sys.platform == "win32":

    def _lock(file: int) -> None:
        import msvcrt
        from errno import EACCES, EDEADLK

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (EACCES, EDEADLK):
                raise BlockingIOError from error
            raise

else:

    def _lock(file: int) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _noted(note: Path) -> str:
    try:
        return str(int(note.read_text(encoding="ascii")))
    except (OSError, ValueError):
        return "unknown"
