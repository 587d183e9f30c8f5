"""What words are on the case lists, and as what: a name, or a part of one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from controlroom.model.frozen import dataclass
from controlroom.outbound.case_lists.keys import MatchKey
from controlroom.outbound.case_lists.marks import (
    detail,
    gate,
    heard_badly,
    initial,
    mark,
    part,
    sound,
    topic,
)
from controlroom.outbound.case_lists.orders import Topic, topics
from controlroom.outbound.case_lists.pieces import (
    LEAST_NEAR,
    Role,
    doubled,
    nearly,
    rough,
    skeleton,
    sounding,
    swapped,
)
from controlroom.outbound.case_lists.short_forms import also
from controlroom.outbound.checks.people import is_given
from controlroom.outbound.checks.rulebook import word_set
from controlroom.outbound.checks.surroundings import ListKind

_MOST_KEPT = 50_000
_KINDS = tuple(ListKind)
_MOST_NEAR = 16
_LEAST_SOUNDING, _LEAST_ROUGH, _LEAST_SWAPPED = 4, 6, 6
_NEAR = (Role.GIVEN, Role.SURNAME)


@dataclass(frozen=True, slots=True)
class Known:
    """What a word is.

    Attributes:
        is_exact: every letter is right.
        is_longer: it is a longer form of the first name that is listed.
        is_rough: so little is right that it tells something only beside the other half.
    """

    item: str
    kind: ListKind
    role: Role
    is_exact: bool = True
    is_rough: bool = False
    is_longer: bool = False


class Lookup:
    """Asks for words in rows and for parts of names; answers are kept. Used by one thread.

    Args:
        marks: the items of every fingerprint.
    """

    def __init__(self, key: MatchKey, marks: Mapping[str, tuple[str, ...]]) -> None:
        self._key, self._marks = key, marks
        self._whole: dict[str, tuple[ListKind, str] | None] = {}
        self._parts: dict[str, tuple[Known, ...]] = {}

    def whole(self, form: str) -> tuple[ListKind, str] | None:
        """Returns the item that these words are, None if they are none."""
        # Asked some hundred times for a letter typed: what is known has to cost nearly nothing.
        try:
            return self._whole[form]
        except KeyError:
            if len(self._whole) > _MOST_KEPT:
                self._whole.clear()
            found = self._whole[form] = self._looked_up(form)
            return found

    def with_initial(self, form: str) -> tuple[ListKind, str] | None:
        """Returns the item that a name and an initial are, None if they are none."""
        for kind in _KINDS:
            if items := self._marks.get(initial(self._key, kind, form)):
                return kind, items[0]
        return None

    def topics(self) -> tuple[tuple[Topic, str], ...]:
        """Returns what orders forbid to tell, and an order of each."""
        asked = ((one, self._marks.get(topic(self._key, one.key))) for one in topics())
        return tuple((one, items[0]) for one, items in asked if items)

    def detail(self, word: str) -> str | None:
        """Returns the order that says by this word where somebody is, None if none does."""
        items = self._marks.get(detail(self._key, word))
        return items[0] if items else None

    def parts(self, word: str) -> tuple[Known, ...]:
        """Returns the names of which a word is a part."""
        try:
            return self._parts[word]
        except KeyError:
            if len(self._parts) > _MOST_KEPT:
                self._parts.clear()
            found = self._parts[word] = tuple(self._parts_of(word))
            return found

    def _looked_up(self, form: str) -> tuple[ListKind, str] | None:
        for kind in _KINDS:
            if items := self._marks.get(mark(self._key, kind, form)):
                return kind, items[0]
        return None

    def _parts_of(self, word: str) -> Iterator[Known]:
        for kind in _KINDS:
            yield from self._as(kind, word, Role)
            for other in also(word):
                found = self._as(kind, other, (Role.GIVEN, Role.SHORT))
                longer = len(word) > len(other) + 1
                yield from (replace(known, is_longer=longer) for known in found)
            if word in word_set("ordinary_word"):
                continue
            yield from self._written_otherwise(kind, word)
            yield from self._sounding(kind, word)
            yield from self._roughly(kind, word)
            # A name of its own is not a mistyped one.
            if LEAST_NEAR - 1 <= len(word) <= _MOST_NEAR and not is_given(word):
                yield from self._near(kind, word)
                yield from self._heard(kind, word)
                yield from self._in_other_order(kind, word)

    def _passes(self, kind: ListKind, form: str) -> bool:
        return gate(self._key, kind, form) in self._marks

    def _as(self, kind: ListKind, word: str, roles: Iterable[Role]) -> Iterator[Known]:
        if not self._passes(kind, word):
            return
        for role in roles:
            for item in self._marks.get(part(self._key, kind, role, word), ()):
                yield Known(item, kind, role)

    def _written_otherwise(self, kind: ListKind, word: str) -> Iterator[Known]:
        """Yields a first name that is another's too but for its spelling: "Viktoria", "Fion"."""
        if len(word) >= _LEAST_SOUNDING:
            for form in sounding(word) | doubled(word):
                yield from self._as(kind, form, (Role.GIVEN,))

    def _in_other_order(self, kind: ListKind, word: str) -> Iterator[Known]:
        """Yields a first name two letters of which changed places: no word and no name is so near
        to one by chance."""
        if _LEAST_SWAPPED <= len(word) <= _MOST_NEAR:
            for form in swapped(word):
                yield from self._as(kind, form, (Role.GIVEN,))

    def _heard(self, kind: ListKind, word: str) -> Iterator[Known]:
        for form in sounding(word):
            for known in self._as(kind, form, _NEAR):
                yield Known(known.item, kind, known.role, is_exact=False)

    def _sounding(self, kind: ListKind, word: str) -> Iterator[Known]:
        if not _LEAST_SOUNDING <= len(word) <= _MOST_NEAR or not (heard := skeleton(word)):
            return
        for role in _NEAR:
            for item in self._marks.get(sound(self._key, kind, role, heard), ()):
                yield Known(item, kind, role, is_exact=False)

    def _roughly(self, kind: ListKind, word: str) -> Iterator[Known]:
        if not _LEAST_ROUGH <= len(word) <= _MOST_NEAR:
            return
        for role in _NEAR:
            if left := rough(word, role):
                for item in self._marks.get(heard_badly(self._key, kind, role, left), ()):
                    yield Known(item, kind, role, is_exact=False, is_rough=True)
        if not is_given(word):
            twice = {known for form in swapped(word) for known in self._near(kind, form)}
            yield from (replace(known, is_rough=True) for known in twice)

    def _near(self, kind: ListKind, word: str) -> Iterator[Known]:
        found = {
            Known(item, kind, role, is_exact=False): None
            for form in nearly(word)
            if self._passes(kind, form)
            for role in _NEAR
            for item in self._marks.get(part(self._key, kind, role, form, near=True), ())
        }
        yield from found


def by_mark(items: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Returns the items of every fingerprint."""
    found: dict[str, list[str]] = {}
    for item, marks in items:
        for one in marks:
            found.setdefault(one, []).append(item)
    return {one: tuple(of) for one, of in found.items()}
