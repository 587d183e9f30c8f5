"""The engine's process: python -m controlroom.engine DATA_FOLDER."""

import os
import sys
from pathlib import Path

from controlroom.engine import main

if __name__ == "__main__":
    if hasattr(os, "nice"):
        # Where there are few processors, the window is never late because of the engine.
        os.nice(5)
    sys.exit(main(Path(sys.argv[1])))
