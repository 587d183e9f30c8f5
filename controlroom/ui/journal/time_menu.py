"""The menu below a filter for time."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.menus import styled_menu
from controlroom.ui.journal import offers
from controlroom.ui.plain import shortcut_safe

translate = QCoreApplication.translate


def ask_time(
    button: QWidget, now: str | None, take: Callable[[str], object], other: Callable[[], object]
) -> None:
    """Offers any time, the spans up to now, and a stretch from when to when.

    Args:
        now: the span that stands, "" for any time, None for a stretch.
        take: gets the span that is chosen.
        other: asks for a stretch.
    """
    menu = styled_menu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for span, told in (("", translate("Record", "Any time")), *offers.spans()):
        action = QAction(shortcut_safe(told), menu)
        action.setCheckable(True)
        action.setChecked(span == now)
        action.triggered.connect(lambda _=False, one=span: take(one))
        menu.addAction(action)
    stretch = QAction(shortcut_safe(translate("Record", "From when to when…")), menu)
    stretch.triggered.connect(other)
    menu.addAction(stretch)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
