"""A hit as a row: what it says and where that stands. A pure function of post, width and look."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from controlroom.model.cached import CachedPost
from controlroom.model.query.tree import Node
from controlroom.ui.board.card.content import CardContent, Ours, content_of
from controlroom.ui.board.card.geometry import MediaBox
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.text import TextBlock, lay_out_text
from controlroom.ui.review.talks import Talk

TALK, PAD, HEAD, GAP, TIMES, LEFT, THUMB, THUMB_HIGH = 30, 10, 17, 5, 96, 14, 84, 56
CHECK = 28
"""Room for the box that chooses a hit, before its times."""
MOST_LINES, MOST_THUMBS = 3, 2


@dataclass(frozen=True, slots=True)
class HitRow:
    """A row laid out; rectangles lie in the row.

    Attributes:
        text: None for a post without words.
        top: height of the conversation's head above it, 0 for none.
        talk: the conversation that begins with it in the list.
        joined: it belongs to the conversation above it.
    """

    content: CardContent
    height: int
    times: QRect
    head: QRect
    body: QRect
    text: TextBlock | None
    badges: QRect
    media: tuple[MediaBox, ...]
    top: int = 0
    talk: Talk | None = None
    joined: bool = False


def lay_out_hit(
    cached: CachedPost,
    ours: Ours,
    node: Node,
    width: int,
    look: Look,
    talk: Talk | None = None,
    *,
    joined: bool = False,
) -> HitRow:
    """Returns a hit as a row `width` pixels wide, below the head of its conversation if given."""
    px, content = look.metrics.px, content_of(cached, ours, node)
    first, over = px(LEFT) + px(CHECK), px(TALK) if talk else 0
    left, top = first + px(TIMES), over + px(PAD)
    media = _media(content, width, look, top)
    right = (media[0].rect.x() if media else width) - px(LEFT)
    room = max(px(120), right - left)
    said = content.warning or content.text or content.quote
    stretches = () if content.warning or not content.text else content.stretches
    text = lay_out_text(said, room, look, most=MOST_LINES, stretches=stretches) if said else None
    high = text.height if text else 0
    body = QRect(left, top + px(HEAD) + px(GAP), room, high)
    badges = QRect(left, body.y() + high + px(GAP), room, look.metrics.height.badge)
    foot = badges.bottom() + 1 if content.badges else body.y() + high
    least = top + 2 * px(HEAD)
    under = media[0].rect.bottom() + 1 if media else 0
    return HitRow(
        content=content,
        height=max(foot, under, least) + px(PAD),
        times=QRect(first, top, px(TIMES) - px(8), 2 * px(HEAD)),
        head=QRect(left, top, room, px(HEAD)),
        body=body,
        text=text,
        badges=badges,
        media=media,
        top=over,
        talk=talk,
        joined=joined,
    )


def _media(content: CardContent, width: int, look: Look, top: int) -> tuple[MediaBox, ...]:
    """Small pictures stand at the right, where there is room for them."""
    px = look.metrics.px
    shown = content.media[: MOST_THUMBS if width > px(760) else 1]
    if width < px(420):
        return ()
    boxes = []
    for place, one in enumerate(shown):
        back = (len(shown) - place) * (px(THUMB) + px(4))
        rect = QRect(width - px(LEFT) - back + px(4), top, px(THUMB), px(THUMB_HIGH))
        last = place == len(shown) - 1
        boxes.append(MediaBox(rect, one, len(content.media) - len(shown) if last else 0))
    return tuple(boxes)
