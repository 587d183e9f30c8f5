"""What the record says so far of everything that leaves. Only the rules write here.

An open draft keeps its text and each delivery that something has happened to. One that has ended
keeps what a withdrawal needs, and after a month only the networks' ids.
"""

from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from controlroom.model.journal_outgoing import Remark
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import DeliveryState, Unsent
from controlroom.model.outgoing.route import Route, RouteStep

Name = tuple[str, str]
"""A delivery: the draft's id, and "part/profile"."""
Place = tuple[datetime, int, int, Name]
"""Where a delivery stands in the line: when it may leave, since which entry, which target it is."""


class Track(msgspec.Struct, omit_defaults=True):
    """A delivery that something has happened to.

    Attributes:
        due: when it should have left; from then on it gets late.
        try_at: from when a sender may take it on.
        place: the number of its target.
        seq: the last entry about it.
        stuck: a person has to let it go, whatever the time.
        edits: a withdrawal that replaces the text instead of deleting the post.
        sender, key, keyed: of the last claim.
        first: when it was first claimed.
        let_by, let_seq: who let it go last, and with which entry.
    """

    state: DeliveryState
    due: datetime
    try_at: datetime
    place: int
    since: datetime
    seq: int
    stuck: bool = False
    edits: bool = False
    attempts: int = 0
    sender: str = ""
    key: str = ""
    keyed: bool = False
    first: datetime | None = None
    reason: Unsent | None = None
    said: str = ""
    remote_id: str = ""
    url: str = ""
    read_backs: int = 0
    seen_gone: bool = False
    by_hand: bool = False
    let_by: str = ""
    let_seq: int = 0


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's agreement to a step; `seq` is the entry."""

    step: int
    officer: str
    at: datetime
    seq: int


class Draft(msgspec.Struct, omit_defaults=True):
    """What was put forward.

    Attributes:
        authors: everybody who wrote any version, the author of this one last.
        seq, at: of the entry with this version.
        text: the content as written, "" once the draft has ended.
        when: when the first should leave, None for as soon as it is approved.
        more: how many pieces a profile gets, where that is more than one.
        route, steps: what held when this version was put forward.
        approved: since when it may leave.
        claimed: a sender has taken on some of it, or a person sent it: it is not edited any more.
        withdrawn: the entry that took it back, 0 for none.
        instead: what replaces the text on networks that let a post be edited.
        ended: since when nothing more is to come.
        said: what was sent began with, each text once; for two days after it has ended.
        ids: once it is past: the ids of its posts, by target; nothing else is left then.
        is_forgotten: its posts may be taken for others again: none of theirs is still looked for.
        series, day: what it stands for, "" for no series.
        own: it was changed apart from its series.
    """

    authors: tuple[str, ...]
    seq: int
    at: datetime
    text: str
    hash: str
    act: Act
    targets: tuple[str, ...]
    title: str = ""
    kind: str = ""
    incident: str = ""
    appeal: str = ""
    withdraw_days: int = 0
    when: datetime | None = None
    more: dict[str, int] = msgspec.field(default_factory=dict)
    confirmed: tuple[str, ...] = ()
    route: str = ""
    steps: tuple[RouteStep, ...] = ()
    approvals: tuple[Approval, ...] = ()
    approved: datetime | None = None
    asked: str = ""
    returned: str = ""
    remarks: tuple[Remark, ...] = ()
    claimed: bool = False
    withdrawn: int = 0
    withdrawn_by: str = ""
    reason: str = ""
    instead: str = ""
    ended: datetime | None = None
    said: tuple[str, ...] = ()
    tracks: dict[str, Track] = msgspec.field(default_factory=dict)
    ids: tuple[str, ...] = ()
    is_forgotten: bool = False
    series: str = ""
    day: str = ""
    own: bool = False

    @property
    def author(self) -> str:
        """Who put this version forward."""
        return self.authors[-1]

    def pieces(self, profile: str) -> int:
        """Returns how many posts a profile gets."""
        return self.more.get(profile, 1)


@dataclass(slots=True)
class Hold:
    """Nothing leaves within a scope.

    Attributes:
        but_incident: what belongs to it leaves all the same while it is open, "" for nothing.
        reason: told afterwards.
    """

    officer: str
    at: datetime
    seq: int
    but_incident: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """Only these may publish within a scope; one for an incident ends when that is closed."""

    officers: frozenset[str]
    by: str
    at: datetime
    seq: int
    incident: str = ""


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A protected name or an order, sealed; `until` is the last day on which it holds, or "".

    Attributes:
        seq: of the entry that made it, or its marks, as they are.
        made: the version in which its marks are made.
    """

    marks: tuple[str, ...]
    sealed: str
    seq: int
    until: str = ""
    made: int = 0


@dataclass(slots=True)
class Series:
    """A draft that comes again; see `journal_outgoing.SeriesDefined`.

    Attributes:
        authors: everybody who wrote any version, the author of this one last.
        seq: of the entry with this version.
        made: drafts that stand for its days, by day; also those that have left.
    """

    authors: tuple[str, ...]
    content: str
    rule: str
    seq: int
    begins: str = ""
    confirmed: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    made: dict[str, str] = field(default_factory=dict)

    @property
    def author(self) -> str:
        """In whose name its drafts are put forward."""
        return self.authors[-1]


@dataclass(frozen=True, slots=True)
class Equipment:
    """What the station on duty has for its checks; see `StationEquipped`."""

    computer: str
    case_key: bool
    sites: bool


@dataclass(slots=True)
class Publishing:
    """Everything about what leaves, up to one entry.

    Attributes:
        routes: in their order, None while the force has none.
        holds, limits: by scope.
        station: a station has been on duty: only stations send.
        equipment: what the station on duty says it has, None while it has not lacked anything.
        past, old: drafts that have ended, in the order of their ending, until they are thinned
            out, and then until they are forgotten.
        line: deliveries that wait for their time, soonest first; follows from `drafts`.
        back: withdrawals of the same kind.
        open: deliveries of which nobody knows the end: under way, or unknown.
        unseen: withdrawals that nobody has seen gone yet.
        bound: how many deliveries have a post of ours, by "profile id", until they are forgotten.
        names: each profile, person and sender once; nothing stands on it.
    """

    drafts: dict[str, Draft] = field(default_factory=dict)
    routes: tuple[Route, ...] | None = None
    routes_seq: int = 0
    holds: dict[str, Hold] = field(default_factory=dict)
    limits: dict[str, Limit] = field(default_factory=dict)
    case_list: dict[str, CaseItem] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    station: bool = False
    past: list[str] = field(default_factory=list)
    old: list[str] = field(default_factory=list)
    line: list[Place] = field(default_factory=list)
    back: list[Place] = field(default_factory=list)
    open: set[Name] = field(default_factory=set)
    unseen: set[Name] = field(default_factory=set)
    bound: dict[str, int] = field(default_factory=dict)
    equipment: Equipment | None = None
    names: dict[str, str] = field(default_factory=dict, compare=False)
