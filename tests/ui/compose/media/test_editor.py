"""The media editor over a real room: what is drawn is what is covered in what leaves."""

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from controlroom.model.outgoing.content import Attachment, FileKind
from controlroom.outbound.media.edit import WHOLE, Box, Edit, Over
from controlroom.outbound.media.room import MediaRoom
from controlroom.store.shelf.file import ShelfFile
from controlroom.ui.compose.media.canvas import Tool
from controlroom.ui.compose.media.editor import MediaEditor
from tests.outbound.media.samples import camera_clip, camera_jpeg, shown

KEY = bytes(range(32))


class Bench:
    """A shelf, a room, and editors on it."""

    def __init__(self, folder: Path, bot: QtBot) -> None:
        self.bot = bot
        self.shelf = ShelfFile.open_in(folder, KEY)
        self.room = MediaRoom(lambda: self.shelf, folder / "work")
        self.taken: list[tuple[Attachment, Edit]] = []
        self.host = QWidget()
        bot.addWidget(self.host)

    def editor(self, content: bytes, kind: FileKind, length_ms: int = 0) -> MediaEditor:
        original = self.shelf.take(io.BytesIO(content))
        editor = MediaEditor(self.room, Attachment(original, kind, {}), Edit(), length_ms)
        host = self.host
        host.resize(900, 700)
        editor.setParent(host)
        editor.resize(900, 700)
        host.show()
        editor.taken.connect(lambda file, edit: self.taken.append((file, edit)))
        self.wait(lambda: not editor.canvas.image.isNull())
        return editor

    def wait(self, condition: Any) -> None:
        self.bot.waitUntil(lambda: bool(condition()), timeout=30_000)

    def finished(self, editor: MediaEditor) -> tuple[Attachment, Edit]:
        editor.take.click()
        self.wait(lambda: self.taken)
        return self.taken.pop()

    def bytes_of(self, sha256: str) -> bytes:
        with self.shelf.open(sha256) as file:
            return file.read()

    def close(self) -> None:
        self.room.close()
        self.shelf.close()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    with closing(Bench(tmp_path, qtbot)) as one:
        yield one


def drag(editor: MediaEditor, begin: tuple[float, float], end: tuple[float, float]) -> None:
    area = editor.canvas.area()
    places = [
        QPoint(round(area.left() + x * area.width()), round(area.top() + y * area.height()))
        for x, y in (begin, end)
    ]
    QTest.mousePress(editor.canvas, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(editor.canvas, places[1])
    QTest.mouseRelease(editor.canvas, Qt.MouseButton.LeftButton, pos=places[1])


def test_what_is_drawn_over_is_covered_in_every_copy(bench: Bench) -> None:
    editor = bench.editor(camera_jpeg(), FileKind.PHOTO)
    editor.canvas.tool = Tool.BLOCK
    drag(editor, (0.25, 0.25), (0.75, 0.75))
    (cover,) = editor.edit.covers
    assert cover.over is Over.BLOCK
    assert abs(cover.marks[0].box.left - WHOLE // 4) < 100
    file, edit = bench.finished(editor)
    assert file.done == ("block 1",)
    assert edit == editor.edit
    assert {"x", "bluesky", "mastodon", "facebook"} <= set(file.renditions)
    for rendition in file.renditions.values():
        seen = shown(bench.bytes_of(rendition.sha256))
        assert seen[seen.shape[0] // 2, seen.shape[1] // 2].max() < 40


def test_a_region_is_moved_resized_and_removed_with_the_keys(bench: Bench) -> None:
    editor = bench.editor(camera_jpeg(), FileKind.PHOTO)
    canvas = editor.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    first = editor.edit.covers[0].marks[0].box
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    now = editor.edit.covers[0].marks[0].box
    assert (now.left - first.left, now.height - first.height) == (100, 100)
    assert "from the left" in canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert editor.edit == Edit()
    editor.undo.click()
    assert editor.edit.covers[0].marks[0].box == now


def test_a_region_is_moved_with_the_mouse_by_its_middle_and_resized_by_its_corner(
    bench: Bench,
) -> None:
    editor = bench.editor(camera_jpeg(), FileKind.PHOTO)
    drag(editor, (0.2, 0.2), (0.4, 0.4))
    before = editor.edit.covers[0].marks[0].box
    drag(editor, (0.3, 0.3), (0.5, 0.3))
    after = editor.edit.covers[0].marks[0].box
    assert abs(after.left - before.left - 2_000) < 150
    assert abs(after.width - before.width) < 20
    drag(editor, (0.6, 0.4), (0.7, 0.6))
    assert editor.edit.covers[0].marks[0].box.width > after.width + 500
    assert len(editor.edit.covers) == 1


def test_cropping_and_turning_are_what_leaves(bench: Bench) -> None:
    editor = bench.editor(camera_jpeg(), FileKind.PHOTO)
    editor.canvas.tool = Tool.CROP
    drag(editor, (0.0, 0.0), (0.5, 1.0))
    editor.turn.click()
    file, _ = bench.finished(editor)
    made = file.renditions["mastodon"]
    assert abs(made.width - 480) < 12
    assert abs(made.height - 320) < 12
    assert file.done == ("crop", "turn 90")


def test_a_clip_is_cut_muted_and_followed(bench: Bench) -> None:
    clip = camera_clip(2.0, (320, 240))
    editor = bench.editor(clip, FileKind.CLIP, 2_000)
    editor._draw(Tool.BLOCK, Box(0, 4_160, 1_250, 1_670))
    editor.follow_it.click()
    bench.wait(lambda: len(editor.edit.covers[0].marks) > 1)
    assert editor.edit.covers[0].marks[-1].box.left > 5_000
    editor.place.setValue(500)
    editor.begin.click()
    editor.mute.click()
    file, edit = bench.finished(editor)
    assert (edit.begin_ms, edit.mute) == (500, True)
    assert abs(file.renditions["x"].duration_ms - 1_400) < 200
    assert "mute" in file.done
    # Instagram takes nothing so short: it is left out, and the others are not.
    assert "instagram" not in file.renditions


def test_a_clip_too_long_for_a_network_says_so_before_it_is_made(bench: Bench) -> None:
    editor = bench.editor(camera_clip(1.0, (64, 64), sound=False), FileKind.CLIP, 200_000)
    assert "Too long for X, Bluesky" in editor.note.text().replace(":", "")
    editor.cancel()


def test_cancelling_leaves_everything_as_it_was(bench: Bench) -> None:
    editor = bench.editor(camera_jpeg(), FileKind.PHOTO)
    editor._draw(Tool.BLUR, Box(0, 0, 5_000, 5_000))
    editor.take.click()
    editor.cancel()
    QTest.qWait(50)
    assert bench.taken == []
