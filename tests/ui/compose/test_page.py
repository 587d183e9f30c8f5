"""The composer as somebody uses it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom.model import clock
from controlroom.model.outgoing.checked import Verdict
from controlroom.model.outgoing.content import Act, FileKind, read_content
from controlroom.model.server import Server
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.servers import ServerKeeper
from controlroom.store.database import Database
from controlroom.ui.compose.build import compose
from controlroom.ui.compose.check_told import told_of
from controlroom.ui.compose.drafts_panel import DraftsPanel
from controlroom.ui.compose.kept import COMPOSE, Sheet, load_all
from controlroom.ui.compose.page import ComposePage
from controlroom.ui.layers.question import Question
from tests.ui.compose.conftest import CHIEF, FEN, FENBLUE, ROADS, ROADSX, SHAH, Room

ADDRESS = "He lives at 14 Tannery Row, Brackenford."


def write(page: ComposePage, text: str, *targets: str) -> None:
    page.who.chosen.emit(targets or (FEN, FENBLUE))
    page.text.boxes[0].box.insertPlainText(text)


def test_a_network_can_be_told_something_else_and_follow_again(room: Room) -> None:
    page = room.compose()
    write(page, "The road is closed.")
    room.judged()
    page.text.turn_to("x")
    assert page.text.told.text() == "Follows the shared text"
    page.text.boxes[0].box.insertPlainText("Now: ")
    room.judged()
    assert page.text.told.text() == "Its own text, 1 edit"
    assert page.previews.cards[0].shown.text == "The road is closed.Now: "
    assert page.previews.cards[1].shown.text == "The road is closed."
    page.text.reset.click()
    room.judged()
    assert not page.writing.content.variants


def test_the_counter_of_a_preview_is_red_for_its_own_limit_only(room: Room) -> None:
    page = room.compose()
    write(page, ADDRESS, FEN, FENBLUE)
    room.judged()
    assert any(one.verdict is Verdict.BLOCKS for one in page.judging.findings)
    assert [card.shown.over for card in page.previews.cards] == [False, False]
    page.text.boxes[0].box.setPlainText("a" * 290)
    room.judged()
    assert [card.shown.over for card in page.previews.cards] == [True, False]


def test_a_text_too_long_for_one_network_locks_and_becomes_a_thread(room: Room) -> None:
    page = room.compose()
    write(page, "Please use the A12 instead. " * 12, FEN)
    room.judged()
    assert page.prospect.why_not == "Too long, or not taken, on X."
    assert not page.foot.send.isEnabled()
    page.text.split.click()
    room.judged()
    assert len(page.writing.content.pieces) == len(page.text.boxes) == 2
    assert not page.prospect.why_not


def test_what_blocks_locks_until_it_is_repaired(room: Room) -> None:
    page = room.compose()
    write(page, ADDRESS)
    room.judged()
    assert page.prospect.why_not == "1 check blocks."
    page.next_check()
    assert page.text.boxes[0].box.textCursor().selectedText() == "14 Tannery Row"
    page.checks.rows[0].mend.click()
    room.judged()
    assert "14 Tannery" not in page.writing.content.pieces[0].text
    assert not page.prospect.why_not


def test_what_asks_wants_a_yes_that_goes_into_the_record(room: Room) -> None:
    page = room.compose()
    write(page, "Call 07700 900123 if you saw it.")
    page.route.kind.picked.emit("news")
    room.judged()
    assert page.prospect.why_not == "1 check asks for your yes."
    page.checks.rows[0].yes.click()
    draft = room.send()
    assert room.state.publishing.drafts[draft].confirmed == ("phone",)


def test_every_letter_is_kept_and_comes_back(room: Room) -> None:
    page = room.compose()
    write(page, "Half a thou")
    page.leave()
    page.writing.settle()
    found = load_all(room.desk.house.desk)
    assert [one.sheet.content.pieces[0].text for one in found] == ["Half a thou"]
    page.writing.close()
    page.close_house()
    page.writing.turn_to(
        replace(found[0].sheet, content=replace(found[0].sheet.content, pieces=()))
    )
    page.open_house(room.desk.house)
    assert page.writing.content.pieces[0].text == "Half a thou"


def test_several_drafts_lie_side_by_side(room: Room) -> None:
    page = room.compose()
    write(page, "The first")
    page.desk.begin()
    page.text.boxes[0].box.insertPlainText("The second")
    page.desk.show_all()
    panel = room.desk.layers.top()
    assert isinstance(panel, DraftsPanel)
    assert [one.sheet.content.pieces[0].text for one in panel.drafts] == ["The second", "The first"]
    panel.list.setCurrentIndex(panel.list.rows.index(1, 0))
    panel.take.click()
    room.wait(lambda: page.text.boxes[0].box.text() == "The first")


def test_a_draft_is_thrown_away_only_after_a_question(room: Room) -> None:
    page = room.compose()
    write(page, "Not needed")
    page.foot.discard.click()
    question = room.desk.layers.top()
    assert isinstance(question, Question)
    assert page.writing.content.pieces[0].text == "Not needed"
    question.yes.click()
    page.writing.settle()
    assert load_all(room.desk.house.desk) == []
    assert not page.isVisible()


def test_a_time_is_kept_and_one_that_has_passed_locks(room: Room) -> None:
    page = room.compose()
    write(page, "Later")
    page.when.choice.answers[1].click()
    room.judged()
    at = page.writing.content.at
    assert at is not None
    assert at > clock.now()
    QTest.keyClick(page.when.hour, Qt.Key.Key_Up)
    assert page.writing.content.at == at + timedelta(minutes=5)
    page.when.day.setText("2020-01-01")
    page.when.day.editingFinished.emit()
    room.judged()
    assert page.prospect.why_not == "Its time has passed."
    page.when.choice.answers[2].click()
    assert page.writing.content.at is None


def test_the_kind_of_a_draft_decides_who_has_to_agree(room: Room) -> None:
    page = room.compose()
    write(page, "Do you know him?")
    room.judged()
    assert page.foot.send.text() == "Send for approval"
    assert [one.name for one in page.route.list.steps][1:-1] == ["Approver"]
    page.route.kind.picked.emit("news")
    room.judged()
    assert page.foot.send.text() == "Send"
    page.route.kind.picked.emit("suspect image")
    room.judged()
    assert len(page.route.list.steps) == 4


def test_who_may_not_write_for_a_profile_is_not_offered_it(room: Room) -> None:
    page = room.compose()
    assert {FEN, FENBLUE, ROADS, ROADSX} == set(page.who.tree.by_key)
    room.desk.record.act_as(SHAH)
    room.wait(lambda: set(page.who.tree.by_key) == {FEN, FENBLUE})
    assert page.who.tree.hidden == 2
    room.desk.record.act_as(CHIEF)


def test_profiles_are_kept_as_a_set_and_chosen_by_one_press(room: Room) -> None:
    page = room.compose()
    page.who.chosen.emit((FEN, ROADSX))
    page.desk.save_set("On X")
    page.who.chosen.emit(())
    page.who.chips[0].click()
    assert page.writing.content.targets == (FEN, ROADSX)
    assert page.who.chips[0].isChecked()
    page.who.chips[0].click()
    assert page.writing.content.targets == ()


def test_a_photo_is_attached_described_and_left_out_again(room: Room, tmp_path: Path) -> None:
    page = room.compose()
    write(page, "Do you know this place?")
    picture = tmp_path / "place.png"
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(picture))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(picture))])
    page.text.boxes[0].box.insertFromMimeData(dropped)
    room.wait(lambda: page.writing.content.files)
    file = page.writing.content.files[0]
    assert file.kind is FileKind.PHOTO
    assert file.original not in {one.sha256 for one in file.renditions.values()}
    room.judged()
    assert "alt_text" in {one.rule for one in page.judging.findings}
    page.files.rows[0].alt.textEdited.emit("A bridge at night")
    room.judged()
    assert page.writing.content.files[0].alt == "A bridge at night"
    assert "alt_text" not in {one.rule for one in page.judging.findings}
    page.files.rows[0].gone.click()
    room.judged()
    assert page.writing.content.files == ()


def test_keys_belong_to_the_composer_while_it_has_the_keyboard(room: Room) -> None:
    page = room.compose()
    write(page, "By hand")
    page.route.kind.picked.emit("news")
    room.judged()
    box = page.text.boxes[0].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.text.variant == "x"
    draft = page.writing.sheet.id
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.wait(lambda: draft in room.state.publishing.drafts)
    room.wait(lambda: not page.isVisible())
    room.desk.commands.run("compose")
    QTest.keyClick(page.who.field, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_a_returned_draft_is_put_forward_again_as_an_edit(room: Room) -> None:
    page = room.compose()
    write(page, "The first version")
    draft = room.send()
    room.wait(lambda: not page.isVisible())
    found = room.state.publishing.drafts[draft]
    compose(room.desk, Sheet(draft, read_content(found.text), submitted=found.hash))
    room.judged()
    assert "is an edit" in page.route.note.text()
    page.text.boxes[0].box.insertPlainText(", mended")
    before = found.seq
    room.judged()
    page.submit()
    room.wait(lambda: room.state.publishing.drafts[draft].seq > before)


def test_below_1500_pixels_checks_and_previews_are_tabs(room: Room) -> None:
    room.desk.resize(1366, 768)
    page = room.compose()
    QApplication.processEvents()
    assert page.checks.isVisible()
    assert not page.previews.isVisible()
    page.tabs[1].click()
    assert page.previews.isVisible()
    assert not page.checks.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_composer_goes_to_a_second_screen_and_back(room: Room) -> None:
    page = room.compose()
    write(page, "On the other screen")
    page.turn_screen()
    assert page.is_aside
    assert page.isVisible()
    page.turn_screen()
    QApplication.processEvents()
    assert not page.is_aside
    assert page.isVisible()
    assert page.text.boxes[0].box.text() == "On the other screen"


def test_while_the_composer_is_open_the_board_has_no_keyboard(room: Room) -> None:
    room.desk.go("board")
    page = room.compose()
    assert room.desk.board() is None
    page.leave()
    assert room.desk.board() is not None


def test_a_draft_put_forward_is_kept_here_no_longer(room: Room) -> None:
    page = room.compose()
    write(page, "Once")
    page.route.kind.picked.emit("news")
    draft = room.send()
    room.wait(lambda: not page.isVisible())
    page.writing.settle()
    assert room.desk.house.desk.draft(COMPOSE + draft) is None
    assert room.state.publishing.drafts[draft].act is Act.POST


def test_what_was_typed_a_moment_ago_is_not_put_forward_unchecked(room: Room) -> None:
    page = room.compose()
    write(page, "All is well.")
    page.route.kind.picked.emit("news")
    room.judged()
    page.text.boxes[0].box.insertPlainText(f" {ADDRESS}")
    page.submit()
    assert page.prospect.why_not == "The checks are still running."
    room.judged()
    assert page.prospect.why_not == "1 check blocks."
    assert not room.state.publishing.drafts


def test_another_draft_near_in_time_that_says_almost_the_same_is_asked_about(room: Room) -> None:
    text = "The bridge at Fen Quay is closed until four this afternoon"
    page = room.compose()
    write(page, text)
    room.judged()
    assert not page.judging.findings
    draft = room.send()
    room.wait(lambda: not page.isVisible())
    room.compose()
    write(page, f"{text} today")
    room.wait(lambda: [one.rule for one in page.judging.findings] == ["identical_posts"])
    found = room.state.publishing.drafts[draft]
    compose(room.desk, Sheet(draft, read_content(found.text), submitted=found.hash))
    room.judged()
    assert not page.judging.findings


def test_an_account_nobody_has_read_is_asked_about(room: Room) -> None:
    page = room.compose()
    write(page, "Thanks to @nobody_here for the photo.")
    room.judged()
    assert [one.rule for one in page.judging.findings] == ["unknown_handle"]
    known = room.post("501").post.author.handle.upper()
    page.text.boxes[0].box.setPlainText(f"Thanks to @{known} for the photo.")
    room.judged()
    assert not page.judging.findings


def told_by_server(room: Room, server: Server) -> None:
    """What the engine keeps when it has asked, and says."""
    house = room.desk.house
    database = Database.open(house.folder, CACHE, house.key.reveal(), write=True)
    ServerKeeper(database).keep("mastodon", "m.test", server, clock.now())
    database.close()
    room.desk.line.servers.emit(True)


def test_a_servers_own_limits_count_in_the_composer_as_it_tells_them(room: Room) -> None:
    page = room.compose()
    write(page, "Please use the A12 instead. " * 40, ROADS)
    room.judged()
    assert page.prospect.why_not == "Too long, or not taken, on Mastodon."
    told_by_server(room, Server(characters=11_000, poll_options=6, poll_option=90))
    room.wait(lambda: page.text.boxes[0].counter.count.limit == 11_000)
    room.judged()
    assert not page.prospect.why_not
    assert page.previews.cards[0].shown.used == "1,120 / 11,000"
    page.text.vote.click()
    room.judged()
    for _ in range(4):
        page.text.poll.more.click()
    assert not page.text.poll.more.isEnabled()
    assert page.text.poll.fields[0].maxLength() == 90
    told_by_server(room, Server(characters=280))
    room.wait(lambda: page.text.boxes[0].counter.count.limit == 280)
    room.judged()
    assert page.prospect.why_not == "Too long, or not taken, on Mastodon."
    titles = [told_of(one).title.partition(": “")[0] for one in page.judging.findings]
    assert "Too long by 840: 280 characters are taken" in titles
    assert "6 answers in the poll: 4 are taken" in titles
