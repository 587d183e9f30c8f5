"""What leaves near in time or was sent lately is found as the record stands."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from controlroom.model.journal_outgoing import DraftReturned, DraftSubmitted, DraftWithdrawn, Remark
from controlroom.model.outgoing.content import About, Act, Content, Piece, written
from controlroom.ui.compose.near import Near
from tests.team.publishing.desk import BOSS, DRAFT, OTHER, WRITER, Desk, post
from tests.team.record import M, X

SAID = "The M97 is closed between Dunmarsh and Oldmere after a fire."
ALIKE = "The M97 is closed between Dunmarsh and Oldmere after the fire."
MINE = "f" * 32


class Book(QObject):
    changed = Signal(object)


class Around:
    """A record that is followed, as the window follows it."""

    def __init__(self) -> None:
        self.desk, self.book = Desk(), Book()
        self.near = Near(self.book)
        self._told = len(self.desk.entries)

    def found(self, content: Content, draft: str = MINE) -> list[str]:
        self.book.changed.emit(self.desk.entries[self._told :])
        self._told = len(self.desk.entries)
        beside = self.near.of(self.desk.state, content, draft, self.desk.now)
        return [one.draft for one in beside]

    def sends(self, text: str) -> None:
        """Submits, approves and sends a draft."""
        self.submits(text, kind="other")
        assert self.desk.approves() == []
        assert self.desk.sends(f"0/{X}") == []

    def submits(self, text: str, *targets: str, draft: str = DRAFT, **more: object) -> None:
        content = post(*(targets or (X,)), pieces=(Piece(text),), **more)
        assert self.desk.submits(content, draft=draft) == []


def mine(text: str = ALIKE, *targets: str, **more: object) -> Content:
    return Content(Act.POST, targets or (X,), (Piece(text),), **more)  # type: ignore[arg-type]


def test_what_waits_is_found_by_its_words_network_and_time() -> None:
    one = Around()
    assert one.found(mine()) == []
    one.submits(SAID, at=one.desk.now + timedelta(hours=3), kind="other")
    assert one.found(mine()) == [DRAFT]
    assert one.found(mine(), draft=DRAFT) == [], "nothing is like itself"
    assert one.found(mine("Something else about a lost dog in the park.")) == []
    assert one.found(mine(ALIKE, M)) == []
    assert one.found(mine(at=one.desk.now + timedelta(hours=26))) == [DRAFT]
    assert one.found(mine(at=one.desk.now + timedelta(hours=28))) == []


def test_the_nearest_comes_first_and_an_edit_is_followed() -> None:
    one = Around()
    one.submits(SAID, at=one.desk.now + timedelta(hours=9), kind="other")
    one.submits(SAID, at=one.desk.now + timedelta(hours=2), kind="other", draft=OTHER)
    assert one.found(mine()) == [OTHER, DRAFT]
    one.submits("Weir Street is open again for all traffic.", kind="other", draft=OTHER)
    assert one.found(mine()) == [DRAFT]
    returned = DraftReturned(DRAFT, one.desk.draft().hash, (Remark("Not yet"),))
    assert one.desk.says(BOSS, returned) == []
    assert one.found(mine()) == []


def test_what_was_sent_is_found_for_two_days() -> None:
    one = Around()
    one.sends(SAID)
    assert one.desk.draft().text == ""
    assert one.desk.is_whole()
    assert one.found(mine()) == [DRAFT]
    one.desk.waits(hours=47)
    assert one.found(mine()) == [DRAFT]
    assert one.found(mine(at=one.desk.now + timedelta(hours=2))) == [], "it leaves long after"
    one.desk.waits(hours=2)
    assert one.found(mine()) == []
    one.submits("Weir Street is open again for all traffic.", draft=OTHER, kind="other")
    assert one.desk.state.publishing.drafts[DRAFT].said == ()


def test_what_was_taken_back_is_not_found() -> None:
    one = Around()
    one.sends(SAID)
    assert one.found(mine()) == [DRAFT]
    assert one.desk.says(WRITER, DraftWithdrawn(DRAFT)) == []
    assert one.found(mine()) == []


def test_a_record_that_is_read_anew_is_looked_through_anew() -> None:
    one, other = Around(), Around()
    one.submits(SAID, kind="other")
    assert one.found(mine()) == [DRAFT]
    beside = one.near.of(other.desk.state, mine(), MINE, other.desk.now)
    assert list(beside) == []
    assert list(one.near.of(None, mine(), MINE, one.desk.now)) == []


def test_an_answer_is_like_those_of_other_profiles_only() -> None:
    one = Around()
    about = About("17", author="somebody")
    said = Content(Act.REPLY, (X,), (Piece(SAID),), about=about)
    assert one.desk.says(WRITER, DraftSubmitted(DRAFT, written(said))) == []
    again = Content(Act.REPLY, (X,), (Piece(ALIKE),), about=About("18", author="else"))
    assert one.found(again) == []
    elsewhere = Content(Act.REPLY, ("x//98",), (Piece(ALIKE),), about=about)
    assert one.found(elsewhere) == [DRAFT]
    message = Content(Act.MESSAGE, ("x//98",), (Piece(ALIKE),), about=about)
    assert one.found(message) == []
