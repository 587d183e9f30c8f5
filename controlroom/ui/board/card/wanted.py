"""Which pictures a card shows, before it is drawn."""

from collections.abc import Iterator

from PySide6.QtCore import QSize

from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.geometry import CardLayout
from controlroom.ui.board.pictures.shown import address_of


def wanted_pictures(
    content: CardContent, place: CardLayout, *, opened: bool
) -> Iterator[tuple[str, QSize]]:
    """Yields address and size at 1:1 of each; what is covered is not asked for."""
    if content.avatar:
        yield content.avatar, place.avatar.size()
    if is_covered(content, place, opened=opened):
        return
    for one in place.media:
        if address := address_of(one.media):
            yield address, one.rect.size()


def is_covered(content: CardContent, place: CardLayout, *, opened: bool) -> bool:
    """Returns whether the media of a card are hidden until they are asked for."""
    sensitive = any(one.media.sensitive for one in place.media)
    return (sensitive or bool(content.warning)) and not opened
