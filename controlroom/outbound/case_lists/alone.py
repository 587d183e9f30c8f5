"""Whether a single word of a listed name means the person: never without what stands around it."""

import re
from enum import Enum

from controlroom.outbound.case_lists.joined import Part
from controlroom.outbound.case_lists.pieces import Role
from controlroom.outbound.case_lists.words import Reading, Token, is_run_together
from controlroom.outbound.checks.people import is_given
from controlroom.outbound.checks.rulebook import expression, word_set
from controlroom.outbound.checks.surroundings import ListKind

_BEFORE = 48
_LEAST_MISTYPED = 6
_ALONE = (Role.SURNAME, Role.GIVEN)
_MOST_INITIALS = 4
_WORDS = ("also_words", "ordinary_surname", "ordinary_word")
_FEW = 8
"""Of so many words at most one begins with a capital in a text in small letters."""
_ADDRESSED = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "mme", "mlle", "dr", "victim", "witness", "survivor")
)
_ARTICLES = frozenset(("a", "an", "the", "any", "no", "every", "each", "some"))
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx"))
_PLAIN = re.compile(r" ")
_BEGINS = re.compile(r"[.!?:\"]")


class Meant(Enum):
    """How sure it is that somebody is meant."""

    SURELY = "surely"
    PERHAPS = "perhaps"
    NOT = "not"


def meant(part: Part, reading: Reading, *, is_told: bool) -> Meant:
    """Returns whether a word that is a part of a name means whoever bears it.

    Args:
        is_told: the text names the person elsewhere.
    """
    if part.known.is_rough:
        return Meant.NOT
    if part.known.role in (Role.SHORT, Role.PART):
        return Meant.SURELY if _is_half_enough(part, reading) else Meant.NOT
    if not part.known.is_exact:
        return _mistyped(part, reading)
    return _JUDGES[part.known.role](part, reading, is_told)


def _is_half_enough(part: Part, reading: Reading) -> bool:
    """Returns whether "Ms Oduya" or "Dev took eleven steps" is enough of a longer name."""
    is_written = part.known.is_exact and reading.tokens[part.start].is_capital
    if not is_written or not _is_rare_or_given(part, reading):
        return False
    if part.known.role is Role.PART:
        return _has_title(part, reading)
    if _is_introduced(part.start, reading) or _is_a_surname(part.start, reading):
        return False
    is_told = expression(r"\b{case_told}\b").search(reading.text) is not None
    return is_told and _is_pointed_at(part, reading)


def _is_rare_or_given(part: Part, reading: Reading) -> bool:
    words = {one.word for one in reading.tokens[part.start : part.end]}
    return not any(words & word_set(name) for name in _WORDS)


def told_apart(parts: list[Part], reading: Reading) -> set[str]:
    """Returns the items of which both halves stand in a text, each as somebody's: not in a row."""
    found: dict[Role, set[str]] = {Role.GIVEN: set(), Role.SURNAME: set()}
    for part in parts:
        if part.known.role in found and part.known.is_exact and _is_plainly_a_name(part, reading):
            found[part.known.role].add(part.known.item)
    return found[Role.GIVEN] & found[Role.SURNAME]


def _is_plainly_a_name(part: Part, reading: Reading) -> bool:
    token = reading.tokens[part.start]
    words = {one.word for one in reading.tokens[part.start : part.end]}
    if not token.is_capital or words & (word_set("also_words") | word_set("ordinary_surname")):
        return False
    if _is_a_place(part, reading) or _has_article(part, reading):
        return False
    if part.known.role is Role.SURNAME:
        return not is_given(token.word) and (part.is_plural or not _of_somebody_else(part, reading))
    return not (_is_no_person(part, reading) or _is_introduced(part.start, reading))


def _surname(part: Part, reading: Reading, is_told: bool) -> Meant:
    token = reading.tokens[part.start]
    if part.is_plural:
        is_family = _after_the(part, reading) or _has_a_relative(part, reading)
        return Meant.SURELY if is_family else Meant.NOT
    tagged = _is_tagged(part, reading)
    is_group = _after_the(part, reading) and _is_rare(part, reading) and _has_a_group(part, reading)
    if not (token.is_capital or tagged or is_group or _in_small_letters(part, reading)):
        return Meant.NOT
    if _is_a_place(part, reading) or _has_article(part, reading) or _begins_a_name(part, reading):
        return Meant.NOT
    if _of_somebody_else(part, reading):
        return Meant.PERHAPS if _around("relative", part, reading) else Meant.NOT
    if is_told or tagged or (_is_rare(part, reading) and not _may_be_a_verb(part, reading)):
        return Meant.SURELY
    return Meant.SURELY if _is_somebody(part, reading) else Meant.NOT


def _has_a_relative(part: Part, reading: Reading) -> bool:
    """Returns whether "Hallorans husband" lacks no more than its apostrophe."""
    _, after = _sides(part, reading)
    return _is_rare(part, reading) and bool(expression(r"^ {relative}\b").search(after))


def _mistyped(part: Part, reading: Reading) -> Meant:
    """Returns whether a surname with a wrong letter, alone, is somebody's of whom a case tells."""
    word = reading.tokens[part.start].word
    if part.known.role not in _ALONE or len(word) < _LEAST_MISTYPED:
        return Meant.NOT
    if part.known.role is Role.GIVEN:
        return _mistyped_given(part, reading)
    if not _is_rare(part, reading) or _is_a_place(part, reading):
        return Meant.NOT
    if _has_title(part, reading):
        return Meant.SURELY
    is_beside = (
        _around("beside_surname", part, reading)
        or _is_surely_somebody(part, reading)
        or _has_a_group(part, reading)
    )
    if not is_beside or _of_somebody_else(part, reading):
        return Meant.NOT
    return Meant.SURELY if expression(r"\b{case_told}\b").search(reading.text) else Meant.NOT


def _mistyped_given(part: Part, reading: Reading) -> Meant:
    """Returns whether "Katazyna" is somebody's first name: no word, and a case is told."""
    is_name = reading.tokens[part.start].is_capital and _is_rare(part, reading)
    if not is_name or _is_introduced(part.start, reading) or _is_a_surname(part.start, reading):
        return Meant.NOT
    if _is_a_place(part, reading) or _is_addressed(part, reading):
        return Meant.NOT
    return Meant.SURELY if expression(r"\b{case_told}\b").search(reading.text) else Meant.NOT


def _is_surely_somebody(part: Part, reading: Reading) -> bool:
    is_written = reading.tokens[part.start].is_capital
    return is_written and bool(expression(r"^{surely_a_person}").search(_sides(part, reading)[1]))


def _has_title(part: Part, reading: Reading) -> bool:
    return part.start > 0 and reading.tokens[part.start - 1].word in _TITLES


def _given(part: Part, reading: Reading, is_told: bool) -> Meant:
    token = reading.tokens[part.start]
    is_written = token.is_capital or _is_tagged(part, reading) or _in_small_letters(part, reading)
    if not is_written or _is_a_place(part, reading):
        return Meant.NOT
    if any(_is_introduced(one, reading) for one in _same(part, reading)):
        return Meant.NOT
    if _is_a_title(part, reading) or _is_a_surname(part.start, reading):
        return Meant.NOT
    if not is_told and (part.known.is_longer or _has_a_shop(part, reading)):
        return Meant.NOT
    if _is_no_person(part, reading) or (not is_told and _is_at_work(part, reading)):
        return Meant.NOT
    is_word = token.word in word_set("also_words") | word_set("ordinary_surname")
    if is_word and not (_is_somebody(part, reading) or _is_tagged(part, reading)):
        return Meant.NOT
    if is_told or _is_called_for(part, reading) or _is_pointed_at(part, reading):
        return Meant.SURELY
    if not is_word and _is_rare(part, reading) and not _is_addressed(part, reading):
        return Meant.SURELY
    told = expression(r"\b(?:{case_told}|{gave_away})\b").search(reading.text)
    return Meant.SURELY if told else Meant.NOT


def _is_no_person(part: Part, reading: Reading) -> bool:
    """Returns whether a first name is a day or month here, a saint's, or that of "the Nelson"."""
    before, after = _sides(part, reading)
    if expression(r"\b{before_no_person} \Z").search(before):
        return not expression(r"^{group_after}").search(after)
    words = {one.word for one in reading.tokens[part.start : part.end]}
    if words.isdisjoint(word_set("calendar")):
        return False
    is_dated = expression(r"(?:\b{before_a_day}|\d(?:st|nd|rd|th)?) \Z").search(before)
    return bool(is_dated) or not expression(r"^{surely_a_person}").search(after)


def _has_a_shop(part: Part, reading: Reading) -> bool:
    """Returns whether "Rosie's Tearoom" or "Josephine's on Market Row" is spoken of."""
    return expression(r"^{shop_after}").search(_sides(part, reading)[1]) is not None


def _is_at_work(part: Part, reading: Reading) -> bool:
    """Returns whether "Jarvis at the bakery" is any colleague or neighbour, and told nothing."""
    is_there = expression(r"^{at_work}").search(_sides(part, reading)[1])
    return bool(is_there) and not expression(r"\b{gave_away}\b").search(reading.text)


def _code(part: Part, reading: Reading, _is_told: bool) -> Meant:
    token = reading.tokens[part.start]
    before = reading.tokens[part.start - 1].word if part.start else ""
    if before in word_set("operation") or _is_tagged(part, reading):
        return Meant.SURELY
    is_word = token.word in word_set("also_words") | word_set("ordinary_surname")
    if is_word or not token.is_capital or _is_a_place(part, reading):
        return Meant.NOT
    is_first = not part.start or _BEGINS.search(token.gap) is not None
    if not is_first or _is_somebody(part, reading):
        return Meant.SURELY
    _, after = _sides(part, reading)
    return Meant.SURELY if expression(r"^{code_after}").search(after) else Meant.NOT


def _core(part: Part, reading: Reading, _is_told: bool) -> Meant:
    first = reading.tokens[part.start]
    if not first.is_capital or (part.end == part.start + 1 and _are_small_initials(first)):
        return Meant.NOT
    after = reading.tokens[part.end].word if part.end < len(reading.tokens) else ""
    before, _ = _sides(part, reading)
    if part.known.kind is ListKind.ORDER and _is_only_a_name(part, reading):
        return Meant.SURELY
    if after in word_set("school") or expression(r"\b{home_or_school_on} \Z").search(before):
        return Meant.SURELY
    if any(expression(r"{of_school}").search(side) for side in _sides(part, reading)):
        return Meant.SURELY
    words = {after, reading.tokens[part.end - 1].word}
    is_road = not words.isdisjoint(word_set("street_ends"))
    return Meant.SURELY if _around("school_told", part, reading) and not is_road else Meant.NOT


def _is_only_a_name(part: Part, reading: Reading) -> bool:
    """Returns whether "Larchmount" can be nothing but the house or school of an order."""
    is_one = part.end == part.start + 1 and len(reading.tokens[part.start].word) >= _LEAST_MISTYPED
    return is_one and _is_rare(part, reading) and not _is_a_place(part, reading)


def _are_small_initials(token: Token) -> bool:
    """Returns whether a few letters are no school's initials, as not all are capitals."""
    return len(token.word) <= _MOST_INITIALS and not token.raw.isupper()


_JUDGES = {Role.SURNAME: _surname, Role.GIVEN: _given, Role.CODE: _code, Role.CORE: _core}


def is_a_road(part_end: int, reading: Reading) -> bool:
    """Returns whether words are the name of a road or building, as "Jack Ardley Way"."""
    if part_end >= len(reading.tokens):
        return False
    after = reading.tokens[part_end]
    return after.gap == " " and after.is_capital and after.word in word_set("street_ends")


def _is_tagged(part: Part, reading: Reading) -> bool:
    """Returns whether a word stands in a hashtag or handle, with what is often beside a name."""
    token = reading.tokens[part.start]
    front = reading.text[max(0, token.at - 24) : token.at]
    return expression(r"[#@](?:{tag_before})?_?\Z").search(front) is not None


def _is_called_for(part: Part, reading: Reading) -> bool:
    """Returns whether a hashtag or handle says "JusticeFor" or the like before a name."""
    token = reading.tokens[part.start]
    front = reading.text[max(0, token.at - 24) : token.at]
    if expression(r"[#@]{tag_before}_?\Z").search(front) is not None:
        return True
    return front[-1:] in ("#", "@") and is_run_together(token.raw)


def _is_a_place(part: Part, reading: Reading) -> bool:
    before, after = _sides(part, reading)
    if expression(r"^{group_after}").search(after):
        return False
    if expression(r"^{place_after}").search(after):
        return True
    return (
        part.known.role is not Role.GIVEN
        and expression(r"{place_before}").search(before) is not None
    )


def _is_somebody(part: Part, reading: Reading) -> bool:
    before, after = _sides(part, reading)
    if expression(r"{person_before}").search(before):
        return True
    return expression(r"^{person_after}").search(after) is not None


def _is_pointed_at(part: Part, reading: Reading) -> bool:
    """Returns whether what stands right beside a first name tells of somebody in a case."""
    before, after = _sides(part, reading)
    if expression(r"{given_before}").search(before):
        return True
    return expression(r"^{given_after}").search(after) is not None


def _is_addressed(part: Part, reading: Reading) -> bool:
    """Returns whether a text begins with a first name as a reply does."""
    before, after = _sides(part, reading)
    is_first = part.start == 0 or expression(r"\A{greeting} \Z").search(before) is not None
    return is_first and expression(r"^{addressed_after}").search(after) is not None


def _sides(part: Part, reading: Reading) -> tuple[str, str]:
    first, last = reading.tokens[part.start], reading.tokens[part.end - 1]
    end = last.at + len(last.raw)
    return reading.text[max(0, first.at - _BEFORE) : first.at], reading.text[end : end + _BEFORE]


def _around(name: str, part: Part, reading: Reading) -> bool:
    before, after = _sides(part, reading)
    return any(expression(rf"\b{{{name}}}\b").search(side) for side in (before, after))


def _begins_a_name(part: Part, reading: Reading) -> bool:
    """Returns whether "Gull" begins another name: "Gull Steps"."""
    if part.end >= len(reading.tokens) or reading.tokens[part.end].gap != " ":
        return False
    is_loud = all(one.is_capital for one in reading.tokens)
    return not is_loud and _may_be_a_surname(reading.tokens[part.end])


def _after_the(part: Part, reading: Reading) -> bool:
    return (
        expression(r"\bthe (?:other |two |whole |elder |young |poor )?\Z").search(
            _sides(part, reading)[0]
        )
        is not None
    )


def _in_small_letters(part: Part, reading: Reading) -> bool:
    """Returns whether a name is written small where nearly all is, and is no other word."""
    words = {one.word for one in reading.tokens[part.start : part.end]}
    if any(words & word_set(name) for name in (*_WORDS, "not_a_name")):
        return False
    capitals = sum(one.is_capital for one in reading.tokens)
    return capitals * _FEW <= len(reading.tokens) >= _FEW


def _is_rare(part: Part, reading: Reading) -> bool:
    if part.end - part.start > 1:
        return True
    words = {one.word for one in reading.tokens[part.start : part.end]}
    return not any(words & word_set(name) for name in (*_WORDS, "given", "not_a_name"))


def _has_a_group(part: Part, reading: Reading) -> bool:
    """Returns whether "the lomax girl" or family is spoken of."""
    return expression(r"^{group_after}").search(_sides(part, reading)[1]) is not None


def _has_article(part: Part, reading: Reading) -> bool:
    """Returns whether "a Friend" is a word, and not "the Friend family"."""
    if not part.start or reading.tokens[part.start].gap != " ":
        return False
    _, after = _sides(part, reading)
    is_after = reading.tokens[part.start - 1].word in _ARTICLES
    return is_after and not expression(r"^{group_after}").search(after)


def _may_be_a_verb(part: Part, reading: Reading) -> bool:
    """Returns whether a sentence begins with "Fielding" or the like."""
    token = reading.tokens[part.start]
    is_first = not part.start or _BEGINS.search(token.gap) is not None
    return is_first and token.word.endswith("ing")


def _of_somebody_else(part: Part, reading: Reading) -> bool:
    """Returns whether a surname has a rank or somebody's first name before it."""
    if not part.start or reading.tokens[part.start].gap not in (" ", ". "):
        return False
    before, gap = reading.tokens[part.start - 1], reading.tokens[part.start].gap
    if before.word in _ADDRESSED or (gap == ". " and len(before.word) > 1):
        return False
    if has_rank(part.start, reading):
        return True
    is_name = before.word in word_set("given") or before.word not in word_set("not_a_name")
    is_first = part.start == 1 or bool(_BEGINS.search(before.gap))
    return before.is_capital and is_name and (not is_first or before.word in word_set("given"))


def has_rank(at: int, reading: Reading) -> bool:
    """Returns whether a rank or an office stands before a word."""
    front = reading.text[max(0, reading.tokens[at].at - _BEFORE) : reading.tokens[at].at]
    return expression(r"\b{role}\.? \Z").search(front) is not None


def _is_introduced(at: int, reading: Reading) -> bool:
    """Returns whether a first name has a rank before it, or another surname after it."""
    if has_rank(at, reading):
        return True
    if at + 1 >= len(reading.tokens):
        return False
    after = reading.tokens[at + 1]
    return _PLAIN.fullmatch(after.gap) is not None and _may_be_a_surname(after)


def _may_be_a_surname(token: Token) -> bool:
    return token.is_capital and token.word not in word_set("not_a_name")


def _is_a_title(part: Part, reading: Reading) -> bool:
    """Returns whether "Juniper" is an operation here, or "Clare" a law."""
    before, after = _sides(part, reading)
    if expression(r"^{law_after}").search(after):
        return True
    return expression(r"\b{operation_word} \Z").search(before) is not None


def _is_a_surname(at: int, reading: Reading) -> bool:
    """Returns whether somebody's first name stands before, as in "Val Marsden"."""
    if not at or reading.tokens[at].gap != " ":
        return False
    before = reading.tokens[at - 1]
    is_first = at == 1 or _BEGINS.search(before.gap) is not None
    is_name = before.word in word_set("given") or has_rank(at - 1, reading)
    return before.is_capital and not is_first and is_name


def _same(part: Part, reading: Reading) -> list[int]:
    word = reading.tokens[part.end - 1].word
    return [at for at, one in enumerate(reading.tokens) if one.word == word]
