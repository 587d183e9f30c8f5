"""Makes the page of the Planner section for a window."""

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.desk import Desk
from controlroom.ui.planner.page import PlannerPage


def planner_page(desk: Desk) -> QWidget:
    """Returns the page, which follows the window's house as it opens and closes."""
    window = cast("Any", desk)
    page = PlannerPage(window)
    window.house_opened.connect(page.open_house)
    window.house_closed.connect(page.close_house)
    window.closed.connect(page.end)
    if window.house is not None:
        page.open_house(window.house)
    return page
