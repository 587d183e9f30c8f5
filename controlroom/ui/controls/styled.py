"""What all our widgets share: they follow theme and language at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    Base = QWidget
else:
    Base = object


class Styled(Base):
    """Mixed into a widget; the widget calls `follow()` once at the end of its making."""

    def follow(self) -> None:
        """Takes looks and words now and whenever they change."""
        theme().changed.connect(self._look_anew)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        """Takes measures, fonts and colours from the theme."""

    def retranslate(self) -> None:
        """Takes words in the language in force."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def _look_anew(self) -> None:
        self.restyle()
        self.updateGeometry()
        self.update()
