"""What has ended is thinned out in two steps, so that the state stays small for years.

For two days everything is kept that happened to it. Then only the networks' ids, by which it can be
taken back; and after a month nothing of answers and of what is gone, and of posts those ids.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.team.publishing_state import Draft, Publishing, Track

WHOLE_DAYS, KEPT_DAYS = 2, 30
SMALL = frozenset(Act) - {Act.POST, Act.REPOST}
"""What nothing is kept of after a month."""
BETWEEN = "\n"
"""Stands between the ids of a target, and so in none of them."""
Step = Callable[[Publishing, str, Draft], None]


def thin_out(publishing: Publishing, at: datetime) -> None:
    """Takes both steps for whatever has come so far; only entries make time pass."""
    _step(publishing, publishing.past, at - timedelta(days=WHOLE_DAYS), _thin)
    _step(publishing, publishing.old, at - timedelta(days=KEPT_DAYS), _forget)


def reopen(publishing: Publishing, draft_id: str, draft: Draft) -> None:
    """Gives a draft that has ended its deliveries back, if only their ids are left."""
    if draft.ended is None:
        return
    for ended in (publishing.past, publishing.old):
        if draft_id in ended:
            ended.remove(draft_id)
    if not draft.is_forgotten:
        _unbind(publishing, draft)
    _restore(draft, draft.ended)
    draft.ids, draft.said, draft.ended, draft.is_forgotten = (), (), None, False
    bind_all(publishing, draft)


def bind(publishing: Publishing, profile: str, remote_id: str, by: int) -> None:
    """Remembers, or with -1 forgets, that a post of ours belongs to a delivery."""
    if not remote_id:
        return
    key = binding(profile, remote_id)
    count = publishing.bound.get(key, 0) + by
    if count:
        publishing.bound[key] = count
    else:
        del publishing.bound[key]


def bind_all(publishing: Publishing, draft: Draft) -> None:
    """Remembers every post of a draft, unless it is long forgotten."""
    if not draft.is_forgotten:
        _bind_each(publishing, draft, 1)


def binding(profile: str, remote_id: str) -> str:
    """Returns by what a post of ours is known as belonging to a delivery."""
    return f"{profile} {remote_id}"


def ids_of(draft: Draft, place: int) -> list[str]:
    """Returns the ids of what went to a target, piece by piece; "" for what was sent by hand."""
    return draft.ids[place].split(BETWEEN)


def _step(publishing: Publishing, names: list[str], over: datetime, step: Step) -> None:
    done = 0
    for draft_id in names:
        draft = publishing.drafts[draft_id]
        if draft.ended is None or draft.ended > over:
            break
        done += 1
        step(publishing, draft_id, draft)
    del names[:done]


def _thin(publishing: Publishing, draft_id: str, draft: Draft) -> None:
    publishing.old.append(draft_id)
    draft.said = ()
    if draft.withdrawn or any(one.state is not DeliveryState.SENT for one in draft.tracks.values()):
        return
    draft.ids = tuple(BETWEEN.join(_sent(draft, one)) for one in draft.targets)
    draft.tracks, draft.more, draft.approvals, draft.steps = {}, {}, (), ()
    draft.remarks, draft.confirmed, draft.authors = (), (), draft.authors[-1:]


def _forget(publishing: Publishing, draft_id: str, draft: Draft) -> None:
    _unbind(publishing, draft)
    if draft.act in SMALL or not draft.ids:
        del publishing.drafts[draft_id]
    else:
        draft.is_forgotten = True


def _unbind(publishing: Publishing, draft: Draft) -> None:
    _bind_each(publishing, draft, -1)


def _bind_each(publishing: Publishing, draft: Draft, by: int) -> None:
    for place, profile in enumerate(draft.targets if draft.ids else ()):
        for remote_id in ids_of(draft, place):
            bind(publishing, profile, remote_id, by)
    for name, track in draft.tracks.items():
        part, _, profile = name.partition("/")
        if track.state is DeliveryState.SENT and not part.startswith("w"):
            bind(publishing, profile, track.remote_id, by)


def _sent(draft: Draft, profile: str) -> list[str]:
    names = (f"{piece}/{profile}" for piece in range(draft.pieces(profile)))
    return [draft.tracks[name].remote_id for name in names]


def _restore(draft: Draft, at: datetime) -> None:
    for place, profile in enumerate(draft.targets if draft.ids else ()):
        found = ids_of(draft, place)
        if len(found) > 1:
            draft.more[profile] = len(found)
        for piece, remote_id in enumerate(found):
            track = Track(DeliveryState.SENT, at, at, place, at, 0)
            track.remote_id, track.by_hand = remote_id, not remote_id
            draft.tracks[f"{piece}/{profile}"] = track
