"""Finds commands by some of their letters, best first."""

import unicodedata

WORD_START, NEXT_LETTER, ANY_LETTER = 8, 5, 1


def folded(text: str) -> str:
    """Returns a text without case and accents, one letter for each letter where it can be."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def score(query: str, text: str) -> int | None:
    """Returns how well a query fits a text, None if it does not.

    Every word of the query must be found, its letters in order; letters that begin words or
    follow one another count more, and so does a shorter text.
    """
    target = folded(text)
    total = 0
    for word in folded(query).split():
        points = _word_score(word, target)
        if points is None:
            return None
        total += points
    return total * 100 - len(target)


def _word_score(word: str, target: str) -> int | None:
    starts = [place for place, letter in enumerate(target) if letter == word[0]]
    found = [points for start in starts if (points := _from(word, target, start)) is not None]
    return max(found, default=None)


def _from(word: str, target: str, start: int) -> int | None:
    points = _points(target, start, -2)
    place = start
    for letter in word[1:]:
        before, place = place, target.find(letter, place + 1)
        if place < 0:
            return None
        points += _points(target, place, before)
    return points


def _points(target: str, place: int, before: int) -> int:
    if place == before + 1:
        return NEXT_LETTER
    return WORD_START if place == 0 or not target[place - 1].isalnum() else ANY_LETTER
