"""Whether a widget takes typed letters, or the space bar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def takes_text(widget: QWidget | None) -> bool:
    """Returns whether a letter typed now would be text: fields and editors say so themselves."""
    if widget is None:
        return False
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def takes_space(widget: QWidget | None) -> bool:
    """Returns whether the space bar presses or chooses something in the widget."""
    # By name: loading both classes takes 1.5 ms before the first painting.
    return widget is not None and (
        widget.inherits("QAbstractButton") or widget.inherits("QAbstractItemView")
    )
