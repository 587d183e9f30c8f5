"""What the workstation keeps of drafts from their first letter: in `desk.db`, until they are sent.

A draft lies there under `compose/` and its id; a reply under `reply/` and the key of its
conversation, so that it is found again from there.
"""

import secrets
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from controlroom.model import clock
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.store.desk.notes import UnsentDraft
from controlroom.ui.language import language

if TYPE_CHECKING:
    from controlroom.outbound.media.edit import Edit
    from controlroom.store.desk.store import DeskStore

COMPOSE, REPLY, SETS, MEDIA = "compose/", "reply/", "profile sets", "media/"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft as it stands on this workstation.

    Attributes:
        id: of the draft in the record, 32 hexadecimal digits.
        confirmed: rules whose question was answered with yes.
        submitted: the hash under which the record has it, "" while it does not.
        rule: how often it comes again once it is put forward, an RRULE; "" for once.
    """

    id: str
    content: Content
    confirmed: tuple[str, ...] = ()
    submitted: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A sheet with where it lies and since when."""

    name: str
    sheet: Sheet
    at: datetime


@dataclass(frozen=True, slots=True)
class ProfileSet:
    """Profiles that are often chosen together."""

    name: str
    profiles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sets:
    sets: tuple[ProfileSet, ...] = field(default_factory=tuple)


def new_id() -> str:
    """Returns an id no draft has had."""
    return secrets.token_hex(16)


def new_sheet(content: Content | None = None) -> Sheet:
    """Returns an empty draft, or one with a content to begin with."""
    empty = Content(Act.POST, (), (Piece(""),), language=language().code)
    return Sheet(new_id(), content or empty)


def save(store: "DeskStore", name: str, sheet: Sheet) -> datetime:
    """Writes a sheet; returns when. Raises what the desk's file raises."""
    import msgspec

    now = clock.now()
    store.save_draft(UnsentDraft(name, msgspec.json.encode(sheet), now))
    return now


def load(store: "DeskStore", name: str) -> Kept | None:
    """Returns what is kept under a name, None for nothing that can be read."""
    found = store.draft(name)
    return _read(found) if found is not None else None


def load_all(store: "DeskStore") -> list[Kept]:
    """Returns every draft and reply, the one changed last first."""
    ours = (one for one in store.drafts() if one.id.startswith((COMPOSE, REPLY)))
    return [kept for one in ours if (kept := _read(one)) is not None]


def load_sets(store: "DeskStore") -> tuple[ProfileSet, ...]:
    """Returns the saved sets of profiles in the order in which they were saved."""
    import msgspec

    from controlroom.model.decoding import from_json

    found = store.draft(SETS)
    try:
        return from_json(found.body, _Sets).sets if found is not None else ()
    except msgspec.MsgspecError:
        return ()


def save_sets(store: "DeskStore", sets: tuple[ProfileSet, ...]) -> None:
    """Writes the sets in place of those before."""
    import msgspec

    store.save_draft(UnsentDraft(SETS, msgspec.json.encode(_Sets(sets)), clock.now()))


def load_edit(store: "DeskStore", original: str) -> "Edit":
    """Returns what was done to a file; nothing if nobody knows."""
    import msgspec

    from controlroom.model.decoding import from_json
    from controlroom.outbound.media.edit import Edit

    found = store.draft(f"{MEDIA}{original}")
    try:
        return from_json(found.body, Edit) if found is not None else Edit()
    except msgspec.MsgspecError:
        return Edit()


def save_edit(store: "DeskStore", original: str, edit: "Edit") -> None:
    """Writes what was done to a file in place of what was done before."""
    import msgspec

    name = f"{MEDIA}{original}"
    store.save_draft(UnsentDraft(name, msgspec.json.encode(edit), clock.now()))


def _read(found: UnsentDraft) -> Kept | None:
    import msgspec

    from controlroom.model.decoding import from_json

    try:
        sheet = from_json(found.body, Sheet)
    except msgspec.MsgspecError:
        # Written by a later version: it stays where it is.
        return None
    return Kept(found.id, sheet, found.updated_at)
