"""What all our widgets share: they follow theme and language at once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from shiboken6 import isValid

from controlroom.ui.language import announcement
from controlroom.ui.theme.theme import Theme, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    Base = QWidget
else:
    Base = object


class Styled(Base):
    """Mixed into a widget; the widget calls `follow()` once at the end of its making."""

    def follow(self) -> None:
        """Takes looks and words now and whenever they change."""
        _followers[self] = None
        _listen(theme())
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        """Takes measures, fonts and colours from the theme."""

    def retranslate(self) -> None:
        """Takes words in the language in force."""


# One list for all: a connection for each widget, and an event for each language, cost the start
# more than the widgets themselves.
_followers: "WeakKeyDictionary[Styled, None]" = WeakKeyDictionary()
_listening_to: Theme | None = None


def look_anew() -> None:
    """Gives every widget the looks of the theme in force, in the order of their making."""
    for widget in _living():
        widget.restyle()
        widget.updateGeometry()
        widget.update()


def speak_anew() -> None:
    """Gives every widget its words in the language in force."""
    for widget in _living():
        widget.retranslate()
        widget.updateGeometry()
        widget.update()


def _living() -> Iterator[Styled]:
    return (widget for widget in list(_followers) if isValid(widget))


def _listen(look: Theme) -> None:
    global _listening_to
    if look is not _listening_to:
        look.changed.connect(look_anew)
        _listening_to = look


announcement.changed.connect(speak_anew)
