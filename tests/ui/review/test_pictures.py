"""Pictures, links and the keys of Review: as on the board, and in the one table of commands."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from controlroom.ui.board.ask_text import AskText
from controlroom.ui.board.links.panel import LinkPanel
from controlroom.ui.board.links.spans import Link
from controlroom.ui.board.media.viewer import MediaViewer
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.review.page import ReviewPage
from tests.ui.review.conftest import Settle
from tests.ui.review.test_page import ask

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pictured(page: ReviewPage, qtbot: QtBot, settle: Settle) -> ReviewPage:
    """The section with a hit in the pane on which a picture hangs."""
    ask(page, "has:media", qtbot, settle)
    page.hits.step(1)
    qtbot.waitUntil(page.details.isVisible)
    return page


def engine(page: ReviewPage, desk: DeskWindow) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = []
    desk.line.take(lambda **order: said.append(order), lambda **_: None)
    return said


def test_pictures_are_asked_of_the_engine_and_never_of_the_network(
    pictured: ReviewPage, desk: DeskWindow, qtbot: QtBot
) -> None:
    said = engine(pictured, desk)
    pictured.gallery._asked.clear()
    pictured.hits.viewport().update()
    pictured.grab()
    qtbot.waitUntil(lambda: any("pictures" in one for one in said))
    post = pictured.hits.post()
    assert post is not None
    asked = {address for one in said for address in one.get("pictures", ())}
    assert asked & {one.preview_url or one.url for one in post.post.media}


def test_a_press_on_the_strip_shows_it_large(
    pictured: ReviewPage, desk: DeskWindow, qtbot: QtBot
) -> None:
    strip = pictured.details.media
    assert strip.isVisible()
    qtbot.mouseClick(strip, LEFT, pos=QPoint(20, 20))
    assert isinstance(desk.layers.top(), MediaViewer)
    desk.layers.close_top()
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert isinstance(desk.layers.top(), MediaViewer)
    assert strip.accessibleDescription()


def test_a_press_on_the_picture_of_a_hit_shows_it_large(
    pictured: ReviewPage, desk: DeskWindow, qtbot: QtBot
) -> None:
    row = pictured.hits.stock.row(pictured.hits.current)
    assert row is not None
    top = pictured.hits.row_rect(pictured.hits.current).topLeft()
    at = QPoint(0, top.y()) + row.media[0].rect.center()
    qtbot.mouseClick(pictured.hits.viewport(), LEFT, pos=at)
    assert isinstance(desk.layers.top(), MediaViewer)


@pytest.mark.parametrize("part", ["hits", "whole"])
def test_a_link_of_a_hit_goes_through_the_same_door_as_on_the_board(
    page: ReviewPage, desk: DeskWindow, part: str
) -> None:
    pressed = page.hits if part == "hits" else page.details.standing.said
    pressed.link_pressed.emit(Link("https://xn--80ak6aa92e.com/", "apple.com"))
    assert isinstance(desk.layers.top(), LinkPanel)


def test_the_commands_of_a_post_act_in_review(pictured: ReviewPage, desk: DeskWindow) -> None:
    for name in ("open-media", "open-link", "open-original"):
        assert desk.commands.why_not(desk.commands.named(name)) == ""
    desk.commands.run("open-media")
    assert isinstance(desk.layers.top(), MediaViewer)


def test_the_keys_of_review_are_in_the_one_table(
    page: ReviewPage, desk: DeskWindow, qtbot: QtBot, settle: Settle
) -> None:
    keys = {one.id: one.keys for one in desk.commands.all()}
    assert keys["export-found"] == ("Ctrl+E",)
    assert keys["save-search"] == ("Ctrl+S",)
    ask(page, "van", qtbot, settle)
    qtbot.keyClick(page.hits, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(desk.layers.top(), AskText)
    desk.layers.close_top()
    desk.go("profiles")
    command = desk.commands.named("export-found")
    assert desk.commands.why_not(command) == "Possible only while Review is shown."
    desk.go("review")
    assert desk.commands.why_not(command) == ""
