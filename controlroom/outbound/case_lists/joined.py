"""Parts of a listed name that stand beside each other in a text."""

import re
from collections.abc import Iterator

from controlroom.model.frozen import dataclass
from controlroom.outbound.case_lists.lookup import Known, Lookup
from controlroom.outbound.case_lists.pieces import Role
from controlroom.outbound.case_lists.words import Token
from controlroom.outbound.checks.people import BETWEEN, is_given
from controlroom.outbound.checks.rulebook import word_set

_MOST_BETWEEN = 2
_MOST_WORDS, _LEAST_PLURAL = 3, 3
_LEAST_BOTH = 5
"""Letters of each half, where both are mistyped."""
_TIGHT = re.compile(r"[ '\-_.]?|\. |- |[^\w\s,;:!?()]{1,2}")
_BESIDE = re.compile(r"[ '\-_,.]{0,3}")
_AND = re.compile(r" ?[&+/] ?")
_FIRST = (Role.GIVEN, Role.SHORT)
_LAST = (Role.SURNAME, Role.PART)


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a text that are a part of a name: from one word to before another.

    Attributes:
        is_plural: it is the surname with an "s" after it.
    """

    start: int
    end: int
    known: Known
    is_plural: bool = False


def parts_in(tokens: tuple[Token, ...], lookup: Lookup) -> list[Part]:
    """Returns what is a part of any name, one to three words long."""
    found: list[Part] = []
    for at in range(len(tokens)):
        for count, forms in _windows(tokens, at):
            for form in forms:
                found += [Part(at, at + count, known) for known in lookup.parts(form)]
            if forms[0][-1:] == "s" and len(forms[0]) > _LEAST_PLURAL:
                found += _with_an_s(tokens[at], at, count, lookup.parts(forms[0][:-1]))
    return found


def _with_an_s(token: Token, at: int, count: int, parts: tuple[Known, ...]) -> Iterator[Part]:
    for known in parts:
        if known.role is Role.CORE:
            yield Part(at, at + count, known)
        elif known.role is Role.SURNAME and known.is_exact and count == 1 and token.is_capital:
            yield Part(at, at + 1, known, is_plural=True)


def _windows(tokens: tuple[Token, ...], at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    first = tokens[at]
    yield 1, (first.word, *first.others)
    form = first.word
    for count in range(2, _MOST_WORDS + 1):
        if at + count > len(tokens) or not _TIGHT.fullmatch(tokens[at + count - 1].gap):
            return
        form += tokens[at + count - 1].word
        yield count, (form,)


def whole_names(parts: list[Part], tokens: tuple[Token, ...]) -> Iterator[tuple[Part, Part]]:
    """Yields each first name and surname that stand together, in either order."""
    for one in parts:
        for other in parts:
            if (
                other.is_plural
                or one.known.item != other.known.item
                or one.known.kind != other.known.kind
            ):
                continue
            if not (one.known.role in _FIRST and other.known.role in _LAST):
                continue
            if _stand_together(one, other, tokens):
                yield one, other


def _stand_together(given: Part, surname: Part, tokens: tuple[Token, ...]) -> bool:
    if given.end <= surname.start:
        return _follows(given, surname, tokens)
    return surname.end <= given.start and _is_turned_round(surname, given, tokens)


def _follows(given: Part, surname: Part, tokens: tuple[Token, ...]) -> bool:
    between = tokens[given.end : surname.start]
    if _is_shared(given, surname, tokens):
        return True
    if len(between) > _MOST_BETWEEN or not _is_sure(given, surname, tokens):
        return False
    if not all(_BESIDE.fullmatch(one.gap) for one in tokens[given.end : surname.start + 1]):
        return False
    if not between:
        return "," not in tokens[surname.start].gap
    plain = all("," not in one.gap and _may_stand_between(one) for one in between)
    return plain and given.known.is_exact and surname.known.is_exact


def _is_shared(given: Part, surname: Part, tokens: tuple[Token, ...]) -> bool:
    """Returns whether a surname is that of two: "Nelson and Grace Achebe"."""
    if not (given.known.is_exact and surname.known.is_exact) or given.known.role is Role.SHORT:
        return False
    row = tokens[given.end : surname.start + 1]
    is_and = len(row) == 3 and row[0].word in ("and", "et") and row[0].gap == row[1].gap == " "
    if not is_and and not (len(row) == 2 and _AND.fullmatch(row[0].gap)):
        return False
    names = (tokens[given.start], *row[-2:])
    return row[-1].gap == " " and all(_may_be_a_name(one) for one in names)


def _may_be_a_name(token: Token) -> bool:
    return token.is_capital and token.word not in word_set("not_a_name")


def _may_stand_between(token: Token) -> bool:
    return _may_be_a_name(token) or token.word in BETWEEN


def _is_sure(given: Part, surname: Part, tokens: tuple[Token, ...]) -> bool:
    """Returns whether words that may both be mistyped are a name, and not only words."""
    if given.known.is_rough or surname.known.is_rough:
        return _are_roughly(given, surname, tokens)
    if not (given.known.is_exact or surname.known.is_exact):
        return _are_both_mistyped(given, surname, tokens)
    if Role.SHORT is given.known.role and not surname.known.is_exact:
        return False
    ends = (tokens[given.start], tokens[surname.start])
    if all(one.is_capital for one in ends):
        return True
    common = word_set("also_words") | word_set("ordinary_surname")
    exact = given.known.is_exact and surname.known.is_exact
    are_words = [one.word in common for one in ends]
    return not (all(are_words) if exact else any(are_words))


def _is_another(given: Part, tokens: tuple[Token, ...]) -> bool:
    """Returns whether a first name that is not the listed one is a name of its own."""
    return not given.known.is_exact and is_given(tokens[given.start].word)


def _are_roughly(given: Part, surname: Part, tokens: tuple[Token, ...]) -> bool:
    """Returns whether a half of which little is right stands beside the other as a name does."""
    ends = (tokens[given.start], tokens[surname.start])
    if given.known.role is not Role.GIVEN or surname.known.role is not Role.SURNAME:
        return False
    if _is_another(given, tokens):
        return False
    return all(one.is_capital for one in ends) and _are_no_words(ends)


def _are_both_mistyped(given: Part, surname: Part, tokens: tuple[Token, ...]) -> bool:
    """Returns whether two long words beside each other are both nearly what is listed."""
    ends = (tokens[given.start], tokens[surname.start])
    if given.known.role is not Role.GIVEN or surname.known.role is not Role.SURNAME:
        return False
    if _is_another(given, tokens):
        return False
    long = all(_letters(one, tokens) >= _LEAST_BOTH for one in (given, surname))
    # Of a name in two, "Price-Jones", a half may well be a word.
    alone = tuple(tokens[one.start] for one in (given, surname) if one.end == one.start + 1)
    return long and all(one.is_capital for one in ends) and _are_no_words(alone)


def _letters(part: Part, tokens: tuple[Token, ...]) -> int:
    return sum(len(one.word) for one in tokens[part.start : part.end])


def _is_turned_round(surname: Part, given: Part, tokens: tuple[Token, ...]) -> bool:
    if surname.end != given.start or not _is_sure(given, surname, tokens):
        return False
    gap = tokens[given.start].gap
    if gap == " " and not (given.known.is_exact and surname.known.is_exact):
        return False
    ends = (tokens[surname.start], tokens[given.start])
    is_given = given.known.role is Role.GIVEN
    are_exact = is_given and surname.known.is_exact and given.known.is_exact
    is_plain = all(one.is_capital for one in ends) or (are_exact and _are_no_words(ends))
    if "," in gap and not is_plain:
        return False
    return _BESIDE.fullmatch(gap) is not None and ". " not in gap and not _goes_on(given, tokens)


def _are_no_words(ends: tuple[Token, ...]) -> bool:
    common = word_set("also_words") | word_set("ordinary_surname")
    return not any(one.word in common for one in ends)


def _goes_on(given: Part, tokens: tuple[Token, ...]) -> bool:
    """Returns whether a first name has another surname after it."""
    if given.end >= len(tokens):
        return False
    after = tokens[given.end]
    return after.gap == " " and _may_be_a_name(after)
