"""The pens of a team as one desk has them."""

from datetime import UTC
from typing import Any

from controlroom.model.pen import Ended, Pen, Said
from controlroom.store.journal.postgres.link import Link

_COLUMNS = (
    "names, actor, desk, since, silent, ended, asker, asker_desk, said, left_s, former,"
    " former_desk, seen_at"
)


class PenLink:
    """The pens as one desk has them; each call is one step. All raise `DatabaseAway` and others.

    Args:
        link: the connection, shared with whoever else uses it in the same thread.
        desk: what this workstation is called, as its presence has it.
    """

    def __init__(self, link: Link, desk: str) -> None:
        self._link, self._desk, self._actor = link, desk, ""

    def look(self) -> tuple[Pen, ...]:
        """Returns every pen that somebody has, or had a moment ago."""
        return self._shown("pens()")

    def hold(self, names: tuple[str, ...], text: str, *, private: bool) -> tuple[Pen, ...]:
        """Takes the pen of a conversation if nobody has it, and says what is written."""
        return self._shown("hold_pen(%s, %s, %s, %s)", list(names), private, text, self._desk)

    def end(self, names: tuple[str, ...], how: Ended) -> tuple[Pen, ...]:
        """Lets go of a pen."""
        return self._shown("end_pen(%s, %s, %s)", list(names), str(how), self._desk)

    def read(self, names: tuple[str, ...]) -> str | None:
        """Returns what is written to a conversation, None if nobody writes or it is not for us."""
        query = "SELECT controlroom.read_pen(%s, %s)"
        text: str | None = self._link.read(query, (list(names), self._desk))[0][0]
        return text

    def ask(self, names: tuple[str, ...], *, asks: bool = True) -> tuple[Pen, ...]:
        """Asks for a pen, unless somebody else has; or asks no more."""
        return self._shown("ask_pen(%s, %s, %s)", list(names), asks, self._desk)

    def answer(self, names: tuple[str, ...], *, gives: bool) -> tuple[Pen, ...]:
        """Says yes or no to whoever asked for a pen of this desk."""
        return self._shown("answer_pen(%s, %s, %s)", list(names), gives, self._desk)

    def take(self, pen: Pen, *, at_once: bool) -> tuple[Pen, ...]:
        """Takes a pen from its writer where that may be: asked for, silent, or at once."""
        return self._shown(
            "take_pen(%s, %s, %s, %s, %s)",
            list(pen.names), pen.officer, pen.desk, at_once, self._desk,
        )  # fmt: skip

    def _shown(self, call: str, *values: object) -> tuple[Pen, ...]:
        if not self._actor:
            self._actor = str(self._link.read("SELECT controlroom.actor()")[0][0])
        query = f"SELECT {_COLUMNS} FROM controlroom.{call}"
        rows = self._link.read(query, values)
        return tuple(self._pen(row) for row in rows)

    def _pen(self, row: tuple[Any, ...]) -> Pen:
        names, actor, desk, since, silent, ended, asker, at, said, left, former, lost, seen = row
        me = (self._actor, self._desk)
        return Pen(
            tuple(names), actor, desk, since.astimezone(UTC), is_mine=(actor, desk) == me,
            is_silent=silent, ended=Ended(ended), asker=asker, asked_here=(asker, at) == me,
            said=Said(said), left_s=float(left), former=former, lost_here=(former, lost) == me,
            heard_at=seen.astimezone(UTC),
        )  # fmt: skip
