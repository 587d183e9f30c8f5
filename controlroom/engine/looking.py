"""Second looks: what is shown, kept or young is asked for again, with what the budgets spare."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast

from controlroom.engine.machinery import Machinery
from controlroom.feeds.base import Looked, LooksAgain
from controlroom.feeds.errors import BudgetUsed
from controlroom.feeds.rules import rules_of
from controlroom.intake.looks import YOUNG, Look, due, looks
from controlroom.intake.wanting import Wanted
from controlroom.model.changes import Disappearance, Sighting
from controlroom.store.cache.duty import follow_deletions
from controlroom.store.cache.looking import LookList, Seen
from controlroom.store.database import Database

log = logging.getLogger(__name__)

OTHERS_EACH = timedelta(minutes=5)
"""How often posts nobody watches are searched for some that are due."""
DUTY_EACH = timedelta(minutes=15)
_REMEMBERED = 20_000


@dataclass(slots=True)
class SecondLooks:
    """Chooses looks and carries them out. All but `look` is for one thread.

    Attributes:
        watched: ids of the posts on a board now.
    """

    machinery: Machinery
    database: Database
    now: Callable[[], datetime]
    watched: frozenset[int] = frozenset()
    _looked_at: dict[int, datetime] = field(default_factory=dict)
    _others_at: datetime | None = None
    _duty_at: datetime | None = None

    def choose(self, wanted: Sequence[Wanted]) -> list[tuple[Look, Wanted]]:
        """Returns what is to be looked at now, each with a source that is read by the same feed.

        For a thread that may wait. Raises what the cache raises.
        """
        at_once = {w.source.network: w.capabilities.looks_again for w in wanted}
        by_profile = {(w.source.network, w.source.profile): w for w in wanted}
        if not any(at_once.values()):
            return []
        found = due(self._candidates(), self.watched, self._looked_at, self.now())
        pairs = [(one, by_profile.get((one.network, one.profile))) for one in looks(found, at_once)]
        return [(look, through) for look, through in pairs if through is not None]

    def look(self, look: Look, wanted: Wanted) -> None:
        """Carries out one look, if the budget has room; for a thread of readers.

        Raises `ReadError`, and what writing raises.
        """
        draws = wanted.capabilities.look_draws
        purses, now = self.machinery.purses, self.now()
        if not purses.roomy(wanted, now, draws):
            return
        if not purses.spend(wanted, now, pressing=False, draws=draws):
            return
        looked = Looked()
        try:
            feed = cast("LooksAgain", self.machinery.feeds.of(wanted))
            looked = feed.look([post.remote_id for post in look.posts])
        except BudgetUsed as error:
            purses.refused(wanted, error, draws)
            raise
        finally:
            purses.answered(wanted, looked.budgets, self.now(), draws)
        self._take(look, looked)

    def asked_for(self, look: Look) -> None:
        """Takes note that a look was tried, whatever came of it."""
        if len(self._looked_at) > _REMEMBERED:
            self._looked_at.clear()
        self._looked_at.update(dict.fromkeys((post.id for post in look.posts), self.now()))

    def follow_deletions(self, networks: Sequence[str]) -> int:
        """Empties what was deleted, as far as it is time; returns how many posts."""
        now = self.now()
        if self._duty_at is not None and abs(now - self._duty_at) < DUTY_EACH:
            return 0
        self._duty_at, emptied = now, 0
        for network in networks:
            hours = rules_of(network).deleted_within_h
            while hours and (ids := self._step(network, hours, now)):
                emptied += len(ids)
        return emptied

    def _step(self, network: str, hours: int, now: datetime) -> tuple[int, ...]:
        with self.machinery.writing, self.database.write() as connection:
            return follow_deletions(connection, network, hours, now)

    def _candidates(self) -> list[Seen]:
        now, among = self.now(), LookList(self.database)
        found = among.these(sorted(self.watched))
        if self._others_at is None or abs(now - self._others_at) >= OTHERS_EACH:
            self._others_at = now
            found += among.kept(now - timedelta(hours=1))
            found += among.young(now - YOUNG, now - timedelta(hours=2))
        return found

    def _take(self, look: Look, looked: Looked) -> None:
        now = self.now()
        asked = {post.remote_id for post in look.posts}
        sightings = [Sighting(post, now) for post in looked.posts]
        missed = [Disappearance(look.network, one, now) for one in looked.gone if one in asked]
        self.machinery.till.took(look.network, looked.posts, now)
        if sightings or missed:
            self.machinery.gatherer.put(sightings, missed).result()
