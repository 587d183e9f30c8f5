"""What leaves, put away with the rest of the state; what follows from it is found anew."""

from dataclasses import dataclass
from typing import Self

from controlroom.model.outgoing.route import Route
from controlroom.team.publishing.course import follow
from controlroom.team.publishing.past import bind_all
from controlroom.team.publishing_state import (
    CaseItem,
    Draft,
    Equipment,
    Hold,
    Limit,
    Publishing,
    Series,
)


@dataclass(slots=True)
class KeptPublishing:
    """A `Publishing` as a snapshot holds it."""

    drafts: dict[str, Draft]
    routes: tuple[Route, ...] | None
    routes_seq: int
    holds: dict[str, Hold]
    limits: dict[str, Limit]
    case_list: dict[str, CaseItem]
    series: dict[str, Series]
    station: bool
    past: list[str]
    old: list[str]
    equipment: Equipment | None = None

    @classmethod
    def of(cls, one: Publishing) -> Self:
        """Returns what is to be put away."""
        return cls(
            one.drafts, one.routes, one.routes_seq, one.holds, one.limits, one.case_list,
            one.series, one.station, one.past, one.old, one.equipment,
        )  # fmt: skip

    def restored(self) -> Publishing:
        """Returns what was put away."""
        made = Publishing(
            self.drafts, self.routes, self.routes_seq, self.holds, self.limits, self.case_list,
            self.series, self.station, self.past, self.old, equipment=self.equipment,
        )  # fmt: skip
        known = made.names.setdefault
        for draft_id, draft in made.drafts.items():
            draft.targets = tuple(known(one, one) for one in draft.targets)
            draft.authors = tuple(known(one, one) for one in draft.authors)
            for name, track in draft.tracks.items():
                track.sender = known(track.sender, track.sender)
                follow(made, (draft_id, name), track)
            bind_all(made, draft)
        return made
