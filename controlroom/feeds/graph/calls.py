"""The calls: edges of things, things by id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from controlroom.feeds.base import Budget
from controlroom.feeds.graph.answers import Listing, leads_to, listing_of
from controlroom.feeds.graph.client import Graph, place
from controlroom.feeds.graph.faults import TooMuchAsked
from controlroom.feeds.items import parts_of

_SMALL = 5


@dataclass(frozen=True, slots=True)
class Told:
    """An answer taken apart, with what it told of budgets.

    Attributes:
        at: when Facebook gave it, by its own clock; None if it did not say.
    """

    listing: Listing
    budgets: tuple[Budget, ...]
    at: datetime | None = None


class Calls:
    """Every question that is put to Facebook while reading. All raise `ReadError`."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def edge(self, path: str, query: Mapping[str, str], cursor: str = "") -> Told:
        """Reads one page of an edge; if that is too much for Facebook, a small one.

        Args:
            path: of the edge, from `place`.
            query: with the `limit`.
            cursor: `older` of an earlier page.
        """
        asked = {**query, **leads_to(cursor)}
        try:
            return self._edge(path, asked)
        except TooMuchAsked:
            if int(asked.get("limit", _SMALL)) <= _SMALL:
                raise
        return self._edge(path, asked | {"limit": str(_SMALL)})

    def thing(self, remote_id: str, fields: str) -> tuple[bytes, tuple[Budget, ...]]:
        """Reads one thing."""
        answer = self._graph.get(place(remote_id), {"fields": fields})
        return answer.body, answer.budgets

    def things(
        self, remote_ids: Sequence[str], fields: str
    ) -> tuple[Mapping[str, bytes], tuple[Budget, ...]]:
        """Reads several things at once, by id; one that is bad spoils the whole question."""
        answer = self._graph.get("", {"ids": ",".join(remote_ids), "fields": fields})
        return parts_of(answer.body, self._graph.host), answer.budgets

    def _edge(self, path: str, query: Mapping[str, str]) -> Told:
        answer = self._graph.get(path, query)
        listing = listing_of(answer.body, self._graph.host)
        return Told(listing, answer.budgets, _at(answer.headers.get("Date", "")))


def _at(told: str) -> datetime | None:
    try:
        return parsedate_to_datetime(told).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
