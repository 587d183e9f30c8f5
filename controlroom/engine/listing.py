"""Profiles and streams as the desk orders them: added, changed and removed in the cache."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from controlroom.engine import orders
from controlroom.engine.hands import Hands
from controlroom.engine.machinery import Machinery
from controlroom.engine.sign_ins import SignIns
from controlroom.model.credential import Credential
from controlroom.model.errors import WorldError
from controlroom.pipes import Voice
from controlroom.store.cache.writer import CacheWriter

T = TypeVar("T")


class Listing:
    """Carries out one order after the other.

    Args:
        reload: has what is to be read put together anew.
        trouble: told what kept the cache from being written; the order is then void.
    """

    def __init__(
        self,
        writer: CacheWriter,
        machinery: Machinery,
        sign_ins: SignIns,
        hands: Hands,
        voice: Voice,
        reload: Callable[[], Awaitable[None]],
        trouble: Callable[[WorldError], None],
    ) -> None:
        self._writer, self._machinery, self._sign_ins = writer, machinery, sign_ins
        self._hands, self._voice = hands, voice
        self._reload, self._trouble = reload, trouble

    async def carry_out(self, order: orders.Order) -> None:
        """Does what an order says of profiles and streams, if anything."""
        if order.save_profile or order.save_stream:
            await self._save(order)
        if order.add_profiles:
            await self._add(order.add_profiles)
        if order.remove_profiles:
            await self._remove(order.remove_profiles)

    async def _save(self, order: orders.Order) -> None:
        saved = await self._written(lambda: self._saved(order))
        if saved is not None:
            await self._reload()
            self._voice.say(saved=saved)

    def _saved(self, order: orders.Order) -> dict[str, int]:
        saved = {}
        if order.save_profile:
            saved["profile"] = self._writer.save_profile(order.save_profile)
        if order.save_stream:
            saved["stream"] = self._writer.save_stream(order.save_stream)
        return saved

    async def _add(self, order: orders.AddProfiles) -> None:
        ids = await self._written(lambda: self._writer.add_profiles(order.profiles, order.groups))
        if ids is not None:
            await self._reload()
            self._voice.say_surely(added={"ticket": order.ticket, "ids": ids})

    async def _remove(self, ids: list[int]) -> None:
        def removed() -> bool:
            self._writer.remove_profiles(ids)
            return True

        if await self._written(removed):
            self._sign_ins.take({profile: Credential() for profile in ids})
            await self._reload()

    async def _written(self, work: Callable[[], T]) -> T | None:
        """Writes in the cache; returns what that gives, None if it could not be."""

        def write() -> T:
            with self._machinery.writing:
                return work()

        try:
            return await self._hands.keep(write)
        except WorldError as error:
            self._trouble(error)
            return None
