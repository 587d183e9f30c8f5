"""A filter in plain words, one chip for each of its parts."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from controlroom.model.query.errors import QueryError
from controlroom.model.query.tree import And, Everything, Field, Filter, Node, Not
from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
WORDS = {
    (Field.HAS, "media"): QT_TRANSLATE_NOOP("Filter", "has media"),
    (Field.HAS, "image"): QT_TRANSLATE_NOOP("Filter", "has a picture"),
    (Field.HAS, "video"): QT_TRANSLATE_NOOP("Filter", "has video"),
    (Field.HAS, "link"): QT_TRANSLATE_NOOP("Filter", "has a link"),
    (Field.IS, "reply"): QT_TRANSLATE_NOOP("Filter", "replies"),
    (Field.IS, "repost"): QT_TRANSLATE_NOOP("Filter", "reposts"),
    (Field.IS, "comment"): QT_TRANSLATE_NOOP("Filter", "comments"),
    (Field.IS, "message"): QT_TRANSLATE_NOOP("Filter", "messages"),
    (Field.IS, "edited"): QT_TRANSLATE_NOOP("Filter", "edited"),
    (Field.IS, "gone"): QT_TRANSLATE_NOOP("Filter", "deleted"),
}
WORDS_OF_NOT = {
    (Field.HAS, "media"): QT_TRANSLATE_NOOP("Filter", "no media"),
    (Field.HAS, "image"): QT_TRANSLATE_NOOP("Filter", "no picture"),
    (Field.HAS, "video"): QT_TRANSLATE_NOOP("Filter", "no video"),
    (Field.HAS, "link"): QT_TRANSLATE_NOOP("Filter", "no link"),
    (Field.IS, "reply"): QT_TRANSLATE_NOOP("Filter", "no replies"),
    (Field.IS, "repost"): QT_TRANSLATE_NOOP("Filter", "no reposts"),
    (Field.IS, "comment"): QT_TRANSLATE_NOOP("Filter", "no comments"),
    (Field.IS, "message"): QT_TRANSLATE_NOOP("Filter", "no messages"),
    (Field.IS, "edited"): QT_TRANSLATE_NOOP("Filter", "not edited"),
    (Field.IS, "gone"): QT_TRANSLATE_NOOP("Filter", "not deleted"),
}


class Chip(NamedTuple):
    """One part of a filter: its words, and the whole filter without it."""

    text: str
    without: str


def chips_of(query: str) -> list[Chip]:
    """Returns the parts of a filter; one that cannot be read is a single part."""
    if not query:
        return []
    from controlroom.model.query.parse import parse
    from controlroom.model.query.printer import print_query

    try:
        node = parse(query)
    except QueryError:
        return [Chip(query, "")]
    parts = node.parts if isinstance(node, And) else (node,)
    return [
        Chip(_words(part), print_query(_joined(parts[:at] + parts[at + 1 :])))
        for at, part in enumerate(parts)
    ]


def _joined(parts: tuple[Node, ...]) -> Node:
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(parts)


def _words(node: Node) -> str:
    from controlroom.model.query.printer import print_query

    said = node.part if isinstance(node, Not) else node
    known = WORDS_OF_NOT if isinstance(node, Not) else WORDS
    if isinstance(said, Filter) and (said.field, said.value) in known:
        return translate("Filter", known[said.field, said.value])
    return print_query(node)
