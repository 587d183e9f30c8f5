"""The scroll bar of a column: where its slider stands, drawn along, paged beside."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from controlroom.ui.board.list.gutter import LEAST, Gutter
from controlroom.ui.theme.theme import theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def bar(request: pytest.FixtureRequest, qtbot: QtBot) -> Gutter:
    made = Gutter(request.param)
    qtbot.addWidget(made)
    made.resize(*(8, 400) if request.param is Qt.Orientation.Vertical else (400, 8))
    made.setRange(0, 600)
    made.setPageStep(200)
    made.show()
    return made


def at(bar: Gutter, along: int) -> QPoint:
    return QPoint(4, along) if bar.orientation() is Qt.Orientation.Vertical else QPoint(along, 4)


def ends(bar: Gutter) -> tuple[int, int]:
    rect = bar.slider()
    if bar.orientation() is Qt.Orientation.Vertical:
        return rect.top(), rect.bottom() + 1
    return rect.left(), rect.right() + 1


def test_the_slider_is_as_long_as_the_share_in_view(bar: Gutter) -> None:
    assert ends(bar) == (0, 100)
    bar.setValue(300)
    assert ends(bar) == (150, 250)
    bar.setValue(600)
    assert ends(bar) == (300, 400)


def test_the_slider_can_be_taken_hold_of_however_long_the_list(bar: Gutter) -> None:
    bar.setRange(0, 10_000_000)
    assert ends(bar) == (0, theme().metrics.px(LEAST))
    bar.setValue(10_000_000)
    assert ends(bar) == (400 - theme().metrics.px(LEAST), 400)


def test_nothing_to_scroll_leaves_nothing_to_press(bar: Gutter, qtbot: QtBot) -> None:
    bar.setRange(0, 0)
    assert ends(bar) == (0, 400)
    qtbot.mousePress(bar, LEFT, pos=at(bar, 10))
    assert not bar.isSliderDown()
    qtbot.mouseRelease(bar, LEFT, pos=at(bar, 10))


def test_the_slider_is_drawn_along_with_the_mouse_and_let_go(bar: Gutter, qtbot: QtBot) -> None:
    qtbot.mousePress(bar, LEFT, pos=at(bar, 50))
    assert bar.isSliderDown()
    qtbot.mouseMove(bar, at(bar, 200))
    assert (bar.value(), ends(bar)) == (300, (150, 250))
    qtbot.mouseMove(bar, at(bar, 4_000))
    assert bar.value() == 600
    qtbot.mouseMove(bar, at(bar, -4_000))
    assert bar.value() == 0
    qtbot.mouseRelease(bar, LEFT, pos=at(bar, 50))
    assert not bar.isSliderDown()
    qtbot.mouseMove(bar, at(bar, 200))
    assert bar.value() == 0


def test_a_press_beside_the_slider_goes_on_by_a_page(bar: Gutter, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar, LEFT, pos=at(bar, 390))
    assert bar.value() == 200
    qtbot.mouseClick(bar, LEFT, pos=at(bar, 2))
    assert bar.value() == 0


def test_pages_follow_while_the_button_is_held_until_the_place_is_reached(
    bar: Gutter, qtbot: QtBot
) -> None:
    qtbot.mousePress(bar, LEFT, pos=at(bar, 240))
    qtbot.waitUntil(lambda: bar.value() == 400, timeout=20_000)
    assert bar.repeatAction() is Gutter.SliderAction.SliderNoAction
    qtbot.mouseRelease(bar, LEFT, pos=at(bar, 240))
    assert bar.value() == 400


def test_another_button_does_nothing(bar: Gutter, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar, Qt.MouseButton.RightButton, pos=at(bar, 390))
    assert bar.value() == 0
