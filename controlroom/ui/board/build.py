"""Makes the page of the Board section for a window."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

from controlroom.ui.board.page import BoardPage
from controlroom.ui.commands.desk import Desk

if TYPE_CHECKING:
    from controlroom.ui.board.around import BoardWindow


def board_page(desk: Desk) -> QWidget:
    """Returns the page, which follows the window's house as it opens and closes."""
    page = BoardPage(cast("BoardWindow", desk))
    window = cast("Any", desk)
    window.closed.connect(page.close_house)
    window.house_closed.connect(page.close_house)
    window.house_opened.connect(page.open_house)
    window.changed.connect(page.changed)
    window.line.running.connect(page.session.engine_runs)
    window.line.state.connect(page.session.hear)
    page.read_wanted.connect(lambda stream: window.line.say(read_now=stream))
    page.fill_wanted.connect(lambda gap: window.line.say(fill=gap))
    page.watched.connect(lambda posts: window.line.say(watching=list(posts)))
    page.beside.completions.follow(window.line)
    page.media.follow(window.line)
    page.session.undo.said.connect(window.status.say_shortly)
    gallery = page.session.views.gallery
    gallery.wished.connect(lambda addresses: window.line.say(pictures=addresses))
    window.line.pictures.connect(gallery.there)
    window.line.running.connect(gallery.engine_runs)
    if exercise := getattr(window, "exercise", None):
        exercise.paced.connect(page.session.pulse.repace)
    house = getattr(window, "house", None)
    if house is not None:
        page.open_house(house)
    return page
