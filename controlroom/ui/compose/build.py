"""Opens the composer over a window's section; it is made when somebody first composes."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from controlroom.ui.compose.kept import Sheet
    from controlroom.ui.compose.page import ComposePage


def compose(window: Any, sheet: "Sheet | None" = None) -> "ComposePage":
    """Opens the composer, with the draft that was being written, or with another one."""
    page = _page_of(window)
    if sheet is not None:
        page.writing.turn_to(sheet)
    if page.is_aside:
        page.window().activateWindow()
    else:
        window.show_task(page)
    page.force.look()
    page.show_now()
    page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
    return page


def _page_of(window: Any) -> "ComposePage":
    from controlroom.ui.compose.page import ComposePage

    page = window.composer
    if isinstance(page, ComposePage):
        return page
    page = window.composer = ComposePage(window)
    window.house_opened.connect(page.open_house)
    window.house_closed.connect(page.close_house)
    window.closed.connect(page.end)
    if window.house is not None:
        page.open_house(window.house)
    return page
