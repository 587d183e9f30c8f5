"""Whether a post fits a query, before it is stored: as the store's search would answer after.

The columns are those of the full text and the words are folded alike. A post is new here: it is
neither gone nor kept.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from controlroom.model.post import Author, Post
from controlroom.model.profile import Profile
from controlroom.model.query.fold import fold
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
from controlroom.store.cache.index import Entry, entry, language_tag
from controlroom.store.cache.times import to_ms

_TEXT, _ALT, _AUTHOR, _HASHTAGS, _MENTIONS, _TAGS = range(1, 7)
_WORDS = (_TEXT, _ALT, _AUTHOR)
_UPPER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_NUMBER = re.compile(r"\s*([+-]?[0-9]+)", re.ASCII)

InStream = Callable[[str], bool]
"""Whether the post is in the stream of this name or id."""


@dataclass(slots=True)
class Candidate:
    """A post that has come, and the profiles it came through.

    Attributes:
        seen_at: when it was read.
    """

    post: Post
    seen_at: datetime
    profiles: Sequence[Profile] = ()
    in_stream: InStream = lambda _: False
    _entry: Entry | None = None
    _folded: dict[int, str] = field(default_factory=dict)

    def fits(self, node: Node) -> bool:
        """Whether the post fits a tree as `model.query.parse` makes them."""
        match node:
            case Word() | Phrase():
                return self._says(node)
            case Filter(name, value):
                return self._passes(name, value)
            case Not(part):
                return not self.fits(part)
            case And(parts):
                return all(self.fits(part) for part in parts)
            case Or(parts):
                return any(self.fits(part) for part in parts)
            case Since(at):
                return self._filed() >= first_id_at(to_ms(at))
            case Until(at):
                return self._filed() < first_id_at(to_ms(at))
            case Everything():
                return True

    def _says(self, node: Word | Phrase) -> bool:
        columns: tuple[int, ...] = _WORDS
        if isinstance(node, Word) and node.text.startswith("#"):
            columns = (_HASHTAGS,)
        elif isinstance(node, Word) and node.text.startswith("@"):
            columns = (_AUTHOR, _MENTIONS)
        wanted = f" {fold(node.text)}"
        if not (isinstance(node, Word) and node.prefix):
            wanted += " "
        return any(wanted in self._column(column) for column in columns)

    def _passes(self, name: Field, value: str) -> bool:
        match name:
            case Field.HAS | Field.IS:
                return f" {name.value}{value} " in self._column(_TAGS)
            case Field.LANG:
                return f" {fold(language_tag(value))} " in self._column(_TAGS)
            case Field.FROM:
                return _is_author(self.post.author, value)
            case Field.PROFILE:
                return any(_is_profile(profile, value) for profile in self.profiles)
            case Field.NETWORK:
                return self.post.network == value
            case Field.STREAM:
                return self.in_stream(value)

    def _column(self, number: int) -> str:
        """A column's words with one space before, between and after them."""
        if number not in self._folded:
            if self._entry is None:
                self._entry = entry(0, self.post, 0, 0, "", "")
            self._folded[number] = f" {fold(str(self._entry[number]))} "
        return self._folded[number]

    def _filed(self) -> int:
        return first_id_at(min(to_ms(self.post.created_at), to_ms(self.seen_at)))


def numbered(value: str) -> int:
    """Returns the number a text begins with, 0 if there is none, as SQL casts it."""
    found = _NUMBER.match(value)
    return int(found[1]) if found else 0


def same_name(name: str, value: str) -> bool:
    """Whether two names are the same but for the case of ASCII letters, as SQL compares them."""
    return name.translate(_UPPER) == value.translate(_UPPER)


def any_named(names: Iterable[str], value: str) -> bool:
    """Whether one of the names is this."""
    return any(same_name(name, value) for name in names)


def _is_author(author: Author, value: str) -> bool:
    lower, wanted = author.called.translate(_UPPER), value.translate(_UPPER)
    return lower == wanted or (bool(author.handle) and lower.startswith(f"{wanted}@"))


def _is_profile(profile: Profile, value: str) -> bool:
    return any_named((profile.handle, profile.name), value) or profile.id == numbered(value)
