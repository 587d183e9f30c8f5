"""The simulated networks with the force's profiles, and what really stands on them."""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from controlroom.exercise.clock import Clock
from controlroom.exercise.mishaps import Mishap, Plan
from controlroom.exercise.server import Server, faces_of
from controlroom.exercise.world import Account, World
from controlroom.exercise.world.event import Event, EventKind
from controlroom.model.credential import Credential
from controlroom.model.journal_subject import profile_key
from controlroom.model.profile import Profile

NETWORKS = ("mastodon", "bluesky", "x", "facebook")
LATE_S, SILENT_S = 0.4, 3.0
_SHARES = {
    Mishap.LOST: 0.06,
    Mishap.REFUSED: 0.03,
    Mishap.TOO_MANY: 0.03,
    Mishap.BROKEN: 0.06,
    Mishap.CUT: 0.06,
    Mishap.SILENT: 0.01,
    Mishap.LATE: 0.04,
    Mishap.AGAIN: 0.3,
}
_LONGEST_S = 60.0


@dataclass(frozen=True)
class Place:
    """Where the networks are, for a process of its own.

    Attributes:
        led: from hosts to addresses on this computer.
        profiles: the force's, each with its sign-in.
    """

    led: dict[str, str]
    profiles: tuple[tuple[Profile, Credential], ...]

    @property
    def keys(self) -> list[str]:
        """Returns the profiles' keys."""
        return [profile_key(one) for one, _ in self.profiles]


@dataclass
class Town:
    """The networks as they run.

    Attributes:
        came: when each post came about, by a real clock of the day, with its text, in order.
    """

    place: Place
    server: Server
    loop: asyncio.AbstractEventLoop
    came: list[tuple[float, str]] = field(default_factory=list)
    _accounts: dict[int, str] = field(default_factory=dict)

    def do(self, what: Any, *given: Any) -> Any:
        """Calls something in the server's thread, to which the world belongs."""

        async def called() -> Any:
            return what(*given)

        return asyncio.run_coroutine_threadsafe(called(), self.loop).result(_LONGEST_S)

    def befall(self, seed: int) -> None:
        """Lets a share of what is published fail, in every way there is."""
        for number, network in enumerate(NETWORKS):
            # Facebook tells minutes, whatever it is asked; nobody waits for those here.
            but = {Mishap.TOO_MANY} if network == "facebook" else set()
            shares = {one: share for one, share in _SHARES.items() if one not in but}
            plan = Plan(shares, seed + number, late_s=LATE_S, silent_s=SILENT_S, wait_s=1.0)
            self.do(self.server.faults.mishaps.set, network, plan)

    def go_well(self) -> None:
        """Lets nothing fail any more."""
        for network in NETWORKS:
            self.do(self.server.faults.mishaps.lift, network)

    def mishaps(self) -> int:
        """Returns how often something failed under the plans that hold."""
        found = (self.do(self.server.faults.mishaps.happened, one) for one in NETWORKS)
        return sum(sum(one.values()) for one in found)

    def standing(self) -> Counter[tuple[str, str]]:
        """Returns how often each text stands on each profile."""
        return self.do(self._standing)  # type: ignore[no-any-return]

    def hear(self, event: Event) -> None:
        """Notes when something came about."""
        if event.kind is EventKind.CREATED:
            text = self.server.world.post(event.number).said.text
            self.came.append((time.time(), text))

    def _standing(self) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        world = self.server.world
        for number in range(1, len(world.columns) + 1):
            post = world.post(number)
            if post.author in self._accounts and not post.deleted_ms:
                found[self._accounts[post.author], post.said.text] += 1
        return found


@contextmanager
def town(profiles: int) -> Iterator[Town]:
    """Serves so many profiles, shared out among the networks, in a thread of its own."""
    world = World(Clock(datetime.now(UTC)), seed=7)
    faces = {one.network: one for one in faces_of(world, NETWORKS)}
    accounts = [
        world.add_account(_account(NETWORKS[number % len(NETWORKS)], number))
        for number in range(profiles)
    ]
    loop = asyncio.new_event_loop()
    server = Server(world, faces.values())
    thread = threading.Thread(target=loop.run_forever, name="networks")
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(server.begin(), loop).result(_LONGEST_S)
        ours = [_profile(faces[one.network], one) for one in accounts]
        made = Town(Place(dict(server.led), tuple(ours)), server, loop)
        made._accounts = {
            account.number: profile_key(profile)
            for account, (profile, _) in zip(accounts, ours, strict=True)
        }
        world.hear(made.hear)
        yield made
    finally:
        asyncio.run_coroutine_threadsafe(server.close(), loop).result(_LONGEST_S)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _account(network: str, number: int) -> Account:
    handle = f"westmarch{number}"
    return Account(0, network, handle, f"Westmarch {number}", ours=True, kind="force")


def _profile(face: Any, account: Account) -> tuple[Profile, Credential]:
    host = face.hosts[0] if face.many_hosts else ""
    remote = face.remote_id(account)
    one = Profile(account.number, account.network, remote, account.handle, host=host)
    return one, face.credential(account)
