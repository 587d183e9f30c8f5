"""From tree to text, such that parsing the text gives the tree again."""

from datetime import UTC, datetime

from controlroom.model.query.errors import QueryError
from controlroom.model.query.pieces import Kind, marked, pieces, tidy
from controlroom.model.query.terms import OPERATORS, term
from controlroom.model.query.times import moment_text
from controlroom.model.query.tree import (
    And,
    Everything,
    Filter,
    Node,
    Not,
    Or,
    Phrase,
    Since,
    Until,
    Word,
)

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def print_query(node: Node) -> str:
    """Returns a query with as few parentheses and quotation marks as it needs.

    Words which can only be written within quotation marks (`OR`, `-x`) are printed so.
    """
    match node:
        case Everything():
            return ""
        case Or(parts):
            return " OR ".join(_within(part, Or) for part in parts)
        case And(parts):
            return " ".join(_within(part, And, Or) for part in parts)
        case Not(part):
            return "-" + _within(part, And, Or, Not)
        case _:
            return _printed(node)


def value_text(value: str) -> str:
    """Returns a filter's value as it is written behind the colon."""
    cut = list(pieces(f"from:{value}"))
    bare = len(cut) == 1 and cut[0].kind is Kind.FIELD and cut[0].text == value
    return value if bare and value else marked(value)


def _within(node: Node, *parted: type[Node]) -> str:
    text = print_query(node)
    return f"({text})" if isinstance(node, parted) else text


def _printed(node: Word | Phrase | Filter | Since | Until) -> str:
    match node:
        case Word(text, prefix):
            return _word(text, prefix)
        case Phrase(text):
            return marked(tidy(text))
        case Filter(field, value):
            return f"{field}:{value_text(value)}"
        case Since(at):
            return f"since:{moment_text(at)}"
        case Until(at):
            return f"until:{moment_text(at)}"


def _word(text: str, prefix: bool) -> str:
    written = f"{text}*" if prefix else text
    return written if _is_bare(written, Word(text, prefix)) else marked(tidy(text))


def _is_bare(written: str, word: Word) -> bool:
    cut = list(pieces(written))
    try:
        return len(cut) == 1 and written not in OPERATORS and term(cut[0], _NEVER) == word
    except QueryError:
        return False
