"""What the force's protocol says about a draft, while it is written and again before it leaves.

Read `surroundings` (what a check knows beside the draft), `rulebook` (the rules: dated data),
`look` (the draft as the rules see it), `persons` and `marked` (what is named in it), then `check`.
"""

from controlroom.outbound.checks.check import check
from controlroom.outbound.checks.rulebook import rules
from controlroom.outbound.checks.surroundings import (
    CaseHit,
    CaseLists,
    ListKind,
    Nearby,
    OwnProfile,
    Surroundings,
)

__all__ = [
    "CaseHit",
    "CaseLists",
    "ListKind",
    "Nearby",
    "OwnProfile",
    "Surroundings",
    "check",
    "rules",
]
