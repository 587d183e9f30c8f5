"""A post as a network will show it: who, the text, what hangs on it, painted in one piece."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.compose.text_box import Underline
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, RIGHT, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.initials import initials
from controlroom.ui.plain import bounded
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEAD, AVATAR, MEDIA, PAD, LONGEST, FOLD = 28, 32, 84, 10, 3_000, 400
LINE = 18
BLUE = "accent"


class Shown(NamedTuple):
    """What a card shows.

    Attributes:
        network, profiles: of the head: its name, and how many get this.
        used: the counter's words; `over` if the text is too long, which turns them red.
        spans: what stands in blue, from and to.
        media: labels of what hangs on it, with a picture each where there is one.
        link: the lines of a link's card.
        more: further posts of the thread, in full.
        note: what is particular here, "" for nothing.
    """

    glyph: str
    network: str
    profiles: str
    used: str
    name: str
    second: str
    text: str
    over: bool = False
    title: str = ""
    spans: Sequence[tuple[int, int]] = ()
    marks: Sequence[Underline] = ()
    media: Sequence[str] = ()
    options: Sequence[str] = ()
    link: Sequence[str] = ()
    thread: str = ""
    note: str = ""


class PreviewCard(Styled, QWidget):
    """One card; its height follows from its width."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._laid: tuple[int, QTextLayout] | None = None
        self.follow()
        self.show_post(shown)

    def show_post(self, shown: Shown) -> None:
        """Shows another post, or the same one as it is now."""
        self.shown, self._laid = shown, None
        parts = (shown.network, shown.profiles, shown.name, shown.title, shown.text, shown.note)
        self.setAccessibleName(", ".join(one for one in parts if one)[:2_000])
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self._laid = None
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = theme().metrics.px
        height = px(HEAD) + px(9) + px(36) + self._text_height(width) + px(9)
        shown = self.shown
        if shown.title:
            height += px(20)
        if shown.media:
            height += px(MEDIA + 6)
        height += len(shown.options) * px(26)
        height += px(LINE * len(shown.link) + 12) if shown.link else 0
        if shown.thread:
            height += px(20)
        return height + (px(22) if shown.note else 0)

    def sizeHint(self) -> QSize:
        width = theme().metrics.px(380)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        box(painter, self.rect(), theme().metrics.radius.panel, colours.bg2, colours.line1)
        self._paint_head(painter)
        top = self._paint_person(painter, px(HEAD) + px(9))
        if self.shown.title:
            area = QRect(px(PAD), top, self.width() - px(2 * PAD), px(18))
            words(painter, area, self.shown.title, colours.text1, Type.BODY, 600)
            top += px(20)
        layout = self._layout(self.width())
        painter.setPen(colours.text1)
        layout.draw(painter, QPointF(px(PAD), top))
        top += self._text_height(self.width())
        top = self._paint_media(painter, top)
        top = self._paint_link(painter, self._paint_options(painter, top))
        for text, icon in ((self.shown.thread, "list"), (self.shown.note, "info")):
            if text:
                draw_icon(painter, icon, px(PAD), top + px(5), px(12), colours.text2)
                area = QRect(px(PAD + 18), top, self.width() - px(2 * PAD + 18), px(22))
                words(painter, area, text, colours.text2, Type.SMALL)
                top += px(20)

    def _paint_head(self, painter: QPainter) -> None:
        px, colours, shown = theme().metrics.px, theme().palette, self.shown
        painter.setPen(colours.line1)
        painter.drawLine(1, px(HEAD), self.width() - 2, px(HEAD))
        draw_icon(painter, shown.glyph, px(PAD), (px(HEAD) - px(13)) // 2, px(13), colours.text2)
        left = px(PAD + 20)
        wide = width_of(shown.network, Type.SMALL, 600)
        words(
            painter, QRect(left, 0, wide, px(HEAD)), shown.network, colours.text1, Type.SMALL, 600
        )
        left += wide + px(6)
        used = width_of(shown.used, Type.SMALL, 500)
        right = self.width() - px(PAD)
        ink = colours.red if shown.over else colours.text2
        end = QRect(right - used, 0, used, px(HEAD))
        words(painter, end, shown.used, ink, Type.SMALL, 500, RIGHT)
        middle = QRect(left, 0, end.left() - left - px(6), px(HEAD))
        words(painter, middle, shown.profiles, colours.text2, Type.SMALL)

    def _paint_person(self, painter: QPainter, top: int) -> int:
        px, colours, shown = theme().metrics.px, theme().palette, self.shown
        square = QRect(px(PAD), top, px(AVATAR), px(AVATAR))
        box(painter, square, 4, colours.accent_tint, colours.accent_line)
        words(painter, square, initials(shown.name), colours.accent, Type.CAPTION, 600, CENTRE)
        left = px(PAD + AVATAR + 8)
        wide = self.width() - left - px(PAD)
        words(painter, QRect(left, top, wide, px(16)), shown.name, colours.text1, Type.BODY, 600)
        second = QRect(left, top + px(17), wide, px(14))
        words(painter, second, shown.second, colours.text3, Type.CAPTION)
        return top + px(36)

    def _paint_media(self, painter: QPainter, top: int) -> int:
        px, colours, media = theme().metrics.px, theme().palette, self.shown.media
        if not media:
            return top
        top += px(6)
        seen = media[:2]
        gap = px(4)
        wide = (self.width() - px(2 * PAD) - gap * (len(seen) - 1)) // len(seen)
        for number, label in enumerate(seen):
            area = QRect(px(PAD) + number * (wide + gap), top, wide, px(MEDIA))
            box(painter, area, theme().metrics.radius.thumb, colours.picture0, colours.line1)
            draw_icon(
                painter, "image", area.center().x() - px(10), area.center().y() - px(10), px(20),
                colours.text3,
            )  # fmt: skip
            more = len(media) - 2 if number == 1 and len(media) > 2 else 0
            told = f"{label}  +{more}" if more else label
            tag = QRect(area.left() + px(4), area.bottom() - px(19), 0, px(16))
            tag.setWidth(min(wide - px(8), width_of(told, Type.CAPTION, 500) + px(8)))
            box(painter, tag, theme().metrics.radius.badge, QColor(8, 11, 15, 219))
            inner = tag.adjusted(px(4), 0, -px(2), 0)
            words(painter, inner, told, QColor(231, 236, 242), Type.CAPTION, 500)
        return top + px(MEDIA)

    def _paint_options(self, painter: QPainter, top: int) -> int:
        px, colours = theme().metrics.px, theme().palette
        for option in self.shown.options:
            area = QRect(px(PAD), top + px(3), self.width() - px(2 * PAD), px(22))
            box(painter, area, theme().metrics.radius.button_small, colours.bg1, colours.line2)
            words(painter, area.adjusted(px(8), 0, -px(8), 0), option, colours.text1, Type.SMALL)
            top += px(26)
        return top

    def _paint_link(self, painter: QPainter, top: int) -> int:
        px, colours, lines = theme().metrics.px, theme().palette, self.shown.link
        if not lines:
            return top
        high = px(LINE * len(lines) + 6)
        area = QRect(px(PAD), top + px(3), self.width() - px(2 * PAD), high)
        box(painter, area, theme().metrics.radius.button_small, colours.bg1, colours.line2)
        for number, line in enumerate(lines):
            row = QRect(area.left() + px(8), area.top() + px(3 + LINE * number), 0, px(LINE))
            row.setWidth(area.width() - px(16))
            ink, weight = (colours.text2, 400) if number else (colours.text1, 600)
            words(painter, row, line, ink, Type.SMALL, weight)
        return top + high + px(6)

    def _text_height(self, width: int) -> int:
        return self._layout(width).lineCount() * theme().fonts.line(Type.BODY)

    def _layout(self, width: int) -> QTextLayout:
        if self._laid is None or self._laid[0] != width:
            self._laid = width, self._lay_out(width)
        return self._laid[1]

    def _lay_out(self, width: int) -> QTextLayout:
        text = bounded(self.shown.text, LONGEST)
        layout = QTextLayout(text.replace("\n", "\u2028"), theme().fonts.font(Type.BODY))
        layout.setCacheEnabled(True)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(text))
        line_height, top = theme().fonts.line(Type.BODY), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - theme().metrics.px(2 * PAD)))
            line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
            top += line_height
        layout.endLayout()
        return layout

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        colours, found = theme().palette, []
        for start, end in self.shown.spans:
            how = QTextCharFormat()
            how.setForeground(colours.accent)
            found.append(_range(text, start, end, how))
        for mark in self.shown.marks:
            how = QTextCharFormat()
            lines = QTextCharFormat.UnderlineStyle
            how.setUnderlineStyle(lines.SingleUnderline if mark.blocks else lines.DashUnderline)
            how.setUnderlineColor(colours.red if mark.blocks else colours.amber)
            how.setBackground(colours.red_tint if mark.blocks else colours.amber_tint)
            found.append(_range(text, mark.start, mark.end, how))
        return found


def _range(text: str, start: int, end: int, how: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
    one.length = len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
    one.format = how
    return one
