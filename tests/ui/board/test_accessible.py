"""What a screen reader hears of the board: lists with names, cards as their items."""

import subprocess
import sys

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton

from controlroom.ui.board.accessible import MOST_ITEMS, ListInterface
from controlroom.ui.board.list.window import MOST
from controlroom.ui.board.page import BoardPage
from tests.ui.board.cards import post

NAME = QAccessible.Text.Name


def heard(widget: object) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)  # type: ignore[arg-type]
    assert interface is not None
    return interface


def test_a_column_is_a_list_that_says_how_it_stands(board: BoardPage) -> None:
    view = board.row.columns[0]
    found = heard(view.list)
    assert found.role() == QAccessible.Role.List
    assert found.text(NAME) == "Mentions 1, waiting for the first read"
    assert found.childCount() == len(view.list.posts())
    view.marks.waiting = view.waiting._replace(unread=38)
    view.status.say_name()
    assert heard(view.list).text(NAME).startswith("Mentions 1, 38 unread posts")


def test_a_card_is_an_item_that_reads_like_a_sentence(board: BoardPage) -> None:
    cards = board.row.columns[0].list
    item = heard(cards).child(1)
    post = cards.posts()[1]
    assert item.role() == QAccessible.Role.ListItem
    text = item.text(NAME)
    assert text.startswith(post.post.author.name)
    assert post.post.text in text
    assert "through WestmarchUnit" in text
    assert item.rect().height() == cards.rect_of(post.id).height()
    assert heard(cards).indexOfChild(item) == 1
    assert item.state().focusable


def test_the_focused_card_is_the_focused_child(board: BoardPage) -> None:
    cards = board.row.columns[0].list
    cards.caret.put(cards.posts()[2].id)
    found = heard(cards).focusChild()
    assert heard(cards).indexOfChild(found) == 2
    assert found.state().focused
    below = heard(cards).child(len(cards.posts()) - 1)
    assert below.state().offscreen


def test_a_card_that_has_gone_is_not_valid_any_more(board: BoardPage) -> None:
    cards = board.row.columns[0].list
    item = heard(cards).child(0)
    assert item.isValid()
    cards.put([], [cards.posts()[0].id])
    assert not item.isValid()


def test_cards_that_went_by_long_ago_are_let_go_of(board: BoardPage) -> None:
    cards = board.row.columns[0].list
    for first in range(1, 5 * MOST, MOST):
        posts = [post(number) for number in range(first + MOST - 1, first - 1, -1)]
        cards.show_posts(posts, above=False, below=False)
        items = [heard(cards).child(index) for index in range(MOST)]
        assert all(item.isValid() and item.text(NAME) for item in items)
        found = heard(cards)
        assert isinstance(found, ListInterface)
        assert len(found._items) <= MOST_ITEMS + MOST


def test_every_button_of_a_column_has_a_name(board: BoardPage) -> None:
    buttons = board.row.columns[0].findChildren(QAbstractButton)
    assert len(buttons) >= 3
    for button in buttons:
        assert heard(button).text(NAME), button


HEARD_BEFORE = """
from controlroom import ui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from controlroom.ui.board.accessible import ListInterface, install
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.pixmaps import Pixmaps

app = QApplication([])
cards = CardList(Pixmaps())
assert not isinstance(QAccessible.queryAccessibleInterface(cards), ListInterface)
install([cards])
assert isinstance(QAccessible.queryAccessibleInterface(cards), ListInterface)
"""


def test_a_list_that_was_asked_for_early_is_heard_as_a_list_all_the_same() -> None:
    subprocess.run([sys.executable, "-c", HEARD_BEFORE], check=True)
