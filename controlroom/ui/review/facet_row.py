"""One facet: a box to tick, what it is, and how many hits it has."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.model.found import Count
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CLEAR, RIGHT, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip
from controlroom.ui.review.narrowing import Group, Press
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ROW, TICK, BAR = 25, 14, 34


class FacetRow(Styled, QAbstractButton):
    """A row that is pressed to narrow the search.

    Signals:
        toggled_by_person: it was pressed; carries the facet.
    """

    toggled_by_person = Signal(object)

    def __init__(self, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.press = press
        self._count, self._most = Count(0, False), 1
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: self.toggled_by_person.emit(self.press))
        self.follow()

    def show_count(self, name: str, count: Count, most: int, *, pressed: bool) -> None:
        """Shows the facet; `most` is the largest count of its group."""
        self._count, self._most = count, max(1, most)
        self.setText(name)
        self.setChecked(pressed)
        hits = counted(
            count.number, translate("Review", "{n} post"), translate("Review", "{n} posts")
        )
        self.setAccessibleName(f"{name}, {hits}")
        set_tip(self, f"{name} · {hits}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().metrics.px(ROW))

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.underMouse():
            painter.fillRect(self.rect(), colours.bg3)
        self._paint_tick(painter)
        left, middle = px(14 + TICK + 8), self.height() // 2
        if self.press[0] is Group.NETWORK:
            size = px(13)
            glyph = look_of(self.press[1]).glyph
            draw_icon(painter, glyph, left, middle - size // 2, size, colours.text2)
            left += size + px(6)
        figure = language().figure(self._count.number) + ("+" if self._count.more else "")
        wide = max(px(34), width_of(figure, Type.SMALL))
        right = self.width() - px(12) - wide
        place = QRect(right, 0, wide, self.height())
        words(painter, place, figure, colours.text2, Type.SMALL, 400, RIGHT)
        right -= px(BAR) + px(6)
        self._paint_bar(painter, QRect(right, middle - px(3), px(BAR), px(6)))
        name = QRect(left, 0, right - left - px(6), self.height())
        weight = 500 if self.isChecked() else 400
        words(painter, name, self.text(), colours.text1, Type.SMALL, weight)

    def _paint_tick(self, painter: QPainter) -> None:
        px, colours = theme().metrics.px, theme().palette
        side = QRect(px(14), (self.height() - px(TICK)) // 2, px(TICK), px(TICK))
        on = self.isChecked()
        box(
            painter,
            side,
            theme().metrics.radius.badge,
            colours.accent_fill if on else CLEAR,
            colours.accent if on else colours.line3,
        )
        if on:
            size = px(11)
            left = side.center().x() + 1 - size // 2
            top = side.center().y() + 1 - size // 2
            draw_icon(painter, "check", left, top, size, colours.on_accent)

    def _paint_bar(self, painter: QPainter, area: QRect) -> None:
        colours = theme().palette
        painter.fillRect(area, colours.bg2)
        share = min(1.0, self._count.number / self._most)
        painter.fillRect(
            area.x(), area.y(), max(1, round(area.width() * share)), area.height(), colours.line3
        )
