"""The actions at the foot of a card: shown by mouse and keyboard, run by the table of commands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from controlroom.ui.board.card.geometry import ACTIONS, action_rect
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.foot import Offer
from controlroom.ui.board.page import BoardPage
from controlroom.ui.commands.command import nothing
from controlroom.ui.commands.of_posts import FOOT, POST_MENU
from controlroom.ui.frame.window import DeskWindow

MORE = FOOT.index("post-menu")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def cards(desk: DeskWindow, board: BoardPage) -> Iterator[CardList]:
    """The first column's list; the keyboard is elsewhere, and no menu is left open."""
    desk.rail.items["board"].setFocus()
    yield board.row.columns[0].list
    close_menu()


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def close_menu() -> None:
    found = QApplication.activePopupWidget()
    if found is not None:
        found.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def place_of(cards: CardList, at: int, action: int) -> QPoint:
    """Where an action of a card stands in the viewport."""
    post = cards.posts()[at]
    rect = action_rect(cards.shelf.layout(post).footer, action, cards.shelf.look)
    return cards.rect_of(post.id).topLeft() + rect.center()


def point_at(cards: CardList, at: int, action: int = MORE) -> QPoint:
    place = place_of(cards, at, action)
    QTest.mouseMove(cards.viewport(), place)
    return place


def pixels(cards: CardList, at: int) -> QImage:
    post = cards.posts()[at]
    footer = cards.shelf.layout(post).footer.translated(cards.rect_of(post.id).topLeft())
    return cards.viewport().grab(footer).toImage()


def test_the_card_below_the_mouse_shows_its_actions_and_no_other(cards: CardList) -> None:
    before = [pixels(cards, at) for at in (0, 1)]
    point_at(cards, 1)
    assert [pixels(cards, at) == before[at] for at in (0, 1)] == [True, False]
    QApplication.sendEvent(cards.viewport(), QEvent(QEvent.Type.Leave))
    assert pixels(cards, 1) == before[1]


def test_the_card_that_has_the_keyboard_shows_its_actions(cards: CardList) -> None:
    cards.caret.put(cards.posts()[1].id)
    assert cards.foot.said(cards.posts()[1].id).endswith("More about this post, Shift F10")
    interface = QAccessible.queryAccessibleInterface(cards).child(1)
    assert "More about this post" in interface.text(QAccessible.Text.Description)
    cards.caret.move(1)
    assert not cards.foot.said(cards.posts()[1].id)
    assert cards.foot.said(cards.posts()[2].id)


def test_what_this_version_cannot_do_keeps_its_room_and_shows_nothing(
    desk: DeskWindow, cards: CardList
) -> None:
    named = [desk.commands.named(name) for name in FOOT]
    offers = cards.foot.offers_of(cards.posts()[0])
    assert len(offers) == ACTIONS == len(FOOT)
    assert [one is not None for one in offers] == [one.action is not nothing for one in named]
    point_at(cards, 0, FOOT.index("evidence"))
    post = cards.posts()[0]
    at = place_of(cards, 0, FOOT.index("evidence")) - cards.rect_of(post.id).topLeft()
    assert (cards.foot.at(post, at) is None) is (desk.commands.named("evidence").action is nothing)


def test_an_action_that_cannot_run_now_says_why(desk: DeskWindow, cards: CardList) -> None:
    offer = cards.foot.offers_of(cards.posts()[0])[FOOT.index("assign")]
    assert offer is not None
    assert not offer.can
    assert offer.tip == (
        "Assign  ·  A\nNot possible yet: the record has not been read."
    )  # fmt: skip
    point_at(cards, 0, FOOT.index("assign"))
    QTest.mouseClick(
        cards.viewport(), Qt.MouseButton.LeftButton, pos=place_of(cards, 0, FOOT.index("assign"))
    )
    assert desk.status.notice.accessibleName().startswith("Assign: Not possible yet")


def test_the_tooltip_tells_words_key_and_why_not(cards: CardList, qtbot: QtBot) -> None:
    place = point_at(cards, 0, FOOT.index("assign"))
    asked = QHelpEvent(QEvent.Type.ToolTip, place, cards.viewport().mapToGlobal(place))
    QApplication.sendEvent(cards.viewport(), asked)
    assert QToolTip.text().startswith("Assign  ·  A\nNot possible yet")
    text = cards.rect_of(cards.posts()[0].id).center()
    asked = QHelpEvent(QEvent.Type.ToolTip, text, cards.viewport().mapToGlobal(text))
    QApplication.sendEvent(cards.viewport(), asked)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_reasons_are_asked_about_the_card_below_the_mouse(
    desk: DeskWindow, board: BoardPage, cards: CardList
) -> None:
    cards.caret.put(cards.posts()[0].id)
    asked: list[int] = []

    def offers(post: object) -> tuple[Offer, ...]:
        with board.stand.asking_about(board.row.columns[0], post):  # type: ignore[arg-type]
            current = board.posts.current_post()
        asked.append(current.id if current else 0)
        return ()

    cards.foot.offers_of = offers  # type: ignore[assignment]
    point_at(cards, 2)
    assert asked[-2:] == [cards.posts()[0].id, cards.posts()[2].id]
    current = board.posts.current_post()
    assert current is not None
    assert current.id == cards.posts()[0].id


def test_nothing_is_asked_while_painting_or_scrolling(cards: CardList) -> None:
    cards.caret.put(cards.posts()[0].id)
    ask, asked = cards.foot.offers_of, []

    def count(post: object) -> object:
        asked.append(post)
        return ask(post)  # type: ignore[arg-type]

    cards.foot.offers_of = count  # type: ignore[assignment]
    point_at(cards, 1)
    asked.clear()
    for _ in range(20):
        cards.scroll_by(-3)
        cards.viewport().repaint()
    assert len(asked) <= 1
    assert not cards.foot.over


def test_a_press_on_more_opens_everything_that_can_be_done(
    desk: DeskWindow, cards: CardList
) -> None:
    place = point_at(cards, 1)
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert cards.caret.post == cards.posts()[1].id
    built = [one for one in map(desk.commands.named, POST_MENU) if one.action is not nothing]
    assert [one.text().split("\t")[0] for one in menu().actions()] == [
        one.words().replace("&", "&&") for one in built
    ]
    before = set(cards.caret.chosen)
    choose = next(one for one in menu().actions() if one.text().startswith("Choose this"))
    choose.trigger()
    assert cards.caret.chosen ^ before == {cards.posts()[1].id}
    close_menu()
    cards.caret.let_go()


def test_the_right_button_opens_the_menu_and_presses_nothing(
    desk: DeskWindow, cards: CardList
) -> None:
    pressed: list[object] = []
    cards.pressed.connect(lambda *what: pressed.append(what))
    place = cards.rect_of(cards.posts()[1].id).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, cards.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(cards.viewport(), event)
    assert menu().actions()
    assert cards.caret.post == cards.posts()[1].id
    assert not pressed


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
@pytest.mark.parametrize("single_keys", [True, False])
def test_two_keys_open_the_menu_below_the_foot(
    desk: DeskWindow, cards: CardList, qtbot: QtBot, key: Qt.Key, held: object, single_keys: bool
) -> None:
    desk.change(single_keys=single_keys)
    cards.caret.put(cards.posts()[1].id)
    with qtbot.waitSignal(cards.menu_wanted) as wanted:
        qtbot.keyClick(cards, key, held)  # type: ignore[arg-type]
    foot = cards.viewport().mapToGlobal(place_of(cards, 1, MORE))
    assert 0 < wanted.args[0].y() - foot.y() < 24
    assert menu().actions()
    close_menu()
    desk.change(single_keys=True)


def test_a_message_of_the_drawer_has_the_same_menu(
    desk: DeskWindow, board: BoardPage, cards: CardList, qtbot: QtBot
) -> None:
    cards.caret.put(cards.posts()[0].id)
    desk.commands.run("open-post")
    assert board.beside.drawer is not None
    talk = board.beside.drawer.talk
    qtbot.waitUntil(lambda: board.desk is not None and not board.desk.reading.busy())
    qtbot.waitUntil(lambda: bool(talk.messages))
    desk.commands.run("post-menu")
    assert any(one.text().startswith("Open this post in the browser") for one in menu().actions())


def test_figures_never_reach_into_the_room_of_the_actions(cards: CardList) -> None:
    for at in range(4):
        post = cards.posts()[at]
        layout = cards.shelf.layout(post)
        first = action_rect(layout.footer, 0, cards.shelf.look)
        image = cards.shelf.picture(post, cards.state_of(post), 1.0).toImage()
        ground = image.pixel(first.right(), first.bottom())
        room = [
            image.pixel(x, y)
            for x in range(first.x(), layout.footer.right())
            for y in range(first.y(), first.bottom())
        ]
        assert set(room) == {ground}
