"""How often a draft comes again that is not put forward yet: kept with it, a series once it is."""

from typing import TYPE_CHECKING, Any, Protocol

from controlroom.ui.compose.when_told import home_zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from controlroom.model.outgoing.content import Content


class Repeats(Protocol):
    """Series, as far as the composer needs them."""

    def begin(self, draft: str, rule: str) -> None:
        """Has a draft come again, once the record has it."""

    def begin_no_more(self, draft: str) -> None:
        """A draft was not put forward, and is no series' first."""

    def ask(self, content: "Content", take: "Callable[[str], object]") -> Any:
        """Returns the panel that asks how often a draft is to come, None where it cannot."""

    def often(self, rule: str) -> str:
        """Returns a rule in words."""

    def told(self, rule: str, content: "Content") -> str:
        """Returns how often a draft comes again and when next, "" where it does not."""


def rule_for(rule: str, before: "Content", now: "Content") -> str:
    """Returns how often a draft comes that has another time, "" where its days say nothing of it.

    Args:
        rule: how often it came until now.
    """
    if not rule or before.at is None or now.at is None:
        return ""
    from controlroom.outbound.schedule.occurrences import moved_to
    from controlroom.outbound.schedule.zones import wall, zone_of

    old = wall(before.at, zone_of(before.zone or home_zone())).date()
    new = wall(now.at, zone_of(now.zone or home_zone())).date()
    return moved_to(rule, old, new) or ""
