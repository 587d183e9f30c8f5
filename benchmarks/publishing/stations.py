"""A team's whole station as a process, on the simulated networks."""

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from pathlib import Path

from benchmarks.measure import KEY
from benchmarks.publishing.town import Place
from controlroom.engine.station.seat import Seat
from controlroom.engine.station.serving import serve
from controlroom.feeds.servers import Servers
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.journal.signing import Signer

_PATIENCE_S = 60.0


def _live(folder: Path, url: str, place: Place) -> None:
    logging.basicConfig(level=logging.CRITICAL)
    threading.Thread(target=_end_with_the_run, daemon=True).start()
    folder.mkdir()
    cache = CacheWriter.open(folder, KEY)
    numbers = cache.add_profiles([one for one, _ in place.profiles])
    cache.close()
    sign_ins = {
        number: credential for number, (_, credential) in zip(numbers, place.profiles, strict=True)
    }
    servers = Servers(place.led, sealed=True)
    serve(Seat(folder, KEY, url, Signer.fresh(), sign_ins=lambda _: sign_ins, servers=servers))


def _end_with_the_run() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


@contextmanager
def station(folder: Path, url: str, place: Place) -> Iterator[None]:
    """A station on duty for as long as this lasts."""
    process = get_context("forkserver").Process(target=_live, args=(folder, url, place))
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join(_PATIENCE_S)
        if process.is_alive():
            process.kill()
            process.join()
