"""A picture that comes late is drawn onto the finished card, which is then as if drawn with it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from controlroom.model.cached import CachedPost
from controlroom.model.post import Author, Media, MediaKind
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.preparing import Preparing
from tests.ui.board.cards import post

FACE, CLIP = "https://m.example/face", "https://m.example/clip"
pytestmark = pytest.mark.usefixtures("qapp")


class Pictures(QObject):
    """Has only what has come so far."""

    come = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.there: set[str] = set()

    def picture(self, address: str, size: QSize) -> QImage | None:
        if address not in self.there:
            return None
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor("green") if address == FACE else QColor("orange"))
        return image

    def bring(self, address: str) -> None:
        self.there.add(address)
        self.come.emit(address)


@pytest.fixture
def pictures() -> Pictures:
    return Pictures()


@pytest.fixture
def cards(qapp: QApplication, pictures: Pictures) -> Iterator[CardList]:
    view = made(pictures)
    yield view
    view.close()
    view.deleteLater()


def made(pictures: Pictures) -> CardList:
    view = CardList(Pixmaps())
    view.show_pictures(pictures)  # type: ignore[arg-type]
    view.resize(308, 700)
    view.show_posts([told(2), told(1)], above=False, below=False)
    view.show()
    QApplication.processEvents()
    return view


def told(number: int) -> CachedPost:
    author = Author(
        f"a{number}", "kop", "Karen Oduya-Platt", avatar_url=FACE if number == 1 else ""
    )
    clip = Media(MediaKind.VIDEO, "", preview_url=CLIP, duration_ms=42_000)
    return post(number, author=author, media=(clip,))


def card(cards: CardList, number: int) -> QImage:
    one = next(one for one in cards.posts() if one.id == number)
    return cards.shelf.picture(one, cards.state_of(one), cards.devicePixelRatio()).toImage()


def test_the_card_is_as_if_it_had_been_drawn_with_the_picture(
    cards: CardList, pictures: Pictures
) -> None:
    before = card(cards, 1)
    pictures.bring(FACE)
    with_face = card(cards, 1)
    pictures.bring(CLIP)
    fresh = made(pictures)
    assert before != with_face != card(cards, 1)
    assert [card(cards, one) for one in (1, 2)] == [card(fresh, one) for one in (1, 2)]
    fresh.close()
    fresh.deleteLater()


def test_the_same_card_in_another_state_is_not_shown_without_the_picture(
    cards: CardList, pictures: Pictures
) -> None:
    unread = card(cards, 1)
    cards.mark_read({1})
    assert card(cards, 1) != unread
    pictures.bring(FACE)
    cards.read.clear()
    fresh = made(pictures)
    assert card(cards, 1) == card(fresh, 1) != unread
    fresh.close()
    fresh.deleteLater()


def test_only_the_place_of_the_picture_is_drawn_anew(cards: CardList, pictures: Pictures) -> None:
    before = card(cards, 1)
    pictures.bring(FACE)
    after, face = card(cards, 1), cards.shelf.layout(cards.posts()[1]).avatar
    changed = {
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    }
    assert changed
    assert all(face.contains(x, y) for x, y in changed)


def test_pictures_that_come_together_are_drawn_one_in_a_pause(
    cards: CardList, pictures: Pictures
) -> None:
    cards.soon.preparing = preparing = Preparing(cards)
    before = [card(cards, one) for one in (1, 2)]
    pictures.bring(CLIP)
    assert [card(cards, one) for one in (1, 2)] == before
    assert cards.prepare(0)
    assert sum(card(cards, one) != old for one, old in zip((1, 2), before, strict=True)) == 1
    assert cards.prepare(0)
    assert all(card(cards, one) != old for one, old in zip((1, 2), before, strict=True))
    assert not cards.prepare(0)
    preparing.stop()


def test_a_card_that_is_kept_no_longer_is_drawn_whole_when_it_is_wanted(
    cards: CardList, pictures: Pictures
) -> None:
    cards.shelf.pixmaps.clear()
    pictures.bring(FACE)
    fresh = made(pictures)
    assert card(cards, 1) == card(fresh, 1)
    fresh.close()
    fresh.deleteLater()
