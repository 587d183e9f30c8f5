"""Pictures on cards: decoded aside to the size of their box; nothing moves for them."""

import struct
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QTransform
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.post import Media, MediaKind
from controlroom.store.cache.pictures import PictureKeeper
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.soon import CARDS_AHEAD, PICTURES_AHEAD
from controlroom.ui.board.pictures.decode import decode
from controlroom.ui.board.pictures.gallery import Gallery
from controlroom.ui.board.pictures.shown import address_of
from tests.ui.board.cards import post

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADDRESS = "https://m.example/1"
GREEN = QColor(10, 200, 30)
pytestmark = pytest.mark.usefixtures("qapp")


def encoded(image: QImage, kind: str = "PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


def plain(width: int, height: int, colour: QColor = GREEN) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[PictureKeeper]:
    database = Database.open(tmp_path, CACHE, bytes(32), write=True)
    yield PictureKeeper(database)
    database.close()


@pytest.fixture
def gallery(keeper: PictureKeeper) -> Iterator[Gallery]:
    one = Gallery()
    one.open(keeper)
    yield one
    one.close()


@pytest.fixture
def cards(qapp: QApplication, gallery: Gallery) -> Iterator[CardList]:
    view = CardList(Pixmaps())
    view.show_pictures(gallery)
    view.resize(308, 700)
    view.show()
    qapp.processEvents()
    yield view
    view.close()
    view.deleteLater()


def bring(gallery: Gallery, qtbot: QtBot, address: str, size: QSize) -> QImage | None:
    with qtbot.waitSignal(gallery.come, timeout=5000):
        assert gallery.picture(address, size) is None
    return gallery.picture(address, size)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("whole", [(900, 100), (100, 900), (7, 5), (1, 1), (3000, 2000)])
def test_a_picture_fills_its_box_whatever_its_shape(kind: str, whole: tuple[int, int]) -> None:
    image = decode(encoded(plain(*whole), kind), QSize(279, 84))
    assert image is not None
    assert (image.width(), image.height()) == (279, 84)
    assert abs(image.pixelColor(140, 42).green() - GREEN.green()) < 6


def test_the_middle_of_a_picture_is_shown() -> None:
    image = plain(400, 800, QColor("red"))
    for y in range(300, 500):
        for x in range(400):
            image.setPixelColor(x, y, GREEN)
    found = decode(encoded(image), QSize(200, 80))
    assert found is not None
    assert {found.pixelColor(x, y).name() for x in (2, 100, 197) for y in (2, 77)} == {GREEN.name()}


def test_a_picture_that_was_taken_sideways_stands_upright() -> None:
    image = plain(80, 40, QColor("red"))
    for y in range(40):
        for x in range(40):
            image.setPixelColor(x, y, GREEN)
    turned = image.transformed(QTransform().rotate(-90))
    found = decode(sideways(encoded(turned, "JPEG")), QSize(160, 80))
    assert found is not None
    assert (found.width(), found.height()) == (160, 80)
    assert found.pixelColor(20, 40).green() > 150
    assert found.pixelColor(140, 40).red() > 150


def sideways(jpeg: bytes) -> bytes:
    """Returns a JPEG with the note that it is to be turned to the right."""
    tag = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + tag + b"\0\0\0\0"
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def bomb() -> bytes:
    """A PNG of 30,000 by 30,000 pixels in very few bytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>",
        b"\x89PNG\r\n\x1a\n<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8 ",
        bomb(),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore")
def test_what_cannot_be_read_is_no_picture(body: bytes, qtlog: object) -> None:
    with qtlog.disabled():  # type: ignore[attr-defined]
        assert decode(body, QSize(279, 84)) is None


def test_a_picture_that_lies_in_the_cache_comes_by_itself(
    gallery: Gallery, keeper: PictureKeeper, qtbot: QtBot
) -> None:
    keeper.keep(ADDRESS, encoded(plain(400, 300)), NOW)
    found = bring(gallery, qtbot, ADDRESS, QSize(279, 84))
    assert found is not None
    assert found.size() == QSize(279, 84)


def test_a_picture_that_is_missing_is_wished_for_once_and_comes_when_it_is_there(
    gallery: Gallery, keeper: PictureKeeper, qtbot: QtBot
) -> None:
    wishes = QSignalSpy(gallery.wished)
    with qtbot.waitSignal(gallery.wished, timeout=5000):
        for _ in range(5):
            assert gallery.picture(ADDRESS, QSize(279, 84)) is None
    qtbot.wait(150)
    assert [wishes.at(n) for n in range(wishes.count())] == [[[ADDRESS]]]
    keeper.keep(ADDRESS, encoded(plain(400, 300)), NOW)
    with qtbot.waitSignal(gallery.come, timeout=5000):
        gallery.there([ADDRESS, "https://m.example/other"])
    assert gallery.picture(ADDRESS, QSize(279, 84)) is not None


def test_a_new_engine_is_asked_anew(gallery: Gallery, qtbot: QtBot) -> None:
    with qtbot.waitSignal(gallery.wished, timeout=5000):
        gallery.picture(ADDRESS, QSize(279, 84))
    with qtbot.waitSignal(gallery.wished, timeout=5000):
        gallery.engine_runs(True)


def test_only_so_many_bytes_are_held(keeper: PictureKeeper, qtbot: QtBot) -> None:
    gallery = Gallery(limit=3 * 100 * 100 * 4)
    gallery.open(keeper)
    body = encoded(plain(100, 100))
    for number in range(6):
        keeper.keep(f"{ADDRESS}{number}", body, NOW)
        bring(gallery, qtbot, f"{ADDRESS}{number}", QSize(100, 100))
    assert gallery.bytes == 3 * 100 * 100 * 4
    assert gallery.picture(f"{ADDRESS}0", QSize(100, 100)) is None
    gallery.close()
    assert gallery.bytes == 0


def test_a_clip_is_shown_by_its_still_and_sound_by_none() -> None:
    clip = Media(MediaKind.VIDEO, "https://m.example/clip.mp4", "https://m.example/still.jpg")
    assert address_of(clip) == "https://m.example/still.jpg"
    assert address_of(Media(MediaKind.VIDEO, "https://m.example/clip.mp4")) == ""
    assert (
        address_of(Media(MediaKind.IMAGE, "https://m.example/a.jpg")) == "https://m.example/a.jpg"
    )


def pictured(number: int, *, sensitive: bool = False) -> object:
    media = Media(MediaKind.IMAGE, f"{ADDRESS}{number}", alt="Smoke", sensitive=sensitive)
    return post(number, "Smoke across the plots.", media=(media,))


def centre_of(cards: CardList, number: int) -> QPoint:
    one = next(one for one in cards.posts() if one.id == number)
    box = cards.shelf.layout(one).media[0].rect
    return box.center() + cards.rect_of(number).topLeft() + QPoint(box.width() // 3, 0)


def test_a_card_shows_its_picture_and_no_other_card_is_drawn_or_moved(
    cards: CardList, gallery: Gallery, keeper: PictureKeeper, qtbot: QtBot
) -> None:
    cards.show_posts([pictured(n) for n in (3, 2, 1)], above=False, below=False)  # type: ignore[misc]
    qtbot.wait(150)
    before = [cards.rect_of(n) for n in (3, 2, 1)]
    held = {one.id: cards.shelf.picture(one, cards.state_of(one), 1.0).cacheKey()
            for one in cards.posts()}  # fmt: skip
    keeper.keep(f"{ADDRESS}2", encoded(plain(400, 300)), NOW)
    with qtbot.waitSignal(gallery.come, timeout=5000):
        gallery.there([f"{ADDRESS}2"])
    qtbot.wait(50)
    grabbed = cards.viewport().grab().toImage()
    assert grabbed.pixelColor(centre_of(cards, 2)) == GREEN
    assert grabbed.pixelColor(centre_of(cards, 1)) != GREEN
    assert [cards.rect_of(n) for n in (3, 2, 1)] == before
    now = {one.id: cards.shelf.picture(one, cards.state_of(one), 1.0).cacheKey()
           for one in cards.posts()}  # fmt: skip
    assert {number for number in now if now[number] != held[number]} == {2}


def test_what_is_sensitive_is_not_even_asked_for_until_it_is_pressed(
    cards: CardList, gallery: Gallery, keeper: PictureKeeper, qtbot: QtBot
) -> None:
    keeper.keep(f"{ADDRESS}1", encoded(plain(400, 300)), NOW)
    wishes = QSignalSpy(gallery.wished)
    cards.show_posts([pictured(1, sensitive=True)], above=False, below=False)  # type: ignore[list-item]
    qtbot.wait(150)
    assert wishes.count() == 0
    height = cards.rect_of(1).height()
    with qtbot.waitSignal(gallery.come, timeout=5000):
        qtbot.mousePress(cards.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(cards, 1))
    qtbot.wait(50)
    assert cards.viewport().grab().toImage().pixelColor(centre_of(cards, 1)) == GREEN
    assert cards.rect_of(1).height() == height


def test_pictures_are_asked_for_before_their_card_is_drawn_and_covered_ones_never(
    cards: CardList, gallery: Gallery, qtbot: QtBot
) -> None:
    posts = [pictured(n, sensitive=n % 2 == 0) for n in range(40, 0, -1)]
    cards.show_posts(posts, above=False, below=False)  # type: ignore[arg-type]
    cards.grab()
    asked: list[str] = []
    gallery.wished.connect(asked.extend)
    while cards.prepare(1):
        pass
    last = cards.visible()[-1][0]
    beyond = cards.posts()[last + 1 : last + 1 + PICTURES_AHEAD]
    open_ones = {f"{ADDRESS}{one.id}" for one in beyond if one.id % 2}
    qtbot.waitUntil(lambda: open_ones <= set(asked))
    assert {int(one.removeprefix(ADDRESS)) % 2 for one in asked} == {1}
    undrawn = beyond[CARDS_AHEAD:]
    ready = [one for one in undrawn if cards.shelf.is_ready(one, cards.state_of(one), 1.0)]
    assert ready == []


@pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75, 2.0])
def test_a_card_that_ends_in_the_middle_of_a_pixel_covers_the_whole_of_it(
    cards: CardList, ratio: float
) -> None:
    for width in (299, 300, 301, 302):
        cards.shelf.width = width
        card = cards.shelf.picture(post(1), CardState(age="now"), ratio).toImage()
        assert card.width() >= width * ratio
        assert card.height() >= cards.shelf.height(post(1)) * ratio
        ground = cards.shelf.look.palette.bg1
        line = round(2 * ratio)
        edge = {card.pixelColor(card.width() - 1, y).name() for y in range(card.height() - line)}
        assert edge == {ground.name()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_asked_for_ahead_is_the_one_its_card_is_drawn_with(
    cards: CardList, gallery: Gallery, keeper: PictureKeeper, qtbot: QtBot, ratio: float
) -> None:
    keeper.keep(f"{ADDRESS}1", encoded(plain(400, 300)), NOW)
    one = pictured(1)
    with qtbot.waitSignal(gallery.come, timeout=5000):
        assert cards.shelf.ask_pictures(one, ratio)  # type: ignore[arg-type]
    assert not cards.shelf.ask_pictures(one, ratio)  # type: ignore[arg-type]
    state = CardState(age="now")
    drawn = cards.shelf.picture(one, state, ratio).toImage()  # type: ignore[arg-type]
    box = cards.shelf.layout(one).media[0].rect  # type: ignore[arg-type]
    at = box.center() + QPoint(box.width() // 3, 0)
    assert drawn.pixelColor(round(at.x() * ratio), round(at.y() * ratio)) == GREEN
    assert drawn.devicePixelRatio() == ratio
