"""Running text that is always as high as its words need at the width it has."""

from PySide6.QtGui import QResizeEvent

from controlroom.ui.controls.prose import Prose


class Note(Prose):
    """A `Prose` for columns that are scrolled, whose layout asks no height for a width."""

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self._grow()

    def restyle(self) -> None:
        super().restyle()
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        if self.width() > 0 and self.text():
            height = self.heightForWidth(self.width())
            if height != self.minimumHeight():
                self.setFixedHeight(height)
