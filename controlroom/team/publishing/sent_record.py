"""Everything that was sent, as plain rows for a table or an export: from entries alone. Pure.

A row is one delivery that a sender or a person brought to an end: what it said, with which files,
who wrote and agreed to it, what the network answered, whether it left, did not, or nobody knows,
and what became of it if it was taken back.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from controlroom.model import journal_outgoing as kinds
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import read
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.model.outgoing.delivery import DeliveryKey, Unsent
from controlroom.team.publishing.content import told_content

_Outcome = (
    kinds.DeliverySent | kinds.DeliveryMarkedSent | kinds.DeliveryFailed | kinds.DeliveryUnknown
)
_OfDelivery = (
    _Outcome
    | kinds.DeliveryClaimed
    | kinds.DeliveryLetGo
    | kinds.DeliveryReadBack
    | kinds.DeliverySeenGone
)


class Outcome(StrEnum):
    """How an attempt to send ended."""

    LEFT = "left"
    FAILED = "failed"
    """The network surely did not take it."""
    UNKNOWN = "unknown"
    """Nobody knows whether the network took it."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Somebody's agreement; `seq` is the entry."""

    step: int
    officer: str
    at: datetime
    seq: int


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as the network got it."""

    sha256: str
    mime: str
    alt: str


@dataclass(frozen=True, slots=True)
class Looked:
    """It was unknown, was looked for on the profile, and not found.

    Attributes:
        looked: how many posts were looked through; the oldest reaches back to `since`.
        far: whether that is as far back as the first attempt, so that the look counts.
    """

    at: datetime
    looked: int
    since: datetime
    far: bool
    seq: int


@dataclass(frozen=True, slots=True)
class SentRow:
    """One delivery that left, or did not, or of which nobody knows.

    Attributes:
        hash: of the content that was agreed to.
        confirmed: the rules that asked, and whose question the author answered with yes.
        outcome: of the last attempt; `reason` why it failed, a value of `Unsent`, else "".
        attempts: how often a sender began.
        claimed, told: when a sender began, and when it was said how that ended.
        sent_at: as the network says, None if it does not.
        found: it was found by reading back; `by_hand` a person sent it elsewhere.
        taken_back, seen_gone: when it was withdrawn on this profile, and seen gone there.
        not_back: what the network said when it was not taken back, "" if it said nothing; None
            unless that has gone wrong.
        withdrawn_by, why: who withdrew it and the reason, "" while nobody has.
        looks: when it was looked for since its last attempt ended as unknown.
        never_left: it was withdrawn, and surely nothing of it has left.
        let_by, let_at: who let it go again since it ended so, and when; "" and None for nobody.
        again_at: when it is tried again by itself, None for never.
        seq: the entry that says how it ended.
    """

    key: DeliveryKey
    act: Act
    title: str
    text: str
    files: tuple[SentFile, ...]
    author: str
    put_forward: datetime
    hash: str
    confirmed: tuple[str, ...]
    agreed: tuple[Agreed, ...]
    claimed: datetime | None
    told: datetime
    sent_at: datetime | None
    remote_id: str
    url: str
    said: str
    found: bool
    by_hand: bool
    withdrawn_by: str
    why: str
    taken_back: datetime | None
    seen_gone: datetime | None
    seq: int
    outcome: Outcome = Outcome.LEFT
    reason: str = ""
    attempts: int = 0
    not_back: str | None = None
    looks: tuple[Looked, ...] = ()
    never_left: bool = False
    let_by: str = ""
    let_at: datetime | None = None
    again_at: datetime | None = None


@dataclass(slots=True)
class _Track:
    """What has happened to one delivery since its draft was put forward as it is."""

    first: datetime | None = None
    claimed: datetime | None = None
    keyed: bool = False
    attempts: int = 0
    ended: tuple[Entry, _Outcome] | None = None
    looks: list[Looked] = field(default_factory=list)
    let: tuple[str, datetime] | None = None
    gone: datetime | None = None


@dataclass(slots=True)
class _Draft:
    """A version, and what has happened to its deliveries."""

    entry: Entry
    told: kinds.DraftSubmitted
    content: Content
    hash: str = ""
    agreed: list[Agreed] = field(default_factory=list)
    withdrawn: tuple[str, str] = ("", "")
    tracks: dict[str, _Track] = field(default_factory=dict)


def sent_rows(entries: Iterable[Entry], refused: Container[int] = ()) -> list[SentRow]:
    """Returns what was sent, in the order in which the record says so.

    Args:
        entries: all of a record, or all about some drafts and their deliveries, in order.
        refused: entries that have no effect.
    """
    drafts: dict[str, _Draft] = {}
    for entry in entries:
        if entry.seq not in refused:
            _take(drafts, entry)
    rows = (row for key, draft in drafts.items() for row in _rows(key, draft))
    return sorted(rows, key=lambda row: row.seq)


def _take(drafts: dict[str, _Draft], entry: Entry) -> None:
    told = read(entry)
    if isinstance(told, kinds.DraftSubmitted):
        content = told_content(told.content)
        if content is not None:
            drafts[told.draft] = _Draft(entry, told, content)
    elif isinstance(told, kinds.DraftApproved) and told.draft in drafts:
        agreed = Agreed(told.step, entry.actor, entry.at, entry.seq)
        drafts[told.draft].agreed.append(agreed)
    elif isinstance(told, kinds.DraftReturned) and told.draft in drafts:
        drafts[told.draft].agreed.clear()
    elif isinstance(told, kinds.DraftWithdrawn) and told.draft in drafts:
        drafts[told.draft].withdrawn = (entry.actor, told.reason)
    elif isinstance(told, _OfDelivery):
        _take_delivery(drafts, entry, told)


def _take_delivery(drafts: dict[str, _Draft], entry: Entry, told: _OfDelivery) -> None:
    draft_id, _, name = told.delivery.partition("/")
    draft = drafts.get(draft_id)
    if draft is None:
        return
    track = draft.tracks.setdefault(name, _Track())
    if isinstance(told, kinds.DeliveryClaimed):
        draft.hash = told.hash
        _begin(track, entry, told)
    elif isinstance(told, kinds.DeliveryReadBack):
        far = track.first is not None and told.since <= track.first
        track.looks.append(Looked(entry.at, told.looked, told.since, far, entry.seq))
    elif isinstance(told, kinds.DeliveryLetGo):
        track.let = entry.actor, entry.at
    elif isinstance(told, kinds.DeliverySeenGone):
        track.gone = entry.at
    else:
        _end(track, entry, told)


def _begin(track: _Track, entry: Entry, told: kinds.DeliveryClaimed) -> None:
    track.first, track.claimed = track.first or entry.at, entry.at
    track.keyed, track.let = told.keyed, None
    track.attempts += 1
    track.looks.clear()


def _end(track: _Track, entry: Entry, told: _Outcome) -> None:
    track.ended, track.let = (entry, told), None
    # What is to be deleted and is not there any more has been seen gone.
    if isinstance(told, kinds.DeliveryFailed) and told.reason == Unsent.GONE:
        track.gone = track.gone or entry.at


def _rows(draft_id: str, draft: _Draft) -> Iterator[SentRow]:
    for name, track in draft.tracks.items():
        part, _, profile = name.partition("/")
        if track.ended is not None and not part.startswith("w"):
            back = draft.tracks.get(f"w{name}", _Track())
            entry, told = track.ended
            yield _row(DeliveryKey(draft_id, part, profile), draft, track, back, entry, told)


def _row(
    key: DeliveryKey, draft: _Draft, track: _Track, back: _Track, entry: Entry, told: _Outcome
) -> SentRow:
    sent = told if isinstance(told, kinds.DeliverySent) else None
    failed = told if isinstance(told, kinds.DeliveryFailed) else None
    piece = _piece(draft.content, key)
    (by, why), (let_by, let_at) = draft.withdrawn, track.let or ("", None)
    return SentRow(
        key,
        draft.content.act,
        piece.title or draft.content.title,
        piece.text,
        tuple(_files(draft.content, piece, key.network)),
        draft.entry.actor,
        draft.entry.at,
        draft.hash,
        draft.told.confirmed,
        tuple(draft.agreed),
        track.claimed,
        entry.at,
        sent.sent_at if sent else None,
        sent.remote_id if sent else "",
        told.url if isinstance(told, kinds.DeliverySent | kinds.DeliveryMarkedSent) else "",
        _said(told),
        sent.found if sent else False,
        isinstance(told, kinds.DeliveryMarkedSent),
        by,
        why,
        _taken_back(back),
        back.gone,
        entry.seq,
        _outcome(told),
        failed.reason if failed else "",
        track.attempts,
        _not_back(back),
        tuple(track.looks),
        bool(by) and _never_left(track, told),
        let_by,
        let_at,
        failed.again_at if failed else None,
    )


def _outcome(told: _Outcome) -> Outcome:
    match told:
        case kinds.DeliveryFailed():
            return Outcome.FAILED
        case kinds.DeliveryUnknown():
            return Outcome.UNKNOWN
    return Outcome.LEFT


def _said(told: _Outcome) -> str:
    return "" if isinstance(told, kinds.DeliveryMarkedSent) else told.said


def _taken_back(back: _Track) -> datetime | None:
    if back.ended is None or _outcome(back.ended[1]) is not Outcome.LEFT:
        return None
    return back.ended[0].at


def _not_back(back: _Track) -> str | None:
    if back.ended is None or back.gone or _outcome(back.ended[1]) is Outcome.LEFT:
        return None
    return _said(back.ended[1])


def _never_left(track: _Track, told: _Outcome) -> bool:
    """As the fold has it: where nobody knew, it takes two looks, or one by the network's key."""
    if isinstance(told, kinds.DeliveryUnknown):
        return sum(one.far for one in track.looks) >= (1 if track.keyed else 2)
    return isinstance(told, kinds.DeliveryFailed)


def _piece(content: Content, key: DeliveryKey) -> Piece:
    pieces = content.pieces_for(key.profile)
    return pieces[key.piece] if key.piece < len(pieces) else Piece("")


def _files(content: Content, piece: Piece, network: str) -> Iterator[SentFile]:
    for number in piece.files:
        attached = content.files[number]
        made = attached.rendition(network)
        if made is not None:
            yield SentFile(made.sha256, made.mime, attached.alt)
