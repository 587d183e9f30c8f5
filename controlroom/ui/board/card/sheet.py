"""One card being drawn, and with what."""

from PySide6.QtGui import QColor, QPainter

from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.geometry import CardLayout
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.state import CardState


class Sheet:
    """One card being drawn: what it says, where that stands, and with what it is drawn."""

    def __init__(
        self, painter: QPainter, content: CardContent, place: CardLayout, state: CardState,
        look: Look,
    ) -> None:  # fmt: skip
        self.painter, self.content, self.place = painter, content, place
        self.state, self.look = state, look
        self.px, self.colours = look.metrics.px, look.palette

    def ground(self) -> QColor:
        """Returns the colour below everything."""
        if self.state.focused:
            return self.colours.bg3
        return self.colours.bg2 if self.content.ours else self.colours.bg1

    def raised(self) -> QColor:
        """Returns the colour of what stands out from the ground."""
        special = self.state.focused or self.content.ours
        return self.colours.bg1 if special else self.colours.bg2

    def body_colour(self) -> QColor:
        """Returns the colour of running text."""
        return self.colours.text2 if self.state.read else self.colours.text1
