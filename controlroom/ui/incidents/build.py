"""Makes the page of the Incidents section for a window."""

from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.desk import Desk
from controlroom.ui.incidents.page import IncidentsPage


def incidents_page(desk: Desk) -> QWidget:
    """Returns the page, which follows the window's record."""
    return IncidentsPage(desk)
