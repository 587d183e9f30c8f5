"""Links in texts that are drawn by ourselves: a hand, a line below them, and a press opens them."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controlroom.model.cached import CachedPost
from controlroom.model.post import Media, MediaKind, Span, SpanKind
from controlroom.model.query.tree import Everything
from controlroom.ui.board.card.content import Ours
from controlroom.ui.board.links.spans import Link, found_at
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.review.hit_list import HitList
from controlroom.ui.review.said import Said
from controlroom.ui.review.talks import HitPage
from controlroom.ui.theme.theme import theme
from tests.ui.board.cards import post

HAND, ARROW = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
TEXT = "Read this: example.org/road and stay away"
LINK = Link("https://example.org/road", "example.org/road")
START = TEXT.index("example.org")
SPAN = Span(SpanKind.LINK, START, START + len(LINK.shown), LINK.address)
PHOTO = Media(MediaKind.IMAGE, "https://m.example/1")
pytestmark = pytest.mark.usefixtures("qapp")


def linked(number: int = 1, **values: Any) -> CachedPost:
    return post(number, TEXT, spans=(SPAN,), **values)


@pytest.fixture
def cards(qapp: QApplication) -> Iterator[CardList]:
    view = CardList(Pixmaps())
    view.resize(320, 500)
    view.show()
    view.show_posts([linked(number, media=(PHOTO,)) for number in range(9, 0, -1)],
                    above=False, below=False)  # fmt: skip
    qapp.processEvents()
    yield view
    view.close()
    view.deleteLater()


@pytest.fixture
def hits(qapp: QApplication) -> Iterator[HitList]:
    view = HitList()
    view.resize(700, 400)
    view.show()
    view.begin(Everything(), Ours())
    posts = [linked(number) for number in range(9, 0, -1)]
    view.take(0, HitPage(posts, posts[-1].id, last=True))
    qapp.processEvents()
    yield view
    view.close()
    view.deleteLater()


def on_link(cards: CardList, index: int = 0) -> QPoint:
    """Returns the middle of the link on a card, in the view."""
    one = cards.posts()[index]
    card = cards.shelf.layout(one)
    assert card.text is not None
    lines = next(
        found.lines
        for x in range(0, card.body.width(), 2)
        for y in range(4, card.body.height(), 9)
        if (found := found_at(one.post, card.text.layout, QPoint(x, y)))
    )
    return cards.rect_of(one.id).topLeft() + card.body.topLeft() + middle_above(lines[0])


def middle_above(line: QRect) -> QPoint:
    return QPoint(line.center().x(), line.y() - 4)


def accent_below(widget: QWidget, at: QPoint) -> bool:
    """Returns whether there is a whole line in the accent below a place."""
    image, accent = widget.grab().toImage(), theme().palette.accent.name()
    ratio = image.devicePixelRatio()
    for y in range(at.y(), at.y() + 8):
        places = [(round(x * ratio), round(y * ratio)) for x in range(at.x() - 15, at.x() + 15)]
        if {QColor(image.pixel(*one)).name() for one in places} == {accent}:
            return True
    return False


def test_a_link_on_a_card_has_a_hand_and_a_line_until_the_mouse_leaves(cards: CardList) -> None:
    view, at = cards.viewport(), on_link(cards)
    assert not accent_below(view, at)
    QTest.mouseMove(view, at)
    assert view.cursor().shape() is HAND
    assert accent_below(view, at)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.cursor().shape() is ARROW
    assert not accent_below(view, at)


def test_words_beside_a_link_have_neither(cards: CardList) -> None:
    view, at = cards.viewport(), on_link(cards)
    QTest.mouseMove(view, at)
    QTest.mouseMove(view, cards.shelf.layout(cards.posts()[0]).body.topLeft() + QPoint(4, 6))
    assert view.cursor().shape() is ARROW
    assert cards.hover.whose == 0


def test_a_picture_on_a_card_has_a_hand(cards: CardList) -> None:
    box = cards.shelf.layout(cards.posts()[0]).media[0].rect
    QTest.mouseMove(cards.viewport(), cards.rect_of(9).topLeft() + box.center())
    assert cards.viewport().cursor().shape() is HAND
    assert cards.hover.whose == 0


def test_what_scrolls_away_below_the_mouse_is_pointed_at_no_more(cards: CardList) -> None:
    QTest.mouseMove(cards.viewport(), on_link(cards, 1))
    assert cards.hover.whose == 8
    cards.scroll_by(-30)
    assert cards.hover.whose == 0
    assert cards.viewport().cursor().shape() is ARROW


def test_a_link_broken_over_two_lines_has_a_line_below_each(cards: CardList) -> None:
    text = "x" * 30 + " https://example.org/a/very/long/road/that/goes/on/and/on/and/on/to/sea"
    span = Span(SpanKind.LINK, 31, len(text), "https://example.org/a")
    one = post(3, text, spans=(span,))
    card = cards.shelf.layout(one)
    assert card.text is not None
    found = found_at(one.post, card.text.layout, QPoint(10, card.body.height() - 9))
    assert found is not None
    assert len(found.lines) > 1
    assert all(line.width() > 10 for line in found.lines)


def test_a_link_among_the_hits_is_opened_by_a_press(hits: HitList, qtbot: QtBot) -> None:
    row, rect = hits.stock.row(2), hits.row_rect(2)
    assert row is not None
    assert row.text is not None
    begins = row.text.layout.lineAt(0).cursorToX(START + 3)
    x = round(begins[0] if isinstance(begins, tuple) else begins)
    at = rect.topLeft() + row.body.topLeft() + QPoint(x, 8)
    QTest.mouseMove(hits.viewport(), at)
    assert hits.viewport().cursor().shape() is HAND
    assert accent_below(hits.viewport(), at + QPoint(20, 0))
    pressed, moved = QSignalSpy(hits.link_pressed), QSignalSpy(hits.moved)
    qtbot.mousePress(hits.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [pressed.at(n)[0] for n in range(pressed.count())] == [LINK]
    assert moved.count() == 1
    qtbot.mousePress(hits.viewport(), Qt.MouseButton.LeftButton, pos=at - QPoint(x - 2, 0))
    assert pressed.count() == 1


def test_a_link_in_a_whole_text_is_opened_by_a_press(qtbot: QtBot) -> None:
    said = Said()
    qtbot.addWidget(said)
    said.resize(500, 60)
    said.show()
    spy = QSignalSpy(said.link_pressed)
    said.show_text(TEXT, (), linked().post)
    said.grab()
    assert said._layout is not None
    begins = said._layout.lineAt(0).cursorToX(START + 3)
    at = QPoint(round(begins[0] if isinstance(begins, tuple) else begins), 8)
    QTest.mouseMove(said, at)
    assert said.cursor().shape() is HAND
    qtbot.mouseClick(said, Qt.MouseButton.LeftButton, pos=at)
    assert [spy.at(n)[0] for n in range(spy.count())] == [LINK]
    said.show_text(TEXT)
    qtbot.mouseClick(said, Qt.MouseButton.LeftButton, pos=at)
    assert spy.count() == 1
