"""What the record says of drafts, deliveries and holds, for whoever sends or shows them. Pure.

Why somebody may not do something is asked of `why_not_…`, by the rules as by the desk.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice

from controlroom.model.journal_outgoing import Remark
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import Act, Content
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState
from controlroom.model.outgoing.route import Route, RouteStep
from controlroom.team.publishing.content import content_of
from controlroom.team.publishing.content import to_open as to_open
from controlroom.team.publishing.delivery_questions import why_not_hold as why_not_hold
from controlroom.team.publishing.delivery_questions import why_not_let_go as why_not_let_go
from controlroom.team.publishing.delivery_questions import why_not_limit as why_not_limit
from controlroom.team.publishing.delivery_questions import why_not_mark_sent as why_not_mark_sent
from controlroom.team.publishing.delivery_questions import why_not_open as why_not_open
from controlroom.team.publishing.delivery_questions import why_not_release as why_not_release
from controlroom.team.publishing.line import LATE_AFTER, between, next_after
from controlroom.team.publishing.past import binding, ids_of
from controlroom.team.publishing.questions import why_not_approve as why_not_approve
from controlroom.team.publishing.questions import why_not_edit as why_not_edit
from controlroom.team.publishing.questions import why_not_pass_on as why_not_pass_on
from controlroom.team.publishing.questions import why_not_return as why_not_return
from controlroom.team.publishing.questions import why_not_submit as why_not_submit
from controlroom.team.publishing.questions import why_not_withdraw as why_not_withdraw
from controlroom.team.publishing.routes import route_of as route_of
from controlroom.team.publishing.routes import steps_for
from controlroom.team.publishing.stops import (
    holds_on,
    name_of,
    profile_of,
    shown,
    stop,
    withdraws,
)
from controlroom.team.publishing_state import Approval, Draft, Hold, Limit, Name, Track
from controlroom.team.state import State

_NEVER = datetime(1, 1, 1, tzinfo=UTC)


class Stage(StrEnum):
    """How far a draft has come."""

    RETURNED = "returned"
    WAITING = "waiting"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"
    """What has left of it is being taken back."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as it stands.

    Attributes:
        authors: everybody who wrote any version; `author` wrote the last.
        seq, at: of the entry with this version.
        text: the content as written, "" once the draft has ended.
        when: when the first should leave, None for as soon as it is approved.
        step: the number of the step it waits for, counted from 0.
        asked: who was asked to decide, "" for nobody in particular.
        returned_by, remarks: while it is returned.
        withdrawn_by, reason, instead: once it is withdrawn.
        is_fixed: some of it is on its way or sent: it cannot be edited any more.
        approved: since when it may leave.
        series, day: what it stands for, "" for no series.
        own: it was changed apart from its series.
    """

    id: str
    authors: tuple[str, ...]
    seq: int
    at: datetime
    stage: Stage
    text: str
    hash: str
    act: Act
    targets: tuple[str, ...]
    title: str
    kind: str
    incident: str
    appeal: str
    when: datetime | None
    route: str
    steps: tuple[RouteStep, ...]
    approvals: tuple[Approval, ...]
    confirmed: tuple[str, ...]
    asked: str
    returned_by: str
    remarks: tuple[Remark, ...]
    withdrawn_by: str
    reason: str
    instead: str
    is_fixed: bool
    ended: datetime | None
    approved: datetime | None
    withdraw_days: int
    series: str
    day: str
    own: bool

    @property
    def author(self) -> str:
        """Who put this version forward."""
        return self.authors[-1]

    @property
    def step(self) -> int:
        """The number of the step it waits for."""
        return len(self.approvals)

    @property
    def content(self) -> Content | None:
        """Everything that is decided about it, None once it has ended."""
        return content_of(self.text) if self.text else None

    @property
    def to_open(self) -> frozenset[str]:
        """What an approver has to have opened."""
        content = self.content
        return to_open(content) if content is not None else frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """The last claim on a delivery.

    Attributes:
        first: when it was first claimed by anybody: nothing of it is older.
    """

    sender: str
    key: str
    keyed: bool
    first: datetime
    seq: int


@dataclass(frozen=True, slots=True)
class HoldView:
    """Publishing is held within a scope."""

    scope: str
    officer: str
    at: datetime
    seq: int
    but_incident: str
    reason: str


def draft(state: State, draft_id: str) -> DraftView | None:
    """Returns a draft, None if the record has none, or nothing of it any more."""
    found = state.publishing.drafts.get(draft_id)
    return _view(draft_id, found) if found is not None else None


def drafts(state: State, *, ended: bool = False) -> Sequence[DraftView]:
    """Returns the drafts of which something is still to come, in the order of their versions.

    Args:
        ended: those that have ended in the last two days besides, or were withdrawn in the last
            month.
    """
    known = state.publishing.drafts
    found = (
        _view(key, one)
        for key, one in known.items()
        if one.ended is None or (ended and not one.ids)
    )
    return sorted(found, key=lambda one: one.seq)


def to_reconsider(state: State, at: datetime) -> list[DraftView]:
    """Returns what was sent, and has stood for as long as its author meant it to; oldest first."""
    found = [
        _view(key, one)
        for key, one in state.publishing.drafts.items()
        if one.withdraw_days and not one.withdrawn and _has_stood(one, at)
    ]
    return sorted(found, key=lambda one: one.seq)


def approvers(state: State, draft_id: str, at: datetime) -> list[str]:
    """Returns who may agree to the next step of a draft."""
    return [one for one in state.officers if why_not_approve(state, one, draft_id, at) is None]


def steps_if(state: State, officer: str, content: Content, at: datetime) -> Route:
    """Returns the route and the steps a draft takes if this officer puts it forward."""
    key, steps = steps_for(state, officer, content, at)
    return Route(key, steps)


def deliveries(state: State, draft_id: str, at: datetime) -> tuple[Delivery, ...]:
    """Returns every delivery of a draft, by target and piece, each with its taking back behind."""
    found = state.publishing.drafts.get(draft_id)
    if found is None:
        return ()
    return tuple(_all(state, draft_id, found, at))


def delivery(state: State, key: DeliveryKey, at: datetime) -> Delivery | None:
    """Returns one delivery, None if nothing has happened to it yet."""
    found = _found(state, (key.draft, name_of(key)))
    return _delivery(state, (key.draft, name_of(key)), *found, at) if found else None


def claim(state: State, key: DeliveryKey) -> Claim | None:
    """Returns the last claim on a delivery, None if there was none."""
    found = _found(state, (key.draft, name_of(key)))
    if found is None or found[1].first is None:
        return None
    track = found[1]
    assert track.first is not None
    return Claim(track.sender, track.key, track.keyed, track.first, track.seq)


def sent_before(state: State, key: DeliveryKey) -> str:
    """Returns the id of the piece a delivery answers, or takes back; "" for none."""
    part = key.part.removeprefix("w")
    number = int(part) - (0 if key.withdraws else 1)
    found = _found(state, (key.draft, f"{number}/{key.profile}"))
    return found[1].remote_id if found else ""


def due(state: State, at: datetime, most: int | None = None) -> list[Delivery]:
    """Returns what may be claimed now, what is taken back first, then the soonest.

    Args:
        most: at most so many.
    """
    return [_of(state, name, at) for name in islice(_ready(state, at), most)]


def due_where(state: State, at: datetime, free: Callable[[str], bool]) -> Iterator[Delivery]:
    """Yields what may be claimed now on profiles of which `free` says so, as `due`.

    It is asked anew for each: who takes the first of a profile keeps the others waiting.
    """
    for name in _ready(state, at, free):
        yield _of(state, name, at)


def next_due(state: State, at: datetime) -> datetime | None:
    """Returns when something falls due that is not due yet, None for never as it stands."""
    lines = (state.publishing.line, state.publishing.back)
    times = [when for one in lines if (when := next_after(one, at)) is not None]
    return min(times, default=None)


def unresolved(state: State, at: datetime) -> list[Delivery]:
    """Returns what is under way or unknown, the oldest first."""
    return _sorted(state, state.publishing.open, at)


def withdrawals_to_confirm(state: State, at: datetime) -> list[Delivery]:
    """Returns what was taken back, and has not been seen gone."""
    unseen = (name for name in state.publishing.unseen if _is_sent(state, name))
    return _sorted(state, unseen, at)


def is_bound(state: State, profile: str, remote_id: str) -> bool:
    """Returns whether a post of a profile belongs to a delivery of the last month."""
    return binding(profile, remote_id) in state.publishing.bound


def why_held(state: State, key: DeliveryKey) -> Refusal | None:
    """Returns what stops a delivery: a hold, a lock or a list of publishers; None for nothing."""
    found = _found(state, (key.draft, name_of(key)))
    return stop(state, found[0], name_of(key), found[1]) if found else None


def hold(state: State, profile: str, incident: str = "") -> HoldView | None:
    """Returns the widest hold that stops what goes to a profile and belongs to an incident."""
    found = [one.seq for one in holds_on(state, profile, incident)]
    return next((one for one in reversed(holds(state)) if one.seq in found), None)


def holds(state: State) -> list[HoldView]:
    """Returns every hold that is on, the newest first."""
    found = [_hold(scope, one) for scope, one in state.publishing.holds.items()]
    return sorted(found, key=lambda one: -one.seq)


def limits(state: State) -> dict[str, Limit]:
    """Returns who alone may publish, by scope."""
    return dict(state.publishing.limits)


def _view(draft_id: str, one: Draft) -> DraftView:
    return DraftView(
        draft_id, one.authors, one.seq, one.at, _stage(one), one.text, one.hash, one.act,
        one.targets, one.title, one.kind, one.incident, one.appeal, one.when, one.route, one.steps,
        one.approvals, one.confirmed, one.asked, one.returned, one.remarks, one.withdrawn_by,
        one.reason, one.instead, one.claimed, one.ended, one.approved,
        one.withdraw_days, one.series, one.day, one.own,
    )  # fmt: skip


def _has_stood(one: Draft, at: datetime) -> bool:
    """A number of days beyond all reason is never reached."""
    since = one.ended
    return since is not None and (at - since).days >= one.withdraw_days


def _stage(one: Draft) -> Stage:
    if one.withdrawn:
        return Stage.WITHDRAWN if one.ended is None else Stage.ENDED
    if one.ended is not None:
        return Stage.ENDED
    if one.returned:
        return Stage.RETURNED
    return Stage.APPROVED if one.approved is not None else Stage.WAITING


def _hold(scope: str, one: Hold) -> HoldView:
    return HoldView(scope, one.officer, one.at, one.seq, one.but_incident, one.reason)


def _found(state: State, name: Name) -> tuple[Draft, Track] | None:
    one = state.publishing.drafts.get(name[0])
    track = one.tracks.get(name[1]) if one is not None else None
    return (one, track) if one is not None and track is not None else None


def _of(state: State, name: Name, at: datetime) -> Delivery:
    one = state.publishing.drafts[name[0]]
    return _delivery(state, name, one, one.tracks[name[1]], at)


def _ready(
    state: State, at: datetime, free: Callable[[str], bool] = lambda _: True
) -> Iterator[Name]:
    publishing = state.publishing
    for name in between(publishing.back, _NEVER, at):
        if free(profile_of(name[1])) and not _is_stopped(state, name):
            yield name
    for name in between(publishing.line, at - LATE_AFTER, at):
        if not free(profile_of(name[1])):
            continue
        track = publishing.drafts[name[0]].tracks[name[1]]
        if at <= track.due + LATE_AFTER and not _is_stopped(state, name):
            yield name


def _is_stopped(state: State, name: Name) -> bool:
    one = state.publishing.drafts[name[0]]
    return stop(state, one, name[1], one.tracks[name[1]]) is not None


def _is_sent(state: State, name: Name) -> bool:
    return state.publishing.drafts[name[0]].tracks[name[1]].state is DeliveryState.SENT


def _sorted(state: State, names: Iterable[Name], at: datetime) -> list[Delivery]:
    found = [_of(state, name, at) for name in names]
    return sorted(found, key=lambda one: (one.seq, str(one.key)))


def _all(state: State, draft_id: str, one: Draft, at: datetime) -> Iterator[Delivery]:
    for place, profile in enumerate(one.targets):
        if one.ids:
            yield from _past(draft_id, one, place)
            continue
        for piece in range(one.pieces(profile)):
            name = f"{piece}/{profile}"
            yield _one(state, draft_id, one, name, at)
            if f"w{name}" in one.tracks:
                yield _one(state, draft_id, one, f"w{name}", at)


def _one(state: State, draft_id: str, one: Draft, name: str, at: datetime) -> Delivery:
    track = one.tracks.get(name)
    if track is not None:
        return _delivery(state, (draft_id, name), one, track, at)
    return Delivery(_key((draft_id, name)), one.act, _stands(one), since=one.at, seq=one.seq)


def _stands(one: Draft) -> DeliveryState:
    if one.withdrawn:
        return DeliveryState.WITHDRAWN
    return DeliveryState.WAITING if one.approved is None else DeliveryState.SCHEDULED


def _past(draft_id: str, one: Draft, place: int) -> Iterator[Delivery]:
    for piece, remote_id in enumerate(ids_of(one, place)):
        key = DeliveryKey(draft_id, str(piece), one.targets[place])
        yield Delivery(
            key, one.act, DeliveryState.SENT, remote_id=remote_id, by_hand=not remote_id,
            since=one.ended,
        )  # fmt: skip


def _delivery(state: State, name: Name, one: Draft, track: Track, at: datetime) -> Delivery:
    return Delivery(
        _key(name), _act(one, name[1], track), shown(state, one, name[1], track, at), track.try_at,
        track.since, track.attempts, track.reason, track.said, track.remote_id, track.url,
        track.read_backs, track.seen_gone, track.by_hand, track.seq,
    )  # fmt: skip


def _act(one: Draft, name: str, track: Track) -> Act:
    if not withdraws(name):
        return one.act
    return Act.EDIT if track.edits else Act.DELETE


def _key(name: Name) -> DeliveryKey:
    return DeliveryKey(name[0], name[1].partition("/")[0], profile_of(name[1]))
