"""A desk that was out of reach while somebody else answered: nothing leaves twice in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from benchmarks import postgres
from controlroom.ui.layers.message import Message
from controlroom.ui.layers.question import Question
from tests.ui.board.rooms import (
    BARRO,
    SHAH,
    TALK,
    Room,
    begun,
    can_send,
    drafts,
    line,
    replying,
    text,
    write,
)
from tests.ui.board.seats import Seat

THEIRS = "A patrol is with you in ten minutes."


@pytest.fixture
def room(
    qtbot: QtBot, server: postgres.Cluster, full_cache: Path, tmp_path: Path
) -> Iterator[Room]:
    made = Room(qtbot, server, full_cache, tmp_path)
    yield made
    made.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def send(seat: Seat) -> None:
    """Sends what stands in the box, once it may."""
    seat.sit()
    seat.until(lambda: replying(seat).judging.is_of(replying(seat).writing.content))
    seat.until(lambda: is_ready(seat))
    replying(seat).send()


def is_ready(seat: Seat) -> bool:
    """Says what stands in the way, should it stand there too long."""
    assert can_send(seat), replying(seat).box.send.accessibleDescription()
    return True


def alone(room: Room) -> tuple[Seat, Seat]:
    """Has Shah put a reply forward with the cable pulled, and Barro answer meanwhile."""
    cable = room.lay_cable(SHAH)
    shah, barro = room.sit(SHAH, BARRO)
    cable.pull()
    shah.until(lambda: not shah.together.company.pens.is_known)
    write(shah)
    send(shah)
    shah.until(lambda: shah.book.undecided)
    write(barro, THEIRS)
    send(barro)
    barro.until(lambda: drafts(barro) == 1)
    return shah, barro


def asked(seat: Seat) -> Question:
    """Waits for the question about a second answer."""
    seat.until(lambda: isinstance(seat.window.layers.top(), Question))
    question = seat.window.layers.top()
    assert isinstance(question, Question)
    return question


def said(question: Question) -> str:
    return question.accessibleDescription()


def test_a_reply_that_waits_says_so_and_cannot_be_sent_again(room: Room) -> None:
    shah, _barro = alone(room)
    shah.until(lambda: replying(shah).box.state.text().startswith("Put forward; it waits"))
    assert not can_send(shah)
    assert replying(shah).box.box.isReadOnly()
    shah.page.beside.close_drawer()
    shah.open()
    shah.until(lambda: replying(shah).box.state.text().startswith("Put forward; it waits"))
    assert (text(shah).endswith(TALK), can_send(shah)) == (True, False)


def test_back_again_both_texts_are_shown_and_mine_can_stay_unsent(room: Room) -> None:
    shah, barro = alone(room)
    room.cables[SHAH].put_back()
    question = asked(shah)
    assert question.accessibleName() == "PC Nadia Barro has answered since"
    assert THEIRS in said(question)
    assert TALK in said(question)
    assert replying(shah).box.state.text().startswith("It waits for you in the record: ")
    assert not shah.window.grab().isNull()
    question.no.click()
    shah.until(lambda: not shah.book.undecided)
    shah.until(lambda: not replying(shah).box.box.isReadOnly())
    assert text(shah).endswith(TALK)
    assert drafts(shah) == drafts(barro) == 1


def test_back_again_mine_leaves_too_only_once_i_say_so(room: Room) -> None:
    shah, barro = alone(room)
    room.cables[SHAH].put_back()
    question = asked(shah)
    assert drafts(barro) == 1
    question.yes.click()
    barro.until(lambda: drafts(barro) == 2)
    shah.until(lambda: not shah.book.undecided and TALK not in text(shah))
    assert not replying(shah).box.box.isReadOnly()


def test_while_somebody_writes_the_waiting_reply_waits_on_and_goes_when_they_leave(
    room: Room,
) -> None:
    cable = room.lay_cable(SHAH)
    shah, barro = room.sit(SHAH, BARRO)
    cable.pull()
    shah.until(lambda: not shah.together.company.pens.is_known)
    write(shah)
    send(shah)
    shah.until(lambda: shah.book.undecided)
    write(barro, THEIRS)
    barro.until(lambda: can_send(barro))
    barro.until(lambda: barro.together.company.pens.is_mine(*barro.names))
    cable.put_back()
    shah.until(lambda: any(one.held for one in shah.book.undecided))
    state = replying(shah).box.state
    shah.until(lambda: state.text() == "It waits: PC Nadia Barro is writing an answer.")
    assert drafts(barro) == 0
    barro.page.beside.close_drawer()
    barro.until(lambda: drafts(barro) == 1)
    shah.until(lambda: not shah.book.undecided and TALK not in text(shah))


def test_who_began_before_somebody_else_answered_is_told_before_a_second_leaves(
    room: Room,
) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    write(barro, THEIRS)
    send(shah)
    barro.until(lambda: drafts(barro) == 1)
    send(barro)
    barro.until(lambda: isinstance(barro.window.layers.top(), Message))
    top = barro.window.layers.top()
    assert top is not None
    assert top.accessibleName() == "PC Imran Shah has answered since"
    assert TALK in top.accessibleDescription()
    assert drafts(barro) == 1
    barro.window.layers.close_top()
    send(barro)
    barro.until(lambda: drafts(barro) == 2)


def test_a_desk_that_is_gone_locks_nobody_after_a_minute_and_is_told_when_it_is_back(
    room: Room,
) -> None:
    cable = room.lay_cable(SHAH)
    shah, barro = begun(room, SHAH, BARRO)
    shah.until(lambda: is_ready(shah))
    write(barro, THEIRS)
    assert not can_send(barro)
    cable.pull()
    shah.until(lambda: not shah.together.company.pens.is_known)
    room.later(61, "seen_at")
    barro.until(lambda: "nothing heard since" in barro.drawer.presence.said.rest or can_send(barro))
    barro.until(lambda: barro.together.company.pens.is_mine(*barro.names))
    send(barro)
    barro.until(lambda: drafts(barro) == 1)
    cable.put_back()
    shah.until(lambda: "put a reply forward at" in line(shah))
    assert line(shah).endswith("What you wrote stays here as it was.")
    assert text(shah).endswith(TALK)
    assert drafts(barro) == 1
