"""The engine's process: python -m controlroom.engine DATA_FOLDER."""

import sys
from pathlib import Path

from controlroom.engine import main

if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
