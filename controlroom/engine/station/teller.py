"""Tells the team how each source stands, and never more than what has reached the team."""

import logging
import time

from controlroom.engine.station.spooling import SpoolingWriter
from controlroom.engine.station.standing import Paces, told_states
from controlroom.store.archive.errors import ArchiveOlder
from controlroom.store.archive.writing import ArchiveWriter

log = logging.getLogger(__name__)

EACH_S = 5.0
"""At most so often, and only what changed."""


class Teller:
    """Looks first, and tells once everything that was read up to then has been copied."""

    def __init__(self, cache: SpoolingWriter, archive: ArchiveWriter, paces: Paces) -> None:
        self._cache, self._archive, self._paces = cache, archive, paces
        self._told: dict[str, str] | None = None
        self._seen: dict[str, str] | None = None
        self._look_at = 0.0
        self._can = True

    def look(self, *, now: bool = False) -> None:
        """Notes how the sources stand, if that is due or to be done now."""
        if self._seen is None and (now or time.monotonic() >= self._look_at):
            self._seen = told_states(self._cache.database, self._paces)
            self._look_at = time.monotonic() + EACH_S

    def tell(self) -> None:
        """Tells what was noted, as far as it is new; to be called when nothing is left to copy.

        Raises as `ArchiveWriter`.
        """
        if self._seen is None or not self._can:
            return
        told = self._told or {}
        whole = self._told is None or self._seen.keys() != told.keys()
        new = {name: body for name, body in self._seen.items() if told.get(name) != body}
        if whole or new:
            self._send(self._seen if whole else new, whole=whole)
        self._told, self._seen = self._seen, None

    def _send(self, bodies: dict[str, str], *, whole: bool) -> None:
        try:
            self._archive.set_reading(bodies, whole=whole)
        except ArchiveOlder as error:
            log.warning("workstations are not told how the sources stand: %s", error)
            self._can = False
