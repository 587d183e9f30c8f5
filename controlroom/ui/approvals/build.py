"""Makes the page of the Approvals section for a window."""

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from controlroom.ui.approvals.page import ApprovalsPage
from controlroom.ui.commands.desk import Desk


def approvals_page(desk: Desk) -> QWidget:
    """Returns the page, which follows the window's house as it opens and closes."""
    window = cast("Any", desk)
    page = ApprovalsPage(window)
    window.house_opened.connect(page.open_house)
    window.house_closed.connect(page.close_house)
    window.closed.connect(page.end)
    if window.house is not None:
        page.open_house(window.house)
    return page
