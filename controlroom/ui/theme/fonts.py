"""The type scale: one family, seven sizes, three weights, figures always of one width."""

from enum import StrEnum

from PySide6.QtGui import QFont, QFontMetrics

from controlroom.ui.theme.tokens import tokens


class Type(StrEnum):
    """A step of the type scale."""

    CAPTION = "caption"
    SMALL = "small"
    BODY = "body"
    LEAD = "lead"
    HEADING = "heading"
    TITLE = "title"
    FIGURE = "figure"


class Fonts:
    """The fonts at one text size (percent)."""

    def __init__(self, percent: int) -> None:
        self._percent = percent
        self._made: dict[tuple[Type, int], QFont] = {}
        self._measures: dict[tuple[Type, int], QFontMetrics] = {}

    def font(self, step: Type, weight: int = 400) -> QFont:
        """Returns the font of a step at weight 400, 500 or 600; treat it as read-only."""
        key = (step, weight)
        if key not in self._made:
            self._made[key] = self._make(step, weight)
        return self._made[key]

    def measure(self, step: Type, weight: int = 400) -> QFontMetrics:
        """Returns the measures of a font, made once."""
        key = (step, weight)
        if key not in self._measures:
            self._measures[key] = QFontMetrics(self.font(step, weight))
        return self._measures[key]

    def line(self, step: Type) -> int:
        """Returns the height of a line in pixels."""
        height: int = tokens()["type"][step][1]
        return round(height * self._percent / 100)

    def _make(self, step: Type, weight: int) -> QFont:
        font = QFont(tokens()["type"]["family"])
        font.setPixelSize(round(tokens()["type"][step][0] * self._percent / 100))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font
