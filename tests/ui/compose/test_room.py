"""No page is cut on a small screen, however large the text and in whatever language."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.ui.approvals.page import ApprovalsPage
from controlroom.ui.compose.page import ComposePage
from tests.ui.compose.conftest import FEN, FENBLUE, KEYS, VARGA, Room
from tests.ui.cut import cut_of

SIZES = (90, 100, 110, 125, 150)
TEXT = "He lives at 14 Tannery Row. Call 07700 900123 if you saw it. PLEASE KEEP AWAY FROM IT."
CLEAN = "The road through Fenmarsh is closed until six. Please leave by the other side."
both = pytest.mark.parametrize("language", ["en", "fr"])


def settled() -> None:
    for _round in range(4):
        QApplication.processEvents()


def cut_anywhere(room: Room, page: QWidget, language: str) -> list[str]:
    """Returns what is cut on a page at any size of text."""
    faults = []
    room.desk.resize(1366, 768)
    for size in SIZES:
        room.desk.change(text_size=size, language=language)
        settled()
        faults += [f"{size} %: {one}" for one in cut_of(page)]
    return faults


def put_forward(room: Room) -> None:
    """PC Shah has something to send that waits for whoever works here."""
    page = room.compose()
    page.who.chosen.emit((FEN, FENBLUE))
    page.text.boxes[0].box.insertPlainText(CLEAN)
    room.desk.record.act_as(VARGA)
    room.wait(lambda: room.desk.record.officer == VARGA)
    room.send()
    room.desk.record.act_as("1001")


@both
def test_nothing_of_the_composer_is_cut(room: Room, language: str) -> None:
    page, faults = room.compose(), []
    page.who.chosen.emit(KEYS)
    page.text.boxes[0].box.insertPlainText(TEXT)
    room.judged()
    for tab in (page.who_tab, *page.tabs):
        tab.click()
        faults += cut_anywhere(room, page, language)
    assert faults == []


def test_the_profiles_are_a_tab_where_the_text_would_have_no_room(room: Room) -> None:
    page = room.compose()
    room.desk.resize(1366, 768)
    settled()
    assert not page.who_tab.isVisible()
    assert page.who.isVisible()
    room.desk.change(text_size=150)
    settled()
    assert page.who_tab.isChecked()
    assert page.who.isVisible()
    assert page.first_focus() is page.who.field
    page.tabs[0].click()
    assert not page.who.isVisible()
    assert page.checks.isVisible()
    page.who_tab.click()
    room.desk.change(text_size=100)
    settled()
    assert page.who.isVisible()
    assert page.who.x() < page.text.x()
    assert page.checks.isVisible()


def test_the_foot_follows_the_language(room: Room) -> None:
    page = room.compose()
    page.who.chosen.emit((FEN,))
    room.judged()
    said = page.foot.send.text()
    room.desk.change(language="fr")
    assert page.foot.send.text() != said


@both
def test_nothing_of_the_reply_drawer_is_cut(room: Room, language: str) -> None:
    room.desk.resize(1366, 768)
    replying = room.open("501")
    replying.box.box.insertPlainText(TEXT)
    room.wait(lambda: replying.box.rows)
    drawer = room.board.beside.drawer
    assert drawer is not None
    assert cut_anywhere(room, drawer, language) == []


@both
@pytest.mark.parametrize(
    "section",
    ["approvals", "planner", "incidents", "record", "review", "profiles", "settings"],
)
def test_nothing_of_a_section_is_cut(room: Room, section: str, language: str) -> None:
    put_forward(room)
    room.desk.go(section)
    room.desk.pages.settle()
    page = room.desk.pages.page(section)
    assert page is not None
    assert not isinstance(page, ComposePage)
    if isinstance(page, ApprovalsPage):
        room.wait(lambda: page.list.current and page.judging.is_of(page.list.current.draft.content))
    assert cut_anywhere(room, page, language) == []
