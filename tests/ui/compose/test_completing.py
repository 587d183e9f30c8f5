"""Mentions and hashtags are completed from what the cache has seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from controlroom.store.cache.naming import handles_like, hashtags
from controlroom.ui.board.column.offers import Offers
from tests.ui.compose.conftest import Room


def test_a_handle_that_is_begun_is_completed_by_a_key(room: Room) -> None:
    page = room.compose()
    box = page.text.boxes[0].box
    box.setFocus()
    QTest.keyClicks(box, "Thanks @a1")
    room.wait(lambda: any(one.isVisible() for one in room.desk.findChildren(Offers)))
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "Thanks @a1_handle "
    assert box.hasFocus()


def test_escape_takes_the_offers_away_and_leaves_the_composer_open(room: Room) -> None:
    page = room.compose()
    box = page.text.boxes[0].box
    box.setFocus()
    QTest.keyClicks(box, "@a1")
    room.wait(lambda: any(one.isVisible() for one in room.desk.findChildren(Offers)))
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not any(one.isVisible() for one in room.desk.findChildren(Offers))
    assert page.isVisible()
    assert box.text() == "@a1"


def test_handles_are_found_by_their_beginning_and_hashtags_by_use(room: Room) -> None:
    database = room.desk.house.cache.database
    assert handles_like(database, "A1", 5)[0][1] == "a1_handle"
    assert handles_like(database, "zz", 5) == []
    assert hashtags(database, 100) == ["Bridge"]
