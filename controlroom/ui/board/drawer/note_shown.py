"""Internal notes as the drawer shows them: whose, when, and what is still to come of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from controlroom.ui.initials import initials
from controlroom.ui.language import language
from controlroom.ui.together.names import officer_name
from controlroom.ui.together.waiting import body_of

if TYPE_CHECKING:
    from controlroom.model.cached import CachedPost
    from controlroom.team.follower import Undecided
    from controlroom.team.notes import Note
    from controlroom.ui.board.drawer.tree import Place
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate


class NoteShown(NamedTuple):
    """One note.

    Attributes:
        key: names it in the record.
        at: when it began.
        second: time and what else there is to say of it.
        waits: what waits for the team's database, None for what is recorded.
    """

    key: str
    name: str
    initials: str
    at: datetime
    second: str
    text: str
    waits: "Undecided | None" = None


def shown_notes(together: "Together") -> list[NoteShown]:
    """Returns the notes of the conversation that is open, oldest first, what waits at the end."""
    return [*_recorded(together), *_waiting(together)]


def behind_posts(
    notes: Sequence[NoteShown], places: "Sequence[Place]"
) -> dict[int, list[NoteShown]]:
    """Returns notes by the id of the post below which they stand, by time; 0 for the top."""
    in_time = sorted(places, key=lambda one: (one.post.post.created_at, one.post.id))
    found: dict[int, list[NoteShown]] = {}
    for note in notes:
        earlier: list[CachedPost] = [
            one.post for one in in_time if one.post.post.created_at <= note.at
        ]
        found.setdefault(earlier[-1].id if earlier else 0, []).append(note)
    return found


def time_told(moment: datetime) -> str:
    """Returns a time, with its day if that is not today."""
    local = moment.astimezone()
    told = language().time_in_table(local)
    today = local.now().astimezone().date() == local.date()
    return told if today else f"{language().short_date(local)} {told}"


def _recorded(together: "Together") -> Iterator[NoteShown]:
    for note in together.noting.notes:
        name = officer_name(together.book.state, note.first.officer)
        text = note.last.text
        if text is None:
            text = translate("Notes", "Erased under a retention rule")
        yield NoteShown(
            note.key, name, initials(name), note.first.at, _second(together, note), text
        )


def _second(together: "Together", note: "Note") -> str:
    parts = [time_told(note.first.at), translate("Notes", "internal note, never published")]
    if len(note.versions) > 1:
        changed = translate("Notes", "changed {time} by {name}")
        name = officer_name(together.book.state, note.last.officer)
        parts.append(changed.format(time=time_told(note.last.at), name=name))
    return " · ".join(parts)


def _waiting(together: "Together") -> Iterator[NoteShown]:
    book = together.book
    for one in together.noting.waiting():
        name = officer_name(book.state, book.officer)
        key = one.waiting.proposal.subject.partition("/")[2]
        at, text = one.waiting.at, str(body_of(one).get("text", ""))
        yield NoteShown(key, name, initials(name), at, _why_waits(together, one), text, one)


def _why_waits(together: "Together", one: "Undecided") -> str:
    told = time_told(one.waiting.at)
    if one.moved is None:
        waits = translate("Notes", "waits for the team’s database")
        return f"{told} · {waits}"
    text = translate("Notes", "{name} was first: look, then decide")
    return f"{told} · {text.format(name=officer_name(together.book.state, one.moved.actor))}"
