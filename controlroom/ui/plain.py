"""Text that is shown as it is: the only doors for labels and tooltips.

What others wrote may look like markup, and Qt would render it, pictures from the disk included.
Every text therefore goes through here and is shown as plain text.
"""

from PySide6.QtCore import QPoint
from PySide6.QtCore import Qt as QtCoreNames
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

LONGEST_TIP = 1_000
"""Characters a tooltip shows at most."""


class PlainLabel(QLabel):
    """A label that never takes its text for markup and never opens links."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(QtCoreNames.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setText(text)


def set_tip(widget: QWidget, text: str) -> None:
    """Sets a tooltip that shows its text as it is, if it is not far too long."""
    widget.setToolTip(escaped(bounded(text, LONGEST_TIP)))


def show_tip(place: QPoint, text: str, widget: QWidget) -> None:
    """Shows a tooltip for a part of a widget at a place on the screen, "" for none."""
    from PySide6.QtWidgets import QToolTip

    QToolTip.showText(place, escaped(bounded(text, LONGEST_TIP)), widget)


def bounded(text: str, longest: int) -> str:
    """Returns a text that does not take long to lay out; broken characters are replaced."""
    head = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return head.encode("utf-8", "replace").decode()


def escaped(text: str) -> str:
    """Returns a text that Qt shows as given even where it guesses the format."""
    if not Qt.mightBeRichText(text):
        return text
    from html import escape

    return f'<p style="white-space:pre-wrap">{escape(text)}</p>'


def shortcut_safe(text: str) -> str:
    """Returns a text for a menu, where & would underline a letter."""
    return text.replace("&", "&&")
