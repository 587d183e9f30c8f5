"""A draft that lies open is judged anew when the record, not the writer, changes something."""

from pytestqt.qtbot import QtBot

from controlroom.model.journal_incident import IncidentChanged, IncidentClosed, IncidentOpened
from controlroom.model.journal_kinds import (
    ConversationAssigned,
    Decision,
    ProfileLocked,
    RoleRevoked,
    proposal_of,
)
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.case_lists.keys import CaseKeys, written
from controlroom.outbound.checks.surroundings import Surroundings
from controlroom.ui.approvals.page import ApprovalsPage
from controlroom.ui.compose.judging import Judging
from controlroom.ui.reply.replying import Replying
from controlroom.ui.settings.case_book import CaseBook, ListKind
from controlroom.ui.workshop import Workshop
from tests.ui.compose.conftest import CHIEF, FEN, ROADS, Room

FLOOD = "2" * 32
LIGHT = "Good morning everybody 😂"


def decide(room: Room, *decisions: Decision) -> None:
    for one in decisions:
        seq = room.state.seq
        room.desk.record.decide(one)
        room.wait(lambda before=seq: room.state.seq > before)


def rules(judging: Judging) -> set[str]:
    return {one.rule for one in judging.findings}


def test_tone_is_judged_as_incidents_open_change_and_close(room: Room) -> None:
    page = room.compose()
    page.text.boxes[0].box.insertPlainText(LIGHT)
    page.who.chosen.emit((FEN,))
    room.judged()
    assert "tone" not in rules(page.judging)
    decide(room, IncidentOpened(FLOOD, "Flood", ("group/Fenmarsh",)))
    room.wait(lambda: "tone" in rules(page.judging))
    room.wait(lambda: any(row.finding.rule == "tone" for row in page.checks.rows))
    decide(room, IncidentChanged(FLOOD, "Flood", ("group/Traffic",)))
    room.wait(lambda: "tone" not in rules(page.judging))
    decide(room, IncidentChanged(FLOOD, "Flood", ("force",)))
    room.wait(lambda: "tone" in rules(page.judging))
    decide(room, IncidentClosed(FLOOD))
    room.wait(lambda: "tone" not in rules(page.judging))


def test_a_reply_that_lies_open_is_judged_too(room: Room) -> None:
    replying = room.open("501")
    replying.box.box.insertPlainText(LIGHT)
    room.wait(lambda: replying.box.send.isEnabled())
    decide(room, IncidentOpened(FLOOD, "Flood", ("force",)))
    room.wait(lambda: replying.box.rows and not replying.box.send.isEnabled())
    assert replying.box.rows[0].finding.rule == "tone"
    decide(room, IncidentClosed(FLOOD))
    room.wait(lambda: replying.box.send.isEnabled())


def test_nothing_leaves_between_what_was_heard_and_the_new_judgement(room: Room) -> None:
    replying = room.open("501")
    replying.box.box.insertPlainText(LIGHT)
    room.wait(lambda: replying.box.send.isEnabled())
    locked: list[bool] = []
    room.desk.record.changed.connect(lambda _: locked.append(_is_locked(replying)))
    decide(room, IncidentOpened(FLOOD, "Flood", ("force",)))
    assert locked == [True]


def _is_locked(replying: Replying) -> bool:
    replying.tell()
    return bool(replying.locked())


def test_a_name_put_on_the_lists_is_found_in_what_lies_open(room: Room) -> None:
    page = room.compose()
    page.text.boxes[0].box.insertPlainText("Thank you, Orla Fenwick, for your courage.")
    page.who.chosen.emit((FEN,))
    room.judged()
    assert "protected_name" not in rules(page.judging)
    book = CaseBook(room.desk.office, room.desk)
    book.add(ListKind.NAME, "Orla Fenwick", "T20260045", None)
    room.wait(lambda: "protected_name" in rules(page.judging))
    (item,) = room.state.publishing.case_list
    book.remove(item)
    room.wait(lambda: "protected_name" not in rules(page.judging))
    book._work.close()


def test_a_key_that_is_handed_on_finds_names_in_what_lies_open(room: Room) -> None:
    book = CaseBook(room.desk.office, room.desk)
    book.add(ListKind.NAME, "Orla Fenwick", "T20260045", None)
    room.wait(lambda: book.count() == 1)
    key = book.keys.reading
    assert key is not None
    keeper = room.desk.house.case_keys()
    keeper.forget()
    book.keys = CaseKeys(None)
    page = room.compose()
    page.text.boxes[0].box.insertPlainText("Thank you, Orla Fenwick, for your courage.")
    page.who.chosen.emit((FEN,))
    room.judged()
    assert "protected_name" not in rules(page.judging)
    book.take_key(written(key))
    room.wait(lambda: "protected_name" in rules(page.judging))
    book._work.close()


def test_a_profile_that_is_locked_is_offered_no_longer(room: Room) -> None:
    page = room.compose()
    page.who.chosen.emit((ROADS,))
    room.judged()
    decide(room, ProfileLocked(ROADS))
    room.wait(
        lambda: [one.brief for one in page.who.tree.targets if one.key == ROADS] == ["locked"]
    )


def test_many_entries_at_once_are_one_judgement_and_others_are_none(room: Room) -> None:
    page = room.compose()
    page.text.boxes[0].box.insertPlainText(LIGHT)
    page.who.chosen.emit((FEN,))
    room.judged()
    judged: list[int] = []
    page.judging.judged.connect(lambda: judged.append(1))
    decide(room, ConversationAssigned("9" * 32, CHIEF))
    assert page.judging.is_of(page.writing.content)
    entry = RoleRevoked("2002", "operator", "force")
    for _ in range(30):
        page.anew._hear([proposal_of(entry)])
    room.wait(lambda: judged and page.prospect.is_checked)
    assert judged == [1]


def test_what_is_heard_while_the_checks_run_is_judged_after_them(qtbot: QtBot) -> None:
    incidents, work, content = ["", FLOOD], Workshop(), Content(Act.POST, (FEN,), (Piece(LIGHT),))

    def about(_content: Content) -> Surroundings:
        if len(incidents) == 2:
            judging.ask_anew()
        return Surroundings(incident=incidents.pop(0))

    judging = Judging(work, about, work)
    judging.ask(content)
    qtbot.waitUntil(lambda: judging.is_of(content), timeout=20_000)
    assert rules(judging) == {"tone"}
    assert not incidents
    work.close()


def test_approvals_judge_anew_what_is_looked_at(room: Room) -> None:
    page = room.compose()
    page.text.boxes[0].box.insertPlainText(LIGHT)
    page.who.chosen.emit((FEN,))
    room.send()
    room.desk.go("approvals")
    room.desk.pages.settle()
    approvals = room.desk.pages.page("approvals")
    assert isinstance(approvals, ApprovalsPage)
    room.wait(lambda: approvals.list.current is not None and approvals.judging._done is not None)
    assert "tone" not in rules(approvals.judging)
    decide(room, IncidentOpened(FLOOD, "Flood", ("force",)))
    room.wait(lambda: "tone" in rules(approvals.judging))
