"""Messages of a conversation laid out: where each stands, and its text in lines."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from controlroom.ui.board.card.content import CardContent, Ours, content_of
from controlroom.ui.board.card.geometry import MediaBox
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.text import TextBlock, lay_out_text
from controlroom.ui.board.drawer.note_block import NoteBlock, lay_out_note
from controlroom.ui.board.drawer.note_shown import NoteShown
from controlroom.ui.board.drawer.tree import Place

AVATAR, GAP, INDENT = 28, 10, 18
PAD, HEAD, TEXT_GAP, BETWEEN = 8, 16, 3, 8
MOST_LINES = 40
BADGE, BADGE_GAP, MEDIA, MEDIA_GAP, BETWEEN_MEDIA = 18, 6, 84, 6, 4
MOST_MEDIA, WIDEST_MEDIA = 4, 220


@dataclass(frozen=True, slots=True)
class Message:
    """One post of a conversation as it stands in the drawer; measures in pixels.

    Attributes:
        top, height: of the whole message.
        left: of the avatar; the words stand right of it.
        width: of the box round the words.
        words: top left corner of the text, from the message's own top.
        media: boxes, from the message's own top.
        covered: what hangs on it is shown only when it is asked for.
    """

    place: Place
    content: CardContent
    text: TextBlock | None
    top: int
    height: int
    left: int
    width: int
    words: QPoint
    media: tuple[MediaBox, ...] = ()
    covered: bool = False

    @property
    def post_id(self) -> int:
        """Id of the stored post."""
        return self.content.id


class LaidOut(NamedTuple):
    """A stretch of a conversation; `bottom` is where its last part ends."""

    messages: list[Message]
    notes: list[NoteBlock]
    bottom: int


NO_NOTES: Mapping[int, Sequence[NoteShown]] = MappingProxyType({})


def lay_out_messages(
    places: Sequence[Place],
    ours: Ours,
    width: int,
    look: Look,
    opened: AbstractSet[int] = frozenset(),
    notes: Mapping[int, Sequence[NoteShown]] = NO_NOTES,
) -> LaidOut:
    """Returns messages and notes one below the other, `width` pixels wide.

    Args:
        opened: ids of the posts whose cover was taken off.
        notes: by the id of the post below which they stand, 0 for the top.
    """
    messages: list[Message] = []
    blocks: list[NoteBlock] = []
    px = look.metrics.px
    top = px(PAD)
    for number, place in [(0, None), *((one.post.id, one) for one in places)]:
        if place is not None:
            content, open_now = content_of(place.post, ours), number in opened
            messages.append(_message(place, content, width, look, top, opened=open_now))
            top += messages[-1].height + px(BETWEEN)
        for note in notes.get(number, ()):
            blocks.append(lay_out_note(note, px(14), width - px(14), look, top))
            top += blocks[-1].height + px(BETWEEN)
    return LaidOut(messages, blocks, top - px(BETWEEN))


def _message(
    place: Place, content: CardContent, width: int, look: Look, top: int, *, opened: bool
) -> Message:
    px = look.metrics.px
    left = px(14) + place.depth * px(INDENT)
    box = max(px(120), width - left - px(AVATAR + GAP) - px(14))
    words = QPoint(left + px(AVATAR) + px(GAP) + px(GAP), px(PAD) + px(HEAD) + px(TEXT_GAP))
    said = content.text if opened or not content.warning else content.warning
    stretches = content.stretches if said is content.text else ()
    text = lay_out_text(said, box - 2 * px(GAP), look, most=MOST_LINES, stretches=stretches)
    below = words.y() + text.height
    media = _media(content, look, QPoint(words.x(), below + px(MEDIA_GAP)), box - 2 * px(GAP))
    height = below + px(PAD)
    if media:
        height += px(MEDIA_GAP) + px(MEDIA)
    if content.badges:
        height += px(BADGE_GAP) + px(BADGE)
    hidden = bool(content.warning) or any(one.sensitive for one in content.media)
    return Message(
        place=place,
        content=content,
        text=text,
        top=top,
        height=max(height, px(AVATAR)),
        left=left,
        width=box,
        words=words,
        media=media,
        covered=hidden and not opened,
    )


def _media(content: CardContent, look: Look, at: QPoint, room: int) -> tuple[MediaBox, ...]:
    """Returns boxes side by side; the last one tells how many have none."""
    px, shown = look.metrics.px, content.media[:MOST_MEDIA]
    if not shown:
        return ()
    step = px(BETWEEN_MEDIA)
    width = min(px(WIDEST_MEDIA), (room - step * (len(shown) - 1)) // len(shown))
    more = len(content.media) - len(shown)
    return tuple(
        MediaBox(
            QRect(at.x() + place * (width + step), at.y(), width, px(MEDIA)),
            one,
            more if place == len(shown) - 1 else 0,
        )
        for place, one in enumerate(shown)
    )
