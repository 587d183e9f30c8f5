"""What X's refusals mean for what was to leave, by their words: its codes say little."""

from typing import Any

from controlroom.feeds.outgoing import outcome
from controlroom.model.outgoing.delivery import Unsent

Json = dict[str, Any]
_MISSING = "resource-not-found"


def is_double(said: str) -> bool:
    """Whether X refuses something as said already: by its words alone, and without an id.

    Such a refusal says that the words are there, and not whose attempt put them there. Whoever asks
    twice without knowing gets it for a post that stands (sferik/x-ruby#24), and so would we where
    something on the way repeats a request. To call it a failure would have somebody send the same
    again in other words. So nobody knows, and reading back decides.
    """
    return "duplicate content" in said.lower() or "is a duplicate" in said.lower()


def reason_of(status: int, said: str) -> Unsent | None:
    """Returns what is known better than by the status."""
    words = said.lower()
    if status == 402:
        return Unsent.TOO_MANY
    if status == 403 and "deleted or not visible" in words:
        return Unsent.GONE
    if status == 403 and ("too long" in words or "longer be edited" in words):
        return Unsent.REFUSED
    return None


def said_in(told: Json) -> str:
    """Returns X's words, of the problem itself or of the first of several."""
    errors = told.get("errors")
    first = errors[0] if isinstance(errors, list) and errors else None
    inner = first if isinstance(first, dict) else {}
    words = [inner.get("message"), inner.get("detail"), told.get("detail"), told.get("title")]
    return next((one for one in map(outcome.text, words) if one), "")


def is_missing(errors: list[Any]) -> bool:
    """Whether problems told with a 200 say that something is not there any more."""
    kinds = (str(one.get("type")) for one in errors if isinstance(one, dict))
    return any(_MISSING in kind for kind in kinds)
