"""Changes of shared boards that are on their way into the record."""

from typing import TYPE_CHECKING

from controlroom.model.board_shape import Shape
from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import BoardShared
from controlroom.store.desk.board_file import BoardFileError, read_shape
from controlroom.ui.together.waiting import body_of

if TYPE_CHECKING:
    from controlroom.team.follower import Undecided
    from controlroom.ui.record.book import RecordBook

_SUBJECT = f"{BoardShared.about}/"


class Shelf:
    """What was sent, by the keys of the boards: on the wire, or kept for the team's database."""

    def __init__(self, book: "RecordBook") -> None:
        self._book = book
        self._sent: dict[str, list[Shape]] = {}
        self._flying: set[str] = set()
        self._waited: set[str] = set()

    def clear(self) -> None:
        """Forgets everything: another record is followed."""
        self._sent.clear()
        self._flying.clear()
        self._waited.clear()

    def send(self, key: str, shape: Shape) -> None:
        """Remembers that a board is on its way."""
        self._flying.add(key)
        self._sent.setdefault(key, []).append(shape)

    def land(self, key: str) -> None:
        """What was on its way has been answered."""
        self._flying.discard(key)

    def forget(self, key: str) -> None:
        """The record has the board as it is now: what was sent before it is settled."""
        self._sent.pop(key, None)

    def is_own(self, key: str, shape: Shape) -> bool:
        """Returns whether a board in the record was sent from here."""
        return shape in self._sent.get(key, ())

    def is_waiting(self, key: str) -> bool:
        """Returns whether a change waits for the team's database, or for a person."""
        return any(_key(one) == key for one in self._book.undecided)

    def is_busy(self, key: str) -> bool:
        """Returns whether anything is on its way, or waits."""
        return key in self._flying or self.is_waiting(key)

    def hear(self) -> list[tuple[str, Entry]]:
        """Takes what waits now; gives up what somebody else was before, and returns that."""
        waiting = {key for one in self._book.undecided if (key := _key(one))}
        self._flying -= self._waited - waiting
        self._waited = waiting
        lost = [one for one in self._book.undecided if _key(one) and one.moved is not None]
        for one in self._book.undecided:
            self._remember(one)
        for one in lost:
            self._flying.discard(_key(one))
            self._book.drop(one.waiting.id)
        return [(_key(one), one.moved) for one in lost if one.moved is not None]

    def _remember(self, one: "Undecided") -> None:
        key, proposal = _key(one), one.waiting.proposal
        if not key or proposal.kind != BoardShared.kind:
            return
        try:
            shape = read_shape(body_of(one)["content"])
        except BoardFileError:
            return
        if not self.is_own(key, shape):
            self._sent.setdefault(key, []).append(shape)


def _key(one: "Undecided") -> str:
    subject = one.waiting.proposal.subject
    return subject.removeprefix(_SUBJECT) if subject.startswith(_SUBJECT) else ""
