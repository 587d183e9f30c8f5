"""Makes the page of the Record section for a window."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.desk import Desk
from controlroom.ui.journal.page import JournalPage

if TYPE_CHECKING:
    from controlroom.ui.journal.around import JournalWindow


def journal_page(desk: Desk) -> QWidget:
    """Returns the page, which follows the window's house as it opens and closes."""
    window = cast("Any", desk)
    page = JournalPage(cast("JournalWindow", desk))
    window.house_opened.connect(page.open_house)
    window.house_closed.connect(page.close_house)
    window.closed.connect(page.close_house)
    house = getattr(window, "house", None)
    if house is not None:
        page.open_house(house)
    return page
