"""Makes the page of the Profiles section for a window."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.desk import Desk
from controlroom.ui.profiles.page import ProfilesPage
from controlroom.ui.profiles.register import Register
from controlroom.ui.profiles.tasks import Tasks

if TYPE_CHECKING:
    from controlroom.ui.profiles.around import ProfilesWindow


def profiles_page(desk: Desk) -> QWidget:
    """Returns the page, which follows the window's house as it opens and closes."""
    window = cast("Any", desk)
    register = Register(cast("ProfilesWindow", desk), window)
    tasks = Tasks(cast("ProfilesWindow", desk), register)
    page = ProfilesPage(cast("ProfilesWindow", desk), register, tasks)
    window.house_opened.connect(register.open)
    window.house_closed.connect(register.close)
    window.closed.connect(register.end)
    house = getattr(window, "house", None)
    if house is not None:
        register.open(house)
    return page
