"""Whether a widget takes typed letters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def takes_text(widget: QWidget | None) -> bool:
    """Returns whether a letter typed now would be text: fields and editors say so themselves."""
    if widget is None:
        return False
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
