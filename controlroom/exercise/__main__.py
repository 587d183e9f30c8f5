"""`python -m controlroom.exercise SCENARIO`: the simulated networks of one exercise."""

import argparse
import os
import sys
from contextlib import suppress

from controlroom.exercise.process import run

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="controlroom.exercise")
    parser.add_argument("scenario")
    parser.add_argument("--speed", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--networks", default="")
    asked = parser.parse_args()
    chosen = {"networks": asked.networks.split(",")} if asked.networks else {}
    if hasattr(os, "nice"):
        # Whoever works at the desk comes first.
        os.nice(10)
    if hasattr(os, "SCHED_BATCH"):
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    sys.exit(run(asked.scenario, asked.speed, asked.seed, **chosen))
