"""An invented force with as many profiles as a real one, and the window's side of an engine."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from controlroom.keychain import MemoryKeychain
from controlroom.keychain.book import SignInBook
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.model.credential import Credential
from controlroom.model.errors import WorldError
from controlroom.model.network import NetworkOffer
from controlroom.model.profile import Profile
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source, SourceKind
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.states import StateKeeper
from controlroom.store.cache.writer import CacheWriter
from controlroom.ui.line import EngineLine

KEY = bytes(range(32))
NETWORKS = ("x", "facebook", "instagram", "bluesky", "mastodon", "youtube")
BOROUGHS = (
    "Force accounts", "Brackenford", "Tarnbridge", "Oldmere", "Dunmarsh", "Marlcross",
    "Wendleford", "Roads and transport", "Neighbourhood officers", "Units",
)  # fmt: skip
OFFERS = [
    NetworkOffer(
        "x", "X", (SourceKind.MENTIONS,), ways=("browser", "token"), needs_app=True, own_key=True
    ),
    NetworkOffer("facebook", "Facebook", (SourceKind.COMMENTS,), ways=("browser",)),
    NetworkOffer("bluesky", "Bluesky", (SourceKind.MENTIONS,), ways=("password",)),
    NetworkOffer(
        "mastodon", "Mastodon", (SourceKind.MENTIONS,), many_hosts=True, ways=("browser", "token")
    ),
    NetworkOffer("rss", "RSS", (SourceKind.FEED,), signs_in=False),
]


class House(NamedTuple):
    """As much of a house as the section needs."""

    cache: CacheReader
    sign_ins: SignInBook

    def close(self) -> None:
        self.cache.close()


def force(folder: Path, count: int = 264) -> House:
    """Makes a cache with profiles of which some are in trouble."""
    now = datetime.now(UTC)
    writer = CacheWriter.open(folder, KEY)
    numbers = range(1, count + 1)
    profiles = [
        Profile(0, NETWORKS[n * n % 6], str(n), f"Westmarch{n:03}", f"Westmarch Police {n}")
        for n in numbers
    ]
    groups = [BOROUGHS[n * 7 % 10] for n in numbers]
    ids = writer.add_profiles(profiles, groups)
    keeper = StateKeeper(writer.database)
    keychain = SignInKeeper(MemoryKeychain(), "folder")
    for number, profile in zip(ids, profiles, strict=True):
        _record(keeper, number, profile.network, now)
        ends = now + timedelta(days=3 if number % 60 == 5 else 20 + number % 70, hours=1)
        keychain.save(number, Credential("token", ends_at=ends))
    writer.close()
    return House(CacheReader.open(folder, KEY), SignInBook(lambda: keychain))


def _record(keeper: StateKeeper, number: int, network: str, now: datetime) -> None:
    source = Source(network, SourceKind.MENTIONS, number)
    trouble = GapCause.TOKEN_EXPIRED if number % 90 == 9 else None
    trouble = GapCause.NETWORK_DOWN if number % 100 == 30 else trouble
    read = now - timedelta(seconds=5 + number)
    state = SourceState(source, complete_from=read, complete_to=read, trouble=trouble)
    gaps = [Gap(0, now - timedelta(hours=2), trouble, now)] if trouble else []
    keeper.save_state(state, *gaps)


class Engine:
    """Answers the window as an engine does: at once, and by the book of the test."""

    def __init__(self, line: EngineLine, house: House) -> None:
        self.orders: list[dict[str, Any]] = []
        self.kept: dict[int, Credential] = {}
        self.refuses: WorldError | None = None
        self._line, self._house = line, house
        line.take(self._hear, self._keep)

    def _hear(self, **order: Any) -> None:
        self.orders.append(order)
        if order.get("networks"):
            self._line.networks.emit(OFFERS)

    def _keep(
        self, profile: int, credential: Credential, kept: Callable[[WorldError | None], None]
    ) -> None:
        if self.refuses is None:
            self.kept[profile] = credential
        kept(self.refuses)

    def said(self, kind: str) -> list[Any]:
        """Returns the orders of one kind."""
        return [order[kind] for order in self.orders if kind in order]
