"""Saying something to screen readers that nobody has the focus on."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Has a screen reader say a text when it has finished what it is saying."""
    if text:
        # Two more classes of Qt, which the first painting can do without.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
