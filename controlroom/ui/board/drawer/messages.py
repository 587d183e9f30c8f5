"""Messages of a conversation laid out: where each stands, and its text in lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from controlroom.ui.board.card.content import CardContent, Ours, Stretch, content_of
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.text import TextBlock, lay_out_text
from controlroom.ui.board.drawer.tree import Place

AVATAR, GAP, INDENT = 28, 10, 18
PAD, HEAD, TEXT_GAP, BETWEEN = 8, 16, 3, 8
MOST_LINES = 40
BADGE, BADGE_GAP, MEDIA, MEDIA_GAP = 18, 6, 84, 6


@dataclass(frozen=True, slots=True)
class Message:
    """One post of a conversation as it stands in the drawer; measures in pixels.

    Attributes:
        top, height: of the whole message.
        left: of the avatar; the words stand right of it.
        width: of the box round the words.
    """

    place: Place
    content: CardContent
    text: TextBlock | None
    top: int
    height: int
    left: int
    width: int

    @property
    def post_id(self) -> int:
        """Id of the stored post."""
        return self.content.id


def lay_out_messages(places: Sequence[Place], ours: Ours, width: int, look: Look) -> list[Message]:
    """Returns the messages one below the other, `width` pixels wide."""
    found: list[Message] = []
    top = look.metrics.px(PAD)
    for place in places:
        message = _message(place, ours, width, look, top)
        found.append(message)
        top += message.height + look.metrics.px(BETWEEN)
    return found


def _message(place: Place, ours: Ours, width: int, look: Look, top: int) -> Message:
    px = look.metrics.px
    content = content_of(place.post, ours)
    left = px(14) + place.depth * px(INDENT)
    box = max(px(120), width - left - px(AVATAR + GAP) - px(14))
    inside = box - 2 * px(GAP)
    said = content.warning or content.text
    text = lay_out_text(said, inside, look, most=MOST_LINES, stretches=_stretches(content))
    height = 2 * px(PAD) + px(HEAD) + px(TEXT_GAP) + text.height
    if content.media:
        height += px(MEDIA_GAP + MEDIA)
    if content.badges:
        height += px(BADGE_GAP) + px(BADGE)
    return Message(place, content, text, top, max(height, px(AVATAR)), left, box)


def _stretches(content: CardContent) -> tuple[Stretch, ...]:
    return () if content.warning else content.stretches
