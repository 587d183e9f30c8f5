"""Toasts: at most three, the gravest first, plain text, and never the focus."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from controlroom.model.alert import KeptAlert, Level
from controlroom.model.cached import CachedPost
from controlroom.model.post import Author, Post
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.toasts import Toasts
from controlroom.ui.frame.window import DeskWindow

NOW = datetime.now(UTC)


def told(number: int, level: Level = Level.ALERT, text: str = "Fire", count: int = 1) -> Told:
    post = CachedPost(number, Post("x", str(number), Author("1", "jo", "Jo"), text, NOW), (), NOW)
    alert = KeptAlert(number, number, f"Rule {number}", level, number, NOW, count)
    return Told(alert, post, toast=True)


@pytest.fixture
def toasts(desk: DeskWindow) -> Iterator[Toasts]:
    one = Toasts(desk)
    yield one
    one.take_down()


def numbers(toasts: Toasts) -> list[int]:
    return [one.told.alert.id for one in toasts.standing]


def test_a_toast_does_not_take_the_focus_and_stands_within_the_page(
    desk: DeskWindow, toasts: Toasts
) -> None:
    focused = QApplication.focusWidget()
    toasts.show_raised([told(1)])
    (toast,) = toasts.standing
    assert toast.isVisible()
    assert QApplication.focusWidget() is focused
    top = desk.pages.mapTo(desk, QPoint(0, 0)).y()
    assert toast.geometry().top() >= top
    assert desk.rect().contains(toast.geometry())
    desk.resize(1400, 900)
    assert desk.rect().contains(toast.geometry())


def test_three_stand_at_most_and_the_gravest_stay(toasts: Toasts) -> None:
    critical, notice = told(1, Level.CRITICAL), told(2, Level.NOTICE)
    toasts.show_raised([notice, told(3), critical])
    assert numbers(toasts) == [1, 3, 2]
    toasts.show_raised([told(4)])
    assert numbers(toasts) == [1, 3, 4]
    toasts.show_raised([told(5, Level.NOTICE)])
    assert numbers(toasts) == [1, 3, 4]
    assert toasts.gravest() is Level.CRITICAL


def test_the_same_alert_grows_in_place(toasts: Toasts) -> None:
    toasts.show_raised([told(1)])
    toasts.show_raised([told(1, count=7)._replace(toast=False), told(9)._replace(toast=False)])
    (toast,) = toasts.standing
    assert toast.name.text() == "Rule 1 (7)"


def test_markup_is_shown_as_it_is_and_long_text_is_cut(toasts: Toasts) -> None:
    toasts.show_raised([told(1, text="<img src=file:///etc/passwd>"), told(2, text="x" * 900_000)])
    first, second = toasts.standing
    assert first.text.text() == "Jo: <img src=file:///etc/passwd>"
    assert len(second.text.text()) < 200
    assert second.height() < 200


def test_a_press_opens_and_the_cross_takes(toasts: Toasts, qtbot: QtBot) -> None:
    toasts.show_raised([told(1), told(2)])
    first, second = toasts.standing
    with qtbot.waitSignal(toasts.opened) as opened:
        qtbot.mouseClick(first.text, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(toasts.taken) as taken:
        qtbot.mouseClick(second.take, Qt.MouseButton.LeftButton)
    assert (opened.args[0].alert.id, taken.args[0].alert.id) == (1, 2)
    assert toasts.standing == []


def test_a_notice_goes_by_itself_and_an_alert_does_not(toasts: Toasts) -> None:
    toasts.show_raised([told(1), told(2, Level.NOTICE)])
    alert, notice = toasts.standing
    assert not hasattr(alert, "_end")
    assert notice._end.interval() == 8_000
    notice._end.timeout.emit()
    assert numbers(toasts) == [1]


def test_a_toast_never_lies_over_a_field_that_is_typed_in(
    desk: DeskWindow, toasts: Toasts, qtbot: QtBot
) -> None:
    field = QLineEdit(desk)
    field.setGeometry(desk.width() - 300, 250, 200, 30)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    toasts.show_raised([told(1)])
    assert not toasts.standing[0].geometry().intersects(field.geometry())
    assert toasts.standing[0].geometry().right() < desk.width() // 2
    field.deleteLater()


def test_a_screen_reader_finds_level_rule_and_post(toasts: Toasts) -> None:
    toasts.show_raised([told(1, Level.CRITICAL, count=2)])
    reader = QAccessible.queryAccessibleInterface(toasts.standing[0])
    assert reader.text(QAccessible.Text.Name) == "Critical: Rule 1 (2). Jo: Fire"


def test_toasts_of_what_was_read_go(toasts: Toasts) -> None:
    toasts.show_raised([told(1), told(2)])
    toasts.take_down([1])
    assert numbers(toasts) == [2]
    toasts.take_down()
    assert numbers(toasts) == []
