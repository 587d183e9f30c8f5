"""What a stream costs a day where reads are priced. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from controlroom.feeds.rules import Rules
from controlroom.model.stream import SourceKind

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Cost:
    """A day's cost of what a stream reads from one network.

    Attributes:
        day: for everything, in `currency`.
        items, each: posts or messages in a day, and the price of one.
        people, person: their authors, and the price of one; 0 where authors cost nothing.
        days: on how many days each of them is charged.
        sources: how many are new; `read` of them are read already and cost nothing more.
        seen: reckoned from what was read before; otherwise assumed.
    """

    day: Decimal
    currency: str
    items: int
    each: Decimal
    people: int
    person: Decimal
    days: int
    sources: int
    read: int
    seen: bool


def cost_of(
    rules: Rules, kind: SourceKind, sources: int, read: int = 0, seen: float | None = None
) -> Cost | None:
    """Returns what reading costs, None where the network asks for nothing.

    Args:
        sources: how many of the kind would be new.
        read: how many more are read already.
        seen: what one of the new ones brings in a day, None if nothing like them was read before.
    """
    price = rules.price("message" if kind is SourceKind.MESSAGES else "post")
    if price is None:
        return None
    assumed = rules.expected(kind)
    one = assumed.items if seen is None else seen
    items = one * sources
    people = items * assumed.people / assumed.items
    user = rules.price("user")
    person = user.amount if user else Decimal(0)
    day = (price.amount * _whole(items) + person * _whole(people)) * assumed.days
    return Cost(
        day.quantize(CENT), price.currency, _whole(items), price.amount, _whole(people), person,
        assumed.days, sources, read, seen is not None,
    )  # fmt: skip


def _whole(number: float) -> int:
    return round(number)
