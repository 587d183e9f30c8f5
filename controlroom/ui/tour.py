"""A tour of the real window: every stop is shown and saved as a picture.

A room that gets a screen adds its stop to `STOPS`; nothing else is needed.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from controlroom.settings import SettingsFile
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.sections import SECTIONS

SETTLING = 3
"""Rounds of events after which words, widths and places are all in step."""
FULL, SMALL = QSize(1920, 1080), QSize(1366, 768)


class Stop(NamedTuple):
    """A picture of the tour.

    Attributes:
        name: of the file, without ending; says what it shows.
        prepare: brings the window there.
        size: of the window.
        settings: to change first; what is not named goes back to dark, 100 %, English.
    """

    name: str
    prepare: Callable[[DeskWindow], None]
    size: QSize = FULL
    settings: tuple[tuple[str, object], ...] = ()


USUAL = {"theme": "dark", "text_size": 100, "language": "en"}
LIGHT = (("theme", "light"),)
FRENCH = (("language", "fr"),)
LARGE = (("text_size", 150),)


def _section(name: str) -> Callable[[DeskWindow], None]:
    return lambda window: window.go(name)


def _palette(window: DeskWindow) -> None:
    window.go("board")
    window.open_palette()


def _shortcuts(window: DeskWindow) -> None:
    window.go("board")
    window.open_shortcuts()


STOPS: list[Stop] = [
    *(Stop(f"{one.id}-dark", _section(one.id)) for one in SECTIONS),
    Stop("board-light", _section("board"), settings=LIGHT),
    Stop("board-french", _section("board"), settings=FRENCH),
    Stop("board-1366x768", _section("board"), SMALL),
    Stop("board-1366x768-light-french", _section("board"), SMALL, LIGHT + FRENCH),
    Stop("board-text-150", _section("board"), settings=LARGE),
    Stop("board-1366x768-text-150-french", _section("board"), SMALL, LARGE + FRENCH),
    Stop("settings-light-french", _section("settings"), settings=LIGHT + FRENCH),
    Stop("settings-1366x768-text-150", _section("settings"), SMALL, LARGE),
    Stop("palette-dark", _palette),
    Stop("palette-light-french", _palette, settings=LIGHT + FRENCH),
    Stop("shortcuts-dark", _shortcuts),
    Stop("shortcuts-1366x768-light-french", _shortcuts, SMALL, LIGHT + FRENCH),
]


def tour(folder: Path, window: DeskWindow | None = None) -> list[Path]:
    """Walks through all stops and returns the pictures made, in order.

    Args:
        folder: where the pictures go; made if it is not there.
        window: the desk to show; without one, an empty desk of its own.

    Raises:
        OSError: the folder or a picture cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if window is not None:
        return [_visit(window, stop, folder) for stop in STOPS]
    with tempfile.TemporaryDirectory() as config:
        own = DeskWindow(SettingsFile(Path(config)))
        own.show()
        pictures = [_visit(own, stop, folder) for stop in STOPS]
        own.close()
        own.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return pictures


def _visit(window: DeskWindow, stop: Stop, folder: Path) -> Path:
    window.change(**(USUAL | dict(stop.settings)))
    window.resize(stop.size)
    stop.prepare(window)
    for _round in range(SETTLING):
        QApplication.processEvents()
    path = folder / f"{stop.name}.png"
    if not window.grab().save(str(path)):
        raise OSError(f"{path} could not be written")
    window.layers.close_all()
    return path
