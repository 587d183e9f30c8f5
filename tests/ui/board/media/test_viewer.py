"""The viewer: from the cache alone, by keys, with words for everything that cannot be shown."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from controlroom.exercise.media import rendered
from controlroom.model.cached import CachedPost
from controlroom.model.fetching import FetchNews, FetchStage
from controlroom.model.post import Media, MediaKind
from controlroom.store.cache.clips import ClipKeeper
from controlroom.store.cache.pictures import PictureKeeper
from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database
from controlroom.ui.board.media.desk import MediaDesk
from controlroom.ui.board.media.player import NoPlayer, Player
from controlroom.ui.board.media.saving import ending_of, save_copy
from controlroom.ui.board.media.showing import Showing
from controlroom.ui.board.media.viewer import MediaViewer
from controlroom.ui.board.pictures.decode import decode_whole
from controlroom.ui.frame.window import DeskWindow
from tests.ui.board.cards import post

PHOTO = Media(MediaKind.IMAGE, "https://m.example/a.png", alt="Smoke over the M97")
FILM = Media(MediaKind.VIDEO, "https://m.example/b.mp4", duration_ms=4_000)
SECRET = Media(MediaKind.IMAGE, "https://m.example/c.png", sensitive=True)
AWAY = Media(MediaKind.VIDEO, "https://m.example/d.mp4")
POST = post(7, "Look", media=(PHOTO, FILM, SECRET, AWAY), url="https://fenmast.example/@jo/7")


def picture(width: int = 800, height: int = 600) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def can_play() -> str:
    try:
        Player().deleteLater()
    except NoPlayer as error:
        return str(error)
    return ""


class Room:
    """A viewer over a window and a real cache with a picture and a film in it."""

    def __init__(self, desk: DeskWindow, folder: Path, bot: QtBot) -> None:
        self.desk, self.bot = desk, bot
        self.database = Database.open(folder, CACHE, bytes(32), write=True)
        self.pictures, self.clips = PictureKeeper(self.database), ClipKeeper(self.database)
        self.media = MediaDesk(desk)
        self.media.open(self.database)
        self.wished: list[object] = []
        self.media.wished.connect(self.wished.append)
        self.media.clip_wished.connect(self.wished.append)
        self.browsed: list[str] = []
        browse = lambda url: self.browsed.append(url.toString())  # noqa: E731
        self.showing = Showing(desk, self.media, lambda: True, browse)

    def keep(self, media: Media, body: bytes) -> None:
        now = datetime.now(UTC)
        if media.kind is MediaKind.IMAGE:
            self.pictures.keep(media.url, body, now)
            return
        draft = self.clips.begin()
        draft.write(body)
        draft.end()
        self.clips.keep(draft, media.url, now)

    def open(self, place: int = 0, shown: CachedPost = POST) -> MediaViewer:
        assert self.showing.media(shown, place)
        viewer = self.desk.layers.top()
        assert isinstance(viewer, MediaViewer)
        return viewer

    def waits_for(self, holds: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(holds()))

    def close(self) -> None:
        self.desk.layers.close_all()
        self.media.close()
        self.database.close()


@pytest.fixture
def room(desk: DeskWindow, tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    folder = tmp_path / "cache"
    folder.mkdir()
    one = Room(desk, folder, qtbot)
    yield one
    one.close()


def test_a_picture_is_shown_whole_with_its_description(room: Room) -> None:
    room.keep(PHOTO, picture())
    viewer = room.open()
    room.waits_for(lambda: viewer.stage.currentWidget() is viewer.picture)
    assert viewer.picture.full == QSize(800, 600)
    assert viewer.picture.is_fitted
    assert viewer.alt.text() == "Smoke over the M97"
    assert room.wished == []
    assert not viewer.grab().isNull()


def test_what_is_not_there_is_asked_of_the_engine_and_shown_when_it_has_come(room: Room) -> None:
    viewer = room.open()
    room.waits_for(lambda: room.wished == [[PHOTO.url]])
    assert "being fetched" in viewer.said.text.text()
    assert not viewer.head.save.isEnabled()
    room.keep(PHOTO, picture())
    room.media.there(["https://m.example/other.png"])
    room.media.there([PHOTO.url])
    room.waits_for(lambda: viewer.stage.currentWidget() is viewer.picture)
    assert viewer.head.save.isEnabled()


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (FetchStage.GONE, "not there any more"),
        (FetchStage.TOO_LARGE, "larger"),
        (FetchStage.NO_MEDIA, "own player"),
        (FetchStage.REFUSED, "none that may be asked"),
    ],
)
def test_what_cannot_be_had_says_why(room: Room, stage: FetchStage, words: str) -> None:
    viewer = room.open(3)
    room.waits_for(lambda: room.wished == [AWAY.url])
    room.media.hear(FetchNews(AWAY.url, FetchStage.FETCHING, 2_000_000, 4_000_000))
    assert " of " in viewer.said.text.text()
    room.media.hear(FetchNews("https://m.example/other", FetchStage.NOT_KEPT))
    room.media.hear(FetchNews(AWAY.url, stage))
    assert words in viewer.said.text.text()
    assert not viewer.said.asks


def test_a_server_that_does_not_answer_can_be_asked_again(room: Room, qtbot: QtBot) -> None:
    viewer = room.open(3)
    room.waits_for(lambda: len(room.wished) == 1)
    room.media.hear(FetchNews(AWAY.url, FetchStage.NO_ANSWER))
    assert viewer.said.asks
    qtbot.keyClick(viewer, Qt.Key.Key_Return)
    room.waits_for(lambda: len(room.wished) == 2)


def test_what_is_sensitive_is_not_even_asked_for_until_somebody_wants_it(
    room: Room, qtbot: QtBot
) -> None:
    room.keep(SECRET, picture())
    viewer = room.open(2)
    assert "sensitive" in viewer.said.text.text()
    qtbot.wait(50)
    assert viewer.stage.currentWidget() is viewer.said
    viewer.said.button.click()
    room.waits_for(lambda: viewer.stage.currentWidget() is viewer.picture)


def test_keys_go_from_one_to_the_next_and_zoom(room: Room, qtbot: QtBot) -> None:
    room.keep(PHOTO, picture(4_000, 3_000))
    viewer = room.open()
    room.waits_for(lambda: viewer.stage.currentWidget() is viewer.picture)
    fitted = viewer.picture.zoom()
    qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.picture.zoom() == pytest.approx(fitted * 1.25)
    qtbot.keyClick(viewer, Qt.Key.Key_1)
    assert viewer.picture.zoom() == 1.0
    before = viewer.picture.place_of(viewer.picture.rect().center())
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    after = viewer.picture.place_of(viewer.picture.rect().center())
    assert after.x() > before.x()
    assert viewer.place == 0
    qtbot.keyClick(viewer, Qt.Key.Key_0)
    assert viewer.picture.is_fitted
    qtbot.keyClick(viewer, Qt.Key.Key_PageDown)
    assert viewer.place == 1
    qtbot.keyClick(viewer, Qt.Key.Key_K)
    assert viewer.place == 0
    qtbot.keyClick(viewer, Qt.Key.Key_PageUp)
    assert viewer.place == 0
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert room.desk.layers.top() is None


def test_zooming_keeps_what_lies_under_the_pointer(room: Room) -> None:
    room.keep(PHOTO, picture(4_000, 3_000))
    viewer = room.open()
    room.waits_for(lambda: viewer.stage.currentWidget() is viewer.picture)
    stage = viewer.picture
    stage.zoom_to(1.0)
    at = QPointF(stage.width() / 3, stage.height() / 4)
    before = stage.place_of(at.toPoint())
    stage.zoom_by(2, QPointF(at.toPoint()))
    after = stage.place_of(at.toPoint())
    assert (after - before).manhattanLength() < 1
    stage.zoom_by(100)
    assert stage.zoom() == 8.0


def test_bytes_that_are_no_picture_are_told(room: Room) -> None:
    room.keep(PHOTO, b"\x89PNG\r\n\x1a\n broken")
    viewer = room.open()
    room.waits_for(lambda: "cannot be read as a picture" in viewer.said.text.text())
    assert viewer.head.save.isEnabled()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_copy_is_written_as_it_was_fetched_under_a_name_of_ours(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    body = picture()
    dialog = save_copy(room.desk, body, 7, 1)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, True)
    assert dialog.selectedFiles()[0].endswith("post-7-2.png")
    dialog.fileSelected.emit(str(tmp_path / "copy.png"))
    dialog.close()
    assert (tmp_path / "copy.png").read_bytes() == body
    assert ending_of(b"<html>") == "bin"
    assert ending_of(b"\x00\x00\x00\x18ftypisom") == "mp4"


def test_the_post_opens_in_the_browser(room: Room) -> None:
    viewer = room.open()
    viewer.head.browse.click()
    assert room.browsed == ["https://fenmast.example/@jo/7"]


def test_a_post_without_media_opens_nothing(room: Room) -> None:
    assert not room.showing.media(post(8, "Words"))
    assert room.desk.layers.top() is None


def test_without_an_engine_what_is_not_kept_says_so(room: Room) -> None:
    showing = Showing(room.desk, room.media, lambda: False)
    showing.media(POST)
    viewer = room.desk.layers.top()
    assert isinstance(viewer, MediaViewer)
    assert "nothing is being read" in viewer.said.text.text()


@pytest.mark.qt_log_ignore(".*")
def test_a_computer_that_cannot_play_says_what_is_missing(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    room.keep(FILM, rendered("smoke-1.mp4")[0])
    viewer = room.open(1)
    room.waits_for(lambda: "cannot play it" in viewer.said.text.text())
    assert viewer.head.save.isEnabled()


@pytest.mark.qt_log_ignore(".*")
def test_a_film_plays_without_a_sound_device(room: Room, qtbot: QtBot) -> None:
    if missing := can_play():
        pytest.skip(f"this computer has no player: {missing}")
    room.keep(FILM, rendered("smoke-1.mp4")[0])
    viewer = room.open(1)
    room.waits_for(lambda: viewer.clip is not None and viewer.clip.player.length > 0)
    clip = viewer.clip
    assert clip is not None
    assert viewer.stage.currentWidget() is clip
    qtbot.keyClick(viewer, Qt.Key.Key_Space)
    room.waits_for(lambda: clip.player.plays and clip.player.position > 0)
    room.waits_for(lambda: not clip.player.picture().isNull())
    qtbot.keyClick(viewer, Qt.Key.Key_Space)
    room.waits_for(lambda: not clip.player.plays)
    at = clip.player.position
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    room.waits_for(lambda: clip.player.position > at)
    assert clip.bar.time.text().startswith("0:")


def test_a_large_picture_is_scaled_down_as_it_is_decoded() -> None:
    found = decode_whole(picture(3_000, 1_000), QSize(600, 600))
    assert found is not None
    assert found.full == QSize(3_000, 1_000)
    assert found.image.size() == QSize(600, 200)
    assert decode_whole(b"<svg/>", QSize(600, 600)) is None
