"""Where everything on a card stands: a pure function of content, width and look."""

from PySide6.QtCore import QRect

from controlroom.model.frozen import dataclass
from controlroom.model.post import Media
from controlroom.ui.board.card.badges import Badge
from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.text import TextBlock, lay_out_text
from controlroom.ui.controls.write import advance
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type

PAD_TOP, PAD_RIGHT, PAD_BOTTOM, PAD_LEFT = 9, 8, 7, 12
AVATAR, HEAD_GAP, HEAD_LINE = 32, 8, 16
TEXT_GAP, QUOTE_GAP, MEDIA_GAP, BADGE_GAP, FOOTER_GAP = 5, 5, 6, 6, 3
MEDIA_HEIGHT, BETWEEN, FOOTER, POLL_ROW = 84, 4, 24, 22
MOST_LINES, QUOTE_LINES, BADGE_ROWS, MOST_ANSWERS = 8, 2, 2, 5
ACTION, ACTIONS = 24, 5
"""Width of an action at the right of the footer, and how many have their room there."""


@dataclass(frozen=True, slots=True)
class MediaBox:
    """Room for one of the media; `more` others have no room of their own."""

    rect: QRect
    media: Media
    more: int = 0


@dataclass(frozen=True, slots=True)
class BadgeBox:
    """Where a badge stands."""

    rect: QRect
    badge: Badge


@dataclass(frozen=True, slots=True)
class PollRow:
    """One answer; `share` of all votes from 0 to 1, None while the network hides them."""

    rect: QRect
    text: str
    share: float | None


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card laid out; all rectangles lie in the card. None: the card has no such part."""

    width: int
    height: int
    avatar: QRect
    name: QRect
    second: QRect
    body: QRect
    text: TextBlock | None
    more: QRect | None
    cover: QRect | None
    quote: QRect | None
    quote_text: TextBlock | None
    media: tuple[MediaBox, ...]
    poll: tuple[PollRow, ...]
    badges: tuple[BadgeBox, ...]
    hidden_badges: int
    footer: QRect


class _Pen:
    """Where the next part begins."""

    def __init__(self, look: Look, width: int) -> None:
        self.px = look.metrics.px
        self.left = self.px(PAD_LEFT)
        self.width = max(1, width - self.left - self.px(PAD_RIGHT))
        self.y = self.px(PAD_TOP)

    def take(self, gap: int, height: int) -> QRect:
        """Returns the rectangle of the next part, `height` in real pixels, and moves below it."""
        self.y += self.px(gap)
        rect = QRect(self.left, self.y, self.width, height)
        self.y += height
        return rect


def lay_out(content: CardContent, width: int, look: Look, *, opened: bool = False) -> CardLayout:
    """Returns where everything on a card `width` pixels wide stands.

    Args:
        opened: what is covered (a content warning, sensitive media) has been asked for.
    """
    pen = _Pen(look, width)
    px = pen.px
    head = pen.take(0, px(AVATAR))
    beside = head.adjusted(px(AVATAR) + px(HEAD_GAP), 0, 0, 0)
    cover = _cover(content, pen, look, opened)
    text, body, more = _body(content, pen, look) if cover is None else (None, QRect(), None)
    poll = _poll(content, pen, look) if cover is None else ()
    quote, quote_text = _quote(content, pen, look) if cover is None else (None, None)
    media = _media(content, pen) if content.media else ()
    badges, hidden = _badges(content, pen, look)
    footer = pen.take(FOOTER_GAP, px(FOOTER))
    return CardLayout(
        width=width,
        height=pen.y + px(PAD_BOTTOM) + 1,
        avatar=QRect(head.topLeft(), head.topLeft()).adjusted(0, 0, px(AVATAR) - 1, px(AVATAR) - 1),
        name=QRect(beside.x(), beside.y(), beside.width(), px(HEAD_LINE)),
        second=QRect(beside.x(), beside.y() + px(HEAD_LINE), beside.width(), px(HEAD_LINE)),
        body=body,
        text=text,
        more=more,
        cover=cover,
        quote=quote,
        quote_text=quote_text,
        media=media,
        poll=poll,
        badges=badges,
        hidden_badges=hidden,
        footer=footer,
    )


def _cover(content: CardContent, pen: _Pen, look: Look, opened: bool) -> QRect | None:
    if not content.warning or opened:
        return None
    return pen.take(TEXT_GAP, 2 * look.fonts.line(Type.SMALL) + pen.px(10))


def _body(
    content: CardContent, pen: _Pen, look: Look
) -> tuple[TextBlock | None, QRect, QRect | None]:
    if not content.text.strip():
        return None, QRect(), None
    block = lay_out_text(
        content.text, pen.width, look, most=MOST_LINES, stretches=content.stretches
    )
    rect = pen.take(TEXT_GAP, block.height)
    cut = content.cut or not block.whole
    return block, rect, pen.take(0, look.fonts.line(Type.BODY)) if cut else None


def _poll(content: CardContent, pen: _Pen, look: Look) -> tuple[PollRow, ...]:
    if content.poll is None:
        return ()
    options = content.poll.options
    votes = [one.votes for one in options]
    total = None if None in votes else max(1, sum(vote or 0 for vote in votes))
    rows = []
    for number, option in enumerate(options[:MOST_ANSWERS]):
        rect = pen.take(MEDIA_GAP if number == 0 else 2, pen.px(POLL_ROW))
        share = None if total is None else (option.votes or 0) / total
        rows.append(PollRow(rect, option.text, share))
    return tuple(rows)


def _quote(content: CardContent, pen: _Pen, look: Look) -> tuple[QRect | None, TextBlock | None]:
    if not content.quote:
        return None, None
    width = pen.width - pen.px(18)
    block = lay_out_text(content.quote, width, look, step=Type.SMALL, most=QUOTE_LINES)
    if not block.whole:
        # The sign needs room of its own, hence two letters fewer.
        shorter = content.quote[: max(1, block.end - 2)].rstrip() + "…"
        block = lay_out_text(shorter, width, look, step=Type.SMALL, most=QUOTE_LINES)
    return pen.take(QUOTE_GAP, block.height + pen.px(10)), block


def _media(content: CardContent, pen: _Pen) -> tuple[MediaBox, ...]:
    row = pen.take(MEDIA_GAP, pen.px(MEDIA_HEIGHT))
    if len(content.media) == 1:
        return (MediaBox(row, content.media[0]),)
    half = (row.width() - pen.px(BETWEEN)) // 2
    first = QRect(row.x(), row.y(), half, row.height())
    second = QRect(row.right() + 1 - half, row.y(), half, row.height())
    more = len(content.media) - 2
    return MediaBox(first, content.media[0]), MediaBox(second, content.media[1], more)


def _badges(content: CardContent, pen: _Pen, look: Look) -> tuple[tuple[BadgeBox, ...], int]:
    if not content.badges:
        return (), 0
    height, gap = look.metrics.height.badge, pen.px(BETWEEN)
    top = pen.y + pen.px(BADGE_GAP)
    x, row, found = pen.left, 0, []
    for badge in content.badges:
        width = min(badge_width(badge.text, look), pen.width)
        if x > pen.left and x + width > pen.left + pen.width:
            x, row = pen.left, row + 1
        if row >= BADGE_ROWS:
            break
        found.append(BadgeBox(QRect(x, top + row * (height + gap), width, height), badge))
        x += width + gap
    rows = 1 + min(row, BADGE_ROWS - 1)
    pen.y = top + rows * height + (rows - 1) * gap
    return tuple(found), len(content.badges) - len(found)


def action_rect(footer: QRect, place: int, look: Look) -> QRect:
    """Returns where one of the actions stands, from 0 at the left."""
    wide = look.metrics.px(ACTION)
    left = footer.right() + 1 - (ACTIONS - place) * wide
    return QRect(left, footer.y(), wide, footer.height())


def badge_width(text: str, look: Look) -> int:
    """Returns the width of a badge with an icon, in pixels."""
    words = advance(look.fonts, text, Type.CAPTION, 500)
    return look.metrics.px(5 + 12 + 4 + 6) + words


def figure_text(number: int) -> str:
    """Returns a figure of the footer as short as it goes."""
    return language().figure(number) if number < 1000 else language().short_figure(number)
