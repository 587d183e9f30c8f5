"""What a stream costs a day where reads are priced. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from controlroom.feeds.rules import Rules
from controlroom.model.stream import SourceKind

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Cost:
    """A day's cost.

    Attributes:
        each: for one item; its authors are looked up along with it at no extra read.
        posts: expected in a day, None if nothing like it was read before.
        day: for that many, None if unknown.
    """

    each: Decimal
    currency: str
    posts: int | None
    day: Decimal | None


def cost_of(rules: Rules, kind: SourceKind, posts: int | None) -> Cost | None:
    """Returns what reading costs, None where the network asks for nothing."""
    what = "message" if kind is SourceKind.MESSAGES else "post"
    price = next((one for one in rules.prices if one.what == what), None)
    if price is None:
        return None
    day = None if posts is None else (price.amount * posts).quantize(CENT)
    return Cost(price.amount, price.currency, posts, day)
