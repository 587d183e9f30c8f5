"""A note as it stands in a thread or in the pane: laid out, and drawn with its dashed edge."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from controlroom.ui.board.card.clean import clean
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.text import TextBlock, lay_out_text
from controlroom.ui.board.drawer.note_shown import NoteShown
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE
from controlroom.ui.controls.write import advance, write
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon

AVATAR, GAP, PAD, HEAD, TEXT_GAP, STRIP, STRIPE = 28, 10, 8, 16, 3, 8, 5
MOST_LINES, LONGEST, NARROW = 60, 4_000, 380
"""Below `NARROW`, what there is to say of a note has a line of its own."""


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """One note laid out; measures in pixels.

    Attributes:
        left: of the avatar; the box stands right of it.
        width: of the box.
        heads: lines above the text.
    """

    note: NoteShown
    text: TextBlock
    top: int
    height: int
    left: int
    width: int
    heads: int


def lay_out_note(note: NoteShown, left: int, right: int, look: Look, top: int) -> NoteBlock:
    """Returns a note between two edges."""
    px = look.metrics.px
    width = max(px(120), right - left - px(AVATAR + GAP))
    inner = width - px(STRIP) - 2 * px(GAP)
    text = lay_out_text(clean(note.text, LONGEST).text, inner, look, most=MOST_LINES)
    heads = 2 if width < px(NARROW) else 1
    height = 2 * px(PAD) + heads * px(HEAD) + px(TEXT_GAP) + text.height
    return NoteBlock(note, text, top, max(height, px(AVATAR)), left, width, heads)


def paint_note(
    painter: QPainter, block: NoteBlock, look: Look, top: int, *, focused: bool = False
) -> None:
    """Draws a note with its top at `top`."""
    px, colours, note = look.metrics.px, look.palette, block.note
    avatar = QRect(block.left, top, px(AVATAR), px(AVATAR))
    box(painter, avatar, look.metrics.radius.thumb, colours.accent_tint, colours.accent_line)
    write(painter, avatar, note.initials, colours.accent, Type.CAPTION, 600, CENTRE)
    around = QRect(avatar.right() + 1 + px(GAP), top, block.width, block.height)
    box(painter, around, look.metrics.radius.button, colours.bg3 if focused else colours.bg2)
    _strip(painter, around, look)
    _edge(painter, around, look, focused=focused)
    left = around.x() + px(STRIP) + px(GAP)
    head = QRect(left, top + px(PAD), around.right() - px(GAP) - left, px(HEAD))
    _head(painter, block, look, head)
    painter.setPen(colours.text2 if note.waits else colours.text1)
    text_top = top + px(PAD) + block.heads * px(HEAD) + px(TEXT_GAP)
    block.text.layout.draw(painter, QPointF(left, text_top))


def _head(painter: QPainter, block: NoteBlock, look: Look, area: QRect) -> None:
    px, colours, note = look.metrics.px, look.palette, block.note
    most = area.width() if block.heads > 1 else area.width() * 2 // 3
    name = min(advance(look.fonts, note.name, Type.BODY, 600), most)
    first = QRect(area.x(), area.y(), name, area.height())
    write(painter, first, note.name, colours.text1, Type.BODY, 600)
    left = first.right() + 1 + px(6)
    if block.heads > 1:
        left, area = area.x(), area.translated(0, px(HEAD))
    moved = note.waits is not None and note.waits.moved is not None
    colour = colours.amber if moved else colours.text3
    if note.waits is not None:
        icon = "warn" if moved else "wait"
        draw_icon(painter, icon, left, area.y() + px(2), px(12), colour)
        left += px(16)
    rest = QRect(left, area.y(), area.right() + 1 - left, area.height())
    write(painter, rest, note.second, colour, Type.CAPTION)


def _strip(painter: QPainter, around: QRect, look: Look) -> None:
    """Draws the hatched strip at the left: held back, never published."""
    px = look.metrics.px
    strip = QRect(around.x() + 1, around.y() + 1, px(STRIP), around.height() - 2)
    painter.save()
    painter.setClipRect(strip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.palette.text3, px(2)))
    wide = strip.width()
    for y in range(strip.y() - wide, strip.bottom() + wide, px(STRIPE)):
        painter.drawLine(QPoint(strip.x(), y + wide), QPoint(strip.x() + wide, y))
    painter.restore()


def _edge(painter: QPainter, around: QRect, look: Look, *, focused: bool) -> None:
    colour = look.palette.accent if focused else look.palette.line3
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DashLine
    painter.setPen(QPen(colour, 2 if focused else 1, style))
    radius = look.metrics.radius.button
    inset = 1.0 if focused else 0.5
    painter.drawRoundedRect(QRectF(around).adjusted(inset, inset, -inset, -inset), radius, radius)
