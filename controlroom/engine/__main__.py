"""The engine's process: python -m controlroom.engine DATA_FOLDER."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from controlroom.engine import main

if __name__ == "__main__":
    if hasattr(os, "nice"):
        # Where there are few processors, the window is never late because of the engine.
        os.nice(5)
    if hasattr(os, "SCHED_BATCH"):
        # What it does may wait for some milliseconds, and is then done in longer stretches.
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    sys.exit(main(Path(sys.argv[1])))
