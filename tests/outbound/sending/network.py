"""A small network in memory, with the faults that networks have; many may write at once."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from controlroom.feeds.base import Budget
from controlroom.feeds.errors import NetworkDown
from controlroom.feeds.writing import (
    Keyed,
    LookedBack,
    NotSent,
    Outgoing,
    PerhapsSent,
    Seen,
    SentAs,
    WayOut,
)
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent

HOST = "small.example"
PLAIN = WayOut(settle=timedelta(seconds=120))
HARMLESS = WayOut(settle=timedelta(seconds=120), harmless=True, finds=False)


@dataclass
class Post:
    """What stands on the network."""

    profile: str
    id: str
    text: str
    at: datetime
    key: str = ""
    files: int = 0
    answers: str = ""
    visible: datetime = datetime(1, 1, 1, tzinfo=UTC)


Fault = Callable[["SmallNetwork", str, Outgoing], SentAs]


@dataclass
class SmallNetwork:
    """The network, and `Networks` of the sending room at once.

    Attributes:
        now: its clock.
        posts: what stands there.
        faults: by profile, what happens to the next attempts, in order; then all goes well.
        before: called with each attempt before the last word of the sender.
        requests: how many requests that publish have come, by profile.
    """

    now: Callable[[], datetime]
    way: WayOut = PLAIN
    certain: bool = False
    posts: list[Post] = field(default_factory=list)
    faults: dict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    before: Callable[[str], None] = lambda _: None
    requests: list[tuple[str, str]] = field(default_factory=list)
    looks: int = 0
    signed_in: dict[str, str] = field(default_factory=dict)
    down: bool = False
    paid: int = 0
    shut_until: dict[str, datetime] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def publish(self, profile: str, outgoing: Outgoing, late_s: float = 0.0) -> SentAs:
        """Puts a post there; a key that is known gives what it gave."""
        with self.lock:
            for one in self.posts:
                if outgoing.key and one.key == outgoing.key:
                    return SentAs(one.id, f"https://{HOST}/{one.id}", one.at)
            about = outgoing.about.remote_id if outgoing.about else ""
            if outgoing.act is Act.DELETE:
                self.posts[:] = [one for one in self.posts if one.id != about]
                return SentAs(about)
            if outgoing.act is Act.EDIT:
                for one in self.posts:
                    one.text = outgoing.text if one.id == about else one.text
                return SentAs(about)
            visible = self.now() + timedelta(seconds=late_s)
            made = Post(
                profile, f"p{len(self.requests)}", outgoing.text, self.now(), outgoing.key,
                len(outgoing.files), about, visible,
            )  # fmt: skip
            self.posts.append(made)
            return SentAs(made.id, f"https://{HOST}/{made.id}", made.at)

    def texts(self, profile: str) -> list[str]:
        return [one.text for one in self.posts if one.profile == profile]

    def ways(self, network: str) -> Mapping[Act, WayOut]:
        ways = dict.fromkeys((Act.POST, Act.REPLY, Act.MESSAGE), self.way)
        return ways | {Act.DELETE: HARMLESS, Act.LIKE: HARMLESS}

    def writer(self, profile: str) -> "SmallWriter":
        return SmallWriter(self, profile)

    def sign_in(self, profile: str) -> object:
        return self.signed_in.get(profile, "first")

    def pay(self, profile: str, way: WayOut, now: datetime) -> datetime:
        opens = max(self.shut_until.get(profile, now), now)
        self.paid += opens == now
        return opens

    def answered(self, profile: str, way: WayOut, budgets: Iterable[Budget], now: datetime) -> None:
        self.paid -= 1

    def close(self) -> None:
        return


class SmallWriter:
    """Writes for one profile."""

    def __init__(self, network: SmallNetwork, profile: str) -> None:
        self._network, self._profile = network, profile

    @property
    def ways(self) -> Mapping[Act, WayOut]:
        return self._network.ways("small")

    def new_key(self) -> str:
        keyed = self._network.way.keyed is not Keyed.NONE
        return f"key {len(self._network.requests)} {self._profile}" if keyed else ""

    def send(self, outgoing: Outgoing, ready: Callable[[], None]) -> SentAs:
        network = self._network
        network.before(self._profile)
        ready()
        with network.lock:
            network.requests.append((self._profile, outgoing.text))
            waiting = network.faults[self._profile]
            fault = waiting.pop(0) if waiting else None
        if fault is not None:
            return fault(network, self._profile, outgoing)
        return network.publish(self._profile, outgoing)

    def look_back(self, outgoing: Outgoing) -> LookedBack:
        network = self._network
        network.looks += 1
        if network.down:
            raise NetworkDown(host=HOST, reason="down")
        mine = [one for one in network.posts if one.profile == self._profile]
        mine = [one for one in mine if one.visible <= network.now()]
        if network.certain:
            mine = [one for one in mine if one.key == outgoing.key]
        seen = [
            Seen(SentAs(one.id, "", one.at), one.text, one.files, one.answers)
            for one in reversed(mine)
        ]
        return LookedBack(tuple(seen), len(seen), outgoing.since, certain=network.certain)

    def is_gone(self, remote_id: str) -> bool:
        return all(one.id != remote_id for one in self._network.posts)

    def close(self) -> None:
        return


def refused(reason: Unsent, again_at: datetime | None = None) -> Fault:
    """The network says no."""

    def fault(network: SmallNetwork, profile: str, outgoing: Outgoing) -> SentAs:
        raise NotSent(host=HOST, reason=reason, said="no", again_at=again_at)

    return fault


def lost(network: SmallNetwork, profile: str, outgoing: Outgoing) -> SentAs:
    """It is there, and the answer is not."""
    network.publish(profile, outgoing)
    raise PerhapsSent(host=HOST, said="reset")


def dropped(network: SmallNetwork, profile: str, outgoing: Outgoing) -> SentAs:
    """It is not there, and nobody says so."""
    raise PerhapsSent(host=HOST, said="timed out")


def late(seconds: float) -> Fault:
    """It is there and shows later."""

    def fault(network: SmallNetwork, profile: str, outgoing: Outgoing) -> SentAs:
        network.publish(profile, outgoing, seconds)
        raise PerhapsSent(host=HOST, said="timed out")

    return fault


def broken(network: SmallNetwork, profile: str, outgoing: Outgoing) -> SentAs:
    """A mistake of ours after the request."""
    network.publish(profile, outgoing)
    raise KeyError("ours")
