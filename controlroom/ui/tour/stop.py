"""What a stop of the tour is, and what stops share to bring a window to one."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.ui.frame.window import DeskWindow

P = TypeVar("P", bound=QWidget)
FULL, SMALL = QSize(1920, 1080), QSize(1366, 768)
LIGHT = (("theme", "light"),)
FRENCH = (("language", "fr"),)
LARGE = (("text_size", 150),)
PATIENCE_MS = 5_000


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


def section(name: str) -> Callable[[DeskWindow], None]:
    """Returns what shows a section as it is."""
    return lambda window: window.go(name)


def page_of(window: DeskWindow, name: str, kind: type[P]) -> P:
    """Returns the page of a section that has been shown."""
    page = window.pages.page(name)
    assert isinstance(page, kind)
    return page


def wait(condition: Callable[[], object]) -> None:
    """Lets the desk work until something is there, for five seconds at most."""
    patience = QDeadlineTimer(PATIENCE_MS)
    while not condition() and not patience.hasExpired():
        QApplication.processEvents()
