"""Killing a process at a chosen change of the disk, as `kill -9` would."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

KILLED = 9
_CHANGES = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "shutil.rmtree", "open"}


def killed_at(change: int, below: Path, work: Callable[[], Any]) -> bool:
    """Runs `work` in a fork that dies just before change number `change` below a folder.

    Returns whether it died; False means that it ended before. Any other end is an error.
    """

    def run() -> None:
        left = change

        def watch(event: str, values: tuple[Any, ...]) -> None:
            nonlocal left
            if event in _CHANGES and str(values[0]).startswith(str(below)):
                left -= 1
                if left == 0:
                    os._exit(KILLED)

        sys.addaudithook(watch)
        work()
        os._exit(0)

    child = multiprocessing.get_context("fork").Process(target=run)
    child.start()
    child.join(60)
    assert child.exitcode in (0, KILLED)
    return child.exitcode == KILLED
