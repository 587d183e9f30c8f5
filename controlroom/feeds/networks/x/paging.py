"""How pages of X go on, and where a reader has been.

X charges every post it hands out, though each only once a day. So a newest page is asked for from
the last known posts on, and goes back by ids where X takes them: its own tokens run out, and a gap
may be filled much later.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from controlroom.feeds.networks.x import shape

MARKS = 5
"""Posts of which the next read takes all but one again: indexing puts late ones below them."""
_UNTIL = "until:"


@dataclass(frozen=True, slots=True)
class Way:
    """How one kind of source is paged.

    Attributes:
        by_id: X takes ids between which to read.
        page, first: posts asked for at once, and on a newest page if something is known and X
            does not take ids.
        token: the name of the parameter that goes on where the last page ended.
    """

    by_id: bool = True
    page: int = 100
    first: int = 20
    token: str = "pagination_token"

    def asked(self, older: str, known: str) -> dict[str, object]:
        """Returns the parameters of a read."""
        asked: dict[str, object] = {"max_results": self.page}
        if older.startswith(_UNTIL):
            asked["until_id"] = older.removeprefix(_UNTIL)
        elif older:
            asked[self.token] = older
        if self.by_id and (ids := _numbers(known.split())):
            asked["since_id"] = str(min(ids))
        elif known and not older:
            asked["max_results"] = self.first
        return asked

    def older(self, meta: shape.Meta, asked: str) -> str:
        """Returns the cursor of the next older page, "" if there is none."""
        if not meta.next_token:
            return ""
        until = f"{_UNTIL}{meta.oldest_id}"
        can_go_by_id = self.by_id and meta.oldest_id is not None and until != asked
        return until if can_go_by_id else meta.next_token


def mark(ids: Iterable[str], known: str) -> str:
    """Returns what is known after a newest page."""
    numbers = sorted(_numbers([*ids, *known.split()]), reverse=True)[:MARKS]
    return " ".join(str(number) for number in numbers)


def reached(ids: Iterable[str], known: str, asked: Mapping[str, object], older: str) -> bool:
    """Whether nothing is missing between a page and what was known before."""
    if not known:
        return False
    all_since = "since_id" in asked and not older
    return all_since or not set(known.split()).isdisjoint(ids)


def _numbers(ids: Iterable[str]) -> set[int]:
    return {int(one) for one in ids if one.isascii() and one.isdigit() and len(one) <= 19}
