"""What has grown old in the station's own cache goes by the same rule as on a desk, unasked."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime

import msgspec

from controlroom.engine.orders import Retain
from controlroom.engine.reader import Reader
from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.store.cache.retention import rules_of
from controlroom.store.cache.writer import CacheWriter

log = logging.getLogger(__name__)

EACH_S = 3_600.0


async def tidy(reader: Reader, cache: CacheWriter, days: Mapping[str, int]) -> None:
    """Has the reader remove what is too old, now and then, until it is cancelled."""
    ticket = 0
    while True:
        ticket += 1
        try:
            order = await asyncio.to_thread(removal, cache, days, clock.now(), ticket)
        except WorldError as error:
            log.warning("nothing old was removed: %s", error)
        else:
            if order:
                reader.obey(order)
        await asyncio.sleep(EACH_S)


def removal(cache: CacheWriter, days: Mapping[str, int], now: datetime, ticket: int) -> bytes:
    """Returns the order that removes what is too old, b"" if nothing is. Raises `StoreError`."""
    plan = cache.plan_removal(rules_of(days), now)
    return msgspec.json.encode({"retain": Retain(ticket, plan.removals)}) if plan else b""
