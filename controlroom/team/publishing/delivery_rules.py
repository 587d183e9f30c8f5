"""Which entries about deliveries have an effect: claims, outcomes, and what a person decides.

Claims and outcomes come from senders. The hold, an edit or a withdrawal takes effect by its place
in the record: a claim behind it is refused, and nothing leaves on a claim that was refused.
"""

from datetime import UTC, datetime

from controlroom.model.journal import Entry
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryFailed,
    DeliveryLetGo,
    DeliveryMarkedSent,
    DeliveryReadBack,
    DeliverySeenGone,
    DeliverySent,
    DeliveryUnknown,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.delivery import DeliveryState, Unsent, delivery_key
from controlroom.team.publishing.course import BINDS, finish, moved, went
from controlroom.team.publishing.delivery_questions import (
    looks_needed,
    why_not_let_go,
    why_not_mark_sent,
)
from controlroom.team.publishing.draft_rules import known
from controlroom.team.publishing.line import LATE_AFTER, take
from controlroom.team.publishing.past import BETWEEN, binding
from controlroom.team.publishing.stops import is_late, name_of, profile_of, stop, withdraws
from controlroom.team.publishing_state import Draft, Name, Track
from controlroom.team.state import State

GOES_ON = frozenset({Unsent.TOO_MANY, Unsent.UNREACHED, Unsent.SLEPT})
"""What may go on by itself: nothing of it has left, and it passes."""
_TOLD = frozenset({DeliveryState.SENDING, DeliveryState.UNKNOWN, DeliveryState.SCHEDULED})
_FAR = datetime(9000, 1, 1, tzinfo=UTC)
_STATION = "login:station_"
_LOGIN = "login:"
Found = tuple[Name, Draft, Track]


def claimed(state: State, entry: Entry, told: DeliveryClaimed) -> Refusal | None:
    """Only what is approved as it is, due, in time, not stopped, and nobody else's."""
    found = _found(state, entry, told.delivery)
    if isinstance(found, Refusal):
        return found
    name, draft, track = found
    if told.hash != draft.hash:
        return Refusal.OTHER_VERSION
    if refusal := _why_not_take(state, entry, told, found) or _why_not_now(state, entry, found):
        return refusal
    draft.claimed = True
    track.attempts += 1
    moved(state.publishing, name, track, DeliveryState.SENDING, entry)
    track.sender = known(state, told.sender)
    track.key, track.keyed = told.key, told.keyed
    track.first = track.first or entry.at
    track.reason, track.said, track.read_backs = None, "", 0
    return None


def sent(state: State, entry: Entry, told: DeliverySent) -> Refusal | None:
    """By whose claim it is; or found by whoever looked, where nobody knew.

    Also when a person has let it go again meanwhile: then it does not leave a second time.
    """
    found = _found(state, entry, told.delivery)
    if isinstance(found, Refusal):
        return found
    name, draft, track = found
    unknown = track.state is DeliveryState.UNKNOWN
    if track.state not in _TOLD or not track.attempts:
        return Refusal.NOT_THERE
    if told.sender != track.sender and not (unknown and told.found):
        return Refusal.OTHER_SENDER
    remote_id = told.remote_id.replace(BETWEEN, " ")
    binds = told.found and draft.act in BINDS and not withdraws(name[1])
    if binds and binding(profile_of(name[1]), remote_id) in state.publishing.bound:
        return Refusal.BOUND
    take(state.publishing, name, track)
    track.remote_id, track.url, track.said = remote_id, told.url, told.said
    track.stuck = False
    went(state.publishing, name, draft, track, entry)
    return None


def failed(state: State, entry: Entry, told: DeliveryFailed) -> Refusal | None:
    """By whose claim it is. What passes goes on by itself within ten minutes of its time."""
    found = _found(state, entry, told.delivery)
    reason = _reason(told)
    if isinstance(found, Refusal) or reason is None:
        return found if isinstance(found, Refusal) else Refusal.MALFORMED
    name, draft, track = found
    if refusal := _why_not_answer(track, told.sender):
        return refusal
    track.reason, track.said = reason, told.said
    if draft.withdrawn and not withdraws(name[1]):
        moved(state.publishing, name, track, DeliveryState.WITHDRAWN, entry)
    elif withdraws(name[1]) and reason is Unsent.GONE:
        track.seen_gone = True
        moved(state.publishing, name, track, DeliveryState.SENT, entry)
    else:
        _put_off(state, name, track, entry, _next_try(name, track, told, reason, entry))
    finish(state.publishing, name[0], draft, entry)
    return None


def unknown(state: State, entry: Entry, told: DeliveryUnknown) -> Refusal | None:
    """By whose claim it is, or by another sender about it."""
    found = _found(state, entry, told.delivery)
    if isinstance(found, Refusal):
        return found
    name, _, track = found
    if track.state is not DeliveryState.SENDING:
        return Refusal.NOT_THERE
    if told.sender != track.sender:
        return Refusal.OTHER_SENDER
    track.said = told.said
    moved(state.publishing, name, track, DeliveryState.UNKNOWN, entry)
    return None


def read_back(state: State, entry: Entry, told: DeliveryReadBack) -> Refusal | None:
    """Where it was not found in a draft that was taken back meanwhile, nothing has left."""
    found = _found(state, entry, told.delivery)
    if isinstance(found, Refusal):
        return found
    name, draft, track = found
    if track.state is not DeliveryState.UNKNOWN:
        return Refusal.NOT_THERE
    # A look that does not reach back to when it was claimed has not seen that it is not there.
    if track.first is not None and told.since <= track.first:
        track.read_backs += 1
    track.seq = entry.seq
    if draft.withdrawn and not withdraws(name[1]) and track.read_backs >= looks_needed(track):
        moved(state.publishing, name, track, DeliveryState.WITHDRAWN, entry)
        finish(state.publishing, name[0], draft, entry)
    return None


def seen_gone(state: State, entry: Entry, told: DeliverySeenGone) -> Refusal | None:
    found = _found(state, entry, told.delivery)
    if isinstance(found, Refusal):
        return found
    name, draft, track = found
    if not withdraws(name[1]) or track.state is DeliveryState.SENDING or track.seen_gone:
        return Refusal.NOT_THERE
    track.seen_gone, track.edits = True, told.edited
    moved(state.publishing, name, track, DeliveryState.SENT, entry)
    finish(state.publishing, name[0], draft, entry)
    return None


def let_go(state: State, entry: Entry, told: DeliveryLetGo) -> Refusal | None:
    """From then on its new time counts; a hold placed later stops it again."""
    found = _named(state, told.delivery)
    if isinstance(found, Refusal):
        return found
    name, draft, track = found
    key = delivery_key(told.delivery)
    if refusal := why_not_let_go(state, entry.actor, key, entry.at, again=told.again):
        return refusal
    if told.hash != draft.hash:
        return Refusal.OTHER_VERSION
    due = entry.at if told.at is None else told.at
    if not entry.at - LATE_AFTER <= due < _FAR:
        return Refusal.IN_THE_PAST
    take(state.publishing, name, track)
    track.let_by, track.let_seq, track.stuck = entry.actor, entry.seq, False
    track.due = track.try_at = due
    track.read_backs = 0
    moved(state.publishing, name, track, DeliveryState.SCHEDULED, entry)
    return None


def marked_sent(state: State, entry: Entry, told: DeliveryMarkedSent) -> Refusal | None:
    """By hand: the network's id of it is not known."""
    found = _named(state, told.delivery)
    if isinstance(found, Refusal):
        return found
    name, draft, track = found
    key = delivery_key(told.delivery)
    if refusal := why_not_mark_sent(state, entry.actor, key, entry.at):
        return refusal
    take(state.publishing, name, track)
    draft.claimed = True
    track.by_hand, track.url, track.stuck = True, told.url, False
    track.seen_gone = withdraws(name[1])
    went(state.publishing, name, draft, track, entry)
    return None


def is_station(actor: str) -> bool:
    """Returns whether somebody who acts is a station of a team."""
    return actor.startswith(_STATION)


def is_sender(state: State, actor: str) -> bool:
    """Returns whether entries of an actor are a sender's: in a team a station's alone."""
    if state.publishing.station:
        return is_station(actor)
    return actor.startswith(_LOGIN) or state.here(actor) is not None


def _found(state: State, entry: Entry, delivery: str) -> Found | Refusal:
    if not state.officers:
        return Refusal.NOT_FOUNDED
    return _named(state, delivery) if is_sender(state, entry.actor) else Refusal.NO_SENDER


def _named(state: State, delivery: str) -> Found | Refusal:
    try:
        key = delivery_key(delivery)
    except ValueError:
        return Refusal.MALFORMED
    draft = state.publishing.drafts.get(key.draft)
    if draft is None:
        return Refusal.NOT_THERE
    name = name_of(key)
    track = draft.tracks.get(name)
    if track is None:
        return Refusal.NOT_APPROVED if draft.approved is None else Refusal.NOT_THERE
    return (key.draft, name), draft, track


def _why_not_take(
    state: State, entry: Entry, told: DeliveryClaimed, found: Found
) -> Refusal | None:
    """What is unknown is only sent again by the key the network knows, or undone again."""
    name, _, track = found
    match track.state:
        case DeliveryState.SCHEDULED:
            return None
        case DeliveryState.SENDING:
            return Refusal.CLAIMED
        case DeliveryState.UNKNOWN if withdraws(name[1]):
            return None
        case DeliveryState.UNKNOWN if told.keyed and track.keyed:
            return None if told.key == track.key else Refusal.OTHER_KEY
        case DeliveryState.UNKNOWN:
            return Refusal.CLAIMED
        case DeliveryState.WITHDRAWN:
            return Refusal.WITHDRAWN
        case DeliveryState.SENT:
            return Refusal.ENDED
    return Refusal.NOT_WAITING


def _why_not_now(state: State, entry: Entry, found: Found) -> Refusal | None:
    name, draft, track = found
    if draft.withdrawn and not withdraws(name[1]):
        return Refusal.WITHDRAWN
    if refusal := stop(state, draft, name[1], track):
        return refusal
    if is_late(name[1], track, entry.at):
        return Refusal.LATE
    return Refusal.TOO_EARLY if entry.at < track.try_at else None


def _why_not_answer(track: Track, sender: str) -> Refusal | None:
    if track.state not in (DeliveryState.SENDING, DeliveryState.UNKNOWN):
        return Refusal.NOT_THERE
    return None if sender == track.sender else Refusal.OTHER_SENDER


def _reason(told: DeliveryFailed) -> Unsent | None:
    try:
        return Unsent(told.reason)
    except ValueError:
        return None


def _next_try(
    name: Name, track: Track, told: DeliveryFailed, reason: Unsent, entry: Entry
) -> datetime | None:
    """Returns when a delivery is tried again, None where a person has to look at it."""
    if reason is Unsent.STOPPED:
        return entry.at
    if reason not in GOES_ON or told.again_at is None or told.again_at >= _FAR:
        return None
    return max(entry.at, told.again_at)


def _put_off(state: State, name: Name, track: Track, entry: Entry, again: datetime | None) -> None:
    if again is None:
        moved(state.publishing, name, track, DeliveryState.FAILED, entry)
        return
    take(state.publishing, name, track)
    track.try_at = again
    track.stuck = is_late(name[1], track, again)
    moved(state.publishing, name, track, DeliveryState.SCHEDULED, entry)
