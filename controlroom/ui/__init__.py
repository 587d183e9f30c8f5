"""The window: Qt lives here and in app.py only."""

import builtins

from controlroom.ui.loading import load_qt


def _unwatched() -> None:
    """Gives Python its own `import` back.

    PySide puts itself before it and reads the source of every module, to see which ones want its
    `snake_case` names. None of ours does, and it costs a fifth of the time of every import.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


load_qt()
_unwatched()
