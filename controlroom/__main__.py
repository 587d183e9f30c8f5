"""`python -m controlroom`, and what the command `controlroom` starts."""

import gc
import sys


def start() -> None:
    """Opens the desk, or does what the command line says."""
    if len(sys.argv) > 1:
        from controlroom.cli import main

        main()
        return
    # Nothing made before the first painting is garbage; the window sweeps after it.
    gc.disable()
    # Without a command there is nothing to parse: the window is seen some 40 ms sooner.
    from controlroom.usual import data_folder

    folder = data_folder()
    from controlroom import app

    sys.exit(app.main(folder))


if __name__ == "__main__":
    start()
