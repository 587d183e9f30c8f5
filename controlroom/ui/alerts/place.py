"""Where toasts stand: never over what is typed in, what has the keyboard, or the pointer."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from controlroom.ui.controls.text_focus import takes_text

SHARES = (1.0, 0.0, 0.5)
"""How far to the right they may stand, the first place tried first."""


def first_free(places: Sequence[QRect], avoided: Sequence[QRect]) -> int:
    """Returns which place to take: the first that covers nothing, or else covers least.

    Args:
        avoided: what must not be covered, the most important first.
    """
    if not places:
        return 0
    return min(range(len(places)), key=lambda at: [places[at].intersects(one) for one in avoided])


def avoided(window: Any, *, pointer: bool) -> list[QRect]:
    """Returns what toasts must not cover, in places of a window: texts first, then the keyboard.

    Args:
        pointer: the pointer too; once toasts stand, somebody may want to press one.
    """
    focused = QApplication.focusWidget()
    inside = focused is not None and window.isAncestorOf(focused)
    found = [_rect(window, focused)] if inside and focused and takes_text(focused) else []
    found += [_rect(window, field) for field in _reply_boxes(window)]
    card = getattr(focused, "focused_rect", None)
    if inside and focused is not None and card is not None:
        found.append(card().translated(focused.mapTo(window, QPoint(0, 0))))
    if pointer:
        found.append(QRect(window.mapFromGlobal(QCursor.pos()), QSize(1, 1)))
    return found


def _reply_boxes(window: Any) -> list[QWidget]:
    """Returns every text in view that is being written, whether it has the keyboard or not."""
    page: QWidget = window.pages
    fields: list[QPlainTextEdit | QTextEdit] = []
    fields += page.findChildren(QPlainTextEdit)
    fields += page.findChildren(QTextEdit)
    return [one for one in fields if one.isVisible() and not one.isReadOnly()]


def _rect(window: Any, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
