"""Three desks of one real database at one conversation: one writes, and the others see it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from benchmarks import postgres
from controlroom.model import clock
from controlroom.model.journal_kinds import RoleRevoked
from controlroom.model.journal_outgoing import HoldPlaced
from controlroom.model.journal_subject import FORCE
from controlroom.model.outgoing.content import Act, written
from controlroom.ui.board.drawer.said import Press
from controlroom.ui.controls.draw import width_of
from controlroom.ui.reply.answering import about_for
from controlroom.ui.theme.fonts import Type
from tests.ui.board.rooms import (
    BARRO,
    SHAH,
    TALK,
    Room,
    begun,
    can_send,
    drafts,
    line,
    press,
    presses,
    replying,
    taken_over,
    text,
    write,
)
from tests.ui.board.seats import CHIEF


@pytest.fixture
def room(
    qtbot: QtBot, server: postgres.Cluster, full_cache: Path, tmp_path: Path
) -> Iterator[Room]:
    made = Room(qtbot, server, full_cache, tmp_path)
    yield made
    made.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_send_locks_for_everybody_else_with_the_first_letter(room: Room) -> None:
    thorne, shah = room.sit(CHIEF, SHAH)
    write(thorne, "We are looking into it.")
    thorne.until(lambda: can_send(thorne))
    replying(thorne).pen.hold.end()
    thorne.until(lambda: thorne.together.company.pens.of(*thorne.names) is None)
    write(shah, "T")
    thorne.until(lambda: line(thorne).startswith("PC Imran Shah is replying since "))
    assert "Desk 7. You can read, note and draft; only one reply" in line(thorne)
    assert not can_send(thorne)
    assert replying(thorne).box.state.text() == "Send is locked: PC Imran Shah is replying."
    assert replying(thorne).box.box.isEnabled()
    write(shah)
    shah.until(lambda: can_send(shah))
    assert line(shah) == ""
    shah.page.beside.close_drawer()
    thorne.until(lambda: can_send(thorne))
    assert line(thorne) == ""


def test_a_note_that_is_typed_locks_nobody_who_answers(room: Room) -> None:
    thorne, shah = room.sit(CHIEF, SHAH)
    write(thorne)
    thorne.until(lambda: can_send(thorne))
    shah.type("Log 2231")
    thorne.until(lambda: thorne.together.company.typing(*thorne.names))
    assert line(thorne) == ""
    assert can_send(thorne)


def test_of_two_who_send_at_once_one_reply_leaves(room: Room) -> None:
    """Both have something begun that nobody has touched today, so that nobody holds the pen."""
    seats = room.sit(CHIEF, SHAH)
    for seat in seats:
        write(seat)
        seat.until(lambda seat=seat: replying(seat).judging.is_of(replying(seat).writing.content))
        replying(seat).pen.hold.end()
    pens = [seat.together.company.pens for seat in seats]
    seats[0].until(lambda: not any(one.of(*seats[0].names) for one in pens))
    for seat in seats:
        seat.until(lambda seat=seat: can_send(seat))
    for seat in seats:
        replying(seat).send()
    seats[0].until(lambda: drafts(seats[0]) == drafts(seats[1]) == 1)
    free = lambda seat: replying(seat).pen.pens.of(*seat.names) is None  # noqa: E731
    sent = [seat for seat in seats if replying(seat).box.box.text() == ""]
    seats[0].until(lambda: free(seats[0]) or len(sent) == 1)
    assert drafts(seats[0]) == 1


def test_emptying_the_box_lets_go_and_what_was_begun_before_takes_nothing(room: Room) -> None:
    thorne, shah = room.sit(CHIEF, SHAH)
    write(shah)
    thorne.until(lambda: line(thorne))
    shah.page.beside.close_drawer()
    thorne.until(lambda: not line(thorne))
    shah.open()
    shah.until(lambda: replying(shah).box.box.text().endswith(TALK))
    thorne.until(lambda: thorne.drawer.presence.said.rest == "is reading this")
    assert shah.together.company.pens.of(*shah.names) is None
    write(shah, " A")
    thorne.until(lambda: line(thorne))
    replying(shah).box.box.selectAll()
    QTest.keyClick(replying(shah).box.box, Qt.Key.Key_Delete)
    thorne.until(lambda: not line(thorne))


def test_without_the_database_nobody_is_held_back_and_afterwards_it_locks_again(
    room: Room,
) -> None:
    thorne, shah = room.sit(CHIEF, SHAH)
    write(shah)
    thorne.until(lambda: line(thorne))
    room.server.stop()
    thorne.until(lambda: not thorne.together.company.pens.is_known)
    assert line(thorne) == ""
    room.server.start()
    thorne.until(lambda: line(thorne).startswith("PC Imran Shah is replying since "))


def test_a_draft_is_watched_as_it_is_written(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.WATCH)
    card = barro.page.beside._colleagues.watched  # type: ignore[union-attr]
    barro.until(lambda: card.isVisible() and card.text.text() == TALK)
    assert card.accessibleName() == "Draft of PC Imran Shah, visible to colleagues only"
    assert card.accessibleDescription() == TALK
    write(shah, " It takes ten minutes.")
    barro.until(lambda: card.text.text().endswith(" It takes ten minutes."))
    assert not barro.window.grab().isNull()
    press(barro, Press.UNWATCH)
    barro.until(lambda: not card.isVisible())
    press(barro, Press.WATCH)
    barro.until(card.isVisible)
    shah.page.beside.close_drawer()
    barro.until(lambda: not card.isVisible())


def test_a_private_answer_is_shown_to_nobody_without_the_right(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.WATCH)
    card = barro.page.beside._colleagues.watched  # type: ignore[union-attr]
    barro.until(lambda: card.isVisible() and card.text.text() == TALK)
    room.run("UPDATE controlroom.pen SET private = true")
    replying(shah)._choose_act(Act.MESSAGE)
    barro.until(lambda: card.text.text() == "What is written here is not for you to read.")


def test_handed_over_the_asker_goes_on_and_the_writer_keeps_a_copy(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    write(barro, "Mine.")
    press(barro, Press.ASK)
    shah.until(lambda: "PC Nadia Barro asks to take over your reply: " in line(shah))
    assert presses(shah) == {"keep": True, "give": True}
    assert shah.drawer.presence.buttons[Press.KEEP].accessibleName() == "Keep writing, Alt K"
    barro.until(lambda: "to say no; then it is yours." in line(barro))
    assert presses(barro) == {"watch": True, "unask": True}
    write(shah, " Last words")
    replying(shah).box.box.setFocus()
    QTest.keyClick(replying(shah).box.box, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    barro.until(lambda: text(barro) == f"{TALK} Last words\n\nMine.")
    barro.until(lambda: can_send(barro))
    shah.until(lambda: "PC Nadia Barro has taken your reply over at " in line(shah))
    assert replying(shah).box.box.isReadOnly()
    assert text(shah) == f"{TALK} Last words"
    assert replying(shah).box.state.text() == (
        "PC Nadia Barro has taken this reply over; what you wrote stays here as it was."
    )
    shah.until(lambda: taken_over(shah) == [(BARRO, SHAH, "given")])
    shah.until(lambda: shah.book.state.seq == room.chief.head().seq)
    assert not shah.book.state.refused
    barro.until(lambda: replying(barro).judging.is_of(replying(barro).writing.content))
    replying(barro).send()
    shah.until(lambda: "put a reply forward at" in shah.drawer.presence.said.rest)
    shah.until(lambda: not replying(shah).box.box.isReadOnly())
    assert text(shah) == f"{TALK} Last words"
    shah.page.beside.close_drawer()
    shah.open()
    shah.until(lambda: text(shah) == f"{TALK} Last words")


def test_a_message_that_is_taken_over_stays_a_message_to_the_same_post(room: Room) -> None:
    (barro,) = room.sit(BARRO)
    reply = replying(barro)
    assert reply.whom.post is not None
    about = about_for(reply.whom.post, Act.MESSAGE, clock.now())
    reply._go_on_with(replace(reply.writing.content, act=Act.MESSAGE, about=about), "")
    assert reply.writing.content.act is Act.MESSAGE
    assert reply.writing.content.about == about


def test_how_long_there_is_to_say_no_is_read_on_a_small_screen(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: presses(shah))
    shah.window.resize(1366, 768)
    shah.window.change(language="fr", text_size=150)
    presence = shah.drawer.presence
    shah.until(lambda: presence.shown_words().endswith(" s"))
    assert width_of(presence.shown_words(), Type.SMALL) <= presence.room_for_words()
    shah.window.change(language="en", text_size=100)
    shah.window.resize(1920, 1080)
    shah.until(lambda: presence.shown_words().endswith(" to say no."))
    assert presence.buttons[Press.KEEP].roomy


def test_a_no_is_shown_to_the_asker_and_nothing_changes(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    press(shah, Press.KEEP)
    barro.until(lambda: line(barro) == "PC Imran Shah says no and keeps writing.")
    assert presses(barro) == {"watch": True, "ask": True}
    shah.until(lambda: presses(shah) == {})
    write(shah, " More.")
    shah.until(lambda: can_send(shah))
    assert taken_over(shah) == []


def test_no_answer_in_twenty_seconds_hands_it_over(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: presses(shah))
    room.later(21, "asked_at")
    barro.until(lambda: text(barro) == TALK)
    shah.until(lambda: replying(shah).box.box.isReadOnly())
    shah.until(lambda: taken_over(shah) == [(BARRO, SHAH, "unanswered")])


def test_a_supervisor_takes_over_at_once(room: Room) -> None:
    shah, thorne = begun(room, SHAH, CHIEF)
    press(thorne, Press.TAKE)
    thorne.until(lambda: text(thorne) == TALK)
    shah.until(lambda: "Sgt Mabli Thorne has taken your reply over" in line(shah))
    shah.until(lambda: taken_over(shah) == [(CHIEF, SHAH, "at_once")])
    thorne.until(lambda: can_send(thorne))
    assert presses(shah) == {"watch": True, "ask": True}


def test_the_database_has_the_last_word_on_who_takes_over_at_once(room: Room) -> None:
    shah, thorne = begun(room, SHAH, CHIEF)
    room.run(f"DELETE FROM controlroom.allowed WHERE officer = '{CHIEF}' AND what = 'moderate'")
    press(thorne, Press.TAKE)
    thorne.until(lambda: "Not taken over" in thorne.window.status.notice.text())
    assert line(thorne).startswith("PC Imran Shah is replying since ")
    shah.until(lambda: can_send(shah))
    assert taken_over(thorne) == []


def test_the_second_who_asks_is_told_who_was_first(room: Room) -> None:
    shah, barro, thorne = begun(room, SHAH, BARRO, CHIEF)
    press(barro, Press.ASK)
    thorne.until(lambda: "is replying; PC Nadia Barro has asked to take over." in line(thorne))
    thorne.together.company.pens.ask(thorne.names)
    shah.until(lambda: "PC Nadia Barro asks" in line(shah))
    press(barro, Press.UNASK)
    shah.until(lambda: line(shah) == "")
    thorne.together.company.pens.ask(thorne.names)
    shah.until(lambda: "Sgt Mabli Thorne asks" in line(shah))
    barro.until(lambda: presses(barro) == {"watch": True, "ask": False})
    why = barro.drawer.presence.buttons[Press.ASK].accessibleDescription()
    assert why == "Sgt Mabli Thorne has asked before you."


def test_an_asker_who_closes_the_drawer_asks_no_more(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: line(shah))
    barro.page.beside.close_drawer()
    shah.until(lambda: not line(shah))
    assert not replying(shah).box.box.isReadOnly()


def test_a_reply_sent_meanwhile_ends_the_question(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: can_send(shah))
    replying(shah).send()
    barro.until(lambda: barro.drawer.presence.said.rest.startswith("put a reply forward at "))
    assert not barro.drawer.presence.said.collides
    assert presses(barro) == {}
    assert taken_over(shah) == []


def test_a_desk_that_fell_silent_is_taken_over_at_once_with_the_last_text(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    barro.until(lambda: shah.together.company.pens.is_mine(*shah.names))
    shah.together.company.close()
    room.run(
        "UPDATE controlroom.pen SET ended = '', seen_at = clock_timestamp() - interval '31 s',"
        f" text = '{written(replying(shah).writing.content)}'"
    )
    room.run("NOTIFY controlroom_presence")
    barro.until(lambda: "was replying; Desk 7 is silent since" in line(barro))
    assert not can_send(barro)
    press(barro, Press.TAKE)
    barro.until(lambda: text(barro) == TALK)
    barro.until(lambda: taken_over(barro) == [(BARRO, SHAH, "silent")])
    shah.together.open(shah.house)
    shah.until(lambda: replying(shah).box.box.isReadOnly())
    assert text(shah) == TALK


def test_who_loses_the_right_to_reply_asks_and_writes_no_more(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: line(shah))
    room.decide(RoleRevoked(BARRO, "operator", FORCE))
    shah.until(lambda: line(shah) == "")
    barro.until(lambda: presses(barro) == {"watch": False, "ask": False})
    room.decide(RoleRevoked(SHAH, "operator", FORCE))
    barro.until(lambda: barro.together.company.pens.of(*barro.names) is None)


def test_a_hold_changes_nothing_of_who_writes(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    room.decide(HoldPlaced(FORCE))
    barro.until(lambda: barro.book.state.publishing.holds)
    press(barro, Press.ASK)
    press(shah, Press.GIVE)
    barro.until(lambda: text(barro) == TALK)
