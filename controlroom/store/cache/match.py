"""A query's tree as an expression of the full text and a range of post ids."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from controlroom.model.frozen import dataclass
from controlroom.model.query.fold import plain
from controlroom.model.query.tree import (
    And,
    Everything,
    Field,
    Filter,
    Node,
    Not,
    Or,
    Phrase,
    Since,
    Until,
    Word,
)
from controlroom.store.cache.ids import first_id_at
from controlroom.store.cache.index import ALL, language_tag
from controlroom.store.cache.times import to_ms
from controlroom.store.connection import Connection

_WORDS = "{text alt author}"
_NOBODY = "none"
_LAST = (1 << 63) - 1
_MOST_AUTHORS = 200

_BY_HANDLE = f"""
SELECT id FROM author WHERE handle = ?1 COLLATE NOCASE
UNION SELECT id FROM author WHERE handle = '' COLLATE NOCASE AND name = ?1 COLLATE NOCASE
UNION SELECT id FROM author WHERE handle LIKE ?2 ESCAPE '\\' LIMIT {_MOST_AUTHORS}
"""
_BY_PROFILE = """
SELECT id FROM profile WHERE handle = ?1 COLLATE NOCASE OR name = ?1 COLLATE NOCASE
    OR id = CAST(?1 AS INTEGER)
"""
_BY_STREAM = "SELECT id FROM stream WHERE name = ?1 COLLATE NOCASE OR id = CAST(?1 AS INTEGER)"


class Match(NamedTuple):
    """What the full text is asked: an expression, and ids from `first` up to `last`, excluded."""

    expression: str
    first: int
    last: int


def match(
    connection: Connection,
    node: Node,
    *,
    stream: int = 0,
    opened: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Match:
    """Returns the question for a query, within one stream if it is given.

    Args:
        opened: words to ask for instead of a beginning.
    """
    parts = list(node.parts) if isinstance(node, And) else [node]
    timeless: list[Node] = [part for part in parts if not isinstance(part, Since | Until)]
    compiler = _Compiler(connection, opened)
    expressions = [compiler.tree(_conjunction(timeless))]
    if stream:
        expressions.append(f'tags : "s{stream}"')
    first = max([first_id_at(to_ms(p.at)) for p in parts if isinstance(p, Since)], default=0)
    last = min([first_id_at(to_ms(p.at)) for p in parts if isinstance(p, Until)], default=_LAST)
    return Match(" AND ".join(expressions), first, last)


def _conjunction(parts: list[Node]) -> Node:
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(tuple(parts))


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Writes nodes as FTS5 expressions; every piece of text is quoted, so none is syntax."""

    connection: Connection
    opened: Mapping[str, Sequence[str]]

    def tree(self, node: Node) -> str:
        match node:
            case Word(text, prefix=True) if text in self.opened:
                return _any_of(text, self.opened[text])
            case Word() | Phrase():
                return _words(node)
            case Filter():
                return self._filter(node)
            case Not(part):
                return f"({_tag(ALL)} NOT {self.tree(part)})"
            case Or(parts):
                return "(" + " OR ".join(self.tree(part) for part in parts) + ")"
            case And(parts):
                return self._all_of(parts)
            case _:
                return _tag(ALL)

    def _all_of(self, parts: tuple[Node, ...]) -> str:
        wanted = [self.tree(part) for part in parts if not isinstance(part, Not)]
        unwanted = [self.tree(part.part) for part in parts if isinstance(part, Not)]
        if {part.lower() for part in wanted} & {part.lower() for part in unwanted}:
            return _tag(_NOBODY)
        expression = " AND ".join(wanted or [_tag(ALL)])
        return "(" + "".join([f"({expression})", *(f" NOT {part}" for part in unwanted)]) + ")"

    def _filter(self, node: Filter) -> str:
        if node.field in (Field.HAS, Field.IS):
            return _tag(f"{node.field.value}{node.value}")
        if node.field is Field.LANG:
            return _tag(language_tag(node.value))
        letter, statement = _LOOKED_UP[node.field]
        value = node.value
        found = self.connection.exec_driver_sql(statement, _arguments(statement, value))
        tags = [_tag(f"{letter}{row[0]}") for row in found]
        return "(" + " OR ".join(tags or [_tag(_NOBODY)]) + ")"


_LOOKED_UP = {
    Field.FROM: ("a", _BY_HANDLE),
    Field.PROFILE: ("p", _BY_PROFILE),
    Field.STREAM: ("s", _BY_STREAM),
    Field.NETWORK: ("n", "SELECT id FROM network WHERE key = ?1"),
}


def _arguments(statement: str, value: str) -> tuple[str, ...]:
    if "?2" not in statement:
        return (value,)
    escaped = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return value, f"{escaped}@%"


def _tag(tag: str) -> str:
    return f"tags : {_quoted(tag)}"


def _words(node: Word | Phrase) -> str:
    star = " *" if isinstance(node, Word) and node.prefix else ""
    columns = _columns(node.text) if isinstance(node, Word) else _WORDS
    return f"{columns} : {_quoted(plain(node.text))}{star}"


def _any_of(beginning: str, words: Sequence[str]) -> str:
    if not words:
        return _tag(_NOBODY)
    return f"{_columns(beginning)} : ({' OR '.join(map(_quoted, words))})"


def _columns(word: str) -> str:
    if word.startswith("#"):
        return "hashtags"
    return "{author mentions}" if word.startswith("@") else _WORDS


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""').replace("\0", " ") + '"'
