"""Running text of a card, laid out once: lines, spans in their colour, the right direction."""

import re
import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from controlroom.model.frozen import dataclass
from controlroom.ui.board.card.content import Stretch
from controlroom.ui.board.card.look import Look
from controlroom.ui.theme.fonts import Type

_LED_BY = re.compile(r"\A(?:\s*(?:\u200e?[@#]\S+|https?://\S+))+")
_MARK = "\u200e"
THIN = 4
"""Pixels that a letter takes at least, on the average of several lines."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text in lines.

    Attributes:
        whole: nothing had to be left out for want of lines.
        end: how many characters (as Qt counts) the lines hold.
    """

    layout: QTextLayout
    lines: int
    height: int
    whole: bool
    end: int


def lay_out_text(
    text: str,
    width: int,
    look: Look,
    *,
    step: Type = Type.BODY,
    most: int = 8,
    stretches: tuple[Stretch, ...] = (),
) -> TextBlock:
    """Returns a text broken into at most `most` lines of `width` pixels."""
    likely, option = most * max(1, width) // THIN, _option(text)
    formats = list(_formats(text, stretches, look)) if stretches else []
    line_height = look.fonts.line(step)

    def laid_out(text: str) -> TextBlock:
        layout = QTextLayout(text.replace("\n", "\u2028"), look.fonts.font(step))
        layout.setTextOption(option)
        if formats:
            layout.setFormats(formats)
        lines = _break_lines(layout, max(1, width), line_height, most)
        return _block(layout, lines, line_height, text)

    if len(text) > likely:
        # What no line will hold need not be shaped; letters that no font has take long.
        block = laid_out(text[:likely])
        if not block.whole:
            return block
    return laid_out(text)


def _block(layout: QTextLayout, lines: int, line_height: int, text: str) -> TextBlock:
    last = layout.lineAt(lines - 1) if lines else None
    end = last.textStart() + last.textLength() if last else 0
    return TextBlock(layout, lines, lines * line_height, end >= _utf16(text, len(text)), end)


def reads_right_to_left(text: str) -> bool:
    """Returns whether the first letter with a direction runs from right to left.

    Names, hashtags and links before it say nothing of the language that follows.
    """
    first = _first_direction(_LED_BY.sub("", text)) or _first_direction(text)
    return first in ("R", "AL")


def _first_direction(text: str) -> str:
    """Returns the direction of the first letter that has one, "" without any."""
    found = (unicodedata.bidirectional(char) for char in text if char != _MARK)
    return next((one for one in found if one in ("L", "R", "AL")), "")


def _option(text: str) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if not text.isascii() and reads_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    else:
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    return option


def _break_lines(layout: QTextLayout, width: int, height: int, most: int) -> int:
    lines = 0
    # Otherwise the letters are sought out anew when the lines are drawn.
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while lines < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, lines * height + (height - line.height()) / 2))
        lines += 1
    layout.endLayout()
    return lines


def _formats(
    text: str, stretches: tuple[Stretch, ...], look: Look
) -> Iterable[QTextLayout.FormatRange]:
    for stretch in stretches:
        found = QTextLayout.FormatRange()
        found.start = _utf16(text, stretch.start)
        found.length = _utf16(text, stretch.end) - found.start
        found.format = _format(stretch, look)
        yield found


def _format(stretch: Stretch, look: Look) -> QTextCharFormat:
    form = QTextCharFormat()
    if stretch.kind is not None:
        form.setForeground(QColor(look.palette.accent))
        return form
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(look.palette.text2)
    return form


def _utf16(text: str, place: int) -> int:
    """Qt counts in halves of pairs where a character has one."""
    head = text[:place]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2
