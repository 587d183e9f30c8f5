"""Senders as processes of their own, and who kills them or makes them stand still."""

import faulthandler
import logging
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import BinaryIO

from benchmarks.measure import KEY
from benchmarks.publishing.records import Lies
from benchmarks.publishing.town import Place
from controlroom.engine.sending import make_sender
from controlroom.engine.sending_networks import WritingNetworks
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.servers import Servers
from controlroom.feeds.wire import Limits
from controlroom.feeds.writing import WayOut
from controlroom.outbound.sending.pace import Pace
from controlroom.store.journal.outcomes import OutcomeShelf
from controlroom.store.shelf.base import NotOnShelf

SETTLE_S = 3.0
"""More than the networks are late, as in the world."""
GIVEN_UP_S = 6.0
PATIENCE = Limits(silence_s=1.5, whole_s=2.5)


def settled(way: WayOut) -> timedelta:
    """Returns how long after an attempt nothing of it appears any more."""
    return timedelta(seconds=SETTLE_S)


HASTY = Pace(
    begin_s=2.0,
    longest_s=4.0,
    given_up_s=GIVEN_UP_S,
    again_s=0.5,
    settle=settled,
    looked_later_s=(),
    rest_s=0.2,
)


class NoFiles:
    """A shelf with nothing on it."""

    def has(self, sha256: str) -> bool:
        return False

    def open(self, sha256: str) -> BinaryIO:
        raise NotOnShelf


def send(lies: Lies, place: Place, pace: Pace, alone: bool) -> None:
    """Sends until this process is ended."""
    logging.basicConfig(level=logging.CRITICAL)
    faulthandler.enable()
    threading.Thread(target=_end_with_the_run, daemon=True).start()
    profiles = [one for one, _ in place.profiles]
    sign_ins = SignIns({one.id: credential for one, credential in place.profiles})
    networks = WritingNetworks(
        lambda: profiles, sign_ins, Servers(place.led, sealed=True), limits=PATIENCE
    )
    over = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    with closing(lies.open()) as journal, closing(OutcomeShelf.open(lies.folder, KEY)) as outcomes:
        fold = lies.fold(journal)
        sender = make_sender(
            journal, fold, outcomes, networks, NoFiles(), alone=alone, checks=lambda _: "",
            pace=pace,
        )  # fmt: skip
        sender.begin()
        over.wait()
        sender.end()


def _end_with_the_run() -> None:
    """Whoever breaks off a run leaves no senders behind."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


class Machines:
    """So many senders at work; whichever is killed is followed by a new one.

    Attributes:
        fell: exit codes of those that ended by themselves; none should.
    """

    def __init__(
        self, lies: Lies, place: Place, count: int, *, pace: Pace = HASTY, alone: bool = False
    ) -> None:
        self._make = lambda: _begun(lies, place, pace, alone)
        self._running = [self._make() for _ in range(count)]
        self.kills = self.pauses = 0
        self.fell: list[int | None] = []

    def kill(self, chance: random.Random) -> None:
        """Ends one at once, wherever it is, and lets another begin."""
        place = chance.randrange(len(self._running))
        one = self._running[place]
        if one.is_alive():
            one.kill()
            self.kills += 1
        one.join()
        if one.exitcode != -signal.SIGKILL:
            self.fell.append(one.exitcode)
        self._running[place] = self._make()

    def pause(self, chance: random.Random) -> None:
        """Makes one stand still for longer than the others wait for it."""
        one = chance.choice(self._running)
        assert one.pid is not None
        with suppress(ProcessLookupError):
            os.kill(one.pid, signal.SIGSTOP)
            time.sleep(GIVEN_UP_S + 2.0)
            os.kill(one.pid, signal.SIGCONT)
        self.pauses += 1

    def end(self) -> None:
        """Ends all of them, in peace if they can."""
        for one in self._running:
            one.terminate()
        for one in self._running:
            one.join(20)
            if one.is_alive():
                one.kill()
                one.join()


def _begun(lies: Lies, place: Place, pace: Pace, alone: bool) -> BaseProcess:
    context = get_context("forkserver")
    context.set_forkserver_preload(["benchmarks.publishing.machines", *_PRELOADED])
    process = context.Process(target=send, args=(lies, place, pace, alone), daemon=True)
    process.start()
    return process


_PRELOADED = [
    *(
        f"controlroom.feeds.networks.{one}.write"
        for one in ("mastodon", "bluesky", "x", "facebook")
    ),
    "controlroom.store.journal.postgres.team",
    "sqlalchemy.dialects.sqlite.pysqlcipher",
]


def killing(
    machines: Machines,
    kills: int,
    sent: Callable[[], float],
    over: threading.Event,
    seed: int,
) -> None:
    """Kills senders at moments spread over the work, and makes one stand still.

    Args:
        sent: how much of the work is done, from 0 to 1.
    """
    chance = random.Random(seed)
    pausing = threading.Thread(target=machines.pause, args=(random.Random(seed),))
    while machines.kills < kills:
        while sent() < machines.kills / kills * 0.8 and not over.is_set():
            over.wait(0.02)
        if over.is_set():
            break
        over.wait(chance.random() * 0.2)
        machines.kill(chance)
        if machines.kills > kills // 3 and pausing.ident is None:
            pausing.start()
    if pausing.ident is not None:
        pausing.join()
