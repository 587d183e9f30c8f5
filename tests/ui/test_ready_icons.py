"""The icons of the last start are taken as they were; what is wrong with them is drawn anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from controlroom.ui.theme import icons, ready_icons
from controlroom.ui.theme.icons import icon_pixmap, keep_ready, make_ready

BLUE = QColor("#3366ff")


@pytest.fixture(autouse=True)
def nothing_drawn(qapp: QApplication) -> Iterator[None]:
    icons._found.cache_clear()
    yield
    icons._found.cache_clear()


def kept(folder: Path) -> dict[str, QPixmap]:
    """Leaves three icons in a folder and forgets them; returns how they looked."""
    make_ready(folder)
    drawn = {
        "board": icon_pixmap("board", 20, BLUE, 1.0),
        "bell": icon_pixmap("bell", 15, BLUE, 1.5),
        "hand": icon_pixmap("hand", 17, BLUE, 2.0),
    }
    keep_ready(folder)
    icons._found.cache_clear()
    return drawn


def test_kept_icons_look_as_they_did_pixel_by_pixel(tmp_path: Path) -> None:
    drawn = kept(tmp_path)
    again = ready_icons.load(tmp_path)
    assert [(key.name, key.size, key.ratio) for key in again] == [
        ("board", 20, 1.0),
        ("bell", 15, 1.5),
        ("hand", 17, 2.0),
    ]
    for key, icon in again.items():
        assert icon.toImage() == drawn[key.name].toImage()
        assert icon.devicePixelRatio() == key.ratio


def test_kept_icons_are_taken_and_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path)
    file = tmp_path / ready_icons.FILE_NAME
    before = file.stat().st_mtime_ns
    monkeypatch.setattr(icons, "_draw", lambda key: pytest.fail(f"{key.name} was drawn"))
    make_ready(tmp_path)
    assert icon_pixmap("bell", 15, BLUE, 1.5).width() == 22
    keep_ready(tmp_path)
    assert file.stat().st_mtime_ns == before


def test_an_icon_that_is_not_kept_is_drawn_and_kept_with_the_others(tmp_path: Path) -> None:
    kept(tmp_path)
    make_ready(tmp_path)
    icon_pixmap("board", 20, BLUE, 1.0)
    icon_pixmap("moon", 13, BLUE, 1.0)
    keep_ready(tmp_path)
    assert [key.name for key in ready_icons.load(tmp_path)] == ["board", "moon"]


def test_icons_of_the_board_are_kept_beside_those_of_the_frame(tmp_path: Path) -> None:
    kept(tmp_path)
    make_ready(tmp_path, ready_icons.BOARD_FILE)
    icon_pixmap("moon", 13, BLUE, 1.0)
    keep_ready(tmp_path, ready_icons.BOARD_FILE)
    beside = ready_icons.load(tmp_path, ready_icons.BOARD_FILE)
    assert [key.name for key in beside] == ["moon"]
    assert [key.name for key in ready_icons.load(tmp_path)] == ["board", "bell", "hand"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[:-200],
        lambda whole: whole.replace(b'"version": "', b'"version": "9'),
        lambda whole: whole.replace(b'"bell"', b'"nope"'),
        lambda whole: b"[" * 100_000 + b"\n",
        lambda whole: b'{"version": 1}\n',
        lambda whole: whole.replace(b'["board", 20', b'["board", 900'),
        lambda whole: whole.replace(b'"size": [', b'"size": [9'),
        lambda whole: whole.replace(b'"size": [', b'"size": [-'),
    ],
)
def test_a_file_that_cannot_be_used_gives_nothing(tmp_path: Path, damage: object) -> None:
    kept(tmp_path)
    file = tmp_path / ready_icons.FILE_NAME
    assert callable(damage)
    spoilt = damage(file.read_bytes())
    assert spoilt != file.read_bytes()
    file.write_bytes(spoilt)
    assert ready_icons.load(tmp_path) == {}


def test_where_nothing_can_be_written_the_desk_goes_on(tmp_path: Path) -> None:
    kept(tmp_path / "not-there")
    assert not (tmp_path / "not-there").exists()
