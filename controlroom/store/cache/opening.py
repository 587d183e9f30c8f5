"""Searches for beginnings (`thi*`), answered from the newest posts first.

For a beginning the full text first gathers every post of every word it covers, even if fifty are
wanted: for a common one that takes a third of a second at ten million posts. So the newest posts
that the rest of the query leaves are cut into words, in memory and by the same tokenizer; each
beginning is opened to those of them it covers; and the full text is asked for these words within
these posts. There, that is the same question. When it does not fill the page and going on would
cost more than it saves, the beginning is rare, and the full text is asked as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing

import msgspec
from sqlcipher3 import dbapi2

from controlroom.model.frozen import dataclass
from controlroom.model.query.fold import plain, tokens
from controlroom.model.query.tree import And, Everything, Node, Not, Or, Word
from controlroom.store.cache import details
from controlroom.store.cache.match import match
from controlroom.store.cache.schema import tokenizer
from controlroom.store.connection import Connection

HITS = """
SELECT rowid FROM post_text WHERE post_text MATCH ? AND rowid >= ? AND rowid < ?
ORDER BY rowid DESC LIMIT ?
"""
_NEWEST = """
SELECT id, text, details FROM post WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?
"""
_NEWEST_OF = f"""
SELECT p.id, p.text, p.details FROM ({HITS}) AS h CROSS JOIN post AS p ON p.id = h.rowid
"""
_AMONG = """
SELECT rowid FROM post_text WHERE post_text MATCH ?
    AND rowid IN (SELECT value FROM json_each(?))
"""
_THESE = """
SELECT id, text, details FROM post WHERE id IN (SELECT value FROM json_each(?))
"""
_AT_ONCE = 120
_FIRST_LOOK = 512
_LOOKS = 3
_SPARE = 1.3
_MOST_WORDS = 400
_FARTHEST_LETTER = "\u017f"
_LAST_CHAR = "\U0010ffff"

# Measured at one million posts: to cut one post into words, to gather one post of a beginning.
_CUT_US = 10.0
_GATHER_US = 0.38
_POSTS_PER_PAGE = 4

_to_json = msgspec.json.Encoder().encode

Row = tuple[int, str, bytes]
"""Number, text and details of a post."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: ids from `first` up to `last`, excluded, `limit` of them at most."""

    node: Node
    first: int
    last: int
    limit: int
    stream: int


def hits_of_beginnings(connection: Connection, asked: Asked) -> list[int] | None:
    """Returns the newest hits; None if the full text had better be asked as it is."""
    stems = _stems(asked.node)
    if not stems:
        return None
    with closing(_Words()) as words:
        looked_at = _FIRST_LOOK
        for _ in range(_LOOKS):
            found, whole = _look(connection, asked, stems, words, looked_at)
            if whole:
                return found
            looked_at = _worth_looking_at(connection, asked.limit, len(found) / looked_at)
            if not looked_at:
                return None
    return None


def hits_among(connection: Connection, node: Node, ids: Sequence[int]) -> set[int]:
    """Returns which of these posts are hits.

    The full text would gather every post of a beginning for each of them anew.
    """
    stems, found = _stems(node), set[int]()
    for start in range(0, len(ids), _AT_ONCE):
        some = _to_json(list(ids[start : start + _AT_ONCE])).decode()
        asked = match(connection, node, opened=_opened_among(connection, stems or {}, some))
        rows = connection.exec_driver_sql(_AMONG, (asked.expression, some))
        found.update(row[0] for row in rows if asked.first <= row[0] < asked.last)
    return found


def _opened_among(
    connection: Connection, stems: Mapping[str, str], ids: str
) -> Mapping[str, Sequence[str]]:
    """Returns the words that these posts have of each beginning, of those not too many."""
    if not stems:
        return {}
    with closing(_Words()) as words:
        words.take([tuple(row) for row in connection.exec_driver_sql(_THESE, (ids,))])
        opened = {text: words.beginning(stem) for text, stem in stems.items()}
    return {text: found for text, found in opened.items() if len(found) <= _MOST_WORDS}


class _Words:
    """The words of some posts, in memory. A word that more posts have is there once."""

    def __init__(self) -> None:
        self._memory = dbapi2.connect(":memory:", isolation_level=None)
        self._memory.execute(
            "CREATE VIRTUAL TABLE text USING"
            f" fts5(words, content='', detail=none, columnsize=0, tokenize='{tokenizer()}')"
        )
        self._memory.execute("CREATE VIRTUAL TABLE word USING fts5vocab(text, row)")
        self._posts = 0

    def take(self, rows: Sequence[Row]) -> None:
        """Cuts those of these posts, newest first, that were not taken before."""
        texts = [part for _, text, packed in rows[self._posts :] for part in _texts(text, packed)]
        if texts:
            self._posts = len(rows)
            entry = self._posts, "\n".join(texts)
            self._memory.execute("INSERT INTO text (rowid, words) VALUES (?, ?)", entry)

    def beginning(self, stem: str) -> list[str]:
        """Returns the words that begin so; no more than one more than are worth asking for."""
        asked = "SELECT term FROM word WHERE term >= ? AND term < ? LIMIT ?"
        rows = self._memory.execute(asked, (stem, stem + _LAST_CHAR, _MOST_WORDS + 1))
        return [row[0] for row in rows]

    def close(self) -> None:
        self._memory.close()


def _look(
    connection: Connection, asked: Asked, stems: Mapping[str, str], words: _Words, most: int
) -> tuple[list[int], bool]:
    """Looks through the newest posts; returns the hits, and whether they are all that is asked."""
    rows = _candidates(connection, asked, most)
    words.take(rows)
    opened = {text: words.beginning(stem) for text, stem in stems.items()}
    if any(len(found) > _MOST_WORDS for found in opened.values()):
        return [], False
    first = rows[-1][0] if len(rows) == most else asked.first
    question = match(connection, asked.node, stream=asked.stream, opened=opened).expression
    bounds = max(first, asked.first), asked.last, asked.limit
    found = [row[0] for row in connection.exec_driver_sql(HITS, (question, *bounds))]
    return found, len(rows) < most or len(found) == asked.limit


def _worth_looking_at(connection: Connection, limit: int, share: float) -> int:
    """Returns how many posts to look through for a whole page; 0 if that costs more than it saves.

    Args:
        share: how many of the posts looked at were hits.
    """
    if not share:
        return 0
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    gathering = share * pages * _POSTS_PER_PAGE * _GATHER_US
    needed = limit / share * _SPARE
    return int(needed) if needed * _CUT_US < gathering else 0


def _candidates(connection: Connection, asked: Asked, most: int) -> list[Row]:
    """Returns the newest posts that fit the rest of the query."""
    rest = _without_beginnings(asked.node)
    bounds = asked.first, asked.last, most
    if isinstance(rest, Everything) and not asked.stream:
        rows = connection.exec_driver_sql(_NEWEST, bounds)
    else:
        question = match(connection, rest, stream=asked.stream)
        rows = connection.exec_driver_sql(_NEWEST_OF, (question.expression, *bounds))
    return [(row[0], row[1], row[2]) for row in rows]


def _texts(text: str, packed: bytes) -> Iterator[str]:
    """Yields what the full text holds of a post, tags aside."""
    yield plain(text)
    yield from map(plain, details.texts(packed))


def _stems(node: Node) -> dict[str, str] | None:
    """Returns each beginning and its folded form; None if one is no plain beginning of a word."""
    stems = {}
    for word in _beginnings(node):
        bare = word.text.lstrip("#@")
        folded = [token.text for token in tokens(bare)]
        if len(folded) != 1 or not bare.isalnum() or max(bare) > _FARTHEST_LETTER:
            return None
        stems[word.text] = folded[0]
    return stems


def _beginnings(node: Node) -> Iterator[Word]:
    match node:
        case Word(prefix=True):
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from _beginnings(part)
        case Not(part):
            yield from _beginnings(part)


def _without_beginnings(node: Node) -> Node:
    """Returns a wider question: the outermost parts in which no beginning is."""
    parts = node.parts if isinstance(node, And) else (node,)
    firm = tuple(part for part in parts if next(_beginnings(part), None) is None)
    if not firm:
        return Everything()
    return firm[0] if len(firm) == 1 else And(firm)
