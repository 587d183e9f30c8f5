"""One banner row: an exercise, a hold or an incident, said across the whole window."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.keys import caption
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.banner import Banner, BannerKind
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

ICONS = {
    BannerKind.EXERCISE: "exercise",
    BannerKind.HOLD: "hand",
    BannerKind.INCIDENT: "crit",
}


class BannerRow(Styled, QWidget):
    """A banner as it is shown; a third one joins it as a further tag."""

    def __init__(self, banner: Banner, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner, self._commands = banner, commands
        self.joined: Banner | None = None
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._buttons = [self._button(name) for name in banner.commands]
        self.follow()

    def join(self, banner: Banner | None) -> None:
        """Shows a further banner as a tag beside this one's, or no longer."""
        self.joined = banner
        self._say()
        self.update()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(theme().metrics.height.banner)
        self._row.setContentsMargins(0, 0, px(12), 1)
        self._row.setSpacing(px(8))

    def retranslate(self) -> None:
        for name, button in zip(self.banner.commands, self._buttons, strict=True):
            command = describe(button, self._commands, name)
            key = caption(command.keys[0]) if command.keys else ""
            button.set_face(command.short_words(), command.icon, key)
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        ground, edge, _fill, _on = _look(self.banner.kind)
        painter.fillRect(self.rect(), ground)
        if self.banner.kind is not BannerKind.INCIDENT:
            _draw_hatch(painter, self.rect(), _hatch(self.banner.kind))
        painter.fillRect(0, self.height() - 1, self.width(), 1, edge)
        left = self._draw_tag(painter, self.banner, 0)
        if self.joined is not None:
            left = self._draw_tag(painter, self.joined, left)
        left += px(14)
        left = self._draw_words(painter, left, self.banner.text, colours.text1, 600)
        for detail in self.banner.details:
            left = self._draw_words(painter, left + px(14), detail, colours.text2, 400)

    def _draw_tag(self, painter: QPainter, banner: Banner, left: int) -> int:
        px = theme().metrics.px
        _ground, _edge, fill, on = _look(banner.kind)
        width = width_of(banner.tag, Type.BODY, 600)
        size = px(16)
        area = QRect(left, 0, px(16) + size + px(8) + width + px(14), self.height())
        painter.fillRect(area, fill)
        top = (self.height() - size) // 2
        draw_icon(painter, ICONS[banner.kind], left + px(16), top, size, on)
        text = QRect(left + px(16) + size + px(8), 0, width, self.height())
        words(painter, text, banner.tag, on, Type.BODY, 600)
        return area.right() + 1

    def _draw_words(
        self, painter: QPainter, left: int, text: str, colour: QColor, weight: int
    ) -> int:
        end = self._buttons[0].x() if self._buttons else self.width()
        width = min(width_of(text, Type.BODY, weight), end - left - theme().metrics.px(8))
        if width <= theme().metrics.px(30):
            return left
        area = QRect(left, 0, width, self.height())
        if self.banner.kind is not BannerKind.INCIDENT:
            painter.fillRect(area.adjusted(-6, 6, 6, -7), _look(self.banner.kind)[0])
        words(painter, area, text, colour, Type.BODY, weight)
        return left + width

    def _button(self, name: str) -> Button:
        button = Button(Kind.SMALL, self)
        bind(button, self._commands, name)
        self._row.addWidget(button)
        return button

    def _say(self) -> None:
        parts = [self.banner.tag, self.banner.text, *self.banner.details]
        if self.joined is not None:
            parts += [self.joined.tag, self.joined.text]
        self.setAccessibleName(". ".join(parts))


def _look(kind: BannerKind) -> tuple[QColor, QColor, QColor, QColor]:
    colours = theme().palette
    if kind is BannerKind.EXERCISE:
        return colours.bg2, colours.line3, colours.text1, colours.bg0
    if kind is BannerKind.HOLD:
        return colours.amber_tint, colours.amber_line, colours.amber_fill, colours.on_amber
    return colours.red_tint, colours.red_line, colours.red_fill, QColor(255, 255, 255)


def _hatch(kind: BannerKind) -> QColor:
    colours = theme().palette
    return colours.amber_hatch if kind is BannerKind.HOLD else colours.hatch


def _draw_hatch(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.setPen(QColor(0, 0, 0, 0))
    height, wide, period = rect.height(), 11, 25
    for x in range(-height, rect.width(), period):
        corners = ((x, height), (x + wide, height), (x + wide + height, 0), (x + height, 0))
        painter.drawPolygon([QPoint(*corner) for corner in corners])
    painter.restore()
