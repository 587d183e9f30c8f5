"""Everything that was sent, as plain rows for a table or an export: from entries alone. Pure.

A row is one delivery that left: what it said, with which files, who wrote and agreed to it, what
the network answered, and what became of it if it was taken back.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from controlroom.model import journal_outgoing as kinds
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import read
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.model.outgoing.delivery import DeliveryKey
from controlroom.team.publishing.content import told_content

_OF_DELIVERIES = (
    kinds.DeliveryClaimed,
    kinds.DeliverySent,
    kinds.DeliveryMarkedSent,
    kinds.DeliverySeenGone,
)


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
class SentRow:
    """One delivery that left.

    Attributes:
        hash: of the content that was agreed to.
        confirmed: the rules that asked, and whose question the author answered with yes.
        claimed, told: when a sender began, and when it was said that it is there.
        sent_at: as the network says, None if it does not.
        found: it was found by reading back; `by_hand` a person sent it elsewhere.
        taken_back, seen_gone: when it was withdrawn on this profile, and seen gone there.
        withdrawn_by, why: who withdrew it and the reason, "" while nobody has.
        seq: the entry that says that it was sent.
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


@dataclass(slots=True)
class _Draft:
    """A version, and what has happened to its deliveries."""

    entry: Entry
    told: kinds.DraftSubmitted
    content: Content
    hash: str = ""
    agreed: list[Agreed] = field(default_factory=list)
    withdrawn: tuple[str, str] = ("", "")
    claimed: dict[str, datetime] = field(default_factory=dict)
    sent: dict[str, tuple[Entry, object]] = field(default_factory=dict)
    gone: dict[str, datetime] = field(default_factory=dict)


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
    elif isinstance(told, _OF_DELIVERIES):
        _take_delivery(drafts, entry, told)


def _take_delivery(
    drafts: dict[str, _Draft],
    entry: Entry,
    told: kinds.DeliveryClaimed
    | kinds.DeliverySent
    | kinds.DeliveryMarkedSent
    | kinds.DeliverySeenGone,
) -> None:
    draft_id, _, name = told.delivery.partition("/")
    draft = drafts.get(draft_id)
    if draft is None:
        return
    if isinstance(told, kinds.DeliveryClaimed):
        draft.claimed[name], draft.hash = entry.at, told.hash
    elif isinstance(told, kinds.DeliverySeenGone):
        draft.gone[name] = entry.at
    else:
        draft.sent[name] = (entry, told)


def _rows(draft_id: str, draft: _Draft) -> Iterator[SentRow]:
    for name, (entry, told) in draft.sent.items():
        part, _, profile = name.partition("/")
        if not part.startswith("w"):
            yield _row(DeliveryKey(draft_id, part, profile), draft, entry, told)


def _row(key: DeliveryKey, draft: _Draft, entry: Entry, told: object) -> SentRow:
    sent = told if isinstance(told, kinds.DeliverySent) else None
    url = told.url if isinstance(told, kinds.DeliverySent | kinds.DeliveryMarkedSent) else ""
    name = f"{key.part}/{key.profile}"
    back = draft.sent.get(f"w{name}")
    by, why = draft.withdrawn
    piece = _piece(draft.content, key)
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
        draft.claimed.get(name),
        entry.at,
        sent.sent_at if sent else None,
        sent.remote_id if sent else "",
        url,
        sent.said if sent else "",
        sent.found if sent else False,
        sent is None,
        by,
        why,
        back[0].at if back else None,
        draft.gone.get(f"w{name}"),
        entry.seq,
    )


def _piece(content: Content, key: DeliveryKey) -> Piece:
    pieces = content.pieces_for(key.profile)
    return pieces[key.piece] if key.piece < len(pieces) else Piece("")


def _files(content: Content, piece: Piece, network: str) -> Iterator[SentFile]:
    for number in piece.files:
        attached = content.files[number]
        made = attached.rendition(network)
        if made is not None:
            yield SentFile(made.sha256, made.mime, attached.alt)
