"""What an engine costs that finds nothing new: 300 profiles polled, all networks' code loaded."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from benchmarks.measure import KEY, folder
from benchmarks.wire import server
from controlroom.feeds.registry import NETWORKS
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.writer import CacheWriter

SETTLING_S = 45
WATCHED_S = 30
_MIB = 1024 * 1024


def idle_engine(profiles: int) -> dict[str, Any]:
    """Returns CPU (percent of one core) and memory of an idle engine."""
    with folder() as place, server(1, 0) as base:
        _prepare(place, base, profiles)
        first = {
            "key": KEY.hex(),
            "sealed": True,
            "sign_ins": {str(n): {"access": f"account-{n}"} for n in range(1, profiles + 1)},
        }
        with subprocess.Popen(
            [sys.executable, "-m", "controlroom.engine", str(place)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as engine:
            assert engine.stdin is not None
            engine.stdin.write(json.dumps(first).encode() + b"\n")
            engine.stdin.flush()
            try:
                return _watched(psutil.Process(engine.pid))
            finally:
                engine.stdin.close()


def _watched(engine: psutil.Process) -> dict[str, Any]:
    time.sleep(SETTLING_S)
    before = sum(engine.cpu_times()[:2])
    time.sleep(WATCHED_S)
    spent = sum(engine.cpu_times()[:2]) - before
    return {
        "idle_cpu_percent": round(100 * spent / WATCHED_S, 2),
        "idle_mib": round(engine.memory_info().rss / _MIB, 1),
        "idle_threads": engine.num_threads(),
    }


def _prepare(place: Path, base: str, profiles: int) -> None:
    """A force on Mastodon, and one profile of every other network that signs in."""
    writer = CacheWriter.open(place, KEY)
    sources = []
    for number in range(1, profiles + 1):
        saved = writer.save_profile(
            Profile(0, "mastodon", f"a/{number}", f"unit{number}", host=base)
        )
        sources += [Source("mastodon", SourceKind.MENTIONS, saved)]
        sources += [Source("mastodon", SourceKind.POSTS, saved)]
    for network in NETWORKS:
        if network not in ("mastodon", "rss"):
            saved = writer.save_profile(Profile(0, network, "1", "unit", host=base))
            sources += [Source(network, kind, saved) for kind in (SourceKind.POSTS,)]
    writer.save_stream(Stream(0, "All", tuple(sources)))
    writer.close()
