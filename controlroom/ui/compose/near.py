"""Drafts that leave near in time to another one, as the checks compare them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from controlroom.model.outgoing.content import Act, Content, read_content
from controlroom.outbound.checks.surroundings import Nearby
from controlroom.team.publishing import views

NEAR = timedelta(hours=24)
MOST = 200
_LEAVES = (views.Stage.WAITING, views.Stage.APPROVED)


class _Leaving(NamedTuple):
    id: str
    when: datetime | None
    text: str
    networks: frozenset[str]


class Near:
    """Looks through the drafts of a record once for each entry that it gets."""

    def __init__(self) -> None:
        self._seen: tuple[int, int] = (0, 0)
        self._leaving: Sequence[_Leaving] = ()

    def of(self, state: Any, content: Content, draft: str, now: datetime) -> tuple[Nearby, ...]:
        """Returns the drafts nearest to one, on its networks.

        Args:
            draft: its own id, which is left out.
            now: when those leave that have no time of their own.
        """
        if state is None or content.act is not Act.POST:
            return ()
        when, networks = content.at or now, _networks(content.targets)
        found = [
            (abs((one.when or now) - when), one)
            for one in self._known(state)
            if one.id != draft and one.networks & networks
        ]
        near = sorted((pair for pair in found if pair[0] <= NEAR), key=lambda pair: pair[0])
        return tuple(_nearby(one) for _, one in near[:MOST])

    def _known(self, state: Any) -> Sequence[_Leaving]:
        seen = (id(state), state.seq)
        if seen != self._seen:
            self._leaving = [
                _Leaving(one.id, one.when, one.text, _networks(one.targets))
                for one in views.drafts(state)
                if one.act is Act.POST and one.stage in _LEAVES
            ]
            self._seen = seen
        return self._leaving


@lru_cache(maxsize=512)
def _nearby(one: _Leaving) -> Nearby:
    content = read_content(one.text)
    said = (content.pieces, *content.variants.values())
    return Nearby(one.id, tuple(pieces[0].text for pieces in said if pieces), one.networks)


def _networks(targets: Sequence[str]) -> frozenset[str]:
    return frozenset(one.partition("/")[0] for one in targets)
