"""How each profile stands. Pure: facts and a moment in, standings out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import IntEnum

from controlroom.model.credential import Credential
from controlroom.model.network import NetworkOffer
from controlroom.model.profile import Group, Profile
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.server import Servers

SOON = timedelta(days=7)
"""How long before its end a sign-in is announced."""
SILENT = timedelta(days=30)
DAY = timedelta(days=1)
LITTLE_LEFT = 0.1
"""The share of a budget below which it wants care: reading stops there."""
CUT_OFF_BY = (GapCause.TOKEN_EXPIRED, GapCause.PERMISSION_MISSING)


class Condition(IntEnum):
    """How a profile stands, worst first."""

    CUT_OFF = 0
    CARE = 1
    SILENT = 2
    WELL = 3


class Reason(IntEnum):
    """Why it stands so."""

    NONE = 0
    NOT_SIGNED_IN = 1
    SIGN_IN_ENDED = 2
    PERMISSION_MISSING = 3
    SIGN_IN_ENDS_SOON = 4
    NOT_READ = 5
    LITTLE_LEFT = 6
    SILENT = 7
    LOCKED = 8


@dataclass(frozen=True, slots=True)
class BudgetLeft:
    """What is left of one allowance, as the engine last told."""

    name: str
    per: str
    limit: int
    remaining: int
    resets_at: datetime | None

    @property
    def share(self) -> float:
        return self.remaining / self.limit if self.limit else 0.0


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known of the profiles.

    Attributes:
        credentials: by profile; None if the keychain could not be read.
        last_posts: when each last published, by profile.
        budgets: by profile.
        locked: ids of profiles that are locked for suspected misuse.
        places: how many officers have a place on each, and how many may, 0 for any number.
        servers: what those of many take, as they told.
    """

    profiles: tuple[Profile, ...] = ()
    groups: tuple[Group, ...] = ()
    states: tuple[SourceState, ...] = ()
    gaps: tuple[Gap, ...] = ()
    credentials: Mapping[int, Credential] | None = field(default=None, repr=False)
    last_posts: Mapping[int, datetime] = field(default_factory=dict)
    budgets: Mapping[int, tuple[BudgetLeft, ...]] = field(default_factory=dict)
    locked: frozenset[int] = frozenset()
    places: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    servers: Servers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one profile stands.

    Attributes:
        group: its group's name, "" for none.
        signed_in: None if that cannot be told.
        ends_at: when somebody has to sign in again, None if never or unknown.
        last_read: the latest read of any of its sources.
        trouble: the gravest trouble of a source at present.
        gaps: found in the last 24 hours.
        left: the tightest budget's share from 0 to 1, None if unknown.
        locked: somebody suspects misuse.
        places: officers with a place, and how many may; None while the record does not know.
    """

    profile: Profile
    group: str
    condition: Condition
    reason: Reason
    signed_in: bool | None
    ends_at: datetime | None
    last_post: datetime | None
    last_read: datetime | None
    trouble: GapCause | None
    gaps: tuple[Gap, ...]
    budgets: tuple[BudgetLeft, ...]
    locked: bool = False
    places: tuple[int, int] | None = None

    @property
    def left(self) -> float | None:
        return min((budget.share for budget in self.budgets), default=None)


def standings(facts: Facts, offers: Mapping[str, NetworkOffer], now: datetime) -> list[Standing]:
    """Returns how all profiles stand, in the order in which they were added."""
    names = {group.id: group.name for group in facts.groups}
    states: dict[int, list[SourceState]] = {}
    for state in facts.states:
        states.setdefault(state.source.profile, []).append(state)
    gaps: dict[int, list[Gap]] = {}
    for gap in facts.gaps:
        gaps.setdefault(gap.source, []).append(gap)
    return [
        _standing(facts, profile, names, states.get(profile.id, []), gaps, offers, now)
        for profile in facts.profiles
    ]


def _standing(
    facts: Facts,
    profile: Profile,
    names: Mapping[int, str],
    states: list[SourceState],
    gaps: Mapping[int, list[Gap]],
    offers: Mapping[str, NetworkOffer],
    now: datetime,
) -> Standing:
    offer = offers.get(profile.network)
    credential = (facts.credentials or {}).get(profile.id)
    signed_in = None if facts.credentials is None else credential is not None
    if offer is not None and not offer.signs_in:
        signed_in = True
    found = [gap for state in states for gap in gaps.get(state.id, [])]
    bare = Standing(
        profile=profile,
        group=names.get(profile.group, ""),
        condition=Condition.WELL,
        reason=Reason.NONE,
        signed_in=signed_in,
        ends_at=credential.ends_at if credential else None,
        last_post=facts.last_posts.get(profile.id),
        last_read=max((s.complete_to for s in states if s.complete_to), default=None),
        trouble=_gravest(states),
        gaps=tuple(gap for gap in found if now - gap.found_at <= DAY),
        budgets=facts.budgets.get(profile.id, ()),
        locked=profile.id in facts.locked,
        places=facts.places.get(profile.id),
    )
    return _judged(bare, now)


def _gravest(states: Iterable[SourceState]) -> GapCause | None:
    troubles = [state.trouble for state in states if state.trouble]
    return min(troubles, key=lambda cause: cause not in CUT_OFF_BY, default=None)


def _judged(one: Standing, now: datetime) -> Standing:
    reason = _reason(one, now)
    conditions = {
        Reason.NONE: Condition.WELL,
        Reason.NOT_SIGNED_IN: Condition.CUT_OFF,
        Reason.SIGN_IN_ENDED: Condition.CUT_OFF,
        Reason.PERMISSION_MISSING: Condition.CUT_OFF,
        Reason.LOCKED: Condition.CUT_OFF,
        Reason.SILENT: Condition.SILENT,
    }
    return replace(one, reason=reason, condition=conditions.get(reason, Condition.CARE))


def _reason(one: Standing, now: datetime) -> Reason:
    if one.locked:
        return Reason.LOCKED
    if one.signed_in is False:
        return Reason.NOT_SIGNED_IN
    if one.trouble is GapCause.TOKEN_EXPIRED or (one.ends_at and one.ends_at <= now):
        return Reason.SIGN_IN_ENDED
    if one.trouble is GapCause.PERMISSION_MISSING:
        return Reason.PERMISSION_MISSING
    if one.ends_at and one.ends_at - now <= SOON:
        return Reason.SIGN_IN_ENDS_SOON
    if one.trouble is not None:
        return Reason.NOT_READ
    if one.left is not None and one.left < LITTLE_LEFT:
        return Reason.LITTLE_LEFT
    if one.last_post and now - one.last_post > SILENT:
        return Reason.SILENT
    return Reason.NONE
