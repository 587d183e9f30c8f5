"""The engine of a desk of one: it reads as any other, and sends what the record lets leave."""

import asyncio
import threading
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING

from controlroom.engine.orders import Order
from controlroom.engine.reader import Reader
from controlroom.engine.sending_life import Sending
from controlroom.engine.sending_networks import WritingNetworks
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.servers import Servers
from controlroom.model import clock
from controlroom.model.credential import Credential
from controlroom.model.errors import WorldError
from controlroom.model.guard import Guard
from controlroom.pipes import Voice
from controlroom.store.cache.writer import CacheWriter

if TYPE_CHECKING:
    from controlroom.outbound.sending.sender import Sender


class ClockInDoubt(WorldError):
    sentence = "The clock of this computer has jumped: what was planned waits for a person."
    remedy = "Set it right; what you let go now leaves at once."


class SendingReader(Reader):
    """Reads, and sends beside it; neither waits for the other.

    Args:
        key: of the files in the cache's folder, 32 bytes.
        guard: what the desk gives to the checks, until it gives something else.
    """

    def __init__(
        self,
        writer: CacheWriter,
        voice: Voice,
        sign_ins: SignIns,
        networks: Mapping[str, str],
        servers: Servers,
        lead: clock.Lead | None,
        key: bytes,
        guard: Guard = Guard(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__(writer, voice, sign_ins, networks, servers, lead)
        out = WritingNetworks(writer.profiles, sign_ins, servers, networks, self.purses)
        folder = writer.database.path.parent
        self._guard = guard

        def made(stack: ExitStack, over: threading.Event) -> "Sender":
            from controlroom.engine.sending import at_a_desk
            from controlroom.engine.sending_beside import ToldBy, told_by

            doubt, trouble = self._tell_doubt, self._tell_error
            own = ToldBy(lambda: told_by(writer))
            return at_a_desk(
                stack, over, folder, key, out, doubt, trouble, lambda: self._guard, own
            )

        self._sending = Sending(made, self._tell_error)

    async def work(self) -> None:
        self._sending.begin()
        await super().work()

    async def _carry_out(self, order: Order) -> None:
        if order.guard is not None:
            self._guard = order.guard
        await super()._carry_out(order)
        if order.clock:
            self._sending.wake()

    async def _take_sign_ins(self, credentials: Mapping[int, Credential]) -> None:
        await super()._take_sign_ins(credentials)
        self._sending.wake()

    async def _end(self) -> None:
        # First, while everything it needs is there; nothing new begins meanwhile.
        await asyncio.to_thread(self._sending.end)
        await super()._end()

    def _tell_doubt(self, is_in_doubt: bool) -> None:
        if is_in_doubt:
            self._tell_error(ClockInDoubt())
