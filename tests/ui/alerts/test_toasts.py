"""Toasts: at most three, the gravest first, plain text, and never the focus."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from controlroom.model.alert import KeptAlert, Level
from controlroom.model.cached import CachedPost
from controlroom.model.post import Author, Post
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.place import first_free
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


def placed(desk: DeskWindow, widget: QWidget, left: int, top: int, width: int = 300) -> None:
    """Puts a widget into the page at a place of the window, and shows it."""
    widget.setParent(desk.pages)
    place = desk.pages.mapFrom(desk, QPoint(left, top))
    widget.setGeometry(place.x(), place.y(), width, 80)
    widget.show()


def test_a_toast_never_lies_over_a_reply_box_even_without_the_keyboard(
    desk: DeskWindow, toasts: Toasts
) -> None:
    box = QPlainTextEdit()
    placed(desk, box, desk.width() - 320, 200)
    assert not box.hasFocus()
    toasts.show_raised([told(1), told(2), told(3)])
    lowest = max(one.geometry().bottom() for one in toasts.standing)
    assert lowest > 200
    where = box.mapTo(desk, QPoint(0, 0))
    assert all(one.geometry().right() < where.x() for one in toasts.standing)
    box.setReadOnly(True)
    toasts.take_down()
    toasts.show_raised([told(1)])
    assert toasts.standing[0].geometry().right() > where.x()
    box.deleteLater()


class Cards(QWidget):
    """Something of which a part has the keyboard."""

    def focused_rect(self) -> QRect:
        """Returns that part."""
        return QRect(0, 0, self.width(), 40)


def test_a_toast_gives_way_when_the_keyboard_comes_to_where_it_stands(
    desk: DeskWindow, toasts: Toasts, qtbot: QtBot
) -> None:
    cards = Cards()
    cards.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    placed(desk, cards, desk.width() - 320, 120)
    toasts.show_raised([told(1)])
    toast = toasts.standing[0]
    there = QRect(cards.mapTo(desk, QPoint(0, 0)), cards.focused_rect().size())
    assert toast.geometry().intersects(there)
    cards.setFocus()
    qtbot.waitUntil(cards.hasFocus)
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    assert not toast.geometry().intersects(there)
    away = toast.geometry()
    cards.clearFocus()
    qtbot.keyClick(desk, Qt.Key.Key_Down)
    assert toast.geometry() == away
    cards.deleteLater()


def test_the_card_that_has_the_keyboard_says_where_it_is(desk: DeskWindow) -> None:
    from controlroom.ui.board.list.cards import CardList
    from controlroom.ui.board.list.pixmaps import Pixmaps

    cards = CardList(Pixmaps())
    assert cards.focused_rect() == QRect()
    cards.deleteLater()


def test_a_toast_comes_where_the_pointer_is_not_and_does_not_flee_from_it(
    desk: DeskWindow, toasts: Toasts
) -> None:
    right = desk.mapToGlobal(QPoint(desk.width() - 60, 130))
    QCursor.setPos(right)
    toasts.show_raised([told(1)])
    toast = toasts.standing[0]
    assert toast.geometry().right() < desk.width() // 2
    QCursor.setPos(toast.mapToGlobal(toast.rect().center()))
    before = toast.geometry()
    desk.resize(desk.width(), desk.height() - 10)
    QApplication.processEvents()
    assert toast.geometry() == before


@pytest.mark.parametrize(
    ("avoided", "taken"),
    [
        ([], 0),
        ([QRect(100, 0, 10, 10)], 1),
        ([QRect(100, 0, 10, 10), QRect(0, 0, 10, 10)], 2),
        ([QRect(0, 0, 200, 10), QRect(100, 0, 10, 10)], 1),
    ],
)
def test_the_place_that_covers_nothing_is_taken_or_what_matters_least(
    avoided: list[QRect], taken: int
) -> None:
    places = [QRect(left, 0, 30, 30) for left in (100, 0, 50)]
    assert first_free(places, avoided) == taken


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
