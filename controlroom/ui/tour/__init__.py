"""A tour of the real window: every stop is shown and saved as a picture.

A room that gets a screen adds its stop to the `STOPS` of its section; nothing else is needed.
"""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.sections import SECTIONS
from controlroom.ui.tour import around, board, leaving, profiles, record, review, writing
from controlroom.ui.tour.stop import Stop, section

SETTLING = 3
"""Rounds of events after which words, widths and places are all in step."""
USUAL = {"theme": "dark", "text_size": 100, "language": "en"}
_READ = {"record": record.record_shown}
"""Sections whose picture is worth taking only once they have been read."""
STOPS: list[Stop] = [
    *(Stop(f"{one.id}-dark", _READ.get(one.id, section(one.id))) for one in SECTIONS),
    *board.STOPS,
    *review.STOPS,
    *profiles.STOPS,
    *writing.STOPS,
    *record.STOPS,
    *around.STOPS,
    # Last: publishing stays held from its end on.
    *leaving.STOPS,
]


def tour(folder: Path, window: DeskWindow) -> list[Path]:
    """Walks a desk through all stops and returns the pictures made, in order.

    Args:
        folder: where the pictures go; made if it is not there.
        window: the desk to show, with its house open.

    Raises:
        OSError: the folder or a picture cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_visit(window, stop, folder) for stop in STOPS]


def _visit(window: DeskWindow, stop: Stop, folder: Path) -> Path:
    window.change(**(USUAL | dict(stop.settings)))
    window.resize(stop.size)
    stop.prepare(window)
    for _round in range(SETTLING):
        QApplication.processEvents()
    path = folder / f"{stop.name}.png"
    if not window.grab().save(str(path)):
        raise OSError(f"{path} could not be written")
    while window.layers.top() is not None:
        window.layers.close_top()
    window.stand_in(None)
    return path
