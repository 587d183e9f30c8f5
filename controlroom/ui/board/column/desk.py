"""What the parts of the board share: the house they read, and who reads it for them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from controlroom.model.board import Column
from controlroom.model.surge_rule import USUAL, SurgeRule
from controlroom.ui.board.column.answers import MOST_WAITING, Asker
from controlroom.ui.board.column.facts import Facts
from controlroom.ui.board.column.reading import Reading

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore


@dataclass(slots=True)
class BoardDesk:
    """The open house as the board uses it.

    Attributes:
        lines: for each column the id of the newest post read.
        engine_runs: whether anything is being read from the networks, as far as is known.
        most_waiting: waiting posts that may enter one by one.
        has_station: a team's station reads the networks, not this workstation.
        surge_rule: which posts columns still show one by one in a surge.
    """

    cache: "CacheReader"
    store: "DeskStore"
    reading: Reading
    facts: Facts = field(default_factory=Facts)
    lines: dict[int, int] = field(default_factory=dict)
    engine_runs: bool = True
    most_waiting: int = MOST_WAITING
    has_station: bool = False
    surge_rule: SurgeRule = USUAL

    def asker(self, column: Column) -> Asker:
        """Returns what asks the cache for a column."""
        return Asker(self.cache, self.store, column, self.facts.question(column))
