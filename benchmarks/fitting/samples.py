"""What is learnt from: the labelled drafts that were looked at, never the unseen ones."""

from collections.abc import Iterable

from benchmarks.checks import beside
from benchmarks.labelled import CLEAN, LOOKED_AT, Draft, drafts
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.checks.look import look
from controlroom.outbound.checks.weighing import kind_traits
from controlroom.outbound.checks.whole import Row, rows, text_of

PARTS = (*LOOKED_AT, "french", "french_afterwards")
Groups = list[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A draft as it is learnt from.

    Attributes:
        text: its first row of sentences.
        groups: its traits.
    """

    part: str
    draft: Draft
    text: str
    groups: Groups

    @property
    def is_stopped(self) -> bool:
        """Whether it must not leave; what has only to be asked about may."""
        return self.draft.has_to_be_blocked

    @property
    def is_clean(self) -> bool:
        """Whether nothing is to be said about it."""
        return self.draft.expected == CLEAN


def samples(parts: Iterable[str] = PARTS) -> list[Sample]:
    """Returns the drafts of some parts."""
    return [_sample(part, draft) for part in parts for draft in drafts(part)]


def _sample(part: str, draft: Draft) -> Sample:
    seen = look(
        Content(Act.POST, ("x/none",), (Piece(draft.text),), kind=draft.kind), beside(draft)
    )
    row: Row = next(iter(rows(seen, seen.texts[0])), ())
    groups = [
        frozenset[str]().union(*group) for group in zip(*(one.traits for one in row), strict=True)
    ]
    return Sample(part, draft, text_of(row), [*groups, frozenset(kind_traits(draft.kind))])
