"""What a network allows, charges and demands: dated data, read from `resources/networks`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

import msgspec

from controlroom.bundle import bundled
from controlroom.feeds.base import Per
from controlroom.model.decoding import from_toml
from controlroom.model.errors import OurError
from controlroom.model.stream import SourceKind


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many calls are allowed in a stretch of time, where the network says so beforehand.

    Attributes:
        name: as `Reading.draws` and `Budget.name` use it.
        limit: calls, or units where calls differ in cost.
        window_s: seconds; a window begins with its first call unless `midnight` is set.
        midnight: IANA time zone whose midnight makes it whole again, "" if none does.
    """

    name: str
    per: Per
    limit: int
    window_s: int
    midnight: str = ""

    @property
    def window(self) -> timedelta:
        return timedelta(seconds=self.window_s)


@dataclass(frozen=True, slots=True)
class Price:
    """What one item costs.

    Attributes:
        what: "post", "user", "message" … as the network counts what it hands out.
        once_a_day: the same item is charged once in a day of UTC.
    """

    what: str
    amount: Decimal
    currency: str
    once_a_day: bool = False


@dataclass(frozen=True, slots=True)
class Assumed:
    """What a source of one kind brings in a day, as long as nothing like it has been read.

    Attributes:
        items: posts or messages.
        people: who wrote them, each counted once.
        days: on how many days of the price list each item is asked for: when it comes, and when it
            is looked at again.
    """

    kind: SourceKind
    items: float
    people: float
    days: int = 1


@dataclass(frozen=True, slots=True)
class Term:
    """A condition under which a police force may use the network.

    Attributes:
        key: names it for good.
        shown: when a person has to read it: "profile", "search".
        text: by language, "en" always there.
        asks_for: words of a search that make it need a stated policing purpose.
    """

    key: str
    shown: tuple[str, ...]
    text: Mapping[str, str]
    source: str
    checked: date
    asks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything of one network.

    Attributes:
        checked: when somebody last held this against the source.
        assumed: for every kind of source, where reads are priced.
        most_a_month: posts that may be read in a month, 0 for no limit.
        deleted_within_h: hours within which a deletion has to be followed, 0 for no duty.
    """

    network: str
    source: str
    checked: date
    allowances: tuple[Allowance, ...] = ()
    prices: tuple[Price, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    terms: tuple[Term, ...] = ()
    most_a_month: int = 0
    deleted_within_h: int = 0
    deletion_source: str = ""

    def allowance(self, name: str) -> Allowance | None:
        """Returns the allowance of this name, None if the network has none."""
        return next((one for one in self.allowances if one.name == name), None)

    def price(self, what: str) -> Price | None:
        """Returns what an item of a sort costs, None if nothing."""
        return next((one for one in self.prices if one.what == what), None)

    def expected(self, kind: SourceKind) -> Assumed:
        """Returns what a source brings in a day; `OurError` if a priced kind has no assumption."""
        for one in self.assumed:
            if one.kind is kind:
                return one
        raise OurError(f"{self.network}.toml assumes nothing of {kind}")


@lru_cache
def rules_of(network: str) -> Rules:
    """Returns the rules of a network; one without a file has none."""
    path = bundled("networks", f"{network}.toml")
    if not path.is_file():
        return Rules(network, "", date.min)
    try:
        return from_toml(path.read_bytes(), Rules)
    except msgspec.ValidationError as error:
        raise OurError(f"{path.name}: {error}") from None
