"""How long a reply is for whoever gets it: with the name that its network wants before it. Pure."""

from dataclasses import replace
from typing import TYPE_CHECKING

from controlroom.model.outgoing.addressing import addressed

if TYPE_CHECKING:
    from controlroom.model.outgoing.content import Content
    from controlroom.outbound.counting.measure import Count
    from controlroom.ui.compose.lengths import Lengths


def measured(lengths: "Lengths", content: "Content", *, is_called: bool) -> "Count | None":
    """Returns the count of what leaves, None where nobody counts.

    What is too much is told in letters of what is written here.

    Args:
        is_called: whoever is answered has to be named.
    """
    piece = content.pieces[0]
    whole = addressed(piece.text, content.about.author) if is_called and content.about else ""
    count = lengths.count("", content, replace(piece, text=whole or piece.text))
    added = len(whole) - len(piece.text) if whole else 0
    if count is None or not added:
        return count
    return replace(count, over_from=max(0, count.over_from - added))
