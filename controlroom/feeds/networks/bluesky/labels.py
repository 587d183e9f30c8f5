"""Labels: what authors and moderators say about a post."""

from collections.abc import Iterable

from controlroom.feeds.networks.bluesky import shape
from controlroom.model.decoding import decoder

_SENSITIVE = frozenset(
    {"porn", "sexual", "sexual-figurative", "nudity", "graphic-media", "gore", "nsfl"}
)
_HIDING = frozenset({"!hide", "!warn"})
_own = decoder(shape.SelfLabels).decode


def labels_of(given: Iterable[shape.Label] | None, own: bytes) -> tuple[str, ...]:
    """Returns the labels in force, each once: those given by moderators and the author's own."""
    labels = [*(given or ()), *_authors(own)]
    taken_back = {label.val for label in labels if label.neg}
    kept = (label.val for label in labels if label.val not in taken_back and label.val)
    return tuple(dict.fromkeys(kept))


def is_sensitive(labels: Iterable[str]) -> bool:
    """Whether pictures with these labels are shown only on demand."""
    return not (_SENSITIVE | _HIDING).isdisjoint(labels)


def warning_of(labels: Iterable[str]) -> str:
    """Returns the labels a reader is warned with, in the network's words.

    Those with a "!" steer programs; only the two that hide are a warning too.
    """
    shown = (label for label in labels if not label.startswith("!") or label in _HIDING)
    return ", ".join(label.removeprefix("!") for label in shown)


def _authors(own: bytes) -> list[shape.Label]:
    try:
        return _own(own).values
    except (ValueError, RecursionError):
        return []
