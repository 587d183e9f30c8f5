"""Which words are a person's name, as far as that can be told without knowing the person."""

from functools import lru_cache

from controlroom.outbound.checks.rulebook import word_set

BETWEEN = frozenset(
    ("de", "du", "des", "la", "le", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el")
) | {"di", "da", "dos", "del", "ap", "ab", "ferch", "mac", "nic", "ni"}

_ENDS = ("place_ends", "school_ends", "house_ends", "block_ends")


@lru_cache(maxsize=4096)
def name_in(words: str, need: str, places: frozenset[str]) -> tuple[int, int] | None:
    """Returns where a name stands in a few words, None if there is none.

    Args:
        need: "given" for a first name that is known, "full" for two words or more, "any".
        places: words of the force's own places, in lower case.
    """
    tokens = [token.strip(".'-") for token in words.split(" ")]
    first, last = 0, len(tokens)
    while first < last and not _may_begin(tokens[first], places):
        first += 1
    end = first
    while end < last and (_may_follow(tokens[end], places) or end == first):
        end += 1
    if end == first + 1 == last - 1 and _in_small_letters(tokens[first], tokens[end]):
        end += 1
    while end > first and tokens[end - 1].lower() in BETWEEN:
        end -= 1
    if end < last and _is_a_road(tokens[end]):
        return None
    if not _enough(tokens[first:end], need):
        return None
    start = len(" ".join(words.split(" ")[:first])) + (1 if first else 0)
    return start, len(" ".join(words.split(" ")[:end]))


def is_given(word: str) -> bool:
    """Returns whether a word is a first name that is known."""
    low = word.lower().removesuffix("'s")
    return _is_known(low) or all(_is_known(part) for part in low.split("-") if part)


def _is_known(low: str) -> bool:
    return low in word_set("given") or low in word_set("given_rare")


def _may_begin(token: str, places: frozenset[str]) -> bool:
    if not token or not token[0].isalpha():
        return False
    if is_given(token):
        return token[0].isupper() or token.lower() not in word_set("also_words")
    return token[0].isupper() and _is_free(token, places)


def _may_follow(token: str, places: frozenset[str]) -> bool:
    low = token.lower()
    if not token or not token[0].isalpha():
        return False
    return low in BETWEEN or (token[0].isupper() and (_is_free(token, places) or is_given(token)))


def _is_free(token: str, places: frozenset[str]) -> bool:
    low = token.lower().removesuffix("'s")
    return low not in word_set("not_a_name") and low not in places


def _in_small_letters(first: str, last: str) -> bool:
    """Returns whether two words are a name that somebody wrote without capitals."""
    return first.islower() and last.islower() and last not in word_set("not_a_name")


def _is_a_road(token: str) -> bool:
    """Returns whether "Alma" before this word is a road's name."""
    return token[:1].isupper() and token.lower() in word_set("street_ends")


def _enough(tokens: list[str], need: str) -> bool:
    if not tokens:
        return False
    if len(tokens) > 1 and _is_a_place(tokens[0], tokens[-1]):
        return need == "any"
    if need == "given":
        return is_given(tokens[0])
    if need == "full":
        return len(tokens) > 1 or is_given(tokens[0])
    return len(tokens[0]) > 1


def _is_a_place(first: str, last: str) -> bool:
    low = last.lower()
    is_surname = is_given(first) and low in word_set("surname_ends")
    return not is_surname and any(low in word_set(ends) for ends in _ENDS)
