"""What follows from what happened to a delivery: the next piece, the taking back, the end."""

from datetime import datetime

from controlroom.model.journal import Entry
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import ENDED, DeliveryState, Unsent
from controlroom.team.publishing.content import content_of, due_times, first_texts
from controlroom.team.publishing.line import is_waiting, put, take
from controlroom.team.publishing.past import bind, reopen, thin_out
from controlroom.team.publishing.stops import profile_of, withdraws
from controlroom.team.publishing_state import Draft, Name, Publishing, Track

BINDS = frozenset({Act.POST, Act.REPLY, Act.MESSAGE})
"""What makes a post of its own, whose id is nobody else's."""
COMPARED = frozenset({Act.POST, Act.REPLY})
"""What everybody can read."""
TAKEN_BACK = frozenset({Act.POST, Act.REPLY, Act.MESSAGE, Act.REPOST, Act.LIKE})


def schedule(publishing: Publishing, draft_id: str, draft: Draft, entry: Entry) -> None:
    """Lets an approved draft leave at its times."""
    draft.approved = entry.at
    for place, due in enumerate(due_times(content_of(draft.text), entry.at)):
        name = f"0/{draft.targets[place]}"
        _begin(publishing, (draft_id, name), draft, due, place, entry)


def moved(
    publishing: Publishing, name: Name, track: Track, state: DeliveryState, entry: Entry
) -> None:
    """Puts a delivery into another state, and keeps everything in step that follows from it."""
    take(publishing, name, track)
    track.state, track.since, track.seq = state, entry.at, entry.seq
    follow(publishing, name, track)


def follow(publishing: Publishing, name: Name, track: Track) -> None:
    """Enters a delivery where it is looked for, as it now stands."""
    put(publishing, name, track)
    _keep(publishing.open, name, track.state in (DeliveryState.SENDING, DeliveryState.UNKNOWN))
    _keep(publishing.unseen, name, withdraws(name[1]) and not track.seen_gone)


def went(publishing: Publishing, name: Name, draft: Draft, track: Track, entry: Entry) -> None:
    """After something was sent: the next piece of its thread, or its taking back."""
    moved(publishing, name, track, DeliveryState.SENT, entry)
    if not withdraws(name[1]):
        bind(publishing, profile_of(name[1]), track.remote_id, 1)
    part, _, profile = name[1].partition("/")
    if not withdraws(part):
        if draft.withdrawn:
            _take_back(publishing, name, draft, track, entry)
        elif int(part) + 1 < draft.pieces(profile):
            following = (name[0], f"{int(part) + 1}/{profile}")
            _begin(publishing, following, draft, entry.at, track.place, entry)
    finish(publishing, name[0], draft, entry)


def take_back(publishing: Publishing, draft_id: str, draft: Draft, entry: Entry) -> None:
    """Stops what has not left, and has everything taken back that has."""
    reopen(publishing, draft_id, draft)
    for name, track in list(draft.tracks.items()):
        if track.state is DeliveryState.SENT:
            _take_back(publishing, (draft_id, name), draft, track, entry)
        elif track.state not in (DeliveryState.SENDING, DeliveryState.UNKNOWN):
            moved(publishing, (draft_id, name), track, DeliveryState.WITHDRAWN, entry)
    finish(publishing, draft_id, draft, entry)


def leave(publishing: Publishing, officer: str) -> None:
    """Leaves to a person what a leaver alone stands for: nobody else has agreed to it."""
    for draft_id, draft in publishing.drafts.items():
        if draft.author == officer and not draft.steps:
            for name, track in draft.tracks.items():
                if is_waiting(track) and not withdraws(name) and not track.let_by:
                    take(publishing, (draft_id, name), track)
                    track.stuck = True


def finish(publishing: Publishing, draft_id: str, draft: Draft, entry: Entry) -> None:
    """Ends a draft of which nothing more is to come, and thins out what ended long ago."""
    if draft.ended is None and _is_over(draft):
        draft.said = _said(draft)
        draft.ended, draft.text = entry.at, ""
        publishing.past.append(draft_id)
    thin_out(publishing, entry.at)


def _said(draft: Draft) -> tuple[str, ...]:
    """Returns what others may be compared with, of what was sent and still stands."""
    is_sent = any(one.state is DeliveryState.SENT for one in draft.tracks.values())
    if draft.act not in COMPARED or draft.withdrawn or not is_sent:
        return ()
    return first_texts(content_of(draft.text))


def _begin(
    publishing: Publishing, name: Name, draft: Draft, due: datetime, place: int, entry: Entry
) -> Track:
    track = Track(DeliveryState.SCHEDULED, due, due, place, entry.at, entry.seq)
    draft.tracks[name[1]] = track
    follow(publishing, name, track)
    return track


def _take_back(
    publishing: Publishing, name: Name, draft: Draft, track: Track, entry: Entry
) -> None:
    """A post that was sent by hand has no id: a person has to take it back where it was sent."""
    if draft.act not in TAKEN_BACK:
        return
    back = (name[0], f"w{name[1]}")
    made = _begin(publishing, back, draft, entry.at, track.place, entry)
    made.edits = bool(draft.instead) and name[1].startswith("0/")
    if not track.remote_id:
        made.reason = Unsent.UNABLE
        moved(publishing, back, made, DeliveryState.FAILED, entry)


def _is_over(draft: Draft) -> bool:
    # From the last on: what is sent last is looked at first.
    tracks = reversed(draft.tracks.items())
    if draft.withdrawn:
        return all(_is_gone(name, track) for name, track in tracks)
    if any(track.state not in ENDED for _, track in tracks):
        return False
    return len(draft.tracks) == sum(draft.pieces(one) for one in draft.targets)


def _is_gone(name: str, track: Track) -> bool:
    return track.seen_gone if withdraws(name) else track.state in ENDED


def _keep(names: set[Name], name: Name, wanted: bool) -> None:
    if wanted:
        names.add(name)
    else:
        names.discard(name)
