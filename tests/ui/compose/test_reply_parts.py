"""What a reply is made of: whom it answers, whose turn it is, how long it is and may wait."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from controlroom.model import clock
from controlroom.model.outgoing.content import About, Act, Content, Piece, written
from controlroom.model.pen import Pen, Said
from controlroom.model.presence import Doing, Present
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.reply.answer_time import AnswerTime
from controlroom.ui.reply.measuring import measured
from controlroom.ui.reply.pen_side import read_theirs
from controlroom.ui.reply.reply_box import ReplyBox
from controlroom.ui.reply.replying import Replying
from tests.ui.compose.conftest import CHIEF, FEN, ROADS, ROADSX, SHAH, Room

DAY = timedelta(hours=24)
TO = About("502", author="@a1_handle", person="a1")
PAGE = "facebook/900"


@pytest.fixture
def replying(room: Room) -> Replying:
    return room.open("501")


def pen(replying: Replying, officer: str) -> Pen:
    return Pen(replying.pen.hold.names, officer, "Desk 7", clock.now())


def test_nothing_is_answered_before_it_is_known_what(replying: Replying) -> None:
    whom, known = replying.whom, replying.whom.post
    whom.post = None
    assert whom.why_not() == "The conversation is still being read."
    assert (whom.acts(), whom.profiles(), whom.takes(Act.REPLY)) == ([], [], False)
    whom.post = known
    assert whom.why_not() == ""
    assert whom.takes(Act.REPLY)


def test_a_reply_begins_as_whom_the_post_came_to_and_otherwise_as_it_was_chosen(
    replying: Replying,
) -> None:
    whom = replying.whom
    assert whom.fresh("Hello").targets == (FEN,) == (whom.usual,)
    assert whom.fresh("Hello", ROADSX).targets == (ROADSX,)
    # A profile of another network answers nobody here.
    assert whom.fresh("Hello", ROADS).targets == (FEN,)


def test_what_another_desk_wrote_holds_as_far_as_it_is_known_and_allowed_here(
    replying: Replying,
) -> None:
    whom = replying.whom
    theirs = replace(whom.fresh("Theirs", ROADSX), act=Act.REPLY)
    values = whom.take_over(theirs)
    assert (values["about"], values["targets"]) == (theirs.about, (ROADSX,))
    stranger = replace(theirs, about=About("not here"), targets=(ROADS,))
    assert whom.take_over(stranger) == {}


def test_the_name_that_a_network_wants_is_not_yet_a_reply(room: Room) -> None:
    whom = room.open("502").whom
    content = whom.fresh("")
    assert whom.call(content).strip() == content.pieces[0].text.strip() != ""
    assert not whom.is_begun(content)
    assert whom.is_begun(whom.fresh("At noon."))
    assert not whom.is_private(content)
    assert whom.is_private(replace(content, act=Act.MESSAGE))


def test_who_has_the_pen_replies_and_whoever_types_only_where_nobody_knows_pens(
    replying: Replying,
) -> None:
    side, company = replying.pen, replying.pen._together.company
    company.others = (Present(SHAH, "Desk 7", Doing.TYPING, side.hold.names[0], clock.now()),)
    assert "PC Imran Shah" in side.other_told()
    side.pens.is_known = True
    assert side.other_told() == ""
    side.pens.all = (pen(replying, SHAH),)
    assert "PC Imran Shah" in side.other_told()
    assert not side.is_lost()
    company.others = side.pens.all = ()


def test_what_was_taken_over_or_is_being_handed_over_is_lost(replying: Replying) -> None:
    side = replying.pen
    side.pens.all = (replace(pen(replying, SHAH), lost_here=True),)
    assert side.is_lost()
    assert side.lost_told().startswith("PC Imran Shah has taken this reply over")
    asked = replace(pen(replying, CHIEF), is_mine=True, asker=SHAH)
    side.pens.all = (asked,)
    assert not side.is_lost()
    assert side.lost_told() == ""
    side.pens.all = (replace(asked, said=Said.GIVEN),)
    assert side.lost_told().startswith("PC Imran Shah has taken this reply over")
    side.pens.all = ()


def test_what_another_version_wrote_is_not_guessed_at() -> None:
    content = Content(Act.REPLY, (FEN,), (Piece("At noon."),))
    assert read_theirs(written(content)) == content
    assert read_theirs("") is None
    assert read_theirs('{"another": "version"}') is None


def test_the_name_before_a_reply_counts_and_what_is_too_much_is_told_of_the_words() -> None:
    content = Content(Act.REPLY, (ROADS,), (Piece("m" * 600),), about=TO)
    alone = measured(Lengths(), content, is_called=False)
    called = measured(Lengths(), content, is_called=True)
    assert alone is not None
    assert called is not None
    added = called.used - alone.used
    assert added > 0
    assert called.over_from == alone.over_from - added


def test_how_long_somebody_can_be_answered_is_told_until_it_turns(qtbot: QtBot) -> None:
    box = ReplyBox()
    qtbot.addWidget(box)
    time = AnswerTime(box, box)
    now = clock.now()
    about = About("t_1", person="71", heard=now - DAY / 2)
    content = Content(Act.MESSAGE, (PAGE,), (Piece("At noon."),), about=about)
    turned: list[str] = []
    time.turned.connect(lambda: turned.append(box.window_.text()))
    time.show(content)
    assert "takes an answer until" in box.window_.text()
    assert (time.is_running, turned) == (True, [])
    time.show(replace(content, about=replace(about, heard=now - 2 * DAY)))
    assert turned == [box.window_.text()]
    assert "24 hours" in box.window_.text()
    time.show(None)
    assert (box.window_.text(), time.is_running, len(turned)) == ("", False, 2)
