"""Draws one message of a conversation."""

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter

from controlroom.ui.board.card.avatar import paint_person
from controlroom.ui.board.card.badges import Badge
from controlroom.ui.board.card.geometry import MediaBox
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.media import paint_media
from controlroom.ui.board.drawer.messages import (
    AVATAR,
    BADGE,
    BADGE_GAP,
    GAP,
    HEAD,
    PAD,
    TEXT_GAP,
    Message,
)
from controlroom.ui.board.drawer.note_shown import time_told
from controlroom.ui.board.pictures.shown import Find
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.write import advance, write
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon

translate = QCoreApplication.translate


def paint_message(
    painter: QPainter,
    message: Message,
    look: Look,
    top: int,
    *,
    focused: bool,
    chosen: bool,
    find: Find | None = None,
) -> None:
    """Draws a message with its top at `top`.

    Args:
        focused: the keyboard is on it.
        chosen: it is the post the drawer was opened for.
        find: gives the pictures that are there.
    """
    px, colours, content = look.metrics.px, look.palette, message.content
    avatar = QRect(message.left, top, px(AVATAR), px(AVATAR))
    paint_person(painter, avatar, content, look, find)
    around = QRect(avatar.right() + 1 + px(GAP), top, message.width, message.height)
    ours = content.ours
    if focused or chosen or ours:
        ground = colours.bg3 if focused or chosen else colours.bg2
        edge = colours.accent if focused else colours.line3 if chosen else colours.line1
        box(painter, around, look.metrics.radius.button, ground, edge)
    if focused:
        inside = around.adjusted(1, 1, -1, -1)
        box(painter, inside, look.metrics.radius.button, colours.bg3, colours.accent)
    inner = around.adjusted(px(GAP), px(PAD), -px(GAP), -px(PAD))
    _head(painter, message, look, QRect(inner.x(), inner.y(), inner.width(), px(HEAD)))
    y = inner.y() + px(HEAD) + px(TEXT_GAP)
    if message.text is not None:
        painter.setPen(colours.text2 if content.gone else colours.text1)
        message.text.layout.draw(painter, QPointF(inner.x(), y))
        y += message.text.height
    for one in message.media:
        moved = MediaBox(one.rect.translated(0, top), one.media, one.more)
        paint_media(painter, moved, look, covered=message.covered, find=find)
    if message.media:
        y = top + message.media[0].rect.bottom() + 1
    _badges(painter, content.badges, look, inner.x(), y + px(BADGE_GAP))


def _head(painter: QPainter, message: Message, look: Look, area: QRect) -> None:
    content, colours, px = message.content, look.palette, look.metrics.px
    name = min(advance(look.fonts, content.name, Type.BODY, 600), area.width() * 2 // 3)
    first = QRect(area.x(), area.y(), name, area.height())
    write(painter, first, content.name, colours.text1, Type.BODY, 600)
    left = first.right() + 1 + px(6)
    rest = QRect(left, area.y(), area.right() + 1 - left, area.height())
    parts = [content.handle, when(message), _how(message)]
    text = " · ".join(part for part in parts if part)
    write(painter, rest, text, colours.text3, Type.CAPTION)


def when(message: Message) -> str:
    """Returns the time of a message, with its day if that is not today."""
    return time_told(message.content.created_at)


def _how(message: Message) -> str:
    if message.content.private:
        return translate("Drawer", "private")
    if message.place.orphan:
        return translate("Drawer", "answers a post that is not saved")
    return ""


def _badges(painter: QPainter, badges: tuple[Badge, ...], look: Look, left: int, top: int) -> None:
    px, colours = look.metrics.px, look.palette
    for badge in badges[:4]:
        wide = advance(look.fonts, badge.text, Type.CAPTION, 500)
        rect = QRect(left, top, wide + px(27), px(BADGE))
        box(painter, rect, look.metrics.radius.badge, colours.bg2, colours.line3)
        draw_icon(painter, badge.icon, left + px(5), top + px(3), px(12), colours.text1)
        text = rect.adjusted(px(21), 0, -px(4), 0)
        write(painter, text, badge.text, colours.text1, Type.CAPTION, 500)
        left += rect.width() + px(4)
