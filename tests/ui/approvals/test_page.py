"""Approving is deliberate: everything opened, by somebody else, this very version."""

import io
from datetime import timedelta
from typing import Any

from PIL import Image
from PySide6.QtCore import Qt

from controlroom.model import clock
from controlroom.model.journal_incident import IncidentOpened
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_outgoing import DraftReturned, DraftSubmitted, Remark
from controlroom.model.outgoing.content import (
    Act,
    Attachment,
    Content,
    FileKind,
    Piece,
    Rendition,
    written,
)
from controlroom.team.publishing import views
from controlroom.team.publishing.views import Stage
from controlroom.ui.approvals.page import ApprovalsPage
from controlroom.ui.approvals.queue import Where
from tests.ui.compose.conftest import CHIEF, FEN, SHAH, VARGA, Room, room

__all__ = ["room"]
DRAFT, OTHER = "a" * 32, "b" * 32
FIRST = "Do you recognise this man? He left a bus near Tannery Row, Fenmarsh."
SECOND = "Do you recognise this man? He left a bus in the Tannery area, Fenmarsh."


def page_of(room: Room) -> ApprovalsPage:
    room.desk.go("approvals")
    room.desk.pages.settle()
    page = room.desk.pages.page("approvals")
    assert isinstance(page, ApprovalsPage)
    page.show_now()
    return page


def content(text: str = FIRST, *targets: str, minutes: int = 60, **more: Any) -> Content:
    at = clock.now() + timedelta(minutes=minutes)
    return Content(
        Act.POST,
        targets or (FEN,),
        (Piece(text),),
        at=at,
        title="Bus appeal",
        kind="appeal",
        **more,
    )


def submit(room: Room, officer: str, said: Content, draft: str = DRAFT) -> None:
    house = room.desk.house
    record = house.record(officer)
    try:
        entry = record.append(proposal_of(DraftSubmitted(draft, written(said))), record.head().seq)
    finally:
        record.close()
    room.wait(lambda: room.state.seq >= entry.seq)
    assert entry.seq not in room.state.refused


def stage(room: Room, draft: str = DRAFT) -> Stage:
    found = views.draft(room.state, draft)
    assert found is not None
    return found.stage


def become(room: Room, officer: str) -> None:
    room.desk.record.act_as(officer)
    room.wait(lambda: room.desk.record.officer == officer)


def test_a_colleagues_draft_is_looked_at_and_approved_with_the_keys(room: Room) -> None:
    submit(room, SHAH, content())
    page = page_of(room)
    room.wait(lambda: page.list.current is not None)
    assert page.second.text() == "1 for you, soonest first"
    room.wait(lambda: page.decide.approve.isEnabled())
    room.bot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.wait(lambda: stage(room) is Stage.APPROVED)
    found = views.draft(room.state, DRAFT)
    assert found is not None
    assert [one.officer for one in found.approvals] == [CHIEF]
    page.show_now()
    assert page.list.current is not None
    assert page.list.current.where is Where.DONE


def test_nothing_is_approved_before_the_checks_have_read_it(room: Room) -> None:
    submit(room, SHAH, content("He left a bus near 14 Tannery Row, Fenmarsh, where he lives."))
    page = page_of(room)
    row = page.list.current
    assert row is not None
    assert not page.judging.is_of(row.draft.content)
    page.approve()
    room.wait(lambda: bool(page.judging.findings))
    assert not page.decide.approve.isEnabled()
    page.approve()
    assert stage(room) is Stage.WAITING


def test_nobody_approves_their_own(room: Room) -> None:
    submit(room, CHIEF, content())
    page = page_of(room)
    room.wait(lambda: page.list.current is not None)
    assert page.list.current.where is Where.OTHERS  # type: ignore[union-attr]
    assert not page.decide.approve.isEnabled()
    assert "work of their own" in page.decide.why.text()
    page.approve()
    assert stage(room) is Stage.WAITING


def test_the_incident_a_draft_belongs_to_is_named(room: Room) -> None:
    fire, seq = "1" * 32, room.state.seq
    room.desk.record.decide(IncidentOpened(fire, "Fire on the M97", ("force",)))
    room.wait(lambda: room.state.seq > seq)
    submit(room, VARGA, content(incident=fire))
    page = page_of(room)
    room.wait(lambda: page.draft.second.text().endswith(" · Fire on the M97"))


def test_approve_unlocks_when_every_variant_was_opened(room: Room) -> None:
    submit(room, SHAH, content(FIRST, FEN, variants={"x": (Piece("Know him? Call 101."),)}))
    page = page_of(room)
    room.wait(lambda: len(page.draft.tabs) == 2)
    assert not page.decide.approve.isEnabled()
    assert page.decide.why.text() == "Not everything has been opened yet."
    assert [row.part.is_opened for row in page.decide.looked.rows] == [True, False]
    room.bot.keyClick(page, Qt.Key.Key_2)
    assert page.draft.key == "x"
    room.wait(lambda: page.decide.approve.isEnabled())


def test_nobody_has_opened_anything_for_somebody_else(room: Room) -> None:
    submit(room, SHAH, content(FIRST, FEN, variants={"x": (Piece("Know him? Call 101."),)}))
    page = page_of(room)
    room.wait(lambda: len(page.draft.tabs) == 2)
    page.draft.step_text(1)
    assert all(row.part.is_opened for row in page.decide.looked.rows)
    page.draft.step_text(0)
    become(room, VARGA)
    page.show_now()
    opened = {row.part.key: row.part.is_opened for row in page.decide.looked.rows}
    assert opened == {"": True, "x": False}
    become(room, CHIEF)
    page.show_now()
    assert all(row.part.is_opened for row in page.decide.looked.rows)


def with_photo(room: Room, text: str) -> Content:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), (90, 10, 10)).save(buffer, "JPEG")
    sha = room.desk.house.shelf().take(io.BytesIO(buffer.getvalue()))
    made = Rendition(sha, "image/jpeg", 100, 40, 30)
    file = Attachment("0" * 64, FileKind.PHOTO, {"": made}, "A man in a cap", done=("blur 1",))
    said = content(text, FEN, files=(file,))
    return Content(**{**_fields(said), "pieces": (Piece(text, files=(0,)),)})


def test_the_photo_of_a_draft_that_was_edited_while_it_is_open_is_seen_anew(room: Room) -> None:
    submit(room, SHAH, with_photo(room, FIRST))
    page = page_of(room)
    room.wait(lambda: page.decide.approve.isEnabled())
    submit(room, SHAH, with_photo(room, SECOND))
    page.show_now()
    assert not page.decide.approve.isEnabled()
    room.wait(lambda: page.decide.approve.isEnabled())
    assert all(row.part.is_opened for row in page.decide.looked.rows)


def test_a_photo_has_to_be_seen_as_it_leaves(room: Room) -> None:
    submit(room, SHAH, with_photo(room, FIRST))
    page = page_of(room)
    room.wait(lambda: page.draft.stage.currentWidget() is page.draft.stage.still)
    room.wait(lambda: all(row.part.is_opened for row in page.decide.looked.rows))
    assert "A man in a cap · blur 1" in page.draft.alt.text()
    room.wait(lambda: page.decide.approve.isEnabled())


def test_a_file_that_is_not_here_keeps_the_approval_locked_and_says_so(room: Room) -> None:
    made = Rendition("f" * 64, "image/jpeg", 100, 40, 30)
    file = Attachment("0" * 64, FileKind.PHOTO, {"": made}, "A man")
    submit(room, SHAH, content(FIRST, FEN, files=(file,)))
    page = page_of(room)
    room.wait(lambda: "not on this computer" in page.draft.stage.note.text())
    assert not page.decide.approve.isEnabled()


def test_what_changed_since_the_last_look_is_shown_and_has_to_be_opened_again(room: Room) -> None:
    submit(room, SHAH, content(FIRST))
    page = page_of(room)
    room.wait(lambda: page.draft.changed.text() == "You have not looked at this before.")
    room.wait(lambda: page.decide.approve.isEnabled())
    become(room, VARGA)
    become(room, CHIEF)
    submit(room, SHAH, content(SECOND))
    page.show_now()
    room.wait(lambda: "changed since" in page.draft.changed.text())
    whole = page.draft.text.toPlainText()
    assert "Row" in whole
    assert "area" in whole
    assert page.draft.text.extraSelections()


def test_the_heading_says_what_was_true_when_the_draft_was_opened(room: Room) -> None:
    submit(room, SHAH, content(FIRST))
    page = page_of(room)
    room.wait(lambda: page.decide.approve.isEnabled())
    read: list[None] = []
    page.work.do(lambda: None, read.append)
    room.wait(lambda: read)
    page.show_now()
    assert page.draft.changed.text() == "You have not looked at this before."
    submit(room, SHAH, content(SECOND, minutes=90), OTHER)
    page.show_now()
    page.list.look_at(OTHER)
    page.list.look_at(DRAFT)
    told = "Nothing in this text changed since you looked at it."
    assert page.draft.changed.text() == told


def test_a_draft_is_returned_with_a_remark_on_its_words(room: Room) -> None:
    submit(room, SHAH, content(FIRST))
    page = page_of(room)
    room.wait(lambda: page.decide.back.isEnabled())
    page.give_back()
    assert stage(room) is Stage.WAITING
    cursor = page.draft.text.textCursor()
    start = FIRST.index("Tannery Row")
    cursor.setPosition(start)
    cursor.setPosition(start + len("Tannery Row"), cursor.MoveMode.KeepAnchor)
    page.draft.text.setTextCursor(cursor)
    assert page.decide.about.text() == "About: “Tannery Row”"
    page.decide.remark.setPlainText("That is where the victim lives.")
    page.list.setFocus()
    room.bot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    room.wait(lambda: stage(room) is Stage.RETURNED)
    found = views.draft(room.state, DRAFT)
    assert found is not None
    (remark,) = found.remarks
    assert FIRST[remark.start : remark.end] == "Tannery Row"
    assert remark.text == "That is where the victim lives."


def test_an_edit_while_somebody_reads_voids_what_they_opened(room: Room) -> None:
    submit(room, SHAH, content(FIRST))
    page = page_of(room)
    room.wait(lambda: page.decide.approve.isEnabled())
    shown = page.list.current
    assert shown is not None
    submit(room, SHAH, content(SECOND))
    page.show_now()
    assert page.list.current is not None
    assert page.list.current.draft.hash != shown.draft.hash
    room.wait(lambda: page.decide.approve.isEnabled())


def test_the_soonest_stands_first_and_j_and_k_move(room: Room) -> None:
    submit(room, SHAH, content(FIRST, FEN, minutes=300))
    submit(room, SHAH, content(SECOND, FEN, minutes=3), OTHER)
    page = page_of(room)
    room.wait(lambda: len(page._rows) == 2)
    assert [row.draft.id for row in page._rows] == [OTHER, DRAFT]
    assert page._rows[0].is_soon
    page.list.look_at(OTHER)
    room.bot.keyClick(page, Qt.Key.Key_J)
    assert page.list.current is not None
    assert page.list.current.draft.id == DRAFT
    room.bot.keyClick(page, Qt.Key.Key_K)
    assert page.list.current.draft.id == OTHER


def test_without_anything_to_decide_the_page_says_so(room: Room) -> None:
    page = page_of(room)
    assert page.empty.isVisible()
    assert not page.draft.isVisible()


def _rows(panel: Any) -> list[Any]:
    return [panel.list.rows.index(n, 0) for n in range(panel.list.rows.rowCount())]


def test_a_colleague_who_may_is_asked(room: Room) -> None:
    submit(room, SHAH, content(FIRST, FEN))
    page = page_of(room)
    room.wait(lambda: page.decide.pass_on.isEnabled())
    page.pass_on()
    panel: Any = room.desk.layers.top()
    assert [one.data() for one in _rows(panel)] == ["DC Lena Varga (3003)"]
    panel.field.setText("2002")
    assert panel.none.isVisible()
    assert not panel.take.isEnabled()
    panel.field.setText("3003")
    panel.take.click()
    room.wait(lambda: views.draft(room.state, DRAFT).asked == VARGA)  # type: ignore[union-attr]


def test_several_are_approved_at_once_where_each_was_opened(room: Room) -> None:
    for number in range(3):
        submit(room, SHAH, content(f"News number {number} of today", FEN), f"{number}" * 32)
    page = page_of(room)
    for number in range(2):
        page.list.look_at(f"{number}" * 32)
        room.wait(lambda: page.decide.approve.isEnabled())
    page.list.look_at("0" * 32)
    page.show_now()
    assert page.together.text() == "Approve 2 that were opened"
    page.together.click()
    room.wait(lambda: stage(room, "0" * 32) is stage(room, "1" * 32) is Stage.APPROVED)
    assert stage(room, "2" * 32) is Stage.WAITING


def test_the_rail_counts_what_waits_and_a_return_is_told(room: Room) -> None:
    item = room.desk.rail.items["approvals"]
    submit(room, SHAH, content())
    room.wait(lambda: item._count == 1)
    become(room, SHAH)
    room.wait(lambda: item._count == 0)
    house = room.desk.house
    found = views.draft(room.state, DRAFT)
    assert found is not None
    record = house.record(VARGA)
    back = DraftReturned(DRAFT, found.hash, (Remark("Not this street"),))
    record.append(proposal_of(back), record.head().seq)
    record.close()
    room.wait(lambda: stage(room) is Stage.RETURNED)
    room.wait(lambda: "returned “Bus appeal” to you" in room.desk.status.notice.text())


def _fields(one: Content) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}
