"""Ways through a tree."""

from collections.abc import Iterator

from controlroom.model.query.tree import And, Node, Or, Phrase, Word


def words_to_mark(node: Node) -> tuple[Word | Phrase, ...]:
    """Returns the words and phrases a reader looks for, in their order, each once."""
    return tuple(dict.fromkeys(_wanted(node)))


def _wanted(node: Node) -> Iterator[Word | Phrase]:
    match node:
        case Word() | Phrase():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
