"""The debrief as a table for a spreadsheet; no cell can begin a formula."""

import csv
import io

from controlroom.exercise.debrief.figures import Debrief, Reached
from controlroom.exercise.debrief.words import Say, length

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def guarded(cell: str) -> str:
    """Returns a cell's text so that no spreadsheet takes it for a formula."""
    bare = cell.replace("\0", "")
    # A spreadsheet may skip blanks before it looks for a formula.
    return f"'{bare}" if bare.lstrip(" \u00a0").startswith(_DANGEROUS) else bare


def table_of(debrief: Debrief, say: Say = str) -> str:
    """Returns the debrief as CSV (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in _rows(debrief, say):
        writer.writerow([guarded(cell) for cell in row])
    return out.getvalue()


def _rows(debrief: Debrief, say: Say) -> list[list[str]]:
    tips = debrief.marked("tip")
    found = sum(one.handled.at is not None for one in tips)
    rows = [
        [say("Exercise"), debrief.title],
        [say("Began"), _moment(debrief.starts)],
        [say("Ended"), _moment(debrief.ended)],
        [say("Posts of the public"), str(debrief.posts)],
        [say("Profiles used"), str(debrief.profiles)],
        [say("First answer"), *_reached(debrief.first_answer, say)],
        [say("First statement"), *_reached(debrief.first_statement, say)],
        [say("Tips found"), str(found), str(len(tips))],
    ]
    rows += [[say(kind), str(count)] for kind, count in sorted(debrief.deeds.items())]
    return [*rows, [], *_rumours(debrief, say), [], *_planted(debrief, say)]


def _rumours(debrief: Debrief, say: Say) -> list[list[str]]:
    names = ("Rumour", "Began", "Answered", "Answered after", "Posts before", "Posts after")
    return [
        [say(name) for name in names],
        *(
            [one.name, _moment(one.began) if one.began else say("never"),
             *_reached(one.answered, say), str(one.before), str(one.later)]
            for one in debrief.rumours
        ),
    ]  # fmt: skip


def _planted(debrief: Debrief, say: Say) -> list[list[str]]:
    names = (
        "What",
        "Kind",
        "Network",
        "Author",
        "Text",
        "Planted",
        "Handled",
        "Handled after",
        "Note",
    )
    return [
        [say(name) for name in names],
        *(
            [one.title, ", ".join(one.marks), one.network, one.author, one.text,
             _moment(one.planted), *_reached(one.handled, say), one.note]
            for one in debrief.planted
        ),
    ]  # fmt: skip


def _reached(reached: Reached, say: Say) -> list[str]:
    if reached.at is None:
        return [say("never"), ""]
    return [_moment(reached.at), length(reached.after, say) if reached.after is not None else ""]


def _moment(at: object) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}"
