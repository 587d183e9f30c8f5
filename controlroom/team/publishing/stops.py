"""What keeps an approved delivery from leaving: a hold, a lock, a list of publishers, its time."""

from collections.abc import Iterator
from datetime import datetime

from controlroom.model.journal_rights import Refusal
from controlroom.model.journal_subject import profile_scope
from controlroom.model.outgoing.delivery import DeliveryKey, DeliveryState
from controlroom.team.incidents import changed_last, is_open_on
from controlroom.team.publishing.line import LATE_AFTER
from controlroom.team.publishing.rights import LIMITED
from controlroom.team.publishing_state import Draft, Hold, Track
from controlroom.team.state import State


def name_of(key: DeliveryKey) -> str:
    """Returns the name of a delivery within its draft: "part/profile"."""
    return f"{key.part}/{key.profile}"


def profile_of(name: str) -> str:
    """Returns the profile of a delivery by its name within the draft ("0/x//97")."""
    return name.partition("/")[2]


def withdraws(name: str) -> bool:
    """Returns whether a delivery takes something back."""
    return name.startswith("w")


def stop(state: State, draft: Draft, name: str, track: Track) -> Refusal | None:
    """Returns what stops a delivery now, None for nothing; a withdrawal is stopped by locks alone.

    Who let it go after a hold was placed has let it pass that hold.
    """
    profile = profile_of(name)
    if profile in state.locked:
        return Refusal.LOCKED
    if withdraws(name):
        return None
    if is_held(state, draft, profile, track):
        return Refusal.HELD
    return None if is_published_by_right(state, draft, profile, track) else Refusal.LIMITED


def is_held(state: State, draft: Draft, profile: str, track: Track) -> bool:
    """Returns whether a hold stops a delivery that nobody has let go since."""
    holds = holds_on(state, profile, draft.incident)
    return any(_stops_since(state, one, draft.incident) > track.let_seq for one in holds)


def holds_on(state: State, profile: str, incident: str = "") -> Iterator[Hold]:
    """Yields the holds that stop what goes to a profile and belongs to an incident.

    A hold on all but an incident lets through what belongs to it while the incident is open, and
    only on profiles that it concerns; from then on it stops that as well.
    """
    holds = state.publishing.holds
    if not holds:
        return
    for scope in state.chain(profile_scope(profile)):
        hold = holds.get(scope)
        if hold is not None and not _lets_through(state, hold, profile, incident):
            yield hold


def _lets_through(state: State, hold: Hold, profile: str, incident: str) -> bool:
    named = bool(incident) and hold.but_incident == incident
    return named and is_open_on(state, incident, profile)


def _stops_since(state: State, hold: Hold, incident: str) -> int:
    """Returns from which entry on a hold stops what belongs to an incident.

    What a person let go while the hold let it through passed no hold then, and passes none now.
    """
    if not incident or hold.but_incident != incident:
        return hold.seq
    return max(hold.seq, changed_last(state, incident))


def is_published_by_right(state: State, draft: Draft, profile: str, track: Track) -> bool:
    """Returns whether somebody on every list of publishers stands behind a delivery.

    That is who wrote it, who approved it, or who let it go.
    """
    limits = state.publishing.limits
    if not limits or draft.act not in LIMITED:
        return True
    behind = {draft.author, track.let_by, *(one.officer for one in draft.approvals)}
    return all(
        not limits[scope].officers.isdisjoint(behind)
        for scope in state.chain(profile_scope(profile))
        if scope in limits
    )


def is_late(name: str, track: Track, at: datetime) -> bool:
    """Returns whether the time of a delivery has passed by too much; a withdrawal is never late."""
    return track.stuck or (not withdraws(name) and at > track.due + LATE_AFTER)


def shown(state: State, draft: Draft, name: str, track: Track, at: datetime) -> DeliveryState:
    """Returns how a delivery stands at a moment."""
    if track.state is not DeliveryState.SCHEDULED:
        return track.state
    if stop(state, draft, name, track) is not None:
        return DeliveryState.HELD
    return DeliveryState.LATE if is_late(name, track, at) else DeliveryState.SCHEDULED
