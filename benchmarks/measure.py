"""What every benchmark needs: a throw-away house, percentiles, peak memory, the last line."""

import json
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

KEY = bytes(range(32))


@contextmanager
def folder() -> Iterator[Path]:
    """A new folder below CONTROLROOM_BENCH_DIR or the system's, removed at the end."""
    path = Path(tempfile.mkdtemp(dir=os.environ.get("CONTROLROOM_BENCH_DIR")))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def percentile(values: Sequence[float], part: float) -> float:
    """Returns the value below which `part` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def peak_mib() -> float:
    """Returns the peak resident memory of this process, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


def say(text: str) -> None:
    """Tells progress on standard error, away from the figures."""
    print(text, file=sys.stderr, flush=True)


def report(**figures: object) -> None:
    """Prints the figures as one JSON object, the last line of standard output."""
    rounded = {k: round(v, 3) if isinstance(v, float) else v for k, v in figures.items()}
    print(json.dumps(rounded))
