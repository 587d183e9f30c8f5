"""The window: Qt lives here and in app.py only."""

import builtins

import PySide6.QtCore  # noqa: F401 - what it puts in place is taken back below


def _unwatched() -> None:
    """Gives Python its own `import` back.

    PySide puts itself before it and reads the source of every module, to see which ones want its
    `snake_case` names. None of ours does, and it costs a fifth of the time of every import.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


_unwatched()
