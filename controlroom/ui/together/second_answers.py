"""Two who answered one conversation: what each of them wrote, and whether the second leaves too."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.model.journal_kinds import read
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_scope
from controlroom.model.outgoing.content import Act, Content, ContentUnreadable, read_content
from controlroom.ui.language import language
from controlroom.ui.plain import bounded
from controlroom.ui.together.names import officer_name
from controlroom.ui.together.waiting import body_of

if TYPE_CHECKING:
    from controlroom.model.journal import Entry
    from controlroom.store.journal.errors import AnsweredSince, PenElsewhere
    from controlroom.team.follower import Undecided
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
LONGEST = 600
"""Characters of each answer that are shown; a person has to see both at once."""


class SecondAnswers(QObject):
    """Asks about each reply that waited while somebody else answered, for one window."""

    def __init__(self, window: Any, book: "RecordBook", parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._book = window, book
        self._asked: set[tuple[int, int]] = set()
        book.waiting.connect(self._look)

    def _look(self) -> None:
        for one in self._book.undecided:
            if one.moved is None or not is_second(one):
                continue
            if (one.waiting.id, one.moved.seq) not in self._asked:
                self._asked.add((one.waiting.id, one.moved.seq))
                self._ask(one, one.moved)

    def _ask(self, one: "Undecided", first: "Entry") -> None:
        from controlroom.ui.layers.question import Question

        mine = _text(_content(str(body_of(one).get("content", ""))))
        at = language().clock(one.waiting.at.astimezone())
        yours = translate("Reply", "Yours, written at {time}: “{words}”")
        yours = yours.format(time=at, words=bounded(mine, LONGEST))
        question = Question(
            heading_told(self._book, first),
            f"{first_told(self._book, first)}\n\n{yours}",
            translate("Reply", "Send mine too"),
        )
        question.no.set_face(translate("Reply", "Keep mine unsent"))
        question.no.setAccessibleName(question.no.text())
        question.agreed.connect(partial(self._book.confirm, one.waiting.id))
        question.no.clicked.connect(partial(self._book.drop, one.waiting.id))
        self._window.open_layer(question)


def is_second(one: "Undecided") -> bool:
    """Returns whether what waits is an answer, and what moved somebody else's."""
    proposal, moved = one.waiting.proposal, one.moved
    return (
        moved is not None
        and proposal.kind == DraftSubmitted.kind
        and moved.subject != proposal.subject
    )


def since_told(book: "RecordBook", error: "AnsweredSince") -> tuple[str, str]:
    """Returns a heading and words for who sends an answer as the second."""
    then = translate(
        "Reply", "Yours stays here as it is: send it again if it still says something else."
    )
    return heading_told(book, error.first), f"{first_told(book, error.first)}\n\n{then}"


def elsewhere_told(book: "RecordBook", error: "PenElsewhere") -> tuple[str, str]:
    """Returns a heading and words for who sends an answer that somebody else writes."""
    name = officer_name(book.state, error.officer)
    heading = translate("Reply", "{name} is writing this answer").format(name=name)
    text = translate("Reply", "At {desk}, now. Yours stays here as it is; nothing was sent.")
    return heading, text.format(desk=error.desk)


def heading_told(book: "RecordBook", first: "Entry") -> str:
    """Returns who was first."""
    name = officer_name(book.state, first.actor)
    if first.kind == DraftSubmitted.kind:
        return translate("Reply", "{name} has answered since").format(name=name)
    return translate("Reply", "{name} has taken this answer over since").format(name=name)


def first_told(book: "RecordBook", first: "Entry") -> str:
    """Returns what was first, in its own words where who asks may read them."""
    at = language().clock(first.at.astimezone())
    if first.kind != DraftSubmitted.kind:
        return translate("Reply", "At {time}; the record has no answer of theirs yet.").format(
            time=at
        )
    told = read(first)
    content = _content(told.content) if isinstance(told, DraftSubmitted) else None
    if content is not None and not _may_read(book, content):
        return translate("Reply", "At {time}, in private: it is not for you to read.").format(
            time=at
        )
    template = translate("Reply", "Theirs, at {time}: “{words}”")
    return template.format(time=at, words=bounded(_text(content), LONGEST))


def _may_read(book: "RecordBook", content: Content) -> bool:
    if content.act is not Act.MESSAGE:
        return True
    return all(book.may(Right.READ_MESSAGES, profile_scope(one)) for one in content.targets)


def _content(written: str) -> Content | None:
    try:
        return read_content(written)
    except ContentUnreadable:
        return None


def _text(content: Content | None) -> str:
    """Returns the words of an answer; of one that another version wrote there are none."""
    if content is None:
        return "…"
    return "\n\n".join(one.text for one in content.pieces)
