"""The line of figures above the wall."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.profiles.looks import look_of_condition
from controlroom.ui.profiles.standing import Condition, Standing
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEIGHT = 52
SHOWN = (Condition.WELL, Condition.CUT_OFF, Condition.CARE, Condition.SILENT)


class Summary(Styled, QWidget):
    """How many profiles there are, in which condition, on which networks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conditions: Counter[Condition] = Counter()
        self._networks: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow()

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Counts profiles."""
        self._conditions = Counter(one.condition for one in standings)
        self._networks = Counter(one.profile.network for one in standings).most_common()
        self._speak()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, theme().metrics.px(HEIGHT))

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(HEIGHT))

    def retranslate(self) -> None:
        self._speak()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        total = language().figure(self._conditions.total())
        left = self._paint_figure(painter, 0, total, translate("Profiles", "profiles"), "", "text1")
        for condition in SHOWN:
            look = look_of_condition(condition)
            figure = language().figure(self._conditions[condition])
            plain = condition is Condition.WELL or not self._conditions[condition]
            ink = "text1" if plain else look.text
            left = self._paint_figure(painter, left, figure, _label(condition), look.icon, ink)
        self._paint_networks(painter, left)

    def _paint_figure(
        self, painter: QPainter, left: int, figure: str, label: str, icon: str, ink: str
    ) -> int:
        px, colours = theme().metrics.px, theme().palette
        size, pad = px(15), px(20)
        x, colour = left + pad, getattr(colours, ink)
        over = x
        if icon:
            draw_icon(painter, icon, x, px(11), size, colour)
            over += size + px(7)
        width = max(width_of(label, Type.CAPTION), width_of(figure, Type.LEAD, 600) + over - x)
        words(painter, QRect(over, px(7), width, px(22)), figure, colour, Type.LEAD, 600)
        below = QRect(x, px(28), width, px(16))
        words(painter, below, label, colours.text3, Type.CAPTION)
        right = x + width + pad
        painter.fillRect(right, px(10), 1, px(32), colours.line1)
        return right

    def _paint_networks(self, painter: QPainter, left: int) -> None:
        px, colours = theme().metrics.px, theme().palette
        x, middle = left + px(20), self.height() // 2
        for network, count in self._networks:
            size = px(14)
            figure = language().figure(count)
            width = width_of(figure, Type.SMALL, 500)
            if x + size + width > self.width() - px(10):
                return
            draw_icon(painter, look_of(network).glyph, x, middle - size // 2, size, colours.text2)
            place = QRect(x + size + px(6), 0, width, self.height())
            words(painter, place, figure, colours.text1, Type.SMALL, 500)
            x = place.right() + px(16)

    def _speak(self) -> None:
        parts = [f"{_label(c)}: {self._conditions[c]}" for c in SHOWN]
        total = translate("Profiles", "{n} profiles").format(n=self._conditions.total())
        self.setAccessibleName("; ".join([total, *parts]))


def _label(condition: Condition) -> str:
    return {
        Condition.WELL: translate("Profiles", "healthy"),
        Condition.CUT_OFF: translate("Profiles", "cut off"),
        Condition.CARE: translate("Profiles", "need care soon"),
        Condition.SILENT: translate("Profiles", "silent over 30 days"),
    }[condition]
