"""`python -m controlroom`, and what the command `controlroom` starts."""

import sys


def start() -> None:
    """Opens the desk, or does what the command line says."""
    if len(sys.argv) > 1:
        from controlroom.cli import main

        main()
        return
    # Without a command there is nothing to parse: the window is seen some 40 ms sooner.
    from controlroom import app
    from controlroom.usual import data_folder

    sys.exit(app.main(data_folder()))


if __name__ == "__main__":
    start()
