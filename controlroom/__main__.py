"""`python -m controlroom`, and what the command `controlroom` starts."""

import gc
import sys
from importlib import import_module


def start() -> None:
    """Opens the desk, or does what the command line says."""
    if len(sys.argv) > 1:
        from controlroom.cli import main

        main()
        return
    get_ready()
    # Without a command there is nothing to parse: the window is seen some 40 ms sooner.
    from controlroom.usual import data_folder

    folder = data_folder()
    from controlroom import app

    sys.exit(app.main(folder))


def get_ready() -> None:
    """Does what has to be done before the desk is imported, for the sake of its start."""
    # Nothing made before the first painting is garbage; the window sweeps after it.
    gc.disable()
    # Before the app, which imports parts of Qt by itself.
    import_module("controlroom.ui")


if __name__ == "__main__":
    start()
